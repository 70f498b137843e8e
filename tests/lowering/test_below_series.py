"""Tests of sums by the whole of their series, and of products that telescope."""

from __future__ import annotations

import pytest

from probatum import integers
from probatum.decision import Truth
from tests.authored import truth_of

n, k = integers("n k")
SUMS = {
    "ForAll(n, given=n >= 1, then=Sum(1/k**2, (k, 1, n)) <= Rational(17, 10))": Truth.TRUE,  # pi^2/6 = 1.645
    "ForAll(n, given=n >= 1, then=Sum(1/k**2, (k, 1, n)) <= Rational(16, 10))": Truth.FALSE,
    "ForAll(n, given=n >= 0, then=Sum(1/factorial(k), (k, 0, n)) < Rational(272, 100))": Truth.TRUE,  # e = 2.718
    "ForAll(n, given=n >= 0, then=Sum(1/factorial(k), (k, 0, n)) < Rational(271, 100))": Truth.FALSE,
    "ForAll(n, given=n >= 1, then=Sum(-1/k**2, (k, 1, n)) > -2)": Truth.TRUE,
    "ForAll(n, given=n >= 1, then=Sum(-1/k**2, (k, 1, n)) > -1)": Truth.FALSE,
    "ForAll(n, given=n >= 1, then=Sum((-1)**k/k, (k, 1, n)) > -log(2))": Truth.FALSE,  # -1 at first
    "Exists(n, given=n >= 1, then=Sum(1/k**2, (k, 1, n)) > 2)": Truth.FALSE,
    "Exists(n, given=n >= 1, then=Sum(1/k, (k, 1, n)) > 5)": Truth.TRUE,  # from 83 on
    "Exists(n, given=n >= 1, then=Sum(2**k/k, (k, 1, n)) > 1000)": Truth.TRUE,
    "Exists(n, given=n >= 1, then=Product(k, (k, 1, n)) > 10**4)": Truth.TRUE,
}
PRODUCTS = {
    "ForAll(n, given=n >= 2, then=Product(1 - 1/k**2, (k, 2, n)) > Rational(1, 2))": Truth.TRUE,  # (n + 1)/(2n)
    "ForAll(n, given=n >= 2, then=Product(1 - 1/k**2, (k, 2, n)) > Rational(51, 100))": Truth.FALSE,
    "ForAll(n, given=n >= 1, then=Product((k + 2)/k, (k, 1, n)) <= (n + 2)**2)": Truth.TRUE,  # (n + 1) (n + 2)/2
    "ForAll(n, given=n >= 1, then=Product((k + 2)/k, (k, 1, n)) <= n**2/2)": Truth.FALSE,
    "ForAll(n, given=n >= 2, then=Product((k - 3)/(k - 1), (k, 2, n)) >= 0)": Truth.FALSE,  # -1 at first, then 0
    "ForAll(n, given=n >= 3, then=Product((k - 3)/(k - 1), (k, 2, n)) >= 0)": Truth.TRUE,
    "ForAll(n, given=n >= 1, then=Product(1 - 1/(k - 3)**2, (k, 1, n)) < 5)": None,
    "Exists(n, given=n >= 1, then=Product(1 - 1/k**2, (k, 2, n)) < Rational(1, 2))": Truth.FALSE,
}
BOUNDS = {  # of a witness, said beside what it is to satisfy
    "Exists(n, then=And(Eq(sin(pi*n/2), 1), n > 100))": Truth.TRUE,
    "Exists(n, then=And(n >= 1, Sum(1/k, (k, 1, n)) > 6))": Truth.TRUE,
    "Exists(n, then=And(n >= 1, n <= 80, Sum(1/k, (k, 1, n)) > 5))": Truth.FALSE,
}


@pytest.mark.parametrize("source", SUMS)
def test_sums_are_below_the_whole_of_their_series(source: str) -> None:
    assert truth_of(source, n=n, k=k) is SUMS[source]


@pytest.mark.parametrize("source", PRODUCTS)
def test_products_of_factors_that_cancel_are_those_that_are_left(source: str) -> None:
    assert truth_of(source, n=n, k=k) is PRODUCTS[source]


@pytest.mark.parametrize("source", BOUNDS)
def test_bounds_of_a_witness_may_be_supposed(source: str) -> None:
    assert truth_of(source, n=n, k=k) is BOUNDS[source]
