"""Tests of products below the whole infinite product, and of sequences whose quotient rises to its limit: true statements by hand and
by mpmath, and twins that are false from some number on, or at the first."""

from __future__ import annotations

import pytest

from probatum import integers
from probatum.decision import Truth
from probatum.lowering.steps.rising_quotients import by_rising_quotients
from probatum.lowering.sums.below_products import by_whole_products
from tests.authored import authored, truth_of
from tests.each import each

n, k = integers("n k")
NAMES = {"n": n, "k": k}
DECIDED = {
    "n >= 1, then=binomial(2*n,n) < 4**n/sqrt(3*n)": Truth.TRUE,
    "n >= 1, then=binomial(2*n,n) < 4**n/sqrt(pi*n)": Truth.TRUE,
    "n >= 1, then=binomial(2*n,n) < 4**n/sqrt(4*n)": Truth.FALSE,
    "n >= 1, then=binomial(2*n,n) < 4**n/sqrt(Rational(63,20)*n)": Truth.FALSE,
    "n >= 1, then=Product(1+1/k**2,(k,1,n)) < 4": Truth.TRUE,
    "n >= 1, then=Product(1+1/k**2,(k,1,n)) < Rational(3677,1000)": Truth.TRUE,
    "n >= 1, then=Product(1+1/k**2,(k,1,n)) < 3": Truth.FALSE,
    "n >= 2, then=Product(1-1/k**3,(k,2,n)) > Rational(8,10)": Truth.TRUE,
    "n >= 2, then=Product(1-1/k**3,(k,2,n)) > Rational(81,100)": Truth.FALSE,
    "n >= 1, then=Product(1-1/(2*k),(k,1,n)) > 0": Truth.TRUE,
    "n >= 1, then=Product(1+1/k,(k,1,n)) < 1000": Truth.FALSE,
}
LEFT = [  # the factors are on no one side of 1, the product grows, the quotient falls, tends to more, or starts before zero
    "n >= 1, then=Product(1+1/k,(k,1,n)) < 1000",
    "n >= 1, then=Product(1-3/k**2,(k,1,n)) < 4",
    "n >= 1, then=Product(1+1/k**2,(k,1,n)) > 4",
    "n >= 1, then=2 < Product(1-1/(2*k**2),(k,1,n))*n",
    "n >= 1, then=Product(1+1/k**2,(k,1,n))**2 < 16",
    "n >= 1, then=binomial(2*n,n) < 4**n/sqrt(Rational(63,20)*n)",
    "n >= -3, then=binomial(2*n,n) < 4**n/sqrt(3*n)",
    "And(n >= 1, n <= 9), then=binomial(2*n,n) < 4**n/sqrt(3*n)",
    "n >= 1, then=binomial(n,2*n) < 4**n",
]


@pytest.mark.parametrize("stated", DECIDED)
def test_what_stays_below_is_proved_and_no_more(stated: str) -> None:
    assert truth_of(f"ForAll(n, given={stated})", **NAMES) is DECIDED[stated]


def test_what_is_no_relation_is_left() -> None:
    for stated in each(
        ("ForAll(n, then=Exists(k, then=And(k <= n, n < k + 1)))", "ForAll(n, given=n>=1, then=Equal(n, Product(1+1/k,(k,1,n))-1))")
    ):
        made = authored(stated, **NAMES)
        assert by_whole_products(made) is by_rising_quotients(made) is made


def test_nothing_is_written_otherwise_where_it_would_not_follow() -> None:
    for stated in each(LEFT):
        made = authored(f"ForAll(n, given={stated})", **NAMES)
        assert by_whole_products(made) == made
        assert by_rising_quotients(made) == made
