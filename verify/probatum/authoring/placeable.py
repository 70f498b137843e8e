"""What a run must know of a claim, or of what is not checkable, to name and to place it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from probatum.errors import ProbatumError
from probatum.type_names import Function

MARK = "__probatum_claim__"  # the attribute by which a function is a claim
UNCHECKABLE = "__probatum_not_checkable__"  # the name by which a module holds what is not checkable


class Placeable(Protocol):
    """A claim as its author has said it, or as an earlier run left it."""

    @property
    def id(self) -> str: ...
    @property
    def at(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def function(self) -> Function: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def seconds(self) -> float | None: ...
    @property
    def megabytes(self) -> int | None: ...
    @property
    def defect(self) -> ProbatumError | None: ...


@dataclass(frozen=True, slots=True)
class Recalled:
    """A claim as an earlier run left it, without defect; `function` stands in for the author's."""

    id: str
    at: str
    path: str
    line: int
    function: Function
    names: tuple[str, ...]
    seconds: float | None
    megabytes: int | None
    defect: None = None

    @property
    def claim(self) -> Recalled:
        """Itself: what stands at the mark of a function has a claim."""
        return self


@dataclass(frozen=True, slots=True)
class NotCheckable:
    """A statement that cannot be decided, with the reason; it counts in the coverage."""

    id: str
    wording: str
    at: str
    reason: str
    path: str
    line: int
    defect: str | None = None
