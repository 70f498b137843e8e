"""A ledger in, the data of its pages out: every fact that a template shows is computed here or below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from probatum_reports.content.answer import paragraphs
from probatum_reports.content.cards import Neighbours, neighbours
from probatum_reports.content.facets import Facet, facets, passage_facets
from probatum_reports.content.own_copy import Known, OwnCopy, own_copy
from probatum_reports.content.parts import files
from probatum_reports.content.sections import UNPLACED, AnyCard, Section, by_passage, sections_of
from probatum_reports.drawing.graph import Graph, graph
from probatum_reports.drawing.live import Live, live
from probatum_reports.words.addresses import web_address
from probatum_reports.words.chips import Chip, chips
from probatum_reports.words.phrases import counted, listed, rest
from probatum_reports.words.prose import Runs
from probatum_reports.words.verdicts import HOLDS, NOT_CHECKABLE, SETTLED, UNSETTLED, VERDICTS, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BAR = 1_000  # units that the bar is wide
GAP = 4  # units between its segments
SEVEREST = (NOT_CHECKABLE, *SETTLED, *UNSETTLED)  # the last of a passage's verdicts colours it
NAMED = 30  # claims that a notice names
EXCEPTIONS = 300  # claims that a summary lists: a CI takes no longer one


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims have a verdict, and where its segment of the bar lies."""

    verdict: Verdict
    number: int
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the claims of a long document: its file, which claims it holds (in short and in words), and what helps to find them."""

    file: str
    short: str
    words: str
    sections: tuple[Section, ...]
    facets: tuple[Facet, ...]
    graph: Graph | None

    @property
    def claims(self) -> int:
        """How many cards there are."""
        return sum(len(section.cards) for section in self.sections)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the text is accounted for."""

    accounted: int
    passages: int

    @property
    def is_complete(self) -> bool:
        return self.accounted == self.passages


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reader must know first, the claims that it is about, and how many more of them there are."""

    text: str
    chips: tuple[Chip, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the page was made from."""

    digest: str
    commit: str
    committed: str
    dirty: bool
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of one document shows; `parts` are the pages that its cards stand on, where there are too many for its own.

    Then the facets are those of its passages.
    """

    id: str
    file: str
    title: str
    url: str
    licence: str
    revision: str
    answer: tuple[Runs, ...]
    counts: tuple[Count, ...]
    counts_in_words: str
    strict_readings: str
    coverage: Coverage
    notices: tuple[Notice, ...]
    own_copy: OwnCopy | None
    live: Live | None
    graph: Graph | None
    facets: tuple[Facet, ...]
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    unplaced: tuple[Chip, ...]
    provenance: Provenance

    @property
    def claims(self) -> int:
        """How many cards there are."""
        return sum(len(section.cards) for section in self.sections)

    @property
    def exceptions(self) -> tuple[AnyCard, ...]:
        """The cards of the first claims that do not simply hold."""
        return self._exceptions()[:EXCEPTIONS]

    @property
    def more_exceptions(self) -> str:
        """How many more claims do not simply hold."""
        return rest(len(self._exceptions()), EXCEPTIONS)

    def _exceptions(self) -> tuple[AnyCard, ...]:
        return tuple(card for section in self.sections for card in section.cards if card.verdict is not HOLDS)


def pages(ledger: Mapping[str, Any], page_of: Mapping[str, str], source: str = "", repository: str = "") -> tuple[Page, ...]:
    """One page a document; `page_of` names the file of each, `source` is the reader's own copy of the text, questions go to `repository`.

    Raises CopyError when the copy is too long to be searched.
    """
    return tuple(_page(ledger, document, page_of, source, repository) for document in ledger["documents"])


def _page(ledger: Mapping[str, Any], document: Mapping[str, Any], page_of: Mapping[str, str], source: str, repository: str) -> Page:
    findings = [finding for finding in ledger["findings"] if finding["document"] == document["id"]]
    file = page_of[document["id"]]
    records = by_passage(document, findings)
    part_of = files([record["id"] for of in records.values() for record in of], file)
    around = neighbours(ledger, chips(ledger, document["id"], page_of, part_of), repository)
    sections = tuple(sections_of(document, records, around, file if part_of else ""))
    rests_on = {finding["id"]: finding["rests_on"] for finding in findings}
    counts = tuple(_counts(findings, document["not_checkable"]))
    url = web_address(document["url"])
    return Page(
        id=document["id"],
        file=file,
        title=document["title"],
        url=url,
        licence=document["licence"],
        revision=document["revision"],
        answer=paragraphs(document["answer"], around.chips),
        counts=counts,
        counts_in_words=listed([f"{count.number:,} {count.verdict.counted}" for count in counts]),
        strict_readings=_strict_readings(findings),
        coverage=_coverage(sections),
        notices=tuple(_notices(ledger["run"], findings, around)),
        own_copy=own_copy(source, tuple(_known(document, sections, findings)), url) if source else None,
        live=live(findings, around.chips),
        graph=None if part_of else graph(rests_on, around.chips),
        facets=passage_facets(sections) if part_of else facets(sections),
        sections=sections,
        parts=tuple(_parts(part_of, sections, rests_on, around)),
        unplaced=tuple(around.chips[card.id] for section in sections if section.id == UNPLACED for card in section.cards),
        provenance=_provenance(ledger),
    )


def _parts(
    part_of: Mapping[str, str], sections: Sequence[Section], rests_on: Mapping[str, Sequence[str]], around: Neighbours
) -> Iterator[Part]:
    first = 1
    for file, number in Counter(part_of.values()).items():
        kept = tuple(_within(file, part_of, sections))
        own = {card.id: rests_on.get(card.id, ()) for section in kept for card in section.cards}
        last = first + number - 1
        short, words = f"{first:,}–{last:,}", f"Claims {first:,} to {last:,} of {len(part_of):,}"
        yield Part(file, short, words, kept, facets(kept), graph(own, around.chips))
        first += number


def _within(file: str, part_of: Mapping[str, str], sections: Sequence[Section]) -> Iterator[Section]:
    """The sections with those of their cards that stand on one page."""
    for section in sections:
        if cards := tuple(card for card in section.cards if part_of[card.id] == file):
            yield replace(section, passages=(), cards=cards)


def _known(document: Mapping[str, Any], sections: Sequence[Section], findings: Sequence[Mapping[str, Any]]) -> Iterator[Known]:
    """The passages as a reader's copy is searched for them."""
    strict = {finding["id"] for finding in findings if finding["reading"] == "strict"}
    found = {passage.id: passage.chips for section in sections for passage in section.passages}
    for section in document["sections"]:
        for passage in section["passages"]:
            chips = found[passage["id"]]
            natural = [chip.verdict for chip in chips if chip.claim not in strict]
            yield Known(passage["id"], passage["sha256"], chips, max(natural, key=SEVEREST.index, default=None))


def _coverage(sections: Sequence[Section]) -> Coverage:
    gaps = [bool(passage.gap) for section in sections for passage in section.passages]
    return Coverage(gaps.count(False), len(gaps))


def _counts(findings: Sequence[Mapping[str, Any]], not_checkable: Sequence[object]) -> Iterator[Count]:
    """The verdicts of the natural readings; the three good ends always, the others where there are any."""
    numbers = Counter(finding["verdict"] for finding in findings if finding["reading"] == "natural")
    numbers[NOT_CHECKABLE.name] = len(not_checkable)
    shown = [verdict for verdict in VERDICTS if numbers[verdict.name] or verdict in SETTLED]
    before, total = 0, max(1, numbers.total())
    for verdict in shown:
        after = before + numbers[verdict.name]
        start, end = BAR * before // total, BAR * after // total
        yield Count(verdict, numbers[verdict.name], start, max(0, end - start - (GAP if after < total else 0)))
        before = after


def _strict_readings(findings: Sequence[Mapping[str, Any]]) -> str:
    number = sum(finding["reading"] == "strict" for finding in findings)
    return f"{counted(number, 'strict reading')} decided besides, shown with the claims and not counted here." if number else ""


def _notices(run: Mapping[str, Any], findings: Sequence[Mapping[str, Any]], around: Neighbours) -> Iterator[Notice]:
    if run["selected"] != run["total"]:
        of = "an unknown number of" if run["total"] is None else f"{run['total']:,}"
        yield Notice(f"Partial run: {run['selected']:,} of {of} claims were selected. What is missing here was not decided.")
    if run.get("reused"):
        yield Notice(f"{counted(run['reused'], 'finding')} of this run came from earlier runs of the same code.")
    if not run["complete"]:
        yield Notice("The run did not finish. Claims may be missing.")
    surprises = [finding for finding in findings if not finding["as_expected"]]
    if surprises:
        text = f"{counted(len(surprises), 'claim')} of {len(findings):,} did not come out as the author expected:"
        chips = tuple(around.chips[finding["id"]] for finding in surprises[:NAMED])
        yield Notice(text, chips, rest(len(surprises), len(chips)))


def _provenance(ledger: Mapping[str, Any]) -> Provenance:
    run, commit = ledger["run"], ledger["run"]["commit"] or {"sha": "", "date": "", "dirty": False}
    return Provenance(ledger["digest"], commit["sha"], commit["date"], commit["dirty"], tuple(sorted(run["versions"].items())))
