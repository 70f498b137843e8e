"""Means of logarithms, powers, waves and reciprocals of one variable with a declared distribution.

Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 2nd ed., vol. 1: chapters 13
(normal) and 19 (exponential), vol. 2: chapter 26 (uniform); Johnson, Kemp and Kotz, Univariate
Discrete Distributions, 3rd ed., section 1.2.11 (generating functions); waves by characteristic
functions: Lukacs, Characteristic Functions, 2nd ed., table 1.
"""

from __future__ import annotations

import sympy
from sympy.simplify.fu import TR8

from probatum.lowering.laws.laws import Mean
from probatum.lowering.laws.one_value import Of
from probatum.proposition.subjects.distributions import (
    BinomialLaw,
    ExponentialLaw,
    GeometricLaw,
    NormalLaw,
    PoissonLaw,
    UniformLaw,
)
from probatum.type_names import Expression

COUNTS = (BinomialLaw, GeometricLaw, PoissonLaw)
WAVES = (sympy.sin, sympy.cos)
MOST_TIMES = 4  # that a logarithm is multiplied by itself


def terms_of_sum(function: Expression) -> tuple[Expression, ...]:
    """What is added up, with sums of waves in place of their products and powers; a power of zero
    is no quotient.
    """
    whole = TR8(function) if function.has(*WAVES) else function
    return tuple(sympy.Add.make_args(sympy.expand(whole, power_exp=False)))


def mean_of_function(function: Expression, of: Of) -> Mean | None:
    """The mean of one such function; None of others, and where it is not known."""
    if function.has(sympy.log):
        return _of_logarithms(function, of)
    if isinstance(function, WAVES):
        return _of_wave(function, of)
    if isinstance(function, sympy.Pow):
        if function.exp.has(of.value):
            return _of_geometric_growth(function, of)
        return _of_power(function, of)
    return None


def _of_logarithms(function: Expression, of: Of) -> Mean | None:
    """Of a power of the logarithm of a line, times a power of the line or a polynomial."""
    logarithms = [each for each in sympy.Mul.make_args(function) if each.has(sympy.log)]
    base, times = logarithms[0].as_base_exp()
    if len(logarithms) > 1 or not isinstance(base, sympy.log):
        return None
    line = of.line(base.args[0])
    if line is None or line[0] == 0 or not (times.is_Integer and 0 < times <= MOST_TIMES):
        return None
    powers = _by_powers(function / logarithms[0], base.args[0], line, of)
    if powers is None or any(power <= -1 for power in powers):
        return None
    found = Mean(sympy.Integer(0))
    for power, coefficient in powers.items():
        one = _of_power_and_logarithm(power, int(times), line, of)
        if one is None:
            return None
        found = Mean(found.value + coefficient * one.value, one.there)
    return found


def _by_powers(
    rest: Expression, inside: Expression, line: tuple[Expression, Expression], of: Of
) -> dict[Expression, Expression] | None:
    """The coefficients by powers of the line."""
    base, power = rest.as_base_exp()
    if base == inside and power.is_Rational:
        return {power: sympy.Integer(1)}
    if not rest.is_polynomial(of.value):
        return None
    name = sympy.Dummy(real=True)
    moved = sympy.Poly(rest.xreplace({of.value: (name - line[1]) / line[0]}), name)
    return {sympy.Integer(degree): each for (degree,), each in moved.terms()}


def _of_power_and_logarithm(
    power: Expression, times: int, line: tuple[Expression, Expression], of: Of
) -> Mean | None:
    """The derivative of the mean of a power of the line, by its exponent."""
    slope, start = line
    match of.law:
        case UniformLaw():
            ends = [slope * end + start for end in of.law.parameters]
            low, high = (_differentiated(end, times, power, of) for end in ends)
            there = sympy.And(*(sympy.Ge(end, 0) for end in ends))
            return Mean((high - low) / (ends[1] - ends[0]), there)
        case ExponentialLaw() if start == 0 and of.sign(slope) == 1:
            exponent = sympy.Dummy("exponent", positive=True)  # one more than that of the line
            scale = slope ** (exponent - 1) * of.law.parameters[0] ** (1 - exponent)
            value = sympy.diff(sympy.gamma(exponent) * scale, exponent, times)
            return Mean(value.xreplace({exponent: power + 1}))
    return None


def _differentiated(end: Expression, times: int, power: Expression, of: Of) -> Expression:
    """The derivative of l^s/s by s, which tends to 0 with l."""
    sign = of.sign(end)
    if sign == 0:
        return sympy.Integer(0)
    length, exponent = sympy.Dummy("l", positive=True), sympy.Dummy("s", positive=True)
    found = sympy.diff(length**exponent / exponent, exponent, times)
    inside = sympy.expand(found.xreplace({exponent: power + 1, length: end}))
    return inside if sign == 1 else sympy.Piecewise((0, sympy.Eq(end, 0)), (inside, True))


def _of_power(function: sympy.Pow, of: Of) -> Mean | None:
    """Of a power that is a number, of a line in the value."""
    power, line = function.exp, of.line(function.base)
    if line is None or line[0] == 0 or not power.is_Rational:
        return None
    slope, start = line
    match of.law:
        case UniformLaw():
            return _of_uniform_power(power, [slope * end + start for end in of.law.parameters])
        case ExponentialLaw() if start == 0 and (power.is_Integer or of.sign(slope) == 1):
            if power <= -1:
                return Mean(sympy.Integer(0), sympy.false)
            return Mean((slope / of.law.parameters[0]) ** power * sympy.gamma(power + 1))
        case NormalLaw() if power.is_Integer and power < 0:
            return Mean(sympy.Integer(0), sympy.false)
        case PoissonLaw() | BinomialLaw() | GeometricLaw() if power == -1:
            return _of_reciprocal(slope, start, of)
    return None


def _of_uniform_power(power: Expression, ends: list[Expression]) -> Mean:
    """Of what is uniform between two ends, in either order."""
    above = [sympy.Gt(end, 0) for end in ends]
    if power > -1 and not power.is_Integer:
        there = sympy.And(*(sympy.Ge(end, 0) for end in ends))
    elif power.is_Integer and power < 0:
        there = sympy.Or(sympy.And(*above), sympy.And(*(sympy.Lt(end, 0) for end in ends)))
    else:
        there = sympy.And(*above) if power < 0 else sympy.true
    low, high = ends
    if power == -1:
        return Mean(sympy.log(high / low) / (high - low), there)
    return Mean((high ** (power + 1) - low ** (power + 1)) / ((power + 1) * (high - low)), there)


def _of_reciprocal(slope: Expression, start: Expression, of: Of) -> Mean | None:
    """Of 1/(K + 1), and of 1/G for a geometric count."""
    if not of.sign(slope):
        return None
    if isinstance(of.law, GeometricLaw):
        (chance,) = of.law.parameters
        series = -chance * sympy.log(chance) / (1 - chance)
        value = sympy.Piecewise((1, sympy.Eq(chance, 1)), (series, True))
        return Mean(value / slope) if start == 0 else None
    if sympy.expand(start - slope) != 0:
        return None
    if isinstance(of.law, PoissonLaw):
        (mean,) = of.law.parameters
        return Mean((1 - sympy.exp(-mean)) / mean / slope)
    assert isinstance(of.law, BinomialLaw)
    count, chance = of.law.parameters
    more = (1 - (1 - chance) ** (count + 1)) / ((count + 1) * chance)
    return Mean(sympy.Piecewise((1, sympy.Eq(chance, 0)), (more, True)) / slope)


def _of_geometric_growth(function: sympy.Pow, of: Of) -> Mean | None:
    """Of the power of a number by a count, which is what generates its probabilities."""
    line = of.line(function.exp)
    if line is None or not isinstance(of.law, COUNTS) or function.base.has(of.value):
        return None
    (slope, start), base = line, function.base
    if base.is_number and base.is_nonzero and slope.is_negative:
        slope, start, base = -slope, -start, 1 / base
    least = slope + start if isinstance(of.law, GeometricLaw) else start
    if not (slope.is_Integer and slope > 0 and least.is_Integer and least >= 0):
        return None
    base, factor = base**slope, base**least
    match of.law:
        case PoissonLaw():
            return Mean(factor * sympy.exp(of.law.parameters[0] * (base - 1)))
        case BinomialLaw():
            count, chance = of.law.parameters
            return Mean(factor * (1 - chance + chance * base) ** count)
    (chance,) = of.law.parameters
    ratio = (1 - chance) * base
    return Mean(factor * chance / (1 - ratio), sympy.Lt(sympy.Abs(ratio), 1))


def _of_wave(function: Expression, of: Of) -> Mean | None:
    """Of a sine or a cosine of a line in the value."""
    line = of.line(function.args[0])
    if line is None or line[0] == 0:
        return None
    rate, start = line
    found = _at_rate(rate, of)
    if found is None:
        return None
    cosine, sine = found
    if isinstance(function, sympy.cos):
        return Mean(cosine * sympy.cos(start) - sine * sympy.sin(start))
    return Mean(sine * sympy.cos(start) + cosine * sympy.sin(start))


def _at_rate(rate: Expression, of: Of) -> tuple[Expression, Expression] | None:
    """The means of the cosine and the sine of a multiple of the variable."""
    match of.law:
        case NormalLaw():
            mean = rate * of.law.parameters[0]
            less = sympy.exp(-of.law.variance * rate**2 / 2)
            return less * sympy.cos(mean), less * sympy.sin(mean)
        case ExponentialLaw():
            (own,) = of.law.parameters
            return own**2 / (own**2 + rate**2), own * rate / (own**2 + rate**2)
        case PoissonLaw():
            (own,) = of.law.parameters
            less = sympy.exp(own * (sympy.cos(rate) - 1))
            return less * sympy.cos(own * sympy.sin(rate)), less * sympy.sin(own * sympy.sin(rate))
        case UniformLaw():
            low, high = (rate * end for end in of.law.parameters)
            both = (
                (sympy.sin(high) - sympy.sin(low)) / (high - low),
                (sympy.cos(low) - sympy.cos(high)) / (high - low),
            )
            if of.sign(rate):
                return both
            at_zero = sympy.Eq(rate, 0)
            return (
                sympy.Piecewise((1, at_zero), (both[0], True)),
                sympy.Piecewise((0, at_zero), (both[1], True)),
            )
    return None
