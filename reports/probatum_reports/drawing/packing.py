"""Spans laid in as few rows as keep them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def rows(spans: Sequence[tuple[float, float]], gap: float = 0) -> tuple[int, ...]:
    """The row of each span (start, end), first free row first, so that in a row each starts `gap`
    behind the one before.
    """
    ends: list[float] = []
    found = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda index: spans[index]):
        start, end = spans[index]
        row = next((row for row, taken in enumerate(ends) if taken + gap <= start), len(ends))
        ends[row : row + 1] = [end]
        found[index] = row
    return tuple(found)
