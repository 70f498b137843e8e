"""What is found of parts, said of the whole that they prove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from probatum.decision import DECISIVE, Decided, Decision, Outcome, Truth
from probatum.proposition.kinds import Joined
from probatum.type_names import Statement

# The parts that are decided, and whether what is supposed inside must be met.
Decide = Callable[[Sequence[Statement], bool], Iterator[Decided]]


def proofs(name: str, reason: str, parts: Iterable[Decided]) -> Iterator[Decision]:
    """The proofs of a whole by those of its parts, each as decided."""
    return together(name, reason, [by_engine(part) for part in parts])


def together(name: str, reason: str, parts: list[list[Decision]]) -> Iterator[Decision]:
    """As many proofs as each part has, so that no two rest on one engine for the same part."""
    for proofs in zip(*parts, strict=False):
        proved = all(decision.outcome is Outcome.PROVED for decision in proofs)
        by = " and ".join(sorted({decision.engine or decision.decider for decision in proofs}))
        outcome = Outcome.PROVED if proved else Outcome.ENCLOSED
        yield Decision(name, outcome, f"{reason} (its parts by {by})", engine=by)


def about_something(whole: Statement, parts: tuple[Decided, ...]) -> tuple[Decided, ...]:
    """Of the cases of a statement those that there are, if there are any; an author's own parts
    each count.
    """
    if isinstance(getattr(whole, "then", whole), Joined):
        return parts
    return tuple(part for part in parts if part.truth is not Truth.VACUOUS) or parts


def of_parts(whole: Statement, parts: Sequence[Statement], inner: bool, decide: Decide) -> Decided:
    """What is found of a statement by its parts, or by its cases: what is supposed inside of it
    must be met in one of them, and need not be met in each.
    """
    decided = tuple(decide(parts, inner))
    left = about_something(whole, decided)
    if len(left) < len(decided):
        empty = [part for part, found in zip(parts, decided, strict=False) if found not in left]
        left = (*left, *(one for one in decide(empty, False) if one.truth is not Truth.VACUOUS))
    return Decided(whole, parts=left)


def by_engine(part: Decided) -> list[Decision]:
    """One proof of a part for each engine, in the order of their names."""
    found = {
        decision.engine or decision.decider: decision
        for decision in part.decisions
        if decision.outcome in DECISIVE
    }
    return [found[name] for name in sorted(found)]
