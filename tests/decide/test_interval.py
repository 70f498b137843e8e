"""Tests of bisection: the bounds of the variables, the boxes tried, and what is shown of a counterexample."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.calculus.signs.bounds import bounds
from probatum.decide.numbers import interval
from probatum.decision import Outcome, Reason
from probatum.proposition.kinds import Equal, ForAll, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals

x, y = reals("x y")
n = integers("n")
R, sqrt, exp = sympy.Rational, sympy.sqrt, sympy.exp
ENCLOSED, REFUTED, UNDECIDED = Outcome.ENCLOSED, Outcome.REFUTED, Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((Ge(x, 0), Le(x, 1)), {x: (0, 1)}),
        ((Gt(x, 0), Lt(x, 1)), {x: (0, 1)}),
        ((Lt(-2, x), Gt(R(1, 2), x)), {x: (-2, R(1, 2))}),
        ((Ge(x, 0), Ge(x, -3), Le(x, 1), Le(x, 7)), {x: (0, 1)}),
        ((Le(sympy.Abs(x), 3),), {x: (-3, 3)}),
        ((Le(sympy.Abs(x), 3), Ge(x, 0), Le(x, 1)), {x: (0, 1)}),
        ((Ge(x, 2), Le(x, 1)), {x: (2, 2)}),
        ((Ge(x, 0), Le(x, 1), Ge(x**2, y), Ne(x, 0)), {x: (0, 1)}),
        ((Ge(x, 0),), {}),
        ((Le(x, 0),), {}),
        ((Ge(x, 0), Le(x, sympy.pi)), {}),
        ((Ge(x, 0), Le(x, y)), {}),
        ((Ge(sympy.Abs(x), 3),), {}),
        ((Le(sympy.Abs(x + 1), 3),), {}),
        ((Le(sympy.Abs(x), sympy.pi),), {}),
        (sympy.Or(Ge(x, 0), Le(x, 1)), {}),
    ],
    ids=str,
)
def test_bounds_are_read_off_the_hypotheses(given: Any, wanted: Any) -> None:
    assert bounds(ForAll(x, given=given, then=Gt(x, y))) == wanted


def test_a_variable_without_bounds_is_left_out() -> None:
    statement = ForAll((x, y), given=(Ge(x, 0), Le(x, 1), Ge(y, 0)), then=Gt(x, -1))
    assert bounds(statement) == {x: (0, 1)}
    assert interval.decide(statement).reason == Reason.UNBOUNDED


def test_the_widest_side_of_a_box_is_halved() -> None:
    zero, one, four = map(sympy.Integer, (0, 1, 4))
    assert interval._halves({x: (zero, one), y: (zero, four)}) == [{x: (0, 1), y: (0, 2)}, {x: (0, 1), y: (2, 4)}]
    assert interval._halves({x: (zero, four), y: (one, four)}) == [{x: (0, 2), y: (1, 4)}, {x: (2, 4), y: (1, 4)}]


def test_boxes_are_counted() -> None:
    unit = {"variables": x, "given": (Ge(x, 0), Le(x, 1))}
    assert [interval.decide(ForAll(**unit, then=then)).tried for then in (Lt(x, 2), Gt(x, 1), Gt(x, R(1, 4)))] == [1, 1, 2]


def test_the_middle_of_a_box_that_breaks_is_shown() -> None:
    decision = interval.decide(ForAll((x, y), given=(Ge(x, 0), Le(x, 1), Ge(y, 0), Le(y, 1)), then=Ne(x + y, 1)))
    assert decision.counterexample is not None
    assert decision.counterexample.values == (("x", R(1, 2)), ("y", R(1, 2)))


def test_an_integer_is_not_halved_into_a_counterexample() -> None:
    within = {"variables": n, "given": (Ge(n, 0), Le(n, 1))}
    assert interval.decide(ForAll(**within, then=Ne(2 * n, 1))).outcome is ENCLOSED
    refuted = interval.decide(ForAll(**within, then=Ne(2 * n, 2)))
    assert refuted.counterexample is not None
    assert (refuted.outcome, refuted.counterexample.values) == (REFUTED, (("n", sympy.Integer(1)),))


def test_the_size_of_a_box_counts_integers_and_measures_reals() -> None:
    assert interval._volume({n: (0, 7), x: (0, R(1, 2))}) == 4
    assert interval._volume({n: (3, 3), x: (0, 2), y: (1, 3)}) == 4


@pytest.mark.parametrize(
    ("given", "then", "outcome", "tried"),
    [
        ((Ge(n, 0), Lt(n, 4)), Lt(n, R(7, 2)), ENCLOSED, 1),  # 4 is not among them, nor what lies between 3 and 4
        ((Gt(n, 0), Le(n, R(9, 2))), Gt(n, R(1, 2)), ENCLOSED, 1),
        ((Gt(n, R(1, 2)), Lt(n, R(9, 2))), sympy.And(Gt(n, R(3, 4)), Lt(n, R(17, 4))), ENCLOSED, 1),
        ((Ge(n, 0), Le(n, 7)), Ne(n, R(5, 2)), ENCLOSED, 7),  # all of them, those to 3, those from 2, and 2 and 3 themselves
        ((Ge(n, 0), Le(n, 7)), Ne(n, 5), REFUTED, 3),
        ((Ge(n, 3), Le(n, 3)), Eq(sympy.sin(n) ** 2 + sympy.cos(n) ** 2, 1), UNDECIDED, 1),  # a single case that touches
        ((Ge(n, 0), Le(n, 1), Ge(x, 0), Le(x, 1)), Ge(exp(n * x), 1 + n * x - R(1, 9)), ENCLOSED, None),  # with a real beside it
    ],
)
def test_integers_are_halved_between_them(given: Any, then: Any, outcome: Outcome, tried: int | None) -> None:
    variables = tuple(symbol for symbol in (n, x) if symbol in sympy.And(*given).free_symbols)
    decision = interval.decide(ForAll(variables, given=given, then=then))
    assert (decision.outcome, decision.tried if tried else None) == (outcome, tried)


def test_a_bound_that_touches_is_given_up_at_the_smallest_box() -> None:
    decision = interval.decide(ForAll(x, given=(Ge(x, 0), Le(x, 1)), then=Ge(exp(x), 1 - x)))
    assert (decision.outcome, decision.reason) == (UNDECIDED, Reason.TOUCHING)


@pytest.mark.parametrize(
    ("statement", "outcome", "values"),
    [
        (Rounded(sqrt(2), Printed("1.41")), ENCLOSED, None),
        (Rounded(sqrt(2), Printed("1.42")), REFUTED, (("value", sqrt(2)), ("printed", R(71, 50)))),
        (Equal(exp(1), 3), REFUTED, (("left side", sympy.E), ("right side", 3))),
        (Equal(sympy.E, sympy.E), UNDECIDED, None),
        (Equal(sympy.E, (1, 2)), UNDECIDED, None),
        (Equal(x, 1), UNDECIDED, None),
        (ForAll((), then=Lt(sympy.E, 3)), ENCLOSED, None),
        (ForAll((), then=Lt(3, sympy.E)), REFUTED, (("left side", 3), ("right side", sympy.E))),
        (ForAll((), then=sympy.And(Lt(3, sympy.E), Lt(3, sympy.pi))), REFUTED, ()),
    ],
    ids=str,
)
def test_certified_digits_show_both_sides(statement: Any, outcome: Outcome, values: Any) -> None:
    decision = interval.decide(statement)
    assert decision.outcome is outcome
    assert (None if decision.counterexample is None else decision.counterexample.values) == values


def test_middles_that_no_precision_settles_are_compared_by_algebra_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Any] = []
    monkeypatch.setattr("probatum.proposition.truth.is_zero", lambda number: compared.append(number))
    half_angle = ForAll(x, given=(Gt(x, 0), Lt(x, 3)), then=Eq(sympy.tan(x / 2), sympy.sin(x) / (1 + sympy.cos(x))))
    assert interval.decide(half_angle).outcome is Outcome.UNDECIDED
    assert len(compared) == interval.MOST_COMPARED
