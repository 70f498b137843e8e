"""A claim named elsewhere on the page: its id with its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from probatum_reports.words.verdicts import BY_NAME, NOT_CHECKABLE, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Chips = dict[str, "Chip"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A claim's id, its verdict, and the page that holds its card (empty: this one)."""

    claim: str
    verdict: Verdict
    page: str = ""

    @property
    def href(self) -> str:
        return f"{self.page}#{self.claim}"


def chips(ledger: Mapping[str, Any], document: str, page_of: Mapping[str, str], part_of: Mapping[str, str]) -> Chips:
    """The chips of all claims of a ledger by id, as the page of `document` links to them; `part_of` has the page of its own claims."""
    found: Chips = {}
    # The page's own claims come last: they win where two documents use one id.
    for each in sorted(ledger["documents"], key=lambda each: bool(each["id"] == document)):
        verdicts = {item["id"]: NOT_CHECKABLE for item in each["not_checkable"]}
        verdicts |= {item["id"]: BY_NAME[item["verdict"]] for item in _of(ledger, each["id"])}
        own = each["id"] == document
        found |= {id: Chip(id, verdict, part_of.get(id, "") if own else page_of[each["id"]]) for id, verdict in verdicts.items()}
    return found


def _of(ledger: Mapping[str, Any], document: str) -> Sequence[Mapping[str, Any]]:
    return [finding for finding in ledger["findings"] if finding["document"] == document]
