"""Whether hypotheses contradict one another: one is shown to fail wherever the others hold."""

from __future__ import annotations

from collections.abc import Callable

import sympy

from probatum.decision import VACUITY, Decided, Decision, Outcome, Truth, Why
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, unchecked
from probatum.shapes import Condition, Symbols

MOST = 6  # hypotheses


def contradicted(variables: Symbols, given: Condition, ask: Ask) -> bool:
    """Whether no values of the variables satisfy all of `given`; False where it is not known."""
    parts = tuple(conjuncts(given))
    return len(parts) <= MOST and any(
        _fails(variables, part, sympy.And(*(other for other in parts if other is not part)), ask)
        for part in reversed(parts)
    )


def or_about_nothing(
    decided: Decided, ask: Ask, doubtful: Callable[[ForAll], bool]
) -> tuple[Decision, ...]:
    """What was found of a statement; where that is nothing, perhaps that it is about nothing.

    doubtful: whether a statement that is found to be true may be so for want of any case.
    """
    statement = decided.proposition
    if not isinstance(statement, ForAll):
        return decided.decisions
    open_still = decided.truth is Truth.UNDECIDED and not decided.agreeing
    if not (open_still or (decided.truth is Truth.TRUE and doubtful(statement))):
        return decided.decisions
    if not contradicted(statement.variables, statement.given, ask):
        return decided.decisions
    return (Decision(VACUITY, Outcome.VACUOUS, Why.NO_CASE),)


def _fails(variables: Symbols, part: Condition, others: Condition, ask: Ask) -> bool:
    """Where a hypothesis is undefined it is not met either."""
    apart = (sympy.Gt(*part.args), sympy.Lt(*part.args)) if isinstance(part, sympy.Eq) else ()
    never = (sympy.Not(part), *apart)
    return any(_always(variables, others, each, ask) for each in never)


def _always(variables: Symbols, others: Condition, never: Condition, ask: Ask) -> bool:
    if never in (sympy.true, sympy.false):
        return bool(never)
    try:
        found = ask(unchecked(ForAll, variables=variables, given=others, then=never))
    except ProbatumError:
        return False
    return found.truth is Truth.TRUE and bool(found.agreeing)
