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
    verdict.name: verdict
    for verdict in (
        VerdictInWords(Verdict.HOLDS, "holds", "hold", "true as the text puts it"),
        VerdictInWords(
            Verdict.CONDITIONAL,
            "conditional",
            "conditional",
            "true only under a condition that the text does not state",
        ),
        VerdictInWords(Verdict.REFUTED, "refuted", "refuted", "false as the text puts it"),
        VerdictInWords(
            Verdict.UNDEFINED,
            "without a value",
            "without a value",
            "somewhere it has no value, for instance because it divides by zero",
        ),
        VerdictInWords(
            Verdict.OPEN, "open", "open", "no method has settled it so far, as its author says"
        ),
        VerdictInWords(Verdict.UNDECIDED, "undecided", "undecided", "no method could settle it"),
        VerdictInWords(
            Verdict.SUSPECT,
            "suspect",
            "suspect",
            "its passage has changed since, and nobody has reviewed it",
        ),
        VerdictInWords(Verdict.VACUOUS, "vacuous", "vacuous", "nothing satisfies its hypotheses"),
        VerdictInWords(
            Verdict.HOLLOW,
            "hollow",
            "hollow",
            "it says nothing: both sides are the same, or it assumes what it concludes",
        ),
        VerdictInWords(
            Verdict.SURVIVED,
            "control survived",
            "with a surviving control",
            "a changed version that should have come out false did not",
        ),
        VerdictInWords(
            Verdict.CONFLICT,
            "conflict",
            "in conflict",
            "two methods disagree: a fault of the engine",
        ),
        VerdictInWords(Verdict.ERROR, "error", "in error", "it could not be completed"),
    )
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
