"""The live figure: what a reader can play with, and the claims that its thresholds come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from probatum_reports.drawing.axes import shown
from probatum_reports.drawing.figures import Drawing, drawing
from probatum_reports.words.prose import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


def live(findings: Iterable[Mapping[str, Any]], chips: Chips) -> Live | None:
    """The live figure of the first finding that has one."""
    return next(
        (_live(finding, chips) for finding in findings if (finding["figure"] or {}).get("live")),
        None,
    )


def _live(finding: Mapping[str, Any], chips: Chips) -> Live:
    data = finding["figure"]["live"]
    starts = [float(regime["from"]) for regime in data["regimes"]]
    ends = [*starts[1:], SPAN]
    return Live(
        claim=Citation(finding["id"], chips.get(finding["id"])),
        still=drawing(finding["figure"]),
        curvatures=_numbers(data["curvatures"]),
        rate=f"{float(data['rate']):g}",
        start=_numbers(data["start"]),
        regimes=tuple(
            _regime(record, end, chips) for record, end in zip(data["regimes"], ends, strict=True)
        ),
    )


def _regime(record: Mapping[str, Any], end: float, chips: Chips) -> Regime:
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
