"""Tests of the smallest of several, proved to be at most something by their mean, and of amounts of what is made of values."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, norm, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.proposition.subjects.products import dot
from tests.authored import authored, truth_of

a, L = reals("a L")
x, y = vectors("x y")
f, c = functions("f", smooth=L), functions("c", convex=True, smooth=L)
first, near = x - a * gradient(f, x), x - a * gradient(c, x)
second, later = first - a * gradient(f, first), near - a * gradient(c, near)
NAMES = {"a": a, "L": L, "x": x, "y": y, "f": f, "c": c, "near": near, "later": later, "best": minimizer(c), "end": second}
NAMES |= {"one": norm(gradient(f, x)) ** 2, "other": norm(gradient(f, first)) ** 2}
NAMES |= {"bend": f(y) - f(x) - dot(gradient(f, x), y - x)}
NAMES |= {"error": f(y) - f(x) - dot(gradient(f, x) + gradient(f, y), y - x) / 2}
SHORT = "given=And(0 < a, a <= 1/L)"

TRUE = [
    f"ForAll((f, x, a, L), {SHORT}, then=Min(one, other) <= (f(x) - f(end))/a)",
    f"ForAll((c, x, a, L), {SHORT}, then=Min(c(near), c(later)) - c(best) <= norm(x - best)**2/(4*a))",
    "ForAll((f, x, y, L), then=Abs(bend) <= L/2*norm(x - y)**2)",
    "ForAll((f, x, y, L), then=Abs(error) <= L/4*norm(x - y)**2)",
    "ForAll((f, x, y, L), then=Abs(dot(gradient(f, x) - gradient(f, y), x - y)) <= L*norm(x - y)**2)",
    "ForAll((f, x, y, L), then=Abs(f(x) - f(y)) >= f(x) - f(y))",
]
FALSE = [
    f"ForAll((f, x, a, L), {SHORT}, then=Min(one, other) <= (f(x) - f(end))/(3*a))",
    f"ForAll((c, x, a, L), {SHORT}, then=Min(c(near), c(later)) - c(best) <= norm(x - best)**2/(11*a))",
    "ForAll((f, x, a, L), given=And(0 < a, a <= 3/L), then=Min(one, other) <= (f(x) - f(end))/a)",
    "ForAll((f, x, y, L), then=Abs(bend) <= L/3*norm(x - y)**2)",
    "ForAll((f, x, y, L), then=Abs(error) <= L/5*norm(x - y)**2)",
    "ForAll((f, x, y, L), then=Abs(f(x) - f(y)) <= f(x) - f(y))",
]


@pytest.mark.parametrize("text", TRUE)
def test_extremes_and_amounts_are_bounded(text: str) -> None:
    assert decide(authored(text, **NAMES), thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("text", FALSE)
def test_a_smaller_bound_is_refuted(text: str) -> None:
    assert truth_of(text, **NAMES) is Truth.FALSE
