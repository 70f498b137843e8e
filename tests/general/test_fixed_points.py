"""Tests of points that a step of positive length leaves where they are."""

from __future__ import annotations

import pytest

from probatum import functions, operators, reals, sets, vectors
from probatum.decision import Truth
from tests.authored import truth_of

a, b, L, mu = reals("a b L mu")
v, w = vectors("v w")
NAMES = {"a": a, "b": b, "L": L, "mu": mu, "v": v, "w": w, "C": sets("C")}
NAMES |= {"f": functions("f", convex=True, smooth=L), "g": functions("g", convex=True)}
NAMES |= {"h": functions("h", strongly=mu), "M": operators("M", monotone=True)}
STAYS = "ForAll(({}), given=And({}Eq(proximal({}, v), v)), then={})"
SPLIT = "ForAll((f, g, v, w, a, L), given=And(a > 0, Eq(v, proximal(g, {}))), then={})"
BOTH = "f(v) + g(v) <= f(w) + g(w)"
WEIGHED = "ForAll((f, g, v, w, a, b, L), given=And(a > 0, b > 0, {}), then={})"
AT_REST = "Eq(a*gradient(f, v) + b*gradient(g, v), 0)"
PROJECTED = "ForAll((C, f, v, w, a, L), given=And({}Eq(v, projection(C, v - a*gradient(f, v)))), then=f(v) <= f(w))"

TRUE = [
    STAYS.format("g, v, w, a", "a > 0, ", "g, a", "g(v) <= g(w)"),
    STAYS.format("g, v, w, a", "", "g, a", "g(v) <= g(w)"),  # a step has a positive length
    STAYS.format("g, v, a", "a > 0, ", "g, a", "Eq(g(v), g(minimizer(g)))"),
    STAYS.format("h, v, a, mu", "a > 0, mu > 0, ", "h, a", "Eq(v, minimizer(h))"),
    STAYS.format("g, v, a, b", "a > 0, b > 0, ", "g, a", "Eq(proximal(g, b, v), v)"),
    "ForAll((g, v, w, a), given=And(a > 0, Eq(norm(proximal(g, a, v) - v), 0)), then=g(v) <= g(w))",
    "ForAll((M, v, w, a), given=And(a > 0, Eq(resolvent(M, a, v), v)), then=dot(M(w), w - v) >= 0)",
    SPLIT.format("a, v - a*gradient(f, v)", BOTH),
    SPLIT.format("2*a, v - 2*a*gradient(f, v)", BOTH),
    WEIGHED.format(AT_REST, "a*f(v) + b*g(v) <= a*f(w) + b*g(w)"),
    PROJECTED.format("a > 0, member(C, w), "),
]
FALSE = [
    STAYS.format("g, v, w, a", "a > 0, ", "g, a", "g(v) < g(w)"),
    STAYS.format("g, v, a", "a > 0, ", "g, a", "Eq(v, minimizer(g))"),
    STAYS.format("h, v, a, mu", "a > 0, ", "h, a", "Eq(v, minimizer(h))"),
    "ForAll((g, v, w, a, b), given=And(a > 0, b > 0, Eq(proximal(g, a, v), w)), then=Eq(proximal(g, b, v), w))",
    "ForAll((g, v, w, a), given=And(a > 0, norm(proximal(g, a, v) - v) <= 1), then=g(v) <= g(w))",
    SPLIT.format("a, v - a*gradient(f, v)", "f(v) <= f(w)"),
    SPLIT.format("a, v - 2*a*gradient(f, v)", BOTH),
    WEIGHED.format(AT_REST, BOTH),
    "ForAll((f, v, w, a, L), given=And(a >= 0, Eq(v - a*gradient(f, v), v)), then=f(v) <= f(w))",
    PROJECTED.format("a > 0, "),
    PROJECTED.format("member(C, w), "),
]


@pytest.mark.parametrize("source", TRUE)
def test_what_a_step_leaves_in_place_is_best(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_is_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_a_step_backwards_is_none() -> None:
    assert truth_of(STAYS.format("g, v, w, a", "a < 0, ", "g, a", "g(v) <= g(w)"), **NAMES) is Truth.VACUOUS
