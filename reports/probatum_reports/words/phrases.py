"""Counts and lists in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """1 claim, 2 claims, 12,000 claims."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(words: Sequence[str]) -> str:
    """a, a and b, or a, b and c."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def rest(number: int, shown: int) -> str:
    """and 12 more; empty where all are shown."""
    return f"and {number - shown:,} more" if number > shown else ""
