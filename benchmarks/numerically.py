"""Truth by a second way: what a condition says at a point, by mpmath alone, to so many digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import mpmath  # type: ignore[import-untyped]
import sympy
from sympy.core.relational import Relational

from probatum.proposition.written import OPERATORS, Written, evaluated

DIGITS = 40
CLOSE = mpmath.mpf("1e-9")  # limits are looked at from this near, squared
Point = Mapping[Any, Any]
JOINTS: dict[Any, Callable[[list[bool]], bool]] = {
    sympy.And: all,
    sympy.Or: any,
    sympy.Not: lambda parts: not parts[0],
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "Abs": abs,
    "Max": max,
    "Min": min,
    "Mod": lambda value, modulus: value - modulus * mpmath.floor(value / modulus),
    "fibonacci": mpmath.fib,
}


def holds(condition: Any, point: Point) -> bool:
    """Whether a condition, an equality or a rounding is true at a point; sides that agree to nine
    digits are taken for equal.
    """
    with mpmath.workdps(DIGITS):
        point = {variable: value(sympy.sympify(at), {}) for variable, at in point.items()}
        return _holds(condition, point)


def _holds(condition: Any, point: Point) -> bool:
    if type(condition).__name__ == "Equal":
        return _compared("==", value(condition.left, point), value(condition.right, point))
    if type(condition).__name__ == "Rounded":
        unit = mpmath.mpf(10) ** -len(str(condition.digits).partition(".")[2])
        away = value(condition.expression, point) - mpmath.mpf(str(condition.digits))
        return bool(abs(away) <= unit / 2)
    for kind, joint in JOINTS.items():
        if isinstance(condition, kind):
            return joint([_holds(part, point) for part in condition.args])
    if isinstance(condition, Relational):
        return _compared(condition.rel_op, *(value(side, point) for side in condition.args))
    return bool(condition)


def _compared(relation: str, left: Any, right: Any) -> bool:
    same = abs(left - right) <= CLOSE * max(1, abs(left), abs(right))
    if same or relation in ("==", "!="):
        return same is (relation in ("==", "<=", ">="))
    return bool(left < right) is (relation in ("<", "<="))


def value(expression: Any, point: Point) -> Any:
    """The value of an expression at a point."""
    if expression in point:
        return point[expression]
    if isinstance(expression, Written):
        if expression.operation not in OPERATORS:
            return value(evaluated(expression), point)
        operation: Any = OPERATORS[expression.operation]
        return operation(*(value(part, point) for part in expression.operands))
    kind = type(expression).__name__
    if kind in BOUND:
        return BOUND[kind](expression, point)
    return _plainly(expression, kind, [value(part, point) for part in expression.args])


def _plainly(expression: Any, kind: str, parts: list[Any]) -> Any:
    if expression.is_Rational:
        return mpmath.mpf(int(expression.p)) / int(expression.q)
    if expression.is_Add:
        return mpmath.fsum(parts)
    if expression.is_Mul:
        return mpmath.fprod(parts)
    if expression.is_Pow:
        return mpmath.power(*parts)
    if expression.is_number and not parts:
        return {"Pi": +mpmath.pi, "Exp1": +mpmath.e}[kind]
    return (FUNCTIONS.get(kind) or getattr(mpmath, kind))(*parts)


def _inside(expression: Any, point: Point, index: Any) -> Callable[[Any], Any]:
    return lambda at: value(expression, {**point, index: mpmath.mpf(at)})


def _ends(expression: Any, point: Point) -> tuple[Any, list[Any]]:
    index, low, high = expression.args[1]
    return index, [-mpmath.inf if end == -sympy.oo else mpmath.inf if end == sympy.oo else value(end, point) for end in (low, high)]


def _total(expression: Any, point: Point) -> Any:
    index, ends = _ends(expression, point)
    term = _inside(expression.args[0], point, index)
    infinite, finite = (mpmath.nsum, mpmath.fsum) if isinstance(expression, sympy.Sum) else (mpmath.nprod, mpmath.fprod)
    if mpmath.isinf(ends[1]):
        return infinite(term, ends)
    return finite(map(term, range(int(ends[0]), int(ends[1]) + 1)))


def _area(expression: Any, point: Point) -> Any:
    index, (low, high) = _ends(expression, point)
    ends = [low, high]
    if mpmath.isfinite(low) and mpmath.isfinite(high):
        ends = mpmath.linspace(low, high, 5)  # kinks of the corpus lie in the middle
    return mpmath.quad(_inside(expression.args[0], point, index), ends)


def _slope(expression: Any, point: Point) -> Any:
    (variable, _), body = expression.args[1], expression.args[0]
    return mpmath.diff(_inside(body, point, variable), point[variable])


def _limit(expression: Any, point: Point) -> Any:
    body, index, end = expression.args[:3]
    near = 1 / CLOSE**2 if end == sympy.oo else value(end, point) + CLOSE**2
    with mpmath.workdps(3 * DIGITS):
        return _inside(body, point, index)(near)


BOUND: dict[str, Callable[[Any, Point], Any]] = {
    "Sum": _total,
    "Product": _total,
    "Integral": _area,
    "Derivative": _slope,
    "Limit": _limit,
}
