"""One answer for the cases of a statement, each of which was decided by itself."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.decide.shared.back_translation import NAME, together
from probatum.decision import DECISIVE, Decision, Outcome, Reason

Found = tuple[Decision, ...]
UNDECIDED = (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)


def in_each_case(found: Sequence[Found], *, every: bool = True) -> Found:
    """What holds of all cases, or, where something is said to exist, of one of them.

    A case that nothing is in counts for nothing, unless they all are so.
    """
    if not every:
        return _in_one(found)
    admitted = [each for each in found if Outcome.VACUOUS not in _outcomes(each)]
    return (together(admitted) or UNDECIDED) if admitted else found[0]


def _in_one(found: Sequence[Found]) -> Found:
    for each in found:
        if _outcomes(each) & {*DECISIVE}:
            return each
    none = all(Outcome.REFUTED in _outcomes(each) for each in found)
    return found[0] if none else UNDECIDED


def _outcomes(found: Found) -> set[Outcome]:
    return {decision.outcome for decision in found}
