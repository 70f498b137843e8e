"""What was decided for one claim, and what must have turned, as the judge takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from probatum.decision import Decided, Strength, Truth
from probatum.words import Role


@dataclass(frozen=True, slots=True)
class Trial:
    """A control that was run, or a change that was said to leave the statement true."""

    name: str
    truth: Truth
    strength: Strength | None = None
    change: str = ""  # what was changed, in words, where the name does not say it

    @property
    def turned(self) -> bool:
        """Whether the opposite was decided; undecided is no turn."""
        return self.truth is Truth.FALSE

    def survived(self, floor: Strength) -> bool:
        """Whether it was decided true, as well as the statement itself must be."""
        return (
            self.truth is Truth.TRUE
            and self.strength is not None
            and self.strength >= min(floor, Strength.ENCLOSED)
        )


@dataclass(frozen=True, slots=True)
class Support:
    """A statement beside the claim's own, a reduction or a link of its reasoning,
    with the change of it that must turn it.

    bears: whether it speaks of what the claim speaks of, as far as it is asked.
    """

    decided: Decided
    control: Trial | None = None
    bears: bool = True

    @property
    def established(self) -> bool:
        """Whether it is to the point and decided true, by more than samples,
        and its control turned.
        """
        turned = self.control is None or self.control.turned
        return self.bears and self.decided.truth is Truth.TRUE and self.decided.is_strong and turned


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was decided for one claim, and what its author expects."""

    expected: str
    floor: Strength
    stated: Decided
    conditioned: Decided | None = None
    outside: Decided | None = None
    nowhere: Decided | None = None
    weaker: Decided | None = None
    weaker_follows: Decided | None = None
    corrected: Decided | None = None
    reduction: Support | None = None
    scope: bool = False
    controls: tuple[Trial, ...] = ()
    still_true: tuple[Trial, ...] = ()
    links: tuple[Support, ...] = ()

    @property
    def last(self) -> tuple[Role, Decided]:
        """The version that should be true: as corrected, under the condition, or as stated."""
        if self.corrected is not None:
            return Role.CORRECTED, self.corrected
        if self.conditioned is not None:
            return Role.CONDITIONED, self.conditioned
        return Role.STATED, self.stated

    def with_last(self, decided: Decided) -> Evidence:
        """The same where more is decided of that version."""
        if self.corrected is not None:
            return replace(self, corrected=decided)
        if self.conditioned is not None:
            return replace(self, conditioned=decided)
        return replace(self, stated=decided)

    @property
    def is_without_value(self) -> bool:
        """Whether it is said to have no value anywhere, so that nothing is left to be true."""
        return self.nowhere is not None and self.conditioned is None

    @property
    def all_decided(self) -> tuple[Decided, ...]:
        """Everything decided, in order."""
        beside = [
            support.decided for support in (self.reduction, *self.links) if support is not None
        ]
        found = (
            self.stated,
            self.conditioned,
            self.outside,
            self.nowhere,
            self.weaker,
            self.weaker_follows,
            self.corrected,
            *beside,
        )
        return tuple(decided for decided in found if decided is not None)

    @property
    def all_trials(self) -> tuple[Trial, ...]:
        """Every control and harmless change, those of reduction and links included."""
        own = [
            support.control
            for support in (self.reduction, *self.links)
            if support is not None and support.control is not None
        ]
        return (*self.controls, *self.still_true, *own)
