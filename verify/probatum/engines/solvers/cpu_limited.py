"""Asks in a process of its own, which ends when its processor time is spent: for engines whose own
counter of work does not see all of it.
"""

from __future__ import annotations

import gc
import os
import signal
import warnings
from collections.abc import Callable
from typing import NoReturn

BROKEN = "got a process that ended without an answer, wanted one"


def bounded(question: Callable[[], int], seconds: int) -> int | None:
    """The answer, from 0 to 255; None where the time is spent.

    seconds: of processor time. Where processes cannot fork, nothing bounds the question.
    Raises RuntimeError where the process ends otherwise.
    """
    if not hasattr(os, "fork"):
        return question()
    reading, writing = os.pipe()
    child = _forked()
    if not child:
        _answer(question, seconds, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as answers:
            found = answers.read(1)
    finally:
        _, status = os.waitpid(child, 0)
    if found:
        return found[0]
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return None
    raise RuntimeError(BROKEN)


def _forked() -> int:
    """Python warns where there are threads, whose locks stay as they are; engines take none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _answer(question: Callable[[], int], seconds: int, writing: int) -> NoReturn:
    """In the new process: say what is found, and end without what the old one does at its end."""
    import resource

    try:
        gc.disable()  # it would touch, and so copy, all that is shared
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        allowed = seconds if most == resource.RLIM_INFINITY else min(seconds, most)
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, most))
        os.write(writing, bytes([question()]))
    finally:
        os._exit(0)
