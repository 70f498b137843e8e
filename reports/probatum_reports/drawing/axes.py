"""An axis of a figure: where its numbers lie, and where its ticks stand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from probatum import ledger_figures

STEPS = (1, 2, 2.5, 5, 10)
MOST_DECADES = 6
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Axis:
    """Numbers from `low` to `high`, laid from `start` to `end` on the paper;
    `ticks` are those with names of their own.
    """

    label: str
    low: float
    high: float
    logarithmic: bool
    named: tuple[tuple[float, str], ...]
    start: float
    end: float

    def place(self, number: float) -> float:
        """Where a number lies on the paper."""
        low, high = self._scaled(self.low), self._scaled(self.high)
        return self.start + (self.end - self.start) * (self._scaled(number) - low) / (high - low)

    def holds(self, number: float) -> bool:
        """Whether a number lies on the axis."""
        return self.low <= number <= self.high

    def ticks(self, most: int) -> tuple[tuple[float, str], ...]:
        """The ticks, each with its label: those with names, else about `most` round numbers."""
        if self.named:
            return tuple((number, label) for number, label in self.named if self.holds(number))
        return tuple(
            (number, shown(number))
            for number in (self._decades() if self.logarithmic else self._round(most))
        )

    def _scaled(self, number: float) -> float:
        return math.log10(max(number, self.low * 1e-3)) if self.logarithmic else number

    def _round(self, most: int) -> Iterator[float]:
        rough = (self.high - self.low) / most
        size = 10 ** math.floor(math.log10(rough))
        step = next(each * size for each in STEPS if each * size >= rough * (1 - 1e-9))
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return (float(f"{number * step:.10g}") for number in range(first, last + 1))

    def _decades(self) -> Iterator[float]:
        first, last = (
            math.ceil(math.log10(self.low) - 1e-9),
            math.floor(math.log10(self.high) + 1e-9),
        )
        return (10.0**power for power in range(first, last + 1, 1 + (last - first) // MOST_DECADES))


def axis(record: ledger_figures.Axis, start: float, end: float) -> Axis:
    """The axis of a figure's record; raises ValueError when it has no length,
    or a logarithmic one starts at 0 or below.
    """
    low, high, logarithmic = float(record["low"]), float(record["high"]), bool(record.get("log"))
    if not low < high or not math.isfinite(high - low) or (logarithmic and low <= 0):
        raise ValueError(
            f"an axis from {low:g} to {high:g}, wanted numbers that rise, "
            "positive ones for a logarithmic axis"
        )
    named = tuple((float(tick["at"]), str(tick["label"])) for tick in record.get("ticks") or ())
    return Axis(str(record["label"]), low, high, logarithmic, named, start, end)


def shown(number: float) -> str:
    """A number as a tick's label."""
    if number and not 1e-4 < abs(number) < 1e6:
        mantissa, _, exponent = f"{number:.3g}".partition("e")
        power = "10" + str(int(exponent or 0)).translate(SUPERSCRIPTS)
        return power if mantissa == "1" else f"{mantissa}·{power}".replace("-", "−")
    return f"{number:,.6g}".replace("-", "−")
