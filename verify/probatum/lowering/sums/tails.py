"""Sums of falling or rising terms by what is left of their series, which is beside integrals."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.limits.limit import by_rules
from probatum.calculus.summation.series import certain
from probatum.lowering.sums.between_integrals import (
    STARTS,
    Bound,
    Terms,
    is_from,
    is_of_index_alone,
    with_bounds,
)
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.type_names import Condition, Expression, Statement

TAILS = Theorem(
    "What is left of a series of falling terms lies between two integrals",
    "Maclaurin and Cauchy",
    exact=False,
)
PLAIN = {sympy.log, sympy.exp, sympy.atan}  # of what engines know more than that it is positive


def by_tails(statement: Statement) -> Statement:
    """The statement with bounds in place of the first terms of series, from which it follows."""
    return with_bounds(statement, _bounds)


def _bounds(total: Expression, side: int, given: Condition) -> Iterator[Bound]:
    """With S for the series and F' = f, where f falls from b on: what follows f(b) adds up to less
    than F(oo) - F(b), and to more than F(oo) - F(b + 1), which is more than 0; the other way round
    where it rises.
    """
    ((index, low, high),) = total.limits
    if not low.is_Integer or not high.is_finite:  # of a whole series nothing is left
        return
    if not is_of_index_alone(total):
        return
    for near, sense in ((high + 1, -side), (high, side)):
        start = next((start for start in STARTS if is_from(near, start, given)), None)
        terms = start is not None and Terms.of(total.function, index, sympy.Integer(start))
        if not terms or terms.sense != sense:
            continue
        end = by_rules(terms.antiderivative, terms.number, sympy.oo, "-")
        whole = certain(total.function, index, low) if end is not None and end.is_finite else None
        if whole is not None:
            left = end - terms.at(near)
            plain = near == high or set(map(type, left.atoms(sympy.Function))) <= PLAIN
            yield Bound(whole - left if plain else whole, apart=True)
            return


REWRITINGS = (Rewriting(50, TAILS, by_tails),)
