"""What was decided of a version, as a clause of the sentence that gives a verdict's reason."""

from __future__ import annotations

from probatum.decision import Decided, Outcome, Strength


def reasons(decided: Decided) -> str:
    """What each decider found, each once."""
    found = [f"{decision.decider}: {decision.reason}" for decision in decided.all_decisions]
    return "; ".join(dict.fromkeys(found))


def hollowness(decided: Decided) -> str:
    """Why it says nothing."""
    hollow = (
        decision.reason for decision in decided.all_decisions if decision.outcome is Outcome.HOLLOW
    )
    return "; ".join(dict.fromkeys(map(str, hollow)))


def basis(decided: Decided) -> str:
    """What its truth rests on: engines, measurements, or cases tried."""
    agreeing = decided.agreeing or sorted(
        {name for part in decided.parts for name in part.agreeing}
    )
    if agreeing:
        return (
            f"{decided.strength.word if decided.strength else 'decided'} by "
            f"{' and '.join(agreeing)}"
        )
    measured = [decision.reason for decision in decided.all_decisions if decision.measured]
    if measured:
        return f"measured: {'; '.join(measured)}"
    supporting = [
        decision
        for decision in decided.all_decisions
        if decision.outcome is Outcome.SUPPORTED and decision.admitted is not None
    ]
    counts = dict.fromkeys(
        f"{decision.admitted} admitted of {decision.tried} cases" for decision in supporting
    )
    return f"supported by {', and by '.join(counts)}" if counts else "supported"


def fares(decided: Decided | None) -> str:
    """How a version fares that counts as true: a sample of it is not called true."""
    sampled = decided is not None and decided.strength is Strength.SAMPLED
    return "with nothing found against it" if sampled else "true"


def without(elsewhere: Decided | None) -> str:
    """Where something has no value, and how it fares elsewhere, if it has one there."""
    if elsewhere is None:
        return "anywhere"
    joined = "" if elsewhere.strength is Strength.SAMPLED else "and is "
    return f"where it is said to have none, {joined}{fares(elsewhere)} elsewhere"


def point_of(decided: Decided) -> str:
    """The point that shows it, as the beginning of a clause."""
    shown = decided.counterexample
    return f"at {shown.at} " if shown is not None and shown.at else ""
