"""The pytest plugin: collects claims where the project says so, and brings in the engine only where there are some."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from probatum.settings import declare

HIDING = ("skip", "skipif", "xfail")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare where claims stand and where the ledger goes, and the options of a run."""
    declare(parser)
    parser.getgroup("probatum").addoption(
        "--claims-resume", action="store_true", help="go on from the findings that an unfinished run of the same code left behind"
    )
    parser.getgroup("probatum").addoption(
        "--claims-reuse",
        action="store_true",
        help="take over the findings of earlier runs with this option where no code has changed that they depend on",
    )
    parser.getgroup("probatum").addoption(
        "--in-process",
        action="store_true",
        help="decide claims in this process, without limits: for debugging; implied by --pdb and --trace",
    )


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Offer `pytest_probatum_ledger_written`."""
    from probatum import hooks

    pluginmanager.add_hookspecs(hooks)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """In a project with claims, decide what stands in its files, from the first one that is imported."""
    if early_config.getini("claims_paths"):
        from probatum.session.sources import compile_own_modules

        compile_own_modules()


def pytest_configure(config: pytest.Config) -> None:
    """Do nothing in a project without claims."""
    paths = config.getini("claims_paths")
    if not paths:
        return
    from probatum.session.recorder import Recorder

    roots = tuple(Path(path).resolve() for path in paths)
    config.addinivalue_line("markers", "claim: a claim of a text, decided by Probatum")
    config.pluginmanager.register(ClaimCollector(config, roots), "probatum-collector")
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(config, roots), "probatum-recorder")


class ClaimCollector:
    """Collects claims; imports the engine with the first claim."""

    def __init__(self, config: pytest.Config, roots: tuple[Path, ...]) -> None:
        self.config = config
        self.roots = roots
        self.runner: Any = None
        self.prepared = False

    def _holds_claims(self, path: Path) -> bool:
        if path.suffix != ".py" or path.name.startswith(("__", "conftest")):
            return False
        return any(path.resolve().is_relative_to(root) for root in self.roots)

    @pytest.hookimpl
    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Module | None:
        """A module of claims; pytest itself collects files that are named on the command line or as tests are."""
        if not self._holds_claims(file_path) or parent.session.isinitpath(file_path):
            return None
        if any(file_path.match(pattern) for pattern in self.config.getini("python_files")):
            return None
        self._prepare()
        return pytest.Module.from_parent(parent, path=file_path)

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makeitem(self, collector: pytest.Module | pytest.Class, name: str, obj: object) -> pytest.Function | None:
        """A claim as a native test function with its id as keyword; each in the module that defines it."""
        found = getattr(obj, "__dict__", {}).get("__probatum_claim__")
        if found is None or not self._holds_claims(collector.path) or getattr(obj, "__module__", None) != collector.obj.__name__:
            return None
        self._start()
        item: pytest.Function = pytest.Function.from_parent(collector, name=name)
        item.extra_keyword_matches.add(str(found.id))
        for node in item.listchain():  # a mark that skips or expects a failure would hide a red claim
            node.own_markers[:] = [mark for mark in node.own_markers if mark.name not in HIDING]
        item.add_marker("claim")
        return item

    def _prepare(self) -> None:
        """Let the workers' parent import the engine while this process collects."""
        from probatum.session.workers import in_process, prepare

        if not self.prepared and not in_process(self.config) and not self.config.option.collectonly:
            prepare()
        self.prepared = True

    def _start(self) -> None:
        """Bring in the engine, once."""
        if self.runner is None:
            from probatum.session.runner import ClaimRunner

            self.runner = ClaimRunner(self.config, self.roots)
            self.config.pluginmanager.register(self.runner, "probatum-runner")
