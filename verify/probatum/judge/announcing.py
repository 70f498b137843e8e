"""Which part of a claim is being decided, told to whoever watches."""

from __future__ import annotations

from collections.abc import Callable

watchers: list[Callable[[str], None]] = []  # each is told of a part before it is decided


def decide_next(part: str) -> None:
    """Say which part comes next, such as "the condition"."""
    for tell in watchers:
        tell(part)
