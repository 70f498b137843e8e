"""Decides claims in warm worker processes: each claim has its own time and memory, and its crash is its own."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from probatum.errors import ClaimCrashedError, ProbatumError, TimeLimitError, in_words
from probatum.session import leaving
from probatum.session.dealing import Deal, Group
from probatum.session.sources import compile_own_modules
from probatum.session.workers import method

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Task:
    """A claim by name, so that a worker finds it by importing its module."""

    module: str
    file: str
    function: str
    document: str
    path: str
    folder: str
    import_path: tuple[str, ...]
    seconds: float
    megabytes: int


Answer = tuple[dict[str, Any], float]  # the finding, and the seconds of processor time that it took


class Workers:
    """Processes whose tasks fail alone: those that crash, hang or run out of memory."""

    def __init__(self, count: int) -> None:
        self.pools = [_pool() for _ in range(count)]
        self.broken: list[ProcessPool] = []
        self.again: set[Task] = set()
        self.stopped = False

    def decide(self, groups: Iterable[Group[Task]]) -> dict[Task, Future[Answer]]:
        """Start to decide all claims of these groups, dealt out to the processes."""
        groups = list(groups)
        answers: dict[Task, Future[Answer]] = {task: Future() for group in groups for task in group.tasks}
        deal = Deal(groups, len(self.pools))
        for number in range(len(self.pools)):
            self._go_on(number, deal, answers)
        return dict(answers)

    def _go_on(self, number: int, deal: Deal[Task], answers: dict[Task, Future[Answer]]) -> None:
        """Give a process its next claim, and with the answer to that another."""
        while not self.stopped and (task := deal.next(number)) is not None:
            if self._given(number, deal, answers, task):
                return

    def _given(self, number: int, deal: Deal[Task], answers: dict[Task, Future[Answer]], task: Task) -> bool:
        """Whether a process took the claim; else the claim has that as its answer."""
        try:
            future = self._schedule(number, task)
        except Exception as problem:
            answers[task].set_exception(problem)
            return False
        future.add_done_callback(partial(self._answered, number, deal, answers, task))
        return True

    def _schedule(self, number: int, task: Task) -> Future[Answer]:
        """Have a process decide a claim; a new one where it died with nothing to do."""
        try:
            return self._scheduled(number, task)
        except RuntimeError:
            self._renew(number)
            return self._scheduled(number, task)

    def _scheduled(self, number: int, task: Task) -> Future[Answer]:
        future: Future[Answer] = self.pools[number].schedule(decide_task, args=(task,), timeout=task.seconds)
        return future

    def _renew(self, number: int) -> None:
        self.broken.append(self.pools[number])
        self.pools[number] = _pool()

    def _answered(self, number: int, deal: Deal[Task], answers: dict[Task, Future[Answer]], task: Task, future: Future[Answer]) -> None:
        """Pass an answer on; a claim whose process died before it was its turn is decided again, once."""
        problem = CancelledError() if future.cancelled() else future.exception()
        if isinstance(problem, BrokenProcessPool) and task not in self.again and not self.stopped:
            self.again.add(task)
            self._renew(number)
            if not self._given(number, deal, answers, task):
                self._go_on(number, deal, answers)
            return
        self._go_on(number, deal, answers)
        if problem is None:
            answers[task].set_result(future.result())
        else:
            answers[task].set_exception(problem)

    def stop(self) -> None:
        """End all processes at once."""
        self.stopped = True
        for pool in self.pools + self.broken:
            pool.stop()  # type: ignore[no-untyped-call]
        for pool in self.pools + self.broken:
            pool.join()


def _pool() -> ProcessPool:
    """A pool of one process, started with its first task."""
    return ProcessPool(max_workers=1, context=multiprocessing.get_context(method()), initializer=_prepare)


def result(future: Future[Answer], task: Task) -> Answer:
    """What the worker found; raises ProbatumError saying how it ended where it found nothing."""
    problem = CancelledError() if future.cancelled() else future.exception()
    if problem is None:
        return future.result()
    if isinstance(problem, ProbatumError):
        raise problem
    if isinstance(problem, FutureTimeoutError):
        limit = f"{task.seconds:g} s"
        raise TimeLimitError(f"got no finding within {limit}, wanted one: see claim_seconds, or the claim's seconds=")
    if isinstance(problem, ProcessExpired):
        raise ClaimCrashedError(f"got a process that ended with {_ending(problem.exitcode)}, wanted a finding")
    raise ClaimCrashedError(f"got {in_words(problem)}, wanted a finding") from problem


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"


def _prepare() -> None:
    """Workers collect garbage seldom: expressions are many small objects and few cycles, for which Python looks much too often."""
    compile_own_modules()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    leaving.forbid()  # a worker that ends with 0 looks as if it had done its work


def _restore(folder: str) -> None:
    """Undo what the claim before may have done to the process, which prints nothing: it would fill the terminal or the disk."""
    os.chdir(folder)
    void = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(void, stream)
    if void > 2:
        os.close(void)


def decide_task(task: Task) -> Answer:
    """In a worker: decide one claim within its memory."""
    from probatum.authoring.definition import MARK
    from probatum.judge.finding import Case, failed, find

    _restore(task.folder)
    _limit_memory(task.megabytes)
    started = time.process_time()
    claim = getattr(getattr(_module(task), task.function), MARK)
    try:
        finding = find(claim, task.document, task.path)
    except KeyboardInterrupt as leaving:  # of the claim's own making: a worker gets no keys
        problem = ClaimCrashedError(f"got {type(leaving).__name__}, wanted a proposition")
        finding = failed(Case(claim), problem.with_traceback(leaving.__traceback__), task.document, task.path)
    return finding, time.process_time() - started


def _module(task: Task) -> Any:
    """The module of the claim, imported as the collecting process imported it."""
    for entry in reversed(task.import_path):
        if entry not in sys.path:
            sys.path.insert(0, entry)
    found = sys.modules.get(task.module)
    if found is None:
        try:
            found = importlib.import_module(task.module)
        except ModuleNotFoundError:
            found = _from_file(task)
    return found if Path(str(found.__file__)) == Path(task.file) else _from_file(task)


def _from_file(task: Task) -> Any:
    spec = importlib.util.spec_from_file_location(task.module, task.file)
    if spec is None or spec.loader is None:
        raise ImportError(f"got {task.file}, wanted a Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[task.module] = module
    spec.loader.exec_module(module)
    return module


def _limit_memory(megabytes: int) -> None:
    """Let the address space grow by so much from here on, where the system can limit it."""
    try:
        import resource

        present = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (present + megabytes * MEGABYTE, hard))
    except (ImportError, OSError, ValueError):
        return
