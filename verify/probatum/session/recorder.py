"""Records the findings of a session: the journal as they come, the ledger at the end, and what the terminal says of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

COLLECTED = pytest.StashKey[dict[str, Any]]()


class Recorder:
    """The ledger's side of a pytest session, in the main process only; it costs nothing until a finding comes."""

    def __init__(self, config: pytest.Config, roots: tuple[Path, ...]) -> None:
        self.config = config
        self.roots = roots
        self.findings: dict[str, dict[str, Any]] = {}
        self.folders: set[str] = set()
        self.attached: dict[str, dict[str, Any]] = {}
        self.noted: dict[str, dict[str, Any]] = {}
        self.collected: dict[str, Any] = {}
        self.broken_collection = False
        self.journal: Any = None
        self.ledger: dict[str, Any] | None = None
        self.written: list[Path] = []
        self.problems: list[str] = []

    @property
    def folder(self) -> Path:
        """Where the ledger goes."""
        return self.config.rootpath / str(self.config.getini("probatum_output"))

    @pytest.hookimpl
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A module that cannot be imported hides its claims."""
        hides_claims = report.failed and any((self.config.rootpath / report.nodeid).resolve().is_relative_to(root) for root in self.roots)
        self.broken_collection = self.broken_collection or hides_claims

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take a finding out of the report of its claim."""
        attached = getattr(report, "probatum", None)
        if attached is None:
            return
        finding = attached["finding"]
        earlier = self.findings.get(finding["id"])
        if earlier is not None and not earlier["as_expected"]:
            return  # a second try never turns a red claim green
        self._take(attached)
        self.note(attached)

    def _take(self, attached: dict[str, Any]) -> None:
        name = attached["finding"]["id"]
        self.findings[name] = attached["finding"]
        self.folders.add(attached["folder"])
        self.attached[name] = attached

    def note(self, attached: dict[str, Any]) -> None:
        """Write a finding to the journal, once."""
        from probatum.errors import LedgerError
        from probatum.records.journal import Journal

        if self.noted.get(attached["finding"]["id"], {}).get("finding") == attached["finding"]:
            return
        self.noted[attached["finding"]["id"]] = attached
        try:
            self.journal = self.journal or Journal(self.folder, attached["code"])
            self.journal.add(attached)
        except LedgerError as error:
            self._trouble(str(error))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker of xdist ended: take what it collected."""
        self.collected = self.collected or getattr(node, "workeroutput", {}).get("probatum", {})

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Close the ledger, and let others make reports of it."""
        for name, attached in self.noted.items():
            if name not in self.findings:  # found before its turn, which did not come: the run was stopped
                self._take(attached)
        if not self.findings and not self.broken_collection:
            return
        from probatum.errors import LedgerError

        self.collected = self.collected or self.config.stash.get(COLLECTED, {})
        try:
            self._write(interrupted=exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED))
        except LedgerError as error:
            self._trouble(str(error))
        for problem in self.collected.get("problems", ()):
            self._trouble(problem)
        if self.problems and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _write(self, interrupted: bool) -> None:
        from probatum.authoring.census import census, claim_files
        from probatum.records.ledger import COSTS, LEDGER, assemble, canonical, write_atomically
        from probatum.records.provenance import run_record

        total = self.collected.get("total") or len(census(claim_files(self.roots)))
        selected = len(self.findings)
        complete = selected >= total and not interrupted and not self.broken_collection
        reused = sum("reused" in attached for attached in self.attached.values())
        run = run_record(self.config.rootpath, selected, max(total, selected), complete, reused)
        self.ledger = assemble(self._documents(), self.findings.values(), run)
        path = self.folder / LEDGER
        write_atomically(path, canonical(self.ledger))
        costs = {name: attached["seconds"] for name, attached in self.attached.items()}
        write_atomically(self.folder / COSTS, canonical({"seconds": costs}))
        self._close(complete)
        self._keep(complete)
        self.written = [path]
        self._report(path)

    def _report(self, path: Path) -> None:
        """Let others make reports; a report that fails is a problem of the run, and the ledger stands."""
        try:
            self.written += filter(None, self.config.hook.pytest_probatum_ledger_written(config=self.config, ledger_path=path))
        except Exception as error:
            self._trouble(f"the report was not written: got {type(error).__name__}: {error}")

    def _trouble(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def _close(self, complete: bool) -> None:
        """Remove this run's journal, and after a whole run those that ended runs left."""
        from probatum.records.journal import unfinished

        if self.journal:
            self.journal.close()
        for path in unfinished(self.folder) if complete and self.config.getoption("claims_resume") else ():
            path.unlink(missing_ok=True)

    def _keep(self, complete: bool) -> None:
        """Leave the findings in pytest's cache, for a later run that asks for them."""
        from probatum.records.reuse import CACHE_KEY, kept

        cache = getattr(self.config, "cache", None)
        if cache is not None and self.config.getoption("claims_reuse"):
            cache.set(CACHE_KEY, kept(cache.get(CACHE_KEY, {}), self.attached, complete))

    def _documents(self) -> list[dict[str, Any]]:
        from probatum.authoring.outline import read_outline
        from probatum.errors import OutlineError
        from probatum.records.ledger import document_record

        found = []
        for folder in sorted(self.folders):
            unchecked = self.collected.get("not_checkable", {}).get(folder, [])
            try:
                found.append(document_record(read_outline(Path(folder)), unchecked))
            except OutlineError:
                continue  # each claim there says so
        return found

    @pytest.hookimpl
    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """The verdicts, and where ledger and report are."""
        if not self.findings and not self.problems:
            return
        from probatum.session.terminal import summary

        terminalreporter.section("claims", sep="-")
        if self.ledger is not None:
            for line in summary(self.ledger):
                terminalreporter.write_line(line)
        for path in self.written:
            shown = path.relative_to(self.config.rootpath) if path.is_relative_to(self.config.rootpath) else path
            terminalreporter.write_line(f"{'ledger' if path.suffix == '.json' else 'report':<14} {shown.as_posix()}")
        for problem in self.problems:
            terminalreporter.write_line(f"probatum: error: {problem}", red=True)
