"""A ledger in, the data of its pages out: every fact that a template shows is computed here or
below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from probatum.vocabulary import Said
from probatum_reports.content.answer import Answer, answer
from probatum_reports.content.cards import Card, Neighbours, NotCheckableCard, folded, neighbours
from probatum_reports.content.edition import Edition
from probatum_reports.content.facets import Facet, facets, passage_facets
from probatum_reports.content.home import FRONT, Home
from probatum_reports.content.own_copy import OwnCopy, own_copy
from probatum_reports.content.pagination import files
from probatum_reports.content.tally import Tally, tally
from probatum_reports.content.text_sections import (
    UNPLACED,
    Group,
    Section,
    by_passage,
    sections_of,
    unchecked,
)
from probatum_reports.drawing.graph import Graph, graph
from probatum_reports.drawing.live import Live, live
from probatum_reports.words.addresses import web_address
from probatum_reports.words.chips import Chip, chips
from probatum_reports.words.licences import licence_address
from probatum_reports.words.phrases import counted, rest
from probatum_reports.words.prose import spoken
from probatum_reports.words.verdicts import FLAWED, HOLDS, UNSETTLED, VerdictInWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum import ledger_entries
    from probatum_reports.content.copies import Copies

TO_BE_FILLED = (
    "to be filled in"  # how a drafted outline begins a title that its author has not written yet
)
INDEX = "report.html"  # where the documents are listed, if there are several
DESCRIBED = 300  # characters of a description
NAMED = 30  # claims that a notice names
EXCEPTIONS = 300  # claims that a summary lists: a CI takes no longer one
FIRST = 4  # flaws that are not folded, beside all that is false


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the claims of a long document: its file, which claims it holds (in short and in
    words), and what helps to find them.
    """

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
    """Something that a reader must know first, the claims that it is about,
    and how many more of them there are.
    """

    text: str
    chips: tuple[Chip, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that the text states and that does not simply hold: its chip, and its card."""

    chip: Chip
    card: Card


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
    """All that the page of one document shows; `parts` are the pages that its cards stand on,
    where there are too many for its own.

    Then the facets are those of its passages.
    """

    id: str
    file: str
    title: str
    url: str
    licence: str
    revision: str
    index: str
    answer: Answer
    tally: Tally
    flaws: tuple[Flaw, ...]
    unsettled: tuple[Flaw, ...]
    coverage: Coverage
    notices: tuple[Notice, ...]
    own_copy: OwnCopy | None
    licence_address: str
    home: Home
    live: Live | None
    graph: Graph | None
    facets: tuple[Facet, ...]
    sections: tuple[Section, ...]
    unchecked: tuple[NotCheckableCard, ...]
    parts: tuple[Part, ...]
    unplaced: tuple[Chip, ...]
    provenance: Provenance

    @property
    def claims(self) -> int:
        """How many cards there are."""
        return sum(len(section.cards) for section in self.sections)

    @property
    def first_flaws(self) -> tuple[Flaw, ...]:
        """What nobody may miss: all that is false, and some of what needs a condition."""
        false = sum(flaw.card.verdict is FLAWED[0] for flaw in self.flaws)
        return self.flaws[: max(false, FIRST)]

    @property
    def more_flaws(self) -> tuple[Flaw, ...]:
        """The other flaws."""
        return self.flaws[len(self.first_flaws) :]

    @property
    def front(self) -> str:
        """The name under which the page is published: the front page of its site is one file with
        two names.
        """
        return FRONT if self.file == INDEX else self.file

    @property
    def picture(self) -> str:
        """The name of the picture that is shown where the published page is shared."""
        return f"{self.file.removesuffix('.html').replace('report', 'picture', 1)}.png"

    @property
    def reviews(self) -> str:
        """The name of the file of all natural readings as structured data."""
        return f"{self.file.removesuffix('.html').replace('report', 'claims', 1)}.jsonld"

    @property
    def description(self) -> str:
        """What was found in a sentence or two: the answer, else the counts."""
        words = spoken(self.answer.lead[0]) if self.answer.lead else self.tally.words
        return (
            words
            if len(words) <= DESCRIBED
            else f"{words[:DESCRIBED].rpartition(' ')[0].rstrip(',;:.')} …"
        )

    @property
    def exceptions(self) -> tuple[Card, ...]:
        """The cards of the first claims that do not simply hold."""
        return self._exceptions()[:EXCEPTIONS]

    @property
    def more_exceptions(self) -> str:
        """How many more claims do not simply hold."""
        return rest(len(self._exceptions()), EXCEPTIONS)

    def _exceptions(self) -> tuple[Card, ...]:
        cards = (
            each
            for section in self.sections
            for card in section.cards
            for each in (card, *card.strict_readings)
        )
        return tuple(card for card in cards if card.verdict is not HOLDS)


def pages(edition: Edition, page_of: Mapping[str, str]) -> tuple[Page, ...]:
    """One page a document; `page_of` names the file of each."""
    return tuple(_page(edition, document, page_of) for document in edition.ledger["documents"])


def _page(edition: Edition, document: ledger_entries.Document, page_of: Mapping[str, str]) -> Page:
    ledger, home = edition.ledger, edition.home
    findings = [finding for finding in ledger["findings"] if finding["document"] == document["id"]]
    file = page_of[document["id"]]
    records = by_passage(document, findings)
    part_of = files([record["id"] for of in records.values() for record in of], file)
    within = folded(findings)
    for finding in findings:
        natural = finding["reading_of"]
        if part_of and natural is not None and finding["id"] in within:
            part_of[finding["id"]] = part_of[natural]
    around = neighbours(ledger, chips(ledger, document["id"], page_of, part_of), home.repository)
    sections = tuple(sections_of(document, records, around, file if part_of else ""))
    rests_on = {finding["id"]: finding["rests_on"] for finding in findings}
    url = web_address(document["url"])
    return Page(
        id=document["id"],
        file=file,
        title=document["title"],
        url=url,
        licence=document["licence"],
        revision=document["revision"],
        index="" if len(page_of) == 1 else INDEX,
        answer=answer(document["answer"], around.chips),
        tally=tally(findings, document["not_checkable"]),
        flaws=tuple(_flaws(sections, around, FLAWED)),
        unsettled=tuple(_flaws(sections, around, UNSETTLED[::-1])),
        coverage=_coverage(sections),
        notices=(*_notices(ledger["run"], findings, around), *_unwritten(document)),
        own_copy=_own_copy(edition.copies, document["id"], sections, url),
        licence_address=licence_address(document["licence"]),
        home=home,
        live=live(findings, around.chips),
        graph=None if part_of else graph(rests_on, around.chips),
        facets=passage_facets(sections) if part_of else facets(sections),
        sections=sections,
        unchecked=unchecked(document, around),
        parts=tuple(_parts(part_of, sections, rests_on, around)),
        unplaced=tuple(
            around.chips[card.id]
            for section in sections
            if section.id == UNPLACED
            for card in section.cards
        ),
        provenance=_provenance(ledger),
    )


def _parts(
    part_of: Mapping[str, str],
    sections: Sequence[Section],
    rests_on: Mapping[str, Sequence[str]],
    around: Neighbours,
) -> Iterator[Part]:
    first, whole = 1, sum(len(section.cards) for section in sections)
    for file, kept in _by_file(part_of, sections).items():
        own = {card.id: rests_on.get(card.id, ()) for section in kept for card in section.cards}
        number = sum(len(section.cards) for section in kept)
        last = first + number - 1
        short, words = f"{first:,}–{last:,}", f"Claims {first:,} to {last:,} of {whole:,}"
        yield Part(file, short, words, tuple(kept), facets(kept), graph(own, around.chips))
        first += number


def _by_file(part_of: Mapping[str, str], sections: Sequence[Section]) -> dict[str, list[Section]]:
    """The sections with those of their cards that stand on one page, for each page in turn."""
    found: dict[str, list[Section]] = {file: [] for file in part_of.values()}
    for section in sections if found else ():
        groups: dict[str, list[Group]] = {}
        for group in section.groups:
            cards: dict[str, list[Card]] = {}
            for card in group.cards:
                cards.setdefault(part_of[card.id], []).append(card)
            for file, kept in cards.items():
                groups.setdefault(file, []).append(replace(group, cards=tuple(kept)))
        for file, within in groups.items():
            found[file].append(replace(section, passages=(), groups=tuple(within)))
    return found


def _own_copy(
    copies: Copies, document: str, sections: Sequence[Section], url: str
) -> OwnCopy | None:
    if document not in copies:
        return None
    return own_copy(
        copies[document], [passage for section in sections for passage in section.passages], url
    )


def _flaws(
    sections: Sequence[Section], around: Neighbours, verdicts: Sequence[VerdictInWords]
) -> Iterator[Flaw]:
    """What the text states and what has one of the verdicts, in their order, then in the text's."""
    stated = [
        card
        for section in sections
        for card in section.cards
        if card.said is Said.STATED and card.verdict in verdicts
    ]
    for card in sorted(stated, key=lambda card: verdicts.index(card.verdict))[:NAMED]:
        yield Flaw(around.chips[card.id], card)


def _coverage(sections: Sequence[Section]) -> Coverage:
    gaps = [bool(passage.gap) for section in sections for passage in section.passages]
    return Coverage(gaps.count(False), len(gaps))


def _unwritten(document: ledger_entries.Document) -> Iterator[Notice]:
    """What the author of an outline has left to write."""
    titles = [document["title"], *(section["title"] for section in document["sections"])]
    if left := sum(title.casefold().startswith(TO_BE_FILLED) for title in titles):
        yield Notice(
            f"{counted(left, 'title')} in the outline {'is' if left == 1 else 'are'} still to be "
            "filled in."
        )
    gists = [passage["gist"] for section in document["sections"] for passage in section["passages"]]
    if bare := sum(not gist.strip() for gist in gists):
        yield Notice(
            f"{counted(bare, 'passage')} of {len(gists):,} {'has' if bare == 1 else 'have'} no "
            "gist in the outline."
        )


def _notices(
    run: ledger_entries.Run, findings: Sequence[ledger_entries.Finding], around: Neighbours
) -> Iterator[Notice]:
    if run["selected"] != run["total"]:
        of = "an unknown number of" if run["total"] is None else f"{run['total']:,}"
        yield Notice(
            f"Partial run: {run['selected']:,} of {of} claims were selected. "
            "What is missing here was not decided."
        )
    if run.get("reused"):
        yield Notice(
            f"{counted(run['reused'], 'finding')} of this run came from earlier runs of the "
            "same code."
        )
    if not run["complete"]:
        yield Notice("The run did not finish. Claims may be missing.")
    surprises = [finding for finding in findings if not finding["as_expected"]]
    if surprises:
        text = (
            f"{counted(len(surprises), 'claim')} of {len(findings):,} did not come out as the "
            "author expected:"
        )
        chips = tuple(around.chips[finding["id"]] for finding in surprises[:NAMED])
        yield Notice(text, chips, rest(len(surprises), len(chips)))


def _provenance(ledger: ledger_entries.Ledger) -> Provenance:
    run, commit = ledger["run"], ledger["run"]["commit"] or {"sha": "", "date": "", "dirty": False}
    return Provenance(
        ledger["digest"],
        commit["sha"],
        commit["date"],
        commit["dirty"],
        tuple(sorted(run["versions"].items())),
    )
