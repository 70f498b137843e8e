"""The ledger's entries, field by field: the one shape that engine, session and reports share.

A word stands as text, annotated with the enumeration that lists it. The JSON Schema says the same
to others; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, NotRequired, TypedDict

from probatum.decision import Outcome, Strength, Truth
from probatum.words import FactRole, Kind, Necessity, Origin, PassageRole, Role, Said, Verdict

VerdictWord = Annotated[str, Verdict]
TruthWord = Annotated[str, Truth]
StrengthWord = Annotated[str, Strength]


class Passage(TypedDict):
    """A passage of the outline."""

    id: str
    sha256: str
    roles: list[Annotated[str, PassageRole]]
    gist: str


class Section(TypedDict):
    """A part of the text that has passages."""

    id: str
    title: str
    passages: list[Passage]


class Place(TypedDict):
    """Where something stands in the code."""

    path: str
    line: int


class NotCheckable(TypedDict):
    """A statement that nothing can decide."""

    id: str
    wording: str
    at: str
    reason: str
    source: Place


class Document(TypedDict):
    """A text with its outline and its answer."""

    id: str
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
    sides: list[Side] | None
    shows: str


class Case(TypedDict):
    """What was measured in one case of an experiment."""

    case: str
    low: str
    high: str
    beyond: bool | None


class Choice(TypedDict):
    """A free choice of an experiment, its values, and why these."""

    name: str
    values: list[str]
    because: str


class Measured(TypedDict):
    """What an experiment measured, against which limit."""

    metric: str
    effect: str
    treatment: list[str]
    baseline: str | None
    relation: str
    limit: str
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
    checks: NotRequired[list[dict[str, Any]]]


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


class Tick(TypedDict):
    """A name on an axis."""

    at: float
    label: str


class Axis(TypedDict):
    """An axis of a figure."""

    label: str
    low: float
    high: float
    log: NotRequired[bool]
    ticks: NotRequired[list[Tick]]


class Series(TypedDict):
    """Points of a figure that belong together."""

    name: str
    kind: str
    points: Sequence[Sequence[float]]


class Mark(TypedDict):
    """A threshold or a point of a figure."""

    label: str
    x: NotRequired[float]
    y: NotRequired[float]


# A field named after a keyword of Python.
Regime = TypedDict(
    "Regime", {"from": float, "label": str, "exactly": NotRequired[str], "claims": list[str]}
)


class Live(TypedDict):
    """What a reader can play with."""

    curvatures: list[float]
    rate: float
    start: list[float]
    regimes: list[Regime]


class Figure(TypedDict):
    """A figure as data."""

    title: str
    description: str
    x: Axis
    y: Axis
    equal: NotRequired[bool]
    series: list[Series]
    marks: NotRequired[list[Mark]]
    live: NotRequired[Live]


class Source(TypedDict):
    """The code of a claim."""

    path: str
    line: int
    function: str
    code: str
    sha256: str


class Fault(TypedDict):
    """Why a claim could not be decided."""

    slug: str
    message: str


class Finding(TypedDict):
    """All that was found of one claim.

    decisive: the role of the version that its verdict rests on; necessity: what is shown of its
    condition.
    """

    id: str
    document: str
    at: str
    wording: str
    said: Annotated[str, Said]
    reading_of: str | None
    scope: str | None
    assumes: list[str]
    not_shown: list[str]
    rests_on: list[str]
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
    digest: str
    run: Run
