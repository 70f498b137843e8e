"""What was decided about one claim: versions, counterexamples, controls and reasons,
as a card shows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from probatum_reports.content.reasons import CARRYING, in_words, methods
from probatum_reports.words.mathematics import Formula, formula, typeset
from probatum_reports.words.numbers import rounded
from probatum_reports.words.phrases import counted, listed
from probatum_reports.words.prose import Runs, runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TITLES = {
    "stated": "As stated",
    "conditioned": "Under the condition",
    "outside": "Outside the condition",
    "weaker": "Under a weaker condition",
    "corrected": "Corrected",
    "reduction": "The general statement reduced to this special case",
}
TRUTHS = {
    "true": "true",
    "false": "false",
    "undecided": "undecided",
    "vacuous": "vacuous: nothing satisfies the hypotheses",
    "hollow": "hollow: it says nothing",
    "conflict": "in conflict: methods disagree",
}
SIDES = {
    "left side",
    "right side",
    "value",
    "printed",
}  # how deciders name what a closed statement compares
WORD_FIRST = re.compile(r"[a-z]{2,} ")  # a sentence that begins with a symbol keeps its case
WORDS = re.compile(r"\\text\{[^{}]{30,}\}")  # a statement that is mostly words wraps as a sentence
LONG_EXACT = 9  # characters of an exact value that is shown as it is

# How the engine tells of a comparison that fails.
NUMBER = r"-?[\d.]+(?:e-?\d+)?"
TWO_SIDES = re.compile(
    rf"(?P<step>At step \d+: )?(?:(?P<left>\S.*?) = )?(?P<one>{NUMBER}) against "
    rf"(?:(?P<right>.+?) = )?(?P<other>{NUMBER}), so .+ fails there\."
)
LONG_SIDE = 14  # signs of a formula that can be read as a line


@dataclass(frozen=True, slots=True)
class Statement:
    """A formal statement: a formula on as many lines as it needs, or a sentence where it is words,
    or cannot be typeset.
    """

    lines: tuple[Formula, ...]
    sentence: Runs


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


@dataclass(frozen=True, slots=True)
class Decision:
    """What one decider found, in words and by the method that it uses,
    and on how many cases where it counts any.
    """

    decider: str
    method: str
    outcome: str
    reason: Runs
    cases: str
    counterexample: Counterexample | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a claim, the decisions on it, and who found nothing:
    with the reasons where nobody found anything.
    """

    role: str
    title: str
    wording: Runs
    statement: Statement
    truth: str
    strength: str
    finding: str
    deciders: str
    turned: str
    idle: tuple[Formula, ...]
    decisions: tuple[Decision, ...]
    gave_up: tuple[Decision, ...]
    silent: str
    counterexample: Counterexample | None


@dataclass(frozen=True, slots=True)
class Control:
    """The claim with one fact changed, and whether that turned it."""

    change: str
    use: str
    turned: bool
    outcome: str
    slack: str
    reason: Runs
    counterexample: Counterexample | None


@dataclass(frozen=True, slots=True)
class StillTrue:
    """A change that rightly leaves the claim true."""

    name: str
    reason: Runs
    truth: str


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain of reasons."""

    reason: Runs
    statement: Statement
    finding: str


@dataclass(frozen=True, slots=True)
class Why:
    """A chain of reasons, or supporting facts where they do not compose to the statement."""

    title: str
    links: tuple[Link, ...]


def version(record: Mapping[str, Any]) -> Version:
    """One version of a claim."""
    decisions = tuple(_decision(decision) for decision in record["decisions"])
    gave_up = tuple(decision for decision in decisions if decision.outcome == "undecided")
    return Version(
        role=record["role"],
        title=TITLES[record["role"]],
        wording=runs(record["wording"]),
        statement=statement(record["statement"]),
        truth=record["truth"],
        strength=record["strength"] or "",
        finding=_finding(record["truth"], record["strength"]),
        deciders=_deciders(record),
        turned=turning(record["control"]),
        idle=tuple(formula(latex) for latex in record["idle"]),
        decisions=tuple(decision for decision in decisions if decision.outcome != "undecided"),
        gave_up=gave_up if record["truth"] == "undecided" else (),
        silent=""
        if record["truth"] == "undecided"
        else listed([decision.decider for decision in gave_up]),
        counterexample=_simplest(decisions),
    )


def statement(record: Mapping[str, Any]) -> Statement:
    """A formal statement."""
    latex = record["latex"]
    lines = () if WORDS.search(latex) else typeset(latex)
    return Statement(lines, () if lines else runs(_capitalized(record["sentence"]) or latex))


def _capitalized(sentence: str) -> str:
    sentence = sentence.replace("$", r"\$") if sentence.count("$") % 2 else sentence
    return sentence[0].upper() + sentence[1:] if WORD_FIRST.match(sentence) else sentence


def control(record: Mapping[str, Any]) -> Control:
    """One control."""
    return Control(
        change=record["change"] or record["name"],
        use=record["use"],
        turned=record["turned"],
        outcome=TRUTHS[record["truth"]],
        slack=record["slack"] or "",
        reason=runs(record["reason"]),
        counterexample=_counterexample(record["counterexample"]),
    )


def still_true(record: Mapping[str, Any]) -> StillTrue:
    """One change that leaves the claim true."""
    return StillTrue(record["name"], runs(record["reason"]), TRUTHS[record["truth"]])


def controls_summary(controls: Sequence[Control], kept: Sequence[StillTrue]) -> str:
    """How many controls came out false, and how many changes were meant to leave the claim true."""
    if not controls:
        return "no controls were run"
    turned = sum(control.turned for control in controls)
    summary = f"{turned} of {counted(len(controls), 'control')} came out false, as they must"
    return f"{summary}; {counted(len(kept), 'change')} rightly left it true" if kept else summary


def why(record: Mapping[str, Any]) -> Why | None:
    """The reasons of a claim, if it gives any."""
    links = tuple(_link(link) for link in record["links"])
    if not links:
        return None
    return Why("Why, step by step" if record["composed"] else "What supports it", links)


def _link(record: Mapping[str, Any]) -> Link:
    found = _finding(record["truth"], record["strength"])
    by = listed([words for words, _ in in_words(record["engines"])])
    words = f"{found}, by {by}" if by else found
    return Link(
        runs(record["reason"]),
        statement(record["statement"]),
        f"{words}{turning(record['control'])}",
    )


def turning(control: Mapping[str, Any] | None) -> str:
    """The control of a statement that takes no facts, as the end of a sentence;
    empty where it has none.
    """
    if not control:
        return ""
    return (
        f"; false with {control['change']}, as it must be"
        if control["turned"]
        else "; no change of it made it false"
    )


def _decision(record: Mapping[str, Any]) -> Decision:
    # Of cases tried, the numbers say it all.
    reason = (
        "" if record["outcome"] == "supported" and record["tried"] is not None else record["reason"]
    )
    name = record.get("engine") or record["decider"]
    ((words, term),) = in_words([name])
    return Decision(
        words, term or name, record["outcome"], runs(reason), _cases(record), _shown(record)
    )


def _cases(record: Mapping[str, Any]) -> str:
    if record["tried"] is None:
        return ""
    tried = f"{counted(record['tried'], 'case')} tried"
    return (
        tried
        if record["admitted"] in (None, record["tried"])
        else f"{tried}, {record['admitted']:,} of which fit the hypotheses"
    )


def _finding(truth: str, strength: str | None) -> str:
    return f"{TRUTHS[truth]} ({strength})" if strength else TRUTHS[truth]


def _deciders(record: Mapping[str, Any]) -> str:
    carrying = {"true": CARRYING.get(record["strength"], ()), "false": ("refuted",)}.get(
        record["truth"], ()
    )
    names = [words for words, _ in methods(record, carrying)]
    return f"{listed(names)}, each on its own" if record["witnesses"] > 1 else listed(names)


def _two_numbers(shows: str) -> str:
    """What two sides with long formulas come to; empty for other sentences."""
    sides = TWO_SIDES.fullmatch(shows)
    if not sides or max(len(sides["left"] or ""), len(sides["right"] or "")) <= LONG_SIDE:
        return ""
    return (
        f"{sides['step'] or ''}The two sides come to {rounded(sides['one'])} and "
        f"{rounded(sides['other'])} there."
    )


def _counterexample(record: Mapping[str, Any] | None) -> Counterexample | None:
    return (
        None
        if record is None
        else Counterexample(tuple(map(_value, record["values"])), record["shows"])
    )


def _shown(decision: Mapping[str, Any]) -> Counterexample | None:
    """The counterexample of a decision; of an experiment, the card's sentence says how many cases
    miss the limit.
    """
    found = _counterexample(decision["counterexample"])
    return (
        replace(found, shows="", is_measured=True) if found and decision.get("measured") else found
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


def _simplest(decisions: Sequence[Decision]) -> Counterexample | None:
    found = [
        each.counterexample
        for each in decisions
        if each.outcome == "refuted" and each.counterexample
    ]
    return min(found, key=lambda counterexample: counterexample.rank, default=None)
