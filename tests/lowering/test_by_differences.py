"""Tests of sums of what is rounded; the first sums by hand: 0, 1, 2, 4, 6, 9 of floor(k/2) from 1 on."""

from __future__ import annotations

import pytest

from probatum import integers
from probatum.decision import Truth
from probatum.lowering.sums.by_differences import by_differences
from tests.authored import authored, truth_of
from tests.each import each

n, m, k = integers("n m k")
NAMES = {"n": n, "m": m, "k": k}
HALVES = "Sum(floor(k/2), (k, 1, n))"
DECIDED = {
    f"n >= 0, then=Eq({HALVES}, floor(n**2/4))": Truth.TRUE,
    f"n >= 3, then=Eq({HALVES}, floor(n**2/4))": Truth.TRUE,
    f"n >= 3, then=Eq({HALVES}, floor(n**2/4) + 1)": Truth.FALSE,
    f"n >= 1, then=Eq({HALVES}, floor((n**2 + 2)/4))": Truth.TRUE,
    f"n >= 1, then=Eq({HALVES}, floor((n**2 + 3)/4))": Truth.FALSE,
    f"n > 0, then=Eq({HALVES}, floor(n/2)*floor((n + 1)/2))": Truth.TRUE,
    f"n >= 1, then={HALVES} >= n**2/4": Truth.FALSE,
    "n >= 1, then=Eq(Sum(Mod(k, 2), (k, 1, n)), floor((n + 1)/2))": Truth.TRUE,
    "n >= 1, then=Eq(Sum(Mod(k, 2), (k, 1, n)), floor(n/2))": Truth.FALSE,
    "n >= 0, then=Eq(Sum(floor(k/3), (k, 0, n)), floor(n*(n - 1)/6))": Truth.TRUE,
    "n >= 0, then=Eq(Sum(floor(k/3), (k, 0, n)), floor(n**2/6))": Truth.FALSE,
}
LEFT = [  # false at first, sums of what is not rounded, from no number on, of other ends, and of other numbers
    f"n >= 1, then=Eq({HALVES}, floor(n**2/4) + 1)",
    f"n >= -3, then=Eq({HALVES}, floor(n**2/4))",
    f"And(n >= 1, n <= 9), then=Eq({HALVES}, floor(n**2/4))",
    f"n >= Rational(1, 2), then=Eq({HALVES}, floor(n**2/4))",
    f"n <= 3, then=Eq({HALVES}, floor(n**2/4))",
    f"n >= 1, then=Ne({HALVES}, 3)",
    f"n >= 1, then=Eq({HALVES}**2, floor(n**2/4)**2)",
    "n >= 1, then=Eq(Sum(k, (k, 1, n)), n*(n + 1)/2)",
    "n >= 1, then=Eq(Sum(floor(k/2), (k, 1, 2*n)), n**2)",
    "n >= 1, then=Eq(Sum(floor(k/n), (k, 1, n)), 1)",
]


@pytest.mark.parametrize("stated", DECIDED)
def test_a_sum_is_what_its_differences_say(stated: str) -> None:
    assert truth_of(f"ForAll(n, given={stated})", **NAMES) is DECIDED[stated]


def test_nothing_is_written_otherwise_where_it_would_not_follow() -> None:
    for stated in each(LEFT):
        made = authored(f"ForAll(n, given={stated})", **NAMES)
        assert by_differences(made) == made
