"""Says of which kind the values of an expression are at integers: rational, or algebraic."""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

COUNTED = (sympy.factorial, sympy.binomial, sympy.fibonacci)
ROUNDED = (sympy.floor, sympy.ceiling, sympy.Mod, sympy.Abs, sympy.sign, sympy.Max, sympy.Min)


def is_rational_valued(expression: Expression) -> bool:
    """Whether it is rational wherever it has a value, its variables being integers."""
    if not expression.args:
        return bool(expression.is_Rational or (expression.is_Symbol and expression.is_integer))
    if expression.is_Pow:
        return is_rational_valued(expression.base) and bool(expression.exp.is_integer)
    if isinstance(expression, COUNTED):  # of what is no integer it need not be algebraic
        return all(part.is_integer for part in expression.args)
    fits = expression.is_Add or expression.is_Mul or isinstance(expression, ROUNDED)
    return bool(fits) and all(map(is_rational_valued, expression.args))


def is_algebraic_valued(expression: Expression) -> bool:
    """The same of algebraic numbers, to which roots lead as well."""
    if not expression.args:
        return is_rational_valued(expression)
    if expression.is_Pow:
        whole = expression.exp.is_integer or expression.exp.is_Rational
        return is_algebraic_valued(expression.base) and bool(whole)
    if isinstance(expression, COUNTED):
        return is_rational_valued(expression)
    fits = expression.is_Add or expression.is_Mul or isinstance(expression, ROUNDED)
    return bool(fits) and all(map(is_algebraic_valued, expression.args))
