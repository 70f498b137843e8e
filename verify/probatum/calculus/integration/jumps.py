"""Cuts the range of an integral where something in it that is rounded to integers jumps."""

from __future__ import annotations

from itertools import pairwise

import flint
import sympy

from probatum.calculus.signs.between import in_order, inner_point, less, zeros_between
from probatum.proposition.numbers.enclosure import enclose, whole_number
from probatum.proposition.slopes.smoothness import NotKnownError, needs
from probatum.type_names import Expression, Number, Symbol

ROUNDING = (sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod)
MOST_STEPS = 200
PRECISION = 128  # bits


def rounds(integrand: Expression) -> bool:
    """Whether anything in the integrand is rounded to integers."""
    return bool(integrand.has(*ROUNDING))


def steps(
    integrand: Expression, variable: Symbol, low: Expression, high: Expression
) -> list[tuple[Expression, Expression, Expression]]:
    """Integrands without rounding, each with the part of the range where it is meant;
    raises NotKnownError.
    """
    plain = _by_floors(integrand)
    floors = [part for part in plain.atoms(sympy.floor) if part.has(variable)]
    if any(part.args[0].has(sympy.floor) for part in floors) or low.is_infinite or high.is_infinite:
        raise NotKnownError("floor")
    jumps = [zero for part in floors for zero in _jumps(part.args[0], variable, low, high)]
    found = []
    for left, right in pairwise([low, *in_order(jumps), high]):
        inside = {variable: inner_point(left, right)}
        found.append(
            (
                plain.xreplace({part: _rounded(part.args[0].xreplace(inside)) for part in floors}),
                left,
                right,
            )
        )
    return found


def _by_floors(integrand: Expression) -> Expression:
    """Ceilings, fractional parts and remainders by what they are of floors."""
    return (
        integrand.replace(sympy.ceiling, lambda u: -sympy.floor(-u))
        .replace(sympy.frac, lambda u: u - sympy.floor(u))
        .replace(sympy.Mod, lambda u, m: u - m * sympy.floor(u / m))
    )


def _jumps(
    inside: Expression, variable: Symbol, low: Expression, high: Expression
) -> list[Expression]:
    """Where a continuous function passes through integers, in between."""
    if needs(inside, variable) and not inside.is_rational_function(variable):
        raise NotKnownError("floor")
    with flint.ctx.workprec(PRECISION):
        range_ = enclose(inside, {variable: enclose(low, {}).union(enclose(high, {}))})
    if not range_.is_finite():
        raise NotKnownError("floor")
    first, last = whole_number(range_.lower().floor()), whole_number(range_.upper().ceil())
    if last - first > MOST_STEPS:
        raise NotKnownError("floor")
    found: list[Expression] = []
    for number in range(first, last + 1):
        zeros = zeros_between(inside - number, variable, low, high)
        if zeros is None:
            raise NotKnownError("floor")
        found += [zero for zero in zeros if less(low, zero) and less(zero, high)]
    return found


def _rounded(number: Number) -> Expression:
    with flint.ctx.workprec(PRECISION):
        whole = enclose(number, {}).floor().unique_fmpz()
    if whole is None:
        raise NotKnownError("floor")
    return sympy.Integer(int(whole))
