"""A text's revision: which passages of its outline are new, moved, edited or gone,
and the record with their ids kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from probatum.authoring.drafting import section_id
from probatum.authoring.matching import matched, nearest
from probatum.authoring.outline import Document
from probatum.authoring.passages import Gone, Kept, Record, adopted, after, before, displaced
from probatum.authoring.text import Part, Words
from probatum.errors import OutlineError


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a passage."""

    kind: str  # new, moved, edited or gone
    passage: str
    says: str

    @property
    def line(self) -> str:
        """One line of plain text."""
        return f"{self.kind:<6}  {self.passage}: {self.says}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the revised text: its id, its words, and the section that it stands in (its id
    and title).
    """

    id: str
    words: Words
    section: str
    title: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The revised text with its record; the changes that nobody has reviewed."""

    passages: tuple[Passage, ...]
    record: Record
    changes: tuple[Change, ...]


def revise(
    parts: Sequence[Part], document: Document, record: Record | None, reviewed: Sequence[str] = ()
) -> Revision:
    """Give the passages of a text the ids that their words had in the record,
    or in an outline that has none yet.

    reviewed: the passages whose claims somebody has held against the text as it is now;
    raises OutlineError for any other.
    """
    earlier = record or adopted(document)
    spelt = _digests(earlier)
    texts = [_as_spelt(words, spelt) for part in parts for words in part.passages]
    known = (*earlier.passages, *(Kept(gone.id, gone.sha256, gone.sketch) for gone in earlier.gone))
    old = {place: known[was] for place, was in matched(known, texts).items()}
    sections = _sections(parts, [old.get(place) for place in range(len(texts))], document)
    ids = _ids(texts, old, sections, {*earlier.ids, *(passage.id for passage in document.passages)})
    now = _record(
        earlier, [_kept(old.get(place), ids[place], words) for place, words in enumerate(texts)]
    )
    now = _reviewed(now, reviewed)
    passages = (
        tuple(Passage(*each) for each in zip(ids, texts, *zip(*sections, strict=True), strict=True))
        if texts
        else ()
    )
    return Revision(passages, now, tuple(_changes(now, record, ids, texts)))


def _digests(record: Record) -> frozenset[str]:
    """Of the words that passages have, had, or their claims were written for."""
    now = (digest for entry in record.passages for digest in (entry.sha256, entry.written_for))
    return frozenset((*now, *(gone.sha256 for gone in record.gone)))


def _as_spelt(words: Words, known: Set[str]) -> Words:
    """The words as the record knows them, where they differ in quotation marks alone."""
    first = next((digest for digest in (words.sha256, *words.others) if digest in known), None)
    return words if first is None else replace(words, sha256=first)


def _kept(old: Kept | None, name: str, words: Words) -> Kept:
    """A passage with the words that it has now, and the digest of others that its claims were
    written for.
    """
    if old is None:
        return Kept(name, words.sha256, words.sketch)
    written_for = old.written_for or old.sha256
    same = old.sketch if old.sha256 == words.sha256 else ""
    return replace(
        old,
        sha256=words.sha256,
        sketch=same or words.sketch,
        written_for="" if written_for == words.sha256 else written_for,
    )


def _record(earlier: Record, passages: Sequence[Kept]) -> Record:
    """The record of the revised text: what moved remembers where it stood,
    what is gone what is nearest to it now.
    """
    order, names = [entry.id for entry in earlier.passages], [entry.id for entry in passages]
    moved = displaced(order, names)
    stood = {name: before(name, order) for name in moved} | _came_back(earlier, names)
    kept = tuple(
        replace(entry, stood_after=stood[entry.id])
        if entry.id in stood and entry.stood_after is None
        else entry
        for entry in passages
    )
    left = [
        _gone(entry, before(entry.id, order)) for entry in earlier.passages if entry.id not in names
    ]
    gone = (*(entry for entry in earlier.gone if entry.id not in names), *left)
    if all(entry.stood_after in (None, before(entry.id, names)) for entry in kept):
        kept = tuple(replace(entry, stood_after=None) for entry in kept)  # all came back
    return Record(
        kept,
        tuple(replace(entry, nearest=_nearest(entry, kept)) for entry in gone),
        earlier.retired,
    )


def _gone(entry: Kept, stood_after: str) -> Gone:
    """A passage that is gone, known by the words that its claims were written for."""
    place = stood_after if entry.stood_after is None else entry.stood_after
    return Gone(entry.id, entry.written_for or entry.sha256, entry.sketch, place)


def _came_back(earlier: Record, names: Sequence[str]) -> dict[str, str]:
    """Passages that were gone and stand elsewhere now."""
    gone = {entry.id: entry.stood_after for entry in earlier.gone}
    return {
        name: gone[name] for name in names if name in gone and before(name, names) != gone[name]
    }


def _nearest(gone: Gone, passages: Sequence[Kept]) -> str:
    place = nearest(gone, passages)
    if place is not None:
        return passages[place].id
    return next(
        (entry.id for entry in passages if entry.id == gone.stood_after),
        passages[0].id if passages else "",
    )


def _reviewed(record: Record, names: Sequence[str]) -> Record:
    waiting = [
        *(entry.id for entry in record.passages if not entry.is_reviewed),
        *(entry.id for entry in record.gone),
    ]
    if unknown := [name for name in names if name not in waiting]:
        raise OutlineError(
            f"--reviewed: got {unknown[0]!r}, wanted a passage that waits for it: "
            f"{', '.join(waiting) or 'there is none'}"
        )
    passages = tuple(
        replace(entry, written_for="", stood_after=None) if entry.id in names else entry
        for entry in record.passages
    )
    gone = tuple(entry for entry in record.gone if entry.id not in names)
    return Record(
        passages, gone, (*record.retired, *(entry.id for entry in record.gone if entry.id in names))
    )


def _changes(
    record: Record, earlier: Record | None, ids: Sequence[str], texts: Sequence[Words]
) -> Iterator[Change]:
    """What is new since the earlier record, and all that waits for a review."""
    lines = {
        name: f"line {words.line}" if words.line else "in the outline"
        for name, words in zip(ids, texts, strict=True)
    }
    names = earlier.ids if earlier else frozenset(ids)
    for name in ids:
        if name not in names:
            yield Change("new", name, f"{lines[name]}, {after(before(name, ids))}")
    for entry in record.passages:
        if entry.stood_after is not None:
            places = (
                f"it stood {after(entry.stood_after)} and stands {after(before(entry.id, ids))}"
            )
            yield Change("moved", entry.id, f"{lines[entry.id]}, {places}")
    for entry in record.passages:
        if entry.written_for:
            yield Change("edited", entry.id, lines[entry.id])
    for gone in record.gone:
        yield Change(
            "gone",
            gone.id,
            f"nearest to it is {gone.nearest}" if gone.nearest else "nothing is near to it",
        )


def _ids(
    texts: Sequence[Words],
    old: Mapping[int, Kept],
    sections: Sequence[tuple[str, str]],
    taken: set[str],
) -> list[str]:
    """The ids of all passages: a known one keeps its own, a new one is named after what stands
    before it.
    """
    ids: list[str] = []
    fresh = {section for section, _ in sections} - {name.rpartition(".")[0] for name in taken}
    for place in range(len(texts)):
        section = sections[place][0]
        first = not ids or sections[place - 1][0] != section
        named_after = f"{section}.0" if first else ids[-1]
        name = (
            old[place].id
            if place in old
            else _fresh(section if section in fresh else "", named_after, taken)
        )
        taken.add(name)
        ids.append(name)
    return ids


def _fresh(new_section: str, named_after: str, taken: set[str]) -> str:
    """An id that no words ever had: in a new section the next number,
    else that of the passage before with one more.
    """
    stem = f"{new_section}." if new_section else re.sub(r"-\d+\Z", "", named_after) + "-"
    return next(
        name for number in range(1, len(taken) + 2) if (name := f"{stem}{number}") not in taken
    )


def _sections(
    parts: Sequence[Part], old: Sequence[Kept | None], document: Document
) -> list[tuple[str, str]]:
    """The section of each passage, as id and title: of a text without headings as the outline has
    them, else by heading.
    """
    section_of = {
        passage.id: section.id for section in document.sections for passage in section.passages
    }
    homes = [section_of.get(entry.id, "") if entry else "" for entry in old]
    titles = {section.id: section.title for section in document.sections}
    if not any(part.title for part in parts):
        stay = [entry.id for entry in old if entry]
        moved = displaced([passage.id for passage in document.passages], stay)
        return _by_predecessor(
            [
                "" if entry is None or entry.id in moved else home
                for entry, home in zip(old, homes, strict=True)
            ],
            titles,
        )
    found: list[tuple[str, str]] = []
    for part in parts:
        own = homes[len(found) : len(found) + len(part.passages)]
        section = _section(part.title or "The text", own, titles, {name for name, _ in found})
        found += [section] * len(part.passages)
    return found


def _by_predecessor(homes: Sequence[str], titles: Mapping[str, str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    current = next((home for home in homes if home), next(iter(titles)))
    for home in homes:
        current = home or current
        found.append((current, titles[current]))
    return found


def _section(
    title: str, homes: Sequence[str], titles: Mapping[str, str], used: set[str]
) -> tuple[str, str]:
    """The section of the outline with this title, else the one that most of the passages come from,
    else a new one.
    """
    free = {name: said for name, said in titles.items() if name not in used}
    same = [name for name, said in free.items() if said == title]
    most = [name for name, _ in Counter(home for home in homes if home in free).most_common()]
    for name in (*same, *most):
        return name, titles[name]
    return section_id(title, len(titles) + 1, {*titles, *used}), title
