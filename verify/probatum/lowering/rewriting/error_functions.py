"""Complementary error functions by error functions: defined at the same places."""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.parts import rewrite
from probatum.type_names import Expression, Statement

COMPLEMENT = Theorem("The complementary error function", "DLMF, equation 7.2.2", exact=True)


def in_error_functions(statement: Statement) -> Statement:
    """The statement with 1 - erf(u) for each erfc(u)."""
    return rewrite(statement, _told)


def _told(expression: Expression) -> Expression:
    if not expression.has(sympy.erfc):
        return expression
    return expression.replace(sympy.erfc, lambda number: 1 - sympy.erf(number))


REWRITINGS = (Rewriting(72, COMPLEMENT, in_error_functions),)
