"""Collects the claims of a project as pytest's items, and brings in the engine with the first."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from functools import cached_property
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING

import pytest

from probatum.session.asked import on_purpose
from probatum.session.beginning import begin
from probatum.session.completeness import HIDING, Account, file_of, left_out_on_purpose, relative
from probatum.session.selection import asked_for, decides
from probatum.session.stash import ACCOUNT, FUNCTION, MODULES
from probatum.session.unused_plugins import leave_out_unused
from probatum.settings import in_process

if TYPE_CHECKING:  # brought in with the first claim
    from probatum.authoring.declarations import Declarations
    from probatum.authoring.placeable import Recalled
    from probatum.session.earlier_findings import Recall
    from probatum.session.lost_claims import Losses
    from probatum.session.runner import ClaimRunner


class ClaimCollector:
    """The collecting side of a pytest session, in the main process and in workers of xdist."""

    def __init__(self, config: pytest.Config, roots: tuple[Path, ...]) -> None:
        self.config = config
        self.roots = roots
        self.runner: ClaimRunner | None = None
        self.holding: dict[Path, bool] = {}
        self.began = self.warm = False
        self.account = Account()
        self.found: list[Declarations | Recalled] = []  # the claims that modules hold, in order
        self.opened: set[Path] = set()  # modules of which a name was looked at
        self.kept: set[int] = (
            set()
        )  # the marks, by identity, by which authors leave claims out on purpose

    def holds_claims(self, path: Path) -> bool:
        """Whether a file is one in which claims may stand."""
        if path not in self.holding:
            self.holding[path] = self._holds_claims(path)
        return self.holding[path]

    def _holds_claims(self, path: Path) -> bool:
        if (
            path.suffix != ".py"
            or path.name.startswith(("__", "conftest", "."))
            or not path.is_file()
        ):
            return False
        return any(
            place.is_relative_to(root)
            for root in self.roots
            for place in (path.absolute(), path.resolve())
        )

    @pytest.hookimpl
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> pytest.Module | None:
        """A module of claims; pytest itself collects files that are named on the command line or as
        tests are.
        """
        if not self.holds_claims(file_path):
            return None
        self._begin()
        if _spelt(relative(file_path, self.config.rootpath)) != relative(
            file_path, self.config.rootpath
        ):
            self._misnamed(file_path)
            return None
        if self._is_pytests(file_path, parent.session):
            return None
        return self._module(file_path, parent)

    def _is_pytests(self, path: Path, session: pytest.Session) -> bool:
        """Whether pytest itself collects a file, which it does by a plugin that may be left out."""
        return self.config.pluginmanager.hasplugin("python") and (
            session.isinitpath(path)
            or any(path.match(pattern) for pattern in self.config.getini("python_files"))
        )

    @pytest.hookimpl
    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> pytest.Module | None:
        """The same for a file that pytest itself collects."""
        return self._module(module_path, parent) if self.holds_claims(module_path) else None

    def _module(self, path: Path, parent: pytest.Collector) -> pytest.Module:
        from probatum.session.claim_modules import Module

        self.account.paths.append(path)
        module: Module = Module.from_parent(parent, path=path)
        module.recall = self.recall.module
        return module

    @cached_property
    def recall(self) -> Recall:
        """What earlier runs found and collected."""
        from probatum.session.earlier_findings import Recall

        return Recall(self.config, self.roots)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Note which claims the import of a module makes; one that leaves the run by an exit is a
        module that cannot be imported.
        """
        if not isinstance(collector, pytest.Module) or not self.holds_claims(collector.path):
            return (yield)
        if getattr(collector, "known", None) is not None:
            return (yield)
        return (yield from self._imported(collector))

    def _imported(
        self, collector: pytest.Module
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        self._warm_up()
        before = len(self._made)
        try:
            with self.recall.importing():
                report = yield
        except SystemExit as leaving:
            report = pytest.CollectReport(
                collector.nodeid,
                "failed",
                f"got SystemExit({leaving.code!r}), wanted a module of claims",
                [],
            )
        whole = report.passed and _is_imported(collector)
        self.account.unread |= set() if whole else {collector.nodeid}
        self.account.made += [
            (_followed(claim.path), claim.line, str(claim.id)) for claim in self._made[before:]
        ]
        if whole and self._is_all(collector.path, report.result):
            self.recall.collected(collector, report.result)
        return report

    def _is_all(self, path: Path, items: list[pytest.Item | pytest.Collector]) -> bool:
        """Whether these are all claims of a module, and no option left some out, such as --lf."""
        offered = [item for item in self.account.offered if item.path == path]
        return path in self.opened and all(item in items for item in offered)

    @cached_property
    def _made(self) -> list[Declarations]:
        """The claims that modules have made; for the first of them the engine is imported, which
        stays to the end: nobody need look through it for garbage, then or later.
        """
        from probatum.garbage import uncollected

        with uncollected():
            from probatum.authoring.declarations import MADE

            gc.freeze()
        return MADE

    def _begin(self) -> None:
        """With the first file of claims: the ledger of the run before is put aside."""
        if self.began or not decides(self.config):
            return
        self.began = True
        begin(self.config)

    def _warm_up(self) -> None:
        """With the first module that is imported: there will be something to decide, for which the
        workers' parent imports the engine.
        """
        from probatum.errors import WorkersError
        from probatum.session.parent import prepare

        if self.warm or not decides(self.config) or in_process(self.config.option):
            return
        self.warm = True
        try:
            prepare()
        except WorkersError as error:
            raise pytest.UsageError(str(error)) from error

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makeitem(
        self, collector: pytest.Module | pytest.Class, name: str, obj: object
    ) -> pytest.Function | None:
        """A claim as a native test function with its id as keyword;
        each in the module that defines it.
        """
        if collector.path not in self.opened:
            self.opened.add(collector.path)
            looked = {_followed(collector.path)} if self.holds_claims(collector.path) else set()
            self.account.files |= looked
            self.account.opened |= looked
        if not isinstance(obj, FunctionType) or not self.holds_claims(collector.path):
            return None
        from probatum.authoring.placeable import MARK
        from probatum.session.claim_modules import marks_of

        found = obj.__dict__.get(MARK)
        if found is None or obj.__module__ != collector.obj.__name__:
            return None
        self._start()
        self.found.append(found)
        place = _followed(found.path), found.line
        self.account.places.add(place)
        self.account.named.add((*place, str(found.id)))
        _ = (
            found.claim
        )  # a malformed one loses its parameters, which would send pytest looking for fixtures
        item: pytest.Function = pytest.Function.from_parent(collector, name=name)
        self.account.offered.append(item)
        item.stash[FUNCTION] = obj
        item.extra_keyword_matches.add(str(found.id))
        written = marks_of(obj) + marks_of(collector.obj)  # by the author: others are put on nodes
        marks = [mark for mark in written if left_out_on_purpose(mark)]
        self.kept |= {id(mark) for mark in marks}
        self._strip(item)
        self.account.marked += [item] if marks else []
        item.add_marker("claim")
        return item

    def _strip(self, item: pytest.Item) -> None:
        """A mark that skips without a reason or expects a failure would hide a red claim."""
        for node in item.listchain():
            node.own_markers[:] = [
                mark
                for mark in node.own_markers
                if mark.name not in HIDING or id(mark) in self.kept
            ]

    def _start(self) -> None:
        """Bring in the engine, once."""
        if self.runner is None:
            from probatum.session.runner import ClaimRunner

            self.runner = ClaimRunner(self.config, self.roots, self.recall)
            self.config.pluginmanager.register(self.runner, "probatum-runner")

    @pytest.hookimpl
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note which files of claims were looked into."""
        path = file_of(report.nodeid, self.config.rootpath)
        if self.holds_claims(path):
            self.account.files.add(str(path))
            self.account.broken |= set() if report.passed else {str(path)}

    @pytest.hookimpl
    def pytest_itemcollected(self, item: pytest.Item) -> None:
        """Note each claim that the command line asks for."""
        self.account.items += (
            [item] if FUNCTION in item.stash and self.holds_claims(item.path) else []
        )

    @pytest.hookimpl
    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        """Note what is left out by an option, such as -k; by other means it is taken away."""
        account = self.account
        noted = account.deselected if on_purpose(self.config) else account.taken
        noted |= set(items)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """A mark that was put on a claim since it was collected does not count;
        what was lost on the way is a problem of the run.
        """
        for item in self.account.items:
            self._strip(item)
        if "recall" in vars(self):
            self.recall.stop()
        if not decides(self.config):
            return
        problems: list[str] = []
        if self.began or any(asked_for(self.config, root) for root in self.roots):
            # also where none of the files of claims that were asked for was even looked into
            self._begin()
            problems = [] if session.shouldfail else [*self._losses.problems()]
        self.config.stash[ACCOUNT] = self.account.plain() | {"problems": problems}
        if "recall" in vars(self) and not problems:
            self.config.stash[MODULES] = self.recall.modules

    @pytest.hookimpl
    def pytest_sessionfinish(self) -> None:
        """A worker of xdist sends its account to the main process."""
        leave_out_unused(self.config.pluginmanager)
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output["probatum_account"] = self.config.stash.get(ACCOUNT, {})

    @property
    def _losses(self) -> Losses:
        from probatum.session.lost_claims import Losses

        placement = self.runner.placement if self.runner else None
        held = self.account, self.found
        return Losses(self.config, self.roots, *held, placement, self.holds_claims)

    def _misnamed(self, path: Path) -> None:
        """A file that no report can name: pytest itself cannot keep its name."""
        self.account.files.add(_followed(path))
        self.account.broken.add(_followed(path))
        self.account.misnamed.append(
            f"{_spelt(relative(path, self.config.rootpath))}: got a name that is no UTF-8, "
            "wanted a module of claims that can be named"
        )


def _spelt(path: str) -> str:
    """A path with the bytes of its name that are no UTF-8 by their numbers."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _followed(path: Path | str) -> str:
    from probatum.authoring.census import followed  # of claims alone

    return str(followed(path))


def _is_imported(module: pytest.Module) -> bool:
    """Whether a module's code has run to its end; one that no hook had imported is imported
    here.
    """
    try:
        return module.obj is not None
    except KeyboardInterrupt:
        raise
    except BaseException:
        return False
