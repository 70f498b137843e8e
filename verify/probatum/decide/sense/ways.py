"""How it is asked whether a statement means anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy

from probatum.claim_cache import cached_for_claim
from probatum.counterexample import Counterexample
from probatum.decision import DEFINEDNESS, Decided, Decision, Outcome, Reason, Truth
from probatum.engines.decider import Ask
from probatum.proposition.kinds import AlmostAll, ForAll
from probatum.proposition.unknown import taking_unknown
from probatum.type_names import Expression


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to ask whether a statement means anything: one answer is enough."""

    plainly: Ask  # of a condition for all values, as it is
    settle: Ask  # of what may hold anything that a text states
    stop: Callable[[Expression, Ask], Truth | Counterexample]  # where an iteration ends, if it does


@cached_for_claim(512)
def settled(obligation: ForAll | AlmostAll, ways: Ways) -> Decided:
    """True where it is whatever is not known, false where it is whatever is not known;
    else undecided. Controls and versions share what must be defined, so the answer is kept.
    """
    sure, possible = (taking_unknown(obligation, answer) for answer in (sympy.false, sympy.true))
    found = ways.plainly(sure)
    if sure == possible or (found.truth is Truth.TRUE and found.agreeing):
        return found
    found = ways.plainly(possible)
    return (
        found
        if found.truth is Truth.FALSE
        else Decided(obligation, (Decision(DEFINEDNESS, Outcome.UNDECIDED, Reason.SCOPE),))
    )
