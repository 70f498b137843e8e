"""Tests of means of convex functions of what lies in an interval: Hoeffding's lemma, Kantorovich's inequality, chords."""

from __future__ import annotations

import pytest

from probatum import features, integers, random, reals
from probatum.decision import Truth
from probatum.lowering.chance.joint_convexity import by_joint_convexity
from probatum.proposition.evaluated import plain
from tests.authored import authored, truth_of

t, n = reals("t"), integers("n")
NAMES = {"t": t, "n": n, "X": random("X"), "x": features("x", of=n)}
HOEFFDING = "ForAll((X, t), given=And(X >= 0, X <= 1), then=E(exp(t*(X - E(X)))) <= exp(t**2/8))"
AVERAGED = "ForAll((x, n), given=And(x >= 1, x <= 2), then=average(x)*average(1/x) <= Rational(9, 8))"
ROOT = "ForAll(X, given=And(X >= 0, X <= 4, E(X) >= 2), then=E(sqrt(X)) >= 1)"
TRUE = [
    "ForAll((X, t), given=And(X >= -1, X <= 1, Eq(E(X), 0)), then=E(exp(t*X)) <= exp(t**2/2))",
    "ForAll((X, t), given=And(X >= 0, X <= 1), then=E(exp(t*X)) <= exp(E(X)*(exp(t) - 1)))",
    AVERAGED,
    ROOT,
]
FALSE = [
    HOEFFDING.replace("X <= 1", "X <= 2"),
    HOEFFDING.replace("/8", "/9"),
    AVERAGED.replace("9, 8", "10, 9"),
    ROOT.replace(">= 1)", ">= Rational(11, 10))"),
    "ForAll(X, given=And(X > 0, X <= 2), then=E(X)*E(1/X) <= 5)",
    "ForAll(X, given=And(X >= -1, X > 0, X <= 2), then=E(log(X)) >= log(E(X)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_a_mean_is_below_the_chord(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_not_below_less(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_what_jumps_in_a_mean_is_not_linear_in_it() -> None:
    """A mean of e^x may be anywhere between e to the mean and the chord."""
    mean, low = "E(exp(X))", "exp(E(X)) + sqrt(2)"
    jumping = f"Piecewise(({mean}, {mean} < {low}), ({mean} - 100, {mean} < {low} + Rational(1, 10**9)), ({mean}, True))"
    source = f"ForAll(X, given=And(0 <= X, X <= 3), then={jumping} >= exp(E(X)))"
    assert truth_of(source, **NAMES) is not Truth.TRUE
    assert truth_of(source.replace("- 100", "+ 0"), **NAMES) is Truth.TRUE


def test_nor_is_it_a_mean_of_what_is_convex_in_several() -> None:
    known = dict(zip("UV", random("U V", independent=False), strict=True))
    source = "ForAll((U, V), given=V > 0, then=M >= E(U)**2/E(V))"
    jumping = "Piecewise((M, M < 3), (M - 100, M < 4), (M, True))"
    for form, wanted in (("M", True), (jumping, False)):
        text = source.replace("M", form).replace("M", "E(U**2/V)")
        assert (by_joint_convexity(plain(authored(text, **known))) is not None) is wanted
