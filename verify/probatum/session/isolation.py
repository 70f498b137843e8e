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
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from probatum.errors import ClaimCrashedError, ProbatumError, TimeLimitError
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
    import_path: tuple[str, ...]
    seconds: float
    megabytes: int


Answer = tuple[dict[str, Any], float]  # the finding, and the seconds of processor time that it took


class Workers:
    """A pool whose tasks fail alone: those that crash, hang or run out of memory."""

    def __init__(self, count: int) -> None:
        self.pool = ProcessPool(max_workers=count, context=multiprocessing.get_context(method()), initializer=_prepare)

    def submit(self, task: Task) -> Future[Answer]:
        """Start to decide a claim."""
        future: Future[Answer] = self.pool.schedule(decide_task, args=(task,), timeout=task.seconds)
        return future

    def stop(self) -> None:
        """End all workers at once."""
        self.pool.stop()  # type: ignore[no-untyped-call]
        self.pool.join()


def result(future: Future[Answer], task: Task) -> Answer:
    """What the worker found; raises ProbatumError saying how it ended where it found nothing."""
    try:
        return future.result()
    except FutureTimeoutError:
        limit = f"{task.seconds:g} s"
        raise TimeLimitError(f"got no finding within {limit}, wanted one: see claim_seconds, or the claim's seconds=") from None
    except ProcessExpired as ended:
        raise ClaimCrashedError(f"got a process that ended with {_ending(ended.exitcode)}, wanted a finding") from None
    except ProbatumError:
        raise
    except Exception as problem:
        raise ClaimCrashedError(f"got {type(problem).__name__}: {problem}, wanted a finding") from problem


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"


def _prepare() -> None:
    """Workers print nothing, for their output would fill the terminal or the disk; and they collect garbage seldom.

    Expressions are many small objects and few cycles: with the thresholds of Python, much time goes to looking for some.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    void = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(void, stream)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def decide_task(task: Task) -> Answer:
    """In a worker: decide one claim within its memory."""
    from probatum.authoring.definition import MARK
    from probatum.judge.finding import Case, failed, find

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
