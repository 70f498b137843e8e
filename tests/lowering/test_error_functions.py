"""Tests of the complementary error function by the error function; twins by hand."""

from __future__ import annotations

import pytest

from probatum import reals
from probatum.decision import Truth
from tests.authored import truth_of

x = reals("x")
DECIDED = {
    "ForAll(x, then=Eq(erf(x)+erfc(x), 1))": Truth.TRUE,
    "ForAll(x, then=Eq(erf(x)+erfc(x), 2))": Truth.FALSE,
    "ForAll(x, then=Eq(erfc(x)+erfc(-x), 2))": Truth.TRUE,
    "ForAll(x, then=Eq(erfc(x)-erfc(-x), 2))": Truth.FALSE,
    "ForAll(x, given=x>0, then=erf(x) > 1-2*erfc(x))": Truth.TRUE,
    "ForAll(x, then=erfc(x) < 1)": Truth.FALSE,
}


@pytest.mark.parametrize("stated", DECIDED)
def test_one_is_what_the_other_leaves(stated: str) -> None:
    assert truth_of(stated, x=x) is DECIDED[stated]
