"""Which expressions are continuous wherever they are defined, and which are zero nowhere around."""

from __future__ import annotations

import sympy

from probatum.type_names import Expression, Symbol

CONTINUOUS = (
    sympy.exp, sympy.log, sympy.Abs, sympy.Max, sympy.Min, sympy.erf, sympy.erfc,
    sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc,
    sympy.asin, sympy.acos, sympy.atan, sympy.asinh, sympy.acosh, sympy.atanh,
    sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch,
)  # fmt: skip


def is_continuous(expression: Expression, variable: Symbol) -> bool:
    """Whether the expression, as a function of the variable, is continuous on all of its domain."""
    if not expression.has(variable) or expression == variable:
        return True
    moves = isinstance(expression, sympy.Pow) and expression.exp.has(variable)
    if moves and not expression.base.is_positive:
        return False
    plain = isinstance(expression, (sympy.Add, sympy.Mul, sympy.Pow, *CONTINUOUS))
    return plain and all(is_continuous(part, variable) for part in expression.args)


def is_nowhere_zero_around(factor: Expression, variable: Symbol) -> bool:
    """Whether a polynomial is known to have other values than zero all around any place, whatever
    the parameters are.
    """
    if not factor.is_polynomial(variable):
        return False
    return any(each.is_number and each.is_nonzero for each in sympy.Poly(factor, variable).coeffs())
