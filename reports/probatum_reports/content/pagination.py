"""The claims of a long document on several pages: which claim stands on which."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 500  # claims that one page holds
EACH = 75  # about so many on each of several


def files(claims: Sequence[str], file: str) -> dict[str, str]:
    """The page of each claim, in the order of the pages; empty where the document's own page holds
    them all.
    """
    if len(claims) <= MOST:
        return {}
    number = -(-len(claims) // EACH)
    return {
        claim: part_file(file, place * number // len(claims) + 1)
        for place, claim in enumerate(claims)
    }


def part_file(file: str, number: int) -> str:
    """The name of a page of claims: claims-1.html beside report.html."""
    return f"{file.removesuffix('.html').replace('report', 'claims', 1)}-{number}.html"


def workings_file(file: str) -> str:
    """The name of the page that holds the workings of another page's claims."""
    if file.startswith("claims"):
        return f"{file.removesuffix('.html')}-workings.html"
    return file.replace("report", "workings", 1)
