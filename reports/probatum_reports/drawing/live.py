"""The live figure: what a reader can play with, and the claims that its thresholds come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum_reports.drawing.axes import shown
from probatum_reports.drawing.figures import Drawing, drawing
from probatum_reports.words.prose import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probatum import entries
    from probatum_reports.words.chips import Chips

# the learning rate's slider ends here, in units of 1 / the steepest curvature; live.js knows it too
SPAN = 2.4
GAUGE = 440


@dataclass(frozen=True, slots=True)
class Regime:
    """How descent behaves above a threshold of learning rate times curvature and right at it,
    and the claims that say so.
    """

    start: str
    shown: str
    at: str
    width: str
    label: str
    exactly: str
    claims: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Live:
    """The first state of the live figure, its static picture and its regimes."""

    claim: Citation
    still: Drawing
    curvatures: str
    rate: str
    start: str
    regimes: tuple[Regime, ...]


def live(findings: Iterable[entries.Finding], chips: Chips) -> Live | None:
    """The live figure of the first finding that has one."""
    for finding in findings:
        figure = finding["figure"]
        if figure is not None and "live" in figure:
            return _live(finding["id"], figure, figure["live"], chips)
    return None


def _live(claim: str, figure: entries.Figure, data: entries.Live, chips: Chips) -> Live:
    starts = [float(regime["from"]) for regime in data["regimes"]]
    ends = [*starts[1:], SPAN]
    return Live(
        claim=Citation(claim, chips.get(claim)),
        still=drawing(figure),
        curvatures=_numbers(data["curvatures"]),
        rate=f"{float(data['rate']):g}",
        start=_numbers(data["start"]),
        regimes=tuple(
            _regime(record, end, chips) for record, end in zip(data["regimes"], ends, strict=True)
        ),
    )


def _regime(record: entries.Regime, end: float, chips: Chips) -> Regime:
    start = float(record["from"])
    claims = tuple(Citation(claim, chips.get(claim)) for claim in record["claims"])
    at, width = GAUGE * start / SPAN, GAUGE * max(0.0, end - start) / SPAN
    return Regime(
        f"{start:g}",
        shown(start),
        f"{at:.1f}",
        f"{width:.1f}",
        record["label"],
        record.get("exactly", ""),
        claims,
    )


def _numbers(pair: Iterable[float]) -> str:
    return " ".join(f"{float(number):g}" for number in pair)
