"""The badge: what the statements of a ledger's documents come to, in one line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probatum_reports.words.phrases import counted
from probatum_reports.words.verdicts import HOLDS, OPEN, VERDICTS, VerdictInWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probatum import ledger_entries
    from probatum_reports.content.page_data import Page

LABEL = "stated claims"  # what the text states counts first, wherever claims are counted
LETTER = 6.6
PAD = 7


@dataclass(frozen=True, slots=True)
class Badge:
    """The badge's two halves, and whether all came out as the authors expected;
    is_open: what is not decided yet, or nothing at all, keeps it from being green."""

    label: str
    words: str
    good: bool
    is_open: bool
    label_width: int
    words_width: int


def badge(pages: Sequence[Page], run: ledger_entries.Run, *, short: bool = False) -> Badge:
    """The badge of all documents together; that of a partial run says so first."""
    numbers: Counter[VerdictInWords] = Counter()
    for page in pages:
        numbers.update({count.verdict: count.number for count in page.tally.rows[0].counts})
    counts = [f"{numbers[verdict]:,} {verdict.counted}" for verdict in VERDICTS if numbers[verdict]]
    troubles = sum(bool(page.notices) for page in pages)
    words = " · ".join(counts) or "none yet"
    if short and counts:
        words = f"{numbers[HOLDS]:,}/{numbers.total():,} hold"
    if troubles:
        words = f"{words} · {counted(sum(len(page.notices) for page in pages), 'notice')}"
    if not run["complete"]:
        words = f"partial run, {run['selected']:,} of {run['total']} · {words}"
    found: Counter[VerdictInWords] = Counter()
    for row in (row for page in pages for row in page.tally.rows):
        found.update({count.verdict: count.number for count in row.counts})
    is_open = bool(found[OPEN]) or not found.total()
    good = bool(run["complete"]) and not troubles
    return Badge(LABEL, words, good, is_open, _wide(LABEL), _wide(words))


def _wide(words: str) -> int:
    return round(LETTER * len(words)) + 2 * PAD
