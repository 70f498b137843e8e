"""The text section by section: its passages with the verdicts on them, and the cards of their claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from probatum_reports.content.cards import Card, Neighbours, NotCheckableCard, Place, card, not_checkable_card
from probatum_reports.content.names import PageError
from probatum_reports.words.phrases import listed
from probatum_reports.words.prose import Runs, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum_reports.words.chips import Chip

UNPLACED = "page:unplaced"  # no section of a text can have this id
AnyCard = Card | NotCheckableCard
Records = dict[str, list[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the outline: its place in the section, what it is about, what it is, and the verdicts on it."""

    id: str
    number: str
    gist: Runs
    roles: str
    chips: tuple[Chip, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the text: its passages, and the cards of their claims in order."""

    id: str
    title: str
    passages: tuple[Passage, ...]
    cards: tuple[AnyCard, ...]


def by_passage(document: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]) -> Records:
    """The records of the claims by passage, in the order of the outline; those of passages that it does not have come last."""
    found: Records = {passage["id"]: [] for section in document["sections"] for passage in section["passages"]}
    for record in (*findings, *document["not_checkable"]):
        found.setdefault(record["at"], []).append(record)
    return found


def sections_of(document: Mapping[str, Any], records: Records, around: Neighbours, outline: str) -> Iterator[Section]:
    """The sections in order, and one of the claims that stand at no passage, where there are some; `outline` is the file of the outline."""
    known = {passage["id"] for section in document["sections"] for passage in section["passages"]}
    cards = {at: [_card(record, Place(at, at in known, outline), around) for record in of] for at, of in records.items()}
    for section in document["sections"]:
        ids = [passage["id"] for passage in section["passages"]]
        passages = tuple(_passage(passage, cards[passage["id"]], around) for passage in section["passages"])
        yield Section(section["id"], section["title"] or section["id"], passages, tuple(each for at in ids for each in cards[at]))
    if unplaced := tuple(each for at, found in cards.items() if at not in known for each in found):
        yield Section(UNPLACED, "Claims without a passage", (), unplaced)


def _card(finding: Mapping[str, Any], place: Place, around: Neighbours) -> AnyCard:
    try:
        return card(finding, place, around) if "verdict" in finding else not_checkable_card(finding, place, around)
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise PageError(f"finding {finding['id']!r}: got {error!r} reading it, wanted a record as the ledger's schema has it") from error


def _passage(passage: Mapping[str, Any], cards: Sequence[AnyCard], around: Neighbours) -> Passage:
    found = tuple(around.chips[each.id] for each in cards)
    roles = listed(passage["roles"])
    return Passage(passage["id"], passage["id"].rpartition(".")[2], runs(passage["gist"]), roles, found, _gap(passage, found))


def _gap(passage: Mapping[str, Any], found: Sequence[Chip]) -> str:
    """Why a passage is not accounted for; empty where it is."""
    if not passage["roles"]:
        return "not classified yet"
    return "" if found or "claim" not in passage["roles"] else "its claim is not checked yet"
