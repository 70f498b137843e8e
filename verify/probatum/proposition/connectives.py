"""Connectives of SymPy's by those that every decider reads: And, Or, Not and Implies."""

from __future__ import annotations

from itertools import pairwise

import sympy
from sympy.logic.boolalg import BooleanFunction

from probatum.type_names import Condition


def equivalent(*parts: Condition) -> Condition:
    """Of several conditions each is true exactly if the others are."""
    circle = pairwise([*parts, parts[0]])
    return sympy.And(*(sympy.Implies(one, other) for one, other in circle))


def in_basic_connectives(condition: Condition) -> Condition:
    """The condition without Equivalent, Xor and ITE, which say nothing else."""
    if not isinstance(condition, BooleanFunction):
        return condition
    parts = [in_basic_connectives(part) for part in condition.args]
    match condition:
        case sympy.Equivalent():
            return equivalent(*sorted(parts, key=sympy.default_sort_key))
        case sympy.Xor():
            return _odd(parts)
        case sympy.ITE():
            supposed, then, otherwise = parts
            return sympy.And(
                sympy.Implies(supposed, then), sympy.Implies(sympy.Not(supposed), otherwise)
            )
    unchanged = all(one is other for one, other in zip(parts, condition.args, strict=True))
    return condition if unchanged else condition.func(*parts)


def _odd(parts: list[Condition]) -> Condition:
    """An odd number of them is true."""
    first, *rest = parts
    for other in rest:
        first = sympy.Or(sympy.And(first, sympy.Not(other)), sympy.And(sympy.Not(first), other))
    return first
