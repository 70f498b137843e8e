"""Decides what hangs on whether two numbers are ever the same at integers: by what says the same
without a transcendental number, a root, a form or a power.
"""

from __future__ import annotations

from probatum.decide.shared.back_translation import named
from probatum.decide.shared.composed import proofs
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.lowering.whole_numbers.never_equal import by_arithmetic
from probatum.proposition.kinds import ForAll
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Point, Statement

NAME = "arithmetic"
ENGINE = EXACT_SEARCH.name  # of what is written otherwise; a proof names the engines of its parts
TURN = 73


def takes(statement: Statement) -> bool:
    """Conditions for all integers in which a relation is said otherwise."""
    return isinstance(statement, ForAll) and bool(by_arithmetic(statement)[1])


def decide(statement: Statement, ask: Ask) -> tuple[Decision, ...]:
    """What is found of the statement as it is said otherwise; a point that breaks it is tried."""
    assert isinstance(statement, ForAll)
    other, theorems = by_arithmetic(statement)
    try:
        found = ask(other)
    except ProbatumError:  # undefined as it is written otherwise
        found = Decided(other)
    if found.truth is Truth.TRUE and found.agreeing:
        return named(tuple(proofs(NAME, Reason.SAID_OTHERWISE, [found])), theorems)
    shown = found.counterexample
    if found.truth is Truth.FALSE and shown is not None:
        values = dict(shown.values)
        point: Point = {
            each: values[each.name] for each in statement.variables if each.name in values
        }
        if holds_at(statement.given, point) and truth_at(statement.then, point) is False:
            return (Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, shown, engine=ENGINE),)
    return (Decision(NAME, Outcome.UNDECIDED, Reason.NOT_SAID_OTHERWISE),)
