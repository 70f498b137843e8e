"""Counts and lists in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """1 claim, 2 claims, 12,000 claims."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(words: Sequence[str], last: str = "and") -> str:
    """a, a and b, or a, b and c."""
    *others, end = words or [""]
    return f"{', '.join(others)} {last} {end}" if others else end


def rest(number: int, shown: int) -> str:
    """and 12 more; empty where all are shown."""
    return f"and {number - shown:,} more" if number > shown else ""
