"""Decides what epsilons and deltas say of expressions that are continuous: by their values."""

from __future__ import annotations

from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus.closed_value import Exact, Missing
from probatum.calculus.forms.linear_part import linear
from probatum.calculus.limits.limit import limit
from probatum.counterexample import Counterexample
from probatum.decide.shared.composed import proofs
from probatum.decision import SYMBOLIC, Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH, SYMPY
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.proposition.kinds import Exists, ForAll, for_all
from probatum.proposition.parts import conjuncts, put
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Statement, Symbol, Symbols

NAME = "continuity"
ENGINE = EXACT_SEARCH.name  # of what is asked; a proof names the engines of its parts
TURN = 30
LIMITS = "orders of growth"  # by which limits are known
Values = tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Nearness:
    """That an expression is as small as is wanted wherever its variable is near enough to a point.

    outer, given: what the point hangs on; where: the hypotheses on the variable beside; sides:
    "+-", "+" or "-" where these say no more than that it comes near from there.
    """

    outer: Symbols
    given: Condition
    variable: Symbol
    point: Expression
    where: Condition
    sides: str
    expression: Expression


def takes(statement: Statement) -> bool:
    """For every epsilon there is a delta, of an expression that is continuous where it is
    defined.
    """
    return _nearness(statement) is not None


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """By its value at the point, where that is admitted: a continuous expression is near to it, and
    to no other number.
    """
    nearness = _nearness(statement)
    assert nearness is not None
    at_point = {nearness.variable: nearness.point}
    where = sympy.true if nearness.sides else nearness.where
    needed = sympy.And(where, defined(nearness.expression))
    if not _is_shown(_asked(nearness, put(needed, at_point), ask)):
        return _by_limit(nearness) or Decision(NAME, Outcome.UNDECIDED, Reason.NO_LIMIT_THERE)
    found = _asked(nearness, sympy.Eq(put(nearness.expression, at_point), 0), ask)
    if _is_shown(found):
        return tuple(proofs(NAME, Reason.LIMIT_THERE, [found]))
    if found.truth is Truth.FALSE:
        return _refuted(nearness, found)
    return Decision(NAME, Outcome.UNDECIDED, Reason.NO_LIMIT_THERE)


def _by_limit(nearness: Nearness) -> Decision | None:
    """What the limit at the point says, where the variable comes near without being there."""
    if nearness.outer or not nearness.sides:
        return None
    found = limit(nearness.expression, nearness.variable, nearness.point, nearness.sides)
    if not isinstance(found, (Exact, Missing)) or found.agreed:
        return None
    if isinstance(found, Exact) and found.value == 0:
        return Decision(NAME, Outcome.PROVED, Reason.LIMIT_THERE, engine=LIMITS)
    if isinstance(found, Exact) and truth_at(sympy.Ne(found.value, 0), {}) is not True:
        return None
    return Decision(NAME, Outcome.REFUTED, Reason.OTHER_LIMIT, _shown(nearness, ()), engine=LIMITS)


def _is_shown(found: Decided) -> bool:
    return found.truth is Truth.TRUE and bool(found.agreeing)


def _refuted(nearness: Nearness, found: Decided) -> Decision:
    values = found.counterexample.values if found.counterexample else ()
    shown = _shown(nearness, values)
    engine = found.agreeing[0] if found.agreeing else ENGINE
    return Decision(NAME, Outcome.REFUTED, Reason.OTHER_LIMIT, shown, engine=engine)


def _shown(nearness: Nearness, values: Values) -> Counterexample:
    """The parameters, and the point with these."""
    known = {
        symbol: value for symbol in nearness.outer for name, value in values if symbol.name == name
    }
    point = nearness.point.xreplace(known)
    return Counterexample(
        (*values, (nearness.variable.name, point)),
        "Near there it tends to another value, or to none.",
    )


def _asked(nearness: Nearness, then: Condition, ask: Ask) -> Decided:
    stated = for_all(nearness.outer, nearness.given, then)
    if then == sympy.true:
        proved = Decision(SYMBOLIC, Outcome.PROVED, Reason.IDENTITY, engine=SYMPY.name)
        return Decided(stated, (proved,))
    try:
        return ask(stated)
    except ProbatumError:
        return Decided(stated)


def _nearness(statement: Statement) -> Nearness | None:
    """The parts of: for all parameters and every epsilon > 0 there is a delta > 0 such that, for
    all values within delta of a point, an absolute value is less than epsilon.
    """
    if isinstance(statement, ForAll) and isinstance(statement.then, ForAll):
        return _nearness(_joined(statement, statement.then))
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Exists):
        return None
    within, inner = statement.then, statement.then.then
    if not isinstance(inner, ForAll) or len(within.variables) != 1:
        return None
    small = _small(inner.then)
    if small is None or small[1] not in statement.variables:
        return None
    expression, epsilon = small
    outer = tuple(each for each in statement.variables if each != epsilon)
    given = [part for part in conjuncts(statement.given) if part.has(epsilon)]
    (delta,) = within.variables
    if given != [sympy.Gt(epsilon, 0)] or within.given != sympy.Gt(delta, 0) or delta.is_integer:
        return None
    rest = [part for part in conjuncts(statement.given) if not part.has(epsilon)]
    found = _place(inner, delta)
    if found is None:
        return None
    variable, point, where, sides = found
    spoken_of = point.free_symbols | where.free_symbols | expression.free_symbols
    if spoken_of & {epsilon, delta, *inner.variables} - {variable}:
        return None
    if epsilon.is_integer or variable.is_integer or not is_continuous(expression, variable):
        return None
    there = sympy.And(*rest, defined(point))  # near what is no point there is nothing
    return Nearness(outer, there, variable, point, where, sides, expression)


def _joined(outer: ForAll, inner: ForAll) -> ForAll:
    variables = (*outer.variables, *inner.variables)
    given = sympy.And(outer.given, inner.given)
    return for_all(variables, given, inner.then)


def _small(condition: Condition) -> tuple[Expression, Symbol] | None:
    """E and epsilon of |E| < epsilon, or <=."""
    fits = isinstance(condition, Relational) and condition.rel_op in ("<", "<=", ">", ">=")
    if not fits or not condition.gts.is_Symbol:
        return None
    size = condition.lts
    if isinstance(size, sympy.Abs):
        return size.args[0], condition.gts
    return (size, condition.gts) if size.is_nonnegative else None


def _place(inner: ForAll, delta: Symbol) -> tuple[Symbol, Expression, Condition, str] | None:
    """The variable, the point that it is near to, what else is supposed of it, and the sides of
    the point if that is all that this says.
    """
    given = conjuncts(inner.given)
    radii = {delta, *(each for each in inner.variables if sympy.Lt(each, delta) in given)}
    variables = [each for each in inner.variables if each not in radii]
    parts = [part for part in given if not _of_radii(part, radii, delta)]
    near = [part for part in parts if part.free_symbols & radii]
    if len(variables) != 1 or len(near) != 1:
        return None
    (variable,), small = variables, _small(near[0])
    found = linear(small[0], variable) if small and small[1] in radii else None
    if small is None or found is None or found[0] not in (1, -1):
        return None
    point = sympy.expand(-found[0] * found[1])
    others = sympy.And(*(part for part in parts if part not in near))
    sides = {
        sympy.Ne(variable, point): "+-",
        sympy.Gt(sympy.Abs(small[0]), 0): "+-",
        sympy.Gt(variable, point): "+",
        sympy.Lt(variable, point): "-",
    }
    return variable, point, others, sides.get(others, "")


def _of_radii(part: Condition, radii: set[Symbol], delta: Symbol) -> bool:
    """Whether it says no more than that a radius is positive, or less than delta."""
    return any(part in (sympy.Gt(each, 0), sympy.Lt(each, delta)) for each in radii)
