"""Infinite products of quotients of polynomials, by the zeros and poles of their factors."""

from __future__ import annotations

import flint
import sympy
from flint import acb, arb

from probatum.calculus.closed_value import Answer, Enclosed, Exact
from probatum.calculus.summation.rational_series import TRIED, complex_roots
from probatum.type_names import Ball, Expression, Polynomial, Symbol

MOST_STEPS = 200
Factors = list[tuple[Polynomial, int]]


def of_rational_function(factor: Expression, index: Symbol, low: Expression) -> Answer | None:
    """The product from `low` on of a quotient of polynomials that tends to 1; None where it does
    not, or the product grows without bound.

    Where the zeros add up to as much as the poles, it is the product of the values of the gamma
    function at low less each pole, over those at low less each zero (NIST Digital Library of
    Mathematical Functions, 5.8.5); where poles add up to less, the product tends to zero.
    """
    sides = sympy.fraction(sympy.cancel(sympy.together(factor)))
    if not all(side.is_polynomial(index) for side in sides):
        return None
    above, below = (sympy.Poly(side, index) for side in sides)
    if not all(each.is_Rational for side in (above, below) for each in side.coeffs()):
        return None
    degree = above.degree()
    if degree != below.degree() or degree < 1 or above.LC() != below.LC():
        return None
    growth = (above.all_coeffs()[1] - below.all_coeffs()[1]) / above.LC()
    if growth > 0:
        return None
    upper, lower = above.factor_list()[1], below.factor_list()[1]
    if growth < 0 or any(_is_zero_from(each, low) for each, _ in upper):
        return Exact(sympy.Integer(0))
    exact = [(_gammas(each, low), times) for each, times in upper]
    exact += [(_gammas(each, low), -times) for each, times in lower]
    if all(each is not None for each, _ in exact):
        return Exact(sympy.Mul(*(each**-times for each, times in exact)))
    with flint.ctx.workprec(TRIED):
        if any(complex_roots(each) is None for each, _ in (*upper, *lower)):
            return None
    return Enclosed(lambda: _ball(upper, lower, int(low)))


def _is_zero_from(linear: Polynomial, low: Expression) -> bool:
    if linear.degree() != 1:
        return False
    zero = -linear.all_coeffs()[1] / linear.LC()
    return bool(zero.is_Integer and zero >= low)


def _gammas(factor: Polynomial, low: Expression) -> Expression | None:
    """The product of the gamma function at low less each zero of an irreducible polynomial: of a
    line, and of (k - h)^2 + c with an integer h, by the formula of reflection (DLMF, 5.5.3); None
    of others.
    """
    lead, *rest = factor.all_coeffs()
    if factor.degree() == 1:
        return sympy.gamma(low + rest[0] / lead)
    middle = -rest[0] / lead / 2
    if factor.degree() != 2 or not middle.is_Integer or abs(low - middle) > MOST_STEPS:
        return None
    square = rest[1] / lead - middle**2
    root, first = sympy.sqrt(abs(square)), low - middle
    turning = sympy.sinh if square > 0 else sympy.sin
    whole = sympy.pi * root / turning(sympy.pi * root)  # at 1 plus and 1 minus the root
    places = range(1, int(first)) if first >= 1 else range(int(first), 1)
    steps = sympy.Mul(*(place**2 + square for place in places))
    return whole * steps if first >= 1 else whole / steps


def _ball(upper: Factors, lower: Factors, low: int) -> Ball:
    """NaN where the zeros are not told apart."""
    total = acb(1)
    for factors, sign in ((upper, -1), (lower, 1)):
        for factor, times in factors:
            for root in complex_roots(factor) or [acb(arb.nan())]:
                total *= (acb(low) - root).gamma() ** (sign * times)
    return total.real if total.imag.contains(0) else arb.nan()
