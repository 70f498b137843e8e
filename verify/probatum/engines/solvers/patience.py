"""How long searches that do not count their work may take: long until some of a statement were
stopped by the clock, and short from then on.
"""

from __future__ import annotations

from contextvars import ContextVar

WHOLE, LEAST = 20_000, 5_000  # milliseconds: of the searches that were stopped, and of one after

_left: ContextVar[int] = ContextVar("_left", default=WHOLE)


def renew() -> None:
    """Have the whole again, for another statement."""
    _left.set(WHOLE)


def left() -> int:
    """How many milliseconds the next search may take."""
    return max(LEAST, _left.get())


def spend(milliseconds: int) -> None:
    """Note that the clock has stopped a search after so long."""
    _left.set(_left.get() - milliseconds)
