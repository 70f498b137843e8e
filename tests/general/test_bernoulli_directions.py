"""Tests of hypotheses on the values of a Bernoulli variable by which vectors are multiplied, where
functions of a class are taken: what is not admitted has no chance.
"""

from __future__ import annotations

import pytest

from probatum import functions, random, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

x, y = vectors("x y")
p = reals("p")
g, B = functions("g", convex=True), random("B", bernoulli=p)
NAMES = {"x": x, "y": y, "p": p, "g": g, "B": B}

TRUE = [
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(B*x)), g(x)))",
    "ForAll((g, B, x, p), given=B < 1, then=Eq(E(g(x + B*x)), g(x)))",
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(x/B)), g(x)))",
    "ForAll((g, B, x, p), given=B <= p, then=g(p*x) <= E(g(B*x)))",
]
FALSE = [
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(B*x)), g(2*x)))",
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(x/B)), g(2*x)))",
    "ForAll((g, B, x, p), given=B <= 1, then=Eq(E(g(x + B*x)), g(x)))",
]
NEITHER = [
    "ForAll((g, B, x, p), given=And(B > 0, B < 1), then=Eq(E(g(B*x)), g(x)))",
    "ForAll((g, B, x, p), given=And(B > 0, p < 1), then=Eq(E(g(B*x)), g(x)))",
    "ForAll((g, B, x, p), then=Eq(E(g(x/B)), g(x)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_it_follows(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_it_does_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", NEITHER)
def test_what_is_about_nothing_or_has_no_value_is_neither(source: str) -> None:
    assert truth_of(source, **NAMES) not in (Truth.TRUE, Truth.FALSE)
