"""Reads a ledger as the engine left it: the only door through which facts come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probatum_reports.words.legible import legible

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> dict[str, Any]:
    """The ledger at `path`, with characters that deceive a reader made visible.

    Raises probatum.errors.LedgerError when the file is no ledger of a format that this version
    knows.
    """
    from probatum.errors import LedgerError
    from probatum.records.ledger import read_ledger

    try:
        ledger: dict[str, Any] = legible(read_ledger(path))
    except RecursionError as error:
        raise LedgerError(f"{path}: got records nested too deeply, wanted a ledger") from error
    return ledger
