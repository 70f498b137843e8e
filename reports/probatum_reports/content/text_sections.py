"""The text section by section: its passages with the verdicts on them,
and the cards of their claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from probatum.vocabulary import PassageRole, Said
from probatum_reports.content.cards import (
    Card,
    Neighbours,
    NotCheckableCard,
    Place,
    card,
    folded,
    in_order,
    not_checkable_card,
)
from probatum_reports.content.names import PageError
from probatum_reports.words.phrases import listed
from probatum_reports.words.prose import Runs, runs
from probatum_reports.words.verdicts import NOT_CHECKABLE, SEVEREST, UNSETTLED, VerdictInWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum import ledger_entries
    from probatum_reports.words.chips import Chip

UNPLACED = "page:unplaced"  # no section of a text can have this id
Records = dict[str, list["ledger_entries.Finding"]]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the outline: its place in the section, what it is about, what it is,
    the chips of its claims, and what marks it.
    """

    id: str
    number: str
    gist: Runs
    roles: str
    chips: tuple[Chip, ...]
    mark: VerdictInWords | None
    marked: str
    gap: str

    @property
    def is_heading(self) -> bool:
        """Whether it may be a heading: it furnishes the text."""
        return PassageRole.FURNITURE in self.roles

    @property
    def href(self) -> str:
        """Where its claims are: the cards of the passage, or what cannot be checked;
        empty where there is neither.
        """
        if self.mark is None or not self.chips:
            return ""
        elsewhere = self.chips[0].page or self.mark is NOT_CHECKABLE
        return self.chips[0].href if elsewhere else f"#of:{self.id}"


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one passage; of claims without a known passage,
    only where they say that they stand.
    """

    at: str
    passage: Passage | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the text: its passages, and the cards of their claims passage by passage."""

    id: str
    title: str
    passages: tuple[Passage, ...]
    groups: tuple[Group, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in order, those of strict readings within the natural ones."""
        return tuple(card for group in self.groups for card in group.cards)

    @property
    def rows(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages one by one, but those that are not checked yet together where they follow
        each other.
        """
        return tuple(
            tuple(row) for _, row in groupby(self.passages, key=lambda each: each.gap or each.id)
        )


def by_passage(
    document: ledger_entries.Document, findings: Sequence[ledger_entries.Finding]
) -> Records:
    """The findings that have a card of their own by passage, in the order of the outline;
    those of unknown passages come last.
    """
    found: Records = {
        passage["id"]: [] for section in document["sections"] for passage in section["passages"]
    }
    within = folded(findings)
    for record in in_order(findings):
        if record["id"] not in within:
            found.setdefault(record["at"], []).append(record)
    return found


def sections_of(
    document: ledger_entries.Document, records: Records, around: Neighbours, outline: str
) -> Iterator[Section]:
    """The sections in order, and one of the claims that stand at no passage, where there are some;
    `outline` is the file of the outline.
    """
    known = {passage["id"] for section in document["sections"] for passage in section["passages"]}
    cards = {
        at: tuple(_card(record, Place(at, at in known, outline), around) for record in of)
        for at, of in records.items()
    }
    uncheckable = _ids_by_passage(document["not_checkable"])
    for section in document["sections"]:
        passages = tuple(
            _passage(each, cards[each["id"]], uncheckable.get(each["id"], ()), around)
            for each in section["passages"]
        )
        groups = tuple(Group(each.id, each, cards[each.id]) for each in passages if cards[each.id])
        yield Section(section["id"], section["title"] or section["id"], passages, groups)
    if unplaced := tuple(Group(at, None, of) for at, of in cards.items() if at not in known and of):
        yield Section(UNPLACED, "Claims without a passage", (), unplaced)


def unchecked(
    document: ledger_entries.Document, around: Neighbours
) -> tuple[NotCheckableCard, ...]:
    """What cannot be decided, in the order of the text."""
    order = [passage["id"] for section in document["sections"] for passage in section["passages"]]
    place = {at: number for number, at in enumerate(order)}
    found = sorted(
        document["not_checkable"],
        key=lambda each: (place.get(each["at"], len(place)), each["source"]["line"]),
    )
    return tuple(
        not_checkable_card(each, Place(each["at"], each["at"] in place), around.questions)
        for each in found
    )


def _ids_by_passage(records: Sequence[ledger_entries.NotCheckable]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record in records:
        found.setdefault(record["at"], []).append(record["id"])
    return found


def _card(finding: ledger_entries.Finding, place: Place, around: Neighbours) -> Card:
    try:
        return card(finding, place, around)
    except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise PageError(
            f"finding {finding['id']!r}: got {error!r} reading it, "
            "wanted a record as the ledger's schema has it"
        ) from error


def _passage(
    passage: ledger_entries.Passage,
    cards: Sequence[Card],
    uncheckable: Sequence[str],
    around: Neighbours,
) -> Passage:
    chips = tuple(around.chips[each] for each in (*(each.id for each in cards), *uncheckable))
    said = {
        each: [card.verdict for card in cards if card.said == each]
        for each in (Said.STATED, Said.IMPLIED)
    }
    return Passage(
        id=passage["id"],
        number=passage["id"].rpartition(".")[2],
        gist=runs(passage["gist"]),
        roles=listed(passage["roles"]),
        chips=chips,
        mark=_mark(said[Said.STATED], said[Said.IMPLIED], uncheckable),
        marked=_marked(said, uncheckable),
        gap=_gap(passage, chips),
    )


def _mark(
    stated: Sequence[VerdictInWords], implied: Sequence[VerdictInWords], uncheckable: Sequence[str]
) -> VerdictInWords | None:
    """The severest verdict on what a passage states, else on what it implies;
    one that is no good end marks it in any case.
    """
    found = [*(stated or implied), *(each for each in implied if each in UNSETTLED)]
    return max(found, key=SEVEREST.index, default=NOT_CHECKABLE if uncheckable else None)


def _marked(said: Mapping[Said, Sequence[VerdictInWords]], uncheckable: Sequence[str]) -> str:
    """The verdicts of a passage in words: stated: 1 holds; implied: 2 hold, 1 refuted."""
    told = [f"{name}: {_counted(verdicts)}" for name, verdicts in said.items() if verdicts]
    return "; ".join([*told, *[f"{len(uncheckable)} {NOT_CHECKABLE.word}"] * bool(uncheckable)])


def _counted(verdicts: Sequence[VerdictInWords]) -> str:
    numbers = Counter(verdicts)
    return ", ".join(
        f"{numbers[each]} {each.counted if numbers[each] > 1 else each.word}"
        for each in SEVEREST[::-1]
        if numbers[each]
    )


def _gap(passage: ledger_entries.Passage, found: Sequence[Chip]) -> str:
    """Why a passage is not accounted for; empty where it is."""
    if not passage["roles"]:
        return "not classified yet"
    return "" if found or PassageRole.CLAIM not in passage["roles"] else "not checked yet"
