"""What a test says of all things of a kind: there must be some, or it has said nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def each(things: Iterable[Thing]) -> list[Thing]:
    """All of them; AssertionError where there is none."""
    found = list(things)
    assert found, "got nothing to look at, wanted at least one: a loop over nothing asserts nothing"
    return found
