"""Tests of symbolic decisions: values of every shape, conditions by signs, exceptions of measure zero."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decide.numbers import symbolic
from probatum.decision import Outcome, Reason
from probatum.proposition.kinds import AlmostAll, Equal, ForAll, Multiset
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import reals

x, y = reals("x y")
exp = sympy.exp
PROVED, REFUTED, UNDECIDED = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
LOST = sympy.airyai(1) - sympy.Rational(23, 170)  # not zero, which symbolic algebra does not see


SAME: list[tuple[Any, Any, Outcome]] = [
    (sympy.Matrix([[1]]), 1, REFUTED),
    (1, sympy.Matrix([[1]]), REFUTED),
    ((1,), 1, REFUTED),
    (1, (1,), REFUTED),
    ((1, 2), (1, 2, 3), REFUTED),
    ((1, 2), sympy.Matrix([[1, 2]]), REFUTED),
    ((1, (2, 3)), (1, (2, 3)), PROVED),
    ((1,) * 300, (1,) * 300, PROVED),
    ((1, (2, 3)), (1, (2, 4)), REFUTED),
    ((LOST, 1), (0, 2), REFUTED),
    ((LOST, 1), (0, 1), UNDECIDED),
    (sympy.Matrix([LOST, 1]), sympy.Matrix([0, 1]), UNDECIDED),
    (Multiset((1, 2)), (1,), REFUTED),
    (Multiset((1,)), 1, PROVED),
    (2, Multiset((1,)), REFUTED),
    (Multiset((1, 2, 2)), (2, 1, 2), PROVED),
    (Multiset((LOST, 1)), (1, 0), UNDECIDED),
    (Multiset((x, 1)), (1, x), PROVED),
    (Multiset((x, 1)), (1, y), UNDECIDED),
    (sympy.FiniteSet(1, 2), (2, 1, 1), PROVED),
    ((1, 2, 2), sympy.FiniteSet(1, 2), PROVED),
    (sympy.FiniteSet(1, 2), (1,), REFUTED),
    ((1,), sympy.FiniteSet(1, 2), REFUTED),
    (sympy.FiniteSet(1), 1, PROVED),
    (sympy.FiniteSet(LOST, 1), (1, 0), UNDECIDED),
    (sympy.FiniteSet(x, 1), (1, x), PROVED),
    (sympy.FiniteSet(x, 1), (1, y), UNDECIDED),
    (sympy.Limit(1 / x, x, 0, "+"), 1, REFUTED),
    (sympy.Limit(-1 / x, x, 0, "+"), 1, REFUTED),
    (sympy.zoo, 1, UNDECIDED),
    (sympy.tanh(x), sympy.sinh(x) / sympy.cosh(x), PROVED),
    (sympy.cos(2 * x), 1 - 2 * sympy.sin(x) ** 2, PROVED),
    (x**2, y**2, REFUTED),
    ((x + 1) ** 65, (x + 1) ** 64 * (x + 1), PROVED),
    (sympy.airyai(x + 2), sympy.airyai(3), UNDECIDED),
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
    assert symbolic.decide(Equal(x + y + 1, 1 + y + x)).outcome is PROVED, "three operations, or none"
    assert symbolic.decide(Equal((x + 1) ** 2, x**2 + 2 * x + 1)).outcome is UNDECIDED
    given = {"variables": x, "given": Gt(x, 0)}
    assert symbolic.decide(ForAll(**given, then=Gt(x + x**2, 0))).outcome is PROVED, "three with the relation"
    assert symbolic.decide(ForAll(**given, then=Gt(x + x**2 + 1, 0))).outcome is UNDECIDED


@pytest.mark.parametrize(
    ("given", "then", "outcome"),
    [
        (Gt(x, 0), Gt(x, 0), PROVED),
        (Gt(x, 0), Ge(x, 0), PROVED),
        (Ge(x, 0), Gt(x, 0), UNDECIDED),
        (Ge(x, 0), Ge(x, 0), PROVED),
        (Lt(x, 0), Lt(x, 0), PROVED),
        (Le(x, 0), Lt(x, 0), UNDECIDED),
        (Le(x, 0), Le(x, 0), PROVED),
        (Lt(x, 0), Gt(x, 0), UNDECIDED),
        (Gt(x, 0), Ne(x, 0), PROVED),
        (Lt(x, 0), Ne(x, 0), PROVED),
        (Ge(x, 0), Ne(x, 0), UNDECIDED),
        (Gt(x, 0), Eq(x + x, 2 * x), PROVED),
        (Gt(x, 0), Eq(x, 1), UNDECIDED),
        (Gt(x, 0), sympy.And(Gt(x, 0), Ge(x**2, 0)), PROVED),
        (Gt(x, 0), sympy.And(Gt(x, 0), Gt(x, 1)), UNDECIDED),
        (Gt(x, 0), sympy.Or(Gt(x, 1), Gt(x, 0)), PROVED),
        (Gt(x, 0), sympy.Or(Gt(x, 1), Lt(x, 2), evaluate=False), UNDECIDED),
        (Gt(x, 0), sympy.Not(Lt(x, 0), evaluate=False), UNDECIDED),
    ],
    ids=str,
)
def test_a_condition_is_proved_by_signs_or_left_open(given: Any, then: Any, outcome: Outcome) -> None:
    assert symbolic.decide(ForAll(x, given=given, then=then)).outcome is outcome


@pytest.mark.parametrize(
    ("then", "outcome", "sides"),
    [
        (Lt(1, 2), PROVED, None),
        (Lt(2, 1), REFUTED, (("left side", 2), ("right side", 1))),
        (Le(2, 2), PROVED, None),
        (Ne(2, 2), REFUTED, (("left side", 2), ("right side", 2))),
        (Eq(2, 3), REFUTED, (("left side", 2), ("right side", 3))),
        (Eq(LOST, 0), UNDECIDED, None),
        (sympy.And(Lt(1, 2), Lt(2, 1)), REFUTED, ()),
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
        (Ne(x, y), PROVED, Reason.NULL_SET),
        (Ne(x / y, 1), PROVED, Reason.NULL_SET),
        (Ne(x * (y + 1), x * y + x), REFUTED, Reason.EVERYWHERE),
        (Ne(LOST * x, 0), UNDECIDED, Reason.RESIDUE),
        (Ne(exp(x), 1), UNDECIDED, Reason.SCOPE),
        (Gt(x, y), UNDECIDED, Reason.SCOPE),
        (sympy.And(Ne(x, 0), Ne(y, 0)), PROVED, Reason.NULL_SET),
        (sympy.And(Ne(x, 0), Gt(y, 0)), UNDECIDED, Reason.SCOPE),
        (sympy.And(Ne(x, 0), Ne(x + y, y + x)), UNDECIDED, Reason.RESIDUE),
        (sympy.Or(Ne(x, 0), Gt(y, 0)), PROVED, Reason.NULL_SET),
        (sympy.Or(Gt(y, 0), Lt(x, 0)), UNDECIDED, Reason.SCOPE),
        (sympy.Or(Ne(x * (y + 1), x * y + x), Ne(x, 0)), PROVED, Reason.NULL_SET),
    ],
    ids=str,
)
def test_exceptions_of_measure_zero_are_zeros_of_a_polynomial(then: Any, outcome: Outcome, reason: str) -> None:
    decision = symbolic.decide(AlmostAll((x, y), then=then))
    assert (decision.outcome, decision.reason) == (outcome, reason)
