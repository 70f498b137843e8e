"""Whether a statement is about some case."""

from __future__ import annotations

import itertools

import sympy

from probatum.claim_cache import cached_for_claim
from probatum.decide.sense.inconsistent_hypotheses import contradicted
from probatum.decide.sense.presuppositions import never_in_the_end, suppositions
from probatum.decide.sense.ways import Ways
from probatum.decision import VACUITY, Decision, Outcome, Reason, Truth
from probatum.proposition.kinds import Exists, ForAll
from probatum.type_names import Statement


def vacuous(statement: Statement, inner: bool, ways: Ways) -> Decision | None:
    """None where a case is known to satisfy each thing that is supposed,
    or the hypotheses alone.
    """
    if not inner and (not isinstance(statement, ForAll) or statement.given == sympy.true):
        return None
    supposed = suppositions(statement)
    wanted = supposed if inner else itertools.islice(supposed, 1)
    doubt = next(filter(None, (none_such(one, ways) for one in wanted)), None)
    if doubt is None and inner:
        never = (ways.settle(one).truth is Truth.TRUE for one in never_in_the_end(statement))
        doubt = Decision(VACUITY, Outcome.VACUOUS, Reason.NO_CASE) if any(never) else None
    return doubt


@cached_for_claim(512)
def none_such(supposed: Statement, ways: Ways) -> Decision | None:
    """None where a case satisfies what is supposed; controls share their hypotheses,
    so the answer is kept.
    """
    if isinstance(supposed, Exists):
        found = ways.plainly(supposed)
        there_is_one, there_is_none = found.truth is Truth.TRUE, found.truth is Truth.FALSE
    else:
        found = ways.settle(supposed)  # that an orbit never meets it
        there_is_one, there_is_none = found.truth is Truth.FALSE, found.truth is Truth.TRUE
    if there_is_none and (found.agreeing or isinstance(supposed, Exists)):
        return Decision(VACUITY, Outcome.VACUOUS, Reason.NO_CASE)
    if not (there_is_one and found.agreeing):
        if isinstance(supposed, Exists) and _contradicts_itself(supposed, ways):
            return Decision(VACUITY, Outcome.VACUOUS, Reason.NO_CASE)
        return Decision(
            VACUITY, Outcome.UNDECIDED, "not known whether the hypotheses admit any case"
        )
    return None


def _contradicts_itself(supposed: Exists, ways: Ways) -> bool:
    given = sympy.And(supposed.given, supposed.then)
    return contradicted(supposed.variables, given, ways.plainly)
