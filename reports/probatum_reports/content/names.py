"""Refuses a ledger whose ids no link could lead to: each is a name, and names one thing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from probatum import ledger_entries

NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


class PageError(ValueError):
    """The ledger holds what no page can be made of."""


def check(ledger: ledger_entries.Ledger) -> None:
    """Raises PageError for an id that is no name, or that a document has twice."""
    seen: Counter[tuple[str, ...]] = Counter()
    for kind, document, name in _named(ledger):
        if not isinstance(name, str) or not NAME.fullmatch(name):
            use = "a file" if kind == "document" else "a place on a page"
            raise PageError(
                f"{kind} {name!r}: got an id that cannot name {use}, "
                "wanted lower-case words joined by '-' or '.'"
            )
        seen[kind, document, name] += 1
        if seen[kind, document, name] > 1:
            raise PageError(
                f"{kind} {name!r}: got the id twice, wanted one {kind} of this id in a document"
            )


def _named(ledger: ledger_entries.Ledger) -> Iterator[tuple[str, str, Any]]:
    for document in ledger["documents"]:
        yield "document", "", document["id"]
        for section in document["sections"]:
            yield "section", document["id"], section["id"]
            yield from (
                ("passage", document["id"], passage["id"]) for passage in section["passages"]
            )
        yield from (("claim", document["id"], record["id"]) for record in document["not_checkable"])
    yield from (("claim", finding["document"], finding["id"]) for finding in ledger["findings"])
