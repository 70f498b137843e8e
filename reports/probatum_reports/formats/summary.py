"""Writes what stands beside the page: the summary in Markdown, and the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum_reports.content.edition import Edition
from probatum_reports.formats.badge import badge
from probatum_reports.formats.page import checked_pages, render

if TYPE_CHECKING:
    from probatum import ledger_entries


def summary(ledger: ledger_entries.Ledger) -> str:
    """The Markdown summary of a ledger: the counts, what must be known first,
    and all claims that do not simply hold.
    """
    return render("summary.md.j2", pages=checked_pages(Edition(ledger)))


def badge_svg(ledger: ledger_entries.Ledger, *, short: bool = False) -> str:
    """The badge of a ledger as SVG; the short one says of how many stated claims how many hold."""
    return render(
        "badge.svg.j2", it=badge(checked_pages(Edition(ledger)), ledger["run"], short=short)
    )
