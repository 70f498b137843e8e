"""The least strength that counts of a statement, and of each of its parts."""

from __future__ import annotations

from dataclasses import replace

from probatum.authoring.definition import Claim
from probatum.decision import BY_WORD, Decided, Outcome, Strength, Truth
from probatum.proposition.kinds import Proposition
from probatum.proposition.parts import subpropositions
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.property import Property
from probatum.type_names import Statement


def floor(claim: Claim, statement: Proposition) -> Strength:
    """What the author says, else what its kind can reach."""
    return BY_WORD[claim.expect.strength] if claim.expect.strength else reached(statement)


def reached(statement: Statement) -> Strength:
    """What can be reached of a statement that holds experiments or predicates; a formula is
    proved or enclosed.
    """
    kinds = {type(inner) for inner in subpropositions(statement)}
    return (
        Strength.MEASURED
        if Measured in kinds
        else Strength.SAMPLED
        if Property in kinds
        else Strength.ENCLOSED
    )


def held_to_their_kinds(decided: Decided) -> Decided:
    """What is decided of a statement where a part that is true by less than its kind can reach is
    undecided: a formula beside an experiment, of which cases were tried.
    """
    if decided.parts:
        return replace(decided, parts=tuple(map(held_to_their_kinds, decided.parts)))
    known = decided.strength
    if decided.truth is not Truth.TRUE or known is None or known >= reached(decided.proposition):
        return decided
    weaker = (
        replace(decision, outcome=Outcome.UNDECIDED)
        if decision.outcome is Outcome.SUPPORTED
        else decision
        for decision in decided.decisions
    )
    return replace(decided, decisions=tuple(weaker))
