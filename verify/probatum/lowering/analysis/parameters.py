"""Gives series and integrals that hold parameters a value in closed form,
with the conditions under which it is right.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import sympy

from probatum.calculus.forms.identity import vanishes
from probatum.calculus.forms.linear_part import linear
from probatum.lowering.analysis.antiderivatives import by_antiderivatives
from probatum.lowering.analysis.improper_integrals import without_antiderivatives
from probatum.lowering.analysis.iterated_integrals import iterated
from probatum.lowering.analysis.kinked_integrals import ADDITIVE, cuts
from probatum.lowering.analysis.stepped_integrals import STEPS, over_units
from probatum.lowering.sums.nested_sums import nested
from probatum.lowering.sums.picked_terms import picked
from probatum.lowering.sums.series_starts import later
from probatum.lowering.sums.vandermonde import convolutions
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.smoothness import KINKS
from probatum.type_names import Condition, Expression, Symbol

GEOMETRIC = Theorem(
    "Geometric series and its derivatives",
    "DLMF, equation 4.6.1 differentiated; telescoping checked",
    exact=True,
)
POWER_SERIES = Theorem(
    "Power series of elementary functions",
    "DLMF, sections 4.2(iii), 4.6, 4.19 and 26.3(ii)",
    exact=True,
)
GAUSSIAN = Theorem("Gaussian integral", "DLMF, equation 7.2.1 with t scaled", exact=True)
BETA = Theorem("Beta integral", "DLMF, equation 5.12.1, scaled", exact=True)
GAMMA = Theorem("Factorials as integrals", "DLMF, equation 5.9.1", exact=True)
LATEST = 10  # start of a power series
MOST_FORMS = 2  # of the integral of a piece


def values(construct: Expression) -> Iterator[Value]:
    """The closed forms that are known of a series or integral with parameters."""
    if not isinstance(construct, (sympy.Sum, sympy.Integral)):
        return
    if {len(limit) for limit in construct.limits} != {3} or len(construct.limits) > 1:
        if isinstance(construct, sympy.Sum):
            yield from nested(construct)
        elif {len(limit) for limit in construct.limits} == {3}:
            yield from iterated(construct, values)
        return
    variable, low, high = construct.limits[0]
    if isinstance(construct, sympy.Sum) and construct.function.has(sympy.Piecewise):
        yield from picked(construct.function, variable, low, high)
    if isinstance(construct, sympy.Integral):
        yield from _integrals(_with_one_exponential(construct.function), variable, low, high)
    elif high == sympy.oo and low.is_Integer:
        yield from _series(construct.function, variable, low)
    elif high == sympy.oo and not low.is_number:
        yield from later(construct.function, variable, low, _series)
    elif construct.function.has(sympy.binomial):
        yield from convolutions(construct.function, variable, low, high)


def _with_one_exponential(product: Expression) -> Expression:
    """The product with one exponential of a sum for several."""
    factors = sympy.Mul.make_args(product)
    exponents = [factor.exp for factor in factors if isinstance(factor, sympy.exp)]
    if len(exponents) < 2:
        return product
    others = (factor for factor in factors if not isinstance(factor, sympy.exp))
    return sympy.Mul(*others, sympy.exp(sympy.expand(sympy.Add(*exponents))))


def _series(term: Expression, index: Symbol, low: Expression) -> Iterator[Value]:
    every = ((index,), sympy.Ge(index, low), defined(term))
    for coefficient, base in geometric(term, index, low, falling=True):
        certificate = telescoped_by(coefficient, base, index)
        if certificate is not None:
            form = -certificate.xreplace({index: low})
            yield Value(form, GEOMETRIC, (((), sympy.true, sympy.Lt(sympy.Abs(base), 1)), every))
    if 0 <= low <= LATEST:
        factor, rest = term.as_independent(index, as_Add=False)
        for form, where in _power_series(rest.xreplace({index: index + low}), index):
            yield Value(factor * form, POWER_SERIES, (((), sympy.true, where), every))
        before = sympy.Add(*(rest.xreplace({index: sympy.Integer(i)}) for i in range(low)))
        for form, where in (
            _power_series(rest, index) if low and before.is_finite is not False else ()
        ):
            yield Value(factor * (form - before), POWER_SERIES, (((), sympy.true, where), every))


def geometric(
    term: Expression, index: Symbol, low: Expression, *, falling: bool = False
) -> Iterator[tuple[Expression, Expression]]:
    """P and q with term = P(k) q^(k - low), P a polynomial; q may be a quotient where exponents
    that fall are taken as well.
    """
    coefficient, base = sympy.Integer(1), sympy.Integer(1)
    for factor in sympy.Mul.make_args(sympy.powsimp(sympy.expand_power_exp(term))):
        if isinstance(factor, sympy.exp) and factor.exp.has(index):
            found = linear(factor.exp, index)
            if found is None:
                return
            slope, rest = found
            base, coefficient = base * sympy.exp(slope), coefficient * sympy.exp(rest + slope * low)
        elif factor.is_Pow and factor.exp.has(index):
            found = linear(factor.exp, index)
            if found is None or factor.base.has(index) or not found[0].is_Integer:
                return
            slope, rest = found
            if slope < 0 and not falling:
                return
            first = factor.base ** sympy.expand(rest + slope * low)
            base, coefficient = base * factor.base**slope, coefficient * first
        else:
            coefficient *= factor
    if base.free_symbols and coefficient.is_polynomial(index):
        yield coefficient, base


def telescoped_by(coefficient: Expression, base: Expression, index: Symbol) -> Expression | None:
    """R with R(k + 1) q - R(k) = P(k), a polynomial in k: then R(k) q^k telescopes to P(k) q^k,
    and falls to zero where |q| < 1.
    """
    degree = sympy.degree(coefficient, index) if coefficient.has(index) else 0
    unknown = sympy.symbols(f"r0:{degree + 1}", cls=sympy.Dummy)
    form = sum(symbol * index**power for power, symbol in enumerate(unknown))
    equation = sympy.expand(form.xreplace({index: index + 1}) * base - form - coefficient)
    found = sympy.solve(sympy.Poly(equation, index).all_coeffs(), unknown, dict=True)
    if not found:
        return None
    made = sympy.factor(form.xreplace(found[0]))
    return made if vanishes(made.xreplace({index: index + 1}) * base - made - coefficient) else None


def _power_series(term: Expression, index: Symbol) -> Iterator[tuple[Expression, Expression]]:
    """The functions whose series from zero on has this term, and where it converges to them."""
    x = sympy.Wild("x", exclude=[index])
    always, sign = sympy.true, (-1) ** index
    rows: list[
        tuple[Expression, Callable[[Expression], Expression], Callable[[Expression], Expression]]
    ] = [
        (x**index / sympy.factorial(index), sympy.exp, lambda value: always),
        (sign * x ** (2 * index) / sympy.factorial(2 * index), sympy.cos, lambda value: always),
        (
            sign * x ** (2 * index + 1) / sympy.factorial(2 * index + 1),
            sympy.sin,
            lambda value: always,
        ),
        (x ** (2 * index) / sympy.factorial(2 * index), sympy.cosh, lambda value: always),
        (x ** (2 * index + 1) / sympy.factorial(2 * index + 1), sympy.sinh, lambda value: always),
        (
            sign * x ** (2 * index + 1) / (2 * index + 1),
            sympy.atan,
            lambda value: sympy.Le(sympy.Abs(value), 1),
        ),
        (
            x ** (index + 1) / (index + 1),
            lambda value: -sympy.log(1 - value),
            lambda value: sympy.And(value >= -1, value < 1),
        ),
        (
            x ** (2 * index + 1) / (2 * index + 1),
            sympy.atanh,
            lambda value: sympy.Lt(sympy.Abs(value), 1),
        ),
        (
            sign * x ** (index + 1) / (index + 1),
            lambda value: sympy.log(1 + value),
            lambda value: sympy.And(value > -1, value <= 1),
        ),
        (
            x**index * sympy.binomial(2 * index, index),
            lambda value: 1 / sympy.sqrt(1 - 4 * value),
            lambda value: sympy.And(4 * value >= -1, 4 * value < 1),
        ),
    ]
    for pattern, function, where in rows:
        found = term.match(pattern)
        if found and vanishes(pattern.xreplace(found) - term) and not found[x].has(index):
            yield function(found[x]), where(found[x])
    for coefficient, base in geometric(term * sympy.factorial(index), index, sympy.Integer(0)):
        if coefficient.has(index) or term.has(sympy.exp):
            yield sympy.exp(base) * _in_falling_factorials(coefficient, index, base), always


def _in_falling_factorials(polynomial: Expression, index: Symbol, base: Expression) -> Expression:
    """The sum of c_j x^j, where the polynomial is that of c_j k(k - 1)...(k - j + 1):
    by such a factor, the terms of the exponential series lose their first j.
    """
    degree = sympy.degree(polynomial, index)
    values = [polynomial.xreplace({index: sympy.Integer(at)}) for at in range(degree + 1)]
    total = sympy.Integer(0)
    for order in range(degree + 1):
        total += values[0] * base**order / sympy.factorial(order)
        values = [after - before for before, after in itertools.pairwise(values)]
    return total


def _integrals(
    body: Expression, variable: Symbol, low: Expression, high: Expression
) -> Iterator[Value]:
    if body.has(*STEPS):
        yield from over_units(body, variable, low, high)
    if body.has(*KINKS):
        yield from _by_pieces(body, variable, low, high)
        return
    if high == -sympy.oo or low == sympy.oo:  # from its other end
        for found in _integrals(body, variable, high, low):
            yield Value(-found.form, found.theorem, found.conditions)
        return
    if (low, high) == (-sympy.oo, sympy.oo):
        yield from _gaussian(body, variable)
        yield from _by_halves(body, variable)
        return
    if low == -sympy.oo:  # turned round
        yield from _integrals(body.xreplace({variable: -variable}), variable, -high, sympy.oo)
        return
    if low.is_infinite:
        return
    yield from _beta(body, variable, low, high)
    if low == 0:
        yield from without_antiderivatives(body, variable, high)
    if (low, high) == (0, sympy.oo):
        yield from _factorial(body, variable)
    if (low, high) == (0, 1):
        yield from _powers_of_logarithm(body, variable)
    yield from by_antiderivatives(body, variable, low, high)


def _by_pieces(
    body: Expression, variable: Symbol, low: Expression, high: Expression
) -> Iterator[Value]:
    """The sum of the integrals between the points where the integrand turns."""
    for cut in cuts(body, variable, low, high):
        parts = (
            itertools.islice(_integrals(piece.body, variable, piece.low, piece.high), MOST_FORMS)
            for piece in cut.pieces
        )
        for chosen in itertools.product(*parts):
            conditions = [each for one in chosen for each in one.conditions]
            form = sympy.Add(*(one.form for one in chosen))
            first = ((), sympy.true, cut.condition)
            yield Value(form, ADDITIVE, (first, *conditions))


def _by_halves(body: Expression, variable: Symbol) -> Iterator[Value]:
    """Over the whole line: both halves converge."""
    zero = sympy.Integer(0)
    halves = ((-sympy.oo, zero), (zero, sympy.oo))
    parts = (itertools.islice(_integrals(body, variable, *ends), MOST_FORMS) for ends in halves)
    for left, right in itertools.product(*parts):
        yield Value(left.form + right.form, ADDITIVE, (*left.conditions, *right.conditions))


def _factorial(body: Expression, variable: Symbol) -> Iterator[Value]:
    """x^n e^(-cx) over the half line, n an integer from zero on or a real number above -1, times
    what does not hold x.
    """
    coefficient, rest = body.as_independent(variable, as_Add=False)
    n, c = sympy.Wild("n", exclude=[variable]), sympy.Wild("c", exclude=[variable])
    found = rest.match(variable**n * sympy.exp(-c * variable))
    if found and not (found[n].is_number and found[n].is_integer):
        whole, exists = _gamma(found[n])
        form = coefficient * whole / found[c] ** (found[n] + 1)
        yield Value(form, GAMMA, (((), sympy.true, sympy.And(exists, sympy.Gt(found[c], 0))),))


def _powers_of_logarithm(body: Expression, variable: Symbol) -> Iterator[Value]:
    """x^m log(x)^n from 0 to 1, n an integer from zero on: with x = e^-t, which is from 0 on."""
    coefficient, rest = body.as_independent(variable, as_Add=False)
    n, m = sympy.Integer(0), sympy.Integer(0)
    for factor in sympy.Mul.make_args(rest):
        base, exponent = factor.as_base_exp()
        if exponent.has(variable) or base not in (variable, sympy.log(variable)):
            return
        n, m = (n, m + exponent) if base == variable else (n + exponent, m)
    if not n.is_integer or not n.free_symbols:
        return
    form = coefficient * (-1) ** n * sympy.factorial(n) / (m + 1) ** (n + 1)
    wanted = sympy.And(sympy.Ge(n, 0), sympy.Gt(m, -1))
    yield Value(form, GAMMA, (((), sympy.true, wanted),))


def _gamma(power: Expression) -> tuple[Expression, Condition]:
    """The integral of x^p e^-x over the half line, and where it has a value."""
    if power.is_integer:
        return sympy.factorial(power), sympy.Ge(power, 0)
    return sympy.gamma(power + 1), sympy.Gt(power, -1)


def _beta(body: Expression, variable: Symbol, low: Expression, high: Expression) -> Iterator[Value]:
    """(x - a)^m (b - x)^n from a to b, m and n integers from zero on or real numbers above -1."""
    if high.is_infinite:
        return
    coefficient, rest = body.as_independent(variable, as_Add=False)
    exponents = {variable - low: sympy.Integer(0), high - variable: sympy.Integer(0)}
    for factor in sympy.Mul.make_args(rest):
        base, exponent = factor.as_base_exp()
        if base not in exponents or exponent.has(variable):
            return
        exponents[base] += exponent
    m, n = exponents.values()
    if m.is_number and n.is_number:
        return
    (one, exists), (other, as_well), (both, _) = (_gamma(each) for each in (m, n, m + n + 1))
    whole = sympy.gammasimp(one * other / both) if both.has(sympy.gamma) else one * other / both
    form = coefficient * whole * (high - low) ** (m + n + 1)
    order = sympy.Le if m.is_integer and n.is_integer else sympy.Lt
    yield Value(form, BETA, (((), sympy.true, sympy.And(exists, as_well, order(low, high))),))


def _gaussian(body: Expression, variable: Symbol) -> Iterator[Value]:
    """A polynomial times e^(-a x^2 + b x + c) over the whole line; where b is zero, perhaps the
    cosine of d x times a number, of which the square of d counts against it.
    """
    body, wave = body.as_independent(sympy.cos, as_Add=False)
    rest, exponential = body.as_independent(sympy.exp, as_Add=False)
    if (
        not isinstance(exponential, sympy.exp)
        or not exponential.exp.is_polynomial(variable)
        or not rest.is_polynomial(variable)
        or sympy.degree(exponential.exp, variable) != 2
    ):
        return
    square, slope, constant = sympy.Poly(exponential.exp, variable).all_coeffs()
    if wave != 1 and (slope != 0 or rest.has(variable)):
        return
    if slope != 0 and rest.has(variable):  # seen from where it is largest
        shift = -slope / (2 * square)
        rest = sympy.expand(rest.xreplace({variable: variable + shift}))
        slope, constant = sympy.Integer(0), constant + slope * shift / 2
    if wave != 1:
        speed = sympy.cancel(wave.args[0] / variable) if isinstance(wave, sympy.cos) else variable
        if speed.has(variable):
            return
        slope = sympy.I * speed
    whole = sympy.sqrt(sympy.pi / -square) * sympy.exp(constant - slope**2 / (4 * square))
    form = whole * sympy.Add(
        *(
            factor * sympy.factorial2(power - 1) / (-2 * square) ** (power // 2)
            for (power,), factor in sympy.Poly(rest, variable).terms()
            if power % 2 == 0
        )
    )
    where = sympy.And(sympy.Lt(square, 0), defined(body))
    form = sympy.expand(form) if wave != 1 else form
    yield Value(form, GAUSSIAN, (((), sympy.true, where),))
