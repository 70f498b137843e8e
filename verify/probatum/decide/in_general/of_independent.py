"""Decides statements about functions of independent variables together: proved of whatever depends
on each other, refuted by a few values of each.
"""

from __future__ import annotations

from collections.abc import Callable

from probatum.decide.in_general.small_counterexamples import of_few_values
from probatum.decide.shared.back_translation import NAME, named
from probatum.decision import DECISIVE, DEFINEDNESS, Decision, Outcome, Reason
from probatum.errors import UndefinedError
from probatum.lowering.chance.jointly import JOINTLY, in_all_combinations
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import ForAll

About = Callable[[ForAll], tuple[Decision, ...]]


def of_independent(written: ForAll, dependent: ForAll, about: About) -> tuple[Decision, ...]:
    """What is found of the statement, which is also written about variables that may depend on each
    other; about: decides that one.
    """
    unknown = (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)
    try:
        found = about(dependent)
    except UndefinedError:  # where they depend on each other, which these do not
        return unknown
    if any(each.outcome is Outcome.VACUOUS for each in found):
        return found
    proofs = tuple(each for each in found if each.outcome in DECISIVE)
    if proofs:
        return named(proofs, (JOINTLY,))
    if any(each.decider == DEFINEDNESS for each in found):
        return found
    stated = plain(dependent)
    broken = of_few_values(stated, cases=in_all_combinations(stated, written))
    return (broken,) if broken else unknown
