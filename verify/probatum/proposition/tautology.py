"""Finds conditions that are true whatever each of their relations comes to: x > 0 or x <= 0."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import sympy
from sympy import true
from sympy.core.relational import Relational

from probatum.proposition.canonical import normal
from probatum.proposition.kinds import Equal, ForAll, Joined
from probatum.proposition.parts import is_scalar
from probatum.type_names import Condition, Statement

MOST = 8  # relations of which all combinations are gone through
Told = dict[object, bool]  # what relations come to, by their normal form


def is_tautology(statement: Statement) -> bool:
    """Whether the parts that it is joined of make it true by themselves: relations of which one is
    the opposite of another, up to moved terms and signs, and nothing else.
    """
    atoms = [*_atoms(statement)]
    if None in atoms:
        return False
    names: list[object] = []
    for atom in atoms:
        if normal(atom) not in names and _opposite(atom) not in names:
            names.append(normal(atom))
    if not 0 < len(names) < len(set(map(normal, atoms))) or len(names) > MOST:
        return False  # without opposites nothing is true by itself
    ways = product((False, True), repeat=len(names))
    return all(_truth(statement, dict(zip(names, way, strict=True))) for way in ways)


def _atoms(statement: Statement) -> Iterator[Condition | None]:
    """The relations between expressions with variables; None for whatever else it is joined of."""
    statement = _bare(statement)
    match statement:
        case Joined():
            for part in statement.parts:
                yield from _atoms(part)
        case sympy.And() | sympy.Or() | sympy.Not() | sympy.Implies():
            for part in statement.args:
                yield from _atoms(part)
        case _:
            relation = _relation(statement)
            yield relation if relation is not None and relation.free_symbols else None


def _bare(statement: Statement) -> Statement:
    """A part without the quantifier of no variable that it stands under beside others."""
    while isinstance(statement, ForAll) and not statement.variables and statement.given == true:
        statement = statement.then
    return statement


def _relation(statement: Statement) -> Condition | None:
    if isinstance(statement, Equal) and is_scalar(statement.left) and is_scalar(statement.right):
        return sympy.Eq(statement.left, statement.right, evaluate=False)
    return statement if isinstance(statement, Relational) else None


def _opposite(relation: Condition) -> object:
    return normal(sympy.Not(relation, evaluate=False))


def _truth(statement: Statement, told: Told) -> bool:
    statement = _bare(statement)
    match statement:
        case Joined():
            return all(
                any(_truth(part, told) == truth for part, truth in clause)
                for clause in statement.clauses()
            )
        case sympy.And():
            return all(_truth(part, told) for part in statement.args)
        case sympy.Or():
            return any(_truth(part, told) for part in statement.args)
        case sympy.Not():
            return not _truth(statement.args[0], told)
        case sympy.Implies():
            return not _truth(statement.args[0], told) or _truth(statement.args[1], told)
    relation = _relation(statement)
    name = normal(relation)
    return told[name] if name in told else not told[_opposite(relation)]
