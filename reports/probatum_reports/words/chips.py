"""A claim named elsewhere on the page: its id with its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum_reports.words.verdicts import BY_NAME, NOT_CHECKABLE, VerdictInWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from probatum import ledger_entries

Chips = dict[str, "Chip"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A claim's id, its verdict, the page that holds its card (empty: this one), its wording,
    and whether its author expected this.
    """

    claim: str
    verdict: VerdictInWords
    page: str = ""
    wording: str = ""
    as_expected: bool = True

    @property
    def href(self) -> str:
        return f"{self.page}#{self.claim}"


def chips(
    ledger: ledger_entries.Ledger,
    document: str,
    page_of: Mapping[str, str],
    part_of: Mapping[str, str],
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
        for finding in _of(ledger, each["id"]):
            name, verdict = finding["id"], BY_NAME[finding["verdict"]]
            where = part_of.get(name, "") if own else page
            # A record that lacks its wording is named where its card is made.
            wording = finding.get("wording", "")
            found[name] = Chip(name, verdict, where, wording, finding["as_expected"])
    return found


def _of(ledger: ledger_entries.Ledger, document: str) -> Sequence[ledger_entries.Finding]:
    return [finding for finding in ledger["findings"] if finding["document"] == document]
