"""Series of rational functions with rational poles in closed form, of one sign or alternating."""

from __future__ import annotations

from fractions import Fraction

import sympy

from probatum.type_names import Expression, Number, Symbol

LARGEST_DENOMINATOR = 12  # of a number at which the digamma function is written out
FARTHEST = 100  # terms by which it is shifted there
HALF = sympy.Rational(1, 2)


def in_closed_form(
    term: Expression, index: Symbol, low: Expression, sign: int
) -> Expression | None:
    """The sum of sign^k times a rational function of k from `low` on, which converges;
    None where a pole is not rational, or of an order that has no value in closed form.

    Each part c/(k - p)^m sums to c zeta(m, low - p), or -c psi(low - p) for m = 1.
    Source: NIST Digital Library of Mathematical Functions, 5.7.6 and 25.11.1.
    """
    numerator, denominator = sympy.fraction(sympy.cancel(sympy.together(term)))
    if numerator == 0:
        return numerator
    below = sympy.Poly(denominator, index)
    if not (sympy.Poly(numerator, index).domain.is_ZZ and below.domain.is_ZZ):
        return None
    if any(factor.degree() > 1 for factor, _ in below.factor_list()[1]):
        return None
    total: Expression = sympy.Integer(0)
    for part in sympy.Add.make_args(sympy.apart(numerator / denominator, index)):
        above, under = sympy.fraction(part)
        base, order = sympy.factor(under).as_independent(index, as_Add=False)[1].as_base_exp()
        slope, rest = sympy.Poly(base, index).all_coeffs()
        factor = above * base**order / under / slope**order
        found = _from(low + rest / slope, int(order), sign)
        if found is None:
            return None
        total += sympy.cancel(factor) * found * (sign**low)
    return sympy.expand(total)


def _from(start: Number, order: int, sign: int) -> Expression | None:
    """The sum of sign^k/(k + start)^order from 0 on, without the Euler constant for order 1,
    of which as much is added as is taken away in a series that converges.
    """
    if sign == 1:
        return _hurwitz(order, start)
    even, odd = _hurwitz(order, start / 2), _hurwitz(order, (start + 1) / 2)
    return None if even is None or odd is None else (even - odd) / sympy.Integer(2) ** order


def _hurwitz(order: int, start: Number) -> Expression | None:
    if order == 1:
        shifted = _digamma(start)
        return None if shifted is None else -shifted
    if order % 2 or start.q > 2 or not 0 < start < FARTHEST:
        return None
    first = HALF if start.q == 2 else sympy.Integer(1)
    whole = sympy.zeta(order) * (sympy.Integer(2) ** order - 1 if start.q == 2 else 1)
    return whole - sympy.Add(*((first + step) ** -order for step in range(int(start - first))))


def _digamma(place: Number) -> Expression | None:
    """Psi plus the Euler constant, at a rational number, by Gauss's theorem.

    Source: NIST Digital Library of Mathematical Functions, 5.4.19 and 5.5.2.
    """
    if place.q > LARGEST_DENOMINATOR or abs(place) > FARTHEST or (place.q == 1 and place <= 0):
        return None
    near = sympy.Rational(Fraction(int(place.p), int(place.q)) % 1) or sympy.Integer(1)
    steps = int(place - near)
    among = [near + step for step in range(steps)] or [place + step for step in range(-steps)]
    shift = sympy.Add(*(1 / each for each in among)) * (1 if steps > 0 else -1)
    if near == 1:
        return shift
    angle, each = sympy.pi * near, sympy.pi / near.q
    waves = (
        sympy.cos(2 * angle * turn) * sympy.log(sympy.sin(each * turn))
        for turn in range(1, (int(near.q) + 1) // 2)
    )
    found = -sympy.log(2 * near.q) - sympy.pi / 2 * sympy.cot(angle) + 2 * sympy.Add(*waves)
    return shift + sympy.expand_log(found, force=True, factor=True)
