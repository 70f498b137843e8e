"""Tests of rational functions of logarithms: what vanishes is told, and nothing else is."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from probatum.proposition.numbers.logarithms import vanishes_by_logarithms

log = sympy.log
R = sympy.Rational


@pytest.mark.parametrize(
    "number",
    [
        log(2) / log(2**137) - R(1, 137),
        log(2**137) / log(8**41) - R(137, 123),
        log(R(8, 27)) * log(36) - 6 * log(R(2, 3)) * log(6),
        log(12) - log(18) - log(2) + log(3),
        (log(10) ** 2 - log(4) * log(25) - log(R(5, 2)) ** 2) / log(7),
        log(R(1, 10**40)) + 40 * log(10),
    ],
    ids=str,
)
def test_what_vanishes_is_told(number: sympy.Expr) -> None:
    assert vanishes_by_logarithms(number)


@pytest.mark.parametrize(
    "number",
    [
        log(2) / log(2**137 + 1) - R(1, 137),
        log(2**137) / log(8**41) - R(137, 124),
        log(12) - log(18) - log(2) + 2 * log(3),
        log(2) * log(3) - log(6),
        log(2) - log(sympy.sqrt(2), evaluate=False) * 2,
    ],
    ids=str,
)
def test_what_does_not_or_is_not_of_rational_numbers_is_not(number: sympy.Expr) -> None:
    assert not vanishes_by_logarithms(number)


def test_nothing_over_nothing_is_not_zero() -> None:
    undefined = sympy.Mul(log(4) - log(2) * 2, 1 / (log(9) - 2 * log(3)), evaluate=False)
    assert not vanishes_by_logarithms(undefined)


@given(st.lists(st.integers(2, 60), min_size=1, max_size=4), st.integers(-6, 6), st.integers(1, 5))
def test_a_product_is_the_sum_and_another_is_not(factors: list[int], more: int, power: int) -> None:
    whole = sympy.prod(factors) ** power
    parts = sympy.Add(*(power * log(each) for each in factors))
    assert vanishes_by_logarithms(log(whole, evaluate=False) - parts)
    assert vanishes_by_logarithms(log(whole + abs(more), evaluate=False) - parts) is (more == 0)
