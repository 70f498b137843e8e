"""When a condition on an index holds from one end of its range to the other."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.proposition.numbers.digit_count import long_to_factor
from probatum.type_names import Condition, Expression, Symbol

LARGEST = 40  # operations in what is multiplied out
HIGHEST = 12  # power in it
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


def multiplied_out(condition: Condition, variable: Symbol) -> Condition:
    """The condition with what is compared multiplied out: of a sum of products of what is positive,
    SymPy sees the sign.
    """
    moving = [part for part in condition.atoms(Relational) if part.has(variable)]
    whole = {part: _multiplied_out(part) for part in moving if _is_short(part)}
    return condition.xreplace(whole) if whole else condition


def _multiplied_out(relation: Relational) -> Condition:
    return relation.func(sympy.expand(sympy.expand_func(relation.lhs - relation.rhs)), 0)


def _is_short(relation: Relational) -> bool:
    numbers = relation.atoms(sympy.Integer)
    small = all(abs(number) <= HIGHEST for number in numbers)
    return small and relation.count_ops() <= LARGEST and not long_to_factor(relation)
