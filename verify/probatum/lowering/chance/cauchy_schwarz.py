"""The mean of a product, squared, is at most that of the one square times that of the other
(Billingsley, Probability and Measure, 3rd ed., section 21).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

import sympy

from probatum.lowering.chance.outcomes import Feature, Group, outcome
from probatum.lowering.chance.products import Exponents, group
from probatum.lowering.problem import minors
from probatum.type_names import Expression, Symbol

MeanOf = Callable[[Expression, Sequence[Symbol]], Expression]  # None where not spoken of
Known = Callable[[Expression], Expression]
MOST_FACTORS = 8  # in one group
ONE = sympy.Integer(1)


def of_products(spoken: Iterable[Exponents], mean: MeanOf) -> Iterator[Expression]:
    """What is at least zero of means that are spoken of, by one and up to two functions of which
    squares and products have such means: no mean is supposed to exist.
    """
    groups: dict[Group, tuple[set[Symbol], set[Expression]]] = {}
    for key in spoken:
        if any(isinstance(each, Feature) and each.given is not None for each, _ in key):
            continue
        variables, factors = groups.setdefault(group(key[0][0]), (set(), set()))
        variables |= {variable for each, _ in key for variable in _variables(each)}
        factors |= set(_factors(key))
    found: dict[Expression, None] = {}
    for variables, factors in groups.values():
        named = sorted(variables, key=str)
        within = partial(_mean, mean, named)
        found |= dict.fromkeys(_of_group(sorted(factors, key=sympy.default_sort_key), within))
    yield from found


def _mean(mean: MeanOf, variables: Sequence[Symbol], function: Expression) -> Expression | None:
    return mean(function, variables)


def _variables(generator: Expression) -> tuple[Symbol, ...]:
    return generator.variables if isinstance(generator, Feature) else (generator,)


def _factors(key: Exponents) -> Iterator[Expression]:
    """What a function is, what it is a product of, and what it is the square of."""
    function = sympy.Mul(
        *((each.of if isinstance(each, Feature) else outcome(each)) ** power for each, power in key)
    )
    yield function
    for factor in sympy.Mul.make_args(function):
        yield factor
        if factor.is_Pow and factor.exp.is_Integer:
            yield factor.base
    root = sympy.sqrt(function)
    if root.is_nonnegative:
        yield root


def _of_group(factors: Sequence[Expression], mean: Known) -> Iterator[Expression]:
    squares = [each for each in factors if mean(each**2) is not None][:MOST_FACTORS]
    for one in squares:
        yield from _of_matrix((ONE, one), mean)
    for one, other in combinations(squares, 2):
        yield from _of_matrix((one, other), mean)
        yield from _of_matrix((ONE, one, other), mean)


def _of_matrix(rows: Sequence[Expression], mean: Known) -> Iterator[Expression]:
    """The minors of a matrix of means, where all of them are spoken of."""
    size = len(rows)
    entries = {(i, j): mean(rows[i] * rows[j]) for i in range(size) for j in range(i, size)}
    if None not in entries.values():
        yield from minors(sympy.Matrix(size, size, lambda i, j: entries[min(i, j), max(i, j)]))
