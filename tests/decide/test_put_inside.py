"""Tests of values that are put into sums, integrals and limits: what has no value there before has none after."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

NAMES: dict[str, Any] = {name: sympy.Symbol(name, real=True) for name in "abtxy"} | {
    name: sympy.Symbol(name, integer=True) for name in "nkm"
}
EQUATIONS = {  # among the hypotheses
    "ForAll(a,given=Eq(a,0),then=Eq(Integral(a/x,(x,-1,1)),0))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Integral(a*log(x),(x,-1,1)),0))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Integral((x+a)/x,(x,-1,1)),2))": None,
    "ForAll(a,given=Eq(a,2),then=Eq(Integral(sqrt(x)**a,(x,-1,1)),0))": None,
    "ForAll(a,given=Eq(a,1),then=Eq(Integral((x-a)/(x-1),(x,0,2)),2))": None,
    "ForAll(n,given=Eq(n,0),then=Eq(Integral(n/x,(x,-1,1)),0))": None,
    "ForAll((a,b),given=Eq(a,b),then=Eq(Integral((a-b)/x,(x,-1,1)),0))": None,
    "ForAll((a,b),given=Eq(a,b),then=Eq(Integral(log(x)**(a-b),(x,-1,1)),2))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Sum(a/k,(k,0,oo)),0))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Sum((k+a)/k/2**k,(k,0,oo)),2))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Product(1+a/k,(k,0,oo)),1))": None,
    "ForAll((n,m),given=And(Eq(n,m),n>=1),then=Eq(Sum(1/(k-n)*(n-m),(k,0,2*n)),0))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(a*sqrt(x),x,0),0))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(a*log(x),x,0),0))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(a/floor(x),x,0),0))": None,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(Sum(a/(k-1),(k,0,n)),n,oo),0))": None,
    "ForAll((), then=Equal(Sum(Integral(k/x,(x,-1,1)),(k,0,0)),0))": Truth.UNDECIDED,
    "ForAll((), then=Equal(Sum(Integral(log(x)**k,(x,-1,1)),(k,0,0)),2))": Truth.UNDECIDED,
    "ForAll((), then=Equal(Product(1+Integral(k/x,(x,-1,1)),(k,0,0)),1))": Truth.UNDECIDED,
    "ForAll((), then=Equal(Sum(Limit(k*log(x),x,0),(k,0,0)),0))": Truth.UNDECIDED,
    "ForAll(a,given=Eq(a,1),then=Eq(Integral(log(a)/x,(x,-1,1)),0))": None,
    "ForAll((a,b),given=Eq(a+b,0),then=Eq(Integral((a+b)*log(x),(x,-1,1)),0))": None,
    "ForAll((x,y),given=Eq(y,0*Integral(1/t,(t,-1,1))),then=x>0)": Truth.VACUOUS,
    "ForAll(y,given=Eq(y,0*Sum(1/k,(k,0,oo))),then=y>0)": Truth.VACUOUS,
    "ForAll(y,given=Eq(y,0*Limit((-1)**n,n,oo)),then=Eq(y,0))": Truth.VACUOUS,
    "ForAll(y,given=Eq(y,0*Limit(n,n,oo)),then=Eq(y,0))": Truth.VACUOUS,
    "ForAll(y,given=Eq(y,0*Sum(1/k,(k,1,oo))),then=Eq(y,0))": Truth.VACUOUS,
    "ForAll(y,given=Eq(y,0*Integral(1/x,(x,1,oo))),then=Eq(y,0))": Truth.VACUOUS,
    "ForAll(y,given=y>=0*Integral(1/x,(x,1,oo)),then=y>=0)": Truth.VACUOUS,
    "ForAll(a,given=Eq(a,2),then=Eq(Integral((-x)**a,(x,0,1)),Rational(1,3)))": None,
    "ForAll((a,x),given=Eq(a,2),then=Eq(Integral(t**a,(t,0,x)),x**3/3))": None,
    "ForAll(a,given=a>0,then=Eq(Integral((-x)**a,(x,0,1)),0))": None,
    "ForAll(a,given=a>0,then=Eq(Integral(x**a,(x,-1,0)),0))": None,
    "ForAll(a,given=Eq(a,2),then=Eq(Integral(x**a,(x,0,1)),Rational(1,3)))": Truth.TRUE,
    "ForAll(a,given=Eq(a,1),then=Eq(Sum(a/2**k,(k,0,oo)),2))": Truth.TRUE,
    "ForAll(a,given=Eq(a,0),then=Eq(Integral(a*log(x),(x,0,1)),0))": Truth.TRUE,
    "ForAll(a,given=Eq(a,0),then=Eq(Integral(a/(1+x),(x,0,1)),0))": Truth.TRUE,
    "ForAll((a,b),given=Eq(a,b),then=Eq(Integral((a-b)*x,(x,-1,1)),0))": Truth.TRUE,
    "ForAll(y,given=Eq(y,0*Integral(x,(x,0,1))),then=Eq(y,0))": Truth.TRUE,
}
CHOSEN = {  # or the only value that there is
    "Exists(a,then=ForAll(b,then=Eq(Integral(a*b/x,(x,-1,1)),0)))": Truth.UNDECIDED,
    "ForAll(b,then=Exists(a,given=Eq(a,0),then=Eq(b*Integral(a/x,(x,-1,1)),0)))": Truth.UNDECIDED,
    "Any(Exists(a,then=Eq(Sum(a/k,(k,0,oo)),0)), Exists(a,given=a>1,then=Eq(a,0)))": Truth.UNDECIDED,
    "ForAll(a,then=Implies(Eq(a,0),Eq(Integral(a/x,(x,-1,1)),0)))": Truth.UNDECIDED,
    "Exists(a,given=Eq(a,0),then=Eq(Sum(a/k,(k,0,oo)),0))": Truth.UNDECIDED,
    "All(ForAll(a,given=Eq(a,0),then=Eq(Sum(a/k,(k,0,oo)),0)),ForAll(a,then=a<=a+1))": None,
    "Exists(a,then=ForAll(b,given=b>0,then=Le(Abs(Sum(a*b/k,(k,0,oo))),b)))": Truth.UNDECIDED,
    "Exists(a,then=ForAll(b,given=b>0,then=Le(Abs(Limit(a*b*log(x),x,0)),b)))": Truth.UNDECIDED,
    "Exists(a,then=ForAll(b,given=b>0,then=Le(Abs(Integral(a*b*x,(x,0,1))),b)))": Truth.TRUE,
    "ForAll((a,b),given=And(Eq(a,0),b>0),then=Eq(Integral(a/x,(x,-b,b)),0))": None,
    "ForAll((a,b),given=And(Eq(a*b,0),b>0),then=Eq(Integral(a/x,(x,-1,1)),0))": None,
    "ForAll((a,b),given=And(Eq(a**3,0)),then=Eq(Integral(a/x,(x,-1,1)),0))": None,
    "ForAll(a,given=Eq(Abs(a),0),then=Eq(Integral(a/x,(x,-1,1)),0))": None,
    "ForAll(a,given=Eq(Abs(a),0),then=Eq(Integral(a*x,(x,-1,1)),0))": Truth.TRUE,
    "ForAll(k,given=And(k>-1,k<1),then=Eq(Sum(k/n,(n,0,3)),0))": None,
    "ForAll(k,given=And(k>-1,k<1),then=Eq(Integral(k/x,(x,-1,1)),0))": None,
    "ForAll(k,given=And(k>-1,k<1),then=Eq(Limit(k*log(x),x,0),0))": Truth.UNDECIDED,
    "ForAll(k,given=Or(Eq(k,0),Eq(k,1)),then=Le(Integral(k/x,(x,-1,1))**2,0))": None,
}
HYPOTHESES = {  # what is multiplied by nothing, or taken from itself
    "ForAll(y,given=Eq(y,Integral(x/x,(x,1,2))),then=y>1)": Truth.FALSE,
    "ForAll(y,given=Eq(y,Integral(x/x,(x,1,2))),then=y>0)": Truth.TRUE,
    "ForAll(y,given=Eq(y,0*Integral(x,(x,1,2))),then=y>=0)": Truth.TRUE,
    "ForAll(y,given=Eq(y,0*Integral(x,(x,1,2))),then=y>0)": Truth.FALSE,
    "ForAll(y,given=Eq(y,0*Sum(1/k**2,(k,1,oo))),then=y>0)": Truth.FALSE,
    "Exists(y,given=Eq(y,0*Sum(1/k,(k,1,oo))),then=y>=0)": Truth.FALSE,
    "Exists(y,then=Eq(y,0*Sum(1/k,(k,1,oo))))": Truth.FALSE,
    "ForAll(y,given=Eq(y,0),then=Eq(y,0*Sum(1/k,(k,1,oo))))": None,
    "ForAll(y,given=Or(Eq(y,0*Sum(1/k,(k,1,oo))),And(y>1,y<1)),then=y>=0)": Truth.VACUOUS,
    "ForAll(y,given=Or(Eq(y,0*Sum(1/k,(k,1,oo))),y>1),then=y>=0)": Truth.TRUE,
    "ForAll(y,given=Or(Eq(y,0*Sum(1/k,(k,1,oo))),y>1),then=y>1)": Truth.TRUE,
    "ForAll(y,given=Eq(y,1/(1+0*Sum(1/k,(k,1,oo)))),then=y>=0)": Truth.VACUOUS,
    "ForAll((a,y),given=Eq(y,Integral(1/t,(t,-1,1))-Integral(1/t,(t,-1,1))),then=y>=0)": Truth.VACUOUS,
    "ForAll((y),given=Eq(y,Limit(n,n,oo)-Limit(n,n,oo)),then=y>=0)": Truth.VACUOUS,
    "ForAll((y),given=Eq(y,Limit((-1)**n,n,oo)**0),then=y>=0)": Truth.VACUOUS,
    "ForAll((y),given=Eq(y,Limit((-1)**n,n,oo)/Limit((-1)**n,n,oo)),then=y>=0)": Truth.VACUOUS,
    "ForAll(y,then=Implies(Eq(y,0*Sum(1/k,(k,1,oo))),y>5))": None,
}

NEARER = {  # a limit has a value where what it is of has none further away
    "ForAll((), then=Equal(Limit((x-2000)/(x-2000), x, oo),1))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((x-Rational(1,2000))/(x-Rational(1,2000)), x, 0),1))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((n-2000)/(n-2000), n, oo),1))": Truth.TRUE,
    "ForAll((), then=Equal(Limit(sqrt(x)**2, x, 0),0))": None,
    "ForAll((), then=Equal(Limit(sqrt(5-x)**2/x, x, oo),-1))": None,
    "ForAll((), then=Equal(Limit(sqrt(x-2000)**2/x, x, oo),1))": Truth.TRUE,
    "ForAll((), then=Equal(Limit(sqrt(x+Rational(1,5000))**2, x, 0),Rational(1,5000)))": Truth.TRUE,
    "ForAll((), then=Equal(Limit(sqrt(2000-x)**2/x, x, oo),-1))": None,
    "ForAll((), then=Equal(Limit(1/(n-10**9), n, oo),0))": Truth.TRUE,
    "ForAll((), then=Equal(Limit(1/(n-10**9), n, oo),1))": Truth.FALSE,
    "ForAll(a,then=Equal(Limit((x-a)/(x-a), x, oo),1))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((x-2000)/(x-2000), x, oo),2))": Truth.FALSE,
    "ForAll((), then=Equal(Limit(tan(x)/tan(x)*x, x, 0),0))": Truth.TRUE,
    "ForAll((), then=Equal(Limit(tan(x)/tan(x), x, oo),1))": Truth.UNDECIDED,
    "ForAll(y,given=Eq(y,Limit((x-2000)/(x-2000), x, oo)),then=Eq(y,1))": Truth.TRUE,
    "Exists(y,then=Eq(y,Limit((x-2000)/(x-2000), x, oo)))": Truth.TRUE,
    "ForAll((), then=Equal(Integral(Limit((x-2000)/(x-2000),x,oo),(t,0,1)),1))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(Limit((x-2000*k)/(x-2000*k),x,oo),(k,0,1)),2))": Truth.TRUE,
    "ForAll(a,given=Eq(a,2000),then=Equal(Limit((x-a)/(x-2000), x, oo),1))": Truth.TRUE,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(a/(x-2000),x,oo),0))": Truth.TRUE,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(a/(x-Rational(1,2000)),x,0),0))": Truth.TRUE,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(a*sqrt(x-2000),x,oo),0))": Truth.TRUE,
    "ForAll(a,given=Eq(a,0),then=Eq(Limit(a*log(x+Rational(1,5000)),x,0),0))": Truth.TRUE,
}
FEW = {  # sums of few terms in sums
    "ForAll((), then=Equal(Sum(Sum(k/m,(m,0,oo)),(k,0,0)),0))": Truth.UNDECIDED,
    "ForAll((), then=Equal(Sum(Integral(x**k,(x,0,1)),(k,0,1)),Rational(3,2)))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(Integral(x**k,(x,0,1)),(k,0,1)),2))": Truth.FALSE,
    "ForAll((), then=Equal(Sum(Sum(k/2**m,(m,0,oo)),(k,0,2)),6))": Truth.TRUE,
    "ForAll((), then=Equal(Product(1+Integral(k*x,(x,0,2)),(k,0,2)),15))": Truth.TRUE,
    "ForAll(a,then=Eq(Sum(Integral(a*k*x,(x,0,2)),(k,0,2)),6*a))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(Limit(k*n/(n+1),n,oo),(k,0,3)),6))": Truth.UNDECIDED,
    "ForAll(x,then=Eq(Derivative(Sum(k*x**2,(k,0,3)),x),12*x))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(Sum(k*m,(k,1,m)),(m,1,3)),25))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(k*m,(k,1,m),(m,1,3)),25))": Truth.TRUE,
    "ForAll((), then=Equal(Product(1+Sum(k/m,(m,0,oo)),(k,0,0)),1))": Truth.UNDECIDED,
    "ForAll((), then=Equal(Sum(Product(1+k/m,(m,0,3)),(k,0,0)),1))": None,
    "ForAll(a,then=Eq(a*Sum(Sum(k/m,(m,0,oo)),(k,0,0)),0))": Truth.UNDECIDED,
    "ForAll(x,given=x>0,then=Eq(Sum(Integral(k*t,(t,0,x)),(k,1,2)),3*x**2/2))": Truth.TRUE,
}
ROWS = EQUATIONS | CHOSEN | HYPOTHESES | NEARER | FEW


@pytest.mark.parametrize("source", ROWS)
def test_what_has_no_value_keeps_none(source: str) -> None:
    assert truth_of(source, **NAMES) is ROWS[source]
