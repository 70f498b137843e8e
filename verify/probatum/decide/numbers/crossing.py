"""Decides that an equation has a solution whatever its parameters are: a continuous function takes
each value between two that it takes.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus.asymptotics.leading_terms import INFINITE
from probatum.calculus.closed_value import Exact
from probatum.calculus.forms.linear_part import linear
from probatum.calculus.limits.limit import beside
from probatum.calculus.signs.under_bounds import sign_under
from probatum.decide.shared.composed import by_engine, together
from probatum.decide.shared.prenex import prenex
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import SYMPY
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.lowering.every_case import follows
from probatum.proposition.kinds import Exists, for_all
from probatum.proposition.parts import conjuncts, unchecked
from probatum.proposition.sense.bodies import holds_construct
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.proposition.subjects.domains import General
from probatum.type_names import (
    Comparison,
    Condition,
    Expression,
    Statement,
    Symbol,
    Symbols,
    Values,
)

NAME = "crossing"
ENGINE = SYMPY.name  # of the limits; a proof names the engines of its parts
TURN = 155


@dataclass(frozen=True, slots=True)
class Crossing:
    """An equation that a number between two ends is to satisfy, whatever the parameters are."""

    variable: Symbol
    parameters: Symbols
    given: Condition  # on the parameters
    within: Condition  # on the number
    difference: Expression
    is_denied: bool  # that there is such a number

    def stated(self, relation: Comparison) -> Statement:
        """That there is a number between the ends at which the difference is so."""
        then = relation(self.difference, 0)
        found = unchecked(Exists, variables=(self.variable,), given=self.within, then=then)
        return for_all(self.parameters, self.given, found) if self.parameters else found

    def needed(self) -> list[Statement]:
        """That the ends have a value, for else no number is beyond them, and that the difference
        has one between them, as far as they may not.
        """
        between = sympy.And(self.given, self.within)
        ends, difference = defined(self.within), defined(self.difference)
        found = []
        if ends != sympy.true:
            found.append(for_all(self.parameters, self.given, ends))
        if difference != sympy.true:
            found.append(for_all((*self.parameters, self.variable), between, difference))
        return found


def takes(statement: Statement) -> bool:
    """That an equation has a solution between two ends whatever its parameters are, or none for
    some.
    """
    return _crossing(statement) is not None


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Prove that the difference is continuous, and that there is a number where it is at least zero
    and one where it is at most zero.
    """
    crossing = _crossing(statement)
    assert crossing is not None
    parts: list[list[Decision]] = []
    reached = _at_ends(crossing, ask)
    for sign, relation in ((1, sympy.Ge), (-1, sympy.Le)):
        proofs = reached.get(sign) or _proofs(crossing.stated(relation), ask)
        if not proofs:
            return Decision(NAME, Outcome.UNDECIDED, Reason.NO_FUNCTION)
        parts.append(proofs)
    parts.extend(_proofs(each, ask) for each in crossing.needed())
    found = tuple(together(NAME, Reason.BETWEEN, parts))
    if found and crossing.is_denied:
        return Decision(NAME, Outcome.REFUTED, Reason.OPPOSITE, engine=found[0].engine)
    return found or Decision(NAME, Outcome.UNDECIDED, Reason.NO_FUNCTION)


def _crossing(statement: Statement) -> Crossing | None:
    """What the statement says of one equation; None where it is of another form, or it is not known
    that the difference of the sides is continuous wherever it has a value.
    """
    found = prenex(statement)
    if found is None:
        return None
    blocks, condition = found
    is_denied = isinstance(condition, sympy.Ne)
    if is_denied:
        condition = sympy.Eq(*condition.args, evaluate=False)
    *outer, inner = blocks
    if len(inner.variables) != 1 or inner.exists is is_denied:
        return None
    if any(block.exists is not is_denied for block in outer):
        return None
    variable, parameters = inner.variables[0], tuple(each for b in outer for each in b.variables)
    if variable.is_integer or any(isinstance(each, General) for each in (variable, *parameters)):
        return None
    parts = [*conjuncts(condition), *conjuncts(inner.given)]
    equations = [part for part in parts if isinstance(part, sympy.Equality)]
    bounds = [part for part in parts if _is_bound(part, variable)]
    within = sympy.And(*bounds)
    if len(equations) != 1 or not all(
        part in bounds or part in equations or follows(part, within) for part in parts
    ):
        return None
    difference = equations[0].lhs - equations[0].rhs
    if holds_construct(difference) or not is_continuous(difference, variable):
        return None
    given = sympy.And(*(block.given for block in outer))
    return Crossing(variable, parameters, given, within, difference, is_denied)


def _is_bound(part: Condition, variable: Symbol) -> bool:
    """Whether a condition leaves the numbers on one side of an end that it names."""
    if not isinstance(part, Relational) or part.rel_op not in ("<", "<=", ">", ">="):
        return False
    found = linear(part.gts - part.lts, variable)
    return found is not None and bool(found[0].is_Rational and found[0] != 0)


def _proofs(statement: Statement, ask: Ask) -> list[Decision]:
    try:
        found: Decided = ask(statement)
    except ProbatumError:  # undefined somewhere
        return []
    return by_engine(found) if found.truth is Truth.TRUE and found.agreeing else []


def _at_ends(crossing: Crossing, ask: Ask) -> dict[int, list[Decision]]:
    """The signs that the limits at the ends have for all parameters, where there are numbers close
    to these ends.
    """
    found: dict[int, list[Decision]] = {}
    ends = _ends(crossing)
    if ends is None or not any(end in INFINITE for end in ends):
        return found
    for end, side in zip(ends, "+-", strict=True):
        sign, proofs = _sign_at(crossing, end, side, ask)
        if sign:
            found.setdefault(sign, proofs)
    return found


def _ends(crossing: Crossing) -> tuple[Expression, Expression] | None:
    """The two ends, infinite ones where nothing is said; None where it is not known which they are,
    of several.
    """
    low, high = [-sympy.oo], [sympy.oo]
    for part in conjuncts(crossing.within):
        found = linear(part.gts - part.lts, crossing.variable)
        assert found is not None
        slope, rest = found
        (low if slope > 0 else high).append(-rest / slope)
    ends = sympy.Max(*low), sympy.Min(*high)
    return None if any(isinstance(end, (sympy.Max, sympy.Min)) for end in ends) else ends


def _sign_at(
    crossing: Crossing, end: Expression, side: str, ask: Ask
) -> tuple[int, list[Decision]]:
    """The sign of the limit at one end, and what proves it; 0 where that is not seen."""
    signed, back = _by_their_signs(crossing.parameters, crossing.given)
    moved = crossing.difference.xreplace(signed)
    limit = beside(moved, crossing.variable, end.xreplace(signed), side)
    if not isinstance(limit, Exact) or limit.agreed:
        return 0, []
    theorem = [Decision(NAME, Outcome.PROVED, Reason.LIMIT_THERE, engine=ENGINE)]
    value = limit.value.xreplace(back)
    if value in INFINITE:
        return (1 if value == sympy.oo else -1), theorem
    for sign, relation in ((1, sympy.Gt), (-1, sympy.Lt)):
        then = relation(value, 0)
        if then == sympy.true:
            return sign, theorem
        if then != sympy.false:
            proofs = _proofs(for_all(crossing.parameters, crossing.given, then), ask)
            if proofs:
                return sign, proofs
    return 0, []


def _by_their_signs(parameters: Symbols, given: Condition) -> tuple[Values, Values]:
    """The parameters whose sign is known as symbols that are positive, or less one; and back."""
    values, back = {}, {}
    for parameter in parameters:
        sign, apart = sign_under(parameter, given)
        if apart and not parameter.is_integer:
            size = sympy.Dummy(parameter.name, positive=True)
            values[parameter], back[size] = sign * size, sign * parameter
    return values, back
