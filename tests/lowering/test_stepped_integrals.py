"""Tests of integrals of floors with parameters: unit by unit, at whole ends and between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
import sympy
from sympy import Rational, ceiling, floor, frac

from probatum import integers, reals
from probatum.decision import Truth
from probatum.lowering.analysis.stepped_integrals import over_units
from tests.authored import truth_of
from tests.each import each

x, a, b = reals("x a b")
n = integers("n")
DECIDED = {
    "ForAll(n, then=Equal(Integral(floor(x),(x,0,n)),n*(n-1)/2))": Truth.TRUE,
    "ForAll(n, given=n>=1, then=Equal(Integral(floor(x),(x,0,n)),n*(n+1)/2))": Truth.FALSE,
    "ForAll(n, given=n>=1, then=Equal(Integral(ceiling(x),(x,0,n)),n*(n+1)/2))": Truth.TRUE,
    "ForAll(n, then=Equal(Integral(x-floor(x),(x,0,n)),n/2))": Truth.TRUE,
    "ForAll(n, then=Equal(Integral(Mod(x,1)**2,(x,0,n)),n/3))": Truth.TRUE,
    "ForAll(n, then=Equal(Integral(Mod(x,1)**2,(x,0,n)),n/2))": Truth.FALSE,
    "ForAll(a, given=And(0<=a,a<1), then=Equal(Integral(floor(x),(x,0,a)),0))": Truth.TRUE,
    "ForAll(a, given=And(1<=a,a<=2), then=Equal(Integral(floor(x),(x,0,a)),a-1))": Truth.TRUE,
    "ForAll(a, given=And(1<=a,a<=3), then=Equal(Integral(floor(x),(x,0,a)),a-1))": Truth.FALSE,
    "ForAll(a, then=Equal(Integral(frac(x),(x,a,a+1)),Rational(1,2)))": Truth.TRUE,
    "ForAll(a, given=a>=0, then=Le(Integral(floor(x),(x,0,a)),a**2/2))": Truth.TRUE,
    "ForAll(a, given=a>=0, then=Le(Integral(floor(x),(x,0,a)),a**2/3))": Truth.FALSE,
    "ForAll((n,a), given=n>=1, then=Equal(Integral(a*floor(x),(x,0,n)),a*n*(n-1)/2))": Truth.TRUE,
    "ForAll((n,a), given=n>=1, then=Equal(Integral(floor(x)/a,(x,0,n)),n*(n-1)/(2*a)))": None,
    "ForAll(n, given=n>=1, then=Equal(Integral(Abs(x)*floor(x),(x,0,n)),n*(n-1)*(4*n+1)/12))": Truth.TRUE,
}


@pytest.mark.parametrize("source", DECIDED)
def test_integrals_of_floors_are_decided(source: str) -> None:
    assert truth_of(source, x=x, n=n, a=a) is DECIDED[source]


@pytest.mark.parametrize("body", [floor(x), x * ceiling(x) ** 2, frac(x) ** 3 + x, floor(x) ** 3 * x], ids=str)
def test_the_form_is_the_integral_from_each_end_to_each(body: sympy.Expr) -> None:
    (value,) = over_units(body, x, a, b)
    for low, high in each((("-5/2", "7/3"), ("1/3", "1/2"), ("2", "-3"), ("0", "4"), ("-7/4", "-1/4"))):
        ends = {a: Rational(low), b: Rational(high)}
        assert value.form.subs(ends) == by_pieces(body, ends[a], ends[b])


def by_pieces(body: sympy.Expr, low: sympy.Rational, high: sympy.Rational) -> sympy.Expr:
    """The integral by what the body is between one integer and the next."""
    if low > high:
        return -by_pieces(body, high, low)
    cuts = [low, *range(int(floor(low)) + 1, int(ceiling(high))), high]
    total = sympy.Integer(0)
    for one, other in each(tuple(pairwise(cuts))):
        below = floor((one + other) / sympy.Integer(2))
        inside = body.subs({floor(x): below, ceiling(x): below + 1, frac(x): x - below})
        total += sympy.integrate(inside, (x, one, other))
    return total


@pytest.mark.parametrize("body", [x, floor(2 * x), sympy.exp(floor(x)), floor(x) ** 9, floor(x) / (1 + x**2), floor(floor(x) / 2)], ids=str)
def test_what_is_no_polynomial_of_the_integer_below_is_left(body: sympy.Expr) -> None:
    assert list(over_units(body, x, a, b)) == []


def test_a_half_line_is_left() -> None:
    assert list(over_units(floor(x), x, a, sympy.oo)) == []
