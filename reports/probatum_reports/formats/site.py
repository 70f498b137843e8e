"""Writes a folder that any static host can serve: the pages, and beside them badge,
summary and ledger.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from probatum_reports.content.edition import Edition
from probatum_reports.content.home import FRONT
from probatum_reports.formats.page import checked_pages, render, write, write_pages
from probatum_reports.formats.picture import picture
from probatum_reports.formats.structured import NATURAL, reviews
from probatum_reports.formats.summary import badge_svg, summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_site(edition: Edition, original: bytes, folder: Path) -> Path:
    """Writes the site of a ledger, whose file is published as it is, byte for byte;
    returns the path of the front page.

    Files that do not change are not rewritten, and pages that are no longer part of it are removed.
    Raises PageError when the ledger is not in the form of its schema.
    """
    published = replace(edition, home=replace(edition.home, is_published=True))
    report = write_pages(published, folder)
    for name, content in _beside(published):
        write(folder / name, content)
    write(folder / "ledger.json", original)
    write(folder / FRONT, report.read_bytes())
    return folder / FRONT


def _beside(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """What stands beside the pages, with the names of the files."""
    ledger, home = edition.ledger, edition.home
    yield "badge.svg", badge_svg(ledger).encode()
    yield "badge-short.svg", badge_svg(ledger, short=True).encode()
    yield "summary.md", summary(ledger).encode()
    yield "404.html", render("404.html.j2", home=home).encode()
    yield "robots.txt", render("robots.txt.j2", home=home).encode()
    documents = checked_pages(edition)
    if home.address:
        yield "sitemap.xml", render("sitemap.xml.j2", home=home, pages=documents).encode()
    for page in documents:
        yield page.picture, picture(page)
        yield page.reviews, reviews(page, NATURAL, indent=1).encode()
