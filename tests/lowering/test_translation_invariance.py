"""Tests of values of functions that are taken for zero, where only their differences occur."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Max, Min

from probatum import functions, reals, vectors
from probatum.decision import Truth
from probatum.lowering.classes.interpolation import Sample
from probatum.lowering.classes.translation_invariance import values_at_zero
from tests.authored import truth_of

L, a, b, low, c = reals("L a b low c")
x, y = vectors("x y")
NAMES = {"L": L, "x": x, "y": y, "f": functions("f", convex=True, smooth=L)}
VALUES = [Sample("0", {}, {}, a), Sample("1", {}, {}, low, smallest=True), Sample("2", {}, {}, b), Sample("3", {}, {}, sympy.S.Zero)]
DIFFERENCES = [
    [a - b],
    [2 * a - b - low <= 3],
    [Min(a, b) - low, a - b],
    [Max(a, b) <= Min(a, low) + 1],
    [Min(a + 1, 2 * b - low) - a],
    [c],
]
ALONE = [
    [a],
    [a - b, a + b],
    [2 * a >= b],
    [Min(a, 0) - a],
    [Min(a, b)],
    [Max(a, 2 * b) - a],
    [Max(a, b) - Min(low, 1)],
    [a * b],
]


@pytest.mark.parametrize("expressions", DIFFERENCES, ids=str)
def test_of_differences_the_smallest_value_is_taken_for_zero(expressions: list[Any]) -> None:
    assert values_at_zero([VALUES], expressions) == {low: 0}
    assert values_at_zero([[VALUES[0], VALUES[2], VALUES[3]]], [a - b]) == {b: 0}


@pytest.mark.parametrize("expressions", ALONE, ids=str)
def test_of_what_stands_alone_none_is(expressions: list[Any]) -> None:
    assert values_at_zero([VALUES], expressions) == {}
    assert values_at_zero([[VALUES[3]], []], expressions) == {}


def test_each_function_has_values_of_its_own() -> None:
    other = [Sample("0", {}, {}, c)]
    assert values_at_zero([VALUES, other], [a - b, c]) == {low: 0}
    assert values_at_zero([VALUES, other], [a - b]) == {low: 0, c: 0}
    assert values_at_zero([[VALUES[3]], VALUES], [a - b]) == {low: 0}


@pytest.mark.parametrize(
    ("then", "truth"),
    [
        ("f(x) + f(y) >= 2*f((x + y)/2)", Truth.TRUE),
        ("f((x + y)/2) <= Max(f(x), f(y))", Truth.TRUE),
        ("Max(f(x), 0) >= f(x)", Truth.TRUE),
        ("f(x) >= 0", Truth.FALSE),
        ("f(x) + f(y) >= f((x + y)/2)", Truth.FALSE),
        ("f((x + y)/2) <= Max(f(x), 0)", Truth.FALSE),
        ("f((x + y)/2) <= Min(f(x), f(y))", Truth.FALSE),
    ],
)
def test_what_values_are_above_is_none_of_the_matter_unless_said(then: str, truth: Truth) -> None:
    assert truth_of(f"ForAll((f, x, y, L), then={then})", **NAMES) is truth
