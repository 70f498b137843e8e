"""Tests of the beta function by the gamma function; twins by hand: B(x, y) falls to 1/(x y) B(1, 1) where x or y is 1."""

from __future__ import annotations

import pytest

from probatum import reals
from probatum.decision import Truth
from tests.authored import truth_of

x, y = reals("x y")
DECIDED = {
    "ForAll((x,y), given=And(x>0,y>0), then=beta(x,y)>0)": Truth.TRUE,
    "ForAll((x,y), given=And(x>0,y>0), then=beta(x,y)>1)": Truth.FALSE,
    "ForAll((x,y), given=And(x>0,y>0), then=Eq(beta(x,y),beta(y,x)))": Truth.TRUE,
    "ForAll((x,y), given=And(x>0,y>0), then=Eq(beta(x+1,y),beta(x,y)*x/(x+y)))": Truth.TRUE,
    "ForAll((x,y), given=And(x>0,y>0), then=Eq(beta(x+1,y),beta(x,y)*y/(x+y)))": Truth.FALSE,
    "Equal(beta(Rational(1,2),Rational(1,2)),pi)": Truth.TRUE,
    "Equal(beta(Rational(1,2),Rational(1,2)),3)": Truth.FALSE,
    "ForAll((x,y), then=beta(x,y)>0)": Truth.UNDECIDED,  # where it is not the integral, authors differ
    "ForAll((x,y), given=And(x>=0,y>0), then=beta(x,y)>0)": Truth.UNDECIDED,
}


@pytest.mark.parametrize("stated", DECIDED)
def test_it_is_a_quotient_of_gamma_functions(stated: str) -> None:
    assert truth_of(stated, x=x, y=y) is DECIDED[stated]
