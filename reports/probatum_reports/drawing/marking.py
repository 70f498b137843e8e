"""The marks of a figure: thresholds as rulers, single points, and labels that do not overlap."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from probatum_reports.drawing.packing import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum import ledger_figures
    from probatum_reports.drawing.axes import Axis

EM = 13.0  # the size of a figure's letters
LETTER = 0.54  # a letter's width in ems, on the safe side
LINE = 17
Point = tuple[float, float]
Weighted = tuple[float, float, int]  # a point, and for how many it counts
Place = tuple[float, float, str]  # of a label: x, base line, anchor
LONGEST = 46  # letters in a line of a label


@dataclass(frozen=True, slots=True)
class Text:
    """Some words, where their base line starts, ends or has its middle."""

    words: str
    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """A threshold: its place on its axis, how far its line reaches, and its label."""

    at: str
    reach: str
    label: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class MarkedPoint:
    """A single point with its label."""

    x: str
    y: str
    label: Text


def wide(words: str) -> float:
    """How wide some words are at most."""
    return EM * LETTER * len(words)


def above(marks: Sequence[ledger_figures.Mark], x: Axis, width: float) -> float:
    """The room that the labels of upright rulers need above the plot."""
    return LINE * sum(_tall(marks, rows([_span(mark, x, width) for mark in marks], EM)))


def upright_rulers(
    marks: Sequence[ledger_figures.Mark], x: Axis, top: float, width: float
) -> Iterator[Ruler]:
    """The thresholds on the x axis, their labels in rows above the plot."""
    spans = [_span(mark, x, width) for mark in marks]
    laid = rows(spans, EM)
    tall = _tall(marks, laid)
    for mark, (start, _), row in zip(marks, spans, laid, strict=True):
        first = top - LINE * sum(tall[: row + 1]) + EM - 2
        lines = wrap(mark["label"], LONGEST)
        label = tuple(
            Text(words, f"{start:.1f}", f"{first + LINE * number:.1f}", "start")
            for number, words in enumerate(lines)
        )
        yield Ruler(
            f"{x.place(float(mark['x'])):.1f}", f"{first + LINE * (len(lines) - 1) + 4:.1f}", label
        )


def level_rulers(
    marks: Sequence[ledger_figures.Mark], x: Axis, y: Axis, drawn: Sequence[Point]
) -> Iterator[Ruler]:
    """The thresholds on the y axis, each label at that end of the line, over it or under,
    where it hides least.
    """
    taken: list[Weighted] = [(*point, 1) for point in drawn]
    for mark in marks:
        at = y.place(float(mark["y"]))
        ends = ((x.end - 4, "end"), (x.start + 4, "start"))
        label = _freest(
            mark["label"],
            [(end, base, anchor) for base in (at - 5, at + EM) for end, anchor in ends],
            taken,
        )
        taken += _filled(label)
        yield Ruler(f"{at:.1f}", "", (label,))


def marked_points(
    marks: Sequence[ledger_figures.Mark], x: Axis, y: Axis, drawn: Sequence[Point]
) -> Iterator[MarkedPoint]:
    """The single points, each label on the side where it hides least."""
    taken: list[Weighted] = [(*point, 1) for point in drawn]
    for mark in marks:
        at, height = x.place(float(mark["x"])), y.place(float(mark["y"]))
        sides = [
            (at + side * 9, height + down, anchor)
            for down in (-6, EM + 4)
            for side, anchor in ((1, "start"), (-1, "end"))
        ]
        within = [
            each
            for each in sides
            if x.start <= _from(mark["label"], each) <= x.end - wide(mark["label"])
        ]
        label = _freest(mark["label"], within or sides, taken)
        taken += _filled(label)
        yield MarkedPoint(f"{at:.1f}", f"{height:.1f}", label)


def _freest(words: str, places: Sequence[Place], taken: Sequence[Weighted]) -> Text:
    """The words at the first of those places where they hide the fewest points."""
    length = wide(words)

    def hidden(place: Place) -> int:
        start, base = _from(words, place), place[1]
        left, right, top, bottom = start - 3, start + length + 3, base - EM, base + 4
        return sum(weight for x, y, weight in taken if left <= x <= right and top <= y <= bottom)

    x, y, anchor = min(places, key=hidden)
    return Text(words, f"{x:.1f}", f"{y:.1f}", anchor)


def _from(words: str, place: Place) -> float:
    """Where the words start on the left."""
    return place[0] if place[2] == "start" else place[0] - wide(words)


def _filled(label: Text) -> Iterator[Weighted]:
    """Points all over a label, which the next one must not hide."""
    start = _from(label.words, (float(label.x), float(label.y), label.anchor))
    return (
        (start + EM * LETTER * letter, float(label.y) - EM / 2, 50)
        for letter in range(len(label.words))
    )


def _tall(marks: Sequence[ledger_figures.Mark], laid: Sequence[int]) -> list[int]:
    """How many lines of text each row holds."""
    lines = [len(wrap(mark["label"], LONGEST)) for mark in marks]
    return [
        max(count for count, row in zip(lines, laid, strict=True) if row == each)
        for each in range(max(laid, default=-1) + 1)
    ]


def _span(mark: ledger_figures.Mark, x: Axis, width: float) -> tuple[float, float]:
    """From where to where a label above the plot reaches: around its line, within the paper."""
    length = max((wide(line) for line in wrap(mark["label"], LONGEST)), default=0.0)
    start = max(2.0, min(x.place(float(mark["x"])) - length / 2, width - 2 - length))
    return start, start + length
