"""A conjunction as its parts, also below a universal quantifier."""

from __future__ import annotations

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import All, ForAll, Proposition, for_all
from probatum.type_names import Statement

DISTRIBUTED = Theorem(
    "All of several for all is each of them for all",
    "Kleene, Introduction to Metamathematics, section 35",
    exact=True,
)


def conjunction(statement: Statement) -> tuple[Proposition, ...]:
    """The parts of an `All`, or of a universal statement of one; empty for others."""
    if isinstance(statement, All):
        return tuple(statement.parts)
    if isinstance(statement, ForAll) and isinstance(statement.then, All):
        return tuple(
            for_all(statement.variables, statement.given, part) for part in statement.then.parts
        )
    return ()
