"""Recurrences of sums whose terms hold the upper end too: linear algebra proposes, an identity of
rational functions checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sympy
from sympy.polys.matrices import DomainMatrix

from probatum.calculus.proposals import SHARED, TooMuchWorkError, at_most, share
from probatum.claim_cache import cached_for_claim
from probatum.lowering.theorem import Theorem
from probatum.type_names import Expression, Symbol

TELESCOPING = Theorem(
    "Creative telescoping", "Petkovsek, Wilf, Zeilberger, A = B, section 6.2", exact=True
)
ORDERS, DEGREES = (1, 2), range(5)


class NotHypergeometricError(Exception):
    """The terms are no product of factorials, binomial coefficients and powers, or one of them
    leaves the numbers for which its quotients are known.
    """


@dataclass(frozen=True, slots=True)
class Recurrence:
    """coefficients[0] S(n) + coefficients[1] S(n + 1) + ... = rest, for every n from zero on; the
    last coefficient is never zero.
    """

    coefficients: tuple[Expression, ...]
    rest: Expression

    def following(self, here: Sequence[Expression]) -> Expression:
        """The sum that comes next, by as many before it as the order says."""
        *before, last = self.coefficients
        known = sympy.Add(*(a * value for a, value in zip(before, here, strict=True)))
        return (self.rest - known) / last


@dataclass(frozen=True, slots=True)
class _Terms:
    """F(n, k) = rational(n, k) times the product of factors, for n from zero and k from low to
    n + offset.
    """

    n: Symbol
    k: Symbol
    low: int
    offset: int
    rational: Expression
    factors: tuple[Expression, ...]

    def term(self, n: Expression, k: Expression) -> Expression:
        """F at a place, as simple as its binomial coefficients are there."""
        at = {self.n: n, self.k: k}
        return _near_the_end(sympy.Mul(self.rational, *self.factors).xreplace(at))

    def rational_at(self, n: Expression) -> Expression:
        return self.rational.xreplace({self.n: n})

    def quotient(self, n: int, k: int) -> Expression:
        """By what the factors grow from (n, k) to so many further on."""
        return sympy.Mul(*(self._grown(factor, n, k) for factor in self.factors))

    def _grown(self, factor: Expression, n: int, k: int) -> Expression:
        if isinstance(factor, sympy.binomial):
            upper, lower = factor.args
            parts = [(upper, 1), (lower, -1), (sympy.expand(upper - lower), -1)]
            return sympy.Mul(
                *(self._grown(sympy.factorial(part), n, k) ** sign for part, sign in parts)
            )
        if isinstance(factor, sympy.factorial):
            slopes = self._slopes(factor.args[0])
            return _rising(factor.args[0], slopes[0] * n + slopes[1] * k)
        base, exponent = factor.as_base_exp()
        if exponent.is_Integer:
            return self._grown(base, n, k) ** exponent
        slopes = self._slopes(exponent)
        return base ** (slopes[0] * n + slopes[1] * k)

    def _slopes(self, form: Expression) -> tuple[int, int]:
        """The integers by which a linear form grows with n and with k; it must not be negative
        where the terms stand.
        """
        slopes = self.never_negative(form)
        if slopes is None:
            raise NotHypergeometricError
        return slopes

    def never_negative(self, form: Expression) -> tuple[int, int] | None:
        """Its slopes, where a linear form is at least zero for all n and k; else None."""
        try:
            whole = sympy.Poly(form, self.n, self.k)
        except sympy.PolynomialError:
            return None
        along, across = whole.coeff_monomial(self.n), whole.coeff_monomial(self.k)
        rest = whole.coeff_monomial(1)
        if whole.total_degree() > 1 or not all(v.is_Integer for v in (along, across, rest)):
            return None
        at_low, at_high = across * self.low + rest, across * self.offset + rest
        sure = min(along, along + across, at_low, at_high) >= 0
        return (int(along), int(across)) if sure else None


@cached_for_claim(64)
def recurrence(total: Expression, n: Symbol) -> Recurrence | None:
    """The recurrence of a sum up to n + c, n from zero on; None where none of small order is
    found.
    """
    try:
        terms = _terms(total, n)
        with share(SHARED), at_most(SHARED):
            return next(_recurrences(terms), None)
    except (NotHypergeometricError, TooMuchWorkError, sympy.PolynomialError):
        return None


def _terms(total: Expression, n: Symbol) -> _Terms:
    k, low, high = total.limits[0]
    offset = sympy.expand(high - n)
    if not (low.is_Integer and offset.is_Integer and offset >= low):
        raise NotHypergeometricError
    rational, factors = sympy.Integer(1), []
    for factor in sympy.Mul.make_args(sympy.powsimp(total.function)):
        if factor.is_rational_function(n, k):
            rational *= factor
        else:
            factors.append(factor)
    terms = _Terms(n, k, int(low), int(offset), rational, tuple(factors))
    for factor in factors:
        base, exponent = factor.as_base_exp()
        known = isinstance(base, (sympy.binomial, sympy.factorial)) and exponent.is_Integer
        if not known and (base.has(n, k) or terms.never_negative(exponent) is None):
            raise NotHypergeometricError
    return terms


def _recurrences(terms: _Terms) -> Iterator[Recurrence]:
    for order in ORDERS:
        for degree in DEGREES:
            for coefficients, certificate in _proposed(terms, order, degree):
                if _checked(terms, coefficients, certificate):
                    yield _summed(terms, coefficients, certificate)


def _shifted(terms: _Terms, order: int) -> list[Expression]:
    """F(n + j, k) over the product of the factors at (n, k)."""
    return [
        terms.rational_at(terms.n + shift) * terms.quotient(shift, 0) for shift in range(order + 1)
    ]


def _proposed(
    terms: _Terms, order: int, degree: int
) -> Iterator[tuple[list[Expression], Expression]]:
    """Coefficients and R with the sum of coefficients[j] F(n + j, k) = G(k + 1) - G(k), where G is
    R times the factors.
    """
    n, k = terms.n, terms.k
    shifted = [sympy.together(sympy.expand_func(form)) for form in _shifted(terms, order)]
    common = sympy.lcm_list([sympy.denom(form) for form in shifted])
    tops = [sympy.cancel(form * common) for form in shifted]
    ratio = sympy.cancel(terms.quotient(0, 1) * common / common.xreplace({k: k + 1}))
    top, bottom = sympy.fraction(ratio)
    before = bottom.xreplace({k: k - 1})
    powers = [k**power for power in range(degree + 1)]
    columns = [*(top * (k + 1) ** power - before * k**power for power in range(degree + 1))]
    columns += [-form for form in tops]
    rows = [sympy.Poly(column, k).all_coeffs()[::-1] for column in columns]
    height = max(map(len, rows))
    matrix = sympy.Matrix(
        height, len(rows), lambda row, col: rows[col][row] if row < len(rows[col]) else 0
    )
    for vector in DomainMatrix.from_Matrix(matrix).to_field().nullspace().to_Matrix().tolist():
        if vector[-1] != 0:
            scaled = _scaled(vector, n)
            polynomial = sympy.Add(*(a * b for a, b in zip(scaled, powers, strict=False)))
            yield scaled[degree + 1 :], sympy.factor(before * polynomial / common)


def _scaled(vector: list[Expression], n: Symbol) -> list[Expression]:
    """The same with polynomials in n, without what they have in common, the last one free of
    parameters.
    """
    common = sympy.lcm_list([sympy.denom(sympy.together(entry)) for entry in vector])
    whole = [sympy.cancel(entry * common) for entry in vector]
    shared = sympy.gcd_list(whole)
    parameters = sympy.Poly(sympy.cancel(whole[-1] / shared), n).LC()
    by = shared * parameters if parameters.free_symbols else shared
    return [sympy.cancel(entry / by) for entry in whole]


def _checked(terms: _Terms, coefficients: list[Expression], certificate: Expression) -> bool:
    """Whether the identity holds, no denominator of R vanishes where it is summed, and the last
    coefficient nowhere.
    """
    following = certificate.xreplace({terms.k: terms.k + 1}) * terms.quotient(0, 1)
    left = sympy.Add(
        *(
            a * form
            for a, form in zip(coefficients, _shifted(terms, len(coefficients) - 1), strict=True)
        )
    )
    same = sympy.cancel(sympy.together(left - following + certificate)) == 0
    _, factors = sympy.factor_list(sympy.denom(sympy.together(certificate)))
    apart = all(
        any(terms.never_negative(sympy.expand(sign * factor) - 1) for sign in (1, -1))
        for factor, _ in factors
    )
    return bool(same and apart and _never_zero(coefficients[-1], terms.n))


def _never_zero(polynomial: Expression, n: Symbol) -> bool:
    """Whether its coefficients in n are numbers of one sign, the last of them not zero."""
    if polynomial.free_symbols - {n}:
        return False
    found = sympy.Poly(polynomial, n).all_coeffs()
    return bool(found[-1] != 0 and (min(found) >= 0 or max(found) <= 0))


def _summed(terms: _Terms, coefficients: list[Expression], certificate: Expression) -> Recurrence:
    """The identity added up from the low end to the last k but one; what the sums have beyond it is
    written out.
    """
    n, end = terms.n, terms.n + terms.offset
    product = sympy.Mul(*terms.factors)
    rest = _near_the_end((certificate * product).xreplace({terms.k: end}))
    rest -= _near_the_end((certificate * product).xreplace({terms.k: sympy.Integer(terms.low)}))
    for shift, coefficient in enumerate(coefficients):
        rest += coefficient * sympy.Add(
            *(terms.term(n + shift, end + place) for place in range(shift + 1))
        )
    return Recurrence(tuple(map(sympy.factor, coefficients)), rest)


def _rising(form: Expression, steps: int) -> Expression:
    """(form + steps)!/form!"""
    if steps < 0:
        return 1 / sympy.Mul(*(form - number for number in range(-steps)))
    return sympy.Mul(*(form + number for number in range(1, steps + 1)))


def _near_the_end(expression: Expression) -> Expression:
    """The expression with binomial coefficients a few steps from one written as polynomials."""
    known = {}
    for coefficient in expression.atoms(sympy.binomial):
        upper, lower = coefficient.args
        for few in (lower, sympy.expand(upper - lower)):
            if few.is_Integer and few >= 0:
                known[coefficient] = sympy.Mul(
                    *(upper - number for number in range(int(few)))
                ) / sympy.factorial(few)
    return expression.xreplace(known)
