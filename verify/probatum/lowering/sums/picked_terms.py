"""Sums of which all terms but one are zero, as Kronecker's delta has them."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.parts import conjuncts
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Condition, Expression, Symbol

PICKED = Theorem("Zeros add nothing to a sum", "elementary", exact=True)


def picked(term: Expression, index: Symbol, low: Expression, high: Expression) -> Iterator[Value]:
    """The one term that is not zero, where its place is among those that are added up."""
    for factor in sympy.Mul.make_args(term):
        for place, alone in _places(factor, index):
            chosen = term.xreplace({factor: alone}).xreplace({index: place})
            within = sympy.And(sympy.Le(low, place), sympy.Le(place, high))
            form = sympy.Piecewise((chosen, within), (0, True))
            every = ((index,), sympy.And(sympy.Ge(index, low), sympy.Le(index, high)))
            ordered = sympy.true if high == sympy.oo else sympy.Ge(high, low - 1)
            yield Value(form, PICKED, (((), sympy.true, ordered), (*every, defined(term))))


def _places(factor: Expression, index: Symbol) -> Iterator[tuple[Expression, Expression]]:
    """Where the index is, if it is not zero, and what it is there."""
    if not isinstance(factor, sympy.Piecewise) or len(factor.args) != 2:
        return
    (value, there), (elsewhere, _) = factor.args
    if elsewhere != 0:
        return
    parts = conjuncts(there)
    for part in parts:
        place = _solved(part, index)
        if place is not None:
            others = sympy.And(*(other for other in parts if other is not part))
            yield place, sympy.Piecewise((value, others), (0, True))


def _solved(condition: Condition, index: Symbol) -> Expression | None:
    """The whole number that the index is, if that is what a condition says."""
    if not isinstance(condition, sympy.Equality):
        return None
    difference = sympy.expand(condition.lhs - condition.rhs)
    slope = difference.coeff(index)
    place = sympy.expand(index - difference / slope) if slope in (1, -1) else index
    return place if place.is_integer and not place.has(index) else None
