"""Tests that calls find room for their frames in one piece, and are the same calls."""

from __future__ import annotations

import inspect
import sys
from typing import Any

import pytest

from probatum.decide.deciding import decide
from probatum.frames import SLOTS, roomy
from probatum.judge.finding import find
from tests.each import each


def divided(dividend: float, *, divisor: float = 2) -> float:
    """A quotient."""
    return dividend / divisor


def test_a_function_stays_what_it_is() -> None:
    found = roomy(divided)
    assert found(3, divisor=4) == 0.75
    assert found(3) == 1.5
    assert inspect.signature(found) == inspect.signature(divided)
    assert (found.__name__, found.__doc__, found.__module__) == ("divided", "A quotient.", __name__)
    with pytest.raises(ZeroDivisionError):
        found(1, divisor=0)


def test_as_many_calls_are_deep_as_ever() -> None:
    def depth(frame: Any) -> int:
        return 0 if frame is None else 1 + depth(frame.f_back)

    def deeper(calls: int) -> int:
        return deeper(calls - 1) if calls else 1

    assert roomy(deeper)(sys.getrecursionlimit() - depth(sys._getframe()) - 20) == 1
    with pytest.raises(RecursionError):
        roomy(deeper)(sys.getrecursionlimit())


def test_what_decides_has_room() -> None:
    for function in each([decide, find, roomy(divided)]):
        assert function.__code__.co_stacksize == SLOTS
