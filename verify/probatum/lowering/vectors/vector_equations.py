"""Vectors are equal where their difference has length zero."""

from __future__ import annotations

import sympy

from probatum.proposition.subjects.domains import is_vector
from probatum.proposition.subjects.products import check, norm
from probatum.type_names import Condition


def in_lengths(part: Condition) -> Condition:
    """The condition with lengths of differences in place of equations between vectors; raises
    DefinitionError for an equation of a vector and a number.
    """
    if isinstance(part, sympy.logic.boolalg.BooleanFunction):
        return part.func(*map(in_lengths, part.args))
    if isinstance(part, (sympy.Equality, sympy.Unequality)) and any(map(is_vector, part.args)):
        check(part)
        return part.func(norm(part.lhs - part.rhs), 0, evaluate=False)
    return part
