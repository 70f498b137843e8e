"""Tells whether an algebraic number is zero: one that is not lies apart from zero by a bound that
follows from how it is written.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import reduce

import flint
import sympy

from probatum.proposition.numbers.enclosure import enclose
from probatum.type_names import Expression, Number

LEAST_BITS, MOST_BITS = 128, 100_000
SLACK = 64  # bits, more for each operation
TURNING = (sympy.sin, sympy.cos)


@dataclass(slots=True)
class Fields:
    """What must be adjoined to the rational numbers for all that a number is made of: roots, and a
    root of unity of an order that all angles have.
    """

    roots: dict[tuple[Expression, int], None] = field(default_factory=dict)
    order: int = 1

    @property
    def degree(self) -> int:
        """The degree of the whole field is at most this."""
        return int(sympy.totient(self.order)) * math.prod(root for _, root in self.roots)


class NotAlgebraicError(Exception):
    """Something else than integers, arithmetic, roots, and sines of parts of a turn."""


def is_exactly_zero(number: Number) -> bool | None:
    """Whether an algebraic number is zero; None where it is not known to be one, or too many digits
    would be needed.

    It is a quotient of algebraic integers u/l. If it is not zero, u is not, and the product of its
    conjugates is at least 1, so that u is at least the inverse of the product of the others
    (Burnikel, Fleischer, Mehlhorn, Schirra, A strong and easily computable separation bound for
    arithmetic expressions involving radicals, Algorithmica 27, 2000).
    """
    fields = Fields()
    try:
        upper, lower = _bits(number, fields)
    except NotAlgebraicError:
        return None
    apart = upper * (fields.degree - 1) + lower
    needed = int(apart + upper) + SLACK * (1 + int(number.count_ops()))
    precision, last = LEAST_BITS, min(max(needed, LEAST_BITS), MOST_BITS)
    while precision < 2 * last:
        with flint.ctx.workprec(precision):
            near = enclose(number, {})
            if not near.is_finite():
                return None
            if not near.contains(0):
                return False
            if abs(near) < flint.arb(2) ** -(int(apart) + 2):
                return True
        precision *= 2
    return None


def _bits(number: Expression, fields: Fields) -> tuple[float, float]:
    """Logarithms to base 2, from above, of the size of all conjugates of u and of l, where the
    number is u/l.
    """
    if number.is_Rational:
        return _size(number.p), _size(number.q)
    if number.is_Add:
        return reduce(_of_sum, (_bits(part, fields) for part in number.args))
    if number.is_Mul:
        parts = [_bits(part, fields) for part in number.args]
        return sum(upper for upper, _ in parts), sum(lower for _, lower in parts)
    if number.is_Pow and number.exp.is_Rational:
        return _of_power(number, fields)
    if isinstance(number, sympy.Abs):
        return _bits(number.args[0], fields)
    if isinstance(number, (sympy.Max, sympy.Min)):
        several = [_bits(part, fields) for part in number.args]
        return max(upper for upper, _ in several), max(lower for _, lower in several)
    if isinstance(number, TURNING) and (number.args[0] / sympy.pi).is_Rational:
        share = number.args[0] / sympy.pi
        fields.order = math.lcm(fields.order, 4 * int(share.q))
        return 1.0, 1.0  # twice the sine is the sum of two roots of unity, but for a fourth root
    if isinstance(number, sympy.tan):
        sine, cosine = (_bits(each(number.args[0], evaluate=False), fields) for each in TURNING)
        return sine[0] + cosine[1], sine[1] + cosine[0]
    raise NotAlgebraicError(str(number.func))


def _of_power(power: Expression, fields: Fields) -> tuple[float, float]:
    upper, lower = _bits(power.base, fields)
    times, root = abs(int(power.exp.p)), int(power.exp.q)
    if root > 1:  # of u/l: the root of u l^(root - 1), over l
        fields.roots[power.base, root] = None
        upper = (upper + (root - 1) * lower) / root
    upper, lower = times * upper, times * lower
    return (lower, upper) if power.exp.p < 0 else (upper, lower)


def _size(whole: int) -> float:
    """The logarithm to base 2, rounded up; of 0 as of 1."""
    return float(max(abs(int(whole)) - 1, 0).bit_length())


def _of_sum(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Of u/l + v/m: of u m + v l, by the larger part, and of l m."""
    return max(one[0] + other[1], other[0] + one[1]) + 1, one[1] + other[1]
