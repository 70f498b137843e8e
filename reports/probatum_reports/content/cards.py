"""One finding in, one card out: all that the page says about a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from probatum.claim_notes import FIELDS, notes_by_name
from probatum.decision import Strength, Truth
from probatum.vocabulary import Necessity, Role, Said, Verdict
from probatum_reports.content.counterexamples import Counterexample
from probatum_reports.content.decisions import (
    Control,
    Reasoning,
    StillTrue,
    Version,
    control,
    controls_summary,
    still_true,
    version,
    why,
)
from probatum_reports.content.issue_links import Questions
from probatum_reports.content.reasons import reason
from probatum_reports.content.specifications import Curve, curves
from probatum_reports.drawing.figures import Drawing, drawing
from probatum_reports.words.highlighting import CodeRun, code_runs, function_of
from probatum_reports.words.mathematics import Formula
from probatum_reports.words.phrases import counted, rest
from probatum_reports.words.prose import Citation, Headline, Runs, headline, runs, spoken
from probatum_reports.words.verdicts import BY_NAME, HOLDS, NOT_CHECKABLE, VerdictInWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from probatum import ledger_entries
    from probatum_reports.words.chips import Chip, Chips

NAMED = 12  # foundations that a card names

AGAINST = (Truth.FALSE, Truth.UNDEFINED)  # what a point is shown for


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that the claim takes from the text."""

    name: str
    role: str
    value: str
    use: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a claim could not be run to the end."""

    slug: str
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text says it: the passage, whether the outline has it,
    and on which page that stands (empty: on the card's own).
    """

    passage: str
    is_known: bool
    page: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What must be known beside the statement: a title, and below it some texts, or claims."""

    title: str
    texts: tuple[Runs, ...] = ()
    claims: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One decided claim; `said` is how the text says it: stated, implied, strict."""

    id: str
    place: Place
    wording: Headline
    verdict: VerdictInWords
    strength: str
    qualified: str
    said: Said
    surprise: str
    reason: Runs
    fault: Fault | None
    condition: Version | None
    condition_title: str
    is_sharp: bool
    is_needed: bool
    correction: Version | None
    counterexample: Counterexample | None
    counterexample_title: str
    stated: Version | None
    notes: tuple[Note, ...]
    reading_of: Citation | None
    strict_readings: tuple[Card, ...]
    weak_foundations: tuple[Chip, ...]
    more_foundations: str
    weakness: str
    why: Reasoning | None
    versions: tuple[Version, ...]
    deciders: tuple[str, ...]
    controls: tuple[Control, ...]
    controls_summary: str
    controls_failed: bool
    still_true: tuple[StillTrue, ...]
    figure: Drawing | None
    curves: tuple[Curve, ...]
    facts: tuple[Fact, ...]
    code: tuple[CodeRun, ...]
    location: str
    repeat: str
    question: str
    number: int

    @property
    def is_strict(self) -> bool:
        """Whether it reads the text word by word."""
        return self.said is Said.STRICT

    @property
    def has_notes(self) -> bool:
        """Whether there is something to say of what it assumes and rests on."""
        return bool(self.notes or self.reading_of)

    @property
    def heading(self) -> str:
        """The wording as it is said; empty where it has no formula,
        so that the heading says itself.
        """
        has_formula = any(isinstance(run, Formula) for run in self.wording.beginning)
        return spoken(self.wording.beginning) if has_formula else ""


@dataclass(frozen=True, slots=True)
class NotCheckableCard:
    """A statement that nothing can decide, and why."""

    id: str
    place: Place
    wording: Headline
    reason: Runs
    location: str
    question: str
    verdict: ClassVar[VerdictInWords] = NOT_CHECKABLE


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a card needs of what is around it: of all claims the chips, foundations,
    strict readings and numbers; where questions go.
    """

    chips: Chips
    rests_on: Mapping[str, Sequence[str]]
    strict_readings: Mapping[tuple[str, str], Sequence[ledger_entries.Finding]]
    questions: Questions
    numbers: Mapping[tuple[str, str], int]


def neighbours(ledger: ledger_entries.Ledger, chips: Chips, repository: str) -> Neighbours:
    """The relations between the claims of a ledger."""
    strict: dict[tuple[str, str], list[ledger_entries.Finding]] = {}
    for finding in in_order(ledger["findings"]):
        if finding["reading_of"]:
            strict.setdefault((finding["document"], finding["reading_of"]), []).append(finding)
    rests_on = {finding["id"]: finding["rests_on"] for finding in ledger["findings"]}
    numbers = {
        (finding["document"], finding["id"]): number
        for number, finding in enumerate(ledger["findings"])
    }
    return Neighbours(chips, rests_on, strict, Questions(repository, ledger["digest"]), numbers)


def in_order(findings: Iterable[ledger_entries.Finding]) -> list[ledger_entries.Finding]:
    """What the text states first, then what it implies, then strict readings; each as its author
    wrote them down.
    """
    return sorted(
        findings,
        key=lambda each: (
            [*Said].index(Said(each["said"])),
            each["source"]["path"],
            each["source"]["line"],
            each["id"],
        ),
    )


def folded(findings: Iterable[ledger_entries.Finding]) -> set[str]:
    """The ids of the strict readings that stand in the card of the natural one."""
    of = {finding["id"]: finding["reading_of"] for finding in findings}
    return {claim for claim, natural in of.items() if natural in of and not of[natural]}


def _titled(against: Counterexample | None, by_role: Mapping[str, Version]) -> str:
    """What a counterexample is called beside what else stands on the card."""
    if Role.UNDEFINED in by_role:
        return "Without a value"
    title = against.title if against else ""
    return f"{title} without the condition" if Role.CONDITIONED in by_role else title


def not_checkable_card(
    record: ledger_entries.NotCheckable, place: Place, questions: Questions
) -> NotCheckableCard:
    """The entry of a statement that cannot be decided."""
    location = f"{record['source']['path']}:{record['source']['line']}"
    question = questions.link(record["id"], NOT_CHECKABLE.word, place.passage, "")
    return NotCheckableCard(
        record["id"], place, headline(record["wording"]), runs(record["reason"]), location, question
    )


def card(finding: ledger_entries.Finding, place: Place, around: Neighbours) -> Card:
    """The card of a finding."""
    versions = tuple(version(record) for record in finding["versions"])
    by_role = {each.role: each for each in versions}
    stated = by_role.get(Role.STATED)
    weak = tuple(_weak_foundations(finding["id"], around))
    strength = _strength(finding, stated)
    wording = headline(finding["wording"])
    controls = tuple(control(record) for record in finding["controls"])
    kept = tuple(still_true(record) for record in finding["still_true"])
    shown = _curves(finding)
    against = stated.counterexample if stated and stated.truth in AGAINST else None
    return Card(
        id=finding["id"],
        place=place,
        wording=wording,
        verdict=BY_NAME[finding["verdict"]],
        strength=strength,
        qualified="not proved" if strength == Strength.SAMPLED.word else "",
        said=Said(finding["said"]),
        surprise=_surprise(finding),
        reason=reason(finding),
        fault=Fault(**finding["error"]) if finding["error"] else None,
        condition=by_role.get(Role.CONDITIONED),
        condition_title="True elsewhere" if Role.UNDEFINED in by_role else "Condition",
        is_sharp=finding["necessity"] == Necessity.SHARP,
        is_needed=finding["necessity"] == Necessity.NEEDED,
        correction=by_role.get(Role.CORRECTED),
        counterexample=against,
        counterexample_title=_titled(against, by_role),
        stated=stated,
        notes=tuple(note for note in _notes(finding, shown, around) if note.texts or note.claims),
        reading_of=_cited(finding["reading_of"], around) if finding["reading_of"] else None,
        strict_readings=tuple(_strict_readings(finding, place, around)),
        weak_foundations=weak[:NAMED],
        more_foundations=rest(len(weak), NAMED),
        weakness=_weakness(len(weak)),
        why=why(finding["why"]),
        versions=versions,
        deciders=tuple(
            sorted(
                {
                    each.method
                    for version in versions
                    for each in version.decisions
                    if " " not in each.method
                }
            )
        ),
        controls=controls,
        controls_summary=controls_summary(controls, kept),
        controls_failed=not all(each.turned for each in controls),
        still_true=kept,
        figure=drawing(finding["figure"]) if finding["figure"] else None,
        curves=shown,
        facts=tuple(Fact(**record) for record in finding["facts"]),
        code=code_runs(function_of(finding["source"]["code"])),
        location=f"{finding['source']['path']}:{finding['source']['line']}",
        repeat=finding["repeat"],
        question=around.questions.link(
            finding["id"], _judged(finding), place.passage, finding["repeat"]
        ),
        number=around.numbers[finding["document"], finding["id"]],
    )


def _notes(
    finding: ledger_entries.Finding, shown: Sequence[Curve], around: Neighbours
) -> Iterator[Note]:
    """What the author says of the claim in texts, each kind below its title."""
    said = {name: _note(name, texts, around) for name, texts in notes_by_name(finding).items()}
    yield Note("Only for", _each(filter(None, [finding["scope"]])))
    yield said.pop("assumes")
    yield Note("Free choices, fixed before the run", shown[0].choices if shown else ())
    yield from said.values()


def _note(name: str, texts: Sequence[str], around: Neighbours) -> Note:
    """What the author says by one of the fields for readers."""
    title = FIELDS[name].title
    if FIELDS[name].cites:
        return Note(title, claims=tuple(_cited(claim, around) for claim in texts))
    return Note(title, _each(texts))


def _each(texts: Iterable[str]) -> tuple[Runs, ...]:
    return tuple(map(runs, texts))


def _curves(finding: ledger_entries.Finding) -> tuple[Curve, ...]:
    """What experiments found as stated, and of a correction what they found of that."""
    return tuple(
        each
        for version in finding["versions"]
        if version["role"] in (Role.STATED, Role.CORRECTED)
        for each in curves(version)
    )


def _strict_readings(
    finding: ledger_entries.Finding, place: Place, around: Neighbours
) -> Iterator[Card]:
    """The cards of the strict readings of a natural one; a strict reading has none of its own."""
    if not finding["reading_of"]:
        for each in around.strict_readings.get((finding["document"], finding["id"]), ()):
            yield card(each, Place(each["at"], place.is_known, place.page), around)


def _strength(finding: ledger_entries.Finding, stated: Version | None) -> str:
    """How well the verdict is founded: of a refutation, as well as what refutes it,
    whatever is true instead.
    """
    if finding["verdict"] == Verdict.REFUTED and stated is not None and stated.strength:
        return stated.strength
    return finding["strength"] or ""


def _surprise(finding: ledger_entries.Finding) -> str:
    """What was expected instead, for a finding that is not as its author expected."""
    if finding["as_expected"]:
        return ""
    return (
        f"Not as expected. Found: {_judged(finding)}. The author expected: "
        f"{_judged(finding['expected'])}."
    )


def _judged(judgement: ledger_entries.Judgement | ledger_entries.Finding) -> str:
    word = BY_NAME[judgement["verdict"]].word
    return f"{word} ({judgement['strength']})" if judgement["strength"] else word


def _cited(claim: str, around: Neighbours) -> Citation:
    return Citation(claim, around.chips.get(claim))


def _weakness(number: int) -> str:
    """What a reader must know before looking into the fold."""
    return (
        f"rests on {counted(number, 'claim')} that "
        f"{'does' if number == 1 else 'do'} not simply hold"
        if number
        else ""
    )


def _weak_foundations(claim: str, around: Neighbours) -> Iterator[Chip]:
    """The claims below `claim`, near or far, whose verdict is another than holds."""
    seen = {claim}
    waiting = list(around.rests_on.get(claim, ()))
    while waiting:
        below = waiting.pop(0)
        if below in seen:
            continue
        seen.add(below)
        waiting.extend(around.rests_on.get(below, ()))
        if below in around.chips and around.chips[below].verdict is not HOLDS:
            yield around.chips[below]
