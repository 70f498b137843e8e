"""Says where a power is a real number."""

from __future__ import annotations

import sympy

from probatum.proposition.numbers.integrality import whole_where
from probatum.type_names import Condition, Expression


def power_defined(base: Expression, exponent: Expression) -> Condition:
    """Where a power of defined numbers is a real number; zero to the power of zero is one for
    integers only.
    """
    if exponent.is_Integer:
        return sympy.Ne(base, 0) if exponent.is_negative else sympy.true
    if exponent.is_Rational:
        return sympy.Gt(base, 0) if exponent.is_negative else sympy.Ge(base, 0)
    of_an_integer = sympy.Or(sympy.Ne(base, 0), sympy.Ge(exponent, 0))
    where = whole_where(exponent)
    if where == sympy.true:
        return of_an_integer
    of_a_real = sympy.Or(sympy.Gt(base, 0), sympy.And(sympy.Eq(base, 0), sympy.Gt(exponent, 0)))
    return sympy.Or(of_a_real, sympy.And(where, of_an_integer))
