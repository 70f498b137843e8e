"""The version of a claim's statement that should be true, and how it is made of facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sympy.core.parameters import distribute, evaluate

from probatum.authoring.facts import Fact
from probatum.errors import DefinitionError
from probatum.judge.variants import conditioned
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import Proposition, proposition
from probatum.proposition.parts import free_symbols
from probatum.proposition.reading.told_apart import check_told_apart
from probatum.type_names import Authored, Condition, Function


@dataclass(frozen=True, slots=True)
class Asserted:
    """A statement, the function and the facts that it is made of, and the condition put on it."""

    statement: Proposition
    function: Function
    facts: tuple[Fact, ...]
    restrict: Condition | None = None

    def make(self, **values: Authored) -> Proposition:
        """The statement with other facts, under the same condition."""
        statement = build(self.function, values)
        return statement if self.restrict is None else conditioned(statement, self.restrict)


def values_of(facts: tuple[Fact, ...]) -> dict[str, Authored]:
    """The facts as the arguments of a claim's function."""
    return {fact.name: fact.value for fact in facts}


def build(function: Function, values: Mapping[str, Authored]) -> Proposition:
    """The proposition that a claim's function returns for these facts;
    raises DefinitionError where it returns none.
    """
    with distribute(True), evaluate(True):  # what a function sets of SymPy's ends with it
        returned = function(**values)
    statement = proposition(returned, f"{function.__name__}()")
    free = sorted(symbol.name for symbol in free_symbols(plain(statement)))
    if free:
        names = ", ".join(free)
        raise DefinitionError(
            f"{function.__name__}(): got the free variable {names}, wanted it bound: "
            f"ForAll(({names},), then=...)"
        )
    check_told_apart(statement, f"{function.__name__}()")
    return statement
