"""Tests of limits of integrals, sums and products by theorems on these."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.analysis.riemann_sums import RIEMANN
from probatum.lowering.analysis.uniform_limits import UNIFORM
from probatum.lowering.steps.euler_constant import SERIES
from probatum.lowering.sums.telescoping_products import TELESCOPING
from tests.authored import authored, truth_of
from tests.each import each

a, b, x, y = reals("a b x y")
n, k = integers("n k")
NAMES = {"a": a, "b": b, "x": x, "y": y, "n": n, "k": k}
CLOSED = {
    "Limit(Integral(cos(x/n),(x,0,1)),n,oo)": "1",
    "Limit(Integral(exp(-x**2/n),(x,0,1)),n,oo)": "1",
    "Limit(Integral(sqrt(x**2+1/n),(x,0,1)),n,oo)": "Rational(1,2)",
    "Limit(Integral(n*x/(1+n),(x,0,1)),n,oo)": "Rational(1,2)",
    "Limit(Integral(log(1+exp(x)/n),(x,0,1)),n,oo)": "0",
    "Limit(Integral(exp(sin(x)/y),(x,0,1)),y,oo)": "1",
    "Limit(Integral(exp(y*sin(x)),(x,0,1)),y,0)": "1",
    "Limit(Integral(exp(y*sin(x)),(x,1,0)),y,0)": "-1",
    "Limit(Product(1-1/k**2,(k,2,n)),n,oo)": "Rational(1,2)",
    "Limit(Product((k**3-1)/(k**3+1),(k,2,n)),n,oo)": "Rational(2,3)",
    "Limit(Product(1-1/k**2,(k,1,n)),n,oo)": "0",
    "Limit(Product(1+1/k,(k,1,n))/n,n,oo)": "1",
    "Limit(Product(k/(k+1),(k,1,n)),n,oo)": "0",
    "Limit(Product(1-1/k,(k,2,2*n))*n,n,oo)": "Rational(1,2)",
    "Limit(Sum(1/(n+k),(k,1,n)),n,oo)": "log(2)",
    "Limit(Sum(n/(n**2+k**2),(k,1,n)),n,oo)": "pi/4",
    "Limit(Sum(exp(k/n),(k,1,n))/n,n,oo)": "exp(1)-1",
    "Limit(Sum(sqrt(k),(k,1,n))/n**Rational(3,2),n,oo)": "Rational(2,3)",
    "Limit(Sum(1/sqrt(n**2+k),(k,1,n)),n,oo)": "1",
    "Limit(Sum(1/k,(k,n,2*n)),n,oo)": "log(2)",
    "Limit(Sum(1/k,(k,n,n)),n,oo)": "0",
    "Limit(harmonic(n)-log(n),n,oo)": "EulerGamma",
    "Limit(harmonic(n)-log(2*n),n,oo)": "EulerGamma-log(2)",
    "Limit(Sum(2/k,(k,3,n))-2*log(n),n,oo)": "2*EulerGamma-3",
    "Limit(harmonic(2*n)-harmonic(n),n,oo)": "log(2)",
    "Limit(n*(harmonic(n)-log(n)-EulerGamma),n,oo)": "Rational(1,2)",
    "Limit(harmonic(n)/log(n),n,oo)": "1",
    "Limit((-1)**n*(harmonic(n)-log(n)-EulerGamma),n,oo)": "0",
}
DECIDED = {
    "ForAll((), then=Eq(Limit(n**5*(harmonic(n)-log(n)-EulerGamma-1/(2*n)+1/(12*n**2)),n,oo),0))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(n**5*(harmonic(n)-log(n)-EulerGamma-1/(2*n)+1/(12*n**2)),n,oo),oo))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(((-1)**n-1)*n**3*(harmonic(n)-log(n)-EulerGamma-1/(2*n)+1/(12*n**2)),n,oo),0))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(log(x*y)*0+1,(x,1,2)),y,oo),1))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Sum(k/n**2,(k,1,n))+n,n,oo),oo))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Sum(k/n**2,(k,1,n))+(-1)**n,n,oo),Rational(1,2)))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Integral(exp(sin(x)/n),(x,0,1))+n,n,oo),1))": Truth.FALSE,
    "ForAll(b, then=Eq(Limit(Integral(cos(x/n),(x,0,b)),n,oo),b))": Truth.TRUE,
    "ForAll(b, then=Eq(Limit(Integral(cos(x/n),(x,0,b)),n,oo),Abs(b)))": Truth.FALSE,
    "ForAll(a, then=Eq(Limit(Sum(a*k/n**2,(k,1,n)),n,oo),a/2))": Truth.TRUE,
    "ForAll(a, given=a>0, then=Eq(Limit(Sum(1/(a*n+k),(k,1,n)),n,oo),log(1+1/a)))": Truth.TRUE,
    "ForAll(a, then=Eq(Limit(a*harmonic(n)-a*log(n),n,oo),a*EulerGamma))": Truth.TRUE,
    "ForAll(a, then=Eq(Limit(harmonic(n)-a*log(n),n,oo),EulerGamma))": Truth.FALSE,
    "ForAll((), then=Eq(Limit(Product((k+1)/k,(k,1,n)),n,oo),oo))": Truth.TRUE,
    "ForAll((), then=Eq(Limit(Integral(x**n,(x,0,1)),n,oo),1))": Truth.FALSE,  # not uniformly
    "ForAll((), then=Eq(Limit((-1)**n*(harmonic(n)-log(n)),n,oo),0))": Truth.FALSE,
}
REST = "(harmonic(n)-log(n)-EulerGamma-1/(2*n)+1/(12*n**2))"  # 1/(120 n^4) and less
NOT_SO = (  # what has no value on the way, turns round, or is not continuous up to its ends
    "Eq(Limit(Sum(1/k,(k,2*n,n)),n,oo),-log(2))",
    f"Eq(Limit(((-1)**n-1)*n**4*{REST},n,oo),0)",  # -1/60 along odd numbers
    f"Eq(Limit(n**(3-(-1)**n)*{REST},n,oo),0)",
    "Eq(Limit(Sum(1/k,(k,n,5)),n,oo),0)",
    "Eq(Limit(Sum(1/k,(k,0,n))-log(n),n,oo),EulerGamma)",
    "Eq(Limit(Product(1-1/k**2,(k,0,n)),n,oo),Rational(1,2))",
    "Eq(Limit(Sum(1/sqrt(n**2-k**2),(k,0,n)),n,oo),pi/2)",
    "Eq(Limit(Integral(sqrt(x-1/n)*0+1,(x,0,1)),n,oo),1)",
    "Eq(Limit(Integral(x/(x-1/n),(x,0,1)),n,oo),1)",
    "Eq(Limit(Integral(log(x*y)*0+1,(x,1,2)),y,0),1)",
    "Eq(Limit(Integral(log(x*n)*0+1,(x,-1,2)),n,oo),3)",
    "Eq(Limit(Integral(log(y)*0+x,(x,1,2)),y,0),Rational(3,2))",
)
NAMED = {
    "Eq(Limit(Integral(exp(y*sin(x)),(x,0,1)),y,0),1)": UNIFORM,
    "Eq(Limit(Product(1-1/k**2,(k,2,n)),n,oo),Rational(1,2))": TELESCOPING,
    "Eq(Limit(Sum(1/(n+k),(k,1,n)),n,oo),log(2))": RIEMANN,
    "Eq(Limit(harmonic(n)-log(n),n,oo),EulerGamma)": SERIES,
}


@pytest.mark.parametrize("source", CLOSED)
def test_limits_are_what_the_theorems_say(source: str) -> None:
    assert truth_of(f"ForAll((), then=Eq({source},{CLOSED[source]}))", **NAMES) is Truth.TRUE
    assert truth_of(f"ForAll((), then=Eq({source},{CLOSED[source]}+1))", **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", DECIDED)
def test_limits_with_parameters_or_none(source: str) -> None:
    assert truth_of(source, **NAMES) is DECIDED[source]


@pytest.mark.parametrize("source", NOT_SO)
def test_what_a_theorem_does_not_reach_is_not_told(source: str) -> None:
    assert truth_of(f"ForAll((), then={source})", **NAMES) in (None, Truth.UNDECIDED)


def test_the_theorem_is_named() -> None:
    for source, theorem in each(NAMED.items()):
        found = decide(authored(f"ForAll((), then={source})", **NAMES), thorough=False)
        assert theorem.name in found.decisions[0].reason
        assert theorem.source in found.decisions[0].reason
