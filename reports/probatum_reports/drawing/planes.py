"""A counterexample of two real values, drawn as a point in the plane: both axes have the same unit."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from probatum_reports.drawing.axes import shown
from probatum_reports.drawing.marking import Text, wide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SYMBOL = re.compile(r"[^\W\d_][₀-₉ₐ-ₜ′]*")  # a letter with its index; longer names are of quantities that span no plane
WIDEST, TALLEST = 120.0, 90.0  # of what lies between the axes and the point
STEEPEST = 12  # a point farther along one axis than this, in units of the other, would lie on the axis
PAD = 12.0
LINE = 14.0


@dataclass(frozen=True, slots=True)
class Plane:
    """The drawing in units of its own view box, and what it shows in words."""

    words: str
    width: str
    height: str
    axes: str
    rulers: str
    x: str
    y: str
    labels: tuple[Text, ...]


def plane(values: Sequence[Mapping[str, Any]]) -> Plane | None:
    """The plane of two values; None where they are not two real numbers of symbols, or too unlike to be seen at one scale.

    A point on an axis is not drawn either: there is nothing to see.
    """
    if len(values) != 2 or not all(SYMBOL.fullmatch(value["name"]) for value in values):
        return None
    x, y = (_number(value) for value in values)
    if not x or not y or not 1 / STEEPEST <= abs(x / y) <= STEEPEST:
        return None
    return _plane(x, y, [str(value["name"]) for value in values])


def _number(value: Mapping[str, Any]) -> float | None:
    """The value as a number; of one that is exact in other signs than digits, its decimal."""
    for text in (value["exact"], value["decimal"]):
        try:
            number = float(Fraction(text))
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        return number if math.isfinite(number) else None
    return None


def _plane(x: float, y: float, names: Sequence[str]) -> Plane:
    unit = min(WIDEST / abs(x), TALLEST / abs(y))
    left, above = max(0.0, -x) * unit, max(0.0, y) * unit
    margin = PAD + wide(shown(y))
    across, along = margin + left, LINE + PAD + above  # where the axes cross
    at, height = across + x * unit, along - y * unit
    right = max(across, at) + PAD + wide(names[0]) + wide(shown(x)) / 2
    bottom = max(along, height) + PAD + LINE
    beside = ("end", across - 5) if x > 0 else ("start", across + 5)
    labels = (
        Text(names[0], f"{right:.1f}", f"{along - 4:.1f}", "end"),
        Text(names[1], f"{across + 5:.1f}", f"{LINE - 3:.1f}", "start"),
        Text(shown(x), f"{at:.1f}", f"{along + (LINE if y > 0 else -5):.1f}", "middle"),
        Text(shown(y), f"{beside[1]:.1f}", f"{height + 4:.1f}", beside[0]),
    )
    return Plane(
        words=f"The point {names[0]} = {shown(x)}, {names[1]} = {shown(y)} in the plane",
        width=f"{right + 2:.0f}",
        height=f"{bottom:.0f}",
        axes=f"M{across - left - PAD:.1f} {along:.1f}H{right:.1f}M{across:.1f} {LINE:.0f}V{bottom - LINE + 4:.1f}",
        rulers=f"M{across:.1f} {height:.1f}H{at:.1f}V{along:.1f}",
        x=f"{at:.1f}",
        y=f"{height:.1f}",
        labels=labels,
    )
