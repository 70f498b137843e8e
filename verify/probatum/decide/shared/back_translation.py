"""What is found of a lowered statement, said of the statement that it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from probatum.counterexample import Counterexample
from probatum.decision import DECISIVE, Decided, Decision, Outcome, Reason
from probatum.engines.decider import Ask
from probatum.engines.solvers import smt
from probatum.lowering.theorem import Theorem
from probatum.lowering.vectors import coefficients
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import KINDS, Equal, Exists, ForAll, Joined, Quantified
from probatum.proposition.numbers.enclosure import decimal
from probatum.proposition.parts import with_parts
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Condition, Expression, Number, Point, Statement, Symbol

BUDGET, SMALL_BUDGET, LEAST_BUDGET = 4_000_000, 500_000, 100_000  # z3 resource units
NAME = "general"


@dataclass(frozen=True, slots=True)
class Within:
    """The SMT decider with a budget of its own; where nobody sees the point that it finds, it takes
    no work to make that simple.
    """

    budget: int
    shown: bool = True
    NAME = smt.NAME
    ENGINE = smt.ENGINE

    def takes(self, statement: Statement) -> bool:
        return smt.takes(statement)

    def decide(self, statement: Statement, ask: Ask) -> Decision:
        return smt.decide(statement, ask, self.budget, shown=self.shown)


UNSHOWN = Within(smt.BUDGET, shown=False)  # for whom it is enough that there is a case, or none


def named(
    decisions: tuple[Decision, ...], theorems: tuple[Theorem, ...], where: str = ""
) -> tuple[Decision, ...]:
    """The decisions, each with the theorems that led to what was decided: refutations only by those
    that are exact; beside a proof each is told, for they are at odds.
    """
    by = "; ".join(f"{theorem.name} ({theorem.source})" for theorem in theorems)
    proved = any(decision.outcome in DECISIVE for decision in decisions)
    refutes = proved or all(theorem.exact for theorem in theorems)
    return tuple(
        replace(decision, reason=f"{where + ': ' if where else ''}{decision.reason} (by {by})")
        for decision in (decisions if refutes else map(_not_refuted, decisions))
    )


def _not_refuted(decision: Decision) -> Decision:
    """What breaks what a theorem leads to need not break what it starts from."""
    if decision.outcome is not Outcome.REFUTED:
        return decision
    return replace(
        decision,
        outcome=Outcome.UNDECIDED,
        reason=Reason.STRONGER,
        counterexample=None,
        checks=(),
    )


def settling(
    decisions: tuple[Decision, ...], theorems: tuple[Theorem, ...]
) -> tuple[Decision, ...]:
    """What is proved by these theorems, or refuted by them where all are exact."""
    return tuple(
        each for each in named(decisions, theorems) if each.outcome in (*DECISIVE, Outcome.REFUTED)
    )


def together(found: list[tuple[Decision, ...]]) -> tuple[Decision, ...]:
    """What is found of several statements together: one that breaks, or a proof of each."""
    for each in found:
        if any(one.outcome in (Outcome.REFUTED, Outcome.VACUOUS) for one in each):
            return each
    proofs = [next((one for one in each if one.outcome in DECISIVE), None) for each in found]
    shown = [proof for proof in proofs if proof is not None]
    if len(shown) < len(proofs):
        return ()
    reason = "; ".join(dict.fromkeys(one.reason for one in shown))
    weakest = next((one for one in shown if one.outcome is Outcome.ENCLOSED), shown[0])
    return (replace(weakest, reason=reason),)


def resting_on(found: Decided, theorems: tuple[Theorem, ...]) -> Decided:
    """What was found, of each part as well, with the theorems that led to what was decided."""
    parts = tuple(resting_on(part, theorems) for part in found.parts)
    return replace(found, decisions=named(found.decisions, theorems), parts=parts)


class _NotSaidError(Exception):
    """What something needs to have a value cannot be said where it is written otherwise."""


def with_meaning(statement: Statement, other: Statement) -> tuple[Statement, bool]:
    """What a statement was lowered to, with what its hypotheses need to have a value, and what is
    said of a witness, for a theorem may write them in a form that has one elsewhere, too; and
    whether that could be said. The statement itself where the other would be no proof without.
    """
    try:
        return _with_meaning(statement, other, frozenset(), witness=False), True
    except _NotSaidError:
        inner = isinstance(statement, ForAll) and isinstance(statement.then, KINDS)
        return (statement if inner or not isinstance(statement, ForAll) else other), False


def _with_meaning(
    statement: Statement, other: Statement, bound: frozenset[Symbol], *, witness: bool
) -> Statement:
    """The same of a part for which these variables are bound outside of it; witness: whether it is
    said of one.
    """
    if type(statement) is not type(other) or statement == other:
        return other
    if isinstance(statement, Joined) and not witness:
        pairs = zip(statement.parts, other.parts, strict=True)
        parts = tuple(_with_meaning(*pair, bound, witness=False) for pair in pairs)
        return with_parts(other, parts=parts)
    if not isinstance(statement, Quantified):
        return _where_defined(statement, other, bound) if witness else other
    bound |= {*other.variables}
    witness = witness or isinstance(statement, Exists)
    then = _with_meaning(statement.then, other.then, bound, witness=witness)
    given = other.given
    if statement.given != given:
        given = sympy.And(_sayable(defined(statement.given), bound), given)
    return with_parts(other, given=given, then=then)


def _where_defined(statement: Statement, other: Statement, bound: frozenset[Symbol]) -> Statement:
    """What is said of a witness, which there is only where that has a value."""
    needed = defined(statement) if isinstance(statement, Boolean) else None
    if isinstance(statement, Equal):
        needed = sympy.And(defined(statement.left), defined(statement.right))
    said = other if isinstance(other, Boolean) else condition_of(other)
    if needed is None or said is None:
        raise _NotSaidError
    return sympy.And(_sayable(needed, bound), said)


def _sayable(needed: Condition, bound: frozenset[Symbol]) -> Condition:
    if not needed.free_symbols <= bound:
        raise _NotSaidError
    return needed


def rational(value: Expression) -> Number:
    return sympy.Rational(value.numerator, value.denominator)


@dataclass(frozen=True, slots=True)
class Broken:
    """A lowered statement that is refuted in a dimension, with the values by the names there."""

    decision: Decision
    form: ForAll
    found: dict[str, Expression]
    dimension: int

    @property
    def shows(self) -> str:
        """What is so there."""
        point = {variable: self.found[variable.name] for variable in self.form.variables}
        return f"In dimension {self.dimension}{_sides(self.form.then, point)}."


def refutation(
    broken: Broken,
    values: tuple[tuple[str, Expression], ...],
    where: str,
    theorems: tuple[Theorem, ...] = (),
) -> Decision:
    """The refutation of the statement that was lowered, with values in its own terms."""
    decision = broken.decision
    (said,) = (
        named((decision,), theorems, where)
        if theorems
        else (replace(decision, reason=f"{where}: {decision.reason}"),)
    )
    return replace(said, counterexample=Counterexample(values, broken.shows))


def _sides(then: Statement, point: Point) -> str:
    if not isinstance(then, Relational):
        return " it fails"
    left, right = (
        decimal(side, point, 6) if side.free_symbols else words_of(side) for side in then.args
    )
    return f" the left side is {left}, the right side {right}, so it fails"


def in_its_own(decision: Decision) -> Decision:
    """The decision with what it shows in the variables of the statement, without names for parts
    of it.
    """
    shown = decision.counterexample
    if shown is None:
        return decision
    values = tuple(value for value in shown.values if not value[0].startswith(coefficients.NAME))
    return replace(decision, counterexample=replace(shown, values=values))


def of_opposite(decision: Decision) -> Decision:
    """What a decision on the opposite says of the statement."""
    if decision.outcome in (Outcome.PROVED, Outcome.ENCLOSED, Outcome.VACUOUS):
        reason = f"there is none: {decision.reason}"
        return replace(decision, outcome=Outcome.REFUTED, reason=reason)
    if decision.outcome is not Outcome.REFUTED:  # that none was found among some says nothing
        return replace(decision, outcome=Outcome.UNDECIDED)
    reason = decision.reason.replace(str(Reason.COUNTEREXAMPLE), str(Reason.WITNESS))
    reason = reason.replace("false from dimension", "true from dimension")
    reason = reason.replace("false in dimension", "true in dimension")
    shown = decision.counterexample
    if shown:
        shown = replace(shown, shows=shown.shows.replace("so it fails", "so it holds"))
    return replace(decision, outcome=Outcome.PROVED, reason=reason, counterexample=shown)
