"""Tests of sums and products of few terms: decided by these, and defined where each of them is."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decision import Truth
from tests.authored import truth_of

x, y = reals("x y")
n, k, m = integers("n k m")
DECIDED = {
    "ForAll(x, then=Eq(Sum(x**k,(k,0,3)),1+x+x**2+x**3))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(x**k,(k,0,3)),1+x+x**2))": Truth.FALSE,
    "ForAll(x, given=x>0, then=Eq(Sum(1/(x+k),(k,0,1)),1/x+1/(x+1)))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(1/(x+k),(k,0,1)),1/x+1/(x+1)))": None,
    "ForAll(x, given=x>=0, then=Ge(Sum(x/(x+k),(k,0,3)),0))": None,
    "ForAll(x, given=x>=0, then=Ge(Sum(x/(x+k),(k,1,3)),0))": Truth.TRUE,
    "ForAll(x, then=Ge(Product(x**2+k,(k,1,3)),6))": Truth.TRUE,
    "ForAll(x, then=Ge(Product(x**2+k,(k,1,3)),7))": Truth.FALSE,
    "ForAll(x, then=Ge(Sum(Abs(x-k),(k,1,3)),2))": Truth.TRUE,
    "ForAll(x, then=Ge(Sum(Abs(x-k),(k,1,3)),3))": Truth.FALSE,
    "ForAll((x,y), then=Eq(Sum(binomial(3,k)*x**k*y**(3-k),(k,0,3)),(x+y)**3))": Truth.TRUE,
    "ForAll((x,y), then=Eq(Sum(binomial(3,k)*x**k*y**(3-k),(k,0,3)),(x-y)**3))": Truth.FALSE,
    "ForAll(x, then=Eq(Sum(x*k*m,(k,1,2),(m,1,2)),9*x))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(x**(k*m),(k,1,2),(m,1,2)),x+x**2+x**3+x**4))": Truth.FALSE,
    "ForAll(x, then=Eq(Sum(x**(k*m),(k,1,2),(m,1,2)),x+2*x**2+x**4))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(x**k,(k,3,2)),0))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(x**k,(k,3,1)),0))": None,
    "ForAll(x, then=Eq(Product(x+k,(k,3,2)),1))": Truth.TRUE,
    "ForAll(x, given=x>0, then=Le(Sum(log(x+k),(k,1,2)),2*log(x+2)))": Truth.TRUE,
    "ForAll(x, then=Eq(Product(x-k,(k,0,2)),x**3-3*x**2+2*x))": Truth.TRUE,
    "ForAll(x, then=Ge(Sum(cos(x+k*pi),(k,0,1)),0))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(cos(x+2*pi*k/3),(k,0,2)),0))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(cos(x+2*pi*k/3),(k,0,1)),0))": Truth.FALSE,
    "Exists(x, then=Eq(Sum(x**k,(k,0,3)),0))": Truth.TRUE,
    "Exists(x, then=Eq(Sum(x**(2*k),(k,0,3)),0))": Truth.FALSE,
    "ForAll(x, given=Ne(x,1), then=Eq(Sum(x**k,(k,0,4)),(x**5-1)/(x-1)))": Truth.TRUE,
    "ForAll(x, then=Eq(Sum(x**k,(k,0,4)),(x**5-1)/(x-1)))": None,
    "ForAll(x, then=Eq(Sum((x-x)/(x-k),(k,0,2)),0))": None,
    "ForAll(x, then=Eq(Product((x-k)/(x-k),(k,0,2)),1))": None,
    "ForAll(x, then=Ge(Sum(0*log(x+k),(k,0,2)),0))": None,
    "ForAll(x, given=x>0, then=Ge(Sum(0*log(x+k),(k,0,2))+x,0))": Truth.TRUE,
    "ForAll(x, given=x>=0, then=Eq(diff(Sum(Abs(x-k),(k,0,2)),x)*0,0))": None,
    "ForAll(x, given=x>5, then=Eq(diff(Sum(Abs(x-k),(k,0,2)),x),3))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(Sum(x**k,(k,0,2)),x),1+2*x))": Truth.TRUE,
    "ForAll(x, then=Le(Sum(sin(x)**2/2**k,(k,0,4)),2))": Truth.TRUE,
    "ForAll(x, then=Le(Sum(sin(x)**2/2**k,(k,0,4)),1))": Truth.FALSE,
    "ForAll(x, given=x>=0, then=Le(Sum(x**k/factorial(k),(k,0,3)),exp(x)))": Truth.TRUE,
    "ForAll(x, then=Implies(Sum(x**k,(k,1,3))>0, x>0))": Truth.TRUE,
    "ForAll(x, then=Implies(Sum(x**k,(k,1,3))>0, x>1))": Truth.FALSE,
    "ForAll(x, given=Eq(Sum(x**k,(k,0,2)),1), then=Eq(x*(x+1),0))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(Sum(x**k,(k,0,3)),x,2),2+6*x))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(Sum(x**k,(k,0,3)),x,2),6*x))": Truth.FALSE,
    "ForAll(x, then=Eq(diff(Sum(Abs(x-k),(k,0,2)),x).subs(x,1),1))": None,
    "ForAll(x, given=And(x>1,x<2), then=Eq(diff(Sum(Abs(x-k),(k,0,2)),x),1))": Truth.TRUE,
    "ForAll(x, given=x>=0, then=Ge(Product(x/(x+k)+1,(k,0,3)),0))": None,
    "ForAll((x,n), given=And(x>=0,n>=1), then=Ge(Sum(x/(x+k),(k,0,3)),0))": None,
    "ForAll(x, given=x>=0, then=Ge(Sum((x-m)/(x-m+k),(k,0,1),(m,0,1)),0))": None,
    "ForAll(x, given=x>=0, then=Ge(Sum(x/(x+k)*m,(k,0,1),(m,1,2)),0))": None,
    "ForAll(x, given=x>0, then=Ge(Sum(x/(x+k)*m,(k,0,1),(m,1,2)),0))": Truth.TRUE,
    "ForAll(x, given=x>=0, then=Eq(diff(x**2*Sum(1/(x+k),(k,0,1)),x).subs(x,0),1))": None,
    "ForAll(x, given=x>=0, then=Ge(Sum(sqrt(x-k),(k,0,1)),0))": None,
    "ForAll(x, given=x>=1, then=Ge(Sum(sqrt(x-k),(k,0,1)),1))": Truth.TRUE,
    "ForAll(x, given=x>=0, then=Ge(x*Sum(1/(x+k),(k,0,2)),0))": None,
    "ForAll(x, then=Ge(Sum(Piecewise((x/x,k<=1),(1,True)),(k,0,2)),3))": None,
    "ForAll(x, then=Eq(Sum(Max(x-k,0)*0+1,(k,0,2)),3))": Truth.TRUE,
    # inner ends that hang on few outer values
    "Equal(Sum(factorial(k),(k,1,m),(m,1,3)),13)": Truth.TRUE,
    "Equal(Sum(factorial(k),(k,1,m),(m,1,3)),12)": Truth.FALSE,
    "Equal(Product(factorial(k),(k,1,m),(m,1,3)),24)": Truth.TRUE,
    "Equal(Product(factorial(k),(k,1,m),(m,1,3)),12)": Truth.FALSE,
    "Equal(Sum(1/k**2,(k,m,oo),(m,1,2)),pi**2/3-1)": Truth.TRUE,
    "Equal(Sum(1,(k,1,m/2),(m,2,2)),1)": Truth.TRUE,
    "Equal(Sum(1,(k,1,floor(m/2)),(m,1,3)),2)": Truth.TRUE,
    "Equal(Sum(1,(k,1,m/2),(m,1,3)),3)": None,
    "Equal(Sum(Sum(1,(k,1,m/2)),(m,1,3)),3)": None,
    "Ne(Product(2,(k,1,m/2),(m,1,3)),3)": None,
    "Equal(Sum(k,(k,1,Rational(5,2))),3)": None,
    "Le(Sum(1/k**2,(k,Rational(1,2),oo)),3)": None,
    "Equal(Product(k,(k,sqrt(2),3)),6)": None,
    "Equal(Sum(1/(k-2),(k,1,m),(m,1,3)),1)": None,
    "Equal(Sum(1/k,(k,1,m),(m,1,0)),0)": Truth.TRUE,
    "Equal(Sum(1/k,(k,1,m),(m,1,0)),1)": Truth.FALSE,
}


@pytest.mark.parametrize("source", DECIDED)
def test_few_terms_are_written_out(source: str) -> None:
    assert truth_of(source, x=x, y=y, n=n, k=k, m=m) is DECIDED[source]
