"""Tests of random variables that an equation leaves one of two values."""

from __future__ import annotations

import pytest

from probatum import functions, random, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

t = reals("t")
v, w = vectors("v w")
NAMES = {"t": t, "v": v, "w": w, "X": random("X"), "Z": random("Z", symmetric=True), "g": functions("g", convex=True)}
NAMES["Q"], NAMES["S"] = random("Q S", independent=True)
NAMES["U"], NAMES["V"] = random("U V", independent=False)
SIGN, SWITCH, ODD = "Eq(X**2, 1)", "Eq(X**2, X)", "Eq((X - 1)*(X - 3), 0)"
OF = "ForAll(X, given={}, then={})"

TRUE = [
    f"ForAll((X, t), given={SIGN}, then=Eq(E(exp(t*X)), cosh(t) + E(X)*sinh(t)))",
    f"ForAll((X, t), given=And({SIGN}, Eq(E(X), 0)), then=Eq(E(exp(t*X)), cosh(t)))",
    "ForAll((Z, t), given=Eq(Z**2, 1), then=E(exp(t*Z)) <= exp(t**2/2))",
    "ForAll((Z, t), given=Eq(Abs(Z), 1), then=Eq(E(cos(t*Z)), cos(t)))",
    "ForAll((Z, v, w), given=Eq(Z**2, 1), then=Eq(E(norm(v + Z*w)**2), norm(v)**2 + norm(w)**2))",
    "ForAll((g, Z, v, w), given=Eq(Z**2, 1), then=Eq(E(g(v + Z*w)), (g(v + w) + g(v - w))/2))",
    OF.format(SWITCH, "Eq(E(exp(X)), 1 + (exp(1) - 1)*E(X))"),
    OF.format(f"And({SWITCH}, X > 0)", "Eq(E(log(X)), 0)"),
    OF.format(f"And({SIGN}, Eq(X**3, 1))", "Eq(E(X), 1)"),
    OF.format(SIGN, "Eq(E(X/X), 1)"),
    OF.format(ODD, "Eq(Var(X), (3 - E(X))*(E(X) - 1))"),
    OF.format(ODD, "Eq(E(1/X), 1 - (E(X) - 1)/3)"),
    OF.format("Eq(X**3, X)", "Var(X) <= 1"),  # of three
    OF.format("Eq(X**2, 2)", "Eq(E(X**2), 2)"),  # which are no fractions
    "ForAll((Q, S), given=Eq(Q**2, 1), then=Eq(E(Q**2*S), E(S)))",
    "ForAll((Q, S), given=And(Eq(Q**2, 1), Eq(S**2, 1)), then=Eq(Var(Q*S), 1 - E(Q)**2*E(S)**2))",
    "ForAll((U, V), given=Eq(U**2, 1), then=Var(U) <= 1)",
    f"Exists(X, given={SIGN}, then=Eq(Var(X), Rational(3, 4)))",
]
FALSE = [
    f"ForAll((X, t), given={SIGN}, then=Eq(E(exp(t*X)), cosh(t) - E(X)*sinh(t)))",
    "ForAll((Z, t), given=Eq(Z**2, 1), then=E(exp(t*Z)) <= exp(Rational(49, 100)*t**2))",
    "ForAll((Z, v, w), given=Eq(Z**2, 1), then=Eq(E(norm(v + Z*w)**2), norm(v)**2 + norm(w)**2/2))",
    "ForAll((g, Z, v, w), given=Eq(Z**2, 1), then=E(g(v + Z*w)) <= g(v))",
    OF.format(SWITCH, "Eq(E(exp(X)), exp(E(X)))"),
    OF.format(f"And({SIGN}, X >= -1)", "Eq(E(X), 1)"),
    OF.format(ODD, "Var(X) <= Rational(99, 100)"),
    "ForAll((Q, S), given=Eq(Q**2, 1), then=Eq(E(Q*S), E(S)))",
    f"Exists(X, given={SIGN}, then=E(X) > 1)",
]
UNDEFINED = [
    OF.format(SWITCH, "E(1/X) >= 0"),
    OF.format(SWITCH, "Eq(E(X/X), 1)"),
    OF.format(ODD, "E(1/(X - 1)) >= 0"),
    OF.format(SIGN, "Eq(E(X)/E(X), 1)"),
]
VACUOUS = [
    OF.format("Eq(X**2, -1)", "Eq(Var(X), 0)"),
    OF.format(f"And({SIGN}, X >= 2)", "Eq(E(X), 1)"),
    OF.format(f"And({SIGN}, E(X) > 1)", "Eq(E(X), 1)"),
]


@pytest.mark.parametrize("source", TRUE)
def test_it_is_made_of_zero_or_one(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_is_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_a_value_that_it_may_take_has_to_be_allowed(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize("source", VACUOUS)
def test_of_no_such_variable_nothing_is_said(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.VACUOUS
