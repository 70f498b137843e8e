"""Tests of what swings for ever, along the real numbers and along the integers, of what is bounded beside what grows, of what is as
small as its argument, and of extremes of what is not real: truths by hand, each with a twin that is false."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decision import Truth
from tests.authored import truth_of

x, a, b = reals("x a b")
n = integers("n")
TOLD = {
    "Limit(x/(x+sin(x)),x,oo)": "1",
    "Limit((x+sin(x))/(2*x+cos(x)*sin(x)),x,oo)": "Rational(1,2)",
    "Limit(log(cosh(x))-Abs(x),x,-oo)": "-log(2)",
    "Limit(cosh(x)/exp(x),x,oo)": "Rational(1,2)",
    "Limit(x*(2+sin(x)),x,oo)": "oo",
    "Limit((sin(x)-2)/x,x,0,'above')": "-oo",
    "Limit(x*exp(sin(x)),x,oo)": "oo",
    "Limit((1-2**(-n))**(2**n),n,oo)": "exp(-1)",
    "Limit((1+3**(-n))**(2**n),n,oo)": "1",
    "Limit((1+2**(-n))**(3**n),n,oo)": "oo",
    "Limit(2**n*(3**(2**(-n))-1),n,oo)": "log(3)",
    "Limit(2**n*(1-3**(2**(-n))),n,oo)": "-log(3)",
    "Limit(2**n*sin(2**(-n)),n,oo)": "1",
    "Limit(2**n*(3-3**(2**(-n))),n,oo)": "oo",
    "Limit(cos(2*pi*n/3)+cos(2*pi*(n+1)/3)+cos(2*pi*(n+2)/3),n,oo)": "0",
    "Limit(frac(n/2)+frac((n+1)/2),n,oo)": "Rational(1,2)",
    "Limit(Max(sqrt(x),x),x,0,'above')": "0",
    "Limit(Max(x*log(x),-sqrt(x))/x/log(x),x,0,'above')": "1",
}
WITHOUT = [
    "Limit(sin(x+1)-sin(x),x,oo)",
    "Limit(sin(n+1)-sin(n),n,oo)",
    "Limit(x*(1+sin(x)),x,oo)",
    "Limit(exp(sin(x)),x,oo)",
    "Limit(x**sin(x),x,oo)",
    "Limit(sin(x)+sin(2*x),x,oo)",
    "Limit(cos(n)**2,n,oo)",
    "Limit(sin(pi*n/2)**2,n,oo)",
    "Limit(cos(2*pi*n/3),n,oo)",
    "Limit(frac(n/2),n,oo)",
    "Limit(floor(n/2)-n/2,n,oo)",
    "Limit(x*log(Abs(sin(1/x))+exp(-1/x**2)),x,0,'+')",
]
# Constant, though each part of it swings; of these waves an integer is never as near as it would have to be.
NOT_FALSE = {
    "Limit(sin(x)**2+cos(x)**2,x,oo)": "1",
    "Limit(sin(x+pi)+sin(x),x,oo)": "0",
    "Limit(sin(sqrt(x+1))-sin(sqrt(x)),x,oo)": "0",
    "Limit(sin(pi*sqrt(n**2+1))**2,n,oo)": "0",
    "Limit(sin(pi*n)*n+sin(2*pi*n)*n,n,oo)": "0",
    "Limit((3+sin(n))**(1/n),n,oo)": "1",
}
UNDEFINED = ["Limit(Max(sqrt(x),x),x,0)", "Limit(Max(sqrt(x),x),x,0,'below')", "Limit(Min(log(x),x),x,-oo)"]
BASES = {
    "given=And(a>0,b>0), then=Equal(Limit((a**n+b**n)**(1/n),n,oo), Max(a,b))": Truth.TRUE,
    "given=And(a>0,b>0), then=Equal(Limit((a**n+b**n)**(1/n),n,oo), Min(a,b))": Truth.FALSE,
    "given=And(a>0,b>a), then=Equal(Limit((2*a**n+b**n)**(1/n),n,oo), b)": Truth.TRUE,
    "given=And(a>0,b>a), then=Equal(Limit((2*a**n+b**n)**(1/n),n,oo), a)": Truth.FALSE,
}


@pytest.mark.parametrize("limit", TOLD)
def test_a_limit_is_told_and_no_other_number(limit: str) -> None:
    assert truth_of(f"Equal({limit}, {TOLD[limit]})", x=x, n=n) is Truth.TRUE
    assert truth_of(f"Equal({limit}, 7)", x=x, n=n) is Truth.FALSE


@pytest.mark.parametrize("value", ["0", "1", "oo"])
@pytest.mark.parametrize("limit", WITHOUT)
def test_what_comes_back_to_two_values_has_no_limit(limit: str, value: str) -> None:
    assert truth_of(f"Equal({limit}, {value})", x=x, n=n) is Truth.FALSE


@pytest.mark.parametrize("limit", NOT_FALSE)
def test_what_only_seems_to_swing_is_not_said_to(limit: str) -> None:
    assert truth_of(f"Equal({limit}, {NOT_FALSE[limit]})", x=x, n=n) in (Truth.TRUE, Truth.UNDECIDED)


@pytest.mark.parametrize("limit", UNDEFINED)
def test_an_extreme_of_what_is_not_real_has_no_value(limit: str) -> None:
    assert truth_of(f"Equal({limit}, 0)", x=x) is None


def test_a_branch_that_is_not_taken_needs_no_value() -> None:
    stated = "Equal(Limit(Piecewise((Max(sqrt(x),x), x > 0), (0, True)),x,0,'below'), 0)"
    assert truth_of(stated, x=x) in (Truth.TRUE, Truth.UNDECIDED)


@pytest.mark.parametrize("stated", BASES)
def test_of_two_bases_the_larger_one_is_left(stated: str) -> None:
    assert truth_of(f"ForAll((a, b), {stated})", a=a, b=b, n=n) is BASES[stated]
