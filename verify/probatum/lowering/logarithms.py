"""Inverse hyperbolic functions as logarithms, defined at the same places."""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.parts import rewrite
from probatum.shapes import Expression, Statement

LOGARITHMS = Theorem(
    "Inverse hyperbolic functions as logarithms", "DLMF, section 4.37(iv)", exact=True
)


def in_logarithms(statement: Statement) -> Statement:
    """The statement with logarithms in place of asinh, acosh and atanh of real numbers."""
    return rewrite(statement, _written_out)


def _written_out(expression: Expression) -> Expression:
    return (
        expression.replace(sympy.asinh, lambda u: sympy.log(u + sympy.sqrt(u**2 + 1)))
        .replace(sympy.acosh, lambda u: sympy.log(u + sympy.sqrt(u**2 - 1)))
        .replace(sympy.atanh, lambda u: sympy.log((1 + u) / (1 - u)) / 2)
    )
