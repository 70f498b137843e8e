"""The line that says how far a run over a corpus is, and how long the rest may take: in place on a
terminal, now and then in a log.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from probatum.printing import printable
from probatum.records.corpus_index import Line, is_green

EVERY = 30.0  # seconds between two lines of a log
OFTEN = 0.2  # and between two looks of a terminal
UNITS = ((48 * 3600, 86400, "days"), (2 * 3600, 3600, "h"), (120, 60, "min"), (0, 1, "s"))


def lasting(seconds: float) -> str:
    """A time as one says it: about 3 h."""
    size, word = next((size, word) for least, size, word in UNITS if seconds >= least)
    return f"about {seconds / size:.0f} {word}"


@dataclass
class Progress:
    """How many documents are done, with how many findings, and what is not as expected."""

    stream: TextIO
    total: int
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    decided: int = 0
    findings: int = 0
    red: int = 0
    started: float = field(init=False)
    told: float = field(init=False)
    stands: bool = False

    def __post_init__(self) -> None:
        self.started = self.told = self.clock()

    def count(self, line: Line, reused: bool) -> None:
        """Count a document; one that was taken over tells nothing of how long others take."""
        self.done += 1
        self.decided += not reused
        self.findings += line["findings"]
        self.red += not is_green(line)

    def show(self) -> None:
        """Say how far the run is, where that is due."""
        now, in_place = self.clock(), self.stream.isatty()
        if now - self.told < (OFTEN if in_place else EVERY):
            return
        self.told = now
        said = printable(self.line(now))
        room = shutil.get_terminal_size().columns - 1
        self.stream.write(f"\r{said[:room]}\x1b[K" if in_place else f"{said}\n")
        self.stream.flush()
        self.stands = in_place

    def erase(self) -> None:
        """Leave the terminal as it was."""
        if self.stands:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.stands = False

    def line(self, now: float) -> str:
        """412 of 1000 documents, 20600 findings, 1 document not as expected, about 21 min left."""
        parts = [f"{self.done} of {self.total} documents", f"{self.findings} findings"]
        if self.red:
            parts.append(f"{self.red} document{'s' * (self.red > 1)} not as expected")
        if self.decided and self.done < self.total:
            each = (now - self.started) / self.decided
            parts.append(f"{lasting(each * (self.total - self.done))} left")
        return ", ".join(parts)
