"""Limits of integrals over one range of what stays bounded: the integral of the limit, also where
that jumps at single points.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

import sympy

from probatum.calculus import proposals
from probatum.lowering.analysis.uniform_limits import Needed, beside
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.type_names import Condition, Expression, Symbol

BOUNDED = Theorem(
    "What stays bounded and converges at each point but some is integrated in the limit",
    "Luxemburg 1971, American Mathematical Monthly 78(9), Arzelà's theorem",
    exact=True,
)
SHARES = (0, 0.01, 0.1, 0.3, 0.5, 0.8, 0.95, 1)  # of the range, where a bound is looked for
TRIED = (1, 2, 3, 5, 10, 30, 100)
LARGEST = 1000
PLACE = sympy.Rational(5, 7)  # of the range, where the limit is looked for


def of_bounded_integrals(construct: Expression) -> Iterator[Value]:
    """The limit of a body of which one summand is such an integral."""
    body, variable, point, _ = construct.args
    if point != sympy.oo:
        return
    summands = sympy.Add.make_args(body)
    for summand in summands:
        factor, integral = summand.as_independent(sympy.Integral, as_Add=False)
        if not isinstance(integral, sympy.Integral) or len(integral.limits) != 1:
            continue
        moved = sympy.Integral(factor * integral.function, *integral.limits)
        rest = sympy.Add(*(each for each in summands if each is not summand))
        for inside, conditions in _in_the_limit(moved, variable):
            told = sympy.Integral(inside, *integral.limits) if inside != 0 else inside
            yield Value(beside(told, rest, construct), BOUNDED, conditions)


def _in_the_limit(
    integral: Expression, variable: Symbol
) -> Iterator[tuple[Expression, tuple[Needed, ...]]]:
    at, low, high = integral.limits[0]
    integrand = integral.function
    if integrand.free_symbols != {at, variable} or not is_continuous(integrand, at):
        return
    bound = _bound(integrand, variable, integral.limits[0])
    if bound is None:
        return
    later = sympy.And(sympy.Ge(at, low), sympy.Le(at, high), sympy.Ge(variable, 1))
    bounded = ((at, variable), later, sympy.Le(sympy.Abs(integrand), bound))
    everywhere = ((at, variable), later, defined(integrand))
    for inside in _limits(integrand, variable, integral.limits[0]):
        yield (
            inside,
            (
                everywhere,
                bounded,
                (((at,), _between(integral), _tends(integrand, variable, inside))),
            ),
        )


def _tends(integrand: Expression, variable: Symbol, inside: Expression) -> Condition:
    limit = sympy.Limit(integrand, variable, sympy.oo, "-")
    return sympy.Eq(limit, inside, evaluate=False)


def _between(integral: Expression) -> Condition:
    """The range without its ends and zero."""
    at, low, high = integral.limits[0]
    return sympy.And(sympy.Gt(at, low), sympy.Lt(at, high), sympy.Ne(at, 0))


def _limits(
    integrand: Expression, variable: Symbol, limits: tuple[Symbol, Expression, Expression]
) -> Iterator[Expression]:
    """What the integrand may tend to at each point: what it tends to at one."""
    at, low, high = limits
    between = low + (high - low) * PLACE
    everywhere = proposals.limit(integrand, variable, sympy.oo, "-")
    there = proposals.limit(integrand.xreplace({at: between}), variable, sympy.oo, "-")
    found = (each for each in (there, everywhere) if each is not None and not each.has(variable))
    yield from dict.fromkeys(found)


def _bound(
    integrand: Expression, variable: Symbol, limits: tuple[Symbol, Expression, Expression]
) -> Expression | None:
    """A number that its size seems not to exceed."""
    at, low, high = limits
    if not (low.is_number and high.is_number and low.is_finite and high.is_finite and low < high):
        return None
    places = (float(low) + share * float(high - low) for share in SHARES)
    largest = 0.0
    for place, number in product(places, TRIED):
        try:
            value = integrand.evalf(subs={at: place, variable: number})
        except ZeroDivisionError:  # it has no value there
            return None
        if not (value.is_Float or value.is_Integer) or abs(value) > LARGEST:
            return None
        largest = max(largest, abs(float(value)))
    return sympy.Integer(math.ceil(largest) + 1)
