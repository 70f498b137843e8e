"""Where a statement fails, as a card shows it: the values, and what its sides come to there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from probatum_reports.words.mathematics import Formula, formula
from probatum_reports.words.numbers import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDES = {
    "left side",
    "right side",
    "value",
    "printed",
}  # how deciders name what a closed statement compares
LONG_EXACT = 9  # characters of an exact value that is shown as it is

# How the engine tells of a comparison that fails.
NUMBER = r"-?[\d.]+(?:e-?\d+)?"
TWO_SIDES = re.compile(
    rf"(?P<step>At step \d+: )?(?:(?P<left>\S.*?) = )?(?P<one>{NUMBER}) against "
    rf"(?:(?P<right>.+?) = )?(?P<other>{NUMBER}), so .+ fails there\."
)
LONG_SIDE = 14  # signs of a formula that can be read as a line


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a counterexample: as an equation with few digits,
    and exactly where that is longer.
    """

    name: str
    shown: Formula
    exact: str
    decimal: str

    @property
    def is_rounded(self) -> bool:
        """Whether the exact value is not shown."""
        return self.decimal.startswith("≈")

    @property
    def brief(self) -> str:
        """The value in plain text."""
        return f"{self.name} {self.decimal}" if self.decimal else f"{self.name} = {self.exact}"


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Values at which a statement fails (for a closed statement: what its sides come to),
    and what fails there.
    """

    values: tuple[Value, ...]
    shows: str
    is_measured: bool = False

    @property
    def title(self) -> str:
        if self.is_measured:
            return "Where it misses the limit"
        return (
            "What the two sides come to"
            if {value.name for value in self.values} <= SIDES
            else "Counterexample"
        )

    @property
    def brief(self) -> str:
        """The values in one line of plain text."""
        return ", ".join(value.brief for value in self.values)

    @property
    def told(self) -> str:
        """What fails, in a sentence; of sides with long formulas only what they come to."""
        return _two_numbers(self.shows) or self.shows

    @property
    def exact(self) -> str:
        """What is shown rounded or shortened, in full, in one line of plain text."""
        values = ", ".join(
            f"{value.name} = {value.exact}" for value in self.values if value.is_rounded
        )
        return ". ".join(filter(None, [values, self.shows if _two_numbers(self.shows) else ""]))

    @property
    def is_wide(self) -> bool:
        """Whether some value may overflow a narrow screen."""
        return any(value.shown.is_wide for value in self.values)

    @property
    def rank(self) -> tuple[int, int]:
        """Simple ones first: short, and with few zeros."""
        return sum(len(value.exact) for value in self.values), sum(
            value.exact == "0" for value in self.values
        )


def counterexample(record: Mapping[str, Any] | None) -> Counterexample | None:
    return (
        None
        if record is None
        else Counterexample(tuple(map(_value, record["values"])), record["shows"])
    )


def of_decision(decision: Mapping[str, Any]) -> Counterexample | None:
    """The counterexample of a decision; of an experiment, the card's sentence says how many cases
    miss the limit.
    """
    found = counterexample(decision["counterexample"])
    return (
        replace(found, shows="", is_measured=True) if found and decision.get("measured") else found
    )


def _two_numbers(shows: str) -> str:
    """What two sides with long formulas come to; empty for other sentences."""
    sides = TWO_SIDES.fullmatch(shows)
    if not sides or max(len(sides["left"] or ""), len(sides["right"] or "")) <= LONG_SIDE:
        return ""
    return (
        f"{sides['step'] or ''}The two sides come to {rounded(sides['one'])} and "
        f"{rounded(sides['other'])} there."
    )


def _value(record: Mapping[str, Any]) -> Value:
    name, exact, decimal, latex = (
        record["name"],
        record["exact"],
        record["decimal"],
        record["latex"],
    )
    few = rounded(decimal or exact)
    is_long = len(exact) > LONG_EXACT or not re.search(r"[\w)]$", exact)
    if few not in (decimal, exact) and (is_long or "." in exact) and not _same_number(exact, few):
        return Value(
            name,
            formula(rf"{latex.partition(' = ')[0]} \approx {_in_latex(few)}"),
            exact,
            f"≈ {few}",
        )
    if decimal in ("", exact):
        return Value(name, formula(latex), exact, "")
    sign = "=" if _same_number(exact, decimal) else "≈"
    few = decimal if sign == "=" else few
    joint = "=" if sign == "=" else r"\approx"
    return Value(
        name, formula(f"{latex} {joint} {_in_latex(few)}"), exact, f"= {exact} {sign} {few}"
    )


def _in_latex(number: str) -> str:
    plain = number.replace("−", "-")
    return plain if re.fullmatch(r"-?[\d.]+", plain) else rf"\text{{{number}}}"


def _same_number(exact: str, decimal: str) -> bool:
    try:
        return Fraction(exact) == Fraction(decimal.replace("−", "-"))
    except (ValueError, ZeroDivisionError):
        return False
