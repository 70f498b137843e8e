"""Tests of random variables that are supposed to be constant."""

from __future__ import annotations

import pytest

from probatum import random, reals
from probatum.decision import Truth
from tests.authored import truth_of

a, t, p = reals("a t p")
X = random("X")
U, V = random("U V", independent=False)
B = random("B", bernoulli=p)
NAMES = {"a": a, "t": t, "p": p, "X": X, "U": U, "V": V, "B": B}
CONSTANT = "ForAll(X, given=Eq(Var(X), 0), then="

TRUE = [
    CONSTANT + "Eq(E(exp(X)), exp(E(X))))",
    CONSTANT + "Eq(P(X >= E(X)), 1))",
    "ForAll(X, given=And(Eq(Var(X), 0), X > 0), then=Eq(E(log(X)), log(E(X))))",
    "ForAll(X, given=And(X >= 0, Eq(E(X), 0)), then=Eq(E(X**2), 0))",
    "ForAll((X, a), given=And(X <= a, Eq(E(X), a)), then=Eq(Var(X), 0))",
    "ForAll(X, given=Eq(E(Abs(X)), 0), then=Eq(E(X**2), 0))",
    "ForAll((X, t), given=And(Eq(E(Abs(X)), 0), t > 0), then=Eq(P(X >= t), 0))",
    "ForAll((U, V), given=And(Eq(Var(U), 0), Eq(Var(V), 0)), then=Eq(E(exp(U + V)), exp(E(U) + E(V))))",
    "ForAll((B, p), given=Eq(Var(B), 0), then=Eq(E(B), p**2))",
    "ForAll((X, a), given=And(Eq(Var(X), a), a <= 0), then=Eq(E(Abs(X)), Abs(E(X))))",
]
FALSE = [
    CONSTANT + "Eq(E(exp(X)), 1))",
    CONSTANT + "Eq(P(X > E(X)), 1))",
    "ForAll(X, given=Eq(E(X), 0), then=Eq(E(exp(X)), exp(E(X))))",
    "ForAll(X, given=And(X >= -1, Eq(E(X), 0)), then=Eq(E(X**2), 0))",
    "ForAll((X, a), given=And(X <= a, Eq(E(X), a)), then=Eq(E(X**2), 0))",
    "ForAll((X, t), given=And(Eq(E(Abs(X)), 0), t >= 0), then=Eq(P(X >= t), 0))",
    "ForAll((U, V), given=Eq(Var(U), 0), then=Eq(E(exp(U + V)), exp(E(U) + E(V))))",
    "ForAll((B, p), given=Eq(Var(B), 0), then=Eq(E(B), 1))",
    "ForAll((X, a), given=And(Eq(Var(X), a), a > 0), then=Eq(E(Abs(X)), Abs(E(X))))",
    "ForAll(X, given=Eq(Var(X), 1), then=Eq(E(exp(X)), exp(E(X))))",
    "ForAll(X, given=Eq(Var(X**2), 0), then=Eq(E(exp(X)), exp(E(X))))",
]
NEVER_TRUE = [  # false of 45 and -45, and of 0 and 40, but not of what is constant
    "ForAll((X, a), given=Eq(Var(X), a), then=E(exp(X)) <= exp(E(X)) + 10**12*a)",
    "ForAll(X, given=Eq(E(X**3), 0), then=E(exp(X)) <= 1 + 10**12*E(X**2))",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_is_constant_is_a_number(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_what_is_none_or_another_number_is_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", NEVER_TRUE)
def test_what_may_vary_is_not_taken_for_a_number(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.TRUE


def test_a_constant_has_its_mean_square() -> None:
    contrary = "ForAll(X, given=And(Eq(Var(X), 0), Eq(E(X**2), 1), Eq(E(X), 0)), then=Eq(E(X), 5))"
    assert truth_of(contrary, **NAMES) is Truth.VACUOUS
