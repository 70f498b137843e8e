"""Says whether an expression is an integer for all integer values of its variables."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from math import prod

import sympy

from probatum.shapes import Expression

MOST_VALUES = 2_000
LARGEST = 60  # operations


@lru_cache(maxsize=1024)
def is_whole(expression: Expression) -> bool:
    """Whether SymPy knows it, or the expression is a polynomial with integers for values.

    A polynomial of degree d in one variable, and so on for several,
    takes integers for values at all integers if and only if it does at 0, 1, ..., d:
    its forward differences there are the coefficients of binomial ones (Pólya, 1915).
    """
    if expression.is_integer:
        return True
    symbols = sorted(expression.free_symbols, key=sympy.default_sort_key)
    if (
        not symbols
        or not all(symbol.is_integer for symbol in symbols)
        or expression.count_ops() > LARGEST
    ):
        return False
    if not expression.is_polynomial(*symbols):
        return False
    polynomial = sympy.Poly(expression, *symbols)
    if not polynomial.domain.is_QQ and not polynomial.domain.is_ZZ:
        return False
    degrees = [polynomial.degree(symbol) for symbol in symbols]
    if prod(degree + 1 for degree in degrees) > MOST_VALUES:
        return False
    return all(
        polynomial(*point).is_Integer
        for point in product(*(range(degree + 1) for degree in degrees))
    )
