"""Propositions that are joined, as one condition where nothing in them is quantified."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.proposition.kinds import All, Equal, ForAll, Joined, Literal
from probatum.proposition.parts import is_scalar
from probatum.type_names import Condition, Statement


def condition_of(statement: Statement) -> Condition | None:
    """The condition that a statement without inner variables says; None for others.

    Of parts that exclude one another SymPy leaves a truth value, whether they are defined or not.
    """
    match statement:
        case Boolean():
            return statement
        case Equal() if is_scalar(statement.left) and is_scalar(statement.right):
            return sympy.Eq(statement.left, statement.right, evaluate=False)
        case ForAll() if not statement.variables:
            return _supposing(statement.given, condition_of(statement.then))
        case All():
            return _connected(sympy.And, [(part, True) for part in statement.parts])
        case Joined():
            every = [_connected(sympy.Or, clause) for clause in statement.clauses()]
            return None if None in every else sympy.And(*every)
    return None


def simple_parts(joined: Joined) -> list[Condition | None]:
    """Each part as a condition; None for those that hold others."""
    return [None if isinstance(part, Joined) else condition_of(part) for part in joined.parts]


def _connected(connective: Condition, literals: list[Literal]) -> Condition | None:
    conditions = [condition_of(part) for part, _ in literals]
    if None in conditions:
        return None
    signed = [
        condition if truth else sympy.Not(condition)
        for condition, (_, truth) in zip(conditions, literals, strict=True)
    ]
    return connective(*signed)


def _supposing(given: Condition, then: Condition | None) -> Condition | None:
    return then if then is None or given == sympy.true else sympy.Implies(given, then)
