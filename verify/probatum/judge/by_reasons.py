"""Proves a statement by its reasons, where each is proved and together they imply it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from probatum.decide.deciding import settle
from probatum.decision import DOUBTS, Decided, Decision, Outcome, Reason, Strength, Truth
from probatum.errors import ProbatumError
from probatum.judge.evidence import Support
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.terms import in_atoms
from probatum.proposition.evaluated import plain
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import General, is_vector
from probatum.type_names import Condition, Statement

NAME = "reasons"


def proved_by(links: Sequence[Support], decided: Decided) -> Decided:
    """What is decided of a statement, and of its parts, where the reasons decide more: proved as
    well as the weakest of them.
    """
    if not links or not all(link.established for link in links):
        return decided
    if decided.parts:
        return Decided(
            decided.proposition, parts=tuple(proved_by(links, part) for part in decided.parts)
        )
    if not _is_open(decided):
        return decided
    decision = _by(links, plain(decided.proposition))
    return decided if decision is None else _with(decided, decision)


def _is_open(decided: Decided) -> bool:
    """Whether nobody has decided it, though it is known to say something."""
    undecided = decided.truth is Truth.UNDECIDED or (
        decided.truth is Truth.TRUE and not decided.is_strong
    )
    # Where it is in doubt that it says anything, no reason helps.
    return undecided and not any(one.decider in DOUBTS for one in decided.decisions)


def _with(decided: Decided, decision: Decision) -> Decided:
    return Decided(decided.proposition, (*decided.decisions, decision))


def _by(links: Sequence[Support], statement: Statement) -> Decision | None:
    """The proof, where hypotheses and reasons imply what is stated."""
    if not isinstance(statement, ForAll):
        return None
    instances = [instance for link in links for instance in _instances(link, statement)]
    implied = for_all(statement.variables, sympy.And(statement.given, *instances), statement.then)
    general = any(isinstance(variable, General) for variable in statement.variables)
    forms = _in_numbers(implied) if general else _forms(implied)
    found = next(filter(None, map(_settled, forms)), None)
    if found is None or not instances:
        return None
    decided = [link.decided for link in links] + [found]
    strengths = [one.strength for one in decided if one.strength is not None]
    by = sorted({decision.by for one in decided for decision in one.carrying})
    outcome = Outcome.PROVED if min(strengths) is Strength.PROVED else Outcome.ENCLOSED
    return Decision(NAME, outcome, Reason.REASONS, engine=f"its reasons ({', '.join(by)})")


def _instances(link: Support, statement: ForAll) -> Iterator[Condition]:
    """What a link says of the statement's own variables: it is true for all values, so of these.

    A link about variables of another name, or of another domain, says nothing of them here.
    """
    inner, variables, given = plain(link.decided.proposition), (), sympy.true
    while isinstance(inner, ForAll):
        variables, given = (*variables, *inner.variables), sympy.And(given, inner.given)
        inner = inner.then
    then = condition_of(inner)
    if then is None or not set(variables) <= set(statement.variables):
        return
    supposed = sympy.And(defined(given), given)
    yield (
        then
        if set(sympy.And.make_args(given)) <= set(sympy.And.make_args(statement.given))
        else sympy.Implies(supposed, then)
    )


def _forms(implied: ForAll) -> Iterator[ForAll]:
    """The implication without looking into its terms, and then as it is."""
    condition = condition_of(implied.then)
    if condition is not None:
        with suppress(OutOfScopeError):
            yield in_atoms(with_parts(implied, then=condition))
    yield implied


def _in_numbers(implied: ForAll) -> Iterator[ForAll]:
    """The implication without looking into its terms, where vectors and the like stand in numbers
    alone: hypotheses between vectors are left out.
    """
    condition = condition_of(implied.then)
    if condition is None or _is_between_vectors(condition):
        return
    given = [part for part in conjuncts(implied.given) if not _is_between_vectors(part)]
    with suppress(OutOfScopeError):
        yield in_atoms(with_parts(implied, given=sympy.And(*given), then=condition))


def _is_between_vectors(condition: Condition) -> bool:
    """Whether a relation in it has vectors for its sides, or things that are no numbers."""
    sides = [side for part in condition.atoms(Relational) for side in part.args]
    return any(is_vector(side) or isinstance(side, General) for side in sides)


def _settled(statement: ForAll) -> Decided | None:
    """The decisions that prove an implication; None where none do."""
    if not isinstance(statement.then, Boolean) and condition_of(statement.then) is None:
        return None
    try:
        found = settle(statement)
    except ProbatumError:
        return None
    return found if found.truth is Truth.TRUE and found.is_strong else None
