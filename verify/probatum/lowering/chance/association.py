"""The mean of a product of increasing functions of one variable is at least the product of the
means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.jensen import intervals, is_smooth
from probatum.lowering.chance.outcomes import Feature, outcome
from probatum.lowering.theorem import Theorem
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Condition, Expression, Symbol

ASSOCIATED = Theorem(
    "increasing functions of one variable have a covariance that is at least zero",
    "Hardy, Littlewood, Polya, Inequalities, 2nd ed., theorem 236",
    exact=False,
)


def of_increasing(moments: Moments) -> Iterator[Expression]:
    """What is at least zero of means of products of two monotone functions of one variable."""
    for key, symbol in tuple(moments.needed.items()):
        (function, power), *others = key
        if others:
            continue
        if isinstance(function, RandomVariable):
            number = outcome(function)
            for lower in range(1, power // 2 + 1):
                both = (number**lower, number ** (power - lower))
                yield from _of_two(both, function, symbol, moments)
        elif is_smooth(function):
            (variable,) = function.variables
            yield from _of_two(sympy.Mul.make_args(function.of), variable, symbol, moments)


def _of_two(
    factors: Sequence[Expression], variable: Symbol, symbol: Symbol, moments: Moments
) -> Iterator[Expression]:
    """What the mean of a product of two functions is at least, where both are monotone."""
    signs = [_slope(factor, outcome(variable), moments.supposed) for factor in factors]
    if len(factors) == 2 and all(signs):
        means = (moments.moment({Feature(factor, (variable,)): 1}) for factor in factors)
        yield sympy.Mul(*signs) * (symbol - sympy.Mul(*means))


def _slope(factor: Expression, number: Symbol, supposed: tuple[Condition, ...]) -> int:
    """1 where a function increases on all numbers, or on an interval of all values, -1 where it
    falls there, else 0.
    """
    for values in intervals(number, supposed):
        if defined(factor.xreplace({number: values})) == sympy.true:
            slope = sympy.factor(sympy.diff(factor, number).xreplace({number: values}))
            if slope.is_nonnegative or slope.is_nonpositive:
                return 1 if slope.is_nonnegative else -1
    return 0
