"""Tests of the larger of two values of a function: convex functions are quasi-convex."""

from __future__ import annotations

import pytest

from probatum import functions, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

t, mu, L = reals("t mu L")
x, y = vectors("x y")
f, g = functions("f", convex=True), functions("g", smooth=L)
h, k = functions("h", smooth=L, strongly=mu), functions("k", convex=True, smooth=L)
NAMES = {"t": t, "mu": mu, "L": L, "x": x, "y": y, "f": f, "g": g, "h": h, "k": k}
BETWEEN, CURVED = "given=And(0 <= t, t <= 1)", "given=And(mu > 0, mu < L)"

TRUE = [
    f"ForAll((f, x, y, t), {BETWEEN}, then=f(t*x + (1 - t)*y) <= Max(f(x), f(y)))",
    f"ForAll((k, x, y, t, L), {BETWEEN}, then=k(t*x + (1 - t)*y) - k(minimizer(k)) <= Max(k(x), k(y)) - k(minimizer(k)))",
    f"ForAll((h, x, y, mu, L), {CURVED}, then=h((x + y)/2) <= Max(h(x), h(y)) - mu/8*norm(x - y)**2)",
]
FALSE = [
    f"ForAll((f, x, y, t), {BETWEEN}, then=f(t*x + (1 - t)*y) < Max(f(x), f(y)))",
    f"ForAll((f, x, y, t), {BETWEEN}, then=f(t*x + (1 - t)*y) <= Min(f(x), f(y)))",
    "ForAll((f, x, y, t), given=And(0 <= t, t <= 2), then=f(t*x + (1 - t)*y) <= Max(f(x), f(y)))",
    f"ForAll((g, x, y, t, L), {BETWEEN}, then=g(t*x + (1 - t)*y) <= Max(g(x), g(y)))",
    f"ForAll((h, x, y, mu, L), {CURVED}, then=h((x + y)/2) <= Max(h(x), h(y)) - L/8*norm(x - y)**2)",
]


@pytest.mark.parametrize("source", TRUE)
def test_between_two_points_no_value_is_above_both(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
