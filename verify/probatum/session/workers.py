"""Decides claims in warm worker processes: each claim has its own time and memory,
and its crash is its own.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, InvalidStateError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, Generic

from pebble import ProcessExpired, ProcessPool

from probatum.errors import ClaimCrashedError, ProbatumError, TimeLimitError, in_words
from probatum.session.current_part import CurrentPart
from probatum.session.in_worker import prepare
from probatum.session.restarts import FewStarts
from probatum.session.scheduling import Deal, Group
from probatum.session.tasks import A, Returned, Task

Work = Callable[[Task], Returned[A]]

LOST = 255  # what multiprocessing gives as the exit code of a process whose parent was killed
PAUSE = 0.2  # seconds between two looks at whether a pool is still there
START = 300.0  # seconds in which a worker must come to its first claim, on however busy a machine
MOST_HUNG = 2  # in a row, of workers that did not
PAUSES = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0)  # seconds


class HungError(BrokenProcessPool):
    """A worker did not come to its claim, and did not end either."""


@dataclass(frozen=True, slots=True)
class Course(Generic[A]):
    """The claims of a run as they are dealt out, with their answers."""

    deal: Deal[Task]
    answers: dict[Task, Future[A]]


class Workers(Generic[A]):
    """Processes whose tasks fail alone: those that crash, hang or run out of memory.

    work: what they do with a task, such as `decide_task`.
    """

    def __init__(self, count: int, work: Work[A], authors: tuple[Path, ...] = ()) -> None:
        self.work = work
        self.authors = authors
        self.parts = [CurrentPart() for _ in range(count)]
        self.pools = [_pool(authors, part) for part in self.parts]
        self.given: list[Future[Returned[A]] | None] = [None] * count
        self.since = [0.0] * count
        self.hung = [0] * count
        self.ending: list[Thread] = []
        self.again: set[Task] = set()
        self.stopped = False

    def decide(self, groups: Iterable[Group[Task]]) -> dict[Task, Future[A]]:
        """Start to decide all claims of these groups, dealt out to the processes."""
        groups = list(groups)
        answers: dict[Task, Future[A]] = {
            task: Future() for group in groups for task in group.tasks
        }
        deal = Deal(groups, len(self.pools))
        for number in range(len(self.pools)):
            self._go_on(number, Course(deal, answers))
        Thread(target=self._look_after, args=(tuple(answers.values()),), daemon=True).start()
        return dict(answers)

    def _look_after(self, answers: tuple[Future[A], ...]) -> None:
        """A pool that breaks just when it is given a claim never answers, nor does one whose
        process hangs before it begins: that claim was lost.
        """
        while not (self.stopped or all(answer.done() for answer in answers)):
            silent = [
                (given, BrokenProcessPool("nothing runs any more"))
                for pool, given in zip(self.pools, self.given, strict=True)
                if given is not None and not _is_active(pool)
            ]
            time.sleep(PAUSE)
            for given, problem in (*silent, *self._hanging()):
                with suppress(InvalidStateError):
                    given.set_exception(problem)

    def _hanging(self) -> Iterator[tuple[Future[Returned[A]], BrokenProcessPool]]:
        now = time.monotonic()
        for number, given in enumerate(self.given):
            waits = given is not None and not (given.running() or given.done())
            if given is not None and waits and now - self.since[number] > START:
                self.hung[number] += 1
                yield given, HungError(f"nothing began within {START:g} s")

    def _go_on(self, number: int, course: Course[A]) -> None:
        """Give a process its next claim, and with the answer to that another."""
        while not self.stopped and (task := course.deal.next(number)) is not None:
            answer = course.answers[task]
            if not (answer.running() or answer.done()):
                answer.set_running_or_notify_cancel()  # so that it is seen to have begun
            if self._given(number, course, task):
                return

    def _given(self, number: int, course: Course[A], task: Task) -> bool:
        """Whether a process took the claim; else the claim has that as its answer."""
        try:
            if self.hung[number] >= MOST_HUNG:
                raise HungError(f"nothing began within {START:g} s")
            future = self._schedule(number, task)
        except Exception as problem:
            course.answers[task].set_exception(problem)
            return False
        self.given[number], self.since[number] = future, time.monotonic()
        future.add_done_callback(partial(self._answered, number, course, task))
        return True

    def _schedule(self, number: int, task: Task) -> Future[Returned[A]]:
        """Have a process decide a claim; a new one where it died with nothing to do,
        or its parent did, which takes a while to replace.
        """
        for pause in (*PAUSES, None):
            try:
                future: Future[Returned[A]] = self.pools[number].schedule(
                    self.work, args=(task,), timeout=task.seconds
                )
                return future
            except RuntimeError as problem:
                if pause is None:
                    raise
                time.sleep(pause if isinstance(problem.__cause__, (OSError, EOFError)) else 0)
                self._renew(number)
        raise AssertionError("unreachable")

    def _renew(self, number: int) -> None:
        """Replace a process; the old one ends by itself, with all that was started in it."""
        ending = Thread(target=_end, args=(self.pools[number],), daemon=True)
        self.parts[number] = CurrentPart()
        self.pools[number] = _pool(self.authors, self.parts[number])
        self.ending.append(ending)
        ending.start()

    def _answered(
        self, number: int, course: Course[A], task: Task, future: Future[Returned[A]]
    ) -> None:
        """Pass an answer on; where that fails, what failed is the answer: nobody else would wait
        for it.
        """
        try:
            self._pass_on(number, course, task, future)
        except Exception as problem:
            with suppress(InvalidStateError):
                course.answers[task].set_exception(problem)

    def _pass_on(
        self, number: int, course: Course[A], task: Task, future: Future[Returned[A]]
    ) -> None:
        """The answer of a claim; one that was lost with its worker, it seems by no doing of its
        own, is decided again, apart, once.
        """
        problem = CancelledError() if future.cancelled() else future.exception()
        if isinstance(problem, FutureTimeoutError):
            problem = _out_of_time(task, self.parts[number].read())
        self.hung[number] *= isinstance(problem, HungError)
        spoiled = _lost(problem) if problem is not None else future.result().spoiled
        if spoiled and not self.stopped:
            self._renew(number)
        if _lost(problem) and task not in self.again and not self.stopped:
            self.again.add(task)
            course.deal.again(task)
            self._go_on(number, course)
            return
        self._go_on(number, course)
        if problem is None:
            course.answers[task].set_result(future.result().answer)
        else:
            course.answers[task].set_exception(problem)

    def stop(self) -> None:
        """End all processes at once."""
        self.stopped = True
        for pool in self.pools:
            pool.stop()  # type: ignore[no-untyped-call]
        for pool in self.pools:
            pool.join()
        for ending in self.ending:
            ending.join()


def _is_active(pool: ProcessPool) -> bool:
    """Whether a pool runs; one that was just made starts when it is asked, and may fail to."""
    try:
        return bool(pool.active)
    except (OSError, RuntimeError):
        return False


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _lost(problem: BaseException | None) -> bool:
    """Whether a worker ended in a way that tells nothing of its claim."""
    return isinstance(problem, BrokenProcessPool) or (
        isinstance(problem, ProcessExpired) and problem.exitcode == LOST
    )


def _pool(authors: tuple[Path, ...], part: CurrentPart) -> ProcessPool:
    """A pool of one process, started with its first task."""
    context: Any = FewStarts(part)
    return ProcessPool(
        max_workers=1, context=context, initializer=prepare, initargs=(authors, part)
    )


def _out_of_time(task: Task, where: str) -> TimeLimitError:
    limit = f"{task.seconds:g} s{f', {where}' if where else ''}"
    return TimeLimitError(
        f"got no finding within {limit}, wanted one: see claim_seconds, or the claim's seconds="
    )


def result(future: Future[A], task: Task) -> A:
    """What the worker found; raises ProbatumError saying how it ended where it found nothing."""
    problem = CancelledError() if future.cancelled() else future.exception()
    if problem is None:
        return future.result()
    if isinstance(problem, ProbatumError):
        raise problem
    if isinstance(problem, BrokenProcessPool):
        what = f"hung for {START:g} s" if isinstance(problem, HungError) else "ended"
        raise ClaimCrashedError(
            f"got a process that {what} before it began with the claim, wanted a finding"
        ) from problem
    if isinstance(problem, ProcessExpired):
        ending = "its parent" if _lost(problem) else _ending(problem.exitcode)
        raise ClaimCrashedError(f"got a process that ended with {ending}, wanted a finding")
    raise ClaimCrashedError(f"got {in_words(problem)}, wanted a finding") from problem


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"
