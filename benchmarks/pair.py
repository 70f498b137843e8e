"""A true statement beside its false twin, and the table that a module makes of such pairs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import sympy

from probatum import ForAll
from probatum.authoring.as_written.transcription import transcribed
from probatum.proposition.kinds import proposition

ELEMENTARY = Path(__file__).with_name("elementary.py")


@dataclass(frozen=True, slots=True)
class Pair:
    """A true statement and its false twin.

    breaks: values of the variables at which the twin is false; None where a quantifier or an
    iteration is in the way, and `because` says why it is false.
    """

    topic: str
    says: str
    source: str
    true: Any
    false: Any
    breaks: dict[sympy.Symbol, sympy.Expr] | None
    because: str = ""


class Table:
    """Pairs under topics, in the order in which they are written."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []
        self._topic = ""

    def topic(self, name: str) -> None:
        """What the rows below are about."""
        self._topic = name

    def of(self, variables: Any, given: Any, source: str, says: str, then: Any, twin: Any, **at: Any) -> None:
        """A statement for all `variables` that satisfy `given`; its twin is false at `at`."""
        bound = variables if isinstance(variables, tuple) else (variables,)
        breaks = {variable: sympy.sympify(at[variable.name]) for variable in bound}
        stated, false = (ForAll(variables, given=given, then=claim) for claim in (then, twin))
        self.pairs.append(Pair(self._topic, says, source, stated, false, breaks))

    def plain(self, source: str, says: str, true: Any, twin: Any, because: str = "") -> None:
        """A closed statement, or one with quantifiers or an iteration, whose twin is false
        `because`.
        """
        breaks: dict[sympy.Symbol, sympy.Expr] | None = None if because else {}
        stated, false = proposition(true, says), proposition(twin, says)
        self.pairs.append(Pair(self._topic, says, source, stated, false, breaks, because))


def slope(function: Any, variable: sympy.Symbol) -> sympy.Derivative:
    """The derivative of a function, not carried out."""
    return sympy.Derivative(function, variable, evaluate=False)


def load(path: Path = ELEMENTARY) -> tuple[Pair, ...]:
    """The pairs of a module, which is compiled as an author's: operators keep what is written."""
    module = ModuleType(path.stem)
    exec(transcribed(path.read_bytes(), str(path)), vars(module))
    pairs: list[Pair] = vars(module)["table"].pairs
    return tuple(pairs)
