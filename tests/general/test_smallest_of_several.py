"""Tests of statements that the smallest of several is at most something: proved by their mean."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, norm, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

a, L = reals("a L")
x = vectors("x")
f, c = functions("f", smooth=L), functions("c", convex=True, smooth=L)
first, near = x - a * gradient(f, x), x - a * gradient(c, x)
second, later = first - a * gradient(f, first), near - a * gradient(c, near)
NAMES = {"a": a, "L": L, "x": x, "f": f, "c": c, "near": near, "later": later, "best": minimizer(c), "end": second}
NAMES |= {"one": norm(gradient(f, x)) ** 2, "other": norm(gradient(f, first)) ** 2}
SHORT = "given=And(0 < a, a <= 1/L)"

TRUE = [
    f"ForAll((f, x, a, L), {SHORT}, then=Min(one, other) <= (f(x) - f(end))/a)",
    f"ForAll((c, x, a, L), {SHORT}, then=Min(c(near), c(later)) - c(best) <= norm(x - best)**2/(4*a))",
]
FALSE = [
    f"ForAll((f, x, a, L), {SHORT}, then=Min(one, other) <= (f(x) - f(end))/(3*a))",
    f"ForAll((c, x, a, L), {SHORT}, then=Min(c(near), c(later)) - c(best) <= norm(x - best)**2/(11*a))",
    "ForAll((f, x, a, L), given=And(0 < a, a <= 3/L), then=Min(one, other) <= (f(x) - f(end))/a)",
]


@pytest.mark.parametrize("text", TRUE)
def test_the_smallest_is_at_most_what_the_mean_is(text: str) -> None:
    assert decide(authored(text, **NAMES), thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("text", FALSE)
def test_a_smaller_bound_is_refuted(text: str) -> None:
    assert truth_of(text, **NAMES) is Truth.FALSE
