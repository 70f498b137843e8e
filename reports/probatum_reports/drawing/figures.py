"""Figure data in, drawing out: every coordinate that the template of figures prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from probatum_reports.drawing.axes import Axis, axis
from probatum_reports.drawing.marking import (
    EM,
    MarkedPoint,
    Ruler,
    Text,
    above,
    level_rulers,
    marked_points,
    upright_rulers,
    wide,
)
from probatum_reports.drawing.packing import rows
from probatum_reports.drawing.tracing import Bar, Box, bars, bounded, polygon, polyline, specks
from probatum_reports.words.prose import Runs, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum import ledger_figures

WIDTH = 440
HEIGHT = 250  # of the plot, unless its axes have the same unit
TALLEST = 400
RIGHT = 14
LINE = 17  # from one line of text to the next
STYLES = 4
TRACED = ("line", "path", "curve", "region")


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of an axis: its place, its label and the base line of that."""

    at: str
    label: str
    base: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One series: the outline of its line or region, its specks, its bars,
    and the style that it shares with its legend.
    """

    kind: str
    style: int
    outline: str
    specks: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """The name of a series beside a sample of its style."""

    name: str
    kind: str
    style: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure in units of its own view box."""

    title: Runs
    description: Runs
    width: str
    height: str
    left: str
    right: str
    top: str
    bottom: str
    plot_width: str
    plot_height: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    x_label: Text
    y_label: Text
    shapes: tuple[Shape, ...]
    uprights: tuple[Ruler, ...]
    levels: tuple[Ruler, ...]
    points: tuple[MarkedPoint, ...]
    legend: tuple[Legend, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The two axes, laid out on the paper."""

    x: Axis
    y: Axis

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return self.x.start, self.y.end, self.x.end, self.y.start

    def place(self, point: Sequence[Any]) -> tuple[float, float]:
        """Where a point lies on the paper."""
        across, along = point
        return self.x.place(float(across)), self.y.place(float(along))


def drawing(record: ledger_figures.Figure) -> Drawing:
    """The drawing of a finding's figure; raises ValueError when an axis has no length."""
    marks = record.get("marks") or ()
    uprights = [mark for mark in marks if "x" in mark and "y" not in mark]
    frame = _frame(record, above(uprights, _widest(record), WIDTH))
    left, top, right, bottom = frame.box
    x_ticks = tuple(_x_ticks(frame))
    under = bottom + LINE * (1 + max((rows_of for _, rows_of in x_ticks), default=0)) + 6
    shapes = tuple(_shapes(record["series"], frame))
    drawn = [
        frame.place(point)
        for each in record["series"]
        if each["kind"] != "region"
        for point in each["points"]
    ]
    return Drawing(
        title=runs(record["title"]),
        description=runs(record["description"]),
        width=f"{WIDTH}",
        height=f"{under + LINE + 6:.0f}",
        left=f"{left:.1f}",
        right=f"{right:.1f}",
        top=f"{top:.1f}",
        bottom=f"{bottom:.1f}",
        plot_width=f"{right - left:.1f}",
        plot_height=f"{bottom - top:.1f}",
        x_ticks=tuple(tick for tick, _ in x_ticks),
        y_ticks=tuple(_y_ticks(frame)),
        x_label=Text(frame.x.label, f"{(left + right) / 2:.1f}", f"{under + EM:.1f}", "middle"),
        y_label=Text(frame.y.label, "2", f"{EM:.1f}", "start"),
        shapes=shapes,
        uprights=tuple(upright_rulers(uprights, frame.x, top, WIDTH)),
        levels=tuple(
            level_rulers([mark for mark in marks if "x" not in mark], frame.x, frame.y, drawn)
        ),
        points=tuple(
            marked_points(
                [mark for mark in marks if "x" in mark and "y" in mark], frame.x, frame.y, drawn
            )
        ),
        legend=tuple(dict.fromkeys(_legend(record["series"], shapes))),
    )


def _widest(record: ledger_figures.Figure) -> Axis:
    """The x axis before the margin is known that marks need above it."""
    y = axis(record["y"], HEIGHT, 0)
    return axis(record["x"], _margin(y), WIDTH - RIGHT)


def _margin(y: Axis) -> float:
    return 12 + max((wide(label) for _, label in y.ticks(5)), default=0)


def _frame(record: ledger_figures.Figure, room: float) -> Frame:
    x, top = _widest(record), LINE + 8 + room
    across, along = x.high - x.low, float(record["y"]["high"]) - float(record["y"]["low"])
    width, height = x.end - x.start, float(HEIGHT)
    if record.get("equal"):
        height = min(float(TALLEST), width * along / across)
        width = height * across / along
    left = x.start + (x.end - x.start - width) / 2
    return Frame(axis(record["x"], left, left + width), axis(record["y"], top + height, top))


def _x_ticks(frame: Frame) -> Iterator[tuple[Tick, int]]:
    """Each tick with the row of its label."""
    ticks = [(frame.x.place(number), label) for number, label in frame.x.ticks(6)]
    centres = [
        min(max(at, wide(label) / 2 + 1), WIDTH - wide(label) / 2 - 1) for at, label in ticks
    ]
    laid = rows(
        [
            (at - wide(label) / 2, at + wide(label) / 2)
            for at, (_, label) in zip(centres, ticks, strict=True)
        ],
        EM / 2,
    )
    for (_, label), at, row in zip(ticks, centres, laid, strict=True):
        yield Tick(f"{at:.1f}", label, f"{frame.y.start + LINE * (1 + row):.1f}"), row


def _y_ticks(frame: Frame) -> Iterator[Tick]:
    for number, label in frame.y.ticks(5):
        at = frame.y.place(number)
        yield Tick(f"{at:.1f}", label, f"{at + EM / 3:.1f}")


def _shapes(series: Sequence[ledger_figures.Series], frame: Frame) -> Iterator[Shape]:
    names = list(dict.fromkeys(each["name"] for each in series if each["kind"] != "curve"))
    grouped = [each for each in series if each["kind"] == "bars"]
    for each in series:
        kind, style = (
            each["kind"],
            0 if each["kind"] == "curve" else names.index(each["name"]) % STYLES + 1,
        )
        points = bounded([frame.place(point) for point in each["points"]])
        yield Shape(
            kind=kind,
            style=style,
            outline=(polygon if kind == "region" else polyline)(points) if kind in TRACED else "",
            specks=specks(points) if kind in ("path", "points") else "",
            bars=bars(points, frame.box, grouped.index(each), len(grouped))
            if kind == "bars"
            else (),
        )


def _legend(series: Sequence[ledger_figures.Series], shapes: Sequence[Shape]) -> Iterator[Legend]:
    for each, shape in zip(series, shapes, strict=True):
        if each["name"]:
            yield Legend(each["name"], shape.kind, shape.style)
