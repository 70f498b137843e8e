"""Findings on disk as they come, so that whatever ends a run loses none,
and a later run can go on from them.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from probatum.errors import LedgerError
from probatum.ledger_entries import Attached
from probatum.type_names import Json
from probatum.untrusted_files import TooLargeError, bounded

# 1: a line that says of which code, then a line a finding. 2: each finding says what it depends on
FORMAT = 2
PREFIX = "journal-"
ENDED = f"{PREFIX}interrupted-"  # of a run that said itself that it is over
LARGEST = 256 * 1024 * 1024  # bytes


class Journal:
    """A file of this run alone: two runs at once do not mix."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=PREFIX, suffix=".jsonl", dir=folder)
        except OSError as error:
            raise LedgerError(
                f"{folder}: got {error.strerror}, wanted a folder to write the ledger to"
            ) from error
        self.path = Path(name)
        self.file = os.fdopen(descriptor, "w", encoding="utf-8")
        self._write({"format": FORMAT})

    def add(self, attached: Attached) -> None:
        """Write one finding, with its cost, through to the operating system."""
        self._write(attached)

    def _write(self, entry: Mapping[str, object]) -> None:
        try:
            self.file.write(json.dumps(entry, sort_keys=True) + "\n")
            self.file.flush()
        except OSError as error:
            raise LedgerError(
                f"{self.path}: got {error.strerror}, wanted to write a finding"
            ) from error

    def close(self) -> None:
        """Remove the journal: the ledger holds it all now."""
        with contextlib.suppress(OSError):
            self.file.close()
        self.path.unlink(missing_ok=True)

    def leave(self) -> None:
        """Keep the journal of a run that was interrupted, for one that goes on from it."""
        with contextlib.suppress(OSError):
            self.file.close()
        with contextlib.suppress(OSError):
            self.path.replace(self.path.with_name(ENDED + self.path.name.removeprefix(PREFIX)))


def unfinished(folder: Path) -> tuple[Path, ...]:
    """The journals that ended runs left behind, the newest last."""
    return tuple(
        sorted(
            folder.glob(f"{PREFIX}*.jsonl"), key=lambda path: (path.stat().st_mtime_ns, path.name)
        )
    )


def interrupted(folder: Path) -> tuple[Path, ...]:
    """The journals that nobody writes to any more, since their runs said that they were over."""
    return tuple(folder.glob(f"{ENDED}*.jsonl"))


def resume(folder: Path) -> dict[str, Attached]:
    """The findings of all unfinished runs by id, the newest of each;
    raises LedgerError where none of them left a journal.
    """
    journals = unfinished(folder)
    if not journals:
        raise LedgerError(
            f"{folder}: got no journal of an unfinished run, wanted one to go on from: "
            "run without --claims-resume"
        )
    readable = [entries for path in journals if (entries := _entries(path)) is not None]
    if not readable:
        raise LedgerError(
            f"{journals[-1]}: got no journal of format {FORMAT}, wanted one: "
            "remove it and run without --claims-resume"
        )
    return {entry["finding"]["id"]: entry for entries in readable for entry in entries}


def _entries(path: Path) -> list[Attached] | None:
    """The findings that were written whole, for a run that was killed may leave half of a line;
    None of another format.
    """
    try:
        first, *lines = bounded(path, LARGEST).split(b"\n")
    except TooLargeError as error:
        raise LedgerError(f"{path}: {error}") from error
    if lines and _parsed(first) != {"format": FORMAT}:
        return None
    return [entry for line in lines if _is_attached(entry := _parsed(line))]


def _parsed(line: bytes) -> Json:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _is_attached(entry: Json) -> bool:
    finding = entry.get("finding") if isinstance(entry, dict) else None
    return (
        isinstance(finding, dict)
        and isinstance(finding.get("id"), str)
        and {"folder", "seconds"} <= set(entry)
    )
