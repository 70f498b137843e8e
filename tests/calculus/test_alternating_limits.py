"""Tests of limits of sequences with powers of negative numbers, and of squeezes."""

from __future__ import annotations

import pytest
import sympy

from probatum import integers, reals
from probatum.calculus.limits.swings import turns
from probatum.decision import Truth
from tests.authored import truth_of

x = reals("x")
n = integers("n")
DECIDED = {
    "Eq(Limit((-1)**(n*(n+1)/2)/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit((-1)**(n*(n+1)*(n+2)/6)/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit((-1)**(n*(n+1)/2),n,oo),0)": Truth.FALSE,
    "Eq(Limit((-1)**(n*(n+1)),n,oo),1)": Truth.TRUE,
    "Eq(Limit((-1)**(n*(n+1)/2)*n/(n+1),n,oo),0)": Truth.FALSE,
    "Eq(Limit((-2)**n/3**n,n,oo),0)": Truth.TRUE,
    "Eq(Limit((2+(-1)**n)**(1/n),n,oo),1)": Truth.TRUE,
    "Eq(Limit((2+(-1)**n)**(1/n),n,oo),2)": Truth.FALSE,
    "Eq(Limit(log(2+(-1)**n)/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit((3**n+(-2)**n)**(1/n),n,oo),3)": Truth.TRUE,
    "Eq(Limit((2+(-1)**n)**n/3**n,n,oo),0)": Truth.FALSE,  # 1 along even numbers
    "Eq(Limit((1+2*(-1)**n)**(1/n),n,oo),1)": Truth.UNDECIDED,  # of -1 along odd ones
    "Eq(Limit((-2)**n/2**n,n,oo),0)": Truth.FALSE,
    "Eq(Limit((-1)**n*sin(n)/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit(Mod(n,2),n,oo),0)": Truth.FALSE,
    "Eq(Limit(Mod(n,2),n,oo),1)": Truth.FALSE,
    "Eq(Limit(Mod(n**2,4)/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit((-1)**n+2*Mod(n,2),n,oo),1)": Truth.TRUE,
    "Eq(Limit((-1)**n+Mod(n,2),n,oo),1)": Truth.FALSE,
    "Eq(Limit(Mod(n,3)+Mod(n+1,3)+Mod(n+2,3),n,oo),3)": Truth.TRUE,
    "Eq(Limit(Mod(n,3)+Mod(n+1,3),n,oo),3)": Truth.FALSE,
    "Eq(Limit(Mod(n*(n+1),2)+1/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit(Mod(n,13),n,oo),1)": Truth.UNDECIDED,
    "Eq(Limit((n+Mod(n,5))/(2*n-Mod(n,2)),n,oo),Rational(1,2))": Truth.TRUE,
    "Eq(Limit((-1)**n/n+sin(pi*n*(n+1)*(2*n+1)/3),n,oo),0)": Truth.UNDECIDED,  # the sine is 0
    "Eq(Limit((-1)**n*(sin(pi*n*(n+1)*(2*n+1)/3)+1/n),n,oo),1)": Truth.UNDECIDED,
    "Eq(Limit((-1)**n*sin(n),n,oo),0)": Truth.FALSE,
    "Eq(Limit(sin(n/2+1)+1/n,n,oo),0)": Truth.FALSE,
    "Eq(Limit(n*cos(2*n),n,oo),oo)": Truth.FALSE,
    "Eq(Limit(sin(pi*n)+1/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit((sin(n)+cos(2*n))**2/n,n,oo),0)": Truth.TRUE,
    "Eq(Limit((sin(n)+cos(2*n))**2/n,n,oo),1)": Truth.FALSE,
    "Eq(Limit((n+sin(n))/(n+cos(n)),n,oo),1)": Truth.TRUE,
    "Eq(Limit(x**2*sin(1/x)/sin(x),x,0),0)": Truth.TRUE,
    "Eq(Limit(sin(1/x),x,0),0)": Truth.FALSE,
}


@pytest.mark.parametrize("source", DECIDED)
def test_signs_that_come_again_after_some_steps_are_told(source: str) -> None:
    assert truth_of(f"ForAll((), then={source})", x=x, n=n) is DECIDED[source]


def test_a_power_that_is_no_real_number_has_no_limit() -> None:
    source = "ForAll((), then=Eq(Limit((-1)**(n/2)/n,n,oo),0))"
    assert truth_of(source, n=n) in (None, Truth.UNDECIDED)
    source = "ForAll((), then=Eq(Limit((-1)**(n/30)/n,n,oo),0))"  # longer than is looked
    assert truth_of(source, n=n) in (None, Truth.UNDECIDED)


def test_waves_turn_by_what_is_seen_of_them() -> None:
    n, a = sympy.symbols("n a", integer=True)
    for turning in (sympy.sin(n), n * sympy.cos(2 * n + 1) + 1 / n):
        assert turns(turning, n)
    for still in (1 / n, n * sympy.sinc(sympy.pi * n), sympy.sin(2 * sympy.pi * n + a), sympy.sin(a * n), sympy.sin(n**2)):
        assert not turns(still, n)
