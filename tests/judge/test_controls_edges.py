"""Edges of derived controls that mutation testing found unwatched: order, neighbours, digits that only look alike, slopes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest
import sympy
from sympy import sympify

from probatum.authoring.facts import facts_of, shown
from probatum.judge.controls.deriving import Control, Making, Place, derive
from probatum.judge.controls.strengthening import strengthening
from probatum.proposition.kinds import All, Equal, ForAll, Multiset, Orbit, Rounded, proposition
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Ge, Gt, Le, Lt
from probatum.proposition.subjects.cardinality import AtLeast, AtMost, Exactly
from probatum.proposition.subjects.coercion import reals
from probatum.vocabulary import Origin
from tests.each import each
from tests.experiments import single

x, y = reals("x y")
R = sympy.Rational
HALF = R(1, 2)


def controls(function: Any) -> dict[str, list[str]]:
    """The derived controls with their changed values as text."""
    made, _ = derive(facts_of(function), lambda **values: proposition(function(**values), "f()"))
    return {control.name: [shown(next(iter(change.values()))) for _, change in control.changes] for control in made}


@pytest.mark.parametrize(
    "made",
    [Control("a", Origin.DERIVED, "bound", ()), Making((), lambda: Equal(1, 1)), Place("a", sympy.Integer(1), lambda value: {"a": value})],
    ids=lambda made: type(made).__name__,
)
def test_what_controls_are_made_of_cannot_be_changed(made: Any) -> None:
    name = fields(made)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(made, name, "b")
    assert not hasattr(made, "__dict__")


def test_yes_and_no_are_denied_wherever_they_stand() -> None:
    def told(holds: Any = True, *, value: Any = 2) -> Any:
        return Equal(value, 2 if holds else 3)

    def listed(flags: Any = (True, False)) -> Any:
        return Equal(2, sum(2 for flag in flags if flag))

    assert controls(told) == {"holds denied": ["no"]}
    assert controls(listed) == {"flags[0] denied": ["(no, no)"], "flags[1] denied": ["(yes, yes)"]}


def test_an_index_moves_as_far_as_there_is_one() -> None:
    def last(index: Any = 2) -> Any:
        return Equal((10, 20, 30)[index], 30)

    def first(index: Any = 0) -> Any:
        return Equal((10, 20, 30)[index], 10)

    def middle(index: Any = 1) -> Any:
        return Equal((10, 20, 30)[index], 20)

    def from_behind(index: Any = -2) -> Any:
        return Equal((10, 20, 30)[index], 20)

    def last_from_behind(index: Any = -1) -> Any:
        return Equal((10, 20, 30)[index], 30)

    assert controls(last) == {"index down": ["1"]}
    assert controls(first) == {"index up": ["1"]}
    assert controls(middle) == {"index up": ["2"], "index down": ["0"]}
    assert controls(from_behind) == {"index up": ["-1"], "index down": ["-3"]}
    assert controls(last_from_behind) == {"index up": ["0"], "index down": ["-2"]}


@pytest.mark.parametrize(("several", "number", "other"), [(AtLeast, 2, "3"), (AtMost, 2, "1"), (AtLeast, 1, "2")])
def test_what_counts_is_tightened_by_one(several: Any, number: int, other: str) -> None:
    def counted(number: Any = number) -> Any:
        return several(number, Gt(2, 1), Gt(3, 1), Gt(4, 1), Gt(0, 1))

    assert controls(counted) == {"number tightened": [other]}


def test_a_setting_hides_no_result_after_it() -> None:
    def function(value: Any = 4, *, rate: Any = 2) -> Any:
        return Equal(value, 2 * rate)

    _, uses = derive(tuple(reversed(facts_of(function))), function)
    assert uses == {"rate": "setting", "value": "exact value"}


def test_every_pair_of_neighbours_is_swapped_and_nothing_else_moves() -> None:
    def falling(values: Any = (9, 7, 5, 3, 1)) -> Any:
        return Equal((9, 7, 5, 3, 1), values)

    assert {name: change for name, change in controls(falling).items() if "swapped" in name} == {
        "values swapped at 0": ["(7, 9, 5, 3, 1)"],
        "values swapped at 1": ["(9, 5, 7, 3, 1)"],
        "values swapped at 2": ["(9, 7, 3, 5, 1)"],
        "values swapped at 3": ["(9, 7, 5, 1, 3)"],
    }


def test_equal_neighbours_are_not_swapped_even_where_they_are_two_objects() -> None:
    def printed(values: Any = ("0.5", "0.5")) -> Any:
        return Equal((R(1, 2), R(1, 2)), values)

    assert not any("swapped" in name for name in each(controls(printed)))


def test_only_values_that_are_compared_in_order_are_swapped() -> None:
    def on_the_left(values: Any = (2, 50)) -> Any:
        return Equal(values, Multiset((50, 2)))

    def in_a_sum(values: Any = (2, 50)) -> Any:
        return Equal(values[0] + values[1], 52)

    for function in (on_the_left, in_a_sum):
        assert list(controls(function)) == ["values[0] up", "values[0] down", "values[1] up", "values[1] down"]


@pytest.mark.parametrize("digits", ["0.5", "0.7", "0.3"])
def test_digits_that_only_look_like_the_fact_are_not_its_digits(digits: str) -> None:
    def beside(value: Any = "0.5") -> Any:
        return All(Rounded(R(1, 2), Printed(digits)), Equal(R(1, 2), value))

    assert controls(beside) == {"value up": ["0.6"], "value down": ["0.4"]}


@pytest.mark.parametrize(("stated", "sign"), [(1, "-1"), (R(1, 2), "-1/2")], ids=str)
def test_a_bound_of_any_size_changes_its_sign_last(stated: Any, sign: str) -> None:
    def above(most: Any = stated) -> Any:
        return ForAll(x, given=Lt(x, -5), then=Lt(x, most))

    def below(least: Any = -stated) -> Any:
        return ForAll(x, given=Gt(x, 5), then=Gt(x, least))

    assert controls(above)["most tightened"][-1] == sign
    assert controls(below)["least tightened"][-1] == sign.removeprefix("-")


def test_a_number_is_real_wherever_it_stands() -> None:
    def cubed(most: Any = 2) -> Any:
        return ForAll(x, given=Lt(x, 0), then=Lt(x, most**3))

    assert list(controls(cubed)) == ["most tightened"]


LARGER, SMALLER = ["101/10", "11", "15", "19"], ["99/10", "9", "5", "1", "-10"]


@pytest.mark.parametrize(("relation", "steps"), [(Gt, LARGER), (Ge, LARGER), (Lt, SMALLER), (Le, SMALLER)], ids=str)
def test_the_threshold_of_an_experiment_is_a_bound(relation: Any, steps: list[str]) -> None:
    def experiment(threshold: Any = 10) -> Any:
        return single(relation=relation, threshold=threshold)

    assert controls(experiment) == {"threshold tightened": steps}


@pytest.mark.parametrize("joined", [sympy.And, sympy.Or], ids=str)
def test_a_bound_among_several_conditions_is_seen(joined: Any) -> None:
    def given(most: Any = 10) -> Any:
        return ForAll(x, given=joined(Gt(x, 0), Lt(x, most)), then=Lt(x, 11))

    def concluded(most: Any = 10) -> Any:
        return ForAll(x, given=Lt(x, 9), then=joined(Lt(x, most), Lt(x, 20)))

    assert controls(given) == {"most tightened": LARGER}
    assert controls(concluded) == {"most tightened": SMALLER}


def test_a_bound_of_what_an_implication_supposes_is_a_hypothesis() -> None:
    def supposed(most: Any = 10) -> Any:
        return ForAll(x, then=sympy.Implies(Lt(x, most), Lt(x, 11)))

    assert controls(supposed) == {"most tightened": LARGER}


def test_digits_in_a_conjunction_are_digits() -> None:
    def parts(digits: Any = "0.5") -> Any:
        return All(Equal(2, 2), Rounded(R(1, 2), digits))

    assert list(controls(parts)) == ["digits last digit up", "digits last digit down"]


def test_a_bound_from_above_and_from_below_is_an_exact_value() -> None:
    def between(middle: Any = 10) -> Any:
        return All(ForAll(x, given=Lt(x, 9), then=Lt(x, middle)), ForAll(x, given=Gt(x, 11), then=Gt(x, middle)))

    assert controls(between) == {"middle up": ["11"], "middle down": ["9"]}


def test_of_a_number_that_no_symbol_can_stand_for_both_sides_are_tried() -> None:
    def told(value: Any = HALF, *, other: Any = 4) -> Any:
        return Equal(R(value.p, 4 * value.q), R(1, 2 * other))

    assert controls(told) == {"value up": ["1"], "value down": ["0"]}


@pytest.mark.parametrize(
    ("statement", "ways"),
    [
        (AtLeast(1, Gt(x, y), Gt(x + 1, y)), {1}),
        (AtMost(1, Gt(x, y), Gt(x + 1, y)), {-1}),
        (AtMost(1, AtMost(1, Gt(x, y), Gt(x + 1, y)), AtMost(1, Gt(x, y), Gt(x + 2, y))), {1}),
        (Exactly(1, Gt(x, y), Gt(x + 1, y)), {0}),
        (Exactly(1, Gt(x, 0), Gt(x + 1, 0)), set()),
        (Exactly(1, Gt(x, y), Gt(x + 1, 0)), {0}),
    ],
)
def test_parts_that_are_counted_strengthen_in_one_direction_or_in_none(statement: Any, ways: set[int]) -> None:
    assert set(strengthening(statement, y)) == ways


@pytest.mark.parametrize(
    ("given", "start", "ways"),
    [(True, y, {0}), (Lt(x, y), 0, {0}), (Lt(x, y), y, {0}), (True, 0, set())],
    ids=["start", "given", "both", "none"],
)
def test_how_an_iteration_moves_is_an_exact_value(given: Any, start: Any, ways: set[int]) -> None:
    orbit = Orbit(x, start=start, step=x / 2, given=sympify(given), then=Ge(x, -1))
    assert set(strengthening(orbit, y)) == ways
