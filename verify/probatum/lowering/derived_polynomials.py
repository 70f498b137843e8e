"""Derivatives of polynomials, and their values at a place."""

from __future__ import annotations

import sympy

from probatum.type_names import Expression


def derived(expression: Expression) -> Expression:
    """The derivative of a polynomial, or what a polynomial is at a place; all else as it is."""
    if not isinstance(expression, (sympy.Derivative, sympy.Subs)):
        return expression
    inside, variables = expression.expr, tuple(expression.variables)
    if not inside.is_polynomial(*variables):
        return expression
    if isinstance(expression, sympy.Derivative):
        return inside.diff(*variables)
    return inside.xreplace(dict(zip(variables, expression.point, strict=True)))
