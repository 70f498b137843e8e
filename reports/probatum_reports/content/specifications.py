"""What an experiment found in every specification, as a figure: one mark each, sorted, against its
limit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from probatum import ledger_entries
from probatum.vocabulary import Role
from probatum_reports.content.measured import limit_of, size_of, what
from probatum_reports.words.numbers import exact
from probatum_reports.words.phrases import listed
from probatum_reports.words.prose import Runs, Text, runs

FEWEST = 3  # specifications that are worth a figure
NAMED = 3  # specifications that are named where they fail
CORRECTED = "True instead: "
WIDTH, HEIGHT, EDGE = 440, 90, 6
STYLES = {
    True: 1,
    False: 2,
    None: 3,
}  # of the marks, by the side of the limit: round, square, round


@dataclass(frozen=True, slots=True)
class Curve:
    """All specifications of one experiment: marks by the side of the limit, and where that lies;
    each free choice with its values, and why these.
    """

    title: Runs
    description: Runs
    marks: tuple[tuple[int, str], ...]
    limit: int
    choices: tuple[Runs, ...]


def curves(version: ledger_entries.Version | None) -> tuple[Curve, ...]:
    """The curves of a version's experiments, where they have several specifications;
    those of a correction say so.
    """
    decisions = version["decisions"] if version else ()
    measured = [decision["measured"] for decision in decisions if "measured" in decision]
    said = CORRECTED if version and version["role"] == Role.CORRECTED else ""
    return tuple(curve(one, said) for one in measured if len(_groups(one)) >= FEWEST)


def _in_words(choice: ledger_entries.Choice) -> Runs:
    name, values, because = choice["name"], ", ".join(choice["values"]), choice["because"]
    return (*runs(name), Text(" ("), *runs(values), Text("): "), *runs(because))


def curve(measured: ledger_entries.Measured, said: str = "") -> Curve:
    """The curve of one experiment, its title behind what is said of it."""
    cases = sorted(specifications(measured), key=_middle)
    places = _places(measured, cases)
    across = (WIDTH - 2 * EDGE) / max(1, len(cases) - 1)
    marks = {
        style: "".join(
            f"M{EDGE + across * place:.0f} {places[place]}h0"
            for place, case in enumerate(cases)
            if case["beyond"] is side
        )
        for side, style in STYLES.items()
    }
    return Curve(
        runs(f"{said}{what(measured)}"),
        runs(described(measured)),
        tuple((style, path) for style, path in marks.items() if path),
        places[-1],
        tuple(map(_in_words, measured["choices"])),
    )


def specifications(measured: ledger_entries.Measured) -> list[ledger_entries.Case]:
    """Of each specification the case that is nearest to missing the limit."""
    return [_worst(group, upper=measured["relation"] in "<≤") for group in _groups(measured)]


def _groups(measured: ledger_entries.Measured) -> list[Sequence[ledger_entries.Case]]:
    """The cases of each specification."""
    size, cases = size_of(measured), measured["cases"]
    return [cases[first : first + size] for first in range(0, len(cases), size)]


def _worst(cases: Sequence[ledger_entries.Case], *, upper: bool) -> ledger_entries.Case:
    if upper:
        return max(cases, key=lambda case: float(case["high"]))
    return min(cases, key=lambda case: float(case["low"]))


def _middle(case: ledger_entries.Case) -> tuple[float, str]:
    return (float(case["low"]) + float(case["high"])) / 2, case["case"]


def _places(measured: ledger_entries.Measured, cases: Sequence[ledger_entries.Case]) -> list[int]:
    """How high each case lies, and last the limit; of ratios and factors, by their logarithms."""
    numbers = [*(_middle(case)[0] for case in cases), float(exact(measured["limit"]))]
    if measured["effect"] in ("ratio", "factor") and min(numbers) > 0:
        numbers = [math.log(number) for number in numbers]
    low, span = min(numbers), (max(numbers) - min(numbers)) or 1.0
    return [round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (one - low) / span) for one in numbers]


def _marked(measured: ledger_entries.Measured) -> str:
    """Of which cases a mark shows the worst: of treatments, or of data sets that are not free."""
    size = size_of(measured)
    if size == len(measured["data"]):
        return f"{'the worst of ' if size > 1 else ''}{listed(measured['data'])} at one"
    return f"the worst of {size} cases at one" if size > 1 else "one"


def described(measured: ledger_entries.Measured) -> str:
    """How many specifications are within the limit, and which are not."""
    cases = specifications(measured)
    failing = [case["case"] for case in cases if not case["beyond"]]
    free = listed([choice["name"] for choice in measured["choices"]])
    each = f"Each mark is {_marked(measured)} choice of {free}" if free else "Each mark is one case"
    count = f"{len(cases) - len(failing)} of {len(cases)} are within it"
    told = f"{each}; the line is the limit, {limit_of(measured)}. {count}"
    if not failing:
        return f"{told}."
    square = "; squares are not" if any(case["beyond"] is False for case in cases) else ""
    more = f"; and {len(failing) - NAMED} more" if len(failing) > NAMED else ""
    named = f" Not: {'; '.join(failing[:NAMED])}{more}." if len(failing) < len(cases) else ""
    return f"{told}{square}.{named}"
