"""Tests of series and integrals whose closed form fails for one value of a parameter, which is decided by itself."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

a, b, x = sympy.symbols("a b x", real=True)
y = sympy.Symbol("y", real=True)
n, k = sympy.symbols("n k", integer=True)
ROWS = {
    "ForAll(n, given=n >= 1, then=Eq(Integral(sin(n*x)**2, (x, 0, 2*pi)), pi))": Truth.TRUE,
    "ForAll(n, given=n >= 0, then=Eq(Integral(sin(n*x)**2, (x, 0, 2*pi)), pi))": Truth.FALSE,
    "ForAll(n, then=Eq(Integral(sin(n*x)**2, (x, 0, 2*pi)), Piecewise((0, Eq(n, 0)), (pi, True))))": Truth.TRUE,
    "ForAll(b, given=And(0 <= b, b <= 1), then=Eq(Sum((1 - b)*b**k, (k, 0, oo)), 1))": Truth.FALSE,
    "ForAll(b, given=And(0 <= b, b <= 1), then=Le(Sum((1 - b)*b**k, (k, 0, oo)), 1))": Truth.TRUE,
    "ForAll(b, given=And(-1 < b, b <= 1), then=Eq(Sum((1 - b)*b**k, (k, 0, oo)), Piecewise((1, b < 1), (0, True))))": Truth.TRUE,
    "ForAll(b, given=And(0 <= b, b <= 1), then=Ge(Sum(b**k, (k, 0, oo)), 1))": None,
    "ForAll(a, given=a >= 0, then=Eq(Integral(a*exp(-a*x), (x, 0, oo)), 1))": Truth.FALSE,
    "ForAll(a, given=a >= 0, then=Eq(Integral(a*exp(-a*x), (x, 0, oo)), sign(a)))": Truth.TRUE,
    "ForAll(a, given=a >= 0, then=Eq(Integral(exp(-a*x), (x, 0, oo)), 1/(a + 1)))": Truth.FALSE,
    "ForAll(a, given=a >= 0, then=Le(Integral(exp(-a*x), (x, 0, oo)), 10))": None,
    "ForAll(a, given=a >= 0, then=Eq(Integral(a*exp(-a*x)/a, (x, 0, oo)), 1/a))": None,
    "ForAll(a, given=a >= 0, then=Eq(Integral(cos(a*x), (x, 0, 1)), 1))": Truth.FALSE,
    "ForAll(a, then=Eq(Integral(cos(a*x), (x, 0, 1)), Piecewise((sin(a)/a, Ne(a, 0)), (1, True))))": Truth.TRUE,
    "ForAll(a, then=Eq(Integral(cos(a*x), (x, 0, 1)), Piecewise((sin(a)/a, Ne(a, 0)), (0, True))))": Truth.FALSE,
    "ForAll(a, then=Eq(Integral(cos(a*x), (x, 0, 1)), sin(a)/a))": None,
    "ForAll(x, given=And(-1 <= x, x <= 1), then=Eq(Sum(x**k/k, (k, 1, oo)), Piecewise((-log(1 - x), x < 1), (0, True))))": Truth.FALSE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Sum(a**k, (k, 0, oo))*(1 - a), 0))": None,
    "ForAll(a, given=a >= -1, then=Ge(Integral(x**a, (x, 0, 1))*(a + 1), 0))": None,
    "ForAll(a, given=a >= -1, then=Eq(Integral(x**a, (x, 0, 1))*(a + 1), 1))": None,
    "ForAll(a, given=a > -1, then=Eq(Integral(x**a, (x, 0, 1))*(a + 1), 1))": Truth.TRUE,
    "ForAll(a, given=a >= 0, then=Ge(a*Integral(exp(-a*x), (x, 0, oo)), 0))": None,
    "ForAll((a, y), given=Eq(a, 0), then=Ge(y**2 + Integral(exp(-a*x), (x, 0, oo))*a, 0))": None,
    "ForAll(a, given=a <= 1, then=Ge(Integral(1/x**a, (x, 0, 1))*(1 - a), 0))": None,
    "ForAll(a, given=a >= -1, then=Ge(Piecewise((Integral(x**a, (x, 0, 1)), a > -1), (0, True)), 0))": Truth.TRUE,
}


@pytest.mark.parametrize("source", ROWS)
def test_the_one_other_value_counts(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, b=b, n=n, k=k) is ROWS[source]
