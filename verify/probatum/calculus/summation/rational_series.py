"""Encloses series of rational functions, of one sign or alternating, by poles of their terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import flint
import sympy
from flint import acb, acb_poly, arb, fmpz_poly

from probatum.calculus.closed_value import Enclosed
from probatum.proposition.numbers.enclosure import enclose
from probatum.type_names import Ball, Expression, Polynomial, Symbol

TRIED = 64  # bits at which the poles are told apart before anything is promised


@dataclass(frozen=True, slots=True)
class Quotient:
    """Numerator and denominator of a term, and the square-free factors of the denominator,
    each with its order.
    """

    numerator: Polynomial
    denominator: Polynomial
    factors: tuple[tuple[Polynomial, int], ...]


def of_rational_function(
    term: Expression, index: Symbol, low: Expression, sign: int
) -> Enclosed | None:
    """The sum of sign^k times a rational function of k from `low` on; None where it does not
    converge, or the poles are not told apart.
    """
    numerator, denominator = (
        sympy.Poly(part, index) for part in sympy.fraction(sympy.cancel(sympy.together(term)))
    )
    if denominator.degree() < numerator.degree() + (2 if sign == 1 else 1):
        return None
    quotient = Quotient(numerator, denominator, tuple(denominator.sqf_list()[1]))
    with flint.ctx.workprec(TRIED):
        if any(complex_roots(factor) is None for factor, _ in quotient.factors):
            return None
    return Enclosed(lambda: _sum(quotient, int(low), sign))


def _sum(quotient: Quotient, low: int, sign: int) -> Ball:
    """Each part c/(k - p)^m sums to c zeta(m, low - p), or -c psi(low - p) for m = 1;
    of alternating ones, both parities apart. NaN where the poles are not told apart.

    Source: NIST Digital Library of Mathematical Functions, 5.7.6 and 25.11.1.
    """
    total = acb(0)
    for factor, order in quotient.factors:
        for pole in complex_roots(factor) or [acb(arb.nan())]:
            start = acb(low) - pole
            for place, coefficient in enumerate(_principal_part(quotient, pole, order)):
                total += coefficient * _from(start, order - place, low, sign)
    return total.real if total.imag.contains(0) else arb.nan()


def _from(start: Expression, order: int, low: int, sign: int) -> Expression:
    if sign == 1:
        return _hurwitz(order, start)
    halves = _hurwitz(order, start / 2) - _hurwitz(order, (start + 1) / 2)
    return halves / acb(2) ** order * (-1) ** low


def _hurwitz(order: int, start: Expression) -> Expression:
    return -start.digamma() if order == 1 else acb(order).zeta(start)


def _principal_part(quotient: Quotient, pole: Expression, order: int) -> Iterator[Expression]:
    """The coefficients of (k - p)^-order and so on to (k - p)^-1."""
    near = acb_poly([pole, 1])
    above = _coefficients(quotient.numerator)(near)
    below = _coefficients(quotient.denominator)(near)
    found: list[Expression] = []
    for place in range(order):  # FLINT's own series would end at the cap of its context
        known = sum((below[order + place - at] * each for at, each in enumerate(found)), acb(0))
        found.append((above[place] - known) / below[order])
        yield found[-1]


def _coefficients(polynomial: Polynomial) -> Expression:
    return acb_poly([acb(enclose(each, {})) for each in reversed(polynomial.all_coeffs())])


def complex_roots(polynomial: Polynomial) -> list[Expression] | None:
    """All roots of a square-free polynomial; None where they are not told apart."""
    if polynomial.domain.is_QQ or polynomial.domain.is_ZZ:
        _, whole = polynomial.clear_denoms(convert=True)
        exact = fmpz_poly([int(each) for each in reversed(whole.all_coeffs())])
        pairs = cast("list[tuple[Expression, int]]", exact.complex_roots())  # typed wrongly
        return [root for root, _ in pairs]
    try:
        found: list[Expression] = _coefficients(polynomial).roots(
            tol=arb(2) ** -(3 * flint.ctx.prec // 4)
        )
    except ValueError:
        return None
    return found
