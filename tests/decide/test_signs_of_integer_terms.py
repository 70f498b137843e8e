"""Tests of terms with integers of whose sign or kind SymPy is sure too soon: arcs, binomial coefficients, roots of negative numbers."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

NAMES = {"x": sympy.Symbol("x", real=True)} | {name: sympy.Symbol(name, integer=True) for name in "nk"}
ARCS = {  # of an integer they are zero at one place
    "ForAll(n, given=Abs(n)<=1, then=Eq(asin(n)/asin(n), 1))": None,
    "ForAll(n, then=Eq(atan(n)/atan(n), 1))": None,
    "ForAll(n, given=n>=1, then=Eq(atan(n)/atan(n), 1))": Truth.TRUE,
    "ForAll(n, given=Abs(n)<=1, then=Eq(0/acos(n), 0))": None,
    "ForAll(n, given=Abs(n)<=1, then=Eq(Piecewise((1,Eq(acos(n),0)),(2,True)), Piecewise((1,Eq(n,1)),(2,True))))": Truth.TRUE,
    "ForAll(n, given=Abs(n)<=1, then=Eq(Piecewise((1,Eq(acos(n),0)),(2,True)), 2))": Truth.FALSE,
    "ForAll(n, then=Eq(sign(atan(n**2)), 1))": Truth.FALSE,
    "ForAll((), then=Equal(Sum(acos(k)/acos(k),(k,0,1)), 2))": None,
    "ForAll((), then=Equal(Sum(acos(k)/acos(k),(k,-1,0)), 2))": Truth.TRUE,
    "Exists(n, then=Eq(asin(n), 0))": Truth.TRUE,
    "Exists(n, given=Eq(n,1), then=Eq(asin(n), 0))": Truth.FALSE,
}
BINOMIALS = {  # negative below zero only
    "ForAll(n, given=n>=3, then=Eq(Sum(Max(0,binomial(k,3)),(k,3,n)), 0))": Truth.FALSE,
    "ForAll(n, given=n>=3, then=Eq(Sum(Abs(binomial(k,3)),(k,3,n)), binomial(n+1,4)))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(Abs(binomial(k,3)),(k,0,5)), 15))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(Abs(binomial(k,3)),(k,0,5)), -15))": Truth.FALSE,
    "ForAll((), then=Equal(Sum(sign(binomial(k,3)),(k,3,5)), 3))": Truth.TRUE,
    "ForAll(n, given=n>=0, then=Eq(Abs(binomial(n,5)), binomial(n,5)))": Truth.TRUE,
    "ForAll(n, given=n>=0, then=Eq(Abs(binomial(n,5)), -binomial(n,5)))": Truth.FALSE,
    "ForAll(n, given=n>=0, then=Eq(Max(0,binomial(n,3)), binomial(n,3)))": Truth.TRUE,
    "ForAll(n, given=n>=0, then=Eq(Max(0,binomial(n,3)), 0))": Truth.FALSE,
    "ForAll((n,k), given=And(n>=0,k>=0), then=Eq(Max(0,binomial(n,2*k+1)), binomial(n,2*k+1)))": Truth.TRUE,
    "ForAll(n, given=n>=3, then=Eq(sign(binomial(n,3)), -1))": Truth.FALSE,
}
NEVER_REFUTED = (  # true, with roots of negative numbers that are real
    "ForAll(n, given=n>=0, then=Eq(Product((-1)**k,(k,1,n)), (-1)**(n*(n+1)/2)))",
    "ForAll(n, given=n>=1, then=Eq(Product((-2)**k,(k,1,n)), (-2)**(n*(n+1)/2)))",
    "ForAll(n, given=n>=0, then=Or(Eq(factorial(n),(-1)**(n*(n+1)/2)), Ne(n,0)))",
)
ROWS = ARCS | BINOMIALS


@pytest.mark.parametrize("source", ROWS)
def test_it_is_decided_as_it_is(source: str) -> None:
    assert truth_of(source, **NAMES) is ROWS[source]


@pytest.mark.parametrize("source", NEVER_REFUTED)
def test_what_is_true_is_not_refuted(source: str) -> None:
    assert truth_of(source, **NAMES) in (Truth.TRUE, Truth.UNDECIDED)
