"""Beta functions by gamma functions: defined at the same places, of numbers above zero."""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.parts import rewrite
from probatum.type_names import Expression, Statement

BETA = Theorem("The beta function", "DLMF, equation 5.12.1", exact=True)


def in_gamma_functions(statement: Statement) -> Statement:
    """The statement with the quotient of gamma functions for each beta function."""
    return rewrite(statement, _told)


def _told(expression: Expression) -> Expression:
    if not expression.has(sympy.beta):
        return expression
    return expression.replace(sympy.beta, _quotient)


def _quotient(one: Expression, other: Expression) -> Expression:
    return sympy.gamma(one) * sympy.gamma(other) / sympy.gamma(one + other)


REWRITINGS = (Rewriting(73, BETA, in_gamma_functions),)
