"""Tests of several variables that are 0 or 1 and may depend on each other: the bounds of Frechet."""

from __future__ import annotations

import pytest

from probatum import random, reals
from probatum.decision import Truth
from tests.authored import truth_of

p = reals("p")
A, B = random("A B", bernoulli=p, independent=False)
C, D = random("C D", bernoulli=p, independent=True)
NAMES = {"p": p, "A": A, "B": B, "C": C, "D": D}
BOTH = "ForAll((A, B, p), then="

TRUE = [
    BOTH + "And(E(A*B) <= p, E(A*B) >= 2*p - 1))",
    BOTH + "Cov(A, B) >= -(1 - p)**2)",
    BOTH + "E((A - B)**2) <= 2*p)",
    BOTH + "E((A - B)**2) <= 2*(1 - p))",
    "ForAll((A, B, p), given=Eq(p, 1), then=Eq(E(A*B), 1))",
    "ForAll((C, D, p), then=Eq(E(C*D), p**2))",
]
FALSE = [
    BOTH + "E(A*B) <= 99*p/100)",
    BOTH + "E(A*B) >= 2*p - Rational(99, 100))",
    BOTH + "E(A*B) >= p**2)",
    BOTH + "E(A*B) > 0)",
    BOTH + "Cov(A, B) >= -(1 - p)**3)",
    BOTH + "E((A - B)**2) <= p)",
]


@pytest.mark.parametrize("source", TRUE)
def test_both_are_one_as_often_as_bounds_say(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_as_the_bounds_allow(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
