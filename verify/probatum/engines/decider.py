"""What whoever decides offers, and how it asks others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from probatum.decision import Decided, Decision
from probatum.type_names import Statement

Ask: TypeAlias = Callable[[Statement], Decided]  # by all deciders, of a simpler statement


def nobody(statement: Statement) -> Decided:
    """What a decider hears that may ask no others: nothing is decided."""
    return Decided(statement)


class Decider(Protocol):
    """What a module that decides offers."""

    NAME: str
    ENGINE: str  # the implementation that it rests on, as readers know it

    def takes(self, statement: Statement) -> bool:
        """Whether the decider can say anything of a statement of this form."""

    def decide(self, statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
        """What it finds, by one engine or by several; `ask` decides a simpler statement by all
        deciders.
        """


class InTurn(Decider, Protocol):
    """A decider that is asked of every statement which it takes, at its turn: the lowest first.

    The cheapest that may refute has the lowest; from `COSTLY` on they are asked only where no other
    decides.
    """

    TURN: int


COSTLY = 100
