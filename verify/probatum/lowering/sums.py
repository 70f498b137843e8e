"""Sums over copies of random variables, as sums of products of powers, and how their indices
agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

import sympy

from probatum.lowering.outcomes import Feature
from probatum.proposition.domains import General
from probatum.proposition.random import RandomVariable, Total
from probatum.type_names import Expression, Symbol

Powers = dict[Expression, int]


def power_of(variable: Symbol, power: int) -> str:
    return variable.name if power == 1 else f"{variable.name}^{power}"


class OverCopies(sympy.Symbol):  # type: ignore[misc]
    """The sum of a product of powers over all copies."""

    exponents: Powers
    count: Expression

    def __new__(cls, exponents: Powers, count: Expression) -> OverCopies:
        made: OverCopies = sympy.Symbol.__xnew__(
            cls,
            "Σ" + "·".join(power_of(*each) for each in sorted(exponents.items(), key=str)),
            real=True,
        )
        made.exponents, made.count = exponents, count
        return made

    def _hashable_content(self) -> Hashable:
        return (self.name, "OverCopies", frozenset(self.exponents.items()), self.count)


def without_totals(expression: Expression) -> Expression:
    """Sums over copies as sums of products of powers, the innermost first."""
    if isinstance(expression, Total):
        inside = sympy.expand(without_totals(expression.args[0]))
        variables = sorted(inside.atoms(RandomVariable, Feature), key=str)
        count = next(variable.known["of"] for variable in expression.atoms(RandomVariable, Feature))
        terms = sympy.Poly(inside, *variables).terms() if variables else [((), inside)]
        return sympy.Add(
            *(
                coefficient * _summed(dict(zip(variables, powers, strict=True)), count)
                for powers, coefficient in terms
            )
        )
    if not expression.args or isinstance(expression, General):
        return expression
    return expression.func(*map(without_totals, expression.args))


def _summed(powers: Powers, count: Expression) -> Expression:
    exponents = {variable: power for variable, power in powers.items() if power}
    return OverCopies(exponents, count) if exponents else count


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
