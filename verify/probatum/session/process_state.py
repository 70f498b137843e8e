"""Gives each claim its process as the claim's module left it: what another claim set there is set
back.
"""

from __future__ import annotations

import contextlib
import gc
import locale
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from probatum.session.tracking.watching import unheard

# Below the words of an enumeration, which take most of the time where all signals are asked for.
_handler: Callable[[int], Any] = sys.modules.get("_signal", signal).getsignal
DESCRIPTORS = "/proc/self/fd"
Variables = dict[bytes, bytes] | dict[str, str]  # as the system has them


@dataclass(frozen=True)
class ProcessState:
    """What a claim may set for its whole process, as it was at one moment."""

    environment: Variables
    mask: int
    limits: dict[int, tuple[int, int]]
    handlers: dict[int, Any]
    blocked: set[int]
    priority: int | None
    processors: set[int] | None
    recursion: int
    digits: int
    words: str
    precision: int | None  # of mpmath, in bits
    path: tuple[str, ...]
    zone: tuple[str, ...]  # by the names of its times, which the system takes from the environment
    identity: tuple[tuple[int, ...], ...]  # of users and groups
    followed: tuple[Any, Any]  # by a tracer, and by a profiler
    collects: bool  # garbage
    switching: float  # seconds between threads
    shown: tuple[Any, Any, Any]  # how errors and values are, and where input comes from
    arguments: tuple[str, ...]


def _identity() -> tuple[tuple[int, ...], ...]:
    asked = ("getresuid", "getresgid", "getgroups")
    return tuple(tuple(getattr(os, name)()) for name in asked if hasattr(os, name))


def _blocked() -> set[int]:
    if not hasattr(signal, "pthread_sigmask"):
        return set()
    return {int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, ())}


@unheard()
def present() -> ProcessState:
    """As they are now."""
    return ProcessState(
        environment=_variables(),
        mask=_mask(),
        limits=_limits(),
        handlers={number: _handler(number) for number in _signals()},
        blocked=_blocked(),
        priority=os.getpriority(os.PRIO_PROCESS, 0) if hasattr(os, "getpriority") else None,
        processors=os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None,
        recursion=sys.getrecursionlimit(),
        digits=sys.get_int_max_str_digits(),
        words=locale.setlocale(locale.LC_ALL),
        precision=sys.modules["mpmath"].mp.prec if "mpmath" in sys.modules else None,
        path=tuple(sys.path),
        zone=time.tzname,
        identity=_identity(),
        followed=(sys.gettrace(), sys.getprofile()),
        collects=gc.isenabled(),
        switching=sys.getswitchinterval(),
        shown=(sys.excepthook, sys.displayhook, sys.stdin),
        arguments=tuple(sys.argv),
    )


@unheard()
def descriptors() -> dict[str, str]:
    """What is open, by number; none where the system does not tell."""
    found = {}
    with contextlib.suppress(OSError):
        for number in os.listdir(DESCRIPTORS):
            with contextlib.suppress(OSError):  # by which the folder itself was listed
                found[number] = os.readlink(f"{DESCRIPTORS}/{number}")
    return found


def restore(wanted: ProcessState) -> bool:
    """Set back what differs; whether all of it could be, as what a process gave up may be gone for
    good.
    """
    _stop_clocks()
    now = present()
    changed = {name for name, value in vars(now).items() if value != getattr(wanted, name)}
    for name in (name for name in RESTORE if name in changed):
        with contextlib.suppress(OSError, ValueError, TypeError, locale.Error):
            RESTORE[name](getattr(wanted, name))
    return not changed or present() == wanted


def _variables() -> Variables:
    """The environment without decoding it; what a claim put in its place is asked as a mapping."""
    try:
        kept: Variables = vars(os.environ)["_data"]
    except (KeyError, TypeError):
        kept = dict(os.environ)
    return kept.copy()


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _limits() -> dict[int, tuple[int, int]]:
    """Soft and hard limit of each resource that the system limits."""
    try:
        import resource
    except ImportError:
        return {}
    return {kind: resource.getrlimit(kind) for kind in _limited()}


@cache
def _limited() -> tuple[int, ...]:
    import resource

    names = (name for name in dir(resource) if name.startswith("RLIMIT_"))
    return tuple(sorted({getattr(resource, name) for name in names}))


@cache
def _signals() -> tuple[int, ...]:
    return tuple(map(int, signal.valid_signals()))


def _stop_clocks() -> None:
    for name in ("ITIMER_REAL", "ITIMER_VIRTUAL", "ITIMER_PROF"):
        if hasattr(signal, name):
            signal.setitimer(getattr(signal, name), 0)


def _set_environment(wanted: Variables) -> None:
    os.environ.clear()
    os.environ.update({os.fsdecode(name): os.fsdecode(value) for name, value in wanted.items()})


def _set_limits(wanted: dict[int, tuple[int, int]]) -> None:
    import resource

    for kind, limits in wanted.items():
        if resource.getrlimit(kind) != limits:
            resource.setrlimit(kind, limits)


def _set_handlers(wanted: dict[int, Any]) -> None:
    for number, handler in wanted.items():
        if _handler(number) != handler:
            signal.signal(number, handler)


def _set_precision(wanted: int | None) -> None:
    if wanted is not None:
        sys.modules["mpmath"].mp.prec = wanted


def _set_path(wanted: tuple[str, ...]) -> None:
    sys.path[:] = wanted


def _set_identity(wanted: tuple[tuple[int, ...], ...]) -> None:
    users, groups, others = wanted
    os.setresuid(*users)
    os.setresgid(*groups)
    os.setgroups(others)


def _set_followed(wanted: tuple[Any, Any]) -> None:
    tracer, profiler = wanted
    sys.settrace(tracer)
    sys.setprofile(profiler)


def _set_shown(wanted: tuple[Any, Any, Any]) -> None:
    sys.excepthook, sys.displayhook, sys.stdin = wanted


def _set_arguments(wanted: tuple[str, ...]) -> None:
    sys.argv[:] = wanted


RESTORE: dict[str, Any] = {  # in this order: a zone is that of the environment
    "environment": _set_environment,
    "mask": os.umask,
    "limits": _set_limits,
    "handlers": _set_handlers,
    "blocked": lambda wanted: signal.pthread_sigmask(signal.SIG_SETMASK, wanted),
    "priority": lambda wanted: os.setpriority(os.PRIO_PROCESS, 0, wanted),
    "processors": lambda wanted: os.sched_setaffinity(0, wanted),
    "recursion": sys.setrecursionlimit,
    "digits": sys.set_int_max_str_digits,
    "words": lambda wanted: locale.setlocale(locale.LC_ALL, wanted),
    "precision": _set_precision,
    "path": _set_path,
    "zone": lambda _: getattr(time, "tzset", lambda: None)(),
    "identity": _set_identity,
    "followed": _set_followed,
    "collects": lambda wanted: gc.enable() if wanted else gc.disable(),
    "switching": sys.setswitchinterval,
    "shown": _set_shown,
    "arguments": _set_arguments,
}
