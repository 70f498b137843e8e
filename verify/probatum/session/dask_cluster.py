"""Has claims decided on the workers of a Dask cluster, each of which gives every claim a process,
time and memory of its own, as a run by itself does.

A worker that is no daemon may start processes: those of a cluster that stands already are started
with `DASK_DISTRIBUTED__WORKER__DAEMON=False`, or without a nanny.
"""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Iterable
from concurrent.futures import CancelledError, Future, InvalidStateError
from functools import partial
from pathlib import Path
from threading import Lock

import dask
from distributed import Client, KilledWorker, LocalCluster

from probatum.errors import ClaimCrashedError, LostError, ProbatumError
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
pools: dict[Roots, Workers[Answer]] = {}  # in a worker of Dask: its own
pools_lock = Lock()


class Cluster:
    """A cluster by its address, or one on this machine that ends with the run."""

    def __init__(self, address: str, count: int, authors: Roots = ()) -> None:
        self.authors = authors
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
        given = self.executor.submit(decide_there, task, self.authors)
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
                self.client.run(stop_there)
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


def decide_there(task: Task, authors: Roots) -> Answer | ProbatumError:
    """In a worker of Dask: have a claim decided in a process of its own; what went wrong instead is
    returned, for Dask would log what is raised.
    """
    if multiprocessing.current_process().daemon:
        return ClaimCrashedError(DAEMON)
    try:
        with pools_lock:
            if authors not in pools:
                prepare()
                pools[authors] = Workers(1, decide_task, authors)
            workers = pools[authors]
        return result(workers.decide([Group((), [task])])[task], task)
    except ProbatumError as problem:
        return problem


def stop_there() -> None:
    """In a worker of Dask: end the processes of this run."""
    with pools_lock:
        while pools:
            pools.popitem()[1].stop()
