"""What an experiment found in every specification, as a figure: one mark each, sorted, against its
limit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum import entries
from probatum_reports.content.measured import limit_of, what
from probatum_reports.drawing.figures import Drawing, drawing
from probatum_reports.words.numbers import exact
from probatum_reports.words.phrases import listed
from probatum_reports.words.prose import Runs, runs

FEWEST = 3  # cases that are worth a figure
NAMED = 3  # specifications that are named where they fail
MARGIN = 1.3  # of a logarithmic axis, and of the span of another beyond 1
SIDES = {True: "within the limit", False: "not within it", None: "on both sides of it"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A free choice, its values, and why these."""

    name: Runs
    values: Runs
    because: Runs


@dataclass(frozen=True, slots=True)
class Curve:
    """All specifications of one experiment."""

    drawing: Drawing
    choices: tuple[Choice, ...]


def curves(version: entries.Version | None) -> tuple[Curve, ...]:
    """The curves of a version's experiments, where they have several cases."""
    decisions = version["decisions"] if version else ()
    measured = [decision["measured"] for decision in decisions if "measured" in decision]
    return tuple(curve(one) for one in measured if len(one["cases"]) >= FEWEST)


def curve(measured: entries.Measured) -> Curve:
    """The curve of one experiment."""
    choices = [
        Choice(runs(one["name"]), runs(", ".join(one["values"])), runs(one["because"]))
        for one in measured["choices"]
    ]
    return Curve(drawing(_figure(measured)), tuple(choices))


def _figure(measured: entries.Measured) -> entries.Figure:
    cases = sorted(measured["cases"], key=_middle)
    limit = float(exact(measured["limit"]))
    ends = [float(case[end]) for case in cases for end in ("low", "high")]
    log = measured["effect"] in ("ratio", "factor") and min(ends) > 0
    low, high = min(*ends, limit), max(*ends, limit)
    room = 0.0 if log else (high - low or 1.0) * (MARGIN - 1)
    return {
        "title": what(measured),
        "description": described(measured),
        "x": {"label": "specifications, sorted", "low": 0, "high": len(cases) + 1, "ticks": []},
        "y": {
            "label": measured["effect"],
            "low": low / MARGIN if log else low - room,
            "high": high * MARGIN if log else high + room,
            "log": log,
        },
        "series": [*_band(measured, cases), *_marks(cases)],
        "marks": [{"label": f"limit {limit_of(measured)}", "y": limit}],
    }


def _middle(case: entries.Case) -> tuple[float, str]:
    return float(case["low"]) + float(case["high"]), case["case"]


def _band(measured: entries.Measured, cases: Sequence[entries.Case]) -> list[entries.Series]:
    """From the lower to the upper ends, where runs vary."""
    if not measured["runs"]:
        return []
    lows, highs = (
        [(place, float(case[end])) for place, case in enumerate(cases, 1)]
        for end in ("low", "high")
    )
    return [{"name": "interval", "kind": "region", "points": [*lows, *reversed(highs)]}]


def _marks(cases: Sequence[entries.Case]) -> list[entries.Series]:
    """The middles, by the side of the limit on which they lie."""
    found: dict[bool | None, list[tuple[int, float]]] = {}
    for place, case in enumerate(cases, 1):
        found.setdefault(case["beyond"], []).append((place, _middle(case)[0] / 2))
    return [
        {"name": words, "kind": "points", "points": found[side]}
        for side, words in SIDES.items()
        if side in found
    ]


def described(measured: entries.Measured) -> str:
    """How many specifications are within the limit, and which are not."""
    cases = measured["cases"]
    failing = [case["case"] for case in cases if not case["beyond"]]
    free = listed([choice["name"] for choice in measured["choices"]])
    each = f"Each mark is one choice of {free}. " if free else ""
    count = f"{len(cases) - len(failing)} of {len(cases)} are within the limit."
    if not failing or len(failing) == len(cases):
        return each + count
    more = f"; and {len(failing) - NAMED} more" if len(failing) > NAMED else ""
    return f"{each}{count} Not: {'; '.join(failing[:NAMED])}{more}."
