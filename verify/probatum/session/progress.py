"""The line that says how far a long run is: in place on a terminal, now and then in a log."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING

from probatum.printing import printable
from probatum.vocabulary import Verdict

if TYPE_CHECKING:
    from _pytest._io import TerminalWriter

    from probatum.session.tasks import Answer

EVERY = 30.0  # seconds between two lines of a log
LEAST = 20  # columns that a line needs
KEEP, ERASE, BACK = (
    "\x1b7",
    "\x1b[K",
    "\x1b8",
)  # where the cursor is; what stands behind it; there again


class Progress:
    """Of how many claims the verdict is known, what it is, and which claim has been running
    longest.
    """

    def __init__(
        self, writer: TerminalWriter, total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.writer = writer
        self.total = total
        self.clock = clock
        self.verdicts: Counter[str] = Counter()
        self.since: dict[str, float] = {}
        self.told = clock()
        self.stands = False

    def decided(self, verdict: str) -> None:
        """Count a verdict; one of a claim that was killed is empty."""
        self.verdicts[verdict or Verdict.ERROR] += 1

    def show(self, futures: Mapping[str, Future[Answer]]) -> None:
        """Say how far the run is, given the claims that are not done by name."""
        now = self.clock()
        running = {name for name, future in futures.items() if future.running()}
        self.since = {name: self.since.get(name, now) for name in sorted(running)}
        if self.writer.hasmarkup:
            room = self.writer.fullwidth - self.writer.width_of_current_line - 2
            if room >= LEAST:
                self.writer.write_raw(
                    f"{KEEP} {printable(self.line(now))[:room]}{ERASE}{BACK}", flush=True
                )
                self.stands = True
        elif now - self.told >= EVERY:
            self.told = now
            self.writer.line()
            self.writer.line(printable(self.line(now)), flush=True)

    def erase(self) -> None:
        """Leave the terminal as it was."""
        if self.stands:
            self.writer.write_raw(ERASE, flush=True)
            self.stands = False

    def line(self, now: float) -> str:
        """45 of 162 decided, slowest now steps_of_the_example (12 s), 40 holds, 5 conditional."""
        parts = [f"{self.verdicts.total()} of {self.total} decided"]
        if self.since:
            slowest = min(self.since, key=lambda name: self.since[name])
            parts.append(f"slowest now {slowest} ({now - self.since[slowest]:.0f} s)")
        return ", ".join(
            [*parts, *(f"{self.verdicts[each]} {each}" for each in Verdict if self.verdicts[each])]
        )
