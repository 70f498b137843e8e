"""Tests of sums and products of few terms inside and around integrals, limits and series."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decision import Truth
from tests.authored import truth_of

a, b, t, x, y = reals("a b t x y")
n, k, m = integers("n k m")
DECIDED = {
    "ForAll((), then=Eq(Integral(Sum(x**k,(k,0,2)),(x,0,1)),Rational(11,6)))": Truth.TRUE,
    "ForAll((), then=Eq(Integral(Sum(x**k,(k,0,2)),(x,0,1)),Rational(10,6)))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Sum(x**k,(k,0,3)),x,0),1))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Sum(x**k,(k,0,3)),x,1),1))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Sum(1/(x+k),(k,1,2)),x,oo),0))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Product(x+k,(k,1,3)),x,0),6))": Truth.TRUE,
    "ForAll((), then=Eq(Integral(Product(x+k,(k,0,1)),(x,0,1)),Rational(5,6)))": Truth.TRUE,
    "ForAll((), then=Eq(Integral(Sum(x**k*y**m,(k,0,1),(m,0,1)),(x,0,1),(y,0,1)),Rational(9,4)))": Truth.TRUE,
    "ForAll((), then=Eq(Sum(Sum(2**(-n)*k,(k,1,3)),(n,0,oo)),12))": Truth.TRUE,
    "ForAll((), then=Eq(Sum(Sum(2**(-n)*k,(k,1,3)),(n,0,oo)),11))": Truth.FALSE,
    "ForAll(x, then=Eq(Sum(Integral(t**k*x,(t,0,1)),(k,0,2)),Rational(11,6)*x))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(Integral(t**k*x,(t,0,1)),(k,0,2)),Rational(10,6)*x))": Truth.FALSE,
    "ForAll(x, then=Le(Sum(Limit(t*k+x,t,0),(k,0,2)),3*x))": Truth.TRUE,
    "ForAll(a, then=Eq(Integral(Sum(a*x**k,(k,0,2)),(x,0,1)),a*Rational(11,6)))": Truth.TRUE,
    "ForAll(a, then=Eq(Integral(Sum(a*x**k,(k,0,2)),(x,0,1)),a*Rational(10,6)))": Truth.FALSE,
    "ForAll(a, then=Eq(Limit(Sum(a*x**k,(k,0,3)),x,0),a))": Truth.TRUE,
    "ForAll(b, given=b>0, then=Le(Integral(Sum(x**k,(k,0,1)),(x,0,b)),b))": Truth.FALSE,
    "ForAll(x, then=Eq(Sum(k*x+Integral(t,(t,0,1)),(k,0,1)),1+x))": Truth.TRUE,
    "ForAll((), then=Eq(Integral(Sum(1/(x-k),(k,0,1)),(x,0,1)),0))": Truth.FALSE,  # there is no such integral
}
LOST = (  # by cancelling, or times nothing
    "ForAll((), then=Eq(Sum(Integral(t**(-k),(t,0,1)),(k,0,1)),1))",
    "ForAll((), then=Eq(Sum((-1)**k*Integral(1/t,(t,0,1)),(k,0,1)),0))",
    "ForAll((), then=Eq(Sum(k*Integral(1/t,(t,0,1)),(k,0,0)),0))",
    "ForAll((), then=Eq(Integral(Sum((-1)**k/x,(k,0,1)),(x,-1,1)),0))",
    "ForAll((), then=Eq(Integral(Sum(k*x/x,(k,0,1)),(x,-1,1)),2))",
    "ForAll((), then=Eq(Integral(Sum(k*sqrt(-x)+1,(k,0,0)),(x,0,1)),1))",
    "ForAll((), then=Eq(Limit(Sum((-1)**k*sqrt(x),(k,0,1)),x,0),0))",
    "ForAll((), then=Eq(Limit(Sum(k*log(x),(k,0,0)),x,-1),0))",
    "ForAll(x, then=Eq(Sum(k/x+Integral(t,(t,0,1)),(k,0,0)),Rational(1,2)))",
)


@pytest.mark.parametrize("source", DECIDED)
def test_few_terms_are_told_to_what_they_stand_in(source: str) -> None:
    assert truth_of(source, a=a, b=b, t=t, x=x, y=y, n=n, k=k, m=m) is DECIDED[source]


@pytest.mark.parametrize("source", LOST)
def test_a_term_without_a_value_is_not_lost(source: str) -> None:
    assert truth_of(source, t=t, x=x, k=k) in (None, Truth.UNDECIDED)
