"""Figure data become drawings: ticks, outlines, labels that do not overlap."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from probatum_reports.drawing.axes import axis, shown
from probatum_reports.drawing.figures import WIDTH, Drawing, drawing
from probatum_reports.drawing.marking import EM, Text, wide
from probatum_reports.drawing.packing import rows
from probatum_reports.drawing.tracing import polyline, specks
from probatum_reports.formats.page import environment
from tests.each import each

LINE = [[0.0, 0.0], [1.0, 1.0]]


def record(**changes: Any) -> Any:
    plain = {
        "title": "A line",
        "description": "It rises.",
        "x": {"label": "x", "low": 0.0, "high": 1.0},
        "y": {"label": "y", "low": 0.0, "high": 2.0},
        "series": [{"name": "line", "kind": "line", "points": LINE}],
    }
    return plain | changes


def labels(drawn: Drawing) -> list[Text]:
    rulers = [text for ruler in (*drawn.uprights, *drawn.levels) for text in ruler.label]
    ticks = [Text(tick.label, tick.at, tick.base, "middle") for tick in drawn.x_ticks]
    return [*rulers, *ticks, *(point.label for point in drawn.points), drawn.x_label, drawn.y_label]


def box(text: Text) -> tuple[float, float, float, float]:
    start = float(text.x) - wide(text.words) * {"start": 0, "middle": 0.5, "end": 1}[text.anchor]
    return start, float(text.y) - EM * 0.75, start + wide(text.words), float(text.y) + EM * 0.2


def overlapping(drawn: Drawing) -> list[tuple[str, str]]:
    pairs = combinations([(text.words, *box(text)) for text in labels(drawn)], 2)
    return [(a, b) for (a, l1, t1, r1, b1), (b, l2, t2, r2, b2) in pairs if l1 < r2 and l2 < r1 and t1 < b2 and t2 < b1]


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 0.05, ["0", "0.01", "0.02", "0.03", "0.04", "0.05"]),
        (-1, 1, ["−1", "−0.5", "0", "0.5", "1"]),
        (0, 12_000, ["0", "2,500", "5,000", "7,500", "10,000"]),
        (0, 4e9, ["0", "10⁹", "2·10⁹", "3·10⁹", "4·10⁹"]),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, ticks: list[str]) -> None:
    assert [label for _, label in axis({"label": "", "low": low, "high": high}, 0, 100).ticks(5)] == ticks


def test_a_logarithmic_axis_has_decades() -> None:
    found = axis({"label": "", "low": 1, "high": 1e4, "log": True}, 0, 100)
    assert [label for _, label in found.ticks(5)] == ["1", "10", "100", "1,000", "10,000"]
    assert [found.place(number) for number in (1, 10, 1e4)] == [0, 25, 100]
    assert found.place(0) < 0  # no logarithm: below the axis
    assert len(axis({"label": "", "low": 1e-12, "high": 1e12, "log": True}, 0, 100).ticks(5)) <= 8


def test_small_and_large_numbers_are_shown_with_powers() -> None:
    assert [shown(number) for number in (1e-6, -2.5e7, 0, 0.001)] == ["10⁻⁶", "−2.5·10⁷", "0", "0.001"]


@pytest.mark.parametrize("changes", [{"low": 1.0}, {"low": 2.0}, {"high": math.inf}, {"high": math.nan}, {"log": True}])
def test_an_axis_without_length_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"an axis from .* wanted numbers that rise"):
        drawing(record(x={"label": "x", "low": 0.0, "high": 1.0} | changes))


def test_points_lie_where_the_axes_say() -> None:
    drawn = drawing(record())
    top = float(drawn.top) + float(drawn.plot_height) / 2
    across, up = f"{float(drawn.right) - float(drawn.left):.1f}".removesuffix(".0"), f"{top - float(drawn.bottom):.1f}".removesuffix(".0")
    assert drawn.shapes[0].outline == f"M{float(drawn.left):g} {float(drawn.bottom):g}l{across}{up}"


def test_equal_axes_have_equal_units() -> None:
    drawn = drawing(record(equal=True, x={"label": "x", "low": 0, "high": 1}, y={"label": "y", "low": 0, "high": 3}))
    assert float(drawn.plot_height) == pytest.approx(3 * float(drawn.plot_width), abs=0.2)
    assert float(drawn.right) <= WIDTH


def test_what_the_eye_cannot_see_is_left_out() -> None:
    points = [(number / 10, math.sin(number / 1000)) for number in range(2_000)]
    assert len(polyline(points).split()) < 10
    assert polyline([(0.0, 0.0), (5.0, 3.0), (10.0, 0.0)]) == "M0 0l5 3 5-3"
    assert polyline([(1.0, 1.0), (1.0, 1.0)]) == "M1 1l0 0"
    assert polyline([]) == specks([]) == ""
    assert specks([(-0.01, 2.0), (0.0, 2.0)]) == "M0 2h0"
    assert specks([(0.0, 2.0), (1.0, 2.0), (2.0, 2.0), (2.4, 2.0)]) == "M0 2h0m2 0h0m.4 0h0"


def test_steps_from_point_to_point_end_where_the_line_does() -> None:
    points = [(number * 1.04, 40 * (-1) ** number + number / 7) for number in range(300)]
    start, _, ways = polyline(points).removeprefix("M").partition("l")
    numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ways)]
    assert len(numbers) > 500
    ends = [float(number) + sum(numbers[place::2]) for place, number in enumerate(start.split())]
    assert ends == pytest.approx(points[-1], abs=0.051)


def test_far_points_stay_within_what_a_renderer_bears() -> None:
    drawn = drawing(record(series=[{"name": "", "kind": "line", "points": [[0, 0], [1, 1e30]]}]))
    assert "e+" not in drawn.shapes[0].outline
    assert drawn.legend == ()


def test_series_of_one_name_share_style_and_legend() -> None:
    series = [{"name": name, "kind": "curve" if name == "level" else "line", "points": LINE} for name in ("level", "a", "level", "b", "a")]
    drawn = drawing(record(series=series))
    assert [(each.name, each.style) for each in drawn.legend] == [("level", 0), ("a", 1), ("b", 2)]


def test_bars_of_several_series_stand_beside_each_other() -> None:
    series = [{"name": name, "kind": "bars", "points": [[0.25, 1.0], [0.75, 2.0]]} for name in "ab"]
    first, second = drawing(record(series=series)).shapes
    starts = [float(bar.x) for pair in zip(first.bars, second.bars, strict=True) for bar in pair]
    assert starts == sorted(starts)
    assert float(first.bars[0].x) + float(first.bars[0].width) < float(second.bars[0].x)
    assert float(first.bars[1].height) == pytest.approx(2 * float(first.bars[0].height))


@pytest.mark.parametrize("count", [1, 3, 6])
def test_labels_do_not_overlap(count: int) -> None:
    ticks = [{"at": (number + 0.5) / count, "label": f"a longish scaler {number}"} for number in range(count)]
    marks = [
        *({"label": f"the threshold number {number} of them", "x": 0.5 + number / 50} for number in range(count)),
        *({"label": f"level {number}", "y": 1 + number / 20} for number in range(min(count, 3))),
        {"label": "a point", "x": 0.5, "y": 1.5},
    ]
    drawn = drawing(record(x={"label": "x", "low": 0, "high": 1, "ticks": ticks}, marks=marks))
    assert overlapping(drawn) == []
    assert len(labels(drawn)) == 2 * count + min(count, 3) + 3
    assert all(box(text)[0] >= -1 and box(text)[2] <= WIDTH + 1 and box(text)[3] <= float(drawn.height) for text in each(labels(drawn)))


def test_overlapping_labels_would_be_seen() -> None:
    drawn = drawing(record(marks=[{"label": "a point", "x": 0.5, "y": 1}]))
    (point,) = drawn.points
    assert overlapping(replace(drawn, points=(point, point))) == [("a point", "a point")]


def test_a_long_threshold_is_broken_into_lines() -> None:
    (ruler,) = drawing(record(marks=[{"label": "many words " * 12, "x": 0.9}])).uprights
    assert len(ruler.label) == 3
    assert [text.x for text in ruler.label] == [ruler.label[0].x] * 3


def test_spans_take_the_first_row_that_is_free() -> None:
    assert rows([(0, 2), (1, 3), (2, 4), (5, 6)]) == (0, 1, 0, 0)
    assert rows([(2, 4), (0, 2)], gap=1) == (1, 0)
    assert rows([]) == ()


def test_the_picture_has_its_name_and_description() -> None:
    template = environment().from_string("{% from 'figure.html.j2' import figure %}{{ figure(it, 'a-claim') }}")
    html = template.render(it=drawing(record(title="<b>", marks=[{"label": "<i>", "y": 1}])))
    assert 'role="img" aria-labelledby="figure:a-claim" aria-describedby="pictured:a-claim"' in html
    assert '<p class="label" id="figure:a-claim">&lt;b&gt;</p>' in html
    assert "<i>" not in html
    assert 'style="' not in html
