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
    """A claim's id, its verdict, the page that holds its card (empty: this one), its wording,
    and whether its author expected this.
    """

    claim: str
    verdict: Verdict
    page: str = ""
    wording: str = ""
    as_expected: bool = True

    @property
    def href(self) -> str:
        return f"{self.page}#{self.claim}"


def chips(
    ledger: Mapping[str, Any], document: str, page_of: Mapping[str, str], part_of: Mapping[str, str]
) -> Chips:
    """The chips of all claims of a ledger by id, as the page of `document` links to them;
    `part_of` has the page of its own claims.
    """
    found: Chips = {}
    # The page's own claims come last: they win where two documents use one id.
    for each in sorted(ledger["documents"], key=lambda each: bool(each["id"] == document)):
        own = each["id"] == document
        page = "" if own else page_of[each["id"]]
        for item in each["not_checkable"]:
            found[item["id"]] = Chip(item["id"], NOT_CHECKABLE, page, item["wording"])
        for item in _of(ledger, each["id"]):
            where = part_of.get(item["id"], "") if own else page
            # A record that lacks its wording is named where its card is made.
            found[item["id"]] = Chip(
                item["id"],
                BY_NAME[item["verdict"]],
                where,
                item.get("wording", ""),
                item["as_expected"],
            )
    return found


def _of(ledger: Mapping[str, Any], document: str) -> Sequence[Mapping[str, Any]]:
    return [finding for finding in ledger["findings"] if finding["document"] == document]
