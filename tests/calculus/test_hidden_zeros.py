"""Tests of series whose terms tend to zero, written as numbers that are zero and do not look it."""

from __future__ import annotations

import pytest

from probatum import integers
from probatum.decision import Truth
from tests.authored import truth_of

k = integers("k")
RADICALS = "(sqrt(2) + sqrt(3) - sqrt(5 + 2*sqrt(6)))"  # the last one squared is that of the sum
LOGARITHMS = "(log(6) - log(2) - log(3))"


@pytest.mark.parametrize("zero", [RADICALS, LOGARITHMS])
def test_such_a_summand_changes_nothing(zero: str) -> None:
    series = f"Sum({zero} + 2**(-k), (k, 0, oo))"
    assert truth_of(f"Equal({series}, 2)", k=k) is Truth.TRUE
    assert truth_of(f"Equal({series}, -oo)", k=k) is Truth.FALSE


@pytest.mark.parametrize("factor", ["(-1)**k", "Mod(k, 2)"])
def test_nor_does_one_that_comes_and_goes(factor: str) -> None:
    series = f"Sum({factor}*{RADICALS} + 2**(-k), (k, 0, oo))"
    assert truth_of(f"Equal({series}, 2)", k=k) is Truth.TRUE


def test_nor_one_over_the_index() -> None:
    series = f"Sum({RADICALS}/k + 2**(-k), (k, 1, oo))"
    assert truth_of(f"Equal({series}, 1)", k=k) in (Truth.TRUE, Truth.UNDECIDED)
    assert truth_of(f"Equal({series}, -oo)", k=k) in (Truth.FALSE, Truth.UNDECIDED)


def test_a_small_number_that_is_not_zero_adds_up() -> None:
    series = "Sum(sqrt(2) + sqrt(3) - sqrt(5 + 2*sqrt(6) + Rational(1, 10**30)) + 2**(-k), (k, 0, oo))"
    assert truth_of(f"Equal({series}, -oo)", k=k) is Truth.TRUE
