"""Harmonic numbers by logarithms: between neighbours among the partial sums of their asymptotic
series.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.between_integrals import Bound, is_from, with_bounds
from probatum.lowering.theorem import Theorem
from probatum.type_names import Condition, Expression, Statement

EULER = Theorem("Harmonic numbers and Euler's constant", "DLMF, section 5.11(ii)", exact=False)


def by_logarithms(statement: Statement) -> Statement:
    """The statement with bounds in place of harmonic numbers, from which it follows."""
    return with_bounds(statement, _bounds)


def _bounds(total: Expression, side: int, given: Condition) -> Iterator[Bound]:
    """H(u) - log u - gamma is above 1/(2 u) - 1/(12 u^2), and below that and 1/(120 u^4)."""
    ((index, low, high),) = total.limits
    if total.function == 1 / index and low == 1 and is_from(high, 1, given):
        factor, rest = high.as_coeff_Mul()
        first = sympy.log(factor) + sympy.log(rest) + sympy.EulerGamma
        near = first + 1 / (2 * high) - 1 / (12 * high**2)
        yield Bound(near + 1 / (120 * high**4) if side == 1 else near, apart=True)
