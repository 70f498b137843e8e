"""What was decided about one claim: versions, counterexamples, controls and reasons, as a card shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from probatum_reports.drawing.planes import Plane, plane
from probatum_reports.words.mathematics import Formula, formula
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
    "true": "decided true",
    "false": "decided false",
    "undecided": "undecided",
    "vacuous": "vacuous: nothing satisfies the hypotheses",
    "hollow": "hollow: it says nothing",
    "conflict": "in conflict: methods disagree",
}
SIDES = {"left side", "right side", "value", "printed"}  # how deciders name what a closed statement compares
WORD_FIRST = re.compile(r"[a-z]{2,} ")  # a sentence that begins with a symbol keeps its case
WORDS = re.compile(r"\\text\{[^{}]*\}")
CARRYING = {"proved": ("proved", "enclosed"), "enclosed": ("proved", "enclosed"), "sampled": ("supported",), "measured": ("supported",)}


@dataclass(frozen=True, slots=True)
class Statement:
    """A formal statement as formula, unless it is only words, and as plain sentence; the card shows the one that reads better."""

    formula: Formula | None
    sentence: Runs

    @property
    def is_typeset(self) -> bool:
        """Whether the formula is shown: a long one would have to be scrolled, where words are wrapped."""
        return self.formula is not None and self.formula.mathml is not None and not (self.formula.is_long and self.sentence)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a counterexample as an equation, and as a decimal with its sign unless the exact value already is one."""

    name: str
    formula: Formula
    exact: str
    decimal: str


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Values at which a statement fails (for a closed statement: what its sides come to), and what fails there."""

    values: tuple[Value, ...]
    shows: str
    plane: Plane | None = None

    @property
    def title(self) -> str:
        return "What the sides come to" if {value.name for value in self.values} <= SIDES else "Counterexample"

    @property
    def brief(self) -> str:
        """The values in one line of plain text."""
        return ", ".join(f"{value.name} = {value.exact} {value.decimal}".rstrip() for value in self.values)

    @property
    def is_wide(self) -> bool:
        return any(value.formula.is_wide for value in self.values)

    @property
    def exact_length(self) -> int:
        return sum(len(value.exact) for value in self.values)


@dataclass(frozen=True, slots=True)
class Decision:
    """What one decider found, and on how many cases where it counts any."""

    decider: str
    outcome: str
    reason: Runs
    cases: str
    counterexample: Counterexample | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a claim, the decisions on it, and who found nothing: with the reasons where nobody found anything."""

    role: str
    title: str
    wording: Runs
    statement: Statement
    truth: str
    finding: str
    deciders: str
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
        finding=_finding(record["truth"], record["strength"]),
        deciders=_deciders(record),
        idle=tuple(formula(latex) for latex in record["idle"]),
        decisions=tuple(decision for decision in decisions if decision.outcome != "undecided"),
        gave_up=gave_up if record["truth"] == "undecided" else (),
        silent="" if record["truth"] == "undecided" else listed([decision.decider for decision in gave_up]),
        counterexample=_simplest(decisions),
    )


def statement(record: Mapping[str, Any]) -> Statement:
    """A formal statement."""
    latex = record["latex"]
    is_words = not latex.strip() or WORDS.fullmatch(latex)
    return Statement(None if is_words else formula(latex, block=True), runs(_capitalized(record["sentence"])))


def _capitalized(sentence: str) -> str:
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
    """How many controls turned, and how many changes were meant to leave the claim true."""
    if not controls:
        return "No controls were run"
    turned = sum(control.turned for control in controls)
    summary = f"{turned} of {counted(len(controls), 'control')} turned"
    return f"{summary}, {counted(len(kept), 'change')} rightly left it true" if kept else summary


def why(record: Mapping[str, Any]) -> Why | None:
    """The reasons of a claim, if it gives any."""
    links = tuple(_link(link) for link in record["links"])
    if not links:
        return None
    return Why("Why, step by step: the steps compose to the statement" if record["composed"] else "Supporting facts", links)


def _link(record: Mapping[str, Any]) -> Link:
    found = _finding(record["truth"], record["strength"])
    by = f" by {listed(record['deciders'])}" if record["deciders"] else ""
    return Link(runs(record["reason"]), statement(record["statement"]), found + by)


def _decision(record: Mapping[str, Any]) -> Decision:
    # Of cases tried, the numbers say it all.
    reason = "" if record["outcome"] == "supported" and record["tried"] is not None else record["reason"]
    return Decision(record["decider"], record["outcome"], runs(reason), _cases(record), _counterexample(record["counterexample"]))


def _cases(record: Mapping[str, Any]) -> str:
    if record["tried"] is None:
        return ""
    tried = f"{counted(record['tried'], 'case')} tried"
    return tried if record["admitted"] is None else f"{tried}, {record['admitted']:,} admitted"


def _finding(truth: str, strength: str | None) -> str:
    return f"{TRUTHS[truth]} ({strength})" if strength else TRUTHS[truth]


def _deciders(record: Mapping[str, Any]) -> str:
    carrying = {"true": CARRYING.get(record["strength"], ()), "false": ("refuted",)}.get(record["truth"], ())
    names = sorted({decision["decider"] for decision in record["decisions"] if decision["outcome"] in carrying})
    agree = f" ({record['witnesses']} agree independently)" if record["witnesses"] > 1 else ""
    return f"{listed(names)}{agree}"


def _counterexample(record: Mapping[str, Any] | None) -> Counterexample | None:
    if record is None:
        return None
    return Counterexample(tuple(_value(value) for value in record["values"]), record["shows"], plane(record["values"]))


def _value(record: Mapping[str, Any]) -> Value:
    exact, decimal = record["exact"], record["decimal"]
    if decimal in ("", exact):
        return Value(record["name"], formula(record["latex"]), exact, "")
    return Value(record["name"], formula(record["latex"]), exact, f"{'=' if _same_number(exact, decimal) else '≈'} {decimal}")


def _same_number(exact: str, decimal: str) -> bool:
    try:
        return Fraction(exact) == Fraction(decimal)
    except (ValueError, ZeroDivisionError):
        return False


def _simplest(decisions: Sequence[Decision]) -> Counterexample | None:
    found = [each.counterexample for each in decisions if each.outcome == "refuted" and each.counterexample]
    return min(found, key=lambda counterexample: counterexample.exact_length, default=None)
