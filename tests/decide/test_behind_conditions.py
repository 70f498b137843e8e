"""Tests of limits, series and integrals that stand behind a condition: cases in which that is not met are cases, too; None: undefined."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

a, p, x = sympy.symbols("a p x", real=True)
k = sympy.Symbol("k", integer=True)
NAMES = {"a": a, "p": p, "x": x, "k": k}
ROWS = {
    "ForAll(a, then=And(Implies(Abs(a) < 1, Sum(a**k, (k, 0, oo)) >= 0), Abs(a) < 1))": Truth.FALSE,
    "ForAll(a, given=a > -1, then=And(a < 1, Implies(Abs(a) < 1, Sum(a**k, (k, 0, oo)) >= 0)))": Truth.FALSE,
    "ForAll(a, given=Or(Abs(a) >= 1, Sum(a**k, (k, 0, oo)) >= 0), then=Abs(a) < 1)": Truth.FALSE,
    "ForAll(a, then=Implies(Abs(a) < 1, Sum(a**k, (k, 0, oo)) >= 0))": Truth.TRUE,
    "ForAll(a, then=Implies(Abs(a) < 1, Sum(a**k, (k, 0, oo)) >= 1))": Truth.FALSE,
    "ForAll(a, then=Or(Abs(a) >= 1, Sum(a**k, (k, 0, oo)) >= 0))": Truth.TRUE,
    "ForAll(a, then=Implies(a < 1, Sum(a**k, (k, 0, oo)) >= 0))": None,
    "ForAll(a, given=Abs(a) < 1, then=Implies(a > 1, Sum(a**k, (k, 0, oo)) >= 0))": Truth.VACUOUS,
    "ForAll(a, then=And(Implies(a >= 0, Limit(exp(-a * x), x, oo) >= 0), a >= 0))": Truth.FALSE,
    "ForAll(a, then=Implies(a >= 0, Limit(exp(-a * x), x, oo) >= 0))": Truth.TRUE,
    "ForAll(a, then=Implies(a >= 0, Limit(exp(-a * x), x, oo) > 0))": Truth.FALSE,
    "ForAll(a, then=And(Implies(a > 0, Eq(Limit(exp(-a * x), x, oo), 0)), a > 0))": Truth.FALSE,
    "ForAll((a, p), given=Ne(p, 0), then=And(Implies(a > 0, Limit(exp(-a * x) * p, x, oo) >= 0), a > 0))": Truth.FALSE,
    "ForAll(a, then=And(Implies(a > 0, Integral(Max(a * x, 0), (x, 0, 1)) > 0), a > 0))": Truth.FALSE,
    "ForAll(a, then=Implies(a > 0, Integral(Max(a * x, 0), (x, 0, 1)) > 0))": Truth.TRUE,
}


@pytest.mark.parametrize("written", ROWS)
def test_a_condition_inside_that_a_case_does_not_meet_leaves_it_a_case(written: str) -> None:
    assert truth_of(written, **NAMES) is ROWS[written]
