"""Tests that what moments meet beside the indicator of an event is met by those of distributions on a few values."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import pytest
import sympy
from sympy import Abs

from probatum import E, P, integers, random, total
from probatum.lowering.chance.events import beside_events
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, outcome
from tests.each import each

X = random("X")
EVENTS = [X >= 1, X <= 1, Abs(X) >= 2, Abs(X) < 2, Abs(X - 1) <= 1, (X - 1) ** 2 >= 3]


def moments_of(event: Any) -> tuple[list[Any], dict[Any, Any]]:
    """What is at least zero, and each moment as the mean of a function of an outcome."""
    moments = Moments((X >= -3,))
    moments.lowered(P(event) + E(X**2) + E(X))
    entries = list(beside_events(moments))
    functions = {symbol: sympy.Mul(*(_function(*pair) for pair in key)) for key, symbol in moments.needed.items()}
    return entries, functions


def _function(generator: Any, power: int) -> Any:
    return (generator.of if isinstance(generator, Feature) else outcome(generator)) ** power


def distribution(draw: Random) -> list[tuple[int, Fraction]]:
    """Whole numbers from -3 on, with probabilities."""
    weights = [draw.randint(1, 5) for _ in range(draw.randint(1, 4))]
    return [(draw.randint(-3, 4), Fraction(weight, sum(weights))) for weight in weights]


def means(functions: dict[Any, Any], cases: list[tuple[int, Fraction]]) -> dict[Any, Any]:
    """Each moment of a distribution."""
    return {
        symbol: sum(sympy.Rational(chance) * function.subs(outcome(X), value) for value, chance in cases)
        for symbol, function in functions.items()
    }


@pytest.mark.parametrize("event", EVENTS, ids=str)
def test_they_are_met_by_every_distribution(event: Any) -> None:
    entries, functions = moments_of(event)
    draw = Random(1)
    for _ in range(5):
        cases = distribution(draw)
        point = means(functions, cases)
        assert all(entry.xreplace(point) >= 0 for entry in each(entries))


def test_they_exclude_moments_that_no_distribution_has() -> None:
    entries, functions = moments_of(X >= 1)
    cases = [(0, Fraction(1, 2)), (2, Fraction(1, 2))]
    point = means(functions, cases)
    event = next(symbol for symbol, f in functions.items() if isinstance(f, sympy.Piecewise))
    assert min(entry.xreplace(point | {event: sympy.Rational(1, 10)}) for entry in each(entries)) < 0


def test_what_is_zero_where_a_condition_is_met_is_no_such_event() -> None:
    moments = Moments()
    moments.lowered(E(sympy.Piecewise((0, X >= 1), (1, True))) + E(X))
    assert list(beside_events(moments)) == []


def test_no_moment_is_spoken_of_that_a_statement_does_not_need() -> None:
    moments = Moments((X >= 0,))
    moments.lowered(P(X >= 1) + E(X))
    assert len(list(beside_events(moments))) > 2
    assert [symbol.name for symbol in each(moments.needed.values()) if "^2" in symbol.name] == []


def test_of_copies_nothing_is_said() -> None:
    copies, moments = random("W", of=integers("n")), Moments()
    counted = sympy.Piecewise((1, copies >= 1), (0, True))
    moments.lowered(E(total(counted)) + E(total(copies)))
    assert list(beside_events(moments)) == []
