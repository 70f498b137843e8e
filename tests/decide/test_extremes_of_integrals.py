"""Tests of maxima and minima among integrals: over a pole they have no value, and are no crash."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

NAMES = {name: sympy.Symbol(name, real=True) for name in "xt"}
ROWS = {
    "ForAll(x, then=Le(Min(x,Integral(1/t,(t,-1,1))), x))": None,
    "ForAll(x, then=Ge(Max(x,Integral(1/t,(t,-1,1)),x-1), x))": None,
    "ForAll(x, then=Le(Min(x,Integral(1/t,(t,0,1))), x))": None,
    "ForAll(x, given=Gt(Min(x,Integral(1/t,(t,-1,1))), x), then=x>5)": Truth.VACUOUS,
    "ForAll(x, then=Le(Min(x,Integral(1/t,(t,1,2))), x))": Truth.TRUE,
    "ForAll(x, then=Le(Max(x,Integral(1/t,(t,1,2))), x))": Truth.FALSE,
    "ForAll(x, given=x>=1, then=Eq(Max(x,Integral(1/t,(t,1,2)),x-1), x))": Truth.TRUE,
}


@pytest.mark.parametrize("source", ROWS)
def test_it_is_decided_as_it_is(source: str) -> None:
    assert truth_of(source, **NAMES) is ROWS[source]
