"""What can be said of a closed integral, series, product, limit or derivative."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from probatum.proposition.numbers.constant import MISSING, NO_NUMBER
from probatum.type_names import Ball, Expression


@dataclass(frozen=True, slots=True)
class Exact:
    """An exact real number, or an infinity; `agreed` where two methods agree on it and neither is a
    proof.
    """

    value: Expression
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A real number of which a ball is known at every precision."""

    ball: Callable[[], Ball]


@dataclass(frozen=True, slots=True)
class Missing:
    """It has no value, not even an infinite one: that is an answer; `perhaps_infinite` where there
    is no real number, and it is not known whether an infinity is its value.
    """

    reason: str
    agreed: bool = False
    perhaps_infinite: bool = False

    @property
    def kind(self) -> str:
        """As what it stands in place of a construct."""
        return NO_NUMBER if self.perhaps_infinite else MISSING


@dataclass(frozen=True, slots=True)
class Undefined:
    """What stands inside is undefined, or no real number, somewhere in the range."""

    reason: str


@dataclass(frozen=True, slots=True)
class Open:
    """Not known, and why."""

    reason: str


Answer = Exact | Enclosed | Missing | Undefined | Open
