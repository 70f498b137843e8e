"""When a condition on an index holds from one end of its range to the other."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.shapes import Condition, Expression, Symbol

ORDERED = (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt)


def throughout(
    condition: Condition, index: Symbol, low: Expression, high: Expression
) -> Condition | None:
    """A condition without the index that suffices for it to hold from low to high; None where none
    is known. What is linear in the index lies between its values at the ends.
    """
    if not condition.has(index):
        return condition
    if isinstance(condition, (sympy.And, sympy.Or)):
        parts = [throughout(part, index, low, high) for part in condition.args]
        if isinstance(condition, sympy.Or):
            parts = [part for part in parts if part is not None] or [None]
        return None if None in parts else condition.func(*parts)
    if not isinstance(condition, Relational):
        return None
    difference = sympy.expand(condition.lhs - condition.rhs)
    if not difference.is_polynomial(index) or sympy.degree(difference, index) > 1:
        return None
    ends = [difference.xreplace({index: end}) for end in (low, high)]
    if isinstance(condition, ORDERED):
        return sympy.And(*(condition.func(end, 0) for end in ends))
    if isinstance(condition, sympy.Ne):
        return sympy.Or(
            *(sympy.And(*(side(end, 0) for end in ends)) for side in (sympy.Gt, sympy.Lt))
        )
    return None
