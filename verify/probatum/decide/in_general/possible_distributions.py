"""Whether what is supposed of random variables may be met by no distribution."""

from __future__ import annotations

import sympy

from probatum.decide.in_general.general import flat
from probatum.decide.in_general.small_counterexamples import is_about_something
from probatum.decide.sense.averages import where_defined
from probatum.decide.sense.inconsistent_hypotheses import contradicted
from probatum.decision import VACUITY, Decided, Decision, Outcome, Reason, Truth
from probatum.engines.decider import Ask
from probatum.errors import DefinitionError
from probatum.lowering.random_vectors.vectors_beside_chance import are_beside_chance, in_coordinates
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import ForAll
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import RandomVariable

UNKNOWN = "not known whether any distribution meets the hypotheses"


def or_about_nothing(decided: Decided, ask: Ask, about_numbers: Ask) -> tuple[Decision, ...]:
    """What was found of a statement; where that is nothing, or holds for want of any case that is
    known, perhaps that it is about nothing.
    """
    statement = decided.proposition
    if not isinstance(statement, ForAll):
        return decided.decisions
    open_still = decided.truth is Truth.UNDECIDED and not decided.agreeing
    true = decided.truth is Truth.TRUE
    if not (open_still or (true and may_be_about_nothing(statement, about_numbers))):
        return decided.decisions
    if contradicted(statement.variables, statement.given, ask):
        return (Decision(VACUITY, Outcome.VACUOUS, Reason.NO_CASE),)
    return decided.decisions if open_still else (Decision(VACUITY, Outcome.UNDECIDED, UNKNOWN),)


def may_be_about_nothing(statement: ForAll, ask: Ask) -> bool:
    """Whether no distribution is known that meets what is supposed of it."""
    if not _is_of_distributions(statement) or statement.given == sympy.true:
        return False
    try:
        stated = plain(where_defined(flat(statement)))
        numbers = in_coordinates(stated).statement if are_beside_chance(stated) else stated
        return not is_about_something(numbers, ask)
    except DefinitionError:  # it speaks of more than distributions of numbers
        return False


def _is_of_distributions(statement: ForAll) -> bool:
    """Whether a statement speaks of random numbers, and of nothing but vectors beside them."""
    general = [each for each in statement.variables if isinstance(each, General)]
    alone = bool(general) and all(isinstance(each, RandomVariable) for each in general)
    return alone or are_beside_chance(statement)
