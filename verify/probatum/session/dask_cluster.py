"""Has claims decided on the workers of a Dask cluster, each of which gives every claim a process,
time and memory of its own, as a run by itself does.

A worker that is no daemon may start processes: those of a cluster that stands already are started
with `DASK_DISTRIBUTED__WORKER__DAEMON=False`, or without a nanny.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future, InvalidStateError
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Lock

import dask
from distributed import Client, KilledWorker, LocalCluster

from probatum.errors import ClaimCrashedError, LostError, ProbatumError
from probatum.records.reuse import engine_code
from probatum.session.in_worker import decide_task
from probatum.session.parent import DAEMON, prepare
from probatum.session.scheduling import Group
from probatum.session.tasks import Answer, Task
from probatum.session.workers import Workers, result

PATIENCE = 30  # seconds for a cluster to answer at all
# Of a worker that Dask starts: it may start processes, and is given no claim ahead of its time, so
# that a claim that ends it takes none along.
LOCAL = {"distributed.worker.daemon": False, "distributed.scheduler.worker-saturation": 1.0}
Roots = tuple[Path, ...]
CODE = engine_code()  # as it was imported: a cluster may stand for longer than it is the same


@dataclass(frozen=True, slots=True)
class Run:
    """One run that has claims decided, in processes of its own: those of an earlier one may know
    modules as they were then. It stops its processes at its end, unless it was killed.

    authors: the folders of claims; code: of the engine that the run has itself.
    """

    authors: Roots
    code: str = CODE
    name: str = field(default_factory=lambda: uuid.uuid4().hex)


pools: dict[Run, Workers[Answer]] = {}  # in a worker of Dask: its own
busy: Counter[Run] = Counter()  # how many claims of each run it decides
pools_lock = Lock()


class Cluster:
    """A cluster by its address, or one on this machine that ends with the run."""

    def __init__(self, address: str, count: int, authors: Roots = ()) -> None:
        self.run = Run(authors)
        self.local: LocalCluster | None = None
        if not address:
            dask.config.set(LOCAL)  # to the end: workers that are lost are replaced
            self.local = LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=":0")
        self.client = Client(address or self.local, timeout=PATIENCE, set_as_default=False)
        self.executor = self.client.get_executor(pure=False)
        # Dask forgets what nobody holds
        self.given: dict[Task, Future[Answer | ProbatumError]] = {}
        self.apart: list[Task] = []
        self.waiting = 0
        self.lock = Lock()
        self.stopped = False

    def decide(self, groups: Iterable[Group[Task]]) -> dict[Task, Future[Answer]]:
        """Start to decide all claims of these groups."""
        answers: dict[Task, Future[Answer]] = {
            task: Future() for group in groups for task in group.tasks
        }
        with self.lock:
            self.waiting += len(answers)
        for task in answers:
            self._send(task, answers, again=False)
        return dict(answers)

    def _send(self, task: Task, answers: dict[Task, Future[Answer]], again: bool) -> None:
        given = self.executor.submit(decide_there, task, self.run)
        self.given[task] = given
        given.add_done_callback(partial(self._answered, task, answers, again))

    def _answered(
        self,
        task: Task,
        answers: dict[Task, Future[Answer]],
        again: bool,
        given: Future[Answer | ProbatumError],
    ) -> None:
        """Pass an answer on. Dask itself sends a claim whose worker ended to others, counts how
        often, and gives up; it, or one beside it, ended them: it is sent once more, alone.
        """
        problem = CancelledError() if given.cancelled() else given.exception()
        if isinstance(problem, KilledWorker) and not again:
            with self.lock:
                self.apart.append(task)
        else:
            with contextlib.suppress(InvalidStateError):  # of a run that is over
                _pass_on(answers[task], problem, given)
        with self.lock:
            self.waiting -= 1
            following = self.apart.pop() if self.apart and not self.waiting else None
            self.waiting += following is not None
        if following is not None and not self.stopped:
            self._send(following, answers, again=True)

    def stop(self) -> None:
        """End what was started for this run."""
        self.stopped = True
        with contextlib.suppress(Exception):  # of a cluster that is gone there is nothing to end
            if self.client.status == "running":
                self.client.run(stop_there, self.run)
        self.client.close(timeout=PATIENCE)
        if self.local is not None:
            self.local.close(timeout=PATIENCE)


def _pass_on(
    answer: Future[Answer],
    problem: BaseException | None,
    given: Future[Answer | ProbatumError],
) -> None:
    if isinstance(problem, CancelledError):
        problem = LostError("got a scheduler that is gone, wanted findings")
    elif isinstance(problem, KilledWorker):
        tries = 2 * dask.config.get("distributed.scheduler.allowed-failures") + 2
        problem = ClaimCrashedError(
            f"got {tries} workers that ended while they decided it, wanted a finding"
        )
    found = given.result() if problem is None else problem
    if isinstance(found, BaseException):
        answer.set_exception(found)
    else:
        answer.set_result(found)


def decide_there(task: Task, run: Run) -> Answer | ProbatumError:
    """In a worker of Dask: have a claim decided in a process of its own; what went wrong instead is
    returned, for Dask would log what is raised.
    """
    if multiprocessing.current_process().daemon:
        return ClaimCrashedError(DAEMON)
    if run.code != CODE:
        return ClaimCrashedError(
            "got a worker of Dask that has another Probatum, wanted one that was started with the "
            "same as this run"
        )
    try:
        with _workers_of(run) as workers:
            return result(workers.decide([Group((), [task])])[task], task)
    except ProbatumError as problem:
        return problem


@contextlib.contextmanager
def _workers_of(run: Run) -> Iterator[Workers[Answer]]:
    """The processes of a run; those of others that do nothing are ended: they may have been
    killed.
    """
    with pools_lock:
        for other in [each for each in pools if each != run and not busy[each]]:
            pools.pop(other).stop()
        if run not in pools:
            prepare()
            pools[run] = Workers(1, decide_task, run.authors)
        busy[run] += 1
        workers = pools[run]
    try:
        yield workers
    finally:
        with pools_lock:
            busy.subtract([run])
            if not busy[run]:
                del busy[run]  # one that stands for long has many


def stop_there(run: Run) -> None:
    """In a worker of Dask: end the processes of this run."""
    with pools_lock:
        if run in pools:
            pools.pop(run).stop()
