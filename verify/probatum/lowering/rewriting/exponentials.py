"""Hyperbolic functions by exponentials, remainders by the integers below, angles by those of which
others are sums.
"""

from __future__ import annotations

from probatum.calculus.forms.identity import without_hyperbolic
from probatum.lowering.rewriting.circle import on_circle
from probatum.lowering.rewriting.floors import by_floors
from probatum.lowering.theorem import Theorem
from probatum.proposition.parts import rewrite
from probatum.type_names import Statement

EXPONENTIALS = Theorem(
    "Hyperbolic functions are quotients of exponentials", "DLMF, section 4.28", exact=True
)


def in_exponentials(statement: Statement) -> Statement:
    """The statement with hyperbolic functions in exponentials, fractional parts and remainders by a
    divisor that varies by the integers below, floors in floors by one, and angles by those of which
    others are sums and multiples.
    """
    return on_circle(rewrite(statement, lambda part: by_floors(without_hyperbolic(part))))
