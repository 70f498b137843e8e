"""Tests of what is so of some number because it is so of all large ones, of sums that reach a bound late, of what has no value at
points that are no witnesses, and of obligations that need values themselves; truths by hand and by mpmath."""

from __future__ import annotations

import mpmath  # type: ignore[import-untyped]
import pytest

from probatum import integers, reals
from probatum.decide.numbers.partial_sums import turning_point
from probatum.decision import Truth
from tests.authored import authored, truth_of

x, a = reals("x a")
n, k = integers("n k")
NAMES = {"x": x, "a": a, "n": n, "k": k}
TRUTHS = {
    "Eventually(n, binomial(2*n,n)**(1/n) < 4)": Truth.TRUE,
    "Eventually(n, binomial(2*n,n)**(1/n) > 4)": Truth.FALSE,
    "Eventually(n, binomial(2*n,n)**(1/n) > Rational(39,10))": Truth.TRUE,
    "ForAll(n, given=n>=1, then=Sum(1/k,(k,1,n)) <= 10)": Truth.FALSE,
    "Exists(n, given=n>=1, then=Sum(1/sqrt(k),(k,1,n)) > 10)": Truth.TRUE,
    "Exists(n, given=n>=1, then=Sum(1/k,(k,1,n)) > 100)": Truth.TRUE,
    "Exists(n, given=n>=1, then=Sum(1/k**2,(k,1,n)) > 2)": Truth.FALSE,
    "ForAll(a, given=a>1, then=Exists(n, given=n>=1, then=a**n > 100))": Truth.TRUE,
    "ForAll(a, given=a>0, then=Exists(n, given=n>=1, then=a**n > 100))": Truth.FALSE,
    "ForAll(a, given=a>1, then=Exists(n, given=And(n>=1, n<=10), then=a**n > 100))": Truth.FALSE,
    "Exists(a, given=a>1, then=ForAll(n, given=n>=1, then=a**n <= 100))": Truth.FALSE,
    "ForAll(a, given=And(a>0, a<1), then=Exists(n, given=n>=1, then=a**n < Rational(1,1000)))": Truth.TRUE,
    "ForAll(a, given=And(a>=0, a<=1), then=Exists(n, given=n>=1, then=a**n < Rational(1,1000)))": Truth.FALSE,
    "Exists(x, then=Eq(sin(x)/x, 1))": Truth.FALSE,
    "Exists(x, then=Eq(sin(x)/x, Rational(1,2)))": Truth.TRUE,
    "Exists(x, then=And(x>0, Eq(exp(x)/x, 2)))": Truth.FALSE,
    "Exists(x, then=Eq(exp(x)/x, 3))": Truth.TRUE,
    "Exists(x, then=Eq(1/x+exp(x), 0))": Truth.FALSE,
}
NOT_TRUE = [  # the sides change their order at a pole alone
    "Exists(x, then=Eq(cosh(x)/x, 0))",
    "Exists(x, then=Eq(exp(x)/(x-1), 0))",
    "Exists(x, then=Eq((2+sin(x))/(3*x-1), 0))",
]


@pytest.mark.parametrize("stated", TRUTHS)
def test_what_is_so_far_out_is_found(stated: str) -> None:
    assert truth_of(stated, **NAMES) is TRUTHS[stated]


@pytest.mark.parametrize("stated", NOT_TRUE)
def test_sides_do_not_meet_at_a_pole(stated: str) -> None:
    assert truth_of(stated, **NAMES) is not Truth.TRUE


def test_the_first_number_of_terms_is_the_one_that_is_shown() -> None:
    stated = authored("ForAll(n, given=n>=1, then=Sum(1/k,(k,1,n)) <= 10)", **NAMES)
    found = turning_point(stated)
    assert found == {n: 12367}
    assert mpmath.harmonic(12366) < 10 < mpmath.harmonic(12367)


@pytest.mark.parametrize(
    "stated",
    [
        "ForAll(n, given=n>=1, then=Sum(1/k**2,(k,1,n)) < 2)",
        "ForAll(n, given=n>=1, then=Sum(1/(k-3),(k,1,n)) < 2)",
        "ForAll(n, given=n>=1, then=Sum(1/(k+n),(k,1,n)) < Rational(1,2))",
        "ForAll(n, given=And(n>=1, n<=100), then=Sum(1/k,(k,1,n)) <= 10)",
    ],
)
def test_no_number_is_shown_where_none_is_known(stated: str) -> None:
    assert turning_point(authored(stated, **NAMES)) is None
