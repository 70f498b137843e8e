"""Tests of what is reckoned with: a series that diverges, or a limit that is not there, is no number, also where it cancels."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decision import Truth
from tests.authored import truth_of

NAMES = {"x": reals("x"), "a": reals("a"), "k": integers("k")}

UNDEFINED = [
    "Equal(1 / Sum(1 / k, (k, 1, oo)), 0)",
    "Equal(0 * Sum((-1) ** k, (k, 0, oo)), 0)",
    "Equal(Sum(1 / k, (k, 1, oo)) - Sum(1 / k, (k, 1, oo)), 0)",
    "Equal(Sum(k, (k, 0, oo)) ** 0, 1)",
    "Equal(sign(Sum(k, (k, 0, oo))), 1)",
    "Equal(0 * Integral(1 / x, (x, -1, 1)), 0)",
    "Le(1 / Integral(1 / x**2, (x, -1, 1)), 1)",
    "Equal(0 * Limit(sin(x), x, oo), 0)",
    "Equal(Limit(1 / x, x, 0, '+') - Limit(1 / x, x, 0, '+'), 0)",
    "ForAll(a, then=Ge(a**2 + 0 * Limit(1 / x, x, 0), 0))",
    "Equal(Product(k, (k, -1, 1)) * Product(1 / k, (k, -1, 1)), 0)",
    "Equal(Sum(k, (k, -1, 1)) * Sum(1 / k, (k, -1, 1)) + 5, 5)",
    "Equal(Sum(k, (k, -1, 1)) * Sum(1 / k, (k, 1, oo)), 0)",
    "Equal(Sum(k, (k, -1, 1)) / Sum(1 / k, (k, -1, 1)), 0)",
    "Equal(Limit(x, x, 0) * Limit(1 / x**2, x, 0), 0)",
    "Equal(Integral(x, (x, 1, 1)) * Integral(1 / x, (x, -1, 1)), 0)",
    "Equal(Product(1, (k, 1, 3)) ** Sum(1 / k, (k, -1, 1)), 1)",
    "Equal(Sum(1 / k, (k, -1, 1)) ** Sum(k, (k, -1, 1)), 1)",
    "ForAll(a, then=Eq(Sum(k, (k, -1, 1)) * Sum(1 / (a - k), (k, -1, 1)), 0))",
    "ForAll(a, then=Eq(a * Sum((-1) ** k, (k, 0, oo)) - a * Sum((-1) ** k, (k, 0, oo)), 0))",
]
TRUE = [
    "Equal(1 / Sum(2 ** (-k), (k, 0, oo)), Rational(1, 2))",
    "Equal(0 * Sum(1 / k**2, (k, 1, oo)), 0)",
    "Equal(Sum(k, (k, -1, 1)) * Sum(1 / k**2, (k, 1, oo)), 0)",
    "ForAll(a, given=a > 1, then=Eq(Sum(k, (k, -1, 1)) * Sum(1 / (a - k), (k, -1, 1)), 0))",
    "Equal(Sum(1 / k, (k, 1, oo)), oo)",
    "Equal(Limit(-x, x, oo), -oo)",
    "Equal(Integral(1 / x**2, (x, 1, oo)) ** 0, 1)",
    "ForAll(a, then=Ge(a**2 + 0 * Limit(sin(x) / x, x, 0), 0))",
]


NOT_REAL = [
    "Equal(Limit(Abs(sqrt(x)), x, 0), 0)",
    "Equal(Limit(acos(2) * x, x, 0), 0)",
    "Equal(Limit(sqrt(x * sin(1 / x)), x, 0), 0)",
    "Equal(Limit(Abs(sqrt(-k) / k), k, oo), 0)",
    "Equal(Integral(acos(2) * x, (x, -1, 1)), 0)",
    "ForAll(a, given=a < 0, then=Eq(Integral(sqrt(a) * x, (x, -1, 1)), 0))",
    "Equal(sqrt(-1) ** 4, 1)",
]
NO_POWERS = [
    "Equal(Integral((x + 1) / (exp(x) + 1), (x, 0, oo)), pi**2 / 12)",
    "Equal(Integral((x**2 + 1) / (exp(x) + 1), (x, 0, oo)), 3 * zeta(3) / 2)",
]


@pytest.mark.parametrize("source", NOT_REAL)
def test_what_is_not_real_near_by_is_not_decided(source: str) -> None:
    assert truth_of(source, **NAMES) in (Truth.UNDECIDED, None)


@pytest.mark.parametrize("source", NO_POWERS)
def test_a_sum_is_not_taken_for_a_power(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.TRUE


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_is_no_number_is_not_reckoned_with(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize("source", TRUE)
def test_what_converges_is_a_number_and_an_infinity_an_answer(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE
