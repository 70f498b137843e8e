"""Bounds that are said of a witness, as hypotheses on it."""

from __future__ import annotations

import sympy

from probatum.proposition.kinds import Exists
from probatum.proposition.parts import conjuncts, with_parts
from probatum.type_names import Condition

BOUNDS = (
    sympy.StrictLessThan,
    sympy.LessThan,
    sympy.StrictGreaterThan,
    sympy.GreaterThan,
    sympy.Unequality,
)


def with_bounds_supposed(statement: Exists) -> Exists:
    """The statement with those bounds among its hypotheses that have a value everywhere, where more
    than that is said.
    """
    parts = conjuncts(statement.then)
    bounds = [part for part in parts if isinstance(part, BOUNDS) and _is_polynomial(part)]
    rest = [part for part in parts if part not in bounds]
    if not bounds or not rest:
        return statement
    given = sympy.And(statement.given, *bounds)
    moved: Exists = with_parts(statement, given=given, then=sympy.And(*rest))
    return moved


def _is_polynomial(relation: Condition) -> bool:
    return all(side.is_polynomial(*relation.free_symbols) for side in relation.args)
