"""Tests of random variables that are constant by what is known, or supposed, of their mean and variance."""

from __future__ import annotations

import pytest

from probatum import random, reals
from probatum.decision import Truth
from tests.authored import truth_of

m, s, t = reals("m s t")
NAMES = {
    "m": m,
    "s": s,
    "t": t,
    "X": random("X"),
    "Y": random("Y", mean=m, variance=s**2),
    "Z": random("Z", mean=m, variance=0),
}
TRUE = [
    "ForAll((Y, m, s), given=Eq(s, 0), then=Eq(E(exp(Y)), exp(m)))",
    "ForAll((Z, m), then=Eq(E(exp(Z)), exp(m)))",
    "ForAll((Y, m, s), given=And(Y >= 0, Eq(0, s)), then=Eq(E(sqrt(Y)), sqrt(m)))",
    "ForAll((Y, m, s), given=Y >= m, then=Eq(s, 0))",
    "ForAll((Y, m, s), given=Y <= m, then=Eq(s, 0))",
    "ForAll((Y, m, s), given=And(Y >= 0, Eq(m, 0)), then=Eq(s, 0))",
    "ForAll((Y, m, s), given=And(Eq(s, 0), Eq(m, 0)), then=Eq(P(Y >= 0), 1))",
    "ForAll((X, t), given=And(X >= 0, Eq(E(X), t), Eq(t, 0)), then=Eq(E(exp(X)), 1))",
]
FALSE = [
    "ForAll((Y, m, s), given=Eq(s, 1), then=Eq(E(exp(Y)), exp(m)))",
    "ForAll((Y, m, s), given=Eq(m, 0), then=Eq(E(exp(Y)), exp(m)))",
    "ForAll((Y, m, s), given=Y >= m - 1, then=Eq(s, 0))",
    "ForAll((Y, m, s), given=And(Y >= 0, Eq(m, 1)), then=Eq(s, 0))",
    "ForAll((Y, m, s), given=And(Y >= 0, Eq(s, 0)), then=Eq(m, 0))",
    "ForAll((Y, m, s), given=Eq(m, 0), then=Eq(P(Y >= 0), 1))",
    "ForAll((X, t), given=And(X >= 0, Eq(E(X), t), Eq(t, 1)), then=Eq(E(exp(X)), exp(1)))",
]
VACUOUS = [
    "ForAll((Y, m, s), given=Y > m, then=Eq(s, 0))",
    "ForAll((Y, m, s), given=And(Y >= m, s > 0), then=Eq(m, 0))",
]
UNDEFINED = [
    "ForAll((Y, m, s), given=Eq(s, 0), then=Eq(E(sqrt(Y)), sqrt(m)))",
    "ForAll((Y, m, s), given=And(Y >= 0, Eq(s, 0)), then=Eq(E(log(Y)), log(m)))",
    "ForAll((Y, m, s), given=And(Y >= 0, Eq(m, 0)), then=Eq(E(1/Y), 1))",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_holds_of_the_constant_is_proved(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", VACUOUS)
def test_what_contradicts_itself_is_about_nothing(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.VACUOUS


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_has_no_value_at_the_constant_is_undefined(source: str) -> None:
    assert truth_of(source, **NAMES) is None
