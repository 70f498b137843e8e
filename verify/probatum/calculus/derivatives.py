"""Derivatives: where an expression has one, where it certainly has none, and which one it is."""

from __future__ import annotations

import sympy

from probatum.calculus.closed_value import Answer, Exact, Missing, Open, Undefined
from probatum.calculus.limits.limit import limit
from probatum.proposition.binders import called
from probatum.proposition.slopes.derivative import by_the_algebra_system
from probatum.proposition.slopes.kinks import without_extremes
from probatum.proposition.slopes.smoothness import NotKnownError, condition
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Point

UNFIT = (
    sympy.Derivative,
    sympy.Subs,
    sympy.Heaviside,
    sympy.DiracDelta,
    sympy.I,
    sympy.zoo,
    sympy.nan,
)


def derived(derivative: Expression) -> Expression | None:
    """The derivative by the rules, right wherever the expression is smooth;
    None where SymPy leaves a rest.
    """
    if not all(count.is_Integer for _, count in derivative.variable_count):
        return None
    found = by_the_algebra_system(without_extremes(derivative.expr), *derivative.variables)
    return None if found.has(*UNFIT) else found


def smooth(derivative: Expression) -> Condition:
    """A condition under which the derivative exists and follows the rules; raises NotKnownError."""
    conditions, expression = [], without_extremes(derivative.expr)
    for variable in dict.fromkeys(derivative.variables):
        conditions.append(condition(expression, variable))
    return sympy.And(*conditions)


def at_point(derivative: Expression, point: Point) -> Answer:
    """The derivative at exact values of all its variables: by the rules,
    or as the limit of difference quotients.
    """
    try:
        fits = truth_at(smooth(derivative), point)
    except NotKnownError:
        fits = None
    value = derived(derivative)
    if fits and value is not None:
        return Exact(value.xreplace(point))
    if len(derivative.variables) != 1 or derivative.free_symbols - set(point):
        return Open(f"it is not known whether {called(derivative.expr)} has this derivative there")
    return _by_quotients(derivative, point)


def _by_quotients(derivative: Expression, point: Point) -> Answer:
    (variable,) = derivative.variables
    others = {symbol: value for symbol, value in point.items() if symbol != variable}
    function, step = derivative.expr.xreplace(others), sympy.Symbol(variable.name, real=True)
    here = function.xreplace({variable: point[variable]})
    quotient = (function.xreplace({variable: point[variable] + step}) - here) / step
    found = limit(quotient, step, sympy.Integer(0), "+-")
    if isinstance(found, Exact) and found.value.is_finite:
        return found
    if isinstance(found, (Exact, Missing, Undefined)):
        return Undefined(
            f"{called(derivative.expr)} has no derivative at {called(variable)} = {point[variable]}"
        )
    return Open(
        f"it is not known whether {called(derivative.expr)} has a derivative at "
        f"{called(variable)} = {point[variable]}"
    )
