"""Runs of a project whose settings name no claims, though there are some: they are told,
and what an earlier run found of them does not speak for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from probatum.authoring.census import census, claim_files
from probatum.errors import LedgerError
from probatum.printing import printable
from probatum.records.ledger import BEFORE, LEDGER, put_aside, read_ledger
from probatum.session.completeness import relative
from probatum.session.selection import concerns, decides

NAME = "probatum-unclaimed"
WANTED = "claims_paths: got none, wanted the folders of claims"


class Unclaimed:
    """Where an earlier run of the project decided claims that this one is asked for as well,
    the run is red, and the ledger of those is put aside.

    roots: of projects, as an earlier run may have seen them.
    """

    def __init__(self, config: pytest.Config, roots: list[Path]) -> None:
        self.config = config
        self.roots = roots
        self.problems: list[str] = []

    @pytest.hookimpl
    def pytest_sessionstart(self) -> None:
        """Before anything is collected."""
        self.problems += filter(None, map(self._problem, self.roots))

    def _problem(self, root: Path) -> str:
        output = root / str(self.config.getini("probatum_output"))
        found = next((path for path in (output / LEDGER, output / BEFORE) if path.is_file()), None)
        folders = [] if found is None else _folders(found, root)
        if not concerns(self.config, folders):
            return ""
        named = ", ".join(sorted(relative(folder, root) for folder in folders))
        try:
            put_aside(output / LEDGER)
        except LedgerError as error:
            return str(error)
        return (
            f"{WANTED}: an earlier run decided those of {named}, see "
            f"{relative(output / BEFORE, root)}, which is to be removed if they are gone"
        )

    @pytest.hookimpl
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """The claims that were asked for have no finding."""
        if self.problems and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Why it is red."""
        for problem in self.problems:
            terminalreporter.write_line(printable(f"probatum: error: {problem}"), red=True)


def _folders(ledger: Path, root: Path) -> list[Path]:
    """The folders of the claims that a ledger is of; none where it is no ledger."""
    try:
        findings = read_ledger(ledger)["findings"]
    except LedgerError:
        return []
    return [*{(root / finding["source"]["path"]).parent for finding in findings}]


def overlooked(config: pytest.Config, folders: Iterable[Path]) -> Iterator[str]:
    """What is to be said of folders of documents, unless it is said: those that hold claims which
    no setting names.
    """
    told = config.pluginmanager.get_plugin(NAME)
    if not decides(config) or (told is not None and told.problems):
        return
    roots = [Path(root).resolve() for root in config.getini("claims_paths")]
    for folder in sorted(folders):
        files = [file for file in claim_files([folder]) if not _is_below(file, roots)]
        if number := len(census(files)):
            place = printable(relative(folder, config.rootpath))
            yield (
                f"claims_paths: got nothing that holds {number} of the claims in {place}, "
                "wanted all"
            )


def _is_below(file: Path, roots: list[Path]) -> bool:
    places = (file.absolute(), file.resolve())
    return any(place.is_relative_to(root) for place in places for root in roots)
