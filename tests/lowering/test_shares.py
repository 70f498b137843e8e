"""Tests of constants beside sums over an index: of numbers that add up to one each has its share."""

from __future__ import annotations

import pytest

from probatum import features, integers
from probatum.decision import Truth
from tests.authored import truth_of

n = integers("n")
w, v, x = features("w v x", of=n)
NAMES = {"n": n, "w": w, "v": v, "x": x}
BOTH = "ForAll((w, v, n), given=And(w > 0, v > 0, Eq(total(w), 1), Eq(total(v), 1)), then="
ONE = "ForAll((w, v, n), given=And(w > 0, v > 0, Eq(total(w), 1)), then="
SHARES = "ForAll((w, x, n), given=And(w >= 0, Eq(total(w), 1)), then="

TRUE = [
    BOTH + "total(w*log(w/v)) <= total(w**2/v) - 1)",
    ONE + "total(w*log(w/v)) <= total(w**2/v) - 1)",
    BOTH + "total(Abs(w - v)) <= 2)",
    BOTH + "total(Max(w, v)) >= 1)",
    BOTH + "total(sqrt(w*v)) <= 1)",
    SHARES + "2*total(w*x) <= total(w*x**2) + 1)",
    "ForAll((w, n), given=And(w > 0, Eq(total(w), 1)), then=total(exp(w)) >= n + 1)",
]
FALSE = [
    BOTH + "total(w*log(w/v)) <= (total(w**2/v) - 1)/3)",
    ONE.replace(", Eq(total(w), 1)", "") + "total(w*log(w/v)) <= total(w**2/v) - 1)",
    BOTH + "total(Abs(w - v)) <= Rational(19, 10))",
    BOTH + "total(Max(w, v)) >= Rational(101, 100))",
    BOTH + "total(sqrt(w*v)) <= Rational(99, 100))",
    SHARES + "2*total(w*x) <= total(w*x**2) + Rational(99, 100))",
    SHARES.replace("w >= 0, ", "") + "2*total(w*x) <= total(w*x**2) + 1)",
    "ForAll((w, n), given=And(w > 0, Eq(total(w), 1)), then=total(exp(w)) >= n + 2)",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_each_summand_is_at_least_the_sum_is(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_nothing_more(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
