"""Tests of what is said to lie in a closed convex set, and of equations between vectors that follow."""

from __future__ import annotations

import pytest

from probatum import functions, reals, sets, vectors
from probatum.decision import Truth
from probatum.lowering.classes import simple_members
from probatum.lowering.classes.simple_members import NoTrialError, on_a_line
from probatum.proposition.kinds import ForAll
from probatum.proposition.relation import Ge
from tests.authored import truth_of

a, t, L, mu = reals("a t L mu")
p, q, r = vectors("p q r")
NAMES = {
    "K": sets("K"), "a": a, "t": t, "L": L, "mu": mu, "p": p, "q": q, "r": r,
    "f": functions("f", smooth=L, strongly=mu), "g": functions("g", convex=True),
}  # fmt: skip
BOTH = "ForAll((K, p, q, t), given=And(member(K, p), member(K, q), 0 <= t, t <= 1), then=member(K, t*p + (1 - t)*q))"
THREE_POINTS = (
    "ForAll((g, p, q, r), then=Eq(g(p) - g(q) - dot(gradient(g, q), p - q) + g(q) - g(r) - dot(gradient(g, r), q - r)"
    " - (g(p) - g(r) - dot(gradient(g, r), p - r)), dot(gradient(g, r) - gradient(g, q), p - q)))"
)
STILL = "ForAll((f, p, L, mu), given=And(0 < mu, mu < L, Eq(norm(gradient(f, p)), 0)), then=Eq(p, minimizer(f)))"
TRUE = [
    BOTH,
    "ForAll((K, p), then=member(K, projection(K, p)))",
    "ForAll((K, p), given=member(K, p), then=Eq(projection(K, p), p))",
    "ForAll((K, p), given=Eq(projection(K, p), p), then=member(K, p))",
    "ForAll((K, p, q), given=And(Not(member(K, p)), member(K, q)), then=norm(q - p) > 0)",
    "Exists((K, p), then=Not(member(K, p)))",
    THREE_POINTS,
    STILL,
]
FALSE = [
    BOTH.replace("t <= 1", "t <= 2"),
    "ForAll((K, p), then=member(K, p))",
    "ForAll((K, p), then=member(K, 2*projection(K, p)))",
    "ForAll((K, p, q), given=And(member(K, p), member(K, (p + q)/2)), then=member(K, q))",
    "Exists((K, p, q), given=And(member(K, p), member(K, q)), then=Not(member(K, (p + q)/2)))",
    THREE_POINTS.replace("gradient(g, r) - gradient(g, q)", "gradient(g, q) - gradient(g, r)"),
    STILL.replace("Eq(p, ", "Eq(2*p, "),
]


@pytest.mark.parametrize("source", TRUE)
def test_it_is_proved(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_the_false_one_is_refuted(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_what_lies_in_a_set_and_does_not_is_nothing() -> None:
    assert truth_of("ForAll((K, p, q), given=And(member(K, p), Not(member(K, p))), then=norm(q - p) > 1)", **NAMES) is Truth.VACUOUS


def test_no_parabola_is_tried_of_a_property_that_is_not_known_of_parabolas(monkeypatch: pytest.MonkeyPatch) -> None:
    g = NAMES["g"]
    curved = ForAll((g, p, q), then=Ge(g(p) + g(q), 2 * g((p + q) / 2)))
    assert on_a_line(curved).variables
    monkeypatch.setattr(simple_members, "PARABOLAS", simple_members.PARABOLAS - {"convex"})
    with pytest.raises(NoTrialError):
        on_a_line(curved)
