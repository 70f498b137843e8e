"""Hyperbolic functions by exponentials, angles by those of which others are sums."""

from __future__ import annotations

import sympy

from probatum.lowering.circle import on_circle
from probatum.lowering.theorem import Theorem
from probatum.proposition.parts import rewrite
from probatum.shapes import Expression, Statement

EXPONENTIALS = Theorem(
    "Hyperbolic functions are quotients of exponentials", "DLMF, section 4.28", exact=True
)
HYPERBOLIC = (sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch)


def in_exponentials(statement: Statement) -> Statement:
    """The statement with hyperbolic functions in exponentials, and angles by those of which others
    are sums and multiples.
    """
    return on_circle(rewrite(statement, _in_exponentials))


def _in_exponentials(expression: Expression) -> Expression:
    hyperbolic = expression.atoms(*HYPERBOLIC)
    return (
        expression.xreplace({function: function.rewrite(sympy.exp) for function in hyperbolic})
        if hyperbolic
        else expression
    )
