"""The mean of a product of increasing functions of one variable is at least the product of the
means.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.jensen import intervals, is_smooth
from probatum.lowering.chance.outcomes import Feature, outcome
from probatum.lowering.chance.sums import Powers
from probatum.lowering.theorem import Theorem
from probatum.proposition.definedness import defined
from probatum.proposition.random import RandomVariable
from probatum.type_names import Condition, Expression, Symbol

ASSOCIATED = Theorem(
    "increasing functions of one variable have a covariance that is at least zero",
    "Hardy, Littlewood, Polya, Inequalities, 2nd ed., theorem 236",
    exact=False,
)


def of_increasing(moments: Moments) -> Iterator[Expression]:
    """What is at least zero of means of products of two monotone functions of one variable."""
    for key, symbol in tuple(moments.needed.items()):
        function, power = key[0]
        if len(key) == 1 and isinstance(function, RandomVariable):
            yield from _of_powers(function, power, symbol, moments)
            continue
        if len(key) > 1 or power != 1 or not is_smooth(function) or not function.of.is_Mul:
            continue
        (variable,) = function.variables
        number = outcome(variable)
        coefficient, product = function.of.as_independent(number, as_Add=False)
        factors = sympy.Mul.make_args(product)
        if coefficient != 1 or len(factors) != 2:
            continue
        signs = [_slope(factor, number, moments.supposed) for factor in factors]
        if all(signs):
            means = (moments.moment(_powers(factor, variable)) for factor in factors)
            yield sympy.Mul(*signs) * (symbol - sympy.Mul(*means))


def _of_powers(
    variable: Symbol, power: int, symbol: Symbol, moments: Moments
) -> Iterator[Expression]:
    """What the mean of a power is at least, as of a product of two lower ones."""
    number = outcome(variable)
    for lower in range(1, power // 2 + 1):
        both = (lower, power - lower)
        signs = [_slope(number**each, number, moments.supposed) for each in both]
        if all(signs):
            means = (moments.moment({variable: each}) for each in both)
            yield sympy.Mul(*signs) * (symbol - sympy.Mul(*means))


def _powers(factor: Expression, variable: Symbol) -> Powers:
    """A function of one variable as a power of it, or as one of itself."""
    base, exponent = factor.as_base_exp()
    if base == outcome(variable) and exponent.is_Integer and exponent > 0:
        return {variable: int(exponent)}
    return {Feature(factor, (variable,)): 1}


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
