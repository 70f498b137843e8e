"""Between which numbers an expression lies wherever it has a value, by the ranges of waves and
digits in it.
"""

from __future__ import annotations

from typing import Any

import flint
import sympy
from flint import arb

from probatum.calculus.asymptotics.leading_terms import T
from probatum.proposition.numbers.enclosure import enclose
from probatum.type_names import Ball, Expression

PRECISION = 64  # bits
BALLS: dict[Any, tuple[float, float]] = {  # middle and radius of what contains all values
    sympy.sin: (0, 1), sympy.cos: (0, 1), sympy.tanh: (0, 1), sympy.sign: (0, 1),
    sympy.erf: (0, 1), sympy.atan: (0, 2), sympy.frac: (0.5, 0.5),
}  # fmt: skip
BOUNDED = tuple(BALLS)


def range_of(expression: Expression) -> Ball | None:
    """A ball that contains all values for any distance T; None where a part has no bounds, or
    other symbols are in it.
    """
    waves: dict[Expression, Expression] = {}

    def put(part: Expression) -> Expression:
        if isinstance(part, BOUNDED) and part.has(T):
            return waves.setdefault(part, sympy.Dummy(real=True))
        return part.func(*map(put, part.args)) if part.args and part.has(T) else part

    still = put(expression)
    if still.free_symbols - set(waves.values()):
        return None
    with flint.ctx.workprec(PRECISION):
        balls = {symbol: arb(*BALLS[wave.func]) for wave, symbol in waves.items()}
        found = enclose(still, balls)
    return found if found.is_finite() else None
