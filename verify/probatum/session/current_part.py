"""Where a worker writes which part of a claim it is at, for its run to read when the worker was
killed.
"""

from __future__ import annotations

import time
from multiprocessing.sharedctypes import RawArray, RawValue
from typing import Any

LONGEST = 400  # bytes


class CurrentPart:
    """Memory that both processes see."""

    def __init__(self) -> None:
        self.part: Any = RawArray("c", LONGEST)
        self.since = RawValue("d", 0.0)  # on the system's monotonic clock, which processes share

    def write(self, part: str) -> None:
        """Note a part and the time."""
        self.since.value = time.monotonic()
        self.part.value = part.encode("utf-8", "replace")[:LONGEST]

    def read(self) -> str:
        """The part that was noted last, and for how long the worker has been at it."""
        part = self.part.value.decode("utf-8", "ignore")
        return (
            f"the last {time.monotonic() - self.since.value:.0f} s of them at {part}"
            if part
            else ""
        )
