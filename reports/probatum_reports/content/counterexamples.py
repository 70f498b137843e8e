"""Where a statement fails, as a card shows it: the values, and what its sides come to there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from probatum.vocabulary import Kind
from probatum_reports.content.measured import is_share
from probatum_reports.words.mathematics import Formula, formula
from probatum_reports.words.numbers import per_cent, rounded

if TYPE_CHECKING:
    from probatum import ledger_entries

LONG_EXACT = 9  # characters of an exact value that is shown as it is

WORDS = re.compile(r"\\text\{[^{}]*\} (?:=|\\approx) (?:\\text\{[^{}]*\}|-?[\d.]+)")
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
    def is_words(self) -> bool:
        """Whether it is typeset as words alone, which need no formula."""
        return bool(WORDS.fullmatch(self.shown.latex))

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
    """What a decision shows: its kind, the values, of a run the step, and what is so there;
    in brief, where the sides are long formulas, what those come to.
    """

    kind: str
    values: tuple[Value, ...]
    step: int | None
    shows: str
    come_to: str = ""

    @property
    def title(self) -> str:
        return Kind(self.kind).in_words

    @property
    def when(self) -> str:
        """After how many steps, of a run."""
        return "" if self.step is None else f"at step {self.step}"

    @property
    def brief(self) -> str:
        """Where it is, in one line of plain text."""
        return ", ".join(filter(None, [*(value.brief for value in self.values), self.when]))

    @property
    def told(self) -> str:
        """What fails, in a sentence; of sides with long formulas only what they come to."""
        return (self.come_to or self.shows).replace(" - ", " − ")

    @property
    def exact(self) -> str:
        """What is shown rounded or shortened, in full, in one line of plain text."""
        values = ", ".join(
            f"{value.name} = {value.exact}" for value in self.values if value.is_rounded
        )
        return ". ".join(filter(None, [values, self.shows if self.come_to else ""]))

    @property
    def is_wide(self) -> bool:
        """Whether some value may overflow a narrow screen."""
        return any(value.shown.is_wide and not value.is_words for value in self.values)


def counterexample(
    entry: ledger_entries.Counterexample | None, measured: ledger_entries.Measured | None = None
) -> Counterexample | None:
    """What a decision shows; of an experiment, the card's sentence says how many cases miss the
    limit, and each case is told in the limit's unit.
    """
    if entry is None:
        return None
    if entry["kind"] == Kind.CASES:
        unit = per_cent if measured and is_share(measured) else rounded
        told = tuple(_case(value, unit(value["exact"])) for value in entry["values"])
        return Counterexample(entry["kind"], told, entry["step"], "")
    values = tuple(map(_value, entry["values"]))
    shown = _two_numbers(entry)
    return Counterexample(entry["kind"], values, entry["step"], entry["shows"], shown)


def _case(entry: ledger_entries.Value, told: str) -> Value:
    return Value(f"{entry['name']}:", formula(entry["latex"]), entry["exact"], told)


def _two_numbers(entry: ledger_entries.Counterexample) -> str:
    """What two sides with long formulas come to; empty for others."""
    sides, step = entry["sides"], entry["step"]
    if sides is None or max(len(side["words"]) for side in sides) <= LONG_SIDE:
        return ""
    one, other = (rounded(side["digits"]) for side in sides)
    when = "" if step is None else f"At step {step}: "
    return f"{when}The two sides come to {one} and {other} there."


def _value(entry: ledger_entries.Value) -> Value:
    """Exactly where that is short, else rounded; beside an exact value what it is in digits."""
    name, exact, latex, decimal = entry["name"], entry["exact"], entry["latex"], entry["decimal"]
    digits = decimal["digits"] if decimal else exact
    is_exact = decimal is None or decimal["is_exact"]
    few = rounded(digits)
    is_long = len(exact) > LONG_EXACT or not re.search(r"[\w)]$", exact)
    is_less = few != exact and not (is_exact and _same_number(few, digits))
    if is_less and few != digits and (is_long or "." in exact):
        symbol = latex.partition(" = ")[0]
        return Value(name, formula(rf"{symbol} \approx {_in_latex(few)}"), exact, f"≈ {few}")
    if digits == exact:
        return Value(name, formula(latex), exact, "")
    if is_exact:
        shown = formula(f"{latex} = {_in_latex(digits)}")
        return Value(name, shown, exact, f"= {exact} = {digits}")
    shown = formula(rf"{latex} \approx {_in_latex(few)}")
    return Value(name, shown, exact, f"= {exact} ≈ {few}")


def _in_latex(number: str) -> str:
    plain = number.replace("−", "-")
    return plain if re.fullmatch(r"-?[\d.]+", plain) else rf"\text{{{number}}}"


def _same_number(few: str, digits: str) -> bool:
    """Whether rounding has lost nothing."""
    try:
        return Fraction(few.replace("−", "-")) == Fraction(digits)
    except (ValueError, ZeroDivisionError):
        return False
