"""Integrals of integrals: the inner one in closed form wherever the outer one passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy

from probatum.lowering.value import Value
from probatum.type_names import Condition, Expression, Symbol

Values = Callable[[Expression], Iterator[Value]]


def iterated(construct: Expression, values: Values) -> Iterator[Value]:
    """The integral of what the innermost integral is, with its conditions for all that the outer
    ones pass.
    """
    inside, first, *outer = _flat(construct)
    between = sympy.And(*map(_between, outer))
    bound = tuple(limit[0] for limit in outer)
    for inner in values(sympy.Integral(inside, first)):
        for whole in values(sympy.Integral(inner.form, *outer)):
            needed = (
                ((*bound, *variables), sympy.And(between, supposed), wanted)
                for variables, supposed, wanted in inner.conditions
            )
            yield Value(whole.form, whole.theorem, (*needed, *whole.conditions))


def _flat(construct: Expression) -> tuple[Expression, ...]:
    """What is integrated, and the limits from the innermost one on."""
    limits: list[Expression] = []
    while isinstance(construct, sympy.Integral):
        limits[:0] = construct.limits
        construct = construct.function
    return construct, *limits


def _between(limit: tuple[Symbol, Expression, Expression]) -> Condition:
    variable, low, high = limit
    upwards = _ordered(low, variable, high)
    return sympy.Or(upwards, _ordered(high, variable, low))


def _ordered(low: Expression, variable: Symbol, high: Expression) -> Condition:
    return sympy.And(*(sympy.Le(*pair) for pair in ((low, variable), (variable, high))))
