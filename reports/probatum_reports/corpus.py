"""What the engine calls when it has written the ledgers of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path) -> Path:
    """Writes the pages of the ledgers in a folder, and returns the path of the list of them."""
    from probatum_reports.formats.corpus import write_corpus

    return write_corpus(folder)
