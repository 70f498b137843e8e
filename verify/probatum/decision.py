"""What is found: the words for it, and all decisions on one proposition together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

from probatum.counterexample import Counterexample, complexity
from probatum.type_names import Statement
from probatum.vocabulary import Unordered, Worded


class Outcome(Unordered):
    """What one decider found."""

    PROVED = "proved"
    ENCLOSED = "enclosed"
    SUPPORTED = "supported"
    REFUTED = "refuted"
    UNDECIDED = "undecided"
    VACUOUS = "vacuous"
    HOLLOW = "hollow"
    UNDEFINED = "undefined"


class Truth(Worded):
    """What all decisions on one proposition say together."""

    TRUE = "true", "true"
    FALSE = "false", "false"
    UNDECIDED = "undecided", "undecided"
    VACUOUS = "vacuous", "vacuous: nothing satisfies the hypotheses"
    HOLLOW = "hollow", "hollow: it says nothing"
    UNDEFINED = "undefined", "without a value"
    CONFLICT = "conflict", "in conflict: methods disagree"


class Strength(IntEnum):
    """How well a verdict is founded; more is better."""

    MEASURED = 1
    SAMPLED = 2
    ENCLOSED = 3
    PROVED = 4

    @property
    def word(self) -> str:
        """As the ledger and authors write it."""
        return self.name.lower()

    @property
    def is_proof(self) -> bool:
        """Whether it leaves no case out."""
        return self >= Strength.ENCLOSED


BY_WORD = {strength.word: strength for strength in sorted(Strength, reverse=True)}  # best first


class Reason(StrEnum):
    """Why a decider found what it found, or why it stopped."""

    IDENTITY = "both sides simplify to the same expression"
    MULTIPLIED_OUT = "multiplied out as polynomials, both sides are the same"
    DIFFERENT = "the difference of the sides is not zero"
    RESIDUE = "simplification leaves a residue"
    SIGNS = "the signs that the hypotheses fix settle it"
    NO_SIGN = "the signs that the hypotheses fix do not settle it"
    NO_COUNTEREXAMPLE = (
        "no counterexample can exist: the SMT solver derives a contradiction from the opposite"
    )
    NONE_EXISTS = "the SMT solver derives a contradiction from such a point"
    COUNTEREXAMPLE = "put back exactly, the counterexample breaks the statement"
    WITNESS = "put back exactly, the witness satisfies the statement"
    STRONGER = "what it was led back to says more, and is not so everywhere"
    NOT_PUT_BACK = "a candidate was found, but putting it back did not confirm it"
    BUDGET = "the work allowed for it is used up"
    UNKNOWN = "the SMT solver gives up"
    BOXES = "interval enclosures settle every box of the domain"
    ENCLOSURE = "the enclosures of the sides are apart"
    SEPARATION = "no number of this kind but zero is as small as the difference of the sides"
    TOUCHING = "the enclosures still touch at the highest precision"
    UNBOUNDED = "the domain is not bounded by constants"
    INDUCTION = "true at the start, and true after a step wherever it was true before"
    NOT_INDUCTIVE = "the induction does not close with this invariant"
    RUN = "running the iteration exactly breaks it"
    COMES_BACK = "run exactly, the iteration comes back to a state, and it is true until then"
    EXHAUSTED = "every case of the finite domain was tried"
    REMAINDERS = (
        "true at every case of a full period, and what it says of integers depends on nothing else"
    )
    A_REMAINDER = "not true at every case of a full period"
    INCONGRUENT = "the residues of integers are never as its equations need them"
    NO_MODULUS = "no number was found modulo which its equations have no solution"
    BETWEEN = "between certain bounds its sides meet, by the intermediate value theorem"
    FUNCTIONS = "what is said to exist is given by a formula, with which the rest is true"
    OPPOSITE_FUNCTIONS = "the opposite is true: what it says to exist is given by a formula"
    OPPOSITE = "the opposite is true of all that the hypotheses admit"
    NO_OPPOSITE = "nothing shows the opposite, and nothing breaks it"
    NO_FUNCTION = "no formula was found for what is said to exist"
    TOO_LONG = "a number in it is too long to be written down"
    CLOCK = "the solver does work that its counter does not see, and was stopped by the clock"
    OTHERWISE = "what was written is otherwise at this point, by enclosures of it"
    SAMPLED = "no counterexample among the cases tried"
    FEW_CASES = "so few of the cases generated are admitted that they say next to nothing"
    NONE_MET = "no case tried meets what is assumed"
    NOT_CONFIRMED = "floating point breaks it at a case that exact arithmetic does not settle"
    NO_CONTACT = "its sides are seen to meet at no point that breaks or bears it out"
    NOT_FOUND = "no witness among the cases tried"
    CERTIFICATE = "a certificate that exact arithmetic confirms"
    SLOPES = "the signs of derivatives and the limits at the ends settle it"
    NO_SLOPE = "the signs of derivatives do not settle it"
    NULL_SET = "the exceptions are the zeros of a polynomial that is not identically zero"
    NULL_ZEROS = (
        "proved of all but a set of measure zero, of zeros of analytic functions that are not zero "
        "everywhere and of places where functions jump"
    )
    NO_NULL_SET = "no set of measure zero was found beside which it is proved"
    EVERYWHERE = "it fails everywhere: what must not be zero is identically zero"
    NO_OPEN_SET = "its exceptions contain no open set, so they are of measure zero"
    OPEN_SET = "it fails on an open set around the counterexample"
    NO_CASE = "the hypotheses admit no case"
    MEASURED = "each interval needed is beyond the threshold"
    MEASURED_NOT = "too few intervals can be beyond the threshold"
    THROUGHOUT = "beyond the threshold in every specification"
    NOWHERE = "not beyond the threshold in any specification"
    NOWHERE_SHOWN = "in no specification shown to be beyond the threshold, in some shown not to be"
    REGION = "not beyond the threshold throughout, but wherever"
    PATCHWORK = "a patchwork: whether it is beyond the threshold hangs on several choices together"
    STRADDLING = "an interval lies on both sides of the threshold"
    NO_VARIATION = (
        "no run differs from another, with the treatment or without: "
        "the metric is at its bound, or the seeds change nothing"
    )
    IN_FRONT = "true of what it says with its quantifiers in front"
    PARTS = "a part of what is joined is not decided"
    A_PART = "false of what it says with its quantifiers in front"
    REASONS = "each of its reasons is proved, and together they imply it"
    SAID_OTHERWISE = "it says the same as what is proved without such numbers"
    NOT_SAID_OTHERWISE = "what says the same without such numbers is not decided either"
    FROM_SOME_ON = "a number is proposed from which on it is so"
    LIMITS = "how its sides grow, or their limits, settles it from some number on"
    NO_START = "no number was found from which on it is so"
    REPEATS = "it repeats, so that it is so from some number on only where it is so everywhere"
    AGAIN_AND_AGAIN = "the opposite is so from a number on, or at every second one"
    LIMIT_THERE = "this is its limit at the point"
    OTHER_LIMIT = "it has another limit at the point, or none"
    NO_LIMIT_THERE = "its limit at the point is not known"
    SCOPE = "no method takes a statement of this form"
    FAILED = "the method fails at something in it"
    POSSIBLE = (
        "the opposite is possible as far as the SMT solver is told; "
        "a counterexample is not sought with it"
    )
    DISAGREES = "the other SMT solver derives a contradiction from what this one finds possible"


@dataclass(frozen=True, slots=True)
class Interval:
    """Where an effect lies in one case of one specification, as decimals of few digits; of one
    value, both ends are the same.

    side: whether the relation holds at both ends, or fails at both; None for neither,
    or where the runs do not vary.
    """

    case: str
    low: Decimal
    high: Decimal
    varies: bool
    side: bool | None
    specification: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What one decider found by one engine, and why; cases tried and admitted where it counts any;
    of an experiment, its cases' ends.

    engine: the implementation that it rests on, by its own name;
    two that share no code are two witnesses.
    """

    decider: str
    outcome: Outcome
    reason: str
    counterexample: Counterexample | None = None
    tried: int | None = None
    admitted: int | None = None
    measured: bool = False
    intervals: tuple[Interval, ...] = ()
    engine: str = ""
    checks: tuple[
        dict[str, Any], ...
    ] = ()  # certificates and breaches, as data that can be checked without an engine

    @property
    def by(self) -> str:
        """The engine; a decider that has none, by its name."""
        return self.engine or self.decider

    @property
    def strength(self) -> Strength | None:
        """What the outcome counts for, for or against; None where it decides nothing."""
        if self.outcome is Outcome.REFUTED or self.outcome in STRENGTHS:
            return (
                Strength.MEASURED if self.measured else STRENGTHS.get(self.outcome, Strength.PROVED)
            )
        return None


STRENGTHS = {
    Outcome.PROVED: Strength.PROVED,
    Outcome.ENCLOSED: Strength.ENCLOSED,
    Outcome.SUPPORTED: Strength.SAMPLED,
}
DECISIVE = (Outcome.PROVED, Outcome.ENCLOSED)
SHOWING = (Outcome.REFUTED, Outcome.UNDEFINED)
# Who decides before any decider is asked.
DEFINEDNESS, VACUITY, AS_WRITTEN = "definedness", "vacuity", "as written"
NOBODY = "none"  # where no decider takes a statement
# Deciders that others name, for what is seen without asking them.
SYMBOLIC, INTERVAL, SEARCH, COUNTING = "symbolic", "interval", "search", "counting"
DOUBTS = (DEFINEDNESS, VACUITY)  # who doubts that a statement says anything


@dataclass(frozen=True, slots=True)
class Decided:
    """A proposition with the decisions on it, or with its parts decided."""

    proposition: Statement
    decisions: tuple[Decision, ...] = ()
    parts: tuple[Decided, ...] = ()

    @property
    def truth(self) -> Truth:
        return (
            _truth_of_parts([part.truth for part in self.parts]) if self.parts else self._own_truth
        )

    @property
    def _own_truth(self) -> Truth:
        outcomes = {decision.outcome for decision in self.decisions}
        if Outcome.REFUTED in outcomes:
            return Truth.CONFLICT if outcomes & set(DECISIVE) else Truth.FALSE
        if Outcome.UNDEFINED in outcomes:
            return Truth.UNDEFINED
        if Outcome.VACUOUS in outcomes:
            return Truth.VACUOUS
        if Outcome.HOLLOW in outcomes:
            return Truth.HOLLOW
        return Truth.TRUE if outcomes & set(STRENGTHS) else Truth.UNDECIDED

    @property
    def strength(self) -> Strength | None:
        """How well the truth is founded: of a conjunction, as well as its weakest part;
        of a refutation, as its best counterexample.
        """
        if self.truth is Truth.FALSE:
            found = [
                decision.strength
                for decision in self.all_decisions
                if decision.outcome is Outcome.REFUTED
            ]
            return max((strength for strength in found if strength), default=Strength.PROVED)
        if self.truth is not Truth.TRUE:
            return None
        found = [each.strength for each in self.parts or self.decisions]
        known = [strength for strength in found if strength is not None]
        return min(known) if self.parts else max(known)

    @property
    def is_strong(self) -> bool:
        """Whether the truth is founded on more than samples."""
        return self.strength is not None and self.strength.is_proof

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The engines that found what the truth says."""
        wanted = {Truth.TRUE: DECISIVE, Truth.FALSE: (Outcome.REFUTED,)}.get(self.truth, ())
        return tuple(
            sorted({decision.by for decision in self.decisions if decision.outcome in wanted})
        )

    @property
    def carrying(self) -> tuple[Decision, ...]:
        """The decisions, of all parts, that the truth rests on with its strength."""
        wanted: tuple[Outcome, ...] = ()
        if self.truth in (Truth.FALSE, Truth.UNDEFINED):
            wanted = SHOWING
        elif self.strength is not None:
            wanted = DECISIVE if self.strength.is_proof else (Outcome.SUPPORTED,)
        return tuple(decision for decision in self.all_decisions if decision.outcome in wanted)

    @property
    def witnesses(self) -> int:
        """How many independent engines agree on every part that carries the truth."""
        if not self.parts:
            return len(self.agreeing)
        carrying = [part for part in self.parts if part.truth is self.truth] or [self]
        counts = [part.witnesses for part in carrying if part is not self]
        return (max if self.truth is Truth.FALSE else min)(counts, default=0)

    @property
    def shown_index(self) -> int | None:
        """Which of all decisions has the simplest counterexample that any decider confirmed."""
        confirmed = [
            (complexity(decision.counterexample), place)
            for place, decision in enumerate(self.all_decisions)
            if decision.counterexample and decision.outcome in SHOWING
        ]
        return min(confirmed)[1] if confirmed else None

    @property
    def counterexample(self) -> Counterexample | None:
        """The simplest one."""
        return (
            None
            if self.shown_index is None
            else self.all_decisions[self.shown_index].counterexample
        )

    @property
    def all_decisions(self) -> tuple[Decision, ...]:
        """The decisions on the proposition, or on its parts one after the other."""
        return self.decisions + tuple(
            decision for part in self.parts for decision in part.all_decisions
        )


WORST_FIRST = (
    Truth.CONFLICT,
    Truth.UNDEFINED,
    Truth.FALSE,
    Truth.VACUOUS,
    Truth.HOLLOW,
    Truth.UNDECIDED,
)


def _truth_of_parts(truths: list[Truth]) -> Truth:
    return next((truth for truth in WORST_FIRST if truth in truths), Truth.TRUE)
