"""Tests of series and integrals that converge for some parameters and grow without bound for others."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

a, b, p, x = sympy.symbols("a b p x", real=True)
n, k = sympy.symbols("n k", integer=True)
ROWS = {
    # powers
    "ForAll(p, then=Iff(Eq(Integral(x**(-p), (x, 1, oo)), oo), p <= 1))": Truth.TRUE,
    "ForAll(p, then=Iff(Eq(Integral(x**(-p), (x, 1, oo)), oo), p < 1))": Truth.FALSE,
    "ForAll(p, then=Iff(Eq(Integral(x**(-p), (x, 0, 1)), oo), p >= 1))": Truth.TRUE,
    "ForAll(p, then=Iff(Eq(Integral(x**(-p), (x, 0, 1)), oo), p > 1))": Truth.FALSE,
    "ForAll(p, given=p < 0, then=Equal(Integral(x**(-p), (x, 1, oo)), 1/(p - 1)))": Truth.FALSE,
    "ForAll(p, given=p > 1, then=Equal(Integral(1/x**p, (x, 0, 1)), 1/(1 - p)))": Truth.FALSE,
    "ForAll(p, then=Equal(Integral(x**p, (x, 0, oo)), oo))": Truth.TRUE,
    "ForAll(p, then=Equal(Integral(x**p, (x, 0, oo)), 1/(p**2 + 1)))": Truth.FALSE,
    "ForAll((a, b), given=And(a > 0, b > 1), then=Equal(Integral(x**(-b), (x, a, oo)), a**(1 - b)/(b - 1)))": Truth.TRUE,
    "ForAll((a, b), given=And(a > 0, b <= 1), then=Equal(Integral(x**(-b), (x, a, oo)), oo))": Truth.TRUE,
    "ForAll((a, b), given=And(a >= 0, b > 1), then=Eq(Integral(x**(-b), (x, a, oo)), a**(1 - b)/(b - 1)))": None,
    "ForAll((a, b, p), given=And(b > a, p >= 1), then=Equal(Integral(1/(x - a)**p, (x, a, b)), oo))": Truth.TRUE,
    "ForAll((a, b, p), given=And(b >= a, p >= 1), then=Equal(Integral(1/(x - a)**p, (x, a, b)), oo))": Truth.UNDECIDED,
    "ForAll((a, b, p), given=And(b > a, p < 1), then=Equal(Integral(1/(b - x)**p, (x, a, b)), (b - a)**(1 - p)/(1 - p)))": Truth.TRUE,
    "ForAll((a, b, p), given=And(b > a, p <= 1), then=Equal(Integral(1/(b - x)**p, (x, a, b)), (b - a)**2))": Truth.FALSE,
    "ForAll((b, p), given=And(b > 0, p >= 1), then=Equal(Integral(b*x**(-p), (x, 0, 1)), oo))": Truth.TRUE,
    "ForAll((b, p), given=And(b < 0, p >= 1), then=Equal(Integral(b*x**(-p), (x, 0, 1)), oo))": Truth.FALSE,
    "ForAll((b, p), given=And(b >= 0, p >= 1), then=Eq(0*Integral(b*x**(-p), (x, 0, 1)), 0))": None,
    "ForAll(b, given=Eq(b, 0), then=Equal(Integral(b/x, (x, 0, 1)), 0))": Truth.UNDECIDED,
    "ForAll(a, given=a > 0, then=Equal(Integral(1/x, (x, 0, a)), oo))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Equal(Integral(1/x, (x, 0, a)), log(a)))": Truth.FALSE,
    "ForAll(p, given=p >= 1, then=Ge(Integral(x**(-p), (x, 0, 1)), 0))": None,  # infinite: no value beside an inequality
    "Exists(p, then=Eq(Integral(x**p, (x, 0, 1)), Rational(1, 7)))": Truth.TRUE,
    "Exists(p, then=Eq(Integral(x**p, (x, 0, 1)), -Rational(1, 7)))": Truth.FALSE,
    # exponentials
    "ForAll(a, given=a <= 0, then=Equal(Integral(exp(-a*x), (x, 0, oo)), oo))": Truth.TRUE,
    "ForAll(a, given=a <= 0, then=Equal(Integral(exp(-a*x), (x, 0, oo)), Abs(a)))": Truth.FALSE,
    "ForAll(a, given=a <= 0, then=Equal(Integral(exp(a*x), (x, -oo, 0)), oo))": Truth.TRUE,
    "ForAll(a, given=a < 0, then=Equal(Integral(exp(a*x), (x, -oo, 0)), 1/a))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Equal(Integral(exp(a*x), (x, -oo, 0)), 1/a))": Truth.TRUE,
    "ForAll(a, given=And(0 < a, a < 1), then=Equal(Integral(a**x, (x, 0, oo)), -1/log(a)))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Equal(Integral(a**x, (x, 0, oo)), oo))": Truth.FALSE,
    "ForAll(a, given=a >= 0, then=Equal(Integral(a*exp(-a*x), (x, 0, oo)), 1))": Truth.FALSE,
    "ForAll(a, given=a >= 0, then=Equal(Integral(a*exp(-a*x), (x, 0, oo)), sign(a)))": Truth.TRUE,
    "ForAll((a, b), given=a <= 0, then=Equal(Integral(exp(-a*x), (x, 1/b, oo)), oo))": Truth.UNDECIDED,  # no end at b = 0
    # series of powers
    "ForAll(p, given=p > 1, then=Equal(Sum(1/k**p, (k, 1, oo)), zeta(p)))": Truth.TRUE,
    "ForAll(p, given=p > 1, then=Equal(Sum(1/k**p, (k, 2, oo)), zeta(p)))": Truth.FALSE,
    "ForAll(p, given=p > 1, then=Equal(Sum(1/(k + 1)**p, (k, 1, oo)), zeta(p) - 1))": Truth.TRUE,
    "ForAll(p, given=p <= 1, then=Equal(Sum(1/k**p, (k, 1, oo)), oo))": Truth.TRUE,
    "ForAll(p, given=p <= Rational(11, 10), then=Equal(Sum(1/k**p, (k, 1, oo)), oo))": Truth.FALSE,
    "ForAll(p, given=And(p > 0, p <= 1), then=Equal(Sum(1/k**p, (k, 1, oo)), 1000/p))": Truth.FALSE,
    # geometric series
    "ForAll(a, given=a > 0, then=Equal(Sum(a/(1 + a)**k, (k, 1, oo)), 1))": Truth.TRUE,
    "ForAll(a, given=a >= 0, then=Equal(Sum(a/(1 + a)**k, (k, 1, oo)), 1))": Truth.FALSE,
    "ForAll(x, then=Equal(Sum(x**2/(1 + x**2)**k, (k, 0, oo)), 1 + x**2))": Truth.FALSE,
    "ForAll(x, then=Equal(Sum(x**2/(1 + x**2)**k, (k, 0, oo)), (1 + x**2)*sign(x)**2))": Truth.TRUE,
    "ForAll(a, given=Abs(a) > 1, then=Equal(Sum(1/a**k, (k, 0, oo)), a/(a - 1)))": Truth.TRUE,
    "ForAll(a, given=And(0 < a, a <= 1), then=Equal(Sum(1/a**k, (k, 0, oo)), oo))": Truth.TRUE,
    "ForAll(a, given=And(Ne(a, 0), a <= 1), then=Equal(Sum(1/a**k, (k, 0, oo)), oo))": Truth.FALSE,
    "ForAll(a, given=a <= 1, then=Equal(Sum(1/a**k, (k, 0, oo)), oo))": Truth.UNDECIDED,  # no terms at 0
    "ForAll((a, b), given=And(a > 0, b >= 1), then=Equal(Sum(a*b**k, (k, 0, oo)), oo))": Truth.TRUE,
    "ForAll((a, b), given=And(a >= 0, b >= 1), then=Equal(Sum(a*b**k, (k, 0, oo)), oo))": Truth.FALSE,
    "ForAll((a, b), given=And(a < 0, b >= 1), then=Equal(Sum(a*b**k, (k, 0, oo)), -oo))": Truth.TRUE,
    "ForAll((a, n), given=And(a > 0, n >= 1), then=Equal(Sum(a/(1 + a)**k, (k, 1, n)), 1 - 1/(1 + a)**n))": Truth.TRUE,
    "ForAll((a, n), given=And(a > 0, n >= 1), then=Equal(Sum(a/(1 + a)**k, (k, 1, n)), 1 - 1/(1 + a)**(n + 1)))": Truth.FALSE,
    # an infinity beside what is a number
    'ForAll(a, given=a < 0, then=Equal(Limit(x**a, x, 0, "above"), a))': Truth.FALSE,
    'ForAll(a, given=a < 0, then=Equal(Limit(x**a, x, 0, "above"), oo))': Truth.TRUE,
}


@pytest.mark.parametrize("source", ROWS)
def test_a_total_is_told_in_each_case(source: str) -> None:
    assert truth_of(source, a=a, b=b, p=p, x=x, n=n, k=k) is ROWS[source]
