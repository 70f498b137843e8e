"""Writes what stands beside the page: the summary in Markdown, and the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probatum_reports.formats.badge import badge
from probatum_reports.formats.page import made, render

if TYPE_CHECKING:
    from collections.abc import Mapping


def summary(ledger: Mapping[str, Any]) -> str:
    """The Markdown summary of a ledger: the counts, what must be known first,
    and all claims that do not simply hold.
    """
    return render("summary.md.j2", pages=made(ledger))


def badge_svg(ledger: Mapping[str, Any], *, short: bool = False) -> str:
    """The badge of a ledger as SVG; the short one says of how many stated claims how many hold."""
    return render("badge.svg.j2", it=badge(made(ledger), ledger["run"], short=short))
