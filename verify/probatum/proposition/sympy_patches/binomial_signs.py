"""Corrects what SymPy says of the sign of a binomial coefficient.

Up to 1.14 one of an integer n over an odd k is negative, whatever the sign of n:
Abs(binomial(n, 3)) becomes -binomial(n, 3), and Max(0, binomial(n, 3)) is 0.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

_of_sympy = sympy.binomial._eval_is_nonnegative


def is_nonnegative(coefficient: Expression) -> bool | None:
    """What SymPy says, but that it is negative only of a negative n over a positive k."""
    found: bool | None = _of_sympy(coefficient)
    upper, lower = coefficient.args
    known = upper.is_negative and lower.is_positive
    return None if found is False and not known else found


def correct() -> None:
    """Have SymPy ask `is_nonnegative` from now on."""
    sympy.binomial._eval_is_nonnegative = is_nonnegative
    sympy.binomial._prop_handler["nonnegative"] = is_nonnegative
