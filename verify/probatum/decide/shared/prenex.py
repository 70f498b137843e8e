"""Statements with all quantifiers in front of one condition."""

from __future__ import annotations

from dataclasses import dataclass

import sympy

from probatum.proposition.kinds import Exists, ForAll
from probatum.type_names import Condition, Statement, Symbols


@dataclass(frozen=True, slots=True)
class Block:
    """One quantifier of a statement in prenex form."""

    exists: bool
    variables: Symbols
    given: Condition


def prenex(statement: Statement) -> tuple[list[Block], Condition] | None:
    """The quantifiers from the outside in, and the condition inside;
    None where there is more than one inside.
    """
    blocks = []
    while isinstance(statement, (ForAll, Exists)):
        blocks.append(Block(isinstance(statement, Exists), statement.variables, statement.given))
        statement = statement.then
    return (
        (blocks, statement)
        if blocks and isinstance(statement, sympy.logic.boolalg.Boolean)
        else None
    )
