"""Counterexamples that are a point in the plane are drawn, at one scale; others are not."""

from __future__ import annotations

import json
import re

import pytest

from probatum_reports.drawing.planes import Plane, plane
from probatum_reports.formats.page import rendered
from tests.ledgers.many import SAMPLE


def values(x: str, y: str, names: tuple[str, str] = ("x₁", "x₂"), decimals: tuple[str, str] = ("", "")) -> list[dict[str, str]]:
    return [{"name": name, "exact": exact, "decimal": decimal} for name, exact, decimal in zip(names, (x, y), decimals, strict=True)]


def drawn(x: str, y: str, **more: tuple[str, str]) -> Plane:
    made = plane(values(x, y, **more))
    assert made is not None
    return made


def crossing(made: Plane) -> tuple[float, float]:
    numbers = [float(number) for number in re.findall(r"[-\d.]+", made.axes)]
    return numbers[3], numbers[1]


@pytest.mark.parametrize(("x", "y"), [("1", "2"), ("-3", "1/2"), ("0.25", "-0.1"), ("-1", "-1"), ("1e-9", "2e-9")])
def test_both_axes_have_one_unit_and_the_point_lies_where_it_is(x: str, y: str) -> None:
    from fractions import Fraction

    made = drawn(x, y)
    across, along = crossing(made)
    right, up = float(made.x) - across, along - float(made.y)
    assert right / up == pytest.approx(float(Fraction(x) / Fraction(y)), rel=0.02)
    assert (right > 0, up > 0) == (Fraction(x) > 0, Fraction(y) > 0)
    assert 0 <= float(made.x) <= float(made.width)
    assert 0 <= float(made.y) <= float(made.height)


def test_the_words_name_the_point() -> None:
    made = drawn("1/4", "sqrt(2)", names=("α", "λₗ"), decimals=("0.25", "1.41421"))
    assert made.words == "The point α = 0.25, λₗ = 1.41421 in the plane"
    assert [label.words for label in made.labels] == ["α", "λₗ", "0.25", "1.41421"]


@pytest.mark.parametrize(
    "record",
    [
        values("1", "2")[:1],
        [*values("1", "2"), *values("1", "2")],
        values("0", "2"),
        values("1", "13"),
        values("1", "[1, 2]"),
        values("1", "nan"),
        values("1", "1/0"),
        values("1", "9" * 400),
        values("1", "2", names=("left side", "right side")),
        values("1", "2", names=("wine", "digits")),
    ],
    ids=["one", "four", "on an axis", "too unlike", "a vector", "not a number", "undefined", "too large", "sides", "words"],
)
def test_what_is_no_point_to_be_seen_is_not_drawn(record: list[dict[str, str]]) -> None:
    assert plane(record) is None


def test_the_card_shows_it_beside_the_values() -> None:
    ledger = json.loads(SAMPLE.read_text(encoding="utf-8"))
    (finding,) = [finding for finding in ledger["findings"] if finding["verdict"] == "conditional"]
    for decision in finding["versions"][0]["decisions"]:
        if decision["counterexample"]:
            decision["counterexample"]["values"] = [value | {"latex": "x = 1"} for value in values("1", "2")]
    ((_, html),) = rendered(ledger)
    callout = html.split('<p class="label">Counterexample without the condition</p>')[1].split("</div>")[0]
    assert 'role="img" aria-label="The point x₁ = 1, x₂ = 2 in the plane"' in callout
    assert callout.count("<circle") == 1
