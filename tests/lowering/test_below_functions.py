"""Tests of first terms of power series by the function; twins by hand, at x = 0 and 1 and for few terms."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decision import Truth
from probatum.lowering.analysis.below_functions import by_functions
from tests.authored import authored, truth_of
from tests.each import each

x, a = reals("x a")
n, k = integers("n k")
NAMES = {"x": x, "a": a, "n": n, "k": k}
EXPONENTIAL = "Sum(x**k/factorial(k), (k, 0, n))"
DECIDED = {
    f"And(x >= 0, n >= 0), then={EXPONENTIAL} <= exp(x)": Truth.TRUE,
    f"And(x > 0, n >= 0), then={EXPONENTIAL} < exp(x)": Truth.TRUE,
    f"And(x >= 0, n >= 0), then={EXPONENTIAL} < exp(x)": Truth.FALSE,
    f"n >= 0, then={EXPONENTIAL} <= exp(x)": Truth.FALSE,
    f"And(x >= 0, n >= 0), then={EXPONENTIAL} <= exp(x) - x": Truth.FALSE,
    f"And(x >= 0, n >= 0, a > 0), then=a*exp(x) >= a*{EXPONENTIAL}": Truth.TRUE,
    f"And(x >= 0, n >= 0), then=a*exp(x) >= a*{EXPONENTIAL}": Truth.FALSE,
    "And(x >= 0, n >= 0), then=Sum(x**(2*k)/factorial(2*k), (k, 0, n)) <= cosh(x)": Truth.TRUE,
    "And(x >= 0, x < 1, n >= 1), then=Sum(x**k/k, (k, 1, n)) <= -log(1 - x)": Truth.TRUE,
    "And(x >= 0, x < 1, n >= 1), then=Sum(x**k/k, (k, 1, n)) <= x": Truth.FALSE,
}
LEFT = [  # terms of both signs, series that need not converge, sums from below, of closed ends, and of more than one
    f"n >= 0, then={EXPONENTIAL} <= exp(x)",
    "And(x >= 0, x < 2, n >= 1), then=Sum(x**k/k, (k, 1, n)) <= 5",
    "And(x >= -1, x < 1, n >= 1), then=Sum(x**k/k, (k, 1, n)) <= 5",
    f"And(x >= 0, n >= 0), then={EXPONENTIAL} >= 1",
    f"And(x >= 0, n >= 0), then=a*{EXPONENTIAL} <= a*exp(x)",
    "And(x >= 0, n >= 0), then=Sum(x**k/factorial(k), (k, 0, 4)) <= exp(x)",
    f"And(x >= 0, n >= 0), then={EXPONENTIAL} + Sum(x**k, (k, 0, n)) <= 9",
    f"And(x >= 0, n >= 0), then={EXPONENTIAL}**2 <= exp(2*x)",
    f"And(x >= 0, n >= 0), then=Equal({EXPONENTIAL}, exp(x))",
]


@pytest.mark.parametrize("stated", DECIDED)
def test_first_terms_come_to_no_more_than_the_function(stated: str) -> None:
    assert truth_of(f"ForAll((x, a, n), given={stated})", **NAMES) is DECIDED[stated]


def test_nothing_is_written_otherwise_where_it_would_not_follow() -> None:
    for stated in each(LEFT):
        made = authored(f"ForAll((x, a, n), given={stated})", **NAMES)
        assert by_functions(made) == made
