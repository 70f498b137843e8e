"""Corrects what SymPy says of roots of negative numbers.

Up to 1.14 a power of a negative number is imaginary as soon as twice the exponent is an integer,
also where the exponent may be one: (-1)^(n (n + 1)/2) equals no real number.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

_of_sympy = sympy.Pow._eval_is_imaginary


def is_imaginary(power: Expression) -> bool | None:
    """What SymPy says, where the exponent of a real base is known to be an integer or none."""
    base, exponent = power.args
    unknown = exponent.is_rational and exponent.is_integer is None
    if base.is_extended_real and unknown and not base.is_positive:
        return None
    found: bool | None = _of_sympy(power)
    return found


def correct() -> None:
    """Have SymPy ask `is_imaginary` from now on."""
    sympy.Pow._eval_is_imaginary = is_imaginary
    sympy.Pow._prop_handler["imaginary"] = is_imaginary
