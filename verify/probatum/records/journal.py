"""Findings on disk as they come, so that whatever ends a run loses none, and a later run of the same code can go on."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from probatum.errors import LedgerError

FORMAT = 1  # 1: first version: a line that says of which code, then a line a finding
PREFIX = "journal-"
LARGEST = 256 * 1024 * 1024  # bytes


def fingerprint(root: Path, files: Iterable[Path], versions: dict[str, str]) -> str:
    """The SHA-256 of all code that has a say in findings: the claims' files, the engine's, and the versions below it."""
    digest = hashlib.sha256(json.dumps(versions, sort_keys=True).encode())
    engine = Path(__file__).parents[1]
    for base, paths in ((root, files), (engine, engine.rglob("*.py"))):
        for path in sorted(paths):
            name = path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name
            digest.update(f"\0{name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


class Journal:
    """A file of this run alone: two runs at once do not mix."""

    def __init__(self, folder: Path, code: str) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=PREFIX, suffix=".jsonl", dir=folder)
        except OSError as error:
            raise LedgerError(f"{folder}: got {error.strerror}, wanted a folder to write the ledger to") from error
        self.path = Path(name)
        self.file = os.fdopen(descriptor, "w", encoding="utf-8")
        self._write({"format": FORMAT, "code": code})

    def add(self, attached: dict[str, Any]) -> None:
        """Write one finding, with its cost, through to the operating system."""
        self._write(attached)

    def _write(self, entry: dict[str, Any]) -> None:
        try:
            self.file.write(json.dumps(entry, sort_keys=True) + "\n")
            self.file.flush()
        except OSError as error:
            raise LedgerError(f"{self.path}: got {error.strerror}, wanted to write a finding") from error

    def close(self) -> None:
        """Remove the journal: the ledger holds it all now."""
        with contextlib.suppress(OSError):
            self.file.close()
        self.path.unlink(missing_ok=True)


def unfinished(folder: Path) -> tuple[Path, ...]:
    """The journals that ended runs left behind, the newest last."""
    return tuple(sorted(folder.glob(f"{PREFIX}*.jsonl"), key=lambda path: (path.stat().st_mtime_ns, path.name)))


def resume(folder: Path, code: str) -> tuple[Path, dict[str, dict[str, Any]]]:
    """The newest journal and its findings by id; raises LedgerError where there is none, or it is of other code."""
    journals = unfinished(folder)
    if not journals:
        raise LedgerError(f"{folder}: got no journal of an unfinished run, wanted one to go on from: run without --claims-resume")
    path = journals[-1]
    entries = list(_entries(path))
    if not entries or entries[0].get("format") != FORMAT:
        raise LedgerError(f"{path}: got no journal of format {FORMAT}, wanted one: remove it and run without --claims-resume")
    if entries[0].get("code") != code:
        raise LedgerError(f"{path}: got findings of other code, wanted the code as it is now: remove it and run without --claims-resume")
    return path, {entry["finding"]["id"]: entry for entry in entries[1:]}


def _entries(path: Path) -> Iterable[dict[str, Any]]:
    """The lines that were written whole; a run that was killed may leave half of the last one."""
    if path.stat().st_size > LARGEST:
        raise LedgerError(f"{path}: got {path.stat().st_size} bytes, wanted at most {LARGEST}")
    for line in path.read_bytes().split(b"\n"):
        with contextlib.suppress(ValueError):
            entry = json.loads(line)
            if isinstance(entry, dict) and ("code" in entry or _is_attached(entry)):
                yield entry


def _is_attached(entry: dict[str, Any]) -> bool:
    finding = entry.get("finding")
    return isinstance(finding, dict) and isinstance(finding.get("id"), str) and {"folder", "seconds"} <= set(entry)
