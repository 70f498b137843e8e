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
}  # fmt: skip


@pytest.mark.parametrize("source", ROWS)
def test_a_limit_counts_in_each_case_of_its_parameters(source: str) -> None:
    assert truth_of(source, x=x, a=a, b=b, n=n, k=k) is ROWS[source]
