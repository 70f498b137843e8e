"""Points on the paper in, outlines out, with no more points than the eye can see."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
FINE = 0.15  # units that a line may miss a dropped point by
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


def polyline(points: Sequence[Point]) -> str:
    """A line through the points, as path data."""
    return (
        ""
        if not points
        else "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in _thinned(points))
    )


def polygon(points: Sequence[Point]) -> str:
    """The points joined to a closed outline, as path data."""
    return f"{polyline(points)}Z" if points else ""


def specks(points: Sequence[Point]) -> str:
    """A line of no length at each point, as path data: its caps are the speck."""
    return "".join(dict.fromkeys(f"M{_short(x)} {_short(y)}h0" for x, y in points))


def bars(
    points: Sequence[Point], base: float, place: int, of: int, width: float
) -> tuple[Bar, ...]:
    """The bars of one series of several, which stand beside each other at the same ticks."""
    places = sorted(x for x, _ in points)
    group = 0.78 * min(
        (right - left for left, right in pairwise(places) if right > left), default=width / 3
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


def _thinned(points: Sequence[Point]) -> list[Point]:
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
        if farthest > FINE:
            kept.add(index)
            waiting += [(first, index), (index, last)]
    return [points[index] for index in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the segment between two others."""
    (x, y), (a, b), (c, d) = point, start, end
    length = (c - a) ** 2 + (d - b) ** 2
    share = min(1.0, max(0.0, ((x - a) * (c - a) + (y - b) * (d - b)) / length)) if length else 0.0
    return math.hypot(x - a - share * (c - a), y - b - share * (d - b))
