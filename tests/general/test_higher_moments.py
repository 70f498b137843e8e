"""Tests of third and fourth moments of sums of copies, and of several relations: values that deviate to one side refute."""

from __future__ import annotations

import pytest

from probatum import features, integers, random, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.chance.deviations import of_deviations
from probatum.proposition.subjects.random import Expectation, RandomVariable
from tests.authored import authored, truth_of

m, s = reals("m s")
a = reals("a")
n = integers("n")
W, V = random("W", of=n, mean=0, variance=s**2), random("V", of=n, mean=m, variance=s**2)
X = random("X")
w = features("w", of=n)
NAMES = {"a": a, "m": m, "s": s, "n": n, "W": W, "V": V, "X": X, "w": w}
SAMPLE = "Var(total((W - average(W))**2)/(n - 1))"

TRUE = [
    "ForAll((W, n, s), then=Eq(E(total(W)**3), n*E(average(W**3))))",
    "ForAll((W, n, s), then=Eq(E(total(W)**4), n*E(average(W**4)) + 3*n*(n - 1)*s**4))",
    f"ForAll((W, n, s), given=n >= 2, then=Eq({SAMPLE}, (E(average(W**4)) - (n - 3)/(n - 1)*s**4)/n))",
    "ForAll((X, a), then=E((X - E(X))**4) <= 16*E((X - a)**4))",
    "ForAll(X, then=E((X - E(X))**4)*Var(X) >= E((X - E(X))**3)**2 + Var(X)**3)",
    "ForAll(X, then=And(Cov(X, exp(X)) >= 0, log(E(exp(X))) >= E(X)))",
]
FALSE = [
    "ForAll((W, n, s), then=Eq(E(total(W)**3), n**2*E(average(W**3))))",
    "ForAll((W, n, s), then=Eq(E(total(W)**4), n*E(average(W**4)) + 6*n*(n - 1)*s**4))",
    "ForAll((W, n, s), then=Eq(E(total(W)**4), n*E(average(W**4))))",
    f"ForAll((W, n, s), given=n >= 2, then=Eq({SAMPLE}, (E(average(W**4)) - (n - 2)/(n - 1)*s**4)/n))",
    "ForAll((W, n, s), then=E(total(W)**4) <= 3*n**2*s**4)",
    "ForAll((W, n, s), then=Eq(E(total(W)**3), 0))",
    "ForAll((V, n, m, s), then=Eq(E(total(V)**3), n**3*m**3 + 3*n**2*m*s**2))",
    "ForAll((X, a), then=E((X - E(X))**4) <= E((X - a)**4))",
    "ForAll(X, then=E((X - E(X))**4)*Var(X) >= E((X - E(X))**3)**2 + 2*Var(X)**3)",
    "ForAll(X, then=E((X - E(X))**3) >= -E(X)**3)",
    "ForAll(X, then=And(E(X**2) >= E(X)**2, log(E(exp(X))) > E(X)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_moments_of_sums_are_polynomials_in_their_number(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_a_counterexample_says_which_values_are_taken() -> None:
    shown = decide(authored(FALSE[0], **NAMES), thorough=False).counterexample
    assert shown is not None
    assert sum(value for name, value in shown.values if name.startswith("P(")) == 1


def test_relations_are_proved_one_by_one_and_all_theorems_named() -> None:
    decisions = decide(authored(TRUE[-1], **NAMES), thorough=False).decisions
    assert any("increasing functions of one variable" in each.reason and "convex" in each.reason for each in decisions)


def test_high_powers_of_deviations_are_said_of_the_deviation() -> None:
    moved = of_deviations(authored("ForAll((X, a), then=E((X - E(X))**4) <= 16*E((X - a)**4))", **NAMES))
    assert moved is not None
    (deviation,) = (each for each in moved.variables if isinstance(each, RandomVariable))
    assert deviation.known["mean"] == 0
    assert moved.then.lhs == Expectation(deviation**4)


@pytest.mark.parametrize(
    "then",
    [
        "E((X - E(X))**2) >= 0",
        "E((2*X - E(X))**4) >= 0",
        "E((X - a)**4) >= 0",
        "E((V - E(V))**4) >= 0",
        "E((Z - E(Z))**4) >= 0",
        "E((U - E(U))**4) >= 0",
    ],
)
def test_low_powers_and_variables_of_which_more_is_known_stay(then: str) -> None:
    more = {"Z": random("Z", symmetric=True), "U": random("U O", independent=False)[0]}
    assert of_deviations(authored(f"ForAll((X, V, Z, U, n, m, s, a), then={then})", **NAMES, **more)) is None
