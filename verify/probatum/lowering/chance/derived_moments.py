"""Derivatives of what is smooth, and their values at a place."""

from __future__ import annotations

import sympy

from probatum.proposition.slopes.smoothness import is_smooth
from probatum.type_names import Expression


def derived(expression: Expression) -> Expression:
    """The derivative of what is smooth, or what that is at a place; all else as it is."""
    if not isinstance(expression, (sympy.Derivative, sympy.Subs)):
        return expression
    inside, variables = expression.expr, tuple(expression.variables)
    if not all(is_smooth(inside, variable) for variable in variables):
        return expression
    if isinstance(expression, sympy.Derivative):
        return inside.diff(*variables)
    return inside.xreplace(dict(zip(variables, expression.point, strict=True)))
