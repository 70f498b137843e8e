"""Decides by SMT a second time: by cvc5, which is asked where one engine alone carries a proof."""

from __future__ import annotations

from probatum.decision import Decision
from probatum.engine_catalogue import CVC5
from probatum.engines.decider import Ask, nobody
from probatum.engines.solvers import contradiction
from probatum.type_names import Statement

NAME = contradiction.NAME
ENGINE = CVC5.name
TURN_AGAIN = 10
BUDGET = 20_000  # cvc5 resource units: some tenths of a second


def takes(statement: Statement) -> bool:
    """What z3 takes, but for existence."""
    return contradiction.translates_without_a_point(statement)


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove that the opposite is a contradiction, or say why not."""
    from probatum.engines.solvers.logic_cvc5 import Cvc5Logic

    return contradiction.by_contradiction(statement, Cvc5Logic(), BUDGET)
