"""So and so many of several propositions: at least, at most, or exactly."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.kinds import Joined, Literal
from probatum.proposition.numbers.exact import exact
from probatum.proposition.parts import set_fields
from probatum.type_names import Authored, Expression

__all__ = ("AtLeast", "AtMost", "Exactly")

NUMBERS = ("none", "one", "two", "three", "four", "five", "six")


@dataclass(frozen=True, slots=True, init=False)
class Counted(Joined):
    """So and so many of the `parts`; a number between 0 and 1 is a share of them: 3/4 of eight
    is six.
    """

    inside: ClassVar[tuple[str, ...]] = ("number", "parts")
    how: ClassVar[str] = ""  # the number is meant
    number: Expression

    def __init__(self, number: Authored, *parts: Authored) -> None:
        where = type(self).__name__
        set_fields(self, number=exact(number, f"{where}: the number"))
        Joined.__init__(self, *parts)

    def _check(self, where: str) -> None:
        Joined._check(self, where)
        if self.number.is_Symbol:  # a control asks what becomes of it
            return
        share = self.number.is_Rational and 0 < self.number < 1
        if not share and not (self.number.is_Integer and 0 <= self.number <= len(self.parts)):
            raise DefinitionError(
                f"{where}: got the number {self.number} for {len(self.parts)} propositions, "
                f"wanted a whole number from 0 to {len(self.parts)}, or a share of them between "
                f'0 and 1, and then the propositions: {where}(2, p, q, r), {where}("0.5", p, q, r)'
            )

    @property
    def amount(self) -> Expression:
        """How many parts that is, which is no whole number where a share does not come out even."""
        share = 0 < self.number < 1
        return self.number * len(self.parts) if share else self.number

    @property
    def beginning(self) -> str:
        known = self.number.is_Integer and int(self.number) < len(NUMBERS)
        return f"{self.how} {NUMBERS[int(self.number)] if known else self.number} of"

    def _at_least(self) -> list[list[Literal]]:
        fewest = int(sympy.ceiling(self.amount))
        return self._chosen(len(self.parts) - fewest + 1, True) if fewest else []

    def _at_most(self) -> list[list[Literal]]:
        most = int(sympy.floor(self.amount))
        return self._chosen(most + 1, False) if most < len(self.parts) else []

    def _chosen(self, size: int, truth: bool) -> list[list[Literal]]:
        return [[(part, truth) for part in chosen] for chosen in combinations(self.parts, size)]


class AtLeast(Counted):
    """At least `number` of the `parts`."""

    __slots__ = ()
    how = "at least"

    def clauses(self) -> list[list[Literal]]:
        return self._at_least()


class AtMost(Counted):
    """At most `number` of the `parts`."""

    __slots__ = ()
    how, sense = "at most", -1

    def clauses(self) -> list[list[Literal]]:
        return self._at_most()


class Exactly(Counted):
    """As many of the `parts` as `number` says, neither more nor fewer."""

    __slots__ = ()
    how, sense = "exactly", 0

    def clauses(self) -> list[list[Literal]]:
        return self._at_least() + self._at_most()

    def _check(self, where: str) -> None:
        Counted._check(self, where)
        if self.number.is_Rational and not self.amount.is_Integer:
            raise DefinitionError(
                f"{where}: got {self.number} of {len(self.parts)} propositions, which is no whole "
                "number, wanted a share that comes out even"
            )
