"""Asks engines for SMT again where one engine alone carries a proof."""

from __future__ import annotations

from operator import attrgetter
from typing import cast

from probatum.decide.shared.attempt import attempt
from probatum.decision import DECISIVE, Decision, Outcome
from probatum.discovery import declaring
from probatum.engines.decider import Ask, Decider, nobody
from probatum.engines.solvers import smt
from probatum.type_names import Statement

AGAIN: tuple[Decider, ...] = tuple(
    cast("Decider", module)
    for module in sorted(declaring("probatum.engines", "TURN_AGAIN"), key=attrgetter("TURN_AGAIN"))
)


def asked_again(statement: Statement, ask: Ask = nobody) -> tuple[Decision, ...]:
    """What they say, one after the other until one decides."""
    found: tuple[Decision, ...] = ()
    for engine in AGAIN:
        found += attempt(engine, statement, ask)
        if any(decision.outcome in DECISIVE for decision in found):
            break
    return found


def proved_again(statement: Statement) -> tuple[Decision, ...]:
    """Their proof of what is proved already: they get what that proof needs."""
    found = asked_again(smt.essential(statement))
    return tuple(decision for decision in found if decision.outcome is Outcome.PROVED)
