"""Hears who asks for the time or for chance, of which Python tells nobody:
what rests on them may come out otherwise the next time.
"""

from __future__ import annotations

import functools
import os
import platform
import random
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from probatum.session.tracking.listening import Hear

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
TIME, CHANCE, SEED = "the time", "chance", "a seed by chance"
PROCESS = "what the system made of this process, and has for it"
CLOCKS = tuple(
    f"{name}{unit}"
    for name in (
        *("time", "monotonic", "perf_counter", "process_time", "thread_time"),
        "clock_gettime",
    )
    for unit in ("", "_ns")
)
# Which tell of now unless they are given a moment, as the argument of this number.
CALENDARS = {"localtime": 1, "gmtime": 1, "ctime": 1, "asctime": 1, "strftime": 2}
BY_ITSELF = "_generate_time_safe"  # of `uuid`: compiled code that looks at the clock
NUMBERS = [
    name
    for name in (
        *("getpid", "getppid", "getpgid", "getpgrp", "getsid", "times", "getloadavg"),
        *("getuid", "geteuid", "getgid", "getegid", "getgroups", "getlogin", "umask", "uname"),
        *("cpu_count", "process_cpu_count", "sched_getaffinity", "sysconf", "confstr"),
        *("isatty", "get_terminal_size", "statvfs", "fstatvfs", "ttyname", "ctermid"),
        *("getresuid", "getresgid", "getpriority", "nice", "pathconf", "fpathconf"),
        *("sched_getparam", "sched_getscheduler", "sched_rr_get_interval"),
    )
    if hasattr(os, name)
]
OF_PLATFORM = ("node", "uname")  # of which Python asks the system only once
BELOW = [name for name in ("urandom", "getrandom") if hasattr(os, name)]

_clocks: dict[str, Callable[..., Any]] = {
    name: getattr(time, name) for name in (*CLOCKS, *CALENDARS) if hasattr(time, name)
}
_below: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in BELOW}
_numbers: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in NUMBERS}
_platform: dict[str, Callable[..., Any]] = {name: getattr(platform, name) for name in OF_PLATFORM}
_uuid: Callable[..., Any] | None = vars(uuid).get(BY_ITSELF)
_seed = random.Random.seed
Seed = int | float | str | bytes | bytearray | None


def _telling(
    event: str, real: Callable[Given, Answer], hear: Hear, *, moment: int = 0
) -> Callable[Given, Answer]:
    """The function, which tells, under its own name: others look clocks up by it.

    moment: it does not tell where it is given one, as this argument.
    """

    @functools.wraps(real)
    def telling(*arguments: Given.args, **options: Given.kwargs) -> Answer:
        if moment == 0 or arguments[moment - 1 : moment] in ((), (None,)):
            hear(event, ())
        return real(*arguments, **options)

    return telling


def _seeding(hear: Hear) -> Callable[..., None]:
    def seed(self: random.Random, a: Seed = None, version: int = 2) -> None:
        if a is None:
            hear(SEED, ())
        _seed(self, a, version)

    return seed


def listen(hear: Hear) -> None:
    """Tell of each question from now on in this process.

    NumPy seeds its global generator by chance when it is imported, which is nobody's question.
    """
    import numpy.random  # noqa: F401

    for name, real in _clocks.items():
        setattr(time, name, _telling(TIME, real, hear, moment=CALENDARS.get(name, 0)))
    for name, below in _below.items():
        setattr(os, name, _telling(CHANCE, below, hear))
    for name, number in _numbers.items():
        setattr(os, name, _telling(PROCESS, number, hear))
    for name, told in _platform.items():
        setattr(platform, name, _telling(PROCESS, told, hear))
    if _uuid is not None:
        vars(uuid)[BY_ITSELF] = _telling(TIME, _uuid, hear)
    vars(random)["_urandom"] = os.urandom
    random.Random.seed = _seeding(hear)  # type: ignore[method-assign]


def stop_listening() -> None:
    """Tell nothing more."""
    for name, real in _clocks.items():
        setattr(time, name, real)
    for name, real in (_below | _numbers).items():
        setattr(os, name, real)
    for name, told in _platform.items():
        setattr(platform, name, told)
    if _uuid is not None:
        vars(uuid)[BY_ITSELF] = _uuid
    vars(random)["_urandom"] = os.urandom
    random.Random.seed = _seed  # type: ignore[method-assign]


def is_ordered() -> bool:
    """Whether each process like this one goes through a set of texts in the same order."""
    seed = os.environ.get("PYTHONHASHSEED", "random")
    return not sys.flags.hash_randomization or seed.isdigit()


def drawn() -> tuple[object, ...]:
    """Where the generators stand that a whole process shares: who draws from one moves it."""
    shared = sys.modules.get("numpy.random")
    if shared is None:
        return (random.getstate(),)
    state = shared.get_state(legacy=False)["state"]
    return random.getstate(), state["key"].tobytes(), state["pos"]
