"""What translation asks of an engine for SMT: its terms, its formulas,
and whether formulas can be true together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NewType, Protocol

import sympy

# The engine's own objects, which are asked nothing but by the engine.
Term = NewType("Term", object)  # for a real number, or for an integer as `integer` makes it
Formula = NewType("Formula", object)  # for a truth value


class Answer(Enum):
    """What an engine says of formulas together."""

    CONTRADICTION = auto()
    POSSIBLE = auto()
    BUDGET = auto()  # the work allowed for it is used up
    UNKNOWN = auto()
    CLOCK = auto()  # stopped by the clock, for the engine's counter does not see all of its work


@dataclass(frozen=True, slots=True)
class Solution:
    """An answer; where the formulas are possible, `value` gives the number that a term has at a
    point where they are true.

    moved: the same with another value of one constant, where the formulas that it is handed are
    seen to be true there, too; None where that would take a search.
    """

    answer: Answer
    value: Callable[[Term], sympy.Expr] | None = None
    moved: Callable[[Term, sympy.Rational, Sequence[Formula]], Solution | None] | None = None


class Logic(Protocol):
    """The terms and formulas of one engine.

    Constants are new each time they are made, whatever they are called:
    the author's names and those of auxiliaries cannot meet.
    """

    ENGINE: str

    def real(self, called: str) -> Term: ...

    def integer(self, called: str) -> Term: ...

    def as_real(self, integer: Term) -> Term: ...

    def number(self, value: sympy.Rational) -> Term: ...

    def total(self, terms: Sequence[Term]) -> Term: ...

    def product(self, terms: Sequence[Term]) -> Term: ...

    def quotient(self, dividend: Term, divisor: Term) -> Term: ...

    def negative(self, term: Term) -> Term: ...

    def choice(self, condition: Formula, term: Term, otherwise: Term) -> Term: ...

    def truth(self, value: bool) -> Formula: ...

    def compare(self, left: Term | Formula, operator: str, right: Term | Formula) -> Formula:
        """Two terms by <, <=, >, >=, == or !=; two formulas by == alone."""

    def every(self, formulas: Sequence[Formula]) -> Formula: ...

    def some(self, formulas: Sequence[Formula]) -> Formula: ...

    def opposite(self, formula: Formula) -> Formula: ...

    def implication(self, premise: Formula, conclusion: Formula) -> Formula: ...

    def for_all(self, constants: Sequence[Term], formula: Formula) -> Formula: ...

    def there_is(self, constants: Sequence[Term], formula: Formula) -> Formula: ...

    def solve(self, formulas: Sequence[Formula], budget: int) -> Solution:
        """Whether the formulas can be true together, within so many of the engine's units of
        work.
        """
