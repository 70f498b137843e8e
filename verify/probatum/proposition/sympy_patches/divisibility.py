"""Corrects what SymPy says of quotients of integers.

Up to 1.14 it takes an even number for divisible by 6 and 10, and for divisible by no odd number
(sympy/sympy 28442), so that it knows 2! to be a multiple of 6, 14 to be none of 7, and evaluates
remainders and roundings accordingly.
"""

from __future__ import annotations

import math

import sympy

from probatum.type_names import Expression

_of_sympy = sympy.Mul._eval_is_integer


def is_integer(product: Expression) -> bool | None:
    """What SymPy says, where it is more than the parity of numerator and denominator tells."""
    found: bool | None = _of_sympy(product)
    if found is None:
        return None
    numbers = [factor for factor in product.args if factor.is_Rational]
    divisor = math.prod(number.q for number in numbers)
    if found:
        return None if divisor & (divisor - 1) else True  # a power of two it knows well
    whole = [factor for factor in product.args if factor.is_integer]
    even = any(number.p % 2 == 0 for number in numbers) or any(factor.is_even for factor in whole)
    quotient = all(factor.is_rational for factor in product.args)
    return None if quotient and even and divisor % 2 else False


def correct() -> None:
    """Have SymPy ask `is_integer` from now on."""
    sympy.Mul._eval_is_integer = is_integer
    sympy.Mul._prop_handler["integer"] = is_integer
