"""Decides by SMT a second time: by cvc5, which is asked where one engine alone carries a proof."""

from __future__ import annotations

import sympy

from probatum.decision import Decision, Outcome, Reason
from probatum.engines.decider import Ask, nobody
from probatum.engines.logic import Answer
from probatum.engines.query import Query, translates
from probatum.lowering.exponentials import in_exponentials
from probatum.lowering.scope import OutOfScopeError
from probatum.proposition.kinds import AlmostAll, Exists, ForAll
from probatum.proposition.parts import unchecked
from probatum.shapes import Statement

NAME = "smt"  # as the decider that asks z3: two engines of one decider
ENGINE = "cvc5"
BUDGET = 20_000  # cvc5 resource units: some tenths of a second
REASONS = {
    Answer.BUDGET: Reason.BUDGET,
    Answer.UNKNOWN: Reason.UNKNOWN,
    Answer.CLOCK: Reason.CLOCK,
    Answer.POSSIBLE: Reason.POSSIBLE,
}


def takes(statement: Statement) -> bool:
    """What z3 takes, but for existence: that needs a point, which cvc5 is not asked for."""
    return translates(statement) and not isinstance(statement, Exists)


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove that the opposite is a contradiction, or say why not."""
    try:
        answer = _opposite(statement)
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    if answer is Answer.CONTRADICTION:
        return Decision(NAME, Outcome.PROVED, Reason.NO_COUNTEREXAMPLE)
    return Decision(NAME, Outcome.UNDECIDED, REASONS[answer])


def _opposite(statement: Statement) -> Answer:
    from probatum.engines.logic_cvc5 import Cvc5Logic

    variables, given, then = (), sympy.true, statement
    if isinstance(statement, (ForAll, AlmostAll)):
        variables, given, then = statement.variables, statement.given, statement.then
    quantified = unchecked(ForAll, variables=variables, given=given, then=then)
    query = Query(in_exponentials(quantified), Cvc5Logic())
    return query.solve(query.given, query.logic.opposite(query.then), BUDGET).answer
