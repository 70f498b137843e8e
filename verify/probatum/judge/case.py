"""What becomes known of a claim while it is decided, and the version of it that should be true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from probatum import entries
from probatum.authoring.definition import Claim
from probatum.authoring.facts import Fact
from probatum.errors import (
    DefinitionError,
)
from probatum.judge import record
from probatum.judge.evidence import Trial
from probatum.judge.variants import conditioned
from probatum.proposition.kinds import proposition
from probatum.proposition.parts import free_symbols
from probatum.proposition.readings import plain
from probatum.words import Role


@dataclass(slots=True)
class Case:
    """What becomes known of a claim while it is decided; nothing is lost when something raises."""

    claim: Claim
    kind: str = ""
    uses: dict[str, str] = field(default_factory=dict)
    versions: list[entries.Version] = field(default_factory=list)
    controls: list[entries.Control] = field(default_factory=list)
    still_true: list[entries.StillTrue] = field(default_factory=list)
    links: list[entries.Link] = field(default_factory=list)
    composed: bool = False
    figure: entries.Figure | None = None

    def turned(self, role: Role, control: Trial) -> None:
        """Note the control of a version that takes no facts."""
        for version in self.versions:
            if version["role"] == role:
                version["control"] = record.turning(control)


@dataclass(frozen=True, slots=True)
class Version:
    """The version of a claim's statement that should be true, and how it is made of facts."""

    statement: Any
    function: Any
    facts: tuple[Fact, ...]
    restrict: Any = None

    def make(self, **values: Any) -> Any:
        """The statement with other facts, under the same condition."""
        statement = build(self.function, values)
        return statement if self.restrict is None else conditioned(statement, self.restrict)


def values_of(facts: tuple[Fact, ...]) -> dict[str, Any]:
    """The facts as the arguments of a claim's function."""
    return {fact.name: fact.value for fact in facts}


def build(function: Any, values: Mapping[str, Any]) -> Any:
    """The proposition that a claim's function returns for these facts;
    raises DefinitionError where it returns none.
    """
    statement = proposition(function(**values), f"{function.__name__}()")
    free = sorted(symbol.name for symbol in free_symbols(plain(statement)))
    if free:
        names = ", ".join(free)
        raise DefinitionError(
            f"{function.__name__}(): got the free variable {names}, wanted it bound: "
            f"ForAll(({names},), then=...)"
        )
    return statement
