"""Which limits of time, memory and processes there can be, and what a process must have."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """How a limit is read, the largest that systems take, what is wanted, and the word that may
    stand for it.
    """

    read: Callable[[str], float]
    most: float
    wanted: str
    word: str | None = None

    def allows(self, given: str) -> bool:
        """Whether a text is the word, or a number above zero and no more than the most: NaN is
        not.
        """
        try:
            return given == self.word or 0 < self.read(given) <= self.most
        except ValueError:
            return False


SECONDS = Limit(float, 10**8, "a number of seconds above 0")
MEGABYTES = Limit(int, 10**9, "a whole number of megabytes above 0")
WORKERS = Limit(int, 1000, "auto, or a whole number from 1 to 1000", word="auto")
LEAST_FILES = 64  # open at once: pytest's, the workers', and what a claim opens


def unfit() -> str:
    """What keeps this process from deciding claims; empty where nothing does."""
    if sys.flags.optimize > 1:
        return (
            "got Python without docstrings (-OO, PYTHONOPTIMIZE=2), wanted them: "
            "there claims are put into words"
        )
    return _too_few_files()


def _too_few_files() -> str:
    """What is wrong with how many files a process may have open; empty where enough are."""
    try:
        import resource
    except ImportError:  # where the system has no such limit
        return ""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if most == resource.RLIM_INFINITY or most >= LEAST_FILES:
        return ""
    return f"got a limit of {most} open files (ulimit -n), wanted at least {LEAST_FILES}"
