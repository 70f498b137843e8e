"""Where what holds a root of a rational number differs from zero, and a form of two integers."""

from __future__ import annotations

import sympy
from sympy.polys.polyerrors import BasePolynomialError

from probatum.lowering.theorem import Theorem
from probatum.lowering.whole_numbers.algebraic_values import is_rational_valued
from probatum.type_names import Condition, Expression, Polynomial

ROOTS = Theorem(
    "Powers of a root below its degree are linearly independent over the rational numbers",
    "Lang, Algebra, 3rd ed., V.1",
    exact=True,
)
FORMS = Theorem(
    "An irreducible form of two integers, of degree two or more, is zero only where both are",
    "Gauss's lemma; Hardy, Wright, An Introduction to the Theory of Numbers, section 4.3",
    exact=True,
)
HIGHEST = 8  # degree
MOST_ROOTS = 3
T = sympy.Symbol("t  ", positive=True)  # the root


def apart_by_roots(difference: Expression) -> Condition | None:
    """Where a difference is not zero in which one irrational root of a rational number stands."""
    powers = {
        power
        for power in difference.atoms(sympy.Pow)
        if power.base.is_Rational and power.exp.is_Rational and not power.exp.is_Integer
    }
    bases = {power.base for power in powers}
    if len(bases) > 1:
        return _in_a_field(difference, powers)
    if not bases:
        return None
    (base,) = bases
    degree = int(sympy.ilcm(1, *(power.exp.q for power in powers)))
    if base <= 0 or degree > HIGHEST:
        return None
    minimal = sympy.Poly(T**degree - base, T)
    if not minimal.is_irreducible:
        return None
    put = {power: T ** int(power.exp * degree) for power in powers}
    numerator, _ = sympy.fraction(sympy.together(difference.xreplace(put)))
    try:
        polynomial = sympy.Poly(sympy.expand(numerator), T)
        rest = polynomial.rem(sympy.Poly(T**degree - base, T, domain=polynomial.domain))
    except BasePolynomialError:
        return None
    coefficients = [sympy.expand(each) for each in rest.coeffs()]
    if not all(map(is_rational_valued, coefficients)):
        return None
    return sympy.Or(*(sympy.Ne(each, 0) for each in coefficients))


def _in_a_field(difference: Expression, roots: set[Expression]) -> Condition | None:
    """The same of a few square roots, by the powers of one number that generates them all."""
    numerator, _ = sympy.fraction(sympy.together(difference))
    symbols = sorted(numerator.free_symbols, key=sympy.default_sort_key)
    square = all(root.base > 0 and root.exp.q == 2 for root in roots)
    plain = numerator.is_polynomial(*symbols) and all(map(is_rational_valued, symbols))
    if not (symbols and square and plain and len(roots) <= MOST_ROOTS):
        return None
    field = sympy.QQ.algebraic_field(*sorted(roots, key=sympy.default_sort_key))
    try:
        polynomial = sympy.Poly(numerator, *symbols, domain=field)
    except BasePolynomialError:
        return None
    parts: dict[int, Expression] = {}
    for powers, coefficient in polynomial.rep.terms():
        term = sympy.Mul(*(s**power for s, power in zip(symbols, powers, strict=True)))
        for place, number in enumerate(reversed(coefficient.to_list())):
            rational = sympy.Rational(int(number.numerator), int(number.denominator))
            parts[place] = parts.get(place, sympy.Integer(0)) + rational * term
    return sympy.Or(*(sympy.Ne(each, 0) for each in parts.values()))


def apart_by_forms(difference: Expression) -> Condition | None:
    """Where a form of two integers with rational coefficients is not zero: its linear factors are
    not, and not both integers are zero where it has others.
    """
    numerator, _ = sympy.fraction(sympy.together(difference))
    symbols = sorted(numerator.free_symbols, key=sympy.default_sort_key)
    if len(symbols) != 2 or not all(symbol.is_integer for symbol in symbols):
        return None
    if not numerator.is_polynomial(*symbols):
        return None
    polynomial: Polynomial = sympy.Poly(numerator, *symbols)
    rational = polynomial.domain.is_QQ or polynomial.domain.is_ZZ
    if not (rational and polynomial.is_homogeneous and 2 <= polynomial.total_degree() <= HIGHEST):
        return None
    factors = [factor for factor, _ in polynomial.factor_list()[1]]
    linear = [factor.as_expr() for factor in factors if factor.total_degree() == 1]
    if len(linear) == len(factors):
        return None
    either = sympy.Or(*(sympy.Ne(symbol, 0) for symbol in symbols))
    return sympy.And(either, *(sympy.Ne(factor, 0) for factor in linear))
