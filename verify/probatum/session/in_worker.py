"""What a worker process does: it decides one claim after the other, each within its memory."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
import signal
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from probatum.errors import ClaimCrashedError, in_words
from probatum.session import early_exit, process_state, reaper
from probatum.session.current_part import CurrentPart
from probatum.session.sources import compile_own_modules
from probatum.session.tasks import Answer, Returned, Task, code_of
from probatum.session.tracking.clock_and_chance import is_ordered
from probatum.session.tracking.watching import watch, watched

MEGABYTE = 1024 * 1024
parts: list[CurrentPart] = []  # the worker's own
own: list[int] = []  # the number of the process that was given the claim
ordered: list[bool] = []  # whether other processes go through sets of texts as it does
unprepared: list[BaseException] = []  # why it could not be prepared
# The worker's own, and as each module of claims left them.
known: dict[str, process_state.ProcessState] = {}


def prepare(authors: tuple[Path, ...], part: CurrentPart) -> None:
    """Before the worker's first claim, which is told what goes wrong here:
    a process that ended would be replaced by its like.
    """
    early_exit.forbid()  # a worker that ends with 0 looks as if it had done its work
    parts[:] = [part]
    try:
        _set_up(authors)
    except BaseException as problem:
        unprepared[:] = [problem]


def _set_up(authors: tuple[Path, ...]) -> None:
    """Workers collect garbage seldom: expressions are many small objects and few cycles,
    for which Python looks much too often.
    """
    compile_own_modules(authors)
    ordered[:] = [is_ordered()]
    watch()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    reaper.register()
    known[""] = process_state.present()


def check_prepared() -> None:
    """Raise ClaimCrashedError where it could not be prepared."""
    for problem in unprepared:
        raise ClaimCrashedError(
            f"got {in_words(problem)} while a process was prepared, wanted a finding"
        ) from problem


def enter(task: Task) -> None:
    """Be where a task is to be done, within its memory, and print nothing: it would
    fill the terminal or the disk.
    """
    os.chdir(task.folder)
    void = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(void, stream)
    if void > 2:
        os.close(void)
    _limit_memory(task.megabytes)


def _entered(task: Task) -> Any:
    """The claim's module, in the process as it was when that was imported."""
    process_state.restore(known.get(task.module, known[""]))
    enter(task)
    module = _module(task)
    if task.module not in known:
        known[task.module] = replace(process_state.present(), limits=known[""].limits)
    return module


def decide_task(task: Task) -> Returned[Answer]:
    """Decide one claim within its memory."""
    from probatum.authoring.declarations import claim_of
    from probatum.judge import announcing
    from probatum.judge.finding import failed, find

    announcing.watchers[:] = [_leave_if_forked, *(part.write for part in parts)]
    own[:] = [os.getpid()]
    announcing.decide_next("its module")
    check_prepared()
    threads, started = threading.active_count(), time.process_time()
    with watched() as used:
        claim = claim_of(getattr(_entered(task), task.function))
        if task.id not in ("", str(claim.id)):
            raise ClaimCrashedError(
                f"got {claim.id!r} by the name {task.function} when its module was imported again, "
                f"wanted {task.id!r}"
            )
        if task.code not in ("", code_of(claim)):
            raise ClaimCrashedError(
                f"got other code of {task.function} when its module was imported again, wanted "
                "what was collected: files changed meanwhile, or a worker has another state of them"
            )
        opened = process_state.descriptors()
        try:
            finding = find(claim, task.document, task.path)
        except KeyboardInterrupt as leaving:  # of the claim's own making: a worker gets no keys
            crash = ClaimCrashedError(f"got {type(leaving).__name__}, wanted a proposition")
            problem = crash.with_traceback(leaving.__traceback__)
            finding = failed(claim, problem, task.document, task.path)
    _leave_if_forked()
    took = time.process_time() - started
    spoiled = (
        not process_state.restore(known[""])
        # closing them would close what has the same number by the time their owner is collected
        or process_state.descriptors() != opened
        or threading.active_count() > threads
        or reaper.orphans_left()
    )
    # what it makes of an order by chance nobody hears
    return Returned(Answer(finding, took, used if all(ordered) else None), spoiled)


def _leave_if_forked(_part: str = "") -> None:
    """End a fork of the claim's making that came back from it: it may not answer in the worker's
    place, and where each call of the claim forks, twice as many would make the next.
    """
    if os.getpid() not in own:
        os._exit(0)


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
