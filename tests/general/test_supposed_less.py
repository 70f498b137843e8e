"""Tests of what is supposed to be less, strictly: proved of what is at most, and not about nothing."""

from __future__ import annotations

import pytest

from probatum import functions, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

x, y, z = vectors("x y z")
a, L, mu = reals("a L mu")
h = functions("h", convex=True)
f = functions("f", smooth=L, strongly=mu)
ABOVE = "f(y) + dot(gradient(f, y), x - y) + {}*norm(x - y)**2"
NAMES = {"x": x, "y": y, "z": z, "a": a, "L": L, "mu": mu, "h": h, "f": f}

TRUE = [
    "ForAll((h, x, y), given=h(x) < h(y), then=h((x + y)/2) <= Max(h(x), h(y)))",
    "ForAll((h, x, y), given=h(x) < h(y), then=h((x + y)/2) <= h(y))",
    "ForAll((h, x, y, z), given=And(h(x) < h(z), h(y) < h(z)), then=h((x + y)/2) <= h(z))",
    "ForAll((h, x, y, a), given=And(h(x) < a, h(y) < a), then=h((x + y)/2) <= a)",
    "Exists((h, x, y), given=h(x) < h(y), then=h((x + y)/2) < h(x))",
    f"ForAll((f, x, y, a, L, mu), given=And(f(x) < f(y), 0 < a, a <= 1/L), then=f(x) <= {ABOVE.format('L/2')})",
    f"ForAll((f, x, y, L, mu), given=And(f(x) < f(y), norm(x) < norm(y)), then=f(x) >= {ABOVE.format('mu/2')})",
    "ForAll((f, x, y, a, L, mu), given=And(f(x) < f(y)/a, a > 0), then=a*f(x) <= f(y))",
]
FALSE = [
    "ForAll((h, x, y), given=h(x) < h(y), then=h((x + y)/2) <= h(x))",
    "ForAll((h, x, y), given=h(x) < h(y), then=dot(gradient(h, x), x - y) >= 0)",
    "ForAll((h, x, y, z), given=h(x) < h(z), then=h((x + y)/2) <= h(z))",
    "Exists((h, x, y), given=h(x) < h(y), then=h((x + y)/2) > h(y))",
    f"ForAll((f, x, y, a, L, mu), given=And(f(x) < f(y), 0 < a, a <= 1/L), then=f(x) <= {ABOVE.format('L/4')})",
    f"ForAll((f, x, y, L, mu), given=And(f(x) < f(y), norm(x) < norm(y)), then=f(x) >= {ABOVE.format('L/2')})",
    "ForAll((f, x, y, a, L, mu), given=f(x) < f(y)/a, then=a*f(x) <= f(y))",
]


@pytest.mark.parametrize("source", TRUE)
def test_it_follows(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_their_twins_do_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_what_is_less_both_ways_is_about_nothing() -> None:
    source = "ForAll((h, x, y), given=And(h(x) < h(y), h(y) < h(x)), then=h((x + y)/2) <= h(x) - 1)"
    assert truth_of(source, **NAMES) is not Truth.TRUE
