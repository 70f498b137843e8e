"""The verdicts as the page names them."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.words import Word


@dataclass(frozen=True, slots=True)
class Verdict:
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
        Verdict(Word.HOLDS, "holds", "hold", "true as the text puts it"),
        Verdict(
            Word.CONDITIONAL,
            "conditional",
            "conditional",
            "true only under a condition that the text does not state",
        ),
        Verdict(Word.REFUTED, "refuted", "refuted", "false as the text puts it"),
        Verdict(
            Word.UNDEFINED,
            "without a value",
            "without a value",
            "somewhere it has no value, for instance because it divides by zero",
        ),
        Verdict(Word.OPEN, "open", "open", "no method has settled it so far, as its author says"),
        Verdict(Word.UNDECIDED, "undecided", "undecided", "no method could settle it"),
        Verdict(
            Word.SUSPECT,
            "suspect",
            "suspect",
            "its passage has changed since, and nobody has reviewed it",
        ),
        Verdict(Word.VACUOUS, "vacuous", "vacuous", "nothing satisfies its hypotheses"),
        Verdict(
            Word.HOLLOW,
            "hollow",
            "hollow",
            "it says nothing: both sides are the same, or it assumes what it concludes",
        ),
        Verdict(
            Word.SURVIVED,
            "control survived",
            "with a surviving control",
            "a changed version that should have come out false did not",
        ),
        Verdict(
            Word.CONFLICT, "conflict", "in conflict", "two methods disagree: a fault of the engine"
        ),
        Verdict(Word.ERROR, "error", "in error", "it could not be completed"),
    )
}
HOLDS, CONDITIONAL, REFUTED = BY_NAME[Word.HOLDS], BY_NAME[Word.CONDITIONAL], BY_NAME[Word.REFUTED]
NOT_CHECKABLE = Verdict(
    "not-checkable", "not checkable", "not checkable", "there is nothing in it to decide"
)

ALWAYS = (HOLDS, CONDITIONAL, REFUTED)  # are counted where there are none, too
OPEN = BY_NAME[Word.OPEN]
SETTLED = tuple(BY_NAME[word] for word in Word if word.is_green)
UNSETTLED = tuple(BY_NAME[word] for word in Word if not word.is_green)
VERDICTS = (*SETTLED, NOT_CHECKABLE, *UNSETTLED)  # from good to bad
FLAWED = (REFUTED, BY_NAME[Word.UNDEFINED], CONDITIONAL)  # what is wrong with a text, worst first
SEVEREST = (NOT_CHECKABLE, *SETTLED, *UNSETTLED)  # the last of a passage's verdicts marks it
