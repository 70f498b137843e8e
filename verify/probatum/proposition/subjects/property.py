"""A property that whatever is generated has, as code says: tried on cases, never proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from probatum.errors import DefinitionError
from probatum.proposition.parts import Stated

__all__ = ("Property",)


@dataclass(frozen=True, slots=True)
class Property(Stated):
    """`predicate` is true of whatever the Hypothesis `strategies` generate;
    `says` words it for readers.

    Supports at best: `examples` is the number of generated cases to try.
    """

    strategies: Mapping[str, object]
    predicate: Callable[..., bool]
    says: str
    examples: int = 200

    def __post_init__(self) -> None:
        if not isinstance(self.strategies, Mapping) or not self.strategies:
            raise DefinitionError(
                f"Property: got {self.strategies!r} as strategies, "
                "wanted a mapping of argument names to strategies"
            )
        if not isinstance(self.says, str) or not self.says.strip():
            raise DefinitionError(f"Property: says: got {self.says!r}, wanted a sentence")
        if not callable(self.predicate):
            raise DefinitionError(
                f"Property: got {self.predicate!r} as predicate, wanted a function"
            )
        if not isinstance(self.examples, int) or not 1 <= self.examples <= 100_000:
            raise DefinitionError(
                f"Property: got examples={self.examples!r}, wanted an integer from 1 to 100000"
            )
