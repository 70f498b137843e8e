"""Room for the frames of all that a function calls, in one piece."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")
SLOTS = 2**17  # of a frame: the least of which CPython takes two megabytes, and half is left over


def roomy(function: Callable[Given, Found]) -> Callable[Given, Found]:
    """The function, whose calls find room for their frames.

    CPython takes that room from the system in pieces of 16 kB and gives each back with its first
    frame: a function called over and over just where a piece ends takes fifty times as long. A
    long frame below has it take a long piece; what no frame touches takes no memory.
    """

    def within(*given: Given.args, **named: Given.kwargs) -> Found:
        return function(*given, **named)

    within.__code__ = within.__code__.replace(co_stacksize=SLOTS)
    return wraps(function)(within)
