"""The mean of an amount is at least the amount of the mean (Billingsley, Probability and Measure,
3rd ed., section 16).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import sympy

from probatum.lowering.chance.cauchy_schwarz import MeanOf
from probatum.lowering.chance.outcomes import Feature
from probatum.lowering.chance.products import Exponents
from probatum.type_names import Expression, Symbol


def of_amounts(spoken: Mapping[Exponents, Symbol], mean: MeanOf) -> Iterator[Expression]:
    """What is at least zero of means that are spoken of."""
    for key, symbol in spoken.items():
        function = _inside(key)
        if function is not None:
            variables = {variable for each, _ in key for variable in each.variables}
            inner = mean(function, sorted(variables, key=str))
            yield from () if inner is None else (symbol - inner, symbol + inner)


def _inside(key: Exponents) -> Expression | None:
    """What a function is the amount of, by its factors."""
    if not all(isinstance(each, Feature) and each.given is None for each, _ in key):
        return None
    factors = sympy.Mul.make_args(sympy.Mul(*(each.of**power for each, power in key)))
    if all(isinstance(factor, sympy.Abs) for factor in factors):
        return sympy.Mul(*(factor.args[0] for factor in factors))
    return None
