"""Runs the claims that pytest collected: has each decided, and attaches its finding to the
report.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Generator
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import pytest

from probatum.authoring.placeable import UNCHECKABLE, Recalled
from probatum.errors import ClaimCrashedError, LostError, ProbatumError, in_words
from probatum.judge.suspicion import suspected
from probatum.ledger_entries import Attached, NotCheckable
from probatum.records.dependencies import ORDER, add, state
from probatum.records.ledger import encodable, seal
from probatum.session.claim_items import claim_of, claims_in, function_of, is_claim
from probatum.session.claim_modules import Module
from probatum.session.completeness import left_out_on_purpose
from probatum.session.earlier_findings import Recall
from probatum.session.progress import Progress
from probatum.session.reaper import ending_daemons
from probatum.session.scheduling import Group, used
from probatum.session.stash import COLLECTED, RECORDER, SEALS, Collected
from probatum.session.tasks import Answer, Task, code_of
from probatum.session.terminal import failure
from probatum.session.tracking.clock_and_chance import is_ordered
from probatum.session.tracking.watching import stop_watching, watched
from probatum.settings import cluster, in_process
from probatum.vocabulary import Verdict

if TYPE_CHECKING:  # where all is known, nothing is brought in that decides
    from probatum.authoring.definition import Claim
    from probatum.session.dask_cluster import Cluster
    from probatum.session.workers import Workers

ATTACHED = pytest.StashKey[Attached]()
MOST_WORKERS = 4
SETS = f"{ORDER} of a set of texts"
# seconds between two looks at whether the run that a worker of xdist belongs to is still there
PAUSE = 0.5


class ClaimRunner:
    """The engine's side of a pytest session, in the main process or in a worker of xdist."""

    def __init__(self, config: pytest.Config, folders: tuple[Path, ...], recall: Recall) -> None:
        self.roots = folders
        self.config = config
        self.recall = recall
        self.placement = recall.placement
        self.in_xdist = hasattr(config, "workerinput")
        self.parent = os.getppid()
        self.in_process = in_process(config.option)
        self.workers: Workers[Answer] | Cluster | None = None
        self.futures: dict[Task, Future[Answer]] = {}
        self.items: dict[Task, pytest.Function] = {}
        self.tasks: dict[pytest.Function, Task] = {}
        self.arrived: SimpleQueue[tuple[Task, Future[Answer]]] = SimpleQueue()
        self.progress: Progress | None = None
        self.awaited = ""
        config.stash[SEALS] = set()

    def _known(self, item: pytest.Function) -> Attached | None:
        """What another run found of this very claim, where all is as it was."""
        return self.recall.finding(claim_of(item), item.path)

    def _whole(self, item: pytest.Function) -> Claim:
        """A claim with all that its author says of it, and its defect where it has one; one that
        was only recalled is imported for it.
        """
        from probatum.authoring.declarations import declarations_of

        module: Any = item.getparent(Module)
        known = isinstance(claim_of(item), Recalled)
        function = getattr(module.imported(), item.name) if known else function_of(item)
        return self.placement.placed(declarations_of(function).claim)

    @pytest.hookimpl
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note what was collected, for the ledger; an unfinished run that cannot be resumed ends it
        here.

        What has been imported by now stays to the end: garbage collection,
        of which pytest itself asks for much, need not look at it.
        """
        gc.freeze()
        _ = self.recall.resumed
        modules = {item.path: function_of(item).__globals__ for item in claims_in(session)}
        unchecked: dict[str, list[NotCheckable]] = {}
        problems = []
        for path, names in modules.items():
            for entry in names.get(UNCHECKABLE, []):
                record, problem = self.placement.not_checkable(entry)
                if problem:
                    problems.append(problem)
                else:
                    unchecked.setdefault(str(path.parent), []).append(record)
        for path in modules:
            self.placement.document(path)
        for path in {path.parent: path for path in modules}.values():
            problems += self.placement.answer_problems(
                path, {record["id"] for of in unchecked.values() for record in of}
            )
        self.config.stash[COLLECTED] = Collected(
            not_checkable=unchecked,
            problems=problems,
            total=len(self.placement.places),
            adopted={str(path): text for path, text in self.placement.adopted.items()},
        )

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Decide a claim instead of calling its function as a test."""
        if not is_claim(pyfuncitem):
            return None
        known = self._known(pyfuncitem)
        pyfuncitem.stash[ATTACHED] = (
            self._found(pyfuncitem) if known is None else self._held(pyfuncitem, known)
        )
        finding = pyfuncitem.stash[ATTACHED]["finding"]
        if not finding["as_expected"]:
            pytest.fail(failure(finding), pytrace=False)
        return True

    def _found(self, item: pytest.Function) -> Attached:
        """The finding of a claim; where a plugin interrupts it, such as one that limits the time of
        tests, that is its error.
        """
        try:
            return self._attached(item, self.placement.ledger_id(claim_of(item)), self._find(item))
        except (KeyboardInterrupt, SystemExit, pytest.exit.Exception):
            raise
        except BaseException as interruption:
            return self.interrupted(item, in_words(interruption))

    def interrupted(self, item: pytest.Function, got: str) -> Attached:
        """The finding of a claim that something other than itself ended."""
        document, path = self.placement.document_id(item.path), self.placement.relative(item.path)
        answer = _failed(
            self._whole(item),
            ClaimCrashedError(f"got {got}, wanted a finding"),
            document,
            path,
        )
        return self._attached(item, self.placement.ledger_id(claim_of(item)), answer)

    def _attached(self, item: pytest.Function, name: str, answer: Answer) -> Attached:
        """A finding with what a later run must know of it; of a process that was killed nobody
        knows what it used.
        """
        finding, seconds, used = answer
        attached: Attached = {
            "finding": encodable(finding | {"id": name}),
            "folder": str(item.path.parent),
            "seconds": round(seconds, 4),
            "key": self.recall.key(claim_of(item), item.path),
        }
        if used is not None:
            attached["reads"] = encodable(self.recall.grounds.reads(item.path, used.reads))
        return self._held(item, attached)

    def _held(self, item: pytest.Function, attached: Attached) -> Attached:
        """What was found, held against the passage that it is about as it is now."""
        doubt = self.placement.doubt(Path(claim_of(item).path), claim_of(item).at)
        finding = suspected(attached["finding"], doubt)
        self.config.stash[SEALS].add(seal(finding))
        return {**attached, "finding": finding}

    def _find(self, item: pytest.Function) -> Answer:
        claim = self._whole(item)
        document, path = self.placement.document_id(item.path), self.placement.relative(item.path)
        if claim.defect is not None or self.in_process:
            return self._noted(_found_here(claim, document, path))
        try:
            from probatum.session.workers import result

            return result(self._waited_for(self._future(item)), self._task(item))
        except ProbatumError as problem:
            if isinstance(problem, LostError):
                self._leave_journal()
            return _failed(claim, problem, document, path)

    def _leave_journal(self) -> None:
        """The cluster is gone: what it found stands in the journal, for a run that goes on."""
        self.config.stash[RECORDER].journal.unfinished = True
        pytest.exit("the cluster's scheduler is gone: go on with --claims-resume", returncode=2)

    def _future(self, item: pytest.Function) -> Future[Answer]:
        """The claim's finding to come; with the first, all claims of the session are started."""
        if self.workers is None:
            self.workers = self._workers()  # before the first task: it may add to the import path
            self._start(self.workers, self._waiting(item.session))
            self.progress = self._progress()
        task = self._task(item)
        if task not in self.futures:
            self._start(self.workers, [item])
        self.awaited = task.function
        return self.futures.pop(task)

    def _workers(self) -> Workers[Answer] | Cluster:
        """Who decides: processes of this run, or a cluster."""
        address = cluster(self.config.option)
        if address is None:
            from probatum.session.in_worker import decide_task
            from probatum.session.workers import Workers

            return Workers(self._count(), decide_task, self.roots)
        from probatum.session.dask_cluster import Cluster

        try:
            return Cluster(address, self._count(), self.roots)
        except (OSError, ValueError) as problem:
            pytest.exit(f"--claims-on: got {in_words(problem)}, wanted a cluster", returncode=4)

    def _waiting(self, session: pytest.Session) -> list[pytest.Function]:
        """The claims to start at once, but for those that a mark may skip; xdist hands them out one
        by one instead.
        """
        claims = [] if self.in_xdist else claims_in(session)
        return [
            item
            for item in claims
            if self._known(item) is None
            and self.placement.defect(claim_of(item)) is None
            and not any(map(left_out_on_purpose, item.iter_markers()))
        ]

    def _start(self, workers: Workers[Answer] | Cluster, claims: list[pytest.Function]) -> None:
        """Start to decide claims, those of a module together."""
        modules: dict[Path, Group[Task]] = {}
        for item in claims:
            if item.path not in modules:
                modules[item.path] = Group(used(function_of(item).__globals__))
            modules[item.path].tasks.append(self._task(item))
        futures = workers.decide(modules.values())
        self.futures |= futures
        self.items |= {self._task(item): item for item in claims}
        for task, future in futures.items():
            future.add_done_callback(partial(_arrive, self.arrived, task))

    def _waited_for(self, future: Future[Answer]) -> Future[Answer]:
        """The future when it is done. What came before goes to the journal:
        a run that is killed shall lose no finding.
        """
        recorder = self.config.pluginmanager.get_plugin("probatum-recorder")
        while not (future.done() and self.arrived.empty()):
            try:
                task, early = self.arrived.get(timeout=PAUSE)
            except Empty:
                self._leave_with_the_run()
                self._tell(future)
                continue
            self._count_verdict(early)
            if not early.cancelled() and early.exception() is None:
                answer, item = self._noted(early.result()), self.items[task]
                if recorder is not None and early is not future:
                    recorder.note(
                        self._attached(item, self.placement.ledger_id(claim_of(item)), answer)
                    )
        if self.progress is not None and self.progress.stands:
            with self._shown():
                self.progress.erase()
        return future

    def _progress(self) -> Progress | None:
        """What tells of a long run how far it is; workers of xdist leave that to the main
        process.
        """
        if self.in_xdist or not self.config.pluginmanager.has_plugin("terminalreporter"):
            return None
        return Progress(self.config.get_terminal_writer(), len(self.items))

    def _tell(self, future: Future[Answer]) -> None:
        if self.progress is not None:
            waiting = {task.function: other for task, other in self.futures.items()}
            with self._shown():
                self.progress.show(waiting | {self.awaited: future})

    def _shown(self) -> AbstractContextManager[None]:
        """Within it, what is written gets to the terminal: pytest captures what a test prints."""
        capture = self.config.pluginmanager.get_plugin("capturemanager")
        shown: AbstractContextManager[None] = (
            nullcontext() if capture is None else capture.global_and_fixture_disabled()
        )
        return shown

    def _count_verdict(self, future: Future[Answer]) -> None:
        if self.progress is not None and not future.cancelled():
            self.progress.decided("" if future.exception() else future.result().finding["verdict"])

    def _leave_with_the_run(self) -> None:
        """A worker of xdist whose main process was killed ends at once:
        by itself it would wait for its claim first.
        """
        if self.in_xdist and os.getppid() != self.parent:
            os._exit(pytest.ExitCode.INTERRUPTED)

    def _noted(self, answer: Answer) -> Answer:
        """An answer when it is known what the project's files used on the way to it:
        those in memory may serve other claims.
        """
        if answer.used is not None:
            self.recall.grounds.note(answer.used.by_file)
        return answer

    def _count(self) -> int:
        wanted = str(self.config.getini("claim_workers"))
        if wanted != "auto":
            return int(wanted)
        return 1 if self.in_xdist else min(MOST_WORKERS, os.cpu_count() or 1)

    def _task(self, item: pytest.Function) -> Task:
        if item not in self.tasks:
            self.tasks[item] = self._made(item)
        return self.tasks[item]

    def _made(self, item: pytest.Function) -> Task:
        seconds, megabytes = self.recall.limits(claim_of(item))
        return Task(
            module=function_of(item).__module__,
            file=str(item.path),
            function=item.name,
            id=str(claim_of(item).id),
            document=self.placement.document_id(item.path),
            path=self.placement.relative(item.path),
            folder=str(Path.cwd()),
            import_path=tuple(sys.path),
            seconds=seconds,
            megabytes=megabytes,
            code="" if cluster(self.config.option) is None else code_of(self._whole(item)),
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Attach the finding to the report, as plain data that cross to another process;
        a red claim is reported as one.
        """
        report = yield
        if report.when == "call" and ATTACHED in item.stash:
            finding = item.stash[ATTACHED]["finding"]
            vars(report)["probatum"] = item.stash[ATTACHED]
            if not finding["as_expected"] and not report.failed:
                vars(report).pop("wasxfail", None)
                report.outcome, report.longrepr = "failed", failure(finding)
            elif finding["verdict"] == Verdict.OPEN and report.passed:
                report.outcome, vars(report)["wasxfail"] = "skipped", finding["reason"]
        return report

    @pytest.hookimpl
    def pytest_sessionfinish(self) -> None:
        """End the workers; in a worker of xdist, send what was collected to the main process."""
        gc.freeze()
        stop_watching()
        if self.workers is not None:
            self.workers.stop()
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output["probatum"] = encodable(self.config.stash.get(COLLECTED, {}))
            output["probatum_seals"] = [*self.config.stash[SEALS]]


def _arrive(
    arrived: SimpleQueue[tuple[Task, Future[Answer]]], task: Task, future: Future[Answer]
) -> None:
    arrived.put((task, future))


def _found_here(claim: Claim, document: str, path: str) -> Answer:
    """Decide a claim in this process, which imports the deciders only for that."""
    from probatum.judge.finding import find

    started = time.process_time()
    with ending_daemons(), watched() as used:
        finding = find(claim, document, path)
    if used is not None and not is_ordered():
        add(used.reads, {SETS: state(SETS)})
    return Answer(finding, time.process_time() - started, used)


def _failed(claim: Claim, problem: ProbatumError, document: str, path: str) -> Answer:
    from probatum.judge.finding import failed

    return Answer(failed(claim, problem, document, path), 0.0, None)
