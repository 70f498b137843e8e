"""What a variable is multiplied by in an expression that is linear in it, and what is added."""

from __future__ import annotations

import sympy

from probatum.type_names import Expression, Symbol


def linear(expression: Expression, variable: Symbol) -> tuple[Expression, Expression] | None:
    """Slope and rest, in which the variable does not stand, with expression = slope variable +
    rest, multiplied out; None where there are none such. The slope of what is without it is zero.
    """
    expanded = sympy.expand(expression)
    slope = expanded.coeff(variable, 1)
    rest = sympy.expand(expanded - slope * variable)
    return None if slope.has(variable) or rest.has(variable) else (slope, rest)
