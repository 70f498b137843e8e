"""Closed forms of series of rational functions with rational poles, of one sign or alternating."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

import sympy

from probatum.type_names import Expression, Number, Symbol

LARGEST_DENOMINATOR = 12  # of a number at which these functions are written out
FARTHEST = 1000  # terms by which they are shifted there
MOST_SLOPES = 20  # of a cotangent, one after the other
HALF = sympy.Rational(1, 2)
# zeta(m, z) + zeta(m, 1 - z) as a multiple of zeta(m), for the denominators of which no other
# fractions are between 0 and 1/2.
ADDED_UP = {
    3: lambda order: sympy.Integer(3) ** order - 1,
    4: lambda order: sympy.Integer(4) ** order - sympy.Integer(2) ** order,
    6: lambda order: (sympy.Integer(2) ** order - 1) * (sympy.Integer(3) ** order - 1),
}


class OpenError(Exception):
    """No closed form is known."""


class Total:
    """A sum of multiples of zeta(m, z), Hurwitz's, with 0 < z <= 1, and of a number beside them;
    for m = 1 of -psi(z) less the Euler constant, of which as much is added as is taken away in a
    series that converges.
    """

    def __init__(self) -> None:
        self.beside: Expression = sympy.Integer(0)
        self.multiples: defaultdict[tuple[int, Number], Expression] = defaultdict(
            lambda: sympy.Integer(0)
        )

    def add(self, multiple: Expression, order: int, start: Number) -> None:
        """Add so many times the sum of 1/(k + start)^order from 0 on; raises OpenError.

        Source: NIST Digital Library of Mathematical Functions, 5.5.2 and 25.11.3.
        """
        if start.q > LARGEST_DENOMINATOR or abs(start) > FARTHEST or (start.q == 1 and start <= 0):
            raise OpenError
        near = sympy.Rational(Fraction(int(start.p), int(start.q)) % 1) or sympy.Integer(1)
        steps = int(start - near)
        gone = ((near + step) ** -order for step in range(steps))
        more = ((start + step) ** -order for step in range(-steps))
        self.beside += multiple * (sympy.Add(*more) - sympy.Add(*gone))
        self.multiples[order, near] += multiple

    def value(self) -> Expression:
        """Its closed form; raises OpenError."""
        zeta: defaultdict[int, Expression] = defaultdict(lambda: sympy.Integer(0))
        total = self.beside
        for (order, near), multiple in [*self.multiples.items()]:
            if order == 1:
                total -= multiple * _digamma(near)
            elif near == 1 or near == HALF:
                zeta[order] += multiple * (1 if near == 1 else sympy.Integer(2) ** order - 1)
            elif near < HALF or (order, 1 - near) not in self.multiples:
                small = min(near, 1 - near)
                if order > MOST_SLOPES:
                    raise OpenError
                reflected, rest = self._by_reflection(order, small)
                total += reflected
                if sympy.expand(rest) != 0:
                    if order % 2 == 0 or small.q not in ADDED_UP:
                        raise OpenError
                    zeta[order] += rest * ADDED_UP[small.q](order)
        total += sympy.Add(*(sympy.zeta(order) * multiple for order, multiple in zeta.items()))
        return sympy.expand(total)

    def _by_reflection(self, order: int, near: Number) -> tuple[Expression, Expression]:
        """What the multiples of zeta(m, z) and zeta(m, 1 - z) come to by the derivatives of the
        cotangent, and how many times zeta(m, z) - (-1)^m zeta(m, 1 - z) is left.

        Source: NIST Digital Library of Mathematical Functions, 5.15.6.
        """
        one, other = self.multiples.get((order, near), 0), self.multiples.get((order, 1 - near), 0)
        other *= (-1) ** order
        place = sympy.Dummy()
        slope = sympy.diff(sympy.cot(sympy.pi * place), place, order - 1).xreplace({place: near})
        whole = -((-1) ** order) * sympy.pi / sympy.factorial(order - 1) * slope
        return (one + other) / 2 * whole, sympy.sympify(one - other) / 2


def in_closed_form(
    parts: Iterable[tuple[int, Expression]], index: Symbol, low: Expression
) -> Expression | None:
    """The sum of several series, each of them of a sign to the power k times a rational function of
    k from `low` on, which converges; None where no closed form is known: where a pole is not
    rational, or its order has none.
    """
    total = Total()
    try:
        for sign, term in parts:
            _add(total, term, (index, low), sign)
        return total.value()
    except OpenError:
        return None


def _add(total: Total, term: Expression, of: tuple[Symbol, Expression], sign: int) -> None:
    """Add such a series: each part c/(k - p)^m sums to c zeta(m, low - p), or -c psi(low - p) for
    m = 1; of alternating ones, both parities apart. Raises OpenError.

    Source: NIST Digital Library of Mathematical Functions, 5.7.6 and 25.11.1.
    """
    index, low = of
    common, rest = sympy.factor_terms(term).as_independent(index, as_Add=False)
    numerator, denominator = sympy.fraction(sympy.cancel(sympy.together(rest)))
    below = sympy.Poly(denominator, index)
    if numerator == 0:
        return
    if not (sympy.Poly(numerator, index).domain.is_ZZ and below.domain.is_ZZ):
        raise OpenError
    if any(factor.degree() > 1 for factor, _ in below.factor_list()[1]):
        raise OpenError
    for part in sympy.Add.make_args(sympy.apart(numerator / denominator, index)):
        above, under = sympy.fraction(part)
        base, order = sympy.factor(under).as_independent(index, as_Add=False)[1].as_base_exp()
        slope, shift = sympy.Poly(base, index).all_coeffs()
        factor = above * base**order / under / slope**order
        start, multiple = low + shift / slope, common * sympy.cancel(factor) * sign**low
        if sign == 1:
            total.add(multiple, int(order), start)
        else:
            half = multiple / sympy.Integer(2) ** order
            total.add(half, int(order), start / 2)
            total.add(-half, int(order), (start + 1) / 2)


def _digamma(near: Number) -> Expression:
    """Psi plus the Euler constant, between 0 and 1, by Gauss's theorem.

    Source: NIST Digital Library of Mathematical Functions, 5.4.19.
    """
    if near == 1:
        return sympy.Integer(0)
    angle, each = sympy.pi * near, sympy.pi / near.q
    waves = (
        sympy.cos(2 * angle * turn) * sympy.log(sympy.sin(each * turn))
        for turn in range(1, (int(near.q) + 1) // 2)
    )
    found = -sympy.log(2 * near.q) - sympy.pi / 2 * sympy.cot(angle) + 2 * sympy.Add(*waves)
    expanded: Expression = sympy.expand_log(found, force=True, factor=True)
    return sympy.expand(expanded)
