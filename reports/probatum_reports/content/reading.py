"""Reads a ledger as the engine left it: the only door through which facts come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum_reports.words.legible import legible

if TYPE_CHECKING:
    from pathlib import Path

    from probatum import ledger_entries


def read(path: Path) -> ledger_entries.Ledger:
    """The ledger at `path`, with characters that deceive a reader made visible.

    Raises probatum.errors.LedgerError when the file is no ledger of a format that this version
    knows.
    """
    from probatum.records.ledger import read_ledger

    return legible_ledger(read_ledger(path), path)


def legible_ledger(read: ledger_entries.Ledger, path: Path) -> ledger_entries.Ledger:
    """A ledger that was read at `path`, with characters that deceive a reader made visible; raises
    LedgerError when it is none.
    """
    from probatum.errors import LedgerError

    try:
        ledger: ledger_entries.Ledger = legible(read)
    except RecursionError as error:
        raise LedgerError(f"{path}: got records nested too deeply, wanted a ledger") from error
    return ledger
