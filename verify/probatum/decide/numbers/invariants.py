"""Decides a statement on all integers by an invariant of its author's: it holds, and the statement
follows from it.
"""

from __future__ import annotations

import sympy

from probatum.decide.shared.composed import proofs
from probatum.decision import COUNTING, Decided, Decision, Outcome, Truth
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.lowering.rewriting.terms import sequences_aside
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.reading.sentences import words_of
from probatum.type_names import Condition

NAME = "invariant"
PROVED = "true by the invariant: it holds, and the statement follows from it"


def by_invariant(statement: ForAll, invariant: Condition, ask: Ask) -> tuple[Decision, ...]:
    """The proofs; where there is none, which part failed: start, step or conclusion, and where."""
    holds = for_all(statement.variables, statement.given, invariant)
    follows = for_all(statement.variables, sympy.And(statement.given, invariant), statement.then)
    own = _asked(holds, ask)
    conclusion, gaps = _of_conclusion(follows, ask)
    failed = [*_of_invariant(own, invariant), *gaps]
    if failed:
        return (Decision(NAME, Outcome.UNDECIDED, "; ".join(failed)),)
    return tuple(proofs(NAME, PROVED, [own, conclusion]))


def _of_invariant(found: Decided, invariant: Condition) -> list[str]:
    """What is wrong with start or step."""
    if _is_proved(found):
        return []
    if found.truth is Truth.FALSE:
        at = found.counterexample.at if found.counterexample else ""
        return [
            f"the invariant fails at its start or at a step: {words_of(invariant)} is false at {at}"
        ]
    reasons = [str(one.reason) for one in found.decisions if one.decider == COUNTING]
    told = f": {'; '.join(reasons)}" if reasons else ""
    return [f"the invariant is not proved by its start and its step{told}"]


def _of_conclusion(statement: ForAll, ask: Ask) -> tuple[Decided, list[str]]:
    """Whether the statement follows, without looking into sums and products, or else as it is;
    and where it need not.
    """
    aside, names = sequences_aside(statement)
    found = _asked(aside, ask)
    if _is_proved(found):
        return found, []
    direct = _asked(statement, ask)
    if _is_proved(direct):
        return direct, []
    if found.truth is Truth.FALSE and found.counterexample:
        called = {symbol.name: words_of(part) for part, symbol in names.items()}
        at = ", ".join(
            f"{called.get(name, name)} = {value}" for name, value in found.counterexample.values
        )
        where = f"where the invariant holds and the statement need not: {at}"
        return direct, [f"the conclusion does not follow, {where}"]
    return direct, ["the conclusion is not proved: that the statement follows from the invariant"]


def _is_proved(found: Decided) -> bool:
    return found.truth is Truth.TRUE and found.is_strong


def _asked(statement: ForAll, ask: Ask) -> Decided:
    try:
        return ask(statement)
    except ProbatumError as problem:
        undecided = Decision(COUNTING, Outcome.UNDECIDED, str(problem))
        return Decided(statement, (undecided,))
