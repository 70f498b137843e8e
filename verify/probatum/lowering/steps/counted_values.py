"""Values of sequences at a counting variable, by real variables that stand for them."""

from __future__ import annotations

import sympy

from probatum.calculus.forms.linear_part import linear
from probatum.lowering.steps.sequence_bounds import Facts
from probatum.type_names import Condition, Expression

LARGEST_STEP = 24  # factors or terms by which what stands further on differs from what stands here


class NotCountableError(Exception):
    """The expression depends on the counting variable in another way."""


class CountedValues:
    """A new real variable for each value of a sequence.

    variable: the counting variable, an integer that starts at zero; number: the real variable that
    stands for it. `facts` holds what is true of all of them.
    """

    def __init__(self, variable: sympy.Symbol) -> None:
        self.variable = variable
        self.number = sympy.Symbol(variable.name, real=True)
        self.values: dict[Expression, sympy.Symbol] = {}
        self.facts: list[Condition] = [sympy.Ge(self.number, 0, evaluate=False)]

    def linear(self, expression: Expression) -> tuple[Expression, Expression]:
        """slope and rest with expression = slope n + rest."""
        found = linear(expression, self.variable)
        if found is None or found[0] == 0:
            raise NotCountableError(str(expression))
        return found

    def value(self, key: Expression, facts: Facts) -> Expression:
        """The variable that stands for a sequence; of a new one, what is true of it is noted."""
        if key not in self.values:
            self.values[key] = sympy.Dummy(str(key).replace(" ", ""), real=True)
            self.facts += facts(self.values[key])
        return self.values[key]

    def steps(self, expression: Expression, what: str) -> tuple[int, int]:
        """A positive slope and an offset from zero on."""
        slope, rest = self.linear(expression)
        if not (
            slope.is_Integer
            and rest.is_Integer
            and 0 < slope <= LARGEST_STEP
            and 0 <= rest <= LARGEST_STEP
        ):
            raise NotCountableError(f"{what} {expression}")
        return int(slope), int(rest)
