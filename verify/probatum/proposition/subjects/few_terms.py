"""Sums and products of few terms, by these."""

from __future__ import annotations

from itertools import product

import sympy

from probatum.type_names import Expression, Values

OPERATIONS = {sympy.Sum: sympy.Add, sympy.Product: sympy.Mul}
MOST = 30


def indices(construct: Expression) -> tuple[Values, ...] | None:
    """What the indices of a sum or product are in each term; None where the terms are many, or
    their number is not known, or less than nothing.
    """
    ends = [limit[1:] for limit in construct.limits]
    if not all(len(each) == 2 and each[0].is_Integer and each[1].is_Integer for each in ends):
        return None
    numbers = [int(high - low) + 1 for low, high in ends]
    if min(numbers) < 0 or sympy.prod(numbers) > MOST:
        return None
    names = [limit[0] for limit in construct.limits]
    ranges = (range(int(low), int(high) + 1) for low, high in ends)
    return tuple(
        dict(zip(names, map(sympy.Integer, each), strict=True)) for each in product(*ranges)
    )


def written_out(construct: Expression) -> Expression | None:
    """The sum or product of these; None where they are not known, or too many."""
    found = indices(construct)
    if found is None:
        return None
    return OPERATIONS[type(construct)](*map(construct.function.xreplace, found))


def all_written_out(expression: Expression) -> Expression:
    """The expression with all such sums and products by their terms."""
    if not expression.has(*OPERATIONS):
        return expression
    return expression.replace(
        lambda part: isinstance(part, tuple(OPERATIONS)) and indices(part) is not None,
        written_out,
    )
