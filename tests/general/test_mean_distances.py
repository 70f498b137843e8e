"""Tests of medians: the mean distance from one is smallest."""

from __future__ import annotations

from itertools import product

import pytest
import sympy

from probatum import random, reals
from probatum.decision import Truth
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.mean_distances import of_distances
from probatum.proposition.subjects.random import Expectation, Probability
from tests.authored import truth_of
from tests.each import each

c, t = reals("c t")
X = random("X")
NAMES = {"c": c, "t": t, "X": X}
HALF = "Rational(1, 2)"
MEDIAN = f"P(X >= t) >= {HALF}, P(X <= t) >= {HALF}"
STATED = "ForAll((X, t, c), given=And({}), then=E(Abs(X - t)) <= E(Abs(X - c)){})"

TRUE = [
    STATED.format(MEDIAN, ""),
    STATED.format(f"P(X > t) <= {HALF}, P(X < t) <= {HALF}", ""),
    STATED.format(f"P(X <= t) >= {HALF}, c >= t", ""),
    f"ForAll((X, c), given=And(P(X >= 0) >= {HALF}, P(X <= 0) >= {HALF}), then=E(Abs(X)) <= E(Abs(X - c)))",
]
FALSE = [
    STATED.format(MEDIAN, "/2"),
    STATED.format(f"P(X <= t) >= {HALF}", ""),
    STATED.format(f"P(X <= t) >= {HALF}, c <= t", ""),
    STATED.format(f"P(X > t) <= {HALF}, P(X < t) <= Rational(2, 3)", ""),
    f"ForAll((X, t, c), given=And({MEDIAN}), then=E(Abs(X - c)) <= E(Abs(X - t)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_a_median_is_nearest_on_average(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_what_is_no_median_need_not_be(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("event", [sympy.Le(X, t), sympy.Ge(X, t)])
def test_what_is_said_holds_at_each_outcome(event: sympy.Basic) -> None:
    moments = Moments()
    for mean in (Probability(event), Expectation(sympy.Abs(X - t)), Expectation(sympy.Abs(c - X))):
        moments.lowered(mean)
    (said,) = of_distances(moments.needed)
    for x, first, second in each(product(range(-2, 3), repeat=3)):
        chance = int(bool(event.subs({X: x, t: first})))
        values = {"Abs(X - t)": abs(x - first), "Abs(X - c)": abs(x - second)}
        put = {symbol: _value(symbol, values, chance) for symbol in moments.needed.values()}
        assert said.xreplace(put).xreplace({t: first, c: second}) >= 0


def _value(symbol: sympy.Symbol, values: dict[str, int], chance: int) -> int:
    if "Piecewise" in symbol.name:
        return chance
    return values["Abs(X - t)" if "t" in symbol.name else "Abs(X - c)"]


def test_of_other_points_nothing_is_said() -> None:
    moments = Moments()
    for mean in (Probability(X <= 0), Expectation(sympy.Abs(X - t)), Expectation(sympy.Abs(X - c))):
        moments.lowered(mean)
    assert list(of_distances(moments.needed)) == []
