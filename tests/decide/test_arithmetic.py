"""Tests of statements about integers that hang on irrational and transcendental numbers, on forms
and on the exponents of primes.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import sympy

from probatum import integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Strength, Truth
from probatum.lowering.whole_numbers.never_equal import by_arithmetic
from probatum.proposition.truth import holds_at
from tests.authored import authored, truth_of
from tests.each import each

x = reals("x")
n, k, m = integers("n k m")
NAMES = {"x": x, "n": n, "k": k, "m": m}
# What stands behind each, and beside it a case that is otherwise.
NEVER = {
    "ForAll((n,k), given=k>=1, then=Ne(n/k,sqrt(2)))": "ForAll((n,k), given=k>=1, then=Ne(n/k,sqrt(4)))",
    "ForAll((n,k), given=And(n>=1,k>=1), then=Ne(n**2,2*k**2))": "ForAll((n,k), given=And(n>=1,k>=1), then=Ne(n**2,4*k**2))",
    "ForAll((n,k), given=And(n>=1,k>=1), then=Ne(n**3,2*k**3))": "ForAll((n,k), then=Ne(n**3,2*k**3))",
    "ForAll((n,k), given=k>=1, then=Ne(n/k,sqrt(2)+sqrt(3)))": "ForAll((n,k), then=Ne(n*sqrt(6)+k*sqrt(24),0))",
    "ForAll((n,k), given=Ne(n,0), then=Ne(n*cbrt(2)+k*cbrt(4),1))": "ForAll((n,k), then=Ne(n*cbrt(2)+k*cbrt(4),0))",
    "ForAll((n,k), given=And(n>=1,k>=1), then=Ne(2**n,3**k))": "ForAll((n,k), given=And(n>=1,k>=1), then=Ne(2**n,4**k))",
    "ForAll((n,k), given=k>=1, then=Ne(n/k,log(3)/log(2)))": "ForAll((n,k), given=k>=1, then=Ne(n/k,log(8)/log(4)))",
    "ForAll((n,k), given=k>=1000, then=Ne(n/k,1000003*log(9)/log(4)))": "ForAll((n,k), given=k>=1000, then=Ne(n/k,1000003*log(8)/log(4)))",
    "ForAll((n,k), given=k>=1, then=Ne(n/k,pi))": "ForAll((n,k), then=Ne(n,k*pi))",
    "ForAll((n,k), given=k>=1, then=Ne(n/k,exp(1)))": "ForAll((n,k), then=Ne(n,k*exp(1)))",
    "ForAll((n,k), given=And(n>=1,k>=1), then=Ne(exp(n),k))": "ForAll((n,k), given=k>=1, then=Ne(exp(n),k))",
    "ForAll(n, given=n>=1, then=Ne(sin(n),0))": "ForAll(n, then=Ne(sin(n),0))",
    "ForAll(n, given=n>=1, then=Ne(sin(2*n),sin(n)))": "ForAll(n, then=Ne(sin(2*n),2*sin(n)*cos(n)))",
    "ForAll(n, given=n>=1, then=Ne(cot(n),n))": "ForAll(n, then=Ne(tan(n),n))",
    "ForAll(n, given=n>=1, then=sin(n)+cos(n)<sqrt(2))": "ForAll(n, then=cos(n)<1)",
    "ForAll(n, given=n>=2, then=Ne(log(n)**2+log(n),3))": "ForAll(n, given=n>=1, then=Ne(log(n),0))",
    "ForAll(n, given=Eq(sin(n),0), then=Eq(n,0))": "ForAll(n, given=Eq(sin(n),0), then=Ne(n,0))",
    "ForAll((n,k), given=Eq(2**n,3**k), then=And(Eq(n,0),Eq(k,0)))": "ForAll((n,k), given=Eq(2**n,4**k), then=And(Eq(n,0),Eq(k,0)))",
    "ForAll(n, given=n>=1, then=tan(n)**2>=0)": "ForAll(n, given=n>=1, then=tan(n)**2<0)",
}


@pytest.mark.parametrize("source", NEVER)
def test_what_is_never_the_same_is_proved(source: str) -> None:
    found = decide(authored(source, **NAMES), thorough=False)
    assert (found.truth, found.strength) == (Truth.TRUE, Strength.PROVED)


@pytest.mark.parametrize("source", NEVER.values(), ids=str)
def test_what_is_the_same_somewhere_is_refuted(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_nothing_satisfies_what_says_that_they_are_the_same() -> None:
    assert truth_of("ForAll(n, given=Eq(sin(n),Rational(1,2)), then=n>5)", **NAMES) is Truth.VACUOUS
    assert truth_of("Exists((n,k), given=k>=1, then=Eq(n**2,2*k**2))", **NAMES) is Truth.FALSE


@pytest.mark.parametrize("relation", ["Ne(k*factorial(n/2)**2,pi)", "Ne(4*factorial(n/k)**2,pi)", "Ne(k*binomial(n,Rational(1,2)),pi*m)"])
def test_what_is_counted_of_no_integer_may_be_transcendental(relation: str) -> None:
    statement = authored(f"ForAll((n,k,m), given=And(n>=1,k>=1,m>=1), then={relation})", **NAMES)
    assert by_arithmetic(statement) == (statement, ())


@pytest.mark.parametrize(
    "relation",
    [
        "Ne(n**2+k,0)", "Ne(n**2+k**2,m**2)", "Ne(x**2,2*k**2)", "Ne(n**2,EulerGamma*k**2)", "Ne(0**n,0**k)", "Ne(x*sqrt(2),k)",
        "Ne(sqrt(n)*sqrt(2),k)", "Ne(n*sqrt(2)*sin(n*pi/4),k)", "Ne(n*log(2)+k*log(3),m)", "Ne(n*log(2)*log(3),k)", "Ne(n*log(x)/log(x),k)",
    ],
)  # fmt: skip
def test_what_no_theorem_tells_stays_as_it_is(relation: str) -> None:
    statement = authored(f"ForAll((n,k,m,x), given=And(n>=1,k>=1,m>=1,x>=2), then={relation})", **NAMES)
    assert by_arithmetic(statement) == (statement, ())


WRITTEN = [
    "Ne(sin(2*n)-sin(n)*k,0)", "Ne(cos(n)**2,k)", "Eq(tan(n),k)", "Ne(exp(n)+exp(2*n)*k,m)", "cosh(n)<k+1",
    "Eq(sinh(n)*k,0)", "Ne(n*pi+k*pi**2,m*pi)", "Eq(n*sqrt(2)+k*sqrt(8),m)", "Ne(n*sqrt(2)+k*sqrt(3),m*sqrt(6))",
    "Eq(n*2**Rational(1,3),k*2**Rational(2,3))", "Ne(n**3-k**3,0)", "Eq(n**3-2*k**3,0)", "Ne(n**4,k**4)",
    "n**2>2*k**2", "Eq(6**n,2**k*3**m)", "Ne(Rational(4,9)**n,Rational(2,3)**k)", "Eq(n*log(2)+k*log(3),m*log(12))",
    "sin(n)<k", "sin(n)+cos(n)>k*sqrt(2)", "Ne(n*log(8)/log(4),k)", "Eq(n*log(8)/log(4)+k/2,m)",
]  # fmt: skip


@pytest.mark.parametrize("relation", WRITTEN)
def test_what_is_said_otherwise_is_so_at_the_same_integers(relation: str) -> None:
    statement = authored(f"ForAll((n,k,m), then={relation})", **NAMES)
    other, theorems = by_arithmetic(statement)
    assert theorems
    values = [sympy.Integer(value) for value in (-2, -1, 0, 1, 2)]
    told = 0
    for point in each(itertools.product(values, repeat=3)):
        at: dict[Any, Any] = dict(zip((n, k, m), point, strict=True))
        before, after = holds_at(statement.then, at), holds_at(other.then, at)
        told += before is not None
        assert before is None or after is before
    assert told > 100
