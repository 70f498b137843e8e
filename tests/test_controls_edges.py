"""Edges of derived controls that mutation testing found unwatched: order, neighbours, digits that only look alike, slopes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
import sympy

from probatum.controls import Control, derive
from probatum.exact import Printed
from probatum.facts import facts_of, shown
from probatum.proposition import All, Equal, Multiset, Rounded, proposition

R = sympy.Rational


def controls(function: Any) -> dict[str, list[str]]:
    """The derived controls with their changed values as text."""
    made, _ = derive(facts_of(function), lambda **values: proposition(function(**values), "f()"))
    return {control.name: [shown(next(iter(change.values()))) for _, change in control.changes] for control in made}


def test_a_control_cannot_be_changed() -> None:
    control = Control("a", "derived", "bound", ())
    with pytest.raises(FrozenInstanceError):
        control.name = "b"  # type: ignore[misc]
    assert not hasattr(control, "__dict__")


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

    assert not any("swapped" in name for name in controls(printed))


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
