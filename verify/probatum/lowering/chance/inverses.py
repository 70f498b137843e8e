"""What bounds of a random variable say of the mean of its inverse: (X - a)(b - X)/X is at least
zero where a ≤ X ≤ b and a is positive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

import sympy

from probatum.lowering.chance.outcomes import Feature, outcome
from probatum.lowering.chance.products import Exponents
from probatum.lowering.chance.random_variables import bounds_of
from probatum.type_names import Condition, Expression, Symbol


def of_inverses(
    needed: Mapping[Exponents, Symbol],
    supposed: Sequence[Condition],
    mean: Callable[[Symbol], Expression],
) -> Iterator[Condition]:
    """Of each mean of an inverse that is spoken of, beside the mean of the variable."""
    for key, inverse in needed.items():
        function, power = key[0]
        if len(key) > 1 or power != 1 or not isinstance(function, Feature):
            continue
        if function.given is not None or len(function.variables) != 1:
            continue
        (variable,) = function.variables
        if function.of != 1 / outcome(variable):
            continue
        for (low, _), (high, _) in product(*bounds_of(variable, supposed)):
            whole = low + high - mean(variable) - low * high * inverse
            yield sympy.Or(sympy.Le(low, 0), sympy.Ge(sympy.expand(whole), 0))
