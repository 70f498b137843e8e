"""Sums of arcs and multiples of pi that are exactly zero: by the product of complex numbers of
which they are the argument.
"""

from __future__ import annotations

import math

import flint
import sympy

from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.numbers.separation import is_exactly_zero
from probatum.type_names import Expression, Number

LARGEST_POWER = 200  # of one complex number
LARGEST_ALGEBRAIC_POWER = 8  # of one that is not rational
ARCS = (sympy.atan, sympy.asin, sympy.acos, sympy.acot)
PRECISION = 128  # bits


def vanishes_as_arc(number: Number) -> bool:
    """Whether a sum of rational multiples of pi and of arcs of algebraic numbers is zero; False
    where it is not known.
    """
    parts = _parts(number)
    if parts is None:
        return False
    turn, arcs = parts
    common = math.lcm(int(turn.q), *(int(factor.q) for factor, _ in arcs))
    if any(abs(factor * common) > _most(slope) for factor, slope in arcs):
        return False
    product = sympy.Integer((-1) ** int(turn * common)), sympy.Integer(0)
    for factor, slope in arcs:
        power = int(factor * common)
        for _ in range(abs(power)):
            product = _times(product, (sympy.Integer(1), slope if power > 0 else -slope))
    with flint.ctx.workprec(PRECISION):
        within = abs(enclose(number, {}) * int(common)) < 1
        ahead = enclose(product[0], {}) > 0
    return bool(within and ahead and is_exactly_zero(product[1]))


def _most(slope: Expression) -> int:
    return LARGEST_POWER if slope.is_Rational else LARGEST_ALGEBRAIC_POWER


def _times(
    one: tuple[Expression, Expression], other: tuple[Expression, Expression]
) -> tuple[Expression, Expression]:
    return one[0] * other[0] - one[1] * other[1], one[0] * other[1] + one[1] * other[0]


def _parts(number: Number) -> tuple[Expression, list[tuple[Expression, Expression]]] | None:
    """The multiple of pi, and the factors and arguments of the arctangents."""
    turn, arcs = sympy.Integer(0), []
    for summand in sympy.Add.make_args(sympy.expand(number)):
        factor, rest = summand.as_coeff_Mul()
        if rest == sympy.pi and factor.is_Rational:
            turn += factor
        elif isinstance(rest, ARCS) and factor.is_Rational:
            slope = _slope(rest)
            if slope is None:
                return None
            if isinstance(rest, sympy.acos):  # a right angle less the arc of the sine
                turn, factor = turn + factor / 2, -factor
            arcs.append((factor, slope))
        else:
            return None
    return turn, arcs


def _slope(arc: Expression) -> Expression | None:
    """The tangent of an arc, or of the arc of the sine for one of the cosine; None of what is not
    known to be an algebraic number, or has none.
    """
    (inside,) = arc.args
    if inside.is_Rational and isinstance(arc, sympy.atan):
        return inside
    if is_exactly_zero(inside) is not False:
        return None
    if isinstance(arc, sympy.atan):
        return inside
    if isinstance(arc, sympy.acot):
        return 1 / inside
    with flint.ctx.workprec(PRECISION):
        if not abs(enclose(inside, {})) < 1:
            return None
    return inside / sympy.sqrt(1 - inside**2)
