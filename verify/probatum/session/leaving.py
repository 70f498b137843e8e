"""Keeps code of a project from ending the process behind pytest's back with an exit code that says
that all is well.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable
from typing import Any

from probatum.errors import ClaimCrashedError

REAL: dict[str, Callable[..., Any]] = {
    name: getattr(os, name) for name in ("_exit", "execv", "execve")
}
PLACES = (os, sys.modules[os.name])  # `from posix import _exit` is another way to the same function


def forbid() -> None:
    """From now on this process is not left by os._exit(0), or for another program;
    those that it forks are free to.
    """
    owner = os.getpid()
    for name, real in REAL.items():
        _put(name, _guarded(name, real, owner))


def allow(at_exit: bool) -> None:
    """The run is over; where it was not green, what is called when the interpreter ends may not say
    otherwise.
    """
    for name, real in REAL.items():
        _put(name, real)
    if not at_exit:
        atexit.register(forbid)  # called before those that the project registered earlier


def _put(name: str, function: Callable[..., Any]) -> None:
    for place in PLACES:
        setattr(place, name, function)


def _guarded(name: str, real: Callable[..., Any], owner: int) -> Callable[..., Any]:
    """The function, but for its owner: an exit that says so of itself is no lie,
    and goes through.
    """

    def guarded(*arguments: Any, **named: Any) -> Any:
        code = next(iter((*arguments, *named.values())), None)
        ending = _caller().startswith("multiprocessing.")  # a worker that has done its work
        if os.getpid() == owner and not ending and (name != "_exit" or code == 0):
            raise ClaimCrashedError(f"got os.{name}({code!r}), wanted the run to end by itself")
        return real(*arguments, **named)

    return guarded


def _caller() -> str:
    """The module that calls; none where the interpreter itself does, at its end."""
    try:
        return str(sys._getframe(2).f_globals.get("__name__", ""))
    except ValueError:
        return ""
