"""Tests of limits with parameters that stand among hypotheses, in what there is and in what is joined."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

a, b, x = sympy.symbols("a b x", real=True)
n, k = sympy.symbols("n k", integer=True)
ROWS = {
    "ForAll(a, given=Eq(Limit(a**n, n, oo), 0), then=a < 1)": Truth.TRUE,
    "ForAll(a, given=Eq(Limit(a**n, n, oo), 0), then=a > 0)": Truth.FALSE,
    "ForAll(a, given=Eq(Limit(a**n, n, oo), oo), then=a > 1)": Truth.TRUE,
    "ForAll(a, given=And(a > 1, Eq(Limit(a**n, n, oo), 0)), then=a < 3)": Truth.VACUOUS,
    "ForAll((a, b), given=Eq(Limit(a**n, n, oo), b), then=Eq(b*(b - 1), 0))": Truth.TRUE,
    "ForAll((a, b), given=And(Eq(Limit(a**n, n, oo), 0), Eq(Limit(b**n, n, oo), 0)), then=Eq(Limit((a*b)**n, n, oo), 0))": Truth.TRUE,
    "ForAll((a, b), given=And(Eq(Limit(a**n, n, oo), 0), Eq(Limit(b**n, n, oo), 0)), then=a + b < 1)": Truth.FALSE,
    "ForAll(a, given=Limit(a**n, n, oo) > 0, then=Eq(a, 1))": Truth.TRUE,
    "ForAll(a, given=Ne(Limit(a**n, n, oo), 0), then=Eq(a, 1))": Truth.TRUE,
    "ForAll(a, given=Eq(Limit(1/(a*x), x, 0, '+'), oo), then=a > 0)": Truth.TRUE,
    "ForAll(a, given=Eq(Limit(1/(a*x), x, 0, '+'), oo), then=a < 0)": Truth.FALSE,
    "Exists(a, then=Eq(Limit(a**n, n, oo), 0))": Truth.TRUE,
    "Exists(a, given=a > 1, then=Eq(Limit(a**n, n, oo), 0))": Truth.FALSE,
    "Exists(a, then=Eq(Limit(a*(-1)**n, n, oo), a))": Truth.TRUE,
    "Exists(a, given=a > 0, then=Eq(Limit(a*(-1)**n, n, oo), a))": Truth.FALSE,
    "ForAll(a, given=a <= 0, then=Exists(b, then=Eq(Limit(exp(a*x), x, oo), b)))": Truth.TRUE,
    "ForAll(a, then=Exists(b, then=Eq(Limit(exp(a*x), x, oo), b)))": Truth.FALSE,
    "ForAll((a, b), then=Iff(Eq(Limit((1 - a*b)**n, n, oo), 0), (0 < a*b) & (a*b < 2)))": Truth.TRUE,
    "ForAll((a, b), then=Iff(Eq(Limit((1 - a*b)**n, n, oo), 0), (0 < a*b) & (a*b <= 2)))": Truth.FALSE,
    "ForAll(a, then=Iff(Equal(Limit(exp(a*x), x, oo), oo), a > 0))": Truth.TRUE,
    "ForAll(a, then=Iff(Equal(Limit(exp(a*x), x, oo), -oo), a > 0))": Truth.FALSE,
    "ForAll(a, given=Abs(a) < 1, then=Iff(Limit(a**n, n, oo) < 1, a < 1))": Truth.TRUE,
    "ForAll(a, then=Iff(Limit(a**n, n, oo) < 1, a < 1))": None,
    "ForAll(a, then=Iff(Eq(Limit(1/(a*x), x, 0, '+'), oo), a > 0))": None,
    "ForAll((a, b), then=Eq(Limit((x**2 - a**2)/(x - a), x, b), a + b))": Truth.TRUE,
    "ForAll((a, b), then=Eq(Limit((x**2 - a**2)/(x - a), x, b), a - b))": Truth.FALSE,
    "ForAll((a, b), then=Eq(Limit(x/(x - a), x, b), 3))": Truth.FALSE,
    "ForAll((a, b), then=Eq(Limit(x/(x - a), x, b), b/(b - a)))": None,
    "ForAll((a, b), given=Eq(Limit((a*x + b)/(x - 1), x, 1), 3), then=And(Eq(a, 3), Eq(b, -3)))": Truth.TRUE,
    "ForAll((a, b), then=Iff(Eq(Limit((x**2 + a*x + b)/(x - 1), x, 1), 3), Eq(a + b, -1)))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eq(Limit(a/x**2, x, 0), oo))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eq(Limit(a/x**3, x, 0), oo))": Truth.FALSE,
    "ForAll(a, then=Eq(Limit((a*x**2 + a*x)/(a*x), x, 1), 2))": None,
    "ForAll(b, then=Eq(Limit(x**2/x, x, b), b))": Truth.TRUE,
    "ForAll((a, b), given=Abs(a) < b, then=Eq(Limit((a/b)**n, n, oo), 0))": Truth.TRUE,
    "ForAll(a, then=Iff(Eq(Limit((2*a)**n, n, oo), 0), 2*Abs(a) < 1))": Truth.TRUE,
    "ForAll(a, then=Iff(Eq(Limit((2*a)**n, n, oo), 0), Abs(a) < 1))": Truth.FALSE,
    "ForAll(a, given=a > -1, then=Eq(Limit(a**n/(a + 1)**n, n, oo), 0))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eq(Limit(a**n/(a + 1)**n, n, oo), 0))": Truth.TRUE,
    "Equal(Limit(floor(x) + floor(-x), x, 3), -1)": Truth.TRUE,
    "Equal(Limit(floor(x), x, 1), 1)": Truth.FALSE,
    "Lt(Limit(floor(x), x, 1), 3)": None,
    "Equal(Limit(x*floor(1/x), x, 0), 1)": Truth.TRUE,
    "Equal(Limit(Mod(x, 2), x, 2, 'below'), 2)": Truth.TRUE,
    "ForAll(n, then=Eq(Limit(floor(x), x, n, 'below'), n - 1))": Truth.TRUE,
    "ForAll(n, then=Eq(Limit(floor(x), x, n), n))": Truth.FALSE,
    "ForAll(a, then=Eq(Limit(floor(x), x, a, 'above'), floor(a)))": Truth.TRUE,
    "ForAll(a, then=Eq(Limit(floor(x), x, a, 'below'), floor(a)))": Truth.FALSE,
    "ForAll((a, b), given=b > a, then=Eq(Limit(Heaviside(x - a), x, b), 1))": Truth.TRUE,
    "ForAll(a, then=Iff(Eq(Limit(a*Heaviside(x), x, 0), 0), Eq(a, 0)))": Truth.TRUE,
    "ForAll((a, b), then=Iff(Eq(Limit(Piecewise((x**2, x < 1), (a*x + b, True)), x, 1), 1), Eq(a + b, 1)))": Truth.TRUE,
    "ForAll((a, b), then=Eq(Limit(Piecewise((x**2, x < 1), (a*x + b, True)), x, 1), 1))": Truth.FALSE,
}  # fmt: skip


@pytest.mark.parametrize("source", ROWS)
def test_a_limit_counts_in_each_case_of_its_parameters(source: str) -> None:
    assert truth_of(source, x=x, a=a, b=b, n=n, k=k) is ROWS[source]
