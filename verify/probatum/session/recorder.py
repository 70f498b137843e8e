"""Records the findings of a session: the journal as they come, the ledger at the end,
and what the terminal says of them.
"""

from __future__ import annotations

import contextlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from probatum.session.asked import SENT, asked
from probatum.session.beginning import asked_output, begin, tell_of_earlier
from probatum.session.run_journal import RunJournal
from probatum.session.selection import concerns, decides, looks
from probatum.session.stash import ACCOUNT, COLLECTED, MODULES, SEALS, Collected, NodeIds

if TYPE_CHECKING:  # a project without claims brings in no more than it must
    from probatum.ledger_entries import Attached, Document, Finding, Ledger

TAKEN = "code of the project left it out, and not the command line"
LOOKED = "addopts or code of the project ask only to look, and not the command line"


class Recorder:
    """The ledger's side of a pytest session, in the main process only;
    it costs nothing until a finding comes.
    """

    def __init__(self, config: pytest.Config, roots: tuple[Path, ...]) -> None:
        self.config = config
        self.roots = roots
        self.findings: dict[str, Finding] = {}
        self.folders: set[str] = set()
        self.attached: dict[str, Attached] = {}
        self.collected: Collected = {}
        self.broken_collection = False
        self.account: NodeIds = {}
        self.seals: set[str] = set()
        self.answered: set[str] = set()  # node ids of the claims whose finding came
        self.ends: dict[str, pytest.TestReport] = {}  # the last words of those that brought none
        self.began = False
        self.certified = False
        self.journal = RunJournal()
        self.ledger: Ledger | None = None
        self.written: list[Path] = []
        self.adopted: list[Path] = []
        self.problems: list[str] = []

    @property
    def _concerned(self) -> bool:
        return self.began or concerns(self.config, self.roots)

    @cached_property
    def folder(self) -> Path:
        """Where the ledger goes: beside a checkout that is read-only, into a temporary folder."""
        from probatum.records.project_files import writable

        return writable(asked_output(self.config))

    @pytest.hookimpl
    def pytest_sessionstart(self) -> None:
        """Note from which unfinished runs this one goes on: others may begin meanwhile. Where there
        is none, no run begins.
        """
        if not (self.config.getoption("claims_resume") and self._concerned):
            return
        from probatum.errors import LedgerError

        try:
            self.journal.go_on(self.folder)
        except LedgerError as error:
            raise pytest.UsageError(str(error)) from error

    @pytest.hookimpl(tryfirst=True)  # what others do with it may be interrupted as well
    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """A run that is interrupted can be gone on from, unless pytest itself stopped it, as after
        an error of collection.
        """
        self.journal.unfinished = not isinstance(excinfo.value, pytest.Session.Interrupted)

    @pytest.hookimpl
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A module that cannot be imported, or skips itself, hides its claims."""
        hides_claims = not report.passed and self._among_claims(report.nodeid)
        self.broken_collection = self.broken_collection or hides_claims
        if hides_claims and report.skipped:
            self.trouble(
                f"{report.nodeid}: got a module that skips itself ({_words(report)}), "
                "wanted its claims"
            )

    def _among_claims(self, nodeid: str) -> bool:
        path = (self.config.rootpath / nodeid.partition("::")[0]).resolve()
        return any(path.is_relative_to(root) for root in self.roots)

    @pytest.hookimpl
    def pytest_internalerror(self) -> None:
        """Whatever broke down inside pytest or a plugin, the run cannot vouch for its findings."""
        self.trouble("an internal error of pytest or of a plugin, wanted none: see above")

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell a worker of xdist what the command line asks for, and send it no list but a plain
        one.
        """
        node.workerinput[SENT] = asked(self.config).plain
        node.workerinput["mainargv"] = [*node.workerinput["mainargv"]]

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any, ids: list[str]) -> None:
        """A worker of xdist collected claims: the run has begun."""
        if any(self._among_claims(name) for name in ids):
            begin(self.config)

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take a finding out of the report of its claim."""
        attached = getattr(report, "probatum", None)
        if attached is None:
            if not report.passed or hasattr(report, "wasxfail"):
                self.ends[report.nodeid] = report
            return
        self.answered.add(report.nodeid)
        finding = attached["finding"]
        earlier = self.findings.get(finding["id"])
        if earlier is not None and not earlier["as_expected"]:
            return  # a second try never turns a red claim green
        self._take(attached)
        self.note(attached)

    def _take(self, attached: Attached) -> None:
        name = attached["finding"]["id"]
        self.findings[name] = attached["finding"]
        self.folders.add(attached["folder"])
        self.attached[name] = attached

    def note(self, attached: Attached) -> None:
        """Write a finding to the journal, once."""
        from probatum.errors import LedgerError

        try:
            self.journal.note(attached, self.folder)
        except LedgerError as error:
            self.trouble(str(error))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker of xdist ended: take what it collected."""
        output = getattr(node, "workeroutput", {})
        self.collected = self.collected or output.get("probatum", {})
        self.account = self.account or output.get("probatum_account", {})
        self.seals |= set(output.get("probatum_seals", ()))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Hold what was found against what was to be found, close the ledger,
        and let others make reports of it.
        """
        for name, attached in self.journal.noted.items():
            if (
                name not in self.findings
            ):  # found before its turn, which did not come: the run was stopped
                self._take(attached)
        self._take_collected()
        self._take_interrupted(session)
        self._check_seals()
        unanswered = self._unanswered()
        broken = exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
        stopped = broken or session.shouldfail or session.shouldstop  # which is said elsewhere
        for problem in (*self.account.get("problems", ()), *([] if stopped else unanswered)):
            self.trouble(problem)
        self._close_ledger(interrupted=broken or bool(unanswered) or bool(self.problems))
        red = any(not finding["as_expected"] for finding in self.findings.values())
        kept = bool(self.account) or not decides(self.config)
        self.certified = kept and not (red or unanswered or self.problems or self.broken_collection)
        if kept and not self.certified and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _take_collected(self) -> None:
        """What was collected in this process; that of the workers of xdist came with their end."""
        self.account = self.account or self.config.stash.get(ACCOUNT, {})
        self.collected = self.collected or self.config.stash.get(COLLECTED, Collected())

    def _take_interrupted(self, session: pytest.Session) -> None:
        """A claim that something else ended, such as a plugin that forks,
        is an error of its own.
        """
        runner = self.config.pluginmanager.get_plugin("probatum-runner")
        if runner is None:
            return
        waiting = set(self.account.get("selected", ())) - self.answered
        for item in session.items:
            report = self.ends.get(item.nodeid)
            if item.nodeid in waiting and report is not None and report.failed:
                self._take(runner.interrupted(item, _words(report)))
                self.answered.add(item.nodeid)
                waiting.discard(item.nodeid)

    def _check_seals(self) -> None:
        """A finding that differs from what was found was changed on its way, by a hook;
        of a worker of xdist that crashed nobody says what it found.
        """
        if not self.findings:
            return
        from probatum.records.ledger import seal

        here = self.config.stash.get(SEALS, None) or set()
        known = self.seals | here
        for name, finding in self.findings.items():
            if seal(finding) not in known:
                self.trouble(
                    f"{name}: got a finding that was changed on its way, or whose worker of xdist "
                    "crashed, wanted what was found"
                )

    def _left_out(self) -> dict[str, str]:
        """The claims that a mark of their author skipped, with the reason."""
        ends = {
            name: self.ends[name] for name in self.account.get("marked", ()) if name in self.ends
        }
        return {
            name: _words(end)
            for name, end in ends.items()
            if end.skipped and not hasattr(end, "wasxfail")
        }

    def _unanswered(self) -> list[str]:
        """Each claim that was selected and brought no finding, with how it ended."""
        known = self.answered | self._left_out().keys()
        missing = [name for name in self.account.get("selected", ()) if name not in known]
        taken = dict.fromkeys(self.account.get("taken", ()), TAKEN)
        untold = LOOKED if looks(self.config.option) else "nothing ran it"
        told = {name: _words(end) for name, end in self.ends.items()}
        ends = {name: told.get(name) or taken.get(name, untold) for name in missing}
        return [f"{name}: got no finding ({end}), wanted one" for name, end in ends.items()]

    def _close_ledger(self, interrupted: bool) -> None:
        if not self.findings and not (self.journal.unfinished and self._concerned):
            return
        from probatum.errors import LedgerError
        from probatum.garbage import uncollected

        try:
            with uncollected():
                if self.findings:
                    self._write(interrupted)
                else:
                    self.journal.leave_empty(self.folder)
        except LedgerError as error:
            self.trouble(str(error))
        for problem in self.collected.get("problems", ()):
            self.trouble(problem)

    def _write(self, interrupted: bool) -> None:
        from probatum.records.ledger import BEFORE, COSTS, LEDGER, canonical, write_atomically

        self.ledger = self.found(interrupted)
        complete = self.ledger["run"]["complete"]
        path = self.folder / LEDGER
        write_atomically(path, canonical(self.ledger))
        costs = {name: attached["seconds"] for name, attached in self.attached.items()}
        write_atomically(self.folder / COSTS, canonical({"seconds": costs}))
        with contextlib.suppress(OSError):  # whatever else stands there is no ledger
            self.folder.joinpath(BEFORE).unlink(missing_ok=True)
        self.journal.close(self.folder, complete)
        self._keep(complete)
        self._adopt()
        self.written = [path]
        before = path.read_bytes()
        self._report(path)
        self._check_unchanged(path, before)

    def found(self, interrupted: bool = False) -> Ledger:
        """The ledger of what was found up to now."""
        from probatum.records.ledger import assemble
        from probatum.records.provenance import Extent, run_record

        self._take_collected()
        total = self._total
        selected = len(self.findings)
        complete = selected >= total and not interrupted and not self.broken_collection
        reused = sum("reused" in attached for attached in self.attached.values())
        extent = Extent(selected, max(total, selected), complete, reused)
        run = run_record(self.config.rootpath, extent)
        return assemble(self._documents(), self.findings.values(), run)

    @property
    def _total(self) -> int:
        """How many claims stand in the files."""
        from probatum.authoring.census import census, written_files

        return self.collected.get("total") or len(census(written_files(self.roots)))

    def _adopt(self) -> None:
        """Record the words that the claims of a new document are written for,
        where that can be written.
        """
        for name, text in self.collected.get("adopted", {}).items():
            with contextlib.suppress(OSError), open(name, "x", encoding="utf-8") as file:
                file.write(text)
                self.adopted.append(Path(name))

    def _report(self, path: Path) -> None:
        """Let others make reports; a report that fails is a problem of the run,
        and the ledger stands.
        """
        try:
            self.written += filter(
                None,
                self.config.hook.pytest_probatum_ledger_written(
                    config=self.config, ledger_path=path
                ),
            )
        except Exception as error:
            self.trouble(f"the report was not written: got {type(error).__name__}: {error}")

    def _check_unchanged(self, path: Path, before: bytes) -> None:
        """Reports read the ledger, and nothing else: what they did to it is undone."""
        from probatum.records.ledger import canonical, write_atomically

        if not path.is_file() or path.read_bytes() != before:
            self.ledger = self.found(interrupted=True)
            write_atomically(path, canonical(self.ledger))
            self.trouble(
                f"{self._shown(path)}: got a ledger that a hook or another run changed, "
                "wanted it as written"
            )

    def trouble(self, problem: str) -> None:
        """Note what makes the run red, whatever its claims come to."""
        if problem not in self.problems:
            self.problems.append(problem)

    def _keep(self, complete: bool) -> None:
        """Leave in pytest's cache, for later runs, what was found and what modules held."""
        from probatum.records.reuse import kept
        from probatum.session.earlier_findings import store_of

        store = store_of(self.config)
        if store is not None:
            modules = store.modules | self.config.stash.get(MODULES, {})
            store.write(kept(store.findings, self.attached, complete), modules)

    def _documents(self) -> list[Document]:
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
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The verdicts, what was left out, and where ledger and report are."""
        left_out = self._left_out()
        if not decides(self.config):
            tell_of_earlier(self.config, terminalreporter)
        none_found = not (self.findings or self.problems or self.broken_collection)
        if none_found and not (left_out or self.account.get("deselected")):
            return
        from probatum.session.last_words import LastWords

        words = LastWords(
            root=self.config.rootpath,
            ledger=self.ledger,
            total=self._total,
            left_out=left_out,
            written=self.written,
            adopted=self.adopted,
            problems=self.problems,
        )
        terminalreporter.write_sep("-", "claims")
        for line in words.lines():
            terminalreporter.write_line(line)
        for line in words.errors():
            terminalreporter.write_line(line, red=True)

    def _shown(self, path: Path) -> str:
        from probatum.session.completeness import relative

        return relative(path, self.config.rootpath)


def _words(report: pytest.TestReport | pytest.CollectReport) -> str:
    """How a test ended, in one line."""
    if hasattr(report, "wasxfail"):
        return f"an expected failure: {report.wasxfail}"
    told = report.longrepr
    lines = str(told[2] if isinstance(told, (tuple, list)) else told or report.outcome).splitlines()
    return lines[-1].strip().removeprefix("Skipped: ") if lines else str(report.outcome)
