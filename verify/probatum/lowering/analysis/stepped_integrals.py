"""Integrals of polynomials in a variable and in the integer below it: one unit after the other."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.summation.series import telescoped
from probatum.lowering.analysis.kinked_integrals import ADDITIVE
from probatum.lowering.value import Value
from probatum.proposition.parts import put
from probatum.type_names import Expression, Symbol

STEPS = (sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod)
HIGHEST = 8  # power, of both together


def over_units(
    body: Expression, variable: Symbol, low: Expression, high: Expression
) -> Iterator[Value]:
    """G(high) - G(low), where G(b) is the integral from 0 to b: the units below b, and the rest. It
    is right for all real ends, in either order.
    """
    below = sympy.Dummy("below", integer=True)
    polynomial = _by_integer_below(body, variable, below)
    if polynomial is None or low.is_infinite or high.is_infinite:
        return
    inside = sympy.Poly(polynomial, variable).integrate(variable).as_expr()
    unit = put(inside, {variable: below + 1}) - put(inside, {variable: below})
    units = _summed(sympy.expand(unit), below)
    if units is None:
        return

    def to(end: Expression) -> Expression:
        whole = sympy.floor(end)
        rest = put(inside, {variable: end}) - put(inside, {variable: below})
        return sympy.expand(put(units + rest, {below: whole}))

    yield Value(to(high) - to(low), ADDITIVE, ())


def _by_integer_below(body: Expression, variable: Symbol, below: Symbol) -> Expression | None:
    """The body as a polynomial in the variable and in the integer below it, but for single points;
    None where it is none.
    """
    known = {
        sympy.floor(variable): below,
        sympy.ceiling(variable): below + 1,
        sympy.frac(variable): variable - below,
        sympy.Mod(variable, 1): variable - below,
    }
    made = sympy.expand(put(body, known))
    if made.has(*STEPS) or not made.has(below) or not made.is_polynomial(variable, below):
        return None
    return made if sympy.Poly(made, variable, below).total_degree() <= HIGHEST else None


def _summed(term: Expression, index: Symbol) -> Expression | None:
    """The polynomial that is 0 at 0 and rises by the term from each integer to the next."""
    found = telescoped(term, index, sympy.Integer(0))
    if found is None or not found.is_polynomial(index):
        return None
    return found - put(found, {index: sympy.Integer(0)})
