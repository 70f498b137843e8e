"""Asks one decider; what a library raises on the way makes an undecided decision,
and stops no other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from probatum.calculus.carrying_out import in_formulas
from probatum.decision import Decision, Outcome, Reason
from probatum.engine_catalogue import IMPLEMENTATIONS
from probatum.engines.decider import Ask, Decider, nobody
from probatum.errors import ProbatumError
from probatum.proposition.numbers.digit_count import too_long
from probatum.proposition.parts import leaves
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.property import Property
from probatum.type_names import Statement

Found = TypeVar("Found")
COULD_NOT: dict[type[Exception], str] = {
    MemoryError: "needs more memory than a claim may use",
    RecursionError: "meets an expression that is nested too deeply",
    OverflowError: "meets a number that is too large",
    NotImplementedError: "does not know a step that it would need",
}
# Engines that would write long numbers down.
WRITING = {one.name for one in IMPLEMENTATIONS if one.writes_numbers_down}
OTHERWISE = "meets something that it was not made for"


def attempt(decider: Decider, statement: Statement, ask: Ask = nobody) -> tuple[Decision, ...]:
    """The decisions of one decider on a statement, each with its engine;
    none where it takes no such statement.

    Lets pass what the author's own code raises, which only properties and experiments run.
    """
    if (
        decider.ENGINE in WRITING
        and decider.takes(statement)
        and any(map(too_long, leaves(statement)))
    ):
        return (Decision(decider.NAME, Outcome.UNDECIDED, Reason.TOO_LONG, engine=decider.ENGINE),)
    try:
        found = decider.decide(in_formulas(statement), ask) if decider.takes(statement) else ()
    except ProbatumError:
        raise
    except Exception as problem:
        if runs_the_author_s_code(statement):
            raise
        found = Decision(decider.NAME, Outcome.UNDECIDED, f"{decider.ENGINE} {could_not(problem)}")
    decisions = found if isinstance(found, tuple) else (found,)
    return tuple(
        decision if decision.engine else replace(decision, engine=decider.ENGINE)
        for decision in decisions
    )


def unless_raised(make: Callable[[], Found], otherwise: Found) -> Found:
    """What is made; what stands otherwise where a library raises on the way."""
    try:
        return make()
    except ProbatumError:
        raise
    except Exception:
        return otherwise


def could_not(problem: Exception) -> str:
    """What a method could not do, in words: exceptions of libraries are none."""
    return next(
        (words for kind, words in COULD_NOT.items() if isinstance(problem, kind)), OTHERWISE
    )


def runs_the_author_s_code(statement: Statement) -> bool:
    """Whether deciding it calls functions of the claim, whose errors are the claim's."""
    return isinstance(statement, (Property, Measured))
