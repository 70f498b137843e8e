"""The words for a claim and its parts, each list of them in its order: verdicts, roles,
how a text says it.

Those for what deciders say of a proposition stand in `decision`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NoReturn


class Unordered(StrEnum):
    """Words of which none comes before another: as texts they would, by the alphabet."""

    def _refuse(self, other: object) -> NoReturn:
        raise TypeError(
            f"got {self!r} and {other!r} to be put in order, wanted them compared by is"
        )

    __lt__ = __le__ = __gt__ = __ge__ = _refuse


class Verdict(Unordered):
    """The verdicts on a claim, from good to bad; only the first five can be expected."""

    HOLDS = "holds"
    CONDITIONAL = "conditional"
    REFUTED = "refuted"
    UNDEFINED = "undefined"
    OPEN = "open"
    UNDECIDED = "undecided"
    SUSPECT = "suspect"
    VACUOUS = "vacuous"
    HOLLOW = "hollow"
    SURVIVED = "survived"
    CONFLICT = "conflict"
    ERROR = "error"

    @property
    def is_green(self) -> bool:
        """Whether a claim may end so and pass."""
        return self in (Verdict.HOLDS, Verdict.CONDITIONAL, Verdict.REFUTED, Verdict.UNDEFINED)

    @property
    def is_expected(self) -> bool:
        """Whether an author may expect it: that nobody knows is not red, and no success."""
        return self.is_green or self is Verdict.OPEN


class Role(Unordered):
    """The versions of a statement, in the order in which they are decided."""

    STATED = "stated"
    CONDITIONED = "conditioned"
    OUTSIDE = "outside"
    WEAKER = "weaker"
    CORRECTED = "corrected"
    REDUCTION = "reduction"
    UNDEFINED = "undefined"


class Kind(StrEnum):
    """What a decision shows: values of variables, of two sides, at a step of an iteration,
    or of an experiment's cases.
    """

    POINT = "point"
    SIDES = "sides"
    RUN = "run"
    CASES = "cases"


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
