"""What is found of something that a statement needs, whatever is not known."""

from __future__ import annotations

import sympy

from probatum.claim_cache import cached_for_claim
from probatum.decide.sense.presuppositions import there_is
from probatum.decide.sense.vacuity import none_such
from probatum.decide.sense.ways import Ways
from probatum.decision import DEFINEDNESS, Decided, Decision, Outcome, Reason, Truth
from probatum.proposition.kinds import AlmostAll, ForAll
from probatum.proposition.unknown import taking_unknown


@cached_for_claim(512)
def settled(obligation: ForAll | AlmostAll, ways: Ways) -> Decided:
    """True where it is whatever is not known, false where it is whatever is not known, at a case;
    else undecided. Controls and versions share what must be defined, so the answer is kept.
    """
    sure, possible = (taking_unknown(obligation, answer) for answer in (sympy.false, sympy.true))
    found = ways.plainly(sure)
    if sure == possible or (found.truth is Truth.TRUE and found.agreeing):
        return _at_a_case(obligation, found, ways)
    found = _at_a_case(obligation, ways.plainly(possible), ways)
    return found if found.truth is Truth.FALSE else _open(obligation)


def _at_a_case(obligation: ForAll | AlmostAll, found: Decided, ways: Ways) -> Decided:
    """The same, unless it is false of no case that is shown, and there may be none."""
    if found.truth is not Truth.FALSE or obligation.given == sympy.true:
        return found
    if found.counterexample is not None and found.counterexample.values:
        return found
    there = there_is(obligation.variables, obligation.given)
    return found if none_such(there, ways) is None else _open(obligation)


def _open(obligation: ForAll | AlmostAll) -> Decided:
    return Decided(obligation, (Decision(DEFINEDNESS, Outcome.UNDECIDED, Reason.SCOPE),))
