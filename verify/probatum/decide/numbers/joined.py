"""Decides what propositions say together: by the truth of each, or with their quantifiers in
front.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.shared.composed import together
from probatum.decision import DECISIVE, Decided, Decision, Outcome, Reason, Truth
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError, UndefinedError
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.conjunctions import conjunction
from probatum.lowering.rewriting.joined import InFront, has_joined, prenexed
from probatum.proposition.kinds import Any, Exists, ForAll, Joined, for_all
from probatum.proposition.parts import substitute, unchecked
from probatum.proposition.reading.sentences import words_of
from probatum.type_names import Statement, Symbols

NAME = "joined"
ENGINE = "truth tables"  # a decision names the engines of its parts
TURN = 60


def takes(statement: Statement) -> bool:
    """Statements in which propositions are joined that have variables of their own."""
    return has_joined(statement) and not conjunction(statement)


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Each part by itself where that settles it; else what they say with quantifiers in front."""
    statement = _parted(statement)
    if isinstance(statement, Joined):
        found = tuple(_by_parts(statement, ask))
        if found:
            return found
    try:
        return _by_clauses(statement, ask)
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)


def check_defined(joined: Joined, ask: Ask) -> None:
    """Raise UndefinedError where a part has no value: then the whole has none."""
    for part in joined.parts:
        try:
            ask(part if not isinstance(part, sympy.Basic) else _closed(part))
        except UndefinedError:
            raise
        except ProbatumError:  # what is wrong with it shows where the whole is decided
            continue


def _parted(statement: Statement) -> Statement:
    """That there is something for which one of several is so, as one of several of which there
    is something.
    """
    if isinstance(statement, Exists) and isinstance(statement.then, Any):
        return unchecked(
            Any,
            parts=tuple(
                unchecked(Exists, variables=statement.variables, given=statement.given, then=part)
                for part in statement.then.parts
            ),
        )
    return statement


def _by_parts(joined: Joined, ask: Ask) -> Iterator[Decision]:
    """The truth of closed propositions by that of each, as far as it is known."""
    decided = [_asked(part, ask) for part in joined.parts]
    known = {id(part): _known(found) for part, found in zip(joined.parts, decided, strict=True)}
    told = _told(joined, list(known.values()))
    proofs = [_proofs(found) for found in decided if _known(found) is not None]
    required = joined.clauses()
    if all(any(known[id(part)] is truth for part, truth in clause) for clause in required):
        yield from together(NAME, told, proofs)
    elif any(all(known[id(part)] is (not truth) for part, truth in clause) for clause in required):
        shown = Counterexample((), f"{told[:1].upper()}{told[1:]}.")
        engines = " and ".join(sorted({found[0].engine for found in proofs}))
        yield Decision(NAME, Outcome.REFUTED, told, shown, engine=engines)


def _asked(part: Statement, ask: Ask) -> Decided:
    try:
        return ask(part if not isinstance(part, sympy.Basic) else _closed(part))
    except ProbatumError:  # undefined, which says nothing of the others
        return Decided(part)


def _closed(condition: Statement) -> ForAll:
    return for_all((), sympy.true, condition)


def _known(found: Decided) -> bool | None:
    """The truth of a part that is decided by more than samples; None of others."""
    if found.truth not in (Truth.TRUE, Truth.FALSE) or not found.is_strong:
        return None
    return found.truth is Truth.TRUE


def _proofs(found: Decided) -> list[Decision]:
    """What proves a part, or its opposite, one for each engine."""
    wanted = (Outcome.REFUTED,) if found.truth is Truth.FALSE else DECISIVE
    by = {
        decision.by: replace(decision, outcome=Outcome.PROVED)
        if decision.outcome is Outcome.REFUTED
        else decision
        for decision in found.all_decisions
        if decision.outcome in wanted
    }
    return [by[name] for name in sorted(by)]


def _told(joined: Joined, truths: list[bool | None]) -> str:
    """Which of the parts are true and which are false."""
    words = {True: "true", False: "false", None: "undecided"}
    return "; ".join(
        f"{words_of(part)}: {words[truth]}"
        for part, truth in zip(joined.parts, truths, strict=True)
    )


def _by_clauses(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Proved where each of the statements is that it comes to, refuted where one is refuted."""
    lowered = prenexed(statement)
    parts = []
    for in_front in lowered:
        one = in_front.statement
        found = _asked(one, ask)
        if found.truth is Truth.VACUOUS and isinstance(one, ForAll):
            found = _asked(_empty(one), ask)  # where there is no case, the rest need not be asked
        if found.truth is Truth.FALSE and found.is_strong and in_front.exact:
            return _refuted(statement, found)
        if found.truth is Truth.FALSE and _is_so(in_front, found, ask):
            return _refuted(statement, found)
        if not (found.truth is Truth.TRUE and found.is_strong):
            return Decision(NAME, Outcome.UNDECIDED, Reason.PARTS)
        parts.append(_proofs(found))
    return tuple(together(NAME, Reason.IN_FRONT, parts))


def _is_so(in_front: InFront, found: Decided, ask: Ask) -> bool:
    """Whether, where a denial was refuted, that is so from some number on which was denied."""
    shown = found.counterexample
    if in_front.denied is None or shown is None:
        return False
    named = dict(shown.values)
    variables = getattr(in_front.statement, "variables", ())
    point = {variable: named[variable.name] for variable in variables if variable.name in named}
    there = substitute(in_front.denied, point)
    known = len(point) == len(variables)
    return known and _known(_asked(there, ask)) is True


def _empty(statement: ForAll) -> ForAll:
    """That nothing satisfies what a statement supposes."""
    return for_all(statement.variables, sympy.true, sympy.Not(statement.given))


def _refuted(statement: Statement, found: Decided) -> Decision:
    """With what breaks the part, as far as it speaks of the statement's own variables."""
    own: Symbols = getattr(statement, "variables", ())
    names = {variable.name for variable in own}
    shown = found.counterexample
    values = tuple(pair for pair in shown.values if pair[0] in names) if shown else ()
    point = Counterexample(values) if values else None
    return Decision(NAME, Outcome.REFUTED, Reason.A_PART, point, engine=_proofs(found)[0].engine)
