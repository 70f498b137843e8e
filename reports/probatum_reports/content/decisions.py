"""What was decided about one claim: versions, counterexamples, controls and reasons,
as a card shows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum.decision import Outcome, Truth
from probatum.vocabulary import Role
from probatum_reports.content.counterexamples import (
    Counterexample,
    counterexample,
)
from probatum_reports.content.reasons import in_words
from probatum_reports.words.mathematics import Formula, formula, typeset
from probatum_reports.words.phrases import counted, listed
from probatum_reports.words.prose import Runs, Text, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probatum import ledger_entries

WORD_FIRST = re.compile(r"[a-z]{2,} ")  # a sentence that begins with a symbol keeps its case
WORDS = re.compile(r"\\text\{[^{}]{30,}\}")  # a statement that is mostly words wraps as a sentence


@dataclass(frozen=True, slots=True)
class Statement:
    """A formal statement: a formula on as many lines as it needs, or a sentence where it is words,
    or cannot be typeset.
    """

    lines: tuple[Formula, ...]
    sentence: Runs


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

    is_shown: whether its statement stands with the decisions, for it stands nowhere else.
    """

    role: str
    title: str
    wording: Runs
    statement: Statement
    truth: str
    strength: str
    finding: str
    deciders_in_words: str
    turned: str
    idle: tuple[Formula, ...]
    is_shown: bool
    decisions: tuple[Decision, ...]
    gave_up: tuple[Decision, ...]
    silent: str
    counterexample: Counterexample | None

    @property
    def condition_in_words(self) -> Runs:
        """The author's words for its condition; the engine puts the formula after them,
        which the statement below shows again.
        """
        *words, last = self.wording or (Text(""),)
        if isinstance(last, Formula) and words and isinstance(words[-1], Text):
            return (*words[:-1], Text(words[-1].text.rstrip().removesuffix(":")))
        return self.wording

    @property
    def true_if(self) -> Runs:
        """How a sentence goes on from "true" under its condition: by the author's words,
        or where there are none, by the formula.
        """
        words = self.condition_in_words
        return (Text("if "), *words) if words and isinstance(words[0], Formula) else words


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
class Reasoning:
    """A chain of reasons, or supporting facts where they do not compose to the statement."""

    title: str
    links: tuple[Link, ...]


def version(record: ledger_entries.Version) -> Version:
    """One version of a claim."""
    decisions = tuple(_decision(decision) for decision in record["decisions"])
    told = tuple(decision for decision in decisions if decision.outcome != Outcome.UNDECIDED)
    gave_up = tuple(decision for decision in decisions if decision.outcome == Outcome.UNDECIDED)
    nobody_knows = record["truth"] == Truth.UNDECIDED
    return Version(
        role=record["role"],
        title=Role(record["role"]).in_words,
        wording=runs(record["wording"]),
        statement=statement(record["statement"]),
        truth=record["truth"],
        strength=record["strength"] or "",
        finding=_finding(record["truth"], record["strength"]),
        deciders_in_words=_deciders(record),
        turned=turning(record["control"]),
        idle=tuple(formula(latex) for latex in record["idle"]),
        is_shown=record["role"] in (Role.OUTSIDE, Role.WEAKER, Role.REDUCTION, Role.UNDEFINED),
        decisions=told,
        gave_up=gave_up if nobody_knows else (),
        silent="" if nobody_knows else listed([decision.decider for decision in gave_up]),
        counterexample=None
        if record["shown"] is None
        else decisions[record["shown"]].counterexample,
    )


def statement(record: ledger_entries.Statement) -> Statement:
    """A formal statement."""
    latex = record["latex"]
    lines = () if WORDS.search(latex) else typeset(latex)
    return Statement(lines, () if lines else runs(_capitalized(record["sentence"]) or latex))


def _capitalized(sentence: str) -> str:
    sentence = sentence.replace("$", r"\$") if sentence.count("$") % 2 else sentence
    return sentence[0].upper() + sentence[1:] if WORD_FIRST.match(sentence) else sentence


def control(record: ledger_entries.Control) -> Control:
    """One control."""
    return Control(
        change=record["change"] or record["name"],
        use=record["use"],
        turned=record["turned"],
        outcome=Truth(record["truth"]).in_words,
        slack=record["slack"] or "",
        reason=runs(record["reason"]),
        counterexample=counterexample(record["counterexample"]),
    )


def still_true(record: ledger_entries.StillTrue) -> StillTrue:
    """One change that leaves the claim true."""
    return StillTrue(record["name"], runs(record["reason"]), Truth(record["truth"]).in_words)


def controls_summary(controls: Sequence[Control], kept: Sequence[StillTrue]) -> str:
    """How many controls came out false, and how many changes were meant to leave the claim true."""
    if not controls:
        return "no controls were run"
    turned = sum(control.turned for control in controls)
    summary = f"{turned} of {counted(len(controls), 'control')} came out false, as they must"
    return f"{summary}; {counted(len(kept), 'change')} rightly left it true" if kept else summary


def why(record: ledger_entries.Reasoning) -> Reasoning | None:
    """The reasons of a claim, if it gives any."""
    links = tuple(_link(link) for link in record["links"])
    if not links:
        return None
    return Reasoning("Reason, step by step" if record["composed"] else "What supports it", links)


def _link(record: ledger_entries.Link) -> Link:
    found = _finding(record["truth"], record["strength"])
    by = listed([words for words, _ in in_words(record["engines"])])
    words = f"{found}, by {by}" if by else found
    return Link(
        runs(record["reason"]),
        statement(record["statement"]),
        f"{words}{turning(record['control'])}",
    )


def turning(control: ledger_entries.Turning | None) -> str:
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


def _decision(record: ledger_entries.Decision) -> Decision:
    is_counted = record["outcome"] == Outcome.SUPPORTED and record["tried"] is not None
    reason = "" if is_counted else record["reason"]  # of cases tried, the numbers say it all
    name = record["engine"] or record["decider"]
    ((words, term),) = in_words([name])
    shown = counterexample(record["counterexample"], record.get("measured"))
    outcome, cases = record["outcome"], _cases(record)
    return Decision(words, term or name, outcome, runs(reason), cases, shown)


def _cases(record: ledger_entries.Decision) -> str:
    if record["tried"] is None:
        return ""
    tried = f"{counted(record['tried'], 'case')} tried"
    return (
        tried
        if record["admitted"] in (None, record["tried"])
        else f"{tried}, {record['admitted']:,} of which fit the hypotheses"
    )


def _finding(truth: str, strength: str | None) -> str:
    found = Truth(truth).in_words
    return f"{found} ({strength})" if strength else found


def _deciders(version: ledger_entries.Version) -> str:
    names = listed([words for words, _ in in_words(version["engines"])])
    return f"{names} independently" if version["witnesses"] > 1 else names
