"""What was decided for one claim, and what must have turned, as the judge takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from probatum.authoring.facts import Fact
from probatum.authoring.reasoning import Link
from probatum.decision import Decided, Strength, Truth
from probatum.judge.controls.deriving import Control
from probatum.ledger_figures import Figure
from probatum.proposition.kinds import Proposition
from probatum.type_names import Authored, Condition
from probatum.vocabulary import Role


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried(Trial):
    """A control by other facts, with the last change that was tried and what was decided then.

    facts: those of the claim; changed: those that were put in their place; step: the name of the
    change among several; statement: what they make; problem: why nothing could be decided.
    """

    control: Control
    facts: tuple[Fact, ...]
    changed: Mapping[str, Authored]
    step: str
    statement: Proposition
    decided: Decided
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless(Trial):
    """A change that its author says to leave the statement true, for a reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Support:
    """A statement that was decided, with the change of it that must turn it.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Support):
    """One version of the claim's own statement, and the hypotheses that its proof does not need."""

    role: Role
    idle: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedLink(Support):
    """One link of the reasoning."""

    link: Link


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was decided for one claim, in the order in which it was asked,
    and what its author expects.

    kind: of its proposition; uses: of each fact in the statement; weaker_follows: from the
    condition the one named as weaker, weaker_leaves_out: whether that is shown not to hold
    everywhere; composed: whether the links together say what the statement says; why_open: what
    the author says of what is undecided.
    """

    expected: str
    floor: Strength = Strength.ENCLOSED
    scope: bool = False
    kind: str = ""
    uses: Mapping[str, str] = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    weaker_follows: Decided | None = None
    weaker_leaves_out: bool = True
    links: tuple[DecidedLink, ...] = ()
    composed: bool = False
    why_open: str = ""
    figure: Figure | None = None
    controls: tuple[Trial, ...] = ()
    still_true: tuple[Harmless, ...] = ()

    def version(self, role: Role) -> Version | None:
        """The version of a role, where it was decided."""
        return next((version for version in self.versions if version.role is role), None)

    def decided(self, role: Role) -> Decided | None:
        """What was decided of the version of a role."""
        version = self.version(role)
        return None if version is None else version.decided

    @property
    def stated(self) -> Decided:
        """What was decided of the statement as the text makes it, which comes first."""
        return self.versions[0].decided

    @property
    def last(self) -> Role:
        """The version that should be true: as corrected, under the condition, or as stated."""
        wanted = (Role.CORRECTED, Role.CONDITIONED)
        return next((role for role in wanted if self.version(role) is not None), Role.STATED)

    def with_version(self, changed: Version) -> Evidence:
        """The same where more is known of a version."""
        versions = (changed if one.role is changed.role else one for one in self.versions)
        return replace(self, versions=tuple(versions))

    @property
    def is_without_value(self) -> bool:
        """Whether it is said to have no value anywhere, so that nothing is left to be true."""
        return self.version(Role.UNDEFINED) is not None and self.version(Role.CONDITIONED) is None

    @property
    def reduction(self) -> Version | None:
        """The reduction of the general statement to the special case."""
        return self.version(Role.REDUCTION)

    @property
    def all_decided(self) -> tuple[Decided, ...]:
        """Everything decided, in order."""
        supports: tuple[Support, ...] = (*self.versions, *self.links)
        follows = () if self.weaker_follows is None else (self.weaker_follows,)
        return (*(support.decided for support in supports), *follows)

    @property
    def all_trials(self) -> tuple[Trial, ...]:
        """Every control and harmless change, those of versions and links included."""
        supports: tuple[Support, ...] = (*self.versions, *self.links)
        own = (support.control for support in supports)
        return (*self.controls, *self.still_true, *filter(None, own))
