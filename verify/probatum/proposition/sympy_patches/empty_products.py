"""Corrects what SymPy says of products that may have no factors, which are 1.

Up to 1.14 one of zeros is zero, and one without factors at most zero: the product of 0 for k from 1
to n it takes for 0 at n = 0.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

_of_sympy = sympy.Product._eval_is_zero


def is_zero(product: Expression) -> bool | None:
    """What SymPy says, but that it is zero only where there are factors."""
    found: bool | None = _of_sympy(product)
    return None if found and product.has_reversed_limits is not False else found


def is_nonpositive(product: Expression) -> bool | None:
    """Not one without factors."""
    return False if product.has_empty_sequence else None


def correct() -> None:
    """Have SymPy ask these from now on."""
    for fact, told in (("zero", is_zero), ("extended_nonpositive", is_nonpositive)):
        setattr(sympy.Product, f"_eval_is_{fact}", told)
        sympy.Product._prop_handler[fact] = told
