"""Hyperbolic functions by exponentials, remainders by the integers below, angles by those of which
others are sums.
"""

from __future__ import annotations

import sympy

from probatum.calculus.identity import without_hyperbolic
from probatum.lowering.rewriting.circle import on_circle
from probatum.lowering.theorem import Theorem
from probatum.proposition.parts import rewrite
from probatum.type_names import Expression, Statement

EXPONENTIALS = Theorem(
    "Hyperbolic functions are quotients of exponentials", "DLMF, section 4.28", exact=True
)


def in_exponentials(statement: Statement) -> Statement:
    """The statement with hyperbolic functions in exponentials, fractional parts and remainders by a
    divisor that varies by the integers below, and angles by those of which others are sums and
    multiples.
    """
    return on_circle(rewrite(statement, lambda part: _by_floors(without_hyperbolic(part))))


def _by_floors(expression: Expression) -> Expression:
    """Source: Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed. (1994), (3.8) and (3.21)."""
    if not expression.atoms(sympy.frac, sympy.Mod):
        return expression
    return expression.replace(sympy.frac, lambda number: number - sympy.floor(number)).replace(
        _is_by_what_varies,
        lambda part: (
            part.args[0] - part.args[1] * sympy.floor(sympy.Mul(part.args[0], 1 / part.args[1]))
        ),
    )


def _is_by_what_varies(part: Expression) -> bool:
    """Whether it is a remainder of real numbers, of which the divisor is no given number."""
    if not isinstance(part, sympy.Mod) or part.args[1].is_Rational:
        return False
    return not all(number.is_integer for number in part.args)
