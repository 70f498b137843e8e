"""Writes a folder that any static host can serve: the pages, and beside them badge, summary and ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probatum_reports.formats.beside import badge_svg, summary
from probatum_reports.formats.page import write, write_pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from probatum_reports.content.copies import Copies

FRONT = "index.html"  # what a host serves for the folder itself


def write_site(ledger: Mapping[str, Any], original: bytes, folder: Path, found: Copies | None = None, repository: str = "") -> Path:
    """Writes the site of a ledger, whose file is published as it is; returns the path of the front page.

    Files that do not change are not rewritten, and pages that are no longer part of it are removed.
    Raises PageError when the ledger is not in the form of its schema.
    """
    report = write_pages(ledger, folder, found, repository)
    for name, content in (
        (FRONT, report.read_bytes()),
        ("badge.svg", badge_svg(ledger).encode()),
        ("summary.md", summary(ledger).encode()),
        ("ledger.json", original),
    ):
        write(folder / name, content)
    return folder / FRONT
