"""Sums and series: defined at every term first, then added up, telescoped by a checked certificate,
or enclosed with their tail.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

import flint
import sympy
from flint import arb

from probatum.calculus import proposals
from probatum.calculus.asymptotics.leading_terms import sign_of_number
from probatum.calculus.closed_value import (
    Answer,
    Enclosed,
    Exact,
    Missing,
    Open,
    Undefined,
    agrees,
    ball_of,
)
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.forms.remainders import by_remainders
from probatum.calculus.limits.limit import sequence
from probatum.calculus.signs.between import less, sign_between
from probatum.calculus.summation.defined_terms import MOST_TERMS, refused
from probatum.calculus.summation.rational_products import of_rational_function as infinite_product
from probatum.calculus.summation.rational_series import of_rational_function
from probatum.calculus.summation.sums_by_poles import in_closed_form
from probatum.proposition.binders import called
from probatum.proposition.numbers.constant import Constant
from probatum.proposition.numbers.digit_count import too_long_at
from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.type_names import Ball, Expression, Polynomial, Symbol

TERMS = 600  # that are added up before the tail is bounded
INFINITE = (sympy.oo, -sympy.oo)
NO_NULL_TERMS = "it diverges: its terms do not tend to zero"


def series(term: Expression, index: Symbol, low: Expression, high: Expression) -> Answer:
    """The sum over all integers between the ends."""
    if low == -sympy.oo and high == sympy.oo:
        return _joined(
            series(term, index, -sympy.oo, sympy.Integer(-1)),
            series(term, index, sympy.Integer(0), sympy.oo),
        )
    if low == -sympy.oo:
        return series(term.xreplace({index: -index}), index, -high, sympy.oo)
    if no_integer(low) or no_integer(high):
        return Undefined(f"a sum from {low} to {high} has an end that is no integer")
    if not low.is_Integer or not (high.is_Integer or high == sympy.oo):
        return Open(f"a sum from {low} to {high} has ends that are not known to be integers")
    if high.is_Integer and high < low - 1:
        return Undefined(f"a sum from {low} to {high} is not the same to all authors")
    doubt = refused(term, index, low, high)
    if high.is_Integer:
        return doubt or _finite(term, index, low, high)
    found = doubt or _infinite(term, index, low)
    return (_by_remainders(term, index, low) or found) if isinstance(found, Open) else found


def no_integer(end: Expression) -> bool:
    """Whether the end of a sum or product is a number that is no integer."""
    return bool(end.is_number and end.is_integer is False and end.is_finite)


def certain(term: Expression, index: Symbol, low: Expression) -> Expression | None:
    """The value of a series in closed form, or a number with its enclosure; None where neither is
    certain.
    """
    found = series(term, index, low, sympy.oo)
    if isinstance(found, Exact) and not found.agreed:
        return found.value if found.value.is_finite else None
    enclosed = _enclosed(term, index, low) if isinstance(found, (Exact, Enclosed)) else None
    return enclosed and Constant(sympy.Sum(term, (index, low, sympy.oo)), enclosed.ball)


def _by_remainders(term: Expression, index: Symbol, low: Expression) -> Answer | None:
    """By one series for each remainder of the index; where these have no sums, by series of as many
    terms as something in them takes to repeat.
    """
    zero = sympy.Integer(0)
    for turning in (True, False):
        parts = by_remainders(term, index, low, turning=turning)
        if parts is None or any(refused(part, index, zero, sympy.oo) for part in parts):
            continue
        alone = len([part for part in parts if part != 0]) == 1
        quick = [None if alone else _rational(part, index) for part in parts]
        total = reduce(
            _joined,
            (
                known or series(part, index, zero, sympy.oo)
                for known, part in zip(quick, parts, strict=True)
            ),
        )
        if not isinstance(total, (Open, Missing)):
            return _of_quotients(parts, index, zero, total) or total
        if not turning:
            return _in_periods(parts, index)
    return None


def _rational(term: Expression, index: Symbol) -> Answer | None:
    """What is known at once of a series of quotients of polynomials."""
    if not turning(term, index)[1].is_rational_function(index):
        return None
    zero = sympy.Integer(0)
    found = _enclosed(term, index, zero)
    return Exact(zero) if term == 0 else _of_quotients([term], index, zero, found) or found


def _in_periods(parts: list[Expression], index: Symbol) -> Answer | None:
    """A series by sums of its terms over a period, of which the terms with one remainder have a
    limit each: what these add up to, where it is no number, else whether the terms tend to zero.
    """
    zero = sympy.Integer(0)
    ends = [sequence(part, index, sympy.oo) for part in parts]
    if not all(isinstance(end, Exact) and not end.agreed for end in ends):
        return None
    levels = [end.value for end in ends if isinstance(end, Exact)]
    if any(level.is_infinite for level in levels):
        return Exact(levels[0]) if len({*levels}) == 1 else None
    level = sympy.Add(*levels)
    if sign_of_number(level) != 0 and not vanishes(level):
        return _with_sign(Exact(level))
    total = series(sympy.factor(sympy.Add(*parts)), index, zero, sympy.oo)
    if isinstance(total, (Open, Missing, Undefined)):
        return None
    infinite = isinstance(total, Exact) and total.value.is_infinite
    signs = [sign_of_number(level) for level in levels]
    if infinite or all(sign == 0 for sign in signs):
        return total
    swings = any(sign in (1, -1) for sign in signs)
    return Missing(NO_NULL_TERMS) if swings else None


def _joined(one: Answer, other: Answer) -> Answer:
    if isinstance(one, Exact) and isinstance(other, Exact):
        total = one.value + other.value
        return (
            Missing("it diverges at both ends")
            if total is sympy.nan
            else Exact(total, one.agreed or other.agreed)
        )
    for answer in (one, other):
        if isinstance(answer, (Undefined, Missing, Open)):
            return answer
    for answer in (one, other):
        if isinstance(answer, Exact) and answer.value in INFINITE:
            return answer
    return Enclosed(lambda: ball_of(one) + ball_of(other))


def _finite(term: Expression, index: Symbol, low: Expression, high: Expression) -> Answer:
    if high - low < MOST_TERMS:
        return Exact(
            sympy.Add(
                *(
                    term.xreplace({index: sympy.Integer(number)})
                    for number in range(int(low), int(high) + 1)
                )
            )
        )
    found = telescoped(term, index, low)
    if found is None or (
        refused(found, index, low, high + 1) or too_long_at(found, {index: high + 1})
    ):
        return Open(f"a sum of {high - low + 1} terms, and no closed form of it is confirmed")
    return Exact(found.xreplace({index: high + 1}) - found.xreplace({index: low}))


def telescoped(term: Expression, index: Symbol, low: Expression) -> Expression | None:
    """G with G(k + 1) - G(k) = term, checked; None where none is found."""
    for candidate in proposals.telescoping(term, index, low):
        step = candidate.xreplace({index: index + 1}) - candidate - term
        if vanishes(step) or vanishes(sympy.combsimp(step)):
            return candidate
    return None


def _infinite(term: Expression, index: Symbol, low: Expression) -> Answer:
    enclosure = _enclosed(term, index, low)
    if enclosure is None:
        diverging = _diverging(term, index, low)
        if diverging is not None:
            return diverging
    found = _telescoping(term, index, low) or _of_quotients([term], index, low, enclosure)
    if found is None and enclosure is None:
        found = _of_logarithms(term, index, low)
    if enclosure is None or (isinstance(found, Exact) and _overlaps(found.value, enclosure.ball)):
        return found or Open(f"no method finds the sum of {called(term)} from {low} on")
    candidate = proposals.value(sympy.Sum(term, (index, low, sympy.oo)))
    return (
        Exact(candidate, agreed=True)
        if candidate is not None and agrees(candidate, enclosure.ball)
        else enclosure
    )


def _of_quotients(
    terms: list[Expression], index: Symbol, low: Expression, found: Answer | None
) -> Exact | None:
    """The sum of several series of quotients of polynomials, of one sign or alternating, of which
    an enclosure is found.
    """
    parts = [turning(term, index) for term in terms]
    if not isinstance(found, Enclosed):
        return None
    if not all(rest.is_rational_function(index) for _, rest in parts):
        return None
    value = in_closed_form(parts, index, low)
    return None if value is None or not _overlaps(value, found.ball) else Exact(value)


def _of_logarithms(term: Expression, index: Symbol, low: Expression) -> Answer | None:
    """The logarithm of an infinite product: its partial products are those of partial sums."""
    factor, logarithm = term.as_independent(index, as_Add=False)
    if not isinstance(logarithm, sympy.log):
        return None
    product = infinite_product(logarithm.args[0], index, low)
    if isinstance(product, Enclosed):
        return Enclosed(lambda: enclose(factor, {}) * product.ball().log())
    if not isinstance(product, Exact):
        return None
    if product.value == 0:
        return _with_sign(Exact(-factor))
    return Exact(factor * sympy.log(product.value))


def _overlaps(value: Expression, ball: Callable[[], Ball]) -> bool:
    with flint.ctx.workprec(96):
        return bool(value.is_finite) and bool(ball().overlaps(enclose(value, {})))


def _diverging(term: Expression, index: Symbol, low: Expression) -> Answer | None:
    """Terms that do not tend to zero, or of one sign and no smaller than c/k."""
    ultimate = sequence(term, index, sympy.oo)
    if isinstance(ultimate, Missing):
        parts = by_remainders(term, index, low, turning=False)
        told = None if parts is None else _in_periods(parts, index)
        return told or Missing(NO_NULL_TERMS, ultimate.agreed, perhaps_infinite=True)
    end = ultimate.value if isinstance(ultimate, Exact) and not ultimate.agreed else sympy.S.Zero
    if sign_of_number(end) != 0:
        return _with_sign(Exact(end))
    found = sequence(index * term, index, sympy.oo)
    return _with_sign(found) if isinstance(found, Exact) and not found.agreed else None


def _with_sign(level: Exact) -> Exact | None:
    """What adds up without bound, where all that is added tends to a number that is not zero."""
    sign = sign_of_number(level.value)
    return Exact(sign * sympy.oo) if sign else None


def _telescoping(term: Expression, index: Symbol, low: Expression) -> Answer | None:
    certificate = telescoped(term, index, low)
    if certificate is None:
        return None
    start = certificate.xreplace({index: low})
    if not truth_at(defined(start), {}) or refused(certificate, index, low, sympy.oo) is not None:
        return None
    end = sequence(certificate, index, sympy.oo)
    if isinstance(end, Missing):
        return Missing("it diverges: its partial sums have no limit", end.agreed)
    if not isinstance(end, Exact):
        return None
    return Exact(end.value if end.value in INFINITE else end.value - start, end.agreed)


def _enclosed(term: Expression, index: Symbol, low: Expression) -> Enclosed | None:
    sign, rest = turning(term, index)
    if rest.is_rational_function(index):
        found = of_rational_function(rest, index, low, sign)
        if found is not None:
            return found
    power = _power_of_index(term, index)
    if power is not None:
        coefficient, shift, exponent = power
        return Enclosed(
            lambda: enclose(coefficient, {}) * enclose(exponent, {}).zeta(enclose(low + shift, {}))
        )
    ratio = _ratio_bound(term, index, low)
    return None if ratio is None else Enclosed(lambda: _with_tail(term, index, int(low), ratio))


def _power_of_index(
    term: Expression, index: Symbol
) -> tuple[Expression, Expression, Expression] | None:
    """c, b and s > 1 of a term c (k + b)^-s."""
    coefficient, rest = term.as_independent(index, as_Add=False)
    base, exponent = rest.as_base_exp()
    shift = base - index
    fits = rest.is_Pow and not shift.has(index) and exponent.is_Rational and exponent < -1
    return (coefficient, shift, -exponent) if fits else None


def turning(term: Expression, index: Symbol) -> tuple[int, Expression]:
    """-1 where the sign changes from term to term, else 1, and the rest of the term."""
    rest = sympy.powsimp(sympy.expand_power_base(term * (-1) ** index)).subs((-1) ** (2 * index), 1)
    return (
        (-1, rest)
        if term.has((-1) ** index, (-1) ** (index + 1), (-1) ** (index - 1))
        and not rest.has((-1) ** index)
        else (1, term)
    )


def _ratio_bound(term: Expression, index: Symbol, low: Expression) -> tuple[int, Expression] | None:
    """N and q < 1 with |t(k + 1)/t(k)| <= q for all k >= N, the ratio being a quotient of
    polynomials; None where there is none.
    """
    ratio = proposals.simpler(lambda: _ratio(term, index))
    if ratio is None:
        return None
    if not ratio.is_rational_function(index):
        return _falling_ratio(ratio, index, low)
    final = sequence(ratio, index, sympy.oo)
    if (
        not isinstance(final, Exact)
        or final.value in INFINITE
        or less(sympy.Abs(final.value), sympy.Integer(1)) is not True
    ):
        return None
    with flint.ctx.workprec(64):
        size = abs(enclose(final.value, {}))
        above = arb((arb(size.upper()) * 1000).upper()).ceil().unique_fmpz()
    if above is None or above >= 999:
        return None
    bound = (1 + sympy.Rational(int(above) + 1, 1000)) / 2
    numerator, denominator = sympy.fraction(ratio)
    start = max(
        int(low),
        *(
            _beyond_roots(sympy.expand(bound * way * denominator - numerator), index)
            for way in (1, -1)
        ),
    )
    start = max(start, _beyond_roots(denominator, index))
    good = bound < 1 and all(
        abs(ratio.subs(index, start + step)) <= bound for step in (0, 1, 10**6)
    )
    return (start, bound) if good else None


def _ratio(term: Expression, index: Symbol) -> Expression:
    return sympy.cancel(sympy.combsimp(sympy.powsimp(term.xreplace({index: index + 1}) / term)))


def _falling_ratio(
    ratio: Expression, index: Symbol, low: Expression
) -> tuple[int, Expression] | None:
    """The same where the quotient of terms is positive and falls, as that of e^(-k^2)."""
    number = sympy.Symbol(index.name, real=True)
    moving, start = sympy.expand(ratio).xreplace({index: number}), sympy.Max(low, 1)
    slope = proposals.simpler(lambda: sympy.factor(moving.diff(number)))
    falls = slope is not None and sign_between(slope, number, start, sympy.oo) == -1
    if not falls or sign_between(moving, number, start, sympy.oo) != 1:
        return None
    first = moving.xreplace({number: start})
    bound = sympy.Rational(3, 4)
    return (int(start), bound) if less(first, bound) else None


def _beyond_roots(polynomial: Polynomial, index: Symbol) -> int:
    """An integer above all real roots."""
    if not polynomial.has(index):
        return 0
    with flint.ctx.workprec(64):
        coefficients = [
            enclose(coefficient, {}) for coefficient in sympy.Poly(polynomial, index).all_coeffs()
        ]
        largest = max(
            (abs(part / coefficients[0]) for part in coefficients[1:]),
            key=lambda ball: ball.upper(),
            default=arb(0),
        )
        return int((arb(largest.upper()) + 2).ceil().unique_fmpz() or 10**9)


def _with_tail(
    term: Expression, index: Symbol, low: int, ratio: tuple[int, Expression]
) -> Expression:
    """The first terms added up, and the rest as a geometric series bounds it."""
    start, bound = ratio
    last = max(start, low) + TERMS
    total = sum(
        (enclose(term.xreplace({index: sympy.Integer(number)}), {}) for number in range(low, last)),
        arb(0),
    )
    left = abs(enclose(term.xreplace({index: sympy.Integer(last)}), {})) / (1 - enclose(bound, {}))
    return total + arb(0, arb(left.upper()))
