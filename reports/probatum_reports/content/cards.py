"""One finding in, one card out: all that the page says about a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from probatum_reports.content.decisions import (
    Control,
    Counterexample,
    StillTrue,
    Version,
    Why,
    control,
    controls_summary,
    still_true,
    version,
    why,
)
from probatum_reports.content.questions import Questions
from probatum_reports.drawing.figures import Drawing, drawing
from probatum_reports.words.highlighting import CodeRun, code_runs, function_of
from probatum_reports.words.phrases import counted, rest
from probatum_reports.words.prose import Citation, Headline, Runs, headline, runs
from probatum_reports.words.verdicts import BY_NAME, HOLDS, NOT_CHECKABLE, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from probatum_reports.words.chips import Chip, Chips

NAMED = 12  # foundations that a card names


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
    """Where the text says it: the passage, whether the outline has it, and on which page that stands (empty: on the card's own)."""

    passage: str
    is_known: bool
    page: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One decided claim."""

    id: str
    place: Place
    wording: Headline
    verdict: Verdict
    strength: str
    says: str
    surprise: str
    reason: Runs
    fault: Fault | None
    condition: Version | None
    sharp: str
    correction: Version | None
    counterexample: Counterexample | None
    stated: Version | None
    scope: Runs
    assumes: tuple[Runs, ...]
    not_shown: tuple[Runs, ...]
    reading_of: Citation | None
    strict_readings: tuple[Chip, ...]
    rests_on: tuple[Citation, ...]
    weak_foundations: tuple[Chip, ...]
    more_foundations: str
    why: Why | None
    versions: tuple[Version, ...]
    deciders: tuple[str, ...]
    decided_summary: str
    controls: tuple[Control, ...]
    controls_summary: str
    controls_failed: bool
    still_true: tuple[StillTrue, ...]
    figure: Drawing | None
    facts: tuple[Fact, ...]
    code: tuple[CodeRun, ...]
    location: str
    repeat: str
    question: str
    kind: ClassVar[str] = "decided"


@dataclass(frozen=True, slots=True)
class NotCheckableCard:
    """A statement that nothing can decide, and why."""

    id: str
    place: Place
    wording: Headline
    reason: Runs
    location: str
    question: str
    verdict: ClassVar[Verdict] = NOT_CHECKABLE
    kind: ClassVar[str] = "not-checkable"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a card needs of what is around it: the chips of all claims, what each rests on, its strict readings, where questions go."""

    chips: Chips
    rests_on: Mapping[str, Sequence[str]]
    strict_readings: Mapping[str, Sequence[str]]
    questions: Questions


def neighbours(ledger: Mapping[str, Any], chips: Chips, repository: str) -> Neighbours:
    """The relations between the claims of a ledger."""
    strict: dict[str, list[str]] = {}
    for finding in ledger["findings"]:
        if finding["reading_of"]:
            strict.setdefault(finding["reading_of"], []).append(finding["id"])
    rests_on = {finding["id"]: finding["rests_on"] for finding in ledger["findings"]}
    return Neighbours(chips, rests_on, strict, Questions(repository, ledger["digest"]))


def not_checkable_card(record: Mapping[str, Any], place: Place, around: Neighbours) -> NotCheckableCard:
    """The card of a statement that cannot be decided."""
    location = f"{record['source']['path']}:{record['source']['line']}"
    question = around.questions.link(record["id"], NOT_CHECKABLE.word, place.passage, "")
    return NotCheckableCard(record["id"], place, headline(record["wording"]), runs(record["reason"]), location, question)


def card(finding: Mapping[str, Any], place: Place, around: Neighbours) -> Card:
    """The card of a finding."""
    versions = tuple(version(record) for record in finding["versions"])
    by_role = {each.role: each for each in versions}
    stated = by_role.get("stated")
    weak = tuple(_weak_foundations(finding["id"], around))
    controls = tuple(control(record) for record in finding["controls"])
    kept = tuple(still_true(record) for record in finding["still_true"])
    return Card(
        id=finding["id"],
        place=place,
        wording=headline(finding["wording"]),
        verdict=BY_NAME[finding["verdict"]],
        strength=finding["strength"] or "",
        says=_says(finding),
        surprise=_surprise(finding),
        reason=runs(finding["reason"]),
        fault=Fault(**finding["error"]) if finding["error"] else None,
        condition=by_role.get("conditioned"),
        sharp=_sharp(by_role),
        correction=by_role.get("corrected"),
        counterexample=stated.counterexample if stated and stated.truth == "false" else None,
        stated=stated,
        scope=runs(finding["scope"] or ""),
        assumes=tuple(runs(text) for text in finding["assumes"]),
        not_shown=tuple(runs(text) for text in finding["not_shown"]),
        reading_of=_cited(finding["reading_of"], around) if finding["reading_of"] else None,
        strict_readings=tuple(around.chips[claim] for claim in around.strict_readings.get(finding["id"], ())),
        rests_on=tuple(_cited(claim, around) for claim in finding["rests_on"]),
        weak_foundations=weak[:NAMED],
        more_foundations=rest(len(weak), NAMED),
        why=why(finding["why"]),
        versions=versions,
        deciders=tuple(sorted({each.decider for version in versions for each in version.decisions})),
        decided_summary=_decided_summary(versions),
        controls=controls,
        controls_summary=controls_summary(controls, kept),
        controls_failed=not all(each.turned for each in controls),
        still_true=kept,
        figure=drawing(finding["figure"]) if finding["figure"] else None,
        facts=tuple(Fact(**record) for record in finding["facts"]),
        code=code_runs(function_of(finding["source"]["code"])),
        location=f"{finding['source']['path']}:{finding['source']['line']}",
        repeat=finding["repeat"],
        question=around.questions.link(finding["id"], _judged(finding), place.passage, finding["repeat"]),
    )


def _says(finding: Mapping[str, Any]) -> str:
    says = "The text implies this" if finding["implied"] else "The text states this"
    return f"{says}, read strictly" if finding["reading"] == "strict" else says


def _surprise(finding: Mapping[str, Any]) -> str:
    """What was expected instead, for a finding that is not as its author expected."""
    if finding["as_expected"]:
        return ""
    return f"Not as expected: found {_judged(finding)}, its author expected {_judged(finding['expected'])}."


def _judged(judgement: Mapping[str, Any]) -> str:
    word = BY_NAME[judgement["verdict"]].word
    return f"{word} ({judgement['strength']})" if judgement["strength"] else word


def _sharp(by_role: Mapping[str, Version]) -> str:
    if "outside" in by_role and by_role["outside"].truth == "true":
        return "Sharp: wherever the condition fails, so does the claim."
    if "weaker" in by_role and by_role["weaker"].truth == "false":
        return "Not idle: under the weaker condition that was tried, the claim fails."
    return ""


def _decided_summary(versions: Sequence[Version]) -> str:
    decisions = sum(len(each.decisions) for each in versions)
    return f"{counted(decisions, 'decision')} on {counted(len(versions), 'version')} of the claim"


def _cited(claim: str, around: Neighbours) -> Citation:
    return Citation(claim, around.chips.get(claim))


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
