"""Which copy of a text is of which document, and which of its passages each lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum_reports.source.decoding import CopyError
from probatum_reports.source.reading import Reading, best_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from probatum import ledger_entries

Copies = dict[str, Reading]  # by document


def copies(ledger: ledger_entries.Ledger, texts: Iterable[tuple[str, str]]) -> Copies:
    """The readings of some texts, each with its name, by the document of which it has most
    passages.

    Raises CopyError for a text that is too long, of no document, or of one that another is of.
    """
    found: Copies = {}
    for name, text in texts:
        document, reading = _best(ledger, name, text)
        if document in found:
            raise CopyError(
                f"{name}: got a second copy of {document!r}, wanted one of each document"
            )
        found[document] = reading
    return found


def _best(ledger: ledger_entries.Ledger, name: str, text: str) -> tuple[str, Reading]:
    try:
        readings = {each["id"]: best_reading(text, _digests(each)) for each in ledger["documents"]}
    except CopyError as error:
        raise CopyError(f"{name}: {error}") from error
    best = max(readings, key=lambda document: len(readings[document].found), default="")
    if not best or not readings[best].found:
        wanted = "wanted a copy of the text that the ledger is about"
        raise CopyError(f"{name}: got a text with none of the passages, {wanted}")
    return best, readings[best]


def lacking(ledger: ledger_entries.Ledger, found: Copies) -> dict[str, tuple[str, ...]]:
    """The passages that each copy lacks, in the order of the text."""
    return {
        document["id"]: tuple(
            each for each in _passages(document) if each not in found[document["id"]].found
        )
        for document in ledger["documents"]
        if document["id"] in found
    }


def found_of(ledger: ledger_entries.Ledger, document: str, found: Copies) -> tuple[int, int]:
    """How many passages a document's copy has, and how many there are."""
    (outline,) = (each for each in ledger["documents"] if each["id"] == document)
    return len(found[document].found), len(tuple(_passages(outline)))


def _passages(document: ledger_entries.Document) -> Iterator[str]:
    return (passage["id"] for section in document["sections"] for passage in section["passages"])


def _digests(document: ledger_entries.Document) -> dict[str, str]:
    passages = (passage for section in document["sections"] for passage in section["passages"])
    return {passage["sha256"]: passage["id"] for passage in passages}
