"""What was found, counted alike wherever it is said: what the text states, then what it implies,
then its strict readings.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum.vocabulary import Said
from probatum_reports.words.phrases import counted
from probatum_reports.words.verdicts import ALWAYS, BY_NAME, VERDICTS, VerdictInWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from probatum import ledger_entries

BAR = 1_000  # units that a bar is wide
GAP = 4  # units between its segments
SAID = {
    Said.STATED: "The text states",
    Said.IMPLIED: "It implies",
    Said.STRICT: "Read strictly",
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims have a verdict, and where its segment of the bar lies."""

    verdict: VerdictInWords
    number: int
    start: int
    width: int

    @property
    def word(self) -> str:
        """hold, of one: holds."""
        return self.verdict.word if self.number == 1 else self.verdict.counted

    @property
    def words(self) -> str:
        """44 hold, 1 holds."""
        return f"{self.number:,} {self.word}"


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of what the text says in one way."""

    said: Said
    title: str
    counts: tuple[Count, ...]

    @property
    def is_strict(self) -> bool:
        """Whether it counts what the text is made to say word by word."""
        return self.said is Said.STRICT

    @property
    def number(self) -> int:
        """How many claims there are."""
        return sum(count.number for count in self.counts)

    @property
    def words(self) -> str:
        """44 hold, 8 conditional, 2 refuted."""
        return ", ".join(count.words for count in self.counts if count.number)


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows that there are, and how many statements cannot be checked."""

    rows: tuple[Row, ...]
    unchecked: int
    proofs: int = 0
    proofs_by_two: int = 0

    @property
    def verdicts(self) -> tuple[VerdictInWords, ...]:
        """The verdicts that there are, for their explanation."""
        found = {count.verdict for row in self.rows for count in row.counts if count.number}
        return tuple(verdict for verdict in VERDICTS if verdict in found)

    @property
    def words(self) -> str:
        """All of it in a line."""
        told = [
            f"{row.title} {counted(row.number, 'claim')}: {row.words}."
            for row in self.rows
            if row.number
        ]
        if self.unchecked:
            told.append(f"{counted(self.unchecked, 'statement')} cannot be checked.")
        return " ".join(told) or "No claim has been decided yet."


def tally(findings: Sequence[ledger_entries.Finding], not_checkable: Sequence[object]) -> Tally:
    """The counts of a document; what the text states always has a row,
    the others where there are any.
    """
    by_said = {
        said: [finding["verdict"] for finding in findings if finding["said"] == said]
        for said in SAID
    }
    rows = [
        Row(said, SAID[said], tuple(_counts(verdicts)))
        for said, verdicts in by_said.items()
        if verdicts or said is Said.STATED
    ]
    witnesses = [
        version["witnesses"]
        for finding in findings
        for version in finding["versions"]
        if version["is_proof"]
    ]
    return Tally(
        tuple(rows), len(not_checkable), len(witnesses), sum(number > 1 for number in witnesses)
    )


def _counts(verdicts: Sequence[str]) -> Iterator[Count]:
    """Whether it holds always, the others where there are any."""
    numbers = Counter(BY_NAME[name] for name in verdicts)
    before, total = 0, max(1, numbers.total())
    for verdict in (each for each in VERDICTS if numbers[each] or each in ALWAYS):
        after = before + numbers[verdict]
        start, end = BAR * before // total, BAR * after // total
        yield Count(
            verdict, numbers[verdict], start, max(0, end - start - (GAP if after < total else 0))
        )
        before = after
