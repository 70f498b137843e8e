"""The words for a claim and its parts, each list of them in its order: verdicts, roles,
how a text says it; where a page has other words for them, these stand beside them.

Those for what deciders say of a proposition stand in `decision`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NoReturn, Self


class Unordered(StrEnum):
    """Words of which none comes before another: as texts they would, by the alphabet."""

    def _refuse(self, other: object) -> NoReturn:
        raise TypeError(
            f"got {self!r} and {other!r} to be put in order, wanted them compared by is"
        )

    __lt__ = __le__ = __gt__ = __ge__ = _refuse


class Worded(Unordered):
    """Words that a page says otherwise: each with what it says."""

    in_words: str

    def __new__(cls, word: str, *said: str) -> Self:
        """The word as ledgers have it, by which it is found; what a page says is no part of it."""
        member = str.__new__(cls, word)
        member._value_ = word
        (member.in_words,) = said
        return member


class Verdict(Unordered):
    """The verdicts on a claim, from good to bad; only the first five can be expected.

    Each with what a page says beside a claim and after a count, and what it means.
    """

    in_words: str
    counted: str
    meaning: str

    HOLDS = "holds", "holds", "hold", "true as the text puts it"
    CONDITIONAL = (
        "conditional",
        "conditional",
        "conditional",
        "true only under a condition that the text does not state",
    )
    REFUTED = "refuted", "refuted", "refuted", "false as the text puts it"
    UNDEFINED = (
        "undefined",
        "without a value",
        "without a value",
        "somewhere it has no value, for instance because it divides by zero",
    )
    OPEN = "open", "open", "open", "no method has settled it so far, as its author says"
    UNDECIDED = "undecided", "undecided", "undecided", "no method could settle it"
    SUSPECT = (
        "suspect",
        "suspect",
        "suspect",
        "its passage has changed since, and nobody has reviewed it",
    )
    VACUOUS = "vacuous", "vacuous", "vacuous", "nothing satisfies its hypotheses"
    HOLLOW = (
        "hollow",
        "hollow",
        "hollow",
        "it says nothing: both sides are the same, or it assumes what it concludes",
    )
    SURVIVED = (
        "survived",
        "control survived",
        "with a surviving control",
        "a changed version that should have come out false did not",
    )
    CONFLICT = (
        "conflict",
        "conflict",
        "in conflict",
        "two methods disagree: a fault of the engine",
    )
    ERROR = "error", "error", "in error", "it could not be completed"

    def __new__(cls, word: str, *said: str) -> Self:
        """The word as ledgers have it, by which it is found; what a page says is no part of it."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.in_words, member.counted, member.meaning = said
        return member

    @property
    def is_green(self) -> bool:
        """Whether a claim may end so and pass."""
        return self in (Verdict.HOLDS, Verdict.CONDITIONAL, Verdict.REFUTED, Verdict.UNDEFINED)

    @property
    def is_expected(self) -> bool:
        """Whether an author may expect it: that nobody knows is not red, and no success."""
        return self.is_green or self is Verdict.OPEN


class Role(Worded):
    """The versions of a statement, in the order in which they are decided."""

    STATED = "stated", "As stated"
    CONDITIONED = "conditioned", "Under the condition"
    OUTSIDE = "outside", "Outside the condition"
    WEAKER = "weaker", "Under a weaker condition"
    CORRECTED = "corrected", "Corrected"
    REDUCTION = "reduction", "The general statement reduced to this special case"
    UNDEFINED = "undefined", "Where it has no value"


class Kind(Worded):
    """What a decision shows: values of variables, of two sides, at a step of an iteration,
    or of an experiment's cases.
    """

    POINT = "point", "Counterexample"
    SIDES = "sides", "What the two sides come to"
    RUN = "run", "Counterexample"
    CASES = "cases", "Where it misses the limit"


class FactRole(Unordered):
    """What a fact is to its claim: what the text asserts, or what it asserts it for."""

    RESULT = "result"
    SETTING = "setting"


class Origin(StrEnum):
    """Where a control comes from: the use of a result, or its author."""

    DERIVED = "derived"
    NAMED = "named"


class Said(StrEnum):
    """In which way a text makes a claim; a strict reading, word by word, stands beside the text."""

    STATED = "stated"
    IMPLIED = "implied"
    STRICT = "strict"


class Necessity(StrEnum):
    """What is shown of a condition beside that it suffices: that the claim is false wherever it
    fails, or under a weaker one that was tried.
    """

    SHARP = "sharp"
    NEEDED = "needed"


class PassageRole(StrEnum):
    """What a passage does in its text."""

    CLAIM = "claim"
    DEFINITION = "definition"
    CITATION = "citation"
    QUESTION = "question"
    OPINION = "opinion"
    FURNITURE = "furniture"
