"""Corrects what SymPy says of remainders.

Up to 1.14, where number and divisor have a known quotient but not a known sign, the remainder is
that of a division towards zero: Mod(-n, 2*n) becomes -n, and is n for n = 1. In a product with
remainders it takes these twice, or leaves out the rest: Mod(2*Mod(n, 5), 7) becomes
Mod(2*Mod(n, 5)**2, 7), and Mod(3*Mod(n, 5), 5) becomes 3*Mod(n, 5). Of a sum of two integers as
divisor it asks for digits without an end.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Authored, Expression

SUMMED = (sympy.Sum, sympy.Product, sympy.Integral, sympy.Limit)
_of_sympy = sympy.Mod.eval.__func__


def remainder(kind: Authored, number: Expression, divisor: Expression) -> Expression | None:
    """What SymPy says, unless the quotient is a number and the divisor is none, or the number is a
    product with remainders, or something in them is to be added up.
    """
    quotient = number / divisor if divisor.free_symbols else sympy.nan
    if quotient.is_number and quotient.is_extended_real and quotient.is_finite:
        return number - divisor * sympy.floor(quotient)
    if number.is_number and divisor.is_number and (number.has(*SUMMED) or divisor.has(*SUMMED)):
        return None
    if number.is_Mul and any(isinstance(factor, kind) for factor in number.args):
        return _of_product(kind, number, divisor)
    return _of_sympy(kind, number, divisor)


def _of_product(kind: Authored, number: Expression, divisor: Expression) -> Expression | None:
    """Of integers, those that are remainders by this divisor have the same one without it."""
    factors = number.args
    whole = divisor.is_integer and all(factor.is_integer for factor in factors)
    plain = [
        factor.args[0] if isinstance(factor, kind) and factor.args[1] == divisor else factor
        for factor in factors
    ]
    same = plain == list(factors) or not all(factor.is_integer for factor in plain)
    return None if same or not whole else kind(sympy.Mul(*plain), divisor)


def correct() -> None:
    """Have SymPy ask `remainder` from now on."""
    sympy.Mod.eval = classmethod(remainder)
