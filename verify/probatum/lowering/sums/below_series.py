"""Sums of terms of one sign by the whole of their series."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.signs.under_bounds import sign_under
from probatum.calculus.summation.series import certain
from probatum.lowering.sums.between_integrals import Bound, is_of_index_alone, with_bounds
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.type_names import Condition, Expression, Statement

WHOLE = Theorem(
    "The first terms of a series of positive terms are less than the whole",
    "elementary",
    exact=False,
)


def by_whole_series(statement: Statement) -> Statement:
    """The statement with series in place of their first terms, from which it follows."""
    return with_bounds(statement, _bounds)


def _bounds(total: Expression, side: int, _given: Condition) -> Iterator[Bound]:
    """The whole is above where what is left is positive, and below where it is negative."""
    ((index, low, high),) = total.limits
    if not low.is_Integer or not high.is_finite:  # of a whole series nothing is left
        return
    if not is_of_index_alone(total):
        return
    sign, strict = sign_under(total.function, sympy.Ge(index, low))
    whole = certain(total.function, index, low) if strict and sign == side else None
    if whole is not None:
        yield Bound(whole, apart=True)


REWRITINGS = (Rewriting(52, WHOLE, by_whole_series),)
