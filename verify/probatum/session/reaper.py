"""Sees to it that the workers, and whatever claims start in them, end with their run,
however that ends.

The parent of the workers splits off a process, the reaper, that outlives it.
When the run or that parent is gone, by whatever signal, the reaper kills all that is left.
On Linux it inherits what daemonizes itself (PR_SET_CHILD_SUBREAPER in prctl(2));
elsewhere it knows workers by their process groups, which a daemon can leave. Windows has neither:
there workers look for their run themselves.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36  # linux/prctl.h
PAUSE = 0.1  # seconds between two looks at what there is
PATIENCE = 10.0  # seconds within which what is killed must be gone
PROCESS_ID = struct.Struct("i")
registry: int | None = None  # where workers write who they are; None where nobody keeps them


def under_reaper() -> None:
    """In the parent of the workers, before it does anything else:
    from here on it is the child of a reaper.
    """
    global registry
    run = os.getppid()
    os.setsid()  # a key that ends the run, or a terminal that is closed, leaves the reaper its work
    _control(PR_SET_CHILD_SUBREAPER, 1)
    reading, writing = os.pipe()
    parent = os.fork()
    if parent:
        os.close(writing)
        _watch(run, parent, reading)
    os.close(reading)
    registry = writing
    _control(PR_SET_PDEATHSIG, signal.SIGKILL)


def register() -> None:
    """In a worker: lead a group of processes, and inherit those of a claim that lose their
    parent.
    """
    if registry is None:
        return
    os.setsid()
    try:
        os.write(registry, PROCESS_ID.pack(os.getpid()))
    except BrokenPipeError:  # the reaper is gone; the parent follows it, and others take its place
        os.kill(os.getpid(), signal.SIGKILL)
    _control(PR_SET_CHILD_SUBREAPER, 1)
    _control(PR_SET_PDEATHSIG, signal.SIGKILL)


def orphans_left() -> bool:
    """In a worker: whether processes that a claim started live on;
    those that ended are taken off the system's list.
    """
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except (ChildProcessError, AttributeError):  # the latter on Windows
        return False
    return True


@contextlib.contextmanager
def ending_daemons() -> Iterator[None]:
    """In the process of the run itself, while a claim is decided there: what starts meanwhile in a
    session of its own ends with that, and all of it where the run is interrupted.
    """
    before, interrupted = _children(), True
    _control(PR_SET_CHILD_SUBREAPER, 1)
    try:
        yield
        interrupted = False
    finally:
        _end_since(before, interrupted)
        _control(PR_SET_CHILD_SUBREAPER, 0)


def _end_since(before: set[int], interrupted: bool) -> None:
    """Kill what was started or inherited since, as long as there is some."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = {each for each in _children() - before if interrupted or _is_apart(each)}
        if not found:
            return
        _kill(found)
        for process in found:
            with contextlib.suppress(ChildProcessError):  # somebody else has asked for its end
                os.waitpid(process, 0)


def _is_apart(process: int) -> bool:
    """Whether it has a session of its own, as a daemon has."""
    try:
        return os.getsid(process) != os.getsid(0)
    except OSError:
        return False


def _control(option: int, value: int) -> None:
    """prctl(2), where there is one."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value)


def _watch(run: int, parent: int, reading: int) -> None:
    """In the reaper: wait for the end of the run or of the parent of its workers,
    then end what is left; it never returns.
    """
    code = 1
    try:
        wake = _let_go_of_files(reading)
        workers: set[int] = set()
        while os.getppid() == run and not _ended(parent):
            select.select([reading, wake], [], [], PAUSE)
            workers |= _registered(reading)
            workers -= {worker for worker in workers if not _lives(worker) and _kill_group(worker)}
            _kill(_children() - {parent})  # a worker has left them behind
        code = 0
        _end_all(parent, workers)
    finally:
        os._exit(code)


def _let_go_of_files(reading: int) -> int:
    """Hold nobody's pipe open, and no folder, which could not be taken away a moment longer;
    returns what becomes readable when a child ends.
    """
    os.chdir(os.sep)
    void = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(void, stream)
    os.closerange(3, reading)
    os.closerange(reading + 1, 4096)
    wake, waking = os.pipe()
    for end in (reading, wake, waking):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waking)
    return wake


def _registered(reading: int) -> set[int]:
    try:
        written = os.read(reading, 4096)
    except BlockingIOError:
        return set()
    return {
        number
        for (number,) in PROCESS_ID.iter_unpack(
            written[: len(written) // PROCESS_ID.size * PROCESS_ID.size]
        )
    }


def _ended(parent: int) -> bool:
    """Whether the parent of the workers is gone; on the way, what was inherited and has ended is
    taken off the list.
    """
    with contextlib.suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG)[0]) != 0:
            if ended == parent:
                return True
        return False
    return True


def _children() -> set[int]:
    """The processes whose parent this one is, by birth or since theirs ended;
    none where the system does not tell.
    """
    found: set[int] = set()
    with contextlib.suppress(OSError):
        for thread in Path("/proc/self/task").iterdir():
            with contextlib.suppress(OSError):  # of a thread that has ended
                found |= set(map(int, (thread / "children").read_text().split()))
    return found


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _kill(processes: set[int]) -> None:
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _kill_group(leader: int) -> bool:
    """Kill a worker with what stayed in its group; true, since there is none of them afterwards."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
    return True


def _end_all(parent: int, workers: set[int]) -> None:
    """Kill generation after generation: when one is gone, the reaper inherits the next."""
    _kill({parent})
    for worker in workers:
        _kill_group(worker)
    deadline = time.monotonic() + PATIENCE
    while not _ended(0) and time.monotonic() < deadline:
        _kill(_children())
        time.sleep(PAUSE / 10)
