"""Limits on which two methods agree: SymPy's, and certified values ever nearer to the point."""

from __future__ import annotations

from itertools import pairwise

import flint
import sympy
from flint import arb

from probatum.calculus import proposals
from probatum.calculus.asymptotics.leading_terms import INFINITE, T
from probatum.calculus.asymptotics.near_zero import DEEPEST, certain, sign
from probatum.calculus.closed_value import Answer, Exact, Open
from probatum.proposition.binders import called
from probatum.proposition.numbers.enclosure import enclose
from probatum.type_names import Condition, Expression

PRECISION = 2_000  # bits; near a limit, differences of large numbers lose many
NEAR = (60, 120, 240)  # the distances, as powers of two, at which a candidate is confirmed
AGREEMENT = 2**40  # how near the last value must be
NEARER = 2**20  # and how much nearer than the first
# What is reckoned from these moves one way at last: Hardy, Orders of Infinity, chapter 3;
# Rosenlicht, Hardy Fields, J. Math. Anal. Appl. 93 (1983), 297-311.
ONE_WAY = (
    sympy.exp, sympy.log, sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.atan, sympy.asin,
    sympy.acos, sympy.acot, sympy.asinh, sympy.acosh, sympy.atanh, sympy.sinh, sympy.cosh,
    sympy.tanh, sympy.coth, sympy.sech, sympy.csch, sympy.erf, sympy.erfc, sympy.erfi, sympy.Ei,
    sympy.Shi, sympy.LambertW, sympy.Piecewise,
)  # fmt: skip
ONE_WAY_ABOVE_ZERO = (
    sympy.gamma, sympy.loggamma, sympy.factorial, sympy.polygamma, sympy.harmonic, sympy.Chi,
)  # fmt: skip


def agreed(
    expression: Expression, where: tuple[Condition, Condition, str], near: Expression
) -> Answer:
    """SymPy's limit of what moves one way at last, where certified values ever nearer to the point
    come ever nearer to it.

    where: the variable, the point and the side.
    near: the expression at the distance T from there.
    """
    variable, point, side = where
    candidate = proposals.limit(expression, variable, point, side)
    if (
        candidate is None
        and point in INFINITE
        and proposals.oscillates(expression, variable, point)
    ):
        return Open(f"the limit of {called(expression)} is not known: it may swing between bounds")
    if candidate is None or not (candidate.is_finite or candidate in INFINITE):
        return Open(f"no method finds the limit of {called(expression)}")
    if not _moves_one_way(near):
        return Open(f"{called(expression)} may swing, and a few values do not tell its limit")
    with flint.ctx.workprec(PRECISION):
        values = [enclose(near, {T: arb(1) / arb(2) ** power}) for power in NEAR]
        target = None if candidate in INFINITE else enclose(candidate, {})
        confirmed = (
            _approached(values, target) if target is not None else _beyond(values, candidate)
        )
    return (
        Exact(candidate, agreed=True)
        if confirmed
        else Open(
            f"SymPy's limit of {called(expression)} is {candidate}; no second method confirms it"
        )
    )


def _moves_one_way(near: Expression) -> bool:
    """Whether no part of it can turn again and again: a wave of what tends to a number cannot."""
    return all(
        isinstance(part, ONE_WAY)
        or (isinstance(part, ONE_WAY_ABOVE_ZERO) and all(map(_is_above_zero, part.args)))
        or not {None, *INFINITE} & {certain(each, DEEPEST) for each in part.args}
        for part in near.atoms(sympy.Function)
    )


def _is_above_zero(argument: Expression) -> bool:
    return not argument.has(T) or sign(argument, DEEPEST) == 1


def _approached(values: list[Expression], target: Expression) -> bool:
    distances = [abs(value - target) for value in values]
    if not all(distance.is_finite() for distance in distances):
        return False
    none = arb(2) ** -PRECISION * 4
    nearer = all(
        bool(later < earlier) or bool(later < none) for earlier, later in pairwise(distances)
    )
    first, last = distances[0], distances[-1]
    much = bool(last * NEARER < first) or bool(last < none)
    return nearer and much and bool(last * AGREEMENT < 1)


def _beyond(values: list[Expression], candidate: Expression) -> bool:
    way = 1 if candidate == sympy.oo else -1
    sizes = [way * value for value in values]
    return (
        all(size.is_finite() for size in sizes)
        and bool(sizes[0] < sizes[1])
        and bool(sizes[1] < sizes[2])
        and bool(sizes[2] > AGREEMENT)
    )
