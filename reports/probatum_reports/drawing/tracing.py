"""Points on the paper in, outlines out, with no more points than the eye can see."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right and bottom of a plot
Tenths = tuple[int, int]
FINE = 0.35  # units that a line may miss a dropped point by: less than a pixel
SOFT = 0.8  # the same for an area, whose edge is faint
HIDDEN = 15  # tenths of a unit: a speck, five units wide, hides another so near
FAR = 5_000.0  # what lies farther out is drawn no farther: renderers lose precision there


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, standing on the lower end of the y axis."""

    x: str
    y: str
    width: str
    height: str


def bounded(points: Sequence[Point]) -> list[Point]:
    """The points, none of them farther out than a renderer can bear."""
    return [(min(max(x, -FAR), FAR), min(max(y, -FAR), FAR)) for x, y in points]


def polyline(points: Sequence[Point], fine: float = FINE) -> str:
    """A line through the points, as path data: the first as it is, each other by its way from the
    one before, which takes half the signs.
    """
    if not points:
        return ""
    placed = [_tenths(point) for point in _thinned(points, fine)]
    return f"M{_pair(placed[0])}" + ("l" + "".join(_ways(placed)).strip() if placed[1:] else "")


def polygon(points: Sequence[Point]) -> str:
    """The points joined to a closed outline, as path data."""
    return f"{polyline(points, SOFT)}Z" if points else ""


def specks(points: Sequence[Point]) -> str:
    """A line of no length at each point, as path data: its caps are the speck."""
    placed = _apart(list(map(_tenths, points)))
    return "".join(
        (f"M{_pair(placed[0])}h0", *(f"m{way.strip()}h0" for way in _ways(placed)))
        if placed
        else ()
    )


def bars(points: Sequence[Point], box: Box, place: int, of: int) -> tuple[Bar, ...]:
    """The bars of one series of several, which stand beside each other at the same ticks of a
    plot.
    """
    left_end, _, right_end, base = box
    places = sorted(x for x, _ in points)
    group = 0.78 * min(
        (right - left for left, right in pairwise(places) if right > left),
        default=(right_end - left_end) / 3,
    )
    each = group / of
    return tuple(
        Bar(
            _short(x - group / 2 + each * place),
            _short(min(y, base)),
            _short(each * 0.9),
            _short(abs(base - y)),
        )
        for x, y in points
    )


def _short(number: float) -> str:
    return f"{round(number, 1) + 0:g}"  # + 0: no minus before a zero


def _tenths(point: Point) -> Tenths:
    """A point in whole tenths of a unit: no errors add up along a line."""
    x, y = point
    return round(10 * x), round(10 * y)


def _pair(tenths: Tenths) -> str:
    """Two coordinates with no sign that a reader of path data does not need."""
    x, y = (
        _short(number / 10).replace("0.", ".") if abs(number) < 10 else _short(number / 10)
        for number in tenths
    )
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"


def _apart(placed: Sequence[Tenths]) -> list[Tenths]:
    """Without the points that the last one kept hides; the last point always stays."""
    kept = list(placed[:1])
    for number, point in enumerate(placed[1:], 2):
        if math.dist(point, kept[-1]) > (0 if number == len(placed) else HIDDEN):
            kept.append(point)
    return kept


def _ways(placed: Sequence[Tenths]) -> Iterator[str]:
    """From each point to the next."""
    for (x, y), (to_x, to_y) in pairwise(placed):
        way = _pair((to_x - x, to_y - y))
        yield way if way.startswith("-") else f" {way}"


def _thinned(points: Sequence[Point], fine: float) -> list[Point]:
    """Without the points that lie on the line of the others (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        away = [
            (_distance(points[index], points[first], points[last]), index)
            for index in range(first + 1, last)
        ]
        farthest, index = max(away, default=(0.0, 0))
        if farthest > fine:
            kept.add(index)
            waiting += [(first, index), (index, last)]
    return [points[index] for index in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the segment between two others."""
    (x, y), (a, b), (c, d) = point, start, end
    length = (c - a) ** 2 + (d - b) ** 2
    share = min(1.0, max(0.0, ((x - a) * (c - a) + (y - b) * (d - b)) / length)) if length else 0.0
    return math.hypot(x - a - share * (c - a), y - b - share * (d - b))
