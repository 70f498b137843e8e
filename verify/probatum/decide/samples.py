"""Points at which a proposal is tried before a solver is asked."""

from __future__ import annotations

import sympy

POINTS = tuple(
    tuple(map(sympy.Rational, text.split()))
    for text in ("1", "1/3 2", "3 1/7 5", "1/9 4 1/2", "7 1/100", "1/50 1/60")
)
