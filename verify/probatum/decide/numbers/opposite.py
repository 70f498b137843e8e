"""Decides what is said to exist by its opposite: whether all that there is, is otherwise."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.counterexample import Counterexample
from probatum.decide.shared.composed import by_engine
from probatum.decide.shared.far_out import GROWTH, so_far_out
from probatum.decide.shared.prenex import Block
from probatum.decide.shared.supposed import with_bounds_supposed
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.proposition.kinds import Exists, for_all
from probatum.proposition.truth import holds_at
from probatum.type_names import Statement

NAME = "opposite"
ENGINE = EXACT_SEARCH.name  # of a witness; a refutation names the engines that prove the opposite
TURN = 130


def takes(statement: Statement) -> bool:
    """Conditions that are said to hold somewhere."""
    return (
        isinstance(statement, Exists)
        and bool(statement.variables)
        and isinstance(statement.then, Boolean)
    )


def decide(statement: Exists, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Refute it by a proof of the opposite, or prove it by what breaks the opposite."""
    supposed = with_bounds_supposed(statement)
    otherwise = for_all(statement.variables, supposed.given, sympy.Not(supposed.then))
    try:
        found = ask(otherwise)
    except ProbatumError:  # somewhere it has no value
        return Decision(NAME, Outcome.UNDECIDED, Reason.NO_OPPOSITE)
    if found.truth is Truth.TRUE and found.agreeing:
        return tuple(
            Decision(NAME, Outcome.REFUTED, Reason.OPPOSITE, engine=proof.engine)
            for proof in by_engine(found)
        )
    shown = _witness(statement, found)
    if shown is None and so_far_out(
        [Block(True, statement.variables, statement.given)], statement.then
    ):
        return Decision(NAME, Outcome.PROVED, Reason.LIMITS, engine=GROWTH)
    if shown is None:
        return Decision(NAME, Outcome.UNDECIDED, Reason.NO_OPPOSITE)
    return Decision(NAME, Outcome.PROVED, Reason.WITNESS, shown)


def _witness(statement: Exists, found: Decided) -> Counterexample | None:
    """What breaks the opposite, put back exactly."""
    for shown in (decision.counterexample for decision in found.decisions):
        if shown is None:
            continue
        point = {one: dict(shown.values).get(one.name) for one in statement.variables}
        if None in point.values():
            continue
        if holds_at(sympy.And(statement.given, statement.then), point) is True:
            return shown
    return None
