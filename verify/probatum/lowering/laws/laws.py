"""Means of powers and exponentials of variables with a declared distribution, in closed form.

Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 2nd ed., vol. 1: chapters 13
(normal) and 19 (exponential), vol. 2: chapter 26 (uniform); Johnson, Kemp and Kotz, Univariate
Discrete Distributions, 3rd ed.: chapters 3 (binomial), 4 (Poisson) and 5 (geometric).
"""

from __future__ import annotations

from typing import NamedTuple

import sympy
from sympy.functions.combinatorial.numbers import stirling

from probatum.proposition.subjects.distributions import (
    BinomialLaw,
    Distribution,
    ExponentialLaw,
    GeometricLaw,
    NormalLaw,
    PoissonLaw,
    UniformLaw,
)
from probatum.type_names import Condition, Expression, Symbol

CONTINUOUS = (UniformLaw, NormalLaw, ExponentialLaw)


class Mean(NamedTuple):
    """A mean, and where there is one."""

    value: Expression
    there: Condition = sympy.true


def power_mean(law: Distribution, power: int) -> Expression:
    """The mean of a power of the variable: there is one of all of these distributions."""
    if power == 0:
        return sympy.Integer(1)
    match law:
        case UniformLaw():  # (b^(k + 1) - a^(k + 1))/((k + 1) (b - a)), divided
            low, high = law.parameters
            terms = (low**place * high ** (power - place) for place in range(power + 1))
            return sympy.Add(*terms) / (power + 1)
        case NormalLaw():
            return _of_normal(law, [_even_moment(place) for place in range(power + 1)])
        case ExponentialLaw():
            return sympy.factorial(power) / law.parameters[0] ** power
    return sympy.Add(
        *(stirling(power, place) * _falling(law, place) for place in range(1, power + 1))
    )


def _even_moment(power: int) -> Expression:
    """The mean of a power of a standard normal variable."""
    return sympy.Integer(0) if power % 2 else sympy.factorial2(power - 1)


def _of_normal(law: NormalLaw, standard: list[Expression]) -> Expression:
    """The mean of the highest power by those of powers of the standardized variable."""
    power = len(standard) - 1
    mean = law.parameters[0]
    return sympy.Add(
        *(
            sympy.binomial(power, place)
            * mean ** (power - place)
            * (law.variance ** (place // 2) if place % 2 == 0 else law.deviation**place)
            * each
            for place, each in enumerate(standard)
            if each != 0
        )
    )


def _falling(law: Distribution, place: int) -> Expression:
    """The mean of X (X - 1) ... (X - place + 1), from place 1 on."""
    match law:
        case BinomialLaw():
            count, chance = law.parameters
            return sympy.Mul(*(count - each for each in range(place))) * chance**place
        case PoissonLaw():
            return law.parameters[0] ** place
        case GeometricLaw():
            (chance,) = law.parameters
            return sympy.factorial(place) * (1 - chance) ** (place - 1) / chance**place
    raise AssertionError(law)


def power_mean_below(law: Distribution, power: int, bound: Expression) -> Expression:
    """The mean of a power where a continuous variable is at most a bound, and of 0 elsewhere."""
    match law:
        case UniformLaw():
            low, high = law.parameters
            reached = sympy.Max(low, sympy.Min(high, bound))
            return (reached ** (power + 1) - low ** (power + 1)) / ((power + 1) * (high - low))
        case ExponentialLaw():
            (rate,) = law.parameters
            reached = rate * sympy.Max(bound, 0)
            terms = (reached**place / sympy.factorial(place) for place in range(power + 1))
            below = 1 - sympy.exp(-reached) * sympy.Add(*terms)
            return sympy.factorial(power) / rate**power * below
        case NormalLaw():
            return _of_normal(law, _standard_below(power, _standardized(law, bound)))
    raise AssertionError(law)


def _standardized(law: NormalLaw, bound: Expression) -> Expression:
    return sympy.cancel(sympy.cancel(bound - law.parameters[0]) / law.deviation)


def _standard_below(power: int, bound: Expression) -> list[Expression]:
    """The means of powers of a standard normal variable where it is at most a bound, by parts:
    that of z^k is k - 1 times that of z^(k - 2), less bound^(k - 1) times the density there.
    """
    density = sympy.exp(-(bound**2) / 2) / sympy.sqrt(2 * sympy.pi)
    found = [(1 + sympy.erf(bound / sympy.sqrt(2))) / 2, -density]
    for place in range(2, power + 1):
        found.append((place - 1) * found[place - 2] - bound ** (place - 1) * density)
    return found[: power + 1]


def exponential_mean(law: Distribution, rate: Expression, power: int = 0) -> Mean:
    """The mean of x^power e^(rate x), which is the derivative of that of the exponential: of those
    that there are for some rates alone, inside of these.
    """
    share = sympy.Dummy("share", real=True)
    value, there = _generating(law, share)
    found = sympy.diff(value, share, power).xreplace({share: rate})
    if isinstance(law, UniformLaw):
        at_zero = power_mean(law, power)
        if rate == 0:
            return Mean(at_zero)
        found = sympy.Piecewise((at_zero, sympy.Eq(rate, 0)), (found, True))
    return Mean(found, there.xreplace({share: rate}))


def _generating(law: Distribution, share: Symbol) -> Mean:
    """The moment generating function, of a uniform one but for 0."""
    parameters = law.parameters
    match law:
        case UniformLaw():
            low, high = parameters
            return Mean((sympy.exp(share * high) - sympy.exp(share * low)) / (share * (high - low)))
        case NormalLaw():
            return Mean(sympy.exp(parameters[0] * share + law.variance * share**2 / 2))
        case ExponentialLaw():
            return Mean(parameters[0] / (parameters[0] - share), sympy.Lt(share, parameters[0]))
        case BinomialLaw():
            count, chance = parameters
            return Mean((1 - chance + chance * sympy.exp(share)) ** count)
        case PoissonLaw():
            return Mean(sympy.exp(parameters[0] * (sympy.exp(share) - 1)))
        case GeometricLaw():
            (chance,) = parameters
            ratio = (1 - chance) * sympy.exp(share)
            return Mean(chance * sympy.exp(share) / (1 - ratio), sympy.Lt(ratio, 1))
    raise AssertionError(law)


def terms_of(law: Distribution) -> list[tuple[Expression, Expression]] | None:
    """The values of a binomial variable with their probabilities, where these are few; None of
    others.
    """
    if not isinstance(law, BinomialLaw) or not law.parameters[0].is_Integer:
        return None
    count, chance = law.parameters
    if count > MOST_TRIALS:
        return None
    return [
        (
            sympy.Integer(place),
            sympy.binomial(count, place) * chance**place * (1 - chance) ** (count - place),
        )
        for place in range(int(count) + 1)
    ]


MOST_TRIALS = 8  # of which all outcomes are written down
