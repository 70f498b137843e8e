"""Keeps between runs what was found, and what modules of claims held, in a folder that any run may
find damaged.
"""

from __future__ import annotations

import contextlib
import json
from functools import cached_property
from pathlib import Path

from probatum.errors import LedgerError
from probatum.parsed_sources import ParsedSources
from probatum.records.ledger import write_atomically
from probatum.type_names import Json
from probatum.untrusted_files import TooLargeError, bounded

# 1: findings by id, modules of claims by path. 2: what sources say as well
FORMAT = 2
LARGEST = 256 * 1024 * 1024  # bytes
NAME = "findings.json"


class Store:
    """What earlier runs left in a folder; nothing where there is none, or nobody can read it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    @cached_property
    def _data(self) -> dict[str, Json]:
        try:
            data = json.loads(bounded(self.path, LARGEST))
        except (OSError, ValueError, RecursionError, TooLargeError):
            return {}
        return data if isinstance(data, dict) and data.get("format") == FORMAT else {}

    @property
    def findings(self) -> dict[str, Json]:
        """Findings by claim, each with what it rests on, if it is as it should be."""
        return self._part("findings")

    @property
    def modules(self) -> dict[str, Json]:
        """Modules of claims by path, each with what it held when it was imported."""
        return self._part("modules")

    @cached_property
    def sources(self) -> ParsedSources:
        """What earlier runs read off sources, and this one."""
        return ParsedSources(self._data.get("sources"))

    def _part(self, name: str) -> dict[str, Json]:
        part = self._data.get(name)
        return part if isinstance(part, dict) else {}

    def write(self, findings: dict[str, Json], modules: dict[str, Json]) -> None:
        """Leave this for later runs, where it is news and the folder can be written to."""
        data = {"format": FORMAT, "findings": findings, "modules": modules}
        data["sources"] = self.sources.kept()
        if data != self._data:
            with contextlib.suppress(LedgerError, ValueError):
                write_atomically(self.path, json.dumps(data, separators=(",", ":")))
