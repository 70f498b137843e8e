"""Tests of what is held against what was written: an answer that SymPy's rewriting has bent is a conflict."""

from __future__ import annotations

import pytest
import sympy

from probatum.decide.deciding import decide
from probatum.decide.shared.against_writing import NAME
from probatum.decision import Outcome, Truth
from probatum.proposition.sympy_patches import remainders, roots
from tests.authored import authored
from tests.each import each

BENT = [
    "ForAll(x, given=sqrt(x**2 * (x - 1)) >= 0, then=x >= 1)",
    "Exists(x, given=x <= 0, then=Ge(sqrt(x**2 * (x - 1)), 0))",
    "ForAll(n, given=n >= 1, then=Lt(Mod(-n, 2 * n), 0))",
    "ForAll(n, given=n >= 1, then=Eq(Mod(-n, 2 * n), n))",
    "ForAll(n, then=Ne(Mod(2 * Mod(n, 5), 7), 6))",
]
STRAIGHT = {
    "ForAll(x, given=x > 0, then=Eq(x / x, 1))": Truth.TRUE,
    "ForAll(x, given=sqrt(x**2 * (x - 1)) >= 0, then=x >= 1)": Truth.FALSE,
    "Exists(x, given=x <= 0, then=Ge(sqrt(x**2 * (x - 1)), 0))": Truth.TRUE,
    "ForAll(n, given=n >= 1, then=Eq(Mod(-n, 2 * n), n))": Truth.TRUE,
    "Exists(x, then=Eq(Abs(x).diff(x), 0))": Truth.FALSE,
    "ForAll(x, given=Ge(diff(Abs(x), x), 0), then=x > 0)": Truth.TRUE,
    "ForAll(x, given=Eq(diff(Max(x, 0), x), Rational(1, 2)), then=x > 1)": Truth.VACUOUS,
    "Exists(x, given=Eq(x, 0), then=Le(diff(Max(x, 0), x), 3))": Truth.FALSE,
    "Exists(x, given=Eq(x, 0), then=Le(diff(x * Max(x, 0), x), 3))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Implies(x < 0, x / x < 5))": Truth.VACUOUS,
    "ForAll(x, given=x > 0, then=Implies(log(x / x) > 1, x < 7))": Truth.VACUOUS,
    "ForAll(x, given=x > 0, then=Implies(x < 0, x < Mod(1, 0)))": Truth.VACUOUS,
    "Exists(x, given=x > 0, then=Implies(x < 0, x / x < 5))": Truth.VACUOUS,
    "ForAll(x, given=x > 0, then=Implies(x < 1, x / x < 5))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Implies(x < 1, x / x > 5))": Truth.FALSE,
}
NAMES = {"x": sympy.Symbol("x", real=True), "n": sympy.Symbol("n", integer=True)}
APART = {"x": sympy.Symbol("bent_x", real=True), "n": sympy.Symbol("bent_n", integer=True)}  # what is remembered of these is wrong


@pytest.mark.parametrize("text", BENT)
def test_what_the_algebra_system_bends_is_a_conflict(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sympy.Pow, "_eval_expand_power_base", roots._of_sympy)
    monkeypatch.setattr(sympy.Mod, "eval", classmethod(remainders._of_sympy))
    found = decide(authored(text, **APART))
    assert found.truth is Truth.CONFLICT
    against = [decision for decision in found.decisions if decision.decider == NAME]
    assert [decision.outcome for decision in each(against)] == [Outcome.REFUTED, Outcome.ENCLOSED]
    assert all(decision.counterexample for decision in each(against))


@pytest.mark.parametrize(("text", "truth"), STRAIGHT.items())
def test_what_is_decided_as_written_stands(text: str, truth: Truth) -> None:
    found = decide(authored(text, **NAMES))
    assert found.truth is truth
    assert NAME not in {decision.decider for decision in found.decisions}
