"""Tests of limits of what swings near the point, and of what has no value at places ever nearer."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decision import Truth
from tests.authored import truth_of

x = reals("x")
n = integers("n")
TOLD = {
    "Limit(x/(2+sin(1/x)),x,0)": "0",
    "Limit(x**2*log(2+sin(1/x)),x,0)": "0",
    "Limit(exp(-x)*log(3+cos(x)),x,oo)": "0",
    "Limit(x*frac(1/x**2),x,0)": "0",
    "Limit((x+sin(x))/(x-cos(x)),x,oo)": "1",
    "Limit(1/(n*(2+sin(n))),n,oo)": "0",
    "Limit(x*(-1)**floor(1/x),x,0,'+')": "0",
    "Limit((-1)**floor(x),x,0,'-')": "-1",
    "Limit((-1)**(2*floor(x)),x,oo)": "1",
    "Limit(x*(log(x+1)-log(x)),x,oo)": "1",
    "Limit(sin(x)**2+cos(x)**2,x,oo)": "1",
    "Limit((x*sin(x)**2+x*cos(x)**2+1)/x,x,oo)": "1",
    "Limit((sin(x)**2+cos(x)**2)**x,x,oo)": "1",
    "Limit(3*sin(1/x)**2+3*cos(1/x)**2,x,0)": "3",
}
# Undefined at places ever nearer to the point, or without bound near such places.
NOT_TRUE = [
    "Limit(x*sin(1/sin(1/x)),x,0,'+')",
    "Limit(x*log(Abs(sin(1/x))),x,0,'+')",
    "Limit(x/(1+sin(1/x)),x,0)",
    "Limit(exp(-x)*log(1+cos(x)),x,oo)",
    "Limit(sin(x)/x+tan(x)/x**2,x,oo)",
    "Limit(x*sqrt(Rational(1,2)-sin(1/x)**2),x,0)",
]
GROWING = [
    "Limit((3+sin(x))**x/x,x,oo)",
    "Limit((2+sin(n))**n/n,n,oo)",
    "Limit((1+frac(x))**x/x,x,oo)",
    "Limit((2*sin(n))**(2*n)/n,n,oo)",
    "Limit((-1)**n*(2+cos(n))**n/n,n,oo)",
    "Limit(x*(2+sin(1/x))**(1/x),x,0,'+')",
]


@pytest.mark.parametrize("limit", TOLD)
def test_what_is_bounded_beside_what_vanishes_is_told(limit: str) -> None:
    assert truth_of(f"Equal({limit}, {TOLD[limit]})", x=x, n=n) is Truth.TRUE
    assert truth_of(f"Equal({limit}, {TOLD[limit]} + 1)", x=x, n=n) is Truth.FALSE


@pytest.mark.parametrize("limit", NOT_TRUE)
def test_what_lacks_values_ever_nearer_has_no_limit_for_sure(limit: str) -> None:
    assert truth_of(f"Equal({limit}, 0)", x=x) in (Truth.UNDECIDED, None)


@pytest.mark.parametrize("limit", GROWING)
def test_powers_of_what_is_bounded_need_not_be(limit: str) -> None:
    assert truth_of(f"Equal({limit}, 0)", x=x, n=n) in (Truth.FALSE, Truth.UNDECIDED, None)


def test_a_wave_of_whole_numbers_is_not_taken_for_one_that_moves_without_jumps() -> None:
    stated = "Equal(Limit(cos(pi*(floor(1/x)**2+floor(1/x))),x,0,'+'), 1)"
    assert truth_of(stated, x=x) in (Truth.TRUE, Truth.UNDECIDED)


def test_the_factorial_of_a_real_number_need_not_be_whole() -> None:
    assert truth_of("ForAll(x, given=x > 0, then=(-1)**factorial(x) <= 1)", x=x) is None
