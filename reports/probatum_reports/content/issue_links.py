"""The link by which a reader questions a verdict: the repository's new-issue page,
with the first lines written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote_plus, urlsplit

SAFE = "/:,()"  # what may stay as it is in a query
FEW = 12  # digits of the ledger's digest that are named


class RepositoryError(ValueError):
    """An address that is not one of a repository."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Where questions go (empty: nowhere), and which ledger they are about."""

    repository: str = ""
    digest: str = ""

    def link(self, claim: str, judged: str, passage: str, repeat: str) -> str:
        """The address of a new issue about a claim; empty where no repository is known."""
        if not self.repository:
            return ""
        lines = [
            f"Passage: {passage}",
            f"Ledger: {self.digest[:FEW]}",
            *([f"Repeat it: {repeat}"] if repeat else []),
            "",
            "What seems wrong: ",
        ]
        title, body = _encoded(f"{claim}: {judged}"), _encoded("\n".join(lines))
        return f"{self.repository}/issues/new?title={title}&body={body}"


def repository(address: str) -> str:
    """The address of a repository without the slash at its end; raises RepositoryError for anything
    but a plain https address.
    """
    try:
        parts = urlsplit(address)
        plain = (
            parts.scheme == "https"
            and parts.hostname
            and not (parts.query or parts.fragment or "@" in parts.netloc)
        )
    except ValueError:
        plain = False
    if not plain or not re.fullmatch(r"https://[\w.:\[\]-]+(/[\w.~-]+)+/?", address, re.ASCII):
        raise RepositoryError(
            f"got {address!r}, wanted the https address of a repository, "
            "such as https://example.org/owner/name"
        )
    return address.rstrip("/")


def _encoded(text: str) -> str:
    # A lone surrogate has no UTF-8; the reader of ledgers makes them visible,
    # and here they must not break the page.
    return quote_plus(text, safe=SAFE, errors="replace")
