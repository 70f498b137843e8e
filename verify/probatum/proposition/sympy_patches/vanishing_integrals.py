"""Corrects what SymPy says of integrals of what is nowhere zero.

Up to 1.14 these are not zero either, also where the integrand jumps from one sign to the other:
that of 2 floor(x) + 1 from -1 to 1 is 0.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

_of_sympy = sympy.Integral._eval_is_zero


def is_zero(integral: Expression) -> bool | None:
    """What SymPy says, but that it is not zero only of what has one sign, over one range."""
    found: bool | None = _of_sympy(integral)
    inside = integral.function
    one_sign = inside.is_positive or inside.is_negative
    return None if found is False and not (one_sign and len(integral.limits) == 1) else found


def correct() -> None:
    """Have SymPy ask `is_zero` from now on."""
    sympy.Integral._eval_is_zero = is_zero
    sympy.Integral._prop_handler["zero"] = is_zero
