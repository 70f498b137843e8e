"""Tests of statements about functions with numbers that lie below zero, or in one of several
ranges.
"""

from __future__ import annotations

import pytest

from probatum import functions, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

a, s, t, L, mu = reals("a s t L mu")
v, w = vectors("v w")
NAMES = {"a": a, "s": s, "t": t, "L": L, "mu": mu, "v": v, "w": w, "g": functions("g", convex=True)}
NAMES |= {"f": functions("f", smooth=L, strongly=mu), "h": functions("h", smooth=L)}
BEYOND = "ForAll((g, v, w, t), given={}, then=g(v + t*(w - v)) >= g(v) + {}*(g(w) - g(v)))"
CHORDS = "ForAll((g, v, w, s, t), given=And(s < 0, t > 0), then=(g(v + s*w) - g(v))/s <= {}(g(v + t*w) - g(v))/t)"
UPHILL = "ForAll((f, v, a, L, mu), given=And(0 < mu, a <= 0), then={})"
CURVED = "ForAll((h, v, w, a, L), given=a < 0, then=h(v + a*w) <= h(v) + a*dot(gradient(h, v), w) + L/{}*a**2*norm(w)**2)"
NO_FURTHER = "norm(v - a*gradient(f, v) - w + a*gradient(f, w)) <= norm(v - w)"
ENDS = "ForAll((f, v, w, a, L, mu), given=And(mu > 0, Or(Eq(a, 0), Eq(a, {}/L))), then=" + NO_FURTHER + ")"

TRUE = [
    BEYOND.format("t <= 0", "t"),
    BEYOND.format("t < 0", "t"),
    BEYOND.format("And(t <= 0, t >= -5)", "t"),
    BEYOND.format("Or(t <= 0, t >= 1)", "t"),
    CHORDS.format(""),
    UPHILL.format("norm(v - a*gradient(f, v) - minimizer(f)) <= (1 - a*L)*norm(v - minimizer(f))"),
    UPHILL.format("f(v - a*gradient(f, v)) >= f(v) - a*norm(gradient(f, v))**2"),
    CURVED.format("2"),
    ENDS.format("2"),
]
FALSE = [
    BEYOND.format("t <= 0", "Rational(99, 100)*t"),
    BEYOND.format("t <= Rational(1, 100)", "t"),
    BEYOND.format("Or(t <= 0, t >= Rational(99, 100))", "t"),
    CHORDS.format("Rational(99, 100)*"),
    UPHILL.format("norm(v - a*gradient(f, v) - minimizer(f)) <= (1 - a*mu)*norm(v - minimizer(f))"),
    UPHILL.format("f(v - a*gradient(f, v)) >= f(v) - Rational(101, 100)*a*norm(gradient(f, v))**2"),
    CURVED.format("Rational(201, 100)"),
    ENDS.format("Rational(201, 100)"),
]


@pytest.mark.parametrize("source", TRUE)
def test_it_holds(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_does_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_ranges_that_are_excluded_leave_no_case() -> None:
    assert truth_of(BEYOND.format("And(Or(t <= 0, t >= 1), t > 0, t < 1)", "t"), **NAMES) is Truth.VACUOUS
