"""The verdicts as the page names them."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class VerdictInWords:
    """One verdict: its name in the ledger, its word beside a claim and after a count,
    and what it means.
    """

    name: str
    word: str
    counted: str
    meaning: str


BY_NAME = {
    verdict.value: VerdictInWords(verdict, verdict.in_words, verdict.counted, verdict.meaning)
    for verdict in Verdict
}
HOLDS, CONDITIONAL, REFUTED = (
    BY_NAME[Verdict.HOLDS],
    BY_NAME[Verdict.CONDITIONAL],
    BY_NAME[Verdict.REFUTED],
)
NOT_CHECKABLE = VerdictInWords(
    "not-checkable", "not checkable", "not checkable", "there is nothing in it to decide"
)

ALWAYS = (HOLDS, CONDITIONAL, REFUTED)  # are counted where there are none, too
OPEN = BY_NAME[Verdict.OPEN]
SETTLED = tuple(BY_NAME[verdict] for verdict in Verdict if verdict.is_green)
UNSETTLED = tuple(BY_NAME[verdict] for verdict in Verdict if not verdict.is_green)
VERDICTS = (*SETTLED, NOT_CHECKABLE, *UNSETTLED)  # from good to bad
FLAWED = (
    REFUTED,
    BY_NAME[Verdict.UNDEFINED],
    CONDITIONAL,
)  # what is wrong with a text, worst first
SEVEREST = (NOT_CHECKABLE, *SETTLED, *UNSETTLED)  # the last of a passage's verdicts marks it
