"""Decides by showing that the opposite is a contradiction, with any engine for SMT."""

from __future__ import annotations

import sympy

from probatum.decision import Decision, Outcome, Reason
from probatum.engines.solvers.logic import Answer, Logic
from probatum.engines.solvers.smt_query import Query, translates
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.exponentials import in_exponentials
from probatum.proposition.kinds import AlmostAll, Exists, ForAll, for_all
from probatum.type_names import Statement

NAME = "smt"  # of whatever engine: several engines of one decider
REASONS = {
    Answer.BUDGET: Reason.BUDGET,
    Answer.UNKNOWN: Reason.UNKNOWN,
    Answer.CLOCK: Reason.CLOCK,
    Answer.POSSIBLE: Reason.POSSIBLE,
}


def translates_without_a_point(statement: Statement) -> bool:
    """What translates, but for existence: that needs a point, which is not asked for."""
    return translates(statement) and not isinstance(statement, Exists)


def by_contradiction(statement: Statement, logic: Logic, budget: int) -> Decision:
    """Prove that the opposite is a contradiction, or say why not."""
    try:
        return found(opposite(statement, logic, budget))
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)


def found(answer: Answer) -> Decision:
    """What it means that an engine says so of the opposite."""
    if answer is Answer.CONTRADICTION:
        return Decision(NAME, Outcome.PROVED, Reason.NO_COUNTEREXAMPLE)
    return Decision(NAME, Outcome.UNDECIDED, REASONS[answer])


def opposite(statement: Statement, logic: Logic, budget: int) -> Answer:
    """Whether the opposite is possible."""
    variables, given, then = (), sympy.true, statement
    if isinstance(statement, (ForAll, AlmostAll)):
        variables, given, then = statement.variables, statement.given, statement.then
    quantified = for_all(variables, given, then)
    query = Query(in_exponentials(quantified), logic)
    return query.solve(query.given, query.logic.opposite(query.then), budget).answer
