"""Tests of figure data: plain numbers and words that a report can draw, or an error of the claim."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.authoring.figure import MOST_NUMBERS, checked
from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import Printed
from tests.made import finding_of
from tests.schema import check_part


def figure(**more: Any) -> dict[str, Any]:
    """A figure of one line."""
    axes = {name: {"label": name, "low": 0, "high": sympy.Rational(1, 3)} for name in ("x", "y")}
    series = [{"name": "line", "kind": "line", "points": [(0, sympy.Rational(1, 2)), (sympy.sqrt(2), 1)]}]
    return {"title": "A line", "description": "It rises.", "series": series} | axes | more


def test_numbers_become_plain_and_keep_six_digits() -> None:
    made = checked(figure())
    assert made["series"][0]["points"] == [[0.0, 0.5], [1.41421, 1.0]]
    assert made["x"]["high"] == 0.333333
    check_part("figure", made)


def test_a_fact_can_be_drawn_as_it_arrives() -> None:
    made = checked(figure(marks=[{"label": "rate", "x": Printed("0.035")}]))
    assert made["marks"] == [{"label": "rate", "x": 0.035}]


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (None, "figure: got NoneType, wanted a dict with description, series, title, x, y"),
        ({"title": "A line"}, "figure: got dict, wanted a dict with description, series, title, x, y"),
        (figure(series=[{"name": "pie", "kind": "pie", "points": []}]), "figure: got the series kind 'pie', wanted one of line"),
        (figure(marks=[{"label": "far", "x": float("inf")}]), "figure: got inf, wanted finite numbers up to 1e+100"),
        (figure(marks=[{"label": "none", "x": float("nan")}]), "figure: got nan, wanted finite numbers up to 1e+100"),
        (figure(marks=[{"label": "free", "x": sympy.Symbol("t")}]), "figure: got t, wanted a number or words"),
        (figure(marks=[{"label": "unreal", "x": sympy.I}]), "figure: got I, wanted a number or words"),
    ],
    ids=["nothing", "half", "kind", "infinite", "nan", "free", "complex"],
)
def test_what_cannot_be_drawn_is_refused(made: Any, wanted: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        checked(made)
    assert str(caught.value).startswith(wanted)


def test_too_many_numbers_are_refused() -> None:
    points = [[0, 0]] * (MOST_NUMBERS // 2 + 1)
    with pytest.raises(DefinitionError, match=rf"^figure: got more than {MOST_NUMBERS} numbers, wanted fewer: thin the curves out$"):
        checked(figure(series=[{"name": "line", "kind": "line", "points": points}]))


@pytest.mark.parametrize(
    "more",
    [
        {"x": {"label": "x", "low": 0, "high": "0.05"}},
        {"x": 5},
        {"title": 5},
        {"series": [5]},
        {"series": [{"name": "line", "kind": "line", "points": [["a", "b"]]}]},
        {"series": [{"name": "line", "kind": "line", "points": [[1, 2, 3]]}]},
        {"colour": "red"},
    ],
    ids=str,
)
def test_a_figure_that_the_ledger_cannot_hold_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError, match=r"^figure: "):
        checked(figure(**more))


def test_a_figure_that_raises_is_an_error_of_its_claim() -> None:
    from probatum.proposition.kinds import Equal

    finding = finding_of(lambda value=4: Equal(2 + 2, value), figure=lambda value=4: None)
    assert finding["verdict"] == "error"
    assert "figure: got NoneType, wanted a dict with" in finding["error"]["message"]
    drawn = finding_of(lambda value=4: Equal(2 + 2, value), figure=lambda value=4: figure())
    assert drawn["figure"]["title"] == "A line"
