"""Sums over copies of random variables, as sums of products of powers, and how their indices
agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from math import factorial

import sympy

from probatum.lowering.chance.outcomes import chances
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import FeatureVariable, Total
from probatum.type_names import Expression, Symbol

Powers = dict[Expression, int]


def power_of(variable: Symbol, power: int) -> str:
    return variable.name if power == 1 else f"{variable.name}^{power}"


class OverCopies(sympy.Symbol):  # type: ignore[misc]
    """The sum of a product of powers over all copies, each times a weight made of fixed numbers
    with an index.
    """

    exponents: Powers
    count: Expression
    weight: Expression

    def __new__(
        cls, exponents: Powers, count: Expression, weight: Expression = sympy.S.One
    ) -> OverCopies:
        factors = [power_of(*each) for each in sorted(exponents.items(), key=str)]
        factors += [] if weight == 1 else [f"({weight})"]
        made: OverCopies = sympy.Symbol.__xnew__(cls, "Σ" + "·".join(factors), real=True)
        made.exponents, made.count, made.weight = exponents, count, weight
        return made

    def _hashable_content(self) -> Hashable:
        powers = frozenset(self.exponents.items())
        return (self.name, "OverCopies", powers, self.count, self.weight)


def without_totals(expression: Expression) -> Expression:
    """Sums over copies as sums of products of powers, the innermost first."""
    if isinstance(expression, Total):
        inside = sympy.expand(without_totals(expression.args[0]))
        fixed = expression.atoms(FeatureVariable)
        variables = sorted(chances(inside), key=str)
        count = next(variable.known["of"] for variable in {*fixed, *chances(expression)})
        terms = sympy.Poly(inside, *variables).terms() if variables else [((), inside)]
        return sympy.Add(
            *(
                factor * _summed(dict(zip(variables, powers, strict=True)), count, weight)
                for powers, coefficient in terms
                for factor, weight in _apart(coefficient, fixed)
            )
        )
    if not expression.args or isinstance(expression, General):
        return expression
    return expression.func(*map(without_totals, expression.args))


def _apart(coefficient: Expression, fixed: set[Symbol]) -> Iterator[tuple[Expression, Expression]]:
    """Terms, as what is the same for all indices and what is not."""
    if not fixed:
        yield coefficient, sympy.Integer(1)
        return
    for term in sympy.Add.make_args(sympy.expand(coefficient)):
        yield term.as_independent(*fixed, as_Add=False)


def _summed(powers: Powers, count: Expression, weight: Expression) -> Expression:
    exponents = {variable: power for variable, power in powers.items() if power}
    return OverCopies(exponents, count, weight) if exponents or weight != 1 else count


def over_distinct(weights: list[Expression], count: Expression) -> Expression:
    """The sum of a product of weights over distinct indices, one for each weight: by sums of
    products of several, by Moebius inversion; without weights, the number of ways.
    """
    if all(weight == 1 for weight in weights):
        return sympy.Mul(*(count - place for place in range(len(weights))))
    return sympy.Add(
        *(
            sympy.Mul(
                *((-1) ** (len(each) - 1) * factorial(len(each) - 1) for each in merged),
                *(sum_of_fixed(sympy.Mul(*each), count) for each in merged),
            )
            for merged in partitions(weights)
        )
    )


def sum_of_fixed(weight: Expression, count: Expression) -> Expression:
    """The sum over the index of what is not random."""
    return Total(weight) if weight.atoms(FeatureVariable) else count * weight


def combined(block: list[Expression]) -> Powers:
    return dict(sum((Counter(each.exponents) for each in block), Counter()))


def partitions(items: list[Expression]) -> Iterator[list[list[Expression]]]:
    """All ways to put things into blocks."""
    if not items:
        yield []
        return
    first, *rest = items
    for blocks in partitions(rest):
        yield [[first], *blocks]
        for place, block in enumerate(blocks):
            yield [*blocks[:place], [first, *block], *blocks[place + 1 :]]
