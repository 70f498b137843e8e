"""Gives an integral with parameters the value that an antiderivative has at its ends, or tends to
there, with the conditions under which it is right.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus import proposals
from probatum.calculus.forms.identity import vanishes
from probatum.lowering.analysis.improper_integrals import at_infinity, at_zero
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.proposition.slopes.smoothness import NotKnownError, condition
from probatum.type_names import Condition, Expression, Symbol

FUNDAMENTAL = Theorem("Fundamental theorem of calculus", "DLMF, equation 1.4.21", exact=True)
IMPROPER = Theorem(
    "Fundamental theorem of calculus, of what is continuous up to the ends",
    "DLMF, equations 1.4.21 and 1.4.22",
    exact=True,
)
Range = tuple[Symbol, Expression, Expression]
Needs = Iterator[tuple[tuple[Expression, ...], Expression, Expression]]


def by_antiderivatives(
    body: Expression, variable: Symbol, low: Expression, high: Expression
) -> Iterator[Value]:
    """The values that antiderivatives give; low is finite."""
    for antiderivative in _antiderivatives(body, variable):
        if not vanishes(antiderivative.diff(variable) - body):
            continue
        end = (
            at_infinity(antiderivative, variable)
            if high == sympy.oo
            else (antiderivative.xreplace({variable: high}), sympy.true)
        )
        if end is None:
            continue
        form = end[0] - antiderivative.xreplace({variable: low})
        smooth = _smooth_between(antiderivative, body, (variable, low, high))
        yield Value(form, FUNDAMENTAL, (*smooth, ((), sympy.true, end[1])))
        if high != sympy.oo and defined(body).has(variable):
            yield from _up_to_the_ends(antiderivative, body, (variable, low, high))


def _up_to_the_ends(antiderivative: Expression, body: Expression, limits: Range) -> Iterator[Value]:
    """Where the integrand has no value at an end, but the antiderivative is continuous there."""
    variable, low, high = limits
    inside = sympy.Or(
        sympy.And(sympy.Gt(variable, low), sympy.Lt(variable, high)),
        sympy.And(sympy.Gt(variable, high), sympy.Lt(variable, low)),
    )
    smooth = tuple(_smooth(antiderivative, body, variable, inside))
    if not is_continuous(antiderivative, variable):
        return
    first, last = (antiderivative.xreplace({variable: end}) for end in (low, high))
    there = defined(antiderivative)
    whole = tuple(_needed(there, variable, _between(limits)))
    yield Value(last - first, IMPROPER, (*smooth, *whole))
    start = at_zero(antiderivative, variable) if low == 0 else None
    if start is not None:
        value, tends = start
        at_the_end = sympy.And(tends, high > 0, there.xreplace({variable: high}))
        yield Value(last - value, IMPROPER, (*smooth, ((), sympy.true, at_the_end)))


def _antiderivatives(body: Expression, variable: Symbol) -> Iterator[Expression]:
    yield from _over_a_square(body, variable)
    turned = []
    for found in proposals.antiderivatives(body, variable):
        yield found
        turned.append(found.replace(sympy.log, lambda inside: _of_opposite(inside, variable)))
        if turned[-1] == found:
            turned.pop()
    yield from turned


def _of_opposite(inside: Expression, variable: Symbol) -> Expression:
    """The logarithm of the opposite of what moves, which has the same derivative where that is
    negative.
    """
    return sympy.log(-inside if inside.has(variable) else inside)


def _over_a_square(body: Expression, variable: Symbol) -> Iterator[Expression]:
    """Of what is linear over a quadratic without zeros."""
    above, below = sympy.fraction(body)
    whole = above.is_polynomial(variable) and below.is_polynomial(variable)
    if not whole or sympy.degree(below, variable) != 2 or sympy.degree(above, variable) > 1:
        return
    square, slope, constant = sympy.Poly(below, variable).all_coeffs()
    steep, level = (sympy.expand(above).coeff(variable, power) for power in (1, 0))
    root = sympy.sqrt(sympy.expand(4 * square * constant - slope**2))
    turned = sympy.atan((2 * square * variable + slope) / root)
    found = (2 * level - steep * slope / square) / root * turned
    yield found + steep / (2 * square) * sympy.log(below)


def _smooth_between(antiderivative: Expression, body: Expression, limits: Range) -> Needs:
    """That body and antiderivative are smooth from end to end, whichever is the lower one."""
    yield from _smooth(antiderivative, body, limits[0], _between(limits))


def _between(limits: Range) -> Condition:
    variable, low, high = limits
    upwards = sympy.And(sympy.Ge(variable, low), sympy.Le(variable, high))
    downwards = sympy.And(sympy.Ge(variable, high), sympy.Le(variable, low))
    return sympy.Ge(variable, low) if high == sympy.oo else sympy.Or(upwards, downwards)


def _smooth(
    antiderivative: Expression, body: Expression, variable: Symbol, inside: Condition
) -> Needs:
    try:
        smooth = [condition(each, variable) for each in (antiderivative, body)]
    except NotKnownError:
        smooth = [sympy.false]
    for wanted in (*smooth, defined(antiderivative)):
        for part in _needed(wanted, variable, inside):
            yield *part[:2], _with_whole_powers(part[2], body, variable) if part[0] else part[2]


def _needed(wanted: Condition, variable: Symbol, inside: Condition) -> Needs:
    if wanted != sympy.true and not wanted.has(variable):
        yield (), sympy.true, wanted
    elif wanted != sympy.true:
        yield (variable,), inside, wanted


def _with_whole_powers(wanted: Condition, body: Expression, variable: Symbol) -> Condition:
    """A power with an integer exponent from zero on is smooth, whatever its base is."""
    exponents = {
        power.exp
        for power in body.atoms(sympy.Pow)
        if power.exp.is_integer and not power.exp.is_number
    }
    if not exponents or exponents != _symbolic(body, variable):
        return wanted
    return sympy.Or(wanted, sympy.And(*(sympy.Ge(exponent, 0) for exponent in exponents)))


def _symbolic(body: Expression, variable: Symbol) -> set[Expression]:
    """The exponents of the powers in which the variable stands; None among them for other
    functions.
    """
    if body.has(sympy.Function):
        return {None}
    return {power.exp for power in body.atoms(sympy.Pow) if power.base.has(variable)}
