"""What the terminal says at the end of a run: the verdicts, what was left out,
where ledger and report are, and what is wrong with the run itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from probatum.ledger_entries import Ledger
from probatum.printing import printable
from probatum.session.completeness import relative
from probatum.session.terminal import summary, unrecorded

MOST_PROBLEMS = 20  # of one kind


@dataclass(frozen=True, slots=True)
class LastWords:
    """What a run came to; its ledger is None where nothing was decided."""

    root: Path
    ledger: Ledger | None
    total: int
    left_out: Mapping[str, str]
    written: Sequence[Path]
    adopted: Sequence[Path]
    problems: Sequence[str]

    def lines(self) -> Iterator[str]:
        """The verdicts first."""
        yield from summary(self.ledger) if self.ledger else unrecorded(self.total)
        for name, reason in self.left_out.items():
            yield printable(f"{'left out':<14} {name}: {reason}")
        for path in self.written:
            is_ledger = path.suffix == ".json"
            yield f"{'ledger' if is_ledger else 'report':<14} {relative(path, self.root)}"
        for path in self.adopted:
            yield printable(
                f"{'recorded':<14} {relative(path, self.root)}: the words that its claims are "
                "written for"
            )

    def errors(self) -> Iterator[str]:
        """What makes the run red, whatever its claims come to; of many, the first."""
        for problem in self.problems[:MOST_PROBLEMS]:
            yield printable(f"probatum: error: {problem}")
        if (more := len(self.problems) - MOST_PROBLEMS) > 0:
            yield f"probatum: error: {more} more like these"
