"""Limits of Riemann sums: the integral of what is summed, which is continuous."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.analysis.uniform_limits import (
    NEAR,
    Needed,
    at_one_over,
    beside,
    surely_around,
)
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.continuity import is_continuous
from probatum.proposition.definedness import defined
from probatum.type_names import Expression, Symbol

RIEMANN = Theorem(
    "Riemann sums of a continuous function converge to its integral",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorems 4.19 and 6.7",
    exact=True,
)


def of_sums(construct: Expression) -> Iterator[Value]:
    """The limit of a body of which one summand is such a sum, times a factor or not."""
    body, variable, point, _ = construct.args
    if point != sympy.oo or not variable.is_integer:
        return
    summands = sympy.Add.make_args(body)
    for summand in summands:
        factor, total = summand.as_independent(sympy.Sum, as_Add=False)
        if not isinstance(total, sympy.Sum):
            continue
        rest = sympy.Add(*(each for each in summands if each is not summand))
        for integral, conditions in _integrals(factor, total, variable):
            yield Value(beside(integral, rest, construct), RIEMANN, conditions)


def _integrals(
    factor: Expression, total: Expression, variable: Symbol
) -> Iterator[tuple[Expression, tuple[Needed, ...]]]:
    """What the sum converges to, and what must hold for that: with k = n x, each term is 1/n times
    what is near a function of x alone.
    """
    ends = _ends(total, variable)
    if ends is None:
        return
    (low, after), (high, before) = ends
    index, first, last = total.limits[0]
    at = sympy.Symbol(index.name, real=True)
    term = (factor * total.function).xreplace({index: at * variable})
    near = at_one_over(variable * term, variable)
    inside = near.xreplace({NEAR: sympy.Integer(0)})
    if inside.has(sympy.nan, sympy.zoo, sympy.oo):
        return
    summed = sympy.And(sympy.Ge(variable, 1), sympy.Ge(index, first), sympy.Le(index, last))
    parts = sympy.And(defined(factor), defined(total.function))
    everywhere = ((index, variable), summed, parts)
    within = sympy.And(sympy.Ge(at, low), sympy.Le(at, high))
    integral = sympy.Integral(inside, (at, low, high))
    around = surely_around(near, (at, NEAR))
    if around is not None:
        put = around.xreplace({NEAR: sympy.Integer(0)})
        yield integral, (((at,), within, put), everywhere)
    if not near.has(NEAR) and after >= 0 >= before and is_continuous(near, at):
        yield integral, (((at,), within, defined(near)), everywhere)


def _ends(total: Expression, variable: Symbol) -> list[tuple[Expression, Expression]] | None:
    """Each end as what it is of n, and what is added to that; None where it is no such sum."""
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return None
    found = []
    for end in total.limits[0][1:]:
        slope = sympy.expand(end).coeff(variable, 1)
        rest = sympy.expand(end - slope * variable)
        if not (slope.is_Integer and rest.is_Integer):
            return None
        found.append((slope, rest))
    return found if found[0][0] < found[1][0] else None
