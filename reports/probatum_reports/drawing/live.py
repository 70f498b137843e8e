"""The live figure: what a reader can play with, and the claims that its thresholds come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum_reports.drawing.axes import shown
from probatum_reports.drawing.figures import Drawing, drawing
from probatum_reports.words.prose import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from probatum import ledger_entries, ledger_figures
    from probatum_reports.words.chips import Chips

# the learning rate's slider ends here, in units of 1 / the steepest curvature; live.js knows it too
SPAN = 2.4
GAUGE = 440


@dataclass(frozen=True, slots=True)
class Carried:
    """Some words, and the claim that they are drawn from."""

    words: str
    claim: Citation


@dataclass(frozen=True, slots=True)
class Regime:
    """How descent behaves between two thresholds of learning rate times curvature, and right at
    the first: in words, those that a claim carries with it, and the other claims that say so.
    """

    start: str
    between: str
    at: str
    width: str
    label: str
    exactly: str
    carried: tuple[Carried, ...]
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


def live(findings: Iterable[ledger_entries.Finding], chips: Chips) -> Live | None:
    """The live figure of the first finding that has one."""
    for finding in findings:
        figure = finding["figure"]
        if figure is not None and "live" in figure:
            return _live(finding["id"], figure, figure["live"], chips)
    return None


def _live(
    claim: str, figure: ledger_figures.Figure, data: ledger_figures.Live, chips: Chips
) -> Live:
    starts = [float(regime["from"]) for regime in data["regimes"]]
    ends = [*starts[1:], None]
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


def _regime(record: ledger_figures.Regime, end: float | None, chips: Chips) -> Regime:
    start = float(record["from"])
    claims = tuple(Citation(claim, chips.get(claim)) for claim in record["claims"])
    at = GAUGE * start / SPAN
    width = GAUGE * max(0.0, (SPAN if end is None else end) - start) / SPAN
    carried = tuple(_carried(record["label"], claims))
    return Regime(
        f"{start:g}",
        f"above {shown(start)}" if end is None else f"{shown(start)} to {shown(end)}",
        f"{at:.1f}",
        f"{width:.1f}",
        record["label"],
        record.get("exactly", ""),
        carried,
        () if carried else claims,
    )


def _carried(label: str, claims: Sequence[Citation]) -> Iterator[Carried]:
    """One claim carries the whole label, several carry its parts in order; where there are not as
    many parts as claims, nobody knows which claim carries what.
    """
    parts = [label] if len(claims) == 1 else label.split(", ")
    if len(parts) == len(claims) and all(claim.chip for claim in claims):
        yield from map(Carried, parts, claims)


def _numbers(pair: Iterable[float]) -> str:
    return " ".join(f"{float(number):g}" for number in pair)
