"""What the page of a corpus says: a line a document, from the index of its ledgers."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from probatum_reports.words.legible import legible
from probatum_reports.words.phrases import counted
from probatum_reports.words.verdicts import BY_NAME, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probatum.records.corpus_index import Line

SHOWN = 6  # claims that are not as expected and that are named


@dataclass(frozen=True, slots=True)
class Listed:
    """A document: its title, where its page is (empty: it has none), its verdicts in words, and
    what is wrong with it.
    """

    name: str
    title: str
    href: str
    words: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All documents by name, and what they come to."""

    documents: tuple[Listed, ...]
    words: str

    @property
    def red(self) -> int:
        """How many are not as expected."""
        return sum(bool(document.problems) for document in self.documents)


def listing(lines: Iterable[Line], page: str) -> Listing:
    """The documents of an index, each with its page of this name beside its ledger."""
    lines = sorted(lines, key=lambda line: line["document"])
    verdicts = sum((Counter(line["verdicts"]) for line in lines), Counter[str]())
    claims = sum(line["findings"] for line in lines)
    words = f"{counted(len(lines), 'document')}, {counted(claims, 'claim')}"
    return Listing(
        tuple(_listed(line, page) for line in lines),
        f"{words}: {_words(verdicts)}." if claims else f"{words}.",
    )


def _listed(line: Line, page: str) -> Listed:
    name: str = legible(line["document"])
    return Listed(
        name,
        legible(line["title"]) or name,
        f"{quote(os.fsencode(line['document']))}/{page}" if line["digest"] else "",
        _words(Counter(line["verdicts"])) or "no claim was decided",
        tuple(legible([*_surprises(line["not_as_expected"]), *line["problems"]])),
    )


def _surprises(claims: list[str]) -> list[str]:
    if not claims:
        return []
    more = f" and {len(claims) - SHOWN:,} more" if len(claims) > SHOWN else ""
    return [f"Not as expected: {', '.join(claims[:SHOWN])}{more}"]


def _words(verdicts: Counter[str]) -> str:
    """40 hold, 10 refuted; what no version of this names comes last, as it is."""
    known = [
        f"{verdicts[verdict.name]:,} {verdict.counted}"
        for verdict in VERDICTS
        if verdicts[verdict.name]
    ]
    others = sorted(name for name in verdicts if name not in BY_NAME)
    return ", ".join([*known, *(f"{verdicts[name]:,} {name}" for name in others)])
