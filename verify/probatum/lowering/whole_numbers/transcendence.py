"""Where what holds one transcendental number differs from zero: where one of the algebraic
coefficients does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.polys.polyerrors import BasePolynomialError

from probatum.calculus.asymptotics.near_forms import QUOTIENTS
from probatum.calculus.forms.identity import HYPERBOLIC, without_hyperbolic
from probatum.calculus.signs.under_bounds import sign_under
from probatum.lowering.theorem import Theorem
from probatum.lowering.whole_numbers.algebraic_values import is_algebraic_valued
from probatum.type_names import Condition, Expression, Symbol

LINDEMANN = Theorem(
    "Exponentials, sines and cosines of algebraic numbers but zero are transcendental, and so are "
    "logarithms of such but one, and pi",
    "Lindemann; Baker, Transcendental Number Theory, theorem 1.4",
    exact=True,
)
CIRCULAR = (sympy.sin, sympy.cos, *QUOTIENTS)
MOST_MULTIPLES = 12
T = sympy.Symbol("t  ", real=True)  # the transcendental number
INFINITE = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo)


@dataclass(frozen=True, slots=True)
class _Generated:
    """A difference by one transcendental number T.

    apart: what must not be zero for it to be transcendental; at: its value where that is zero.
    """

    difference: Expression
    apart: Expression
    at: Expression


def apart(difference: Expression, given: Condition) -> Condition | None:
    """Where a difference of what has a value is not zero, without the transcendental number in it;
    None where there is none or several, or a variable is no integer.
    """
    if not all(symbol.is_integer for symbol in difference.free_symbols):
        return None
    for generated in _ways(difference):
        coefficients = _coefficients(generated.difference)
        if coefficients is None:
            continue
        differs = sympy.Or(*(sympy.Ne(each, 0) for each in coefficients))
        if _is_never_zero(generated.apart, given):
            return differs
        there = generated.difference.xreplace({T: generated.at})
        if there.has(*INFINITE):
            continue
        return sympy.Or(
            sympy.And(sympy.Ne(generated.apart, 0), differs),
            sympy.And(sympy.Eq(generated.apart, 0), sympy.Ne(there, 0)),
        )
    return None


def _is_never_zero(number: Expression, given: Condition) -> bool:
    return bool(number.is_nonzero) or sign_under(number, given) in ((1, True), (-1, True))


def _coefficients(difference: Expression) -> list[Expression] | None:
    """Those of the numerator, as a polynomial in T; None where one need not be algebraic."""
    numerator, _ = sympy.fraction(sympy.together(difference))
    try:
        found = sympy.Poly(sympy.expand(numerator), T).coeffs()
    except BasePolynomialError:
        return None
    return found if all(map(is_algebraic_valued, found)) else None


def _ways(difference: Expression) -> Iterator[_Generated]:
    """By its exponentials, its sines and cosines, its logarithm, or pi."""
    if difference.has(sympy.exp, sympy.E, *HYPERBOLIC):
        yield from _by_exponentials(without_hyperbolic(difference))
    elif difference.has(*CIRCULAR):
        yield from _by_half_tangents(difference)
    elif difference.has(sympy.log):
        logarithms = difference.atoms(sympy.log)
        inner = {each.args[0] for each in logarithms}
        if len(inner) == 1 and all(map(is_algebraic_valued, inner)):
            of, zero = inner.pop(), sympy.Integer(0)
            yield _Generated(difference.xreplace(dict.fromkeys(logarithms, T)), of - 1, zero)
    elif difference.has(sympy.pi):
        yield _Generated(difference.xreplace({sympy.pi: T}), sympy.Integer(1), T)


def _common(arguments: set[Expression]) -> tuple[Expression, dict[Expression, int]] | None:
    """A number of which all arguments are small whole multiples, and which ones."""
    first = min(arguments, key=sympy.default_sort_key)
    if first == 0 or not is_algebraic_valued(first):
        return None
    ratios = {each: sympy.cancel(each / first) for each in arguments}
    if not all(ratio.is_Rational for ratio in ratios.values()):
        return None
    parts = sympy.ilcm(1, *(ratio.q for ratio in ratios.values()))
    multiples = {each: int(ratio * parts) for each, ratio in ratios.items()}
    if any(abs(multiple) > MOST_MULTIPLES for multiple in multiples.values()):
        return None
    return first / parts, multiples


def _by_exponentials(difference: Expression) -> Iterator[_Generated]:
    powers = difference.atoms(sympy.exp)
    arguments = {power.exp for power in powers}
    if difference.has(sympy.E):
        arguments.add(sympy.Integer(1))
    found = _common(arguments)
    if found is not None:
        base, multiples = found
        put = {power: T ** multiples[power.exp] for power in powers}
        if difference.has(sympy.E):
            put[sympy.E] = T ** multiples[sympy.Integer(1)]
        yield _Generated(difference.xreplace(put), base, sympy.Integer(1))


def _by_half_tangents(difference: Expression) -> Iterator[_Generated]:
    """With sine and cosine by the tangent of half the angle."""
    plain = difference
    for function, quotient in QUOTIENTS.items():
        plain = plain.replace(function, quotient)
    waves = plain.atoms(sympy.sin, sympy.cos)
    found = _common({wave.args[0] for wave in waves}) if waves else None
    if found is None:
        return
    base, multiples = found
    put = {wave: _of_multiple(wave.func, multiples[wave.args[0]]) for wave in waves}
    yield _Generated(plain.xreplace(put), base, sympy.Integer(0))


def _of_multiple(function: type, multiple: int) -> Expression:
    """Sine or cosine of a multiple of the angle."""
    angle: Symbol = sympy.Symbol("u  ", real=True)
    by_angle = {sympy.sin(angle): 2 * T / (1 + T**2), sympy.cos(angle): (1 - T**2) / (1 + T**2)}
    return sympy.expand_trig(function(multiple * angle)).xreplace(by_angle)
