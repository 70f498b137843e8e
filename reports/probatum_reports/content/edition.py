"""What the pages of a ledger are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from probatum_reports.content.home import HERE, Home

if TYPE_CHECKING:
    from probatum import ledger_entries
    from probatum_reports.content.copies import Copies


@dataclass(frozen=True, slots=True)
class Edition:
    """A ledger, the copies of its texts that are shown with it, and where its pages are at home."""

    ledger: ledger_entries.Ledger
    copies: Copies = field(default_factory=dict)
    home: Home = HERE


UNREADABLE = "Claims whose outline could not be read"


def with_all_documents(ledger: ledger_entries.Ledger) -> ledger_entries.Ledger:
    """The ledger with a document for those claims that are of none, which are errors: what is only
    told by document would say nothing of them.
    """
    known = {document["id"] for document in ledger["documents"]}
    unknown = sorted({finding["document"] for finding in ledger["findings"]} - known)
    return {**ledger, "documents": [*ledger["documents"], *map(_unreadable, unknown)]}


def _unreadable(name: str) -> ledger_entries.Document:
    return {
        "id": name,
        "title": UNREADABLE,
        "url": "",
        "licence": "",
        "revision": "",
        "sections": [],
        "not_checkable": [],
        "answer": "",
    }
