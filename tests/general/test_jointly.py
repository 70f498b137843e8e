"""Tests of functions of independent variables together, and of events that compare two of them."""

from __future__ import annotations

import pytest

from probatum import random, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import authored, truth_of

t, m = reals("t m")
Q, R = random("Q R", independent=True)
X, Y = random("X Y", independent=True, mean=m)
NAMES = {"t": t, "m": m, "Q": Q, "R": R, "X": X, "Y": Y, "Z": random("Z")}

TRUE = [
    "ForAll((Q, R), then=E(Max(Q, R)) >= Max(E(Q), E(R)))",
    "ForAll((Q, R), then=Eq(E(Max(Q, R)) + E(Min(Q, R)), E(Q) + E(R)))",
    "ForAll((Q, R), then=Eq(P(Q > R) + P(Q < R) + P(Eq(Q, R)), 1))",
    "ForAll((Q, R), then=E(Abs(Q - R)) >= Abs(E(Q) - E(R)))",
    "ForAll((Q, R), given=And(Q >= 0, R >= 0), then=E(Max(Q, R)) <= E(Q) + E(R))",
    "ForAll((Q, R), then=E(sqrt(Q**2 + R**2)) <= E(Abs(Q)) + E(Abs(R)))",
    "ForAll((Q, R, t), given=t > 0, then=P(Abs(Q - R) >= t) <= E(Abs(Q - R))/t)",
    "ForAll((X, Y, m), then=E(Max(X, Y)) >= E(X))",
    "Exists((Q, R), then=E(Max(Q, R)) > Max(E(Q), E(R)))",
]
FALSE = [
    "ForAll((Q, R), then=E(Max(Q, R)) <= Max(E(Q), E(R)))",
    "ForAll((Q, R), then=Eq(P(Q > R) + P(Q < R), 1))",
    "ForAll((Q, R), then=P(Q >= R) <= Rational(1, 2))",
    "ForAll((Q, R), then=E(Abs(Q - R)) >= E(Abs(Q)))",
    "ForAll((Q, R), then=E(Max(Q, R)) <= E(Q) + E(R))",
    "ForAll((Q, R, t), given=t > 0, then=P(Abs(Q - R) >= t) <= E(Abs(Q - R))/(2*t))",
    "ForAll((X, Y, m), then=E(Max(X, Y)) <= m)",
    "Exists((Q, R), then=E(Max(Q, R)) < Max(E(Q), E(R)))",
]
OPEN = [  # of which some is so of independent ones alone
    "ForAll((Q, R), given=And(Eq(Q**2, 1), Eq(R**2, 1), Eq(E(Q), 0), Eq(E(R), 0)), then=Eq(E(Abs(Q - R + 3)*Q), 1))",
    "ForAll((Q, R), then=E(1/(Q - R)) >= 0)",  # which has no value where they are equal
]


@pytest.mark.parametrize("source", TRUE)
def test_what_holds_however_they_depend_holds(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_what_a_few_values_break_is_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", OPEN)
def test_what_dependent_ones_alone_break_is_not_false(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.FALSE


def test_of_several_calls_nobody_says_how_they_depend() -> None:
    with pytest.raises(DefinitionError, match="of independent variables together"):
        truth_of("ForAll((Q, Z), then=E(Max(Q, Z)) >= E(Q))", **NAMES)


def test_a_counterexample_tells_the_values_of_each() -> None:
    found = decide(authored("ForAll((Q, R), then=E(Max(Q, R)) <= Max(E(Q), E(R)))", **NAMES), thorough=False)
    shown = next(each.counterexample for each in found.decisions if each.counterexample)
    names = [name for name, _ in shown.values]
    assert any(name.startswith("P(Q = ") for name in names)
    assert any(name.startswith("P(R = ") for name in names)
