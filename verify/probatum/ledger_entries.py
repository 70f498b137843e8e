"""The ledger's entries, field by field: the one shape that engine, session and reports share.

A word stands as text, annotated with the enumeration that lists it; other texts with what is
demanded of them. The JSON Schema that a ledger is held against is made from this.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from probatum.claim_notes import ClaimNotes
from probatum.decision import Outcome, Strength, Truth
from probatum.ledger_constraints import (
    PAIR,
    DecimalText,
    Digest,
    Name,
    NumberText,
    one_of,
    with_one_of,
)
from probatum.ledger_figures import Figure
from probatum.vocabulary import FactRole, Kind, Necessity, Origin, PassageRole, Role, Said, Verdict

# 1: first version; 2: the verdicts `suspect`, `hollow`; a decision names its engine, a link its
# engines; 3: corrections, reductions and links have their control; 4: an experiment has free
# choices, and each case says its side; what a decision shows says its kind, and a run its step;
# a decimal says whether it is exact, a version which engines carry it, which counterexample is
# shown and whether it is a proof, a finding which version is decisive; 5: the verdicts
# `undefined`, with the version that says where, and `open`; 6: a claim says how the text says it
# (before: `implied`, `reading`) and what is shown of its condition, a counterexample what the
# sides come to; 7: a sign in a certificate says whether the engine excludes zero
FORMAT = 7

VerdictWord = Annotated[str, Verdict]
TruthWord = Annotated[str, Truth]
StrengthWord = Annotated[str, Strength]
# What `probatum recheck` reads.
Check = Annotated[dict[str, Any], with_one_of("kind", "certificate", "breach", "incongruence")]


class Passage(TypedDict):
    """A passage of the outline."""

    id: Name
    sha256: Digest
    roles: list[Annotated[str, PassageRole]]
    gist: str


class Section(TypedDict):
    """A part of the text that has passages."""

    id: Name
    title: str
    passages: list[Passage]


class Place(TypedDict):
    """Where something stands in the code."""

    path: str
    line: int


class NotCheckable(TypedDict):
    """A statement that nothing can decide."""

    id: Name
    wording: str
    at: Name
    reason: str
    source: Place


class Document(TypedDict):
    """A text with its outline and its answer."""

    id: Name
    title: str
    url: str
    licence: str
    revision: str
    sections: list[Section]
    not_checkable: list[NotCheckable]
    answer: str


class Statement(TypedDict):
    """A proposition for readers."""

    latex: str
    sentence: str


class Decimal(TypedDict):
    """A number in digits, and whether it is the exact value."""

    digits: str
    is_exact: bool


class Value(TypedDict):
    """A named value; without a decimal where the exact value is short or no number."""

    name: str
    latex: str
    exact: str
    decimal: Decimal | None


class Side(TypedDict):
    """A side of a relation: what stands there, and what it comes to in few digits."""

    words: str
    digits: str


class Counterexample(TypedDict):
    """What a decision shows; of a run, after how many steps; of a relation, its two sides."""

    kind: Annotated[str, Kind]
    values: list[Value]
    step: int | None
    sides: Annotated[list[Side], PAIR] | None
    shows: str


class Case(TypedDict):
    """What was measured in one case of an experiment."""

    case: str
    low: DecimalText
    high: DecimalText
    beyond: bool | None


class Choice(TypedDict):
    """A free choice of an experiment, its values, and why these."""

    name: str
    values: list[str]
    because: str


class Measured(TypedDict):
    """What an experiment measured, against which limit."""

    metric: str
    effect: Annotated[str, one_of("value", "difference", "ratio", "factor")]
    treatment: list[str]
    baseline: str | None
    relation: Annotated[str, one_of("<", "≤", ">", "≥")]
    limit: NumberText
    needed: int
    runs: int
    data: list[str]
    choices: list[Choice]
    cases: list[Case]


class Decision(TypedDict):
    """What one decider found."""

    decider: str
    engine: str
    outcome: Annotated[str, Outcome]
    reason: str
    tried: int | None
    admitted: int | None
    counterexample: Counterexample | None
    measured: NotRequired[Measured]
    checks: NotRequired[list[Check]]


class Turning(TypedDict):
    """The control of a statement that takes no facts."""

    change: str
    truth: TruthWord
    turned: bool


class Version(TypedDict):
    """One version of a claim's statement, decided.

    engines: those that carry its truth; shown: which of its decisions has the counterexample that
    is shown; is_proof: whether it must be true and is so without exception.
    """

    role: Annotated[str, Role]
    wording: str
    statement: Statement
    truth: TruthWord
    strength: StrengthWord | None
    witnesses: int
    engines: list[str]
    shown: int | None
    is_proof: bool
    idle: list[str]
    control: Turning | None
    decisions: list[Decision]


class Control(TypedDict):
    """A claim with facts changed so that it must be false."""

    name: str
    origin: Annotated[str, Origin]
    use: str
    change: str
    statement: Statement
    truth: TruthWord
    turned: bool
    slack: str | None
    counterexample: Counterexample | None
    reason: str


class StillTrue(TypedDict):
    """A change that its author says to leave the claim true."""

    name: str
    reason: str
    truth: TruthWord


class Link(TypedDict):
    """One link of the reasoning."""

    reason: str
    statement: Statement
    truth: TruthWord
    strength: StrengthWord | None
    engines: list[str]
    control: Turning | None


class Reasoning(TypedDict):
    """The reasoning of a claim."""

    composed: bool
    links: list[Link]


class Fact(TypedDict):
    """A fact of a claim, and how the statement uses it."""

    name: str
    role: Annotated[str, FactRole]
    value: str
    use: str


class Judgement(TypedDict):
    """A verdict and its strength."""

    verdict: VerdictWord
    strength: StrengthWord | None


class Source(TypedDict):
    """The code of a claim."""

    path: str
    line: int
    function: str
    code: str
    sha256: Digest


class Fault(TypedDict):
    """Why a claim could not be decided."""

    slug: str
    message: str


class Described(TypedDict):
    """What every claim says of itself: which it is, where it stands, what it says."""

    id: Name
    at: str
    wording: str
    said: Annotated[str, Said]
    reading_of: str | None
    scope: str | None


class Claim(Described, ClaimNotes):
    """What its author says of a claim, in words."""


class Finding(Claim):
    """A claim with all that was found of it.

    decisive: the role of the version that its verdict rests on; necessity: what is shown of its
    condition.
    """

    document: Name
    facts: list[Fact]
    kind: str
    verdict: VerdictWord
    strength: StrengthWord | None
    decisive: Annotated[str, Role] | None
    necessity: Annotated[str, Necessity] | None
    reason: str
    expected: Judgement
    as_expected: bool
    versions: list[Version]
    controls: list[Control]
    still_true: list[StillTrue]
    why: Reasoning
    figure: Figure | None
    source: Source
    repeat: str
    error: Fault | None


class Attached(TypedDict):
    """A finding with what a later run must know of it.

    key: the digest of what it rests on; reads: what was seen to be used, with the state it was in;
    reused: whether it comes from an earlier run.
    """

    finding: Finding
    folder: str
    seconds: float
    key: str
    reads: NotRequired[dict[str, str]]
    reused: NotRequired[bool]


class Commit(TypedDict):
    """The state of the code."""

    sha: str
    date: str
    dirty: bool


class Run(TypedDict):
    """What a run was: the only entry that may differ from machine to machine."""

    selected: int
    total: int | None
    complete: bool
    reused: NotRequired[int]
    versions: dict[str, str]
    seeds: NotRequired[dict[str, int]]
    commit: Commit | None


class Ledger(TypedDict):
    """What one run decided."""

    format: int
    documents: list[Document]
    findings: list[Finding]
    digest: Digest
    run: Run
