"""Tests of symbolic decisions: values of every shape, conditions by signs, exceptions of measure zero."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decide import symbolic
from probatum.decision import Outcome, Reason
from probatum.proposition.kinds import AlmostAll, Equal, ForAll, Multiset
from probatum.proposition.narrowing import reals
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne

x, y = reals("x y")
exp = sympy.exp
P, F, U = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
LOST = sympy.airyai(1) - sympy.Rational(23, 170)  # not zero, which symbolic algebra does not see


SAME: list[tuple[Any, Any, Outcome]] = [
    (sympy.Matrix([[1]]), 1, F),
    (1, sympy.Matrix([[1]]), F),
    ((1,), 1, F),
    (1, (1,), F),
    ((1, 2), (1, 2, 3), F),
    ((1, 2), sympy.Matrix([[1, 2]]), F),
    ((1, (2, 3)), (1, (2, 3)), P),
    ((1,) * 300, (1,) * 300, P),
    ((1, (2, 3)), (1, (2, 4)), F),
    ((LOST, 1), (0, 2), F),
    ((LOST, 1), (0, 1), U),
    (sympy.Matrix([LOST, 1]), sympy.Matrix([0, 1]), U),
    (Multiset((1, 2)), (1,), F),
    (Multiset((1,)), 1, P),
    (2, Multiset((1,)), F),
    (Multiset((1, 2, 2)), (2, 1, 2), P),
    (Multiset((LOST, 1)), (1, 0), U),
    (Multiset((x, 1)), (1, x), P),
    (Multiset((x, 1)), (1, y), U),
    (sympy.FiniteSet(1, 2), (2, 1, 1), P),
    ((1, 2, 2), sympy.FiniteSet(1, 2), P),
    (sympy.FiniteSet(1, 2), (1,), F),
    ((1,), sympy.FiniteSet(1, 2), F),
    (sympy.FiniteSet(1), 1, P),
    (sympy.FiniteSet(LOST, 1), (1, 0), U),
    (sympy.FiniteSet(x, 1), (1, x), P),
    (sympy.FiniteSet(x, 1), (1, y), U),
    (sympy.Limit(1 / x, x, 0, "+"), 1, F),
    (sympy.Limit(-1 / x, x, 0, "+"), 1, F),
    (sympy.zoo, 1, U),
    (sympy.tanh(x), sympy.sinh(x) / sympy.cosh(x), P),
    (sympy.cos(2 * x), 1 - 2 * sympy.sin(x) ** 2, P),
    (x**2, y**2, F),
    ((x + 1) ** 65, (x + 1) ** 64 * (x + 1), P),
    (sympy.airyai(x + 2), sympy.airyai(3), U),
]


@pytest.mark.parametrize(("left", "right", "outcome"), SAME, ids=str)
def test_values_of_every_shape_are_compared(left: Any, right: Any, outcome: Outcome) -> None:
    assert symbolic.decide(Equal(left, right)).outcome is outcome


def test_different_values_are_shown_carried_out() -> None:
    counterexample = symbolic.decide(Equal(Multiset((sympy.Limit(sympy.sin(x) / x, x, 0), 2)), (2, 3))).counterexample
    assert counterexample is not None
    assert counterexample.values == (("left side", sympy.Tuple(1, 2)), ("right side", sympy.Tuple(2, 3)))


def test_large_expressions_are_left_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(symbolic, "LARGEST_EXPRESSION", 3)
    assert symbolic.decide(Equal(x + y + 1, 1 + y + x)).outcome is P, "three operations, or none"
    assert symbolic.decide(Equal((x + 1) ** 2, x**2 + 2 * x + 1)).outcome is U
    given = {"variables": x, "given": Gt(x, 0)}
    assert symbolic.decide(ForAll(**given, then=Gt(x + x**2, 0))).outcome is P, "three with the relation"
    assert symbolic.decide(ForAll(**given, then=Gt(x + x**2 + 1, 0))).outcome is U


@pytest.mark.parametrize(
    ("given", "then", "outcome"),
    [
        (Gt(x, 0), Gt(x, 0), P),
        (Gt(x, 0), Ge(x, 0), P),
        (Ge(x, 0), Gt(x, 0), U),
        (Ge(x, 0), Ge(x, 0), P),
        (Lt(x, 0), Lt(x, 0), P),
        (Le(x, 0), Lt(x, 0), U),
        (Le(x, 0), Le(x, 0), P),
        (Lt(x, 0), Gt(x, 0), U),
        (Gt(x, 0), Ne(x, 0), P),
        (Lt(x, 0), Ne(x, 0), P),
        (Ge(x, 0), Ne(x, 0), U),
        (Gt(x, 0), Eq(x + x, 2 * x), P),
        (Gt(x, 0), Eq(x, 1), U),
        (Gt(x, 0), sympy.And(Gt(x, 0), Ge(x**2, 0)), P),
        (Gt(x, 0), sympy.And(Gt(x, 0), Gt(x, 1)), U),
        (Gt(x, 0), sympy.Or(Gt(x, 1), Gt(x, 0)), P),
        (Gt(x, 0), sympy.Or(Gt(x, 1), Lt(x, 2), evaluate=False), U),
        (Gt(x, 0), sympy.Not(Lt(x, 0), evaluate=False), U),
    ],
    ids=str,
)
def test_a_condition_is_proved_by_signs_or_left_open(given: Any, then: Any, outcome: Outcome) -> None:
    assert symbolic.decide(ForAll(x, given=given, then=then)).outcome is outcome


@pytest.mark.parametrize(
    ("then", "outcome", "sides"),
    [
        (Lt(1, 2), P, None),
        (Lt(2, 1), F, (("left side", 2), ("right side", 1))),
        (Le(2, 2), P, None),
        (Ne(2, 2), F, (("left side", 2), ("right side", 2))),
        (Eq(2, 3), F, (("left side", 2), ("right side", 3))),
        (Eq(LOST, 0), U, None),
        (sympy.And(Lt(1, 2), Lt(2, 1)), F, ()),
    ],
    ids=str,
)
def test_a_closed_condition_is_true_or_false_with_its_sides(then: Any, outcome: Outcome, sides: Any) -> None:
    decision = symbolic.decide(ForAll((), then=then))
    assert decision.outcome is outcome
    assert (None if decision.counterexample is None else decision.counterexample.values) == sides


@pytest.mark.parametrize(
    ("then", "outcome", "reason"),
    [
        (Ne(x, y), P, Reason.NULL_SET),
        (Ne(x / y, 1), P, Reason.NULL_SET),
        (Ne(x * (y + 1), x * y + x), F, Reason.EVERYWHERE),
        (Ne(LOST * x, 0), U, Reason.RESIDUE),
        (Ne(exp(x), 1), U, Reason.SCOPE),
        (Gt(x, y), U, Reason.SCOPE),
        (sympy.And(Ne(x, 0), Ne(y, 0)), P, Reason.NULL_SET),
        (sympy.And(Ne(x, 0), Gt(y, 0)), U, Reason.SCOPE),
        (sympy.And(Ne(x, 0), Ne(x + y, y + x)), U, Reason.RESIDUE),
        (sympy.Or(Ne(x, 0), Gt(y, 0)), P, Reason.NULL_SET),
        (sympy.Or(Gt(y, 0), Lt(x, 0)), U, Reason.SCOPE),
        (sympy.Or(Ne(x * (y + 1), x * y + x), Ne(x, 0)), P, Reason.NULL_SET),
    ],
    ids=str,
)
def test_exceptions_of_measure_zero_are_zeros_of_a_polynomial(then: Any, outcome: Outcome, reason: str) -> None:
    decision = symbolic.decide(AlmostAll((x, y), then=then))
    assert (decision.outcome, decision.reason) == (outcome, reason)
