"""Hyperbolic functions by exponentials, angles by those of which others are sums."""

from __future__ import annotations

from probatum.calculus.identity import without_hyperbolic
from probatum.lowering.circle import on_circle
from probatum.lowering.theorem import Theorem
from probatum.proposition.parts import rewrite
from probatum.shapes import Statement

EXPONENTIALS = Theorem(
    "Hyperbolic functions are quotients of exponentials", "DLMF, section 4.28", exact=True
)


def in_exponentials(statement: Statement) -> Statement:
    """The statement with hyperbolic functions in exponentials, and angles by those of which others
    are sums and multiples.
    """
    return on_circle(rewrite(statement, without_hyperbolic))
