"""What can be said of a closed integral, series, product, limit or derivative."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flint

from probatum.proposition.numbers.constant import MISSING, NO_NUMBER
from probatum.proposition.numbers.enclosure import enclose
from probatum.type_names import Ball, Expression

AGREEING = 256  # bits at which a value that is no more than proposed must agree with a ball


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


def ball_of(answer: Answer) -> Ball:
    """The enclosure of an exact or enclosed answer at the present precision."""
    if isinstance(answer, Enclosed):
        return answer.ball()
    assert isinstance(answer, Exact)
    return enclose(answer.value, {})


def agrees(candidate: Expression, ball: Callable[[], Ball]) -> bool:
    """Whether a candidate and an enclosure agree in all digits of a high precision."""
    with flint.ctx.workprec(AGREEING):
        difference = enclose(candidate, {}) - ball()
        return bool(
            difference.is_finite()
            and difference.contains(0)
            and abs(difference) < flint.arb(2) ** -(AGREEING // 2)
        )
