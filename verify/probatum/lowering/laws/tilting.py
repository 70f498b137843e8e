"""Densities times an exponential as multiples of densities of the same kind.

Cramér's transform: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 2nd ed.,
vol. 1, chapter 12 (exponential families): e^(r x) times a normal density, or an exponential one, is
a number times another.
"""

from __future__ import annotations

import sympy

from probatum.lowering.laws.one_value import Of
from probatum.proposition.subjects.distributions import Distribution, ExponentialLaw, NormalLaw
from probatum.type_names import Expression


def tilted(of: Of, rate: Expression) -> tuple[Expression, Distribution] | None:
    """The number and the distribution; None where there is none, or it is not seen."""
    if rate == 0:
        return sympy.Integer(1), of.law
    match of.law:
        case ExponentialLaw():
            (own,) = of.law.parameters
            if of.sign(own - rate) == 1:
                return own / (own - rate), ExponentialLaw(own - rate)
        case NormalLaw():
            mean, variance = of.law.parameters[0], of.law.variance
            share = sympy.exp(rate * mean + variance * rate**2 / 2)
            moved = mean + variance * rate
            return share, of.law.func(moved, of.law.args[1])
    return None
