"""Sums of arctangents and multiples of pi that are exactly zero:
by the product of complex numbers of which they are the argument.
"""

from __future__ import annotations

import math

import flint
import sympy

from probatum.proposition.enclosure import enclose
from probatum.type_names import Expression, Number

LARGEST_POWER = 200  # of one complex number
PRECISION = 128  # bits


def vanishes_as_arc(number: Number) -> bool:
    """Whether a sum of rational multiples of pi and of arctangents of rational numbers is zero;
    False where it is not known.
    """
    parts = _parts(number)
    if parts is None:
        return False
    turn, arcs = parts
    common = math.lcm(int(turn.q), *(int(factor.q) for factor, _ in arcs))
    if any(abs(factor * common) > LARGEST_POWER for factor, _ in arcs):
        return False
    product = sympy.Integer((-1) ** int(turn * common)), sympy.Integer(0)
    for factor, slope in arcs:
        power = int(factor * common)
        for _ in range(abs(power)):
            product = _times(product, (sympy.Integer(1), slope if power > 0 else -slope))
    with flint.ctx.workprec(PRECISION):
        within = abs(enclose(number, {}) * int(common)) < 1
    return bool(product[1] == 0 and product[0] > 0 and within)


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
        elif isinstance(rest, sympy.atan) and factor.is_Rational and rest.args[0].is_Rational:
            arcs.append((factor, rest.args[0]))
        else:
            return None
    return turn, arcs
