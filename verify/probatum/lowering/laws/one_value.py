"""The value of one variable with a declared distribution, beside what is supposed of numbers."""

from __future__ import annotations

from typing import NamedTuple

import sympy

from probatum.lowering.every_case import follows
from probatum.proposition.subjects.distributions import Distribution
from probatum.type_names import Condition, Expression, Symbol


class Of(NamedTuple):
    """A variable's value, its distribution, and what is supposed beside."""

    value: Symbol
    law: Distribution
    given: Condition

    def sign(self, expression: Expression) -> int | None:
        """The sign of a number by what is supposed; None where it is not seen."""
        if expression.is_zero:
            return 0
        for sign, relation in ((1, sympy.Gt(expression, 0)), (-1, sympy.Lt(expression, 0))):
            if relation == sympy.true or (
                relation != sympy.false and follows(relation, self.given)
            ):
                return sign
        return None

    def line(self, expression: Expression) -> tuple[Expression, Expression] | None:
        """The slope and the start of a line in the value, or None."""
        expanded = sympy.expand(expression)
        if not expanded.is_polynomial(self.value):
            return None
        slope = expanded.coeff(self.value, 1)
        start = expanded.coeff(self.value, 0)
        rest = sympy.expand(expanded - slope * self.value - start)
        return (slope, start) if rest == 0 and not slope.has(self.value) else None
