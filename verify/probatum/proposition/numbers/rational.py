"""Values of expressions at rational points, by rational arithmetic alone."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import flint
import sympy

from probatum.type_names import Expression, Values

LARGEST_EXPONENT = 64
MOST_TERMS = 500


def rational(expression: Expression, point: Values) -> flint.fmpq | None:
    """The value as a `flint.fmpq`; None where it is undefined, not rational,
    or takes more than rational arithmetic.
    """
    if expression.is_Symbol:
        expression = point.get(expression, expression)
    if expression.is_Rational:
        return flint.fmpq(int(expression.p), int(expression.q))
    if expression.is_Pow:
        return _power(expression, point)
    if isinstance(expression, sympy.Mod):
        number, modulus = expression.args
        return _remainder(number, modulus, point)
    if isinstance(expression, (sympy.Sum, sympy.Product)):
        return _of_terms(expression, point)
    combine = COMBINING.get(expression.func)
    if combine is None:
        return None
    values = []
    for argument in expression.args:
        value = rational(argument, point)
        if value is None:
            return None
        values.append(value)
    combined: flint.fmpq = combine(values)
    return combined


def _power(power: Expression, point: Values) -> flint.fmpq | None:
    base, exponent = rational(power.base, point), power.exp
    if base is None or not exponent.is_Integer or abs(int(exponent)) > LARGEST_EXPONENT:
        return None
    return None if exponent < 0 and base == 0 else base ** int(exponent)


def _remainder(number: Expression, modulus: Expression, point: Values) -> flint.fmpq | None:
    """What is left of a number, with the sign of the modulus; of a power of integers without the
    power.
    """
    around = rational(modulus, point)
    if not around:
        return None
    if number.is_Pow and around.q == 1:
        base, exponent = rational(number.base, point), rational(number.exp, point)
        if base is not None and exponent is not None and base.q == exponent.q == 1 <= exponent:
            return flint.fmpq(pow(int(base.p), int(exponent.p), int(around.p)))
    value = rational(number, point)
    return None if value is None else value - around * (value / around).floor()


def _of_terms(construct: Expression, point: Values) -> flint.fmpq | None:
    """A sum or product, term by term; one with no term is 0, or 1, as long as it ends just before
    it starts.
    """
    (index, *ends), *outer = construct.limits
    if outer or len(ends) != 2:
        return None
    low, high = (rational(end, point) for end in ends)
    if low is None or high is None or not low.q == high.q == 1 <= high - low + 2 <= MOST_TERMS:
        return None
    values = []
    for number in range(int(low.p), int(high.p) + 1):
        value = rational(construct.function.xreplace({index: sympy.Integer(number)}), point)
        if value is None:
            return None
        values.append(value)
    start = flint.fmpq(isinstance(construct, sympy.Product))
    return math.prod(values, start=start) if start else sum(values, start)


COMBINING: dict[Any, Callable[[list[Any]], Any]] = {
    sympy.Add: lambda values: sum(values[1:], values[0]),
    sympy.Mul: math.prod,
    sympy.Max: max,
    sympy.Min: min,
    sympy.Abs: lambda values: abs(values[0]),
}
