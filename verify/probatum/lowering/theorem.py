"""What a lowering rests on: a theorem by its name, with its source.

Some are named in the reasons of a decision, as `named` of `decide/shared/back_translation.py` puts
them there. Others are referred to by nothing: they tell whoever reads their module what it rests
on, and no reason names them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from probatum.proposition.kinds import ForAll
from probatum.type_names import Statement


@dataclass(frozen=True, slots=True)
class Theorem:
    """A theorem that leads from one statement to others.

    name: as readers know it; source: work and place; exact: whether what it leads to is true
    exactly where what it starts from is, so that it refutes as well; else it proves only.
    """

    name: str
    source: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Lowered:
    """Statements that together prove another one, and the theorem by which they do."""

    statements: tuple[ForAll, ...]
    theorem: Theorem


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How a statement is written otherwise by a theorem, where nothing decides it as it is: all
    that modules declare as their `REWRITINGS` are tried, the lowest turn first.
    """

    turn: int
    theorem: Theorem
    written: Callable[[Statement], Statement]
