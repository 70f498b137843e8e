"""What earlier runs found, for claims of which nothing has changed that they were seen to use."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from probatum.authoring.placeable import Placeable
from probatum.authoring.placement import Placement
from probatum.errors import LedgerError
from probatum.ledger_entries import Attached
from probatum.records.dependencies import UNKNOWN, UNSEEN, lasting
from probatum.records.journal import resume
from probatum.records.project_files import can_write, is_own, root_of, writable
from probatum.records.reuse import ENGINE, Grounds, Kept
from probatum.records.store import Store
from probatum.session.beginning import asked_output
from probatum.session.claim_modules import described, remade
from probatum.session.sources import PACKAGES
from probatum.session.stash import STORE
from probatum.session.tracking.clock_and_chance import CHANCE
from probatum.session.tracking.watching import stop_watching, unheard, watch, watched
from probatum.settings import in_process, takes_over, watched_by_nobody

# What else decides which items pytest makes of a module.
COLLECTING = ("override_ini", "importmode", "pythonwarnings", "assertmode")

# What comes of a store that is damaged.
DAMAGED = (AttributeError, KeyError, OverflowError, TypeError, ValueError)


class Recall:
    """The findings of earlier runs, and the modules of claims as these collected them."""

    def __init__(self, config: pytest.Config, folders: tuple[Path, ...]) -> None:
        self.config = config
        self.store = store_of(config)
        sources = self.store.sources if self.store else None
        self.placement = Placement(config.rootpath, folders, _adopts, sources)
        self.grounds = Grounds(lambda: own_plugins(config), sources)
        self.found: dict[tuple[str, Path, int], Attached | None] = {}
        self.modules: dict[str, dict[str, Any]] = {}
        self.before: set[str] | None = None  # own files that had been imported unwatched
        self.drawn: dict[str, str] = {}

    @cached_property
    def resumed(self) -> dict[str, Attached]:
        """What unfinished runs found, where that is asked for."""
        if not self.config.getoption("claims_resume"):
            return {}
        try:
            return resume(writable(asked_output(self.config)))
        except LedgerError as error:
            raise pytest.UsageError(str(error)) from error

    @cached_property
    def takes_over(self) -> bool:
        """Whether findings of finished runs are taken over."""
        return self.store is not None and takes_over(self.config.option, os.environ)

    @cached_property
    def kept(self) -> Kept:
        """The findings of unfinished and of earlier runs, of those that are asked for."""
        return Kept(self.resumed, self.store.findings if self.store and self.takes_over else {})

    @unheard()
    def finding(self, claim: Placeable, path: Path) -> Attached | None:
        """What another run found of this very claim, where all is as it was."""
        name = self.placement.ledger_id(claim)
        of = name, path, claim.line  # that two claims have one id is found out later
        if of not in self.found:
            sound = self.kept.has(name) and self.placement.defect(claim) is None
            self.found[of] = self.kept.find(name, self.key(claim, path)) if sound else None
        return self.found[of]

    def key(self, claim: Placeable, path: Path) -> str:
        """The digest of all that is known before the claim is decided."""
        return self.grounds.key(path, self.placement.ledger_id(claim), self.limits(claim))

    def limits(self, claim: Placeable) -> tuple[float, int]:
        """The seconds and the megabytes that a claim may take."""
        return (
            float(claim.seconds or self.config.getini("claim_seconds")),
            int(claim.megabytes or self.config.getini("claim_megabytes")),
        )

    @unheard()
    def module(self, path: Path) -> ModuleType | None:
        """The module of claims at a path as it was when it was imported last, without importing it;
        None where anything has changed since, or a finding of it is missing.

        A project's own plugins may do what they like with modules: beside them all are imported.
        """
        store = self.store
        if store is None or not self.takes_over or any(own_plugins(self.config)):
            return None
        entry = store.modules.get(str(path))
        if not isinstance(entry, dict) or not self._importable(path):
            return None
        try:
            module, claims = remade(path, entry)
            stands = entry["key"] == self._module_key(path)
            stands = stands and self.kept.states.are(entry["reads"])
            if not stands or any(self.finding(claim, path) is None for claim in claims):
                return None
        except (*DAMAGED, pytest.fail.Exception):  # the last of a mark that nobody knows
            return None
        self.modules[str(path)] = entry
        return module

    def _importable(self, path: Path) -> bool:
        """Have the module's root among the places of modules, where pytest would put it to import
        the module: names are looked up from there.
        """
        mode = self.config.getoption("importmode")
        root = str(root_of(path))
        if mode == "prepend" and root != sys.path[0]:
            sys.path.insert(0, root)
        return bool(mode == "prepend")

    def _module_key(self, path: Path) -> str:
        parts = (self.grounds.surroundings, self.grounds.digest(path), self._collecting)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @cached_property
    def _collecting(self) -> str:
        """What the command line, the configuration and the plugins say on collecting."""
        options = [self.config.getoption(name, None) for name in COLLECTING]
        ini = self.config.inipath
        names = sorted(
            name
            for name, plugin in self.config.pluginmanager.list_name_plugin()
            if plugin is not None and not name.isdigit() and not name.startswith("probatum")
        )
        return repr((options, ini, ini.read_bytes() if ini else b"", names))

    @contextmanager
    def importing(self) -> Iterator[None]:
        """While a module of claims is imported, note what it uses."""
        if self.store is None:
            yield
            return
        if self.before is None:
            self.before = {
                file for module in [*sys.modules.values()] if (file := _own_file(module))
            }
            if not in_process(self.config.option):
                watch()
        with watched() as used:
            yield
        if used is not None:
            with unheard():
                self.grounds.note(used.by_file)
            drawn = f"{UNSEEN} {CHANCE}"
            self.drawn = {drawn: UNKNOWN} if drawn in used.reads else {}

    @unheard()
    def collected(
        self, collector: pytest.Module, items: Sequence[pytest.Item | pytest.Collector]
    ) -> None:
        """Note what an imported module holds, if no more than claims that can be told again."""
        path = collector.path
        if self.store is None or not (entry := described(collector, items)):
            return
        modules = self.grounds.modules_of(path)
        seen_too_late = {os.path.realpath(file) for file in modules} & (self.before or set())
        computed = any(imports.computed for imports in modules.values())
        reads = self.grounds.reads(path, self.drawn)
        if not seen_too_late and not (computed and self.before) and lasting(reads):
            self.modules[str(path)] = entry | {"key": self._module_key(path), "reads": reads}

    def stop(self) -> None:
        """All modules are imported: from here on only claims are watched, in this process or in
        others.
        """
        if self.before is not None and not in_process(self.config.option):
            stop_watching()


def store_of(config: pytest.Config) -> Store | None:
    """What pytest's cache has of earlier runs: `--cache-clear` forgets it."""
    if STORE not in config.stash:
        cache = getattr(config, "cache", None)
        try:
            config.stash[STORE] = None if cache is None else Store(cache.mkdir("probatum"))
        except OSError:  # in a checkout that is only for reading
            config.stash[STORE] = None
    return config.stash[STORE]


def _adopts(folder: Path) -> bool:
    """Whether a person runs this, and finds the record later that it makes."""
    return can_write(folder) and not watched_by_nobody(os.environ)


def own_plugins(config: pytest.Config) -> Iterator[Path]:
    """The files of the plugins that are the project's own, each `conftest.py` among them."""
    for plugin in config.pluginmanager.get_plugins():
        file = getattr(plugin, "__file__", None)
        if isinstance(file, str) and is_own(file) and not plugin.__name__.startswith(ENGINE.name):
            yield Path(file)


def _own_file(module: ModuleType) -> str | None:
    file = getattr(module, "__file__", None)
    if not isinstance(file, str) or module.__name__.partition(".")[0] in PACKAGES:
        return None
    return os.path.realpath(file) if is_own(os.path.abspath(file)) else None
