"""Joins and denies propositions of several kinds, or says what to write instead."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.errors import DefinitionError
from probatum.proposition.kinds import KINDS, All, Any, Equal, Exists, ForAll, Iff, proposition
from probatum.proposition.parts import is_scalar, unchecked
from probatum.type_names import Expression, Statement

JOINED = {"And": All, "Or": Any, "Equivalent": Iff}
INSTEAD = {
    "Implies": "ForAll(..., given=what is supposed, then=what follows)",
    "Xor": "Exactly(1, ...), of which one is so and no other",
}


def joined(name: str, parts: tuple[Expression, ...]) -> Statement:
    """The proposition that SymPy's `name` of these parts means; raises DefinitionError where there
    is none.
    """
    if name in JOINED and (name != "Equivalent" or len(parts) == 2):
        return JOINED[name](*parts)
    if name == "Not" and len(parts) == 1:
        return denied(parts[0])
    if name == "Implies" and len(parts) == 2 and isinstance(parts[0], Boolean):
        return ForAll((), given=parts[0], then=parts[1])
    kind = next(type(part).__name__ for part in parts if isinstance(part, KINDS))
    instead = INSTEAD.get(name, "propositions joined by All, or claims of their own")
    raise DefinitionError(f"{name}: got {_article(kind)} {kind}, wanted relations: write {instead}")


def denied(statement: Statement) -> Statement:
    """The opposite of a proposition or condition; raises DefinitionError where it is of no kind."""
    if isinstance(statement, (ForAll, Exists)):
        dual = Exists if isinstance(statement, ForAll) else ForAll
        opposite = denied(statement.then)
        if not statement.variables and statement.given == sympy.true:
            return opposite
        if not statement.variables:
            raise DefinitionError(
                "Not: got a ForAll without variables, wanted one with them: "
                "write the opposite relation"
            )
        return unchecked(dual, variables=statement.variables, given=statement.given, then=opposite)
    if isinstance(statement, Equal) and is_scalar(statement.left) and is_scalar(statement.right):
        return proposition(sympy.Ne(statement.left, statement.right, evaluate=False), "Not")
    if isinstance(statement, (All, Any)):
        kind = Any if isinstance(statement, All) else All
        return kind(*map(denied, statement.parts))
    if isinstance(statement, Boolean):
        return sympy.Not(statement)
    name = type(statement).__name__
    raise DefinitionError(
        f"Not: got {_article(name)} {name}, wanted a relation, an Equal of two numbers, "
        "ForAll, Exists, All or Any"
    )


def _article(name: str) -> str:
    return "an" if name[0] in "AEO" else "a"
