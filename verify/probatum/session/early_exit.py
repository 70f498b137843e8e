"""Keeps code of a project from ending the process behind pytest's back with an exit code that says
that all is well.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from probatum.errors import ClaimCrashedError

REAL: dict[str, Callable[..., Any]] = {
    name: getattr(os, name) for name in ("_exit", "execv", "execve")
}
PLACES = (os, sys.modules[os.name])  # `from posix import _exit` is another way to the same function
HEEDED: dict[int, Any] = {}  # what is done at each signal
PROGRAMS = ("__main__", "runpy")  # what stands lowest on the stack of a program


def forbid() -> None:
    """From now on this process is not left by os._exit(0), or for another program;
    those that it forks are free to.
    """
    HEEDED.update(_heeded())
    owner = os.getpid()
    for name, real in REAL.items():
        _put(name, _guarded(name, real, owner))


def heed() -> None:
    """Signals are heeded as they were before code of the project came: what it would have done at
    one can end the process at any moment. Such may come meanwhile as well.
    """
    while True:
        try:
            for number, handler in _heeded().items():
                if handler != HEEDED.get(number, handler):
                    with suppress(OSError, TypeError, ValueError):  # not in the main thread
                        signal.signal(number, HEEDED[number])
        except (Exception, SystemExit):
            continue
        return


def _heeded() -> dict[int, Any]:
    return {int(number): signal.getsignal(number) for number in signal.valid_signals()}


def allow(to_all: bool) -> None:
    """The run is over; where it was not green, only the program that asked for it may end the
    process with a zero, not threads that are left or what is called at the end.
    """
    owner = os.getpid()
    for name, real in REAL.items():
        _put(name, real if to_all else _guarded(name, real, owner, _is_program))


def _put(name: str, function: Callable[..., Any]) -> None:
    for place in PLACES:
        setattr(place, name, function)


def _is_worker(frame: FrameType) -> bool:
    """Whether multiprocessing ends a worker that has done its work; the interpreter itself, at its
    end, calls from no module.
    """
    caller = frame.f_back
    return caller is not None and _module(caller).startswith("multiprocessing.")


def _is_program(frame: FrameType) -> bool:
    """Whether all of it was called by the main program, where it still runs."""
    while frame.f_back is not None:
        frame = frame.f_back
    return _module(frame) in PROGRAMS


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _guarded(
    name: str, real: Callable[..., Any], owner: int, may: Callable[[FrameType], bool] = _is_worker
) -> Callable[..., Any]:
    """The function, but for its owner, unless the calling code may: an exit that says so of itself
    is no lie, and goes through.
    """

    def guarded(*arguments: Any, **named: Any) -> Any:
        code = next(iter((*arguments, *named.values())), None)
        lies = os.getpid() == owner and (name != "_exit" or code == 0)
        if lies and not may(sys._getframe(0)):
            raise ClaimCrashedError(f"got os.{name}({code!r}), wanted the run to end by itself")
        return real(*arguments, **named)

    return guarded
