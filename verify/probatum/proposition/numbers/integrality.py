"""Says whether, or where, an expression is an integer for integer values of its variables."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from math import prod

import sympy

from probatum.type_names import Condition, Expression

MOST_VALUES = 2_000
LARGEST = 60  # operations
COUNTS = (sympy.factorial, sympy.binomial, sympy.fibonacci)  # of integers
ROUNDED = (sympy.floor, sympy.ceiling)


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


def whole_where(expression: Expression) -> Condition:
    """Where an expression is an integer; nowhere as far as is known where a variable is real."""
    if not isinstance(expression, sympy.Expr):  # such as a case of a Piecewise
        return sympy.false
    if is_whole_where_defined(expression):
        return sympy.true
    if not all(symbol.is_integer for symbol in expression.free_symbols):
        return sympy.false
    inside = [whole_where(part) for part in expression.args]
    exactly = sympy.Eq(sympy.Mod(expression, 1, evaluate=False), 0, evaluate=False)
    if sympy.false in inside or not _are_plain(inside):
        return exactly
    enough, several = sympy.And(*inside), sum(part != sympy.true for part in inside)
    match expression:
        case sympy.Add() if several > 1:  # 2^n + 2^m is an integer where both are 1/2
            return sympy.Or(enough, exactly)
        case sympy.Mul() if several:
            return sympy.Or(enough, exactly)
        case sympy.Add() | sympy.Mul():
            return enough
        case sympy.Pow(base=base, exp=exponent):
            up = sympy.And(enough, sympy.Ge(exponent, 0))
            ones = sympy.Eq(base, 1), sympy.Eq(base, -1)
            return sympy.Or(up, exactly) if several else sympy.Or(up, *ones)
        case sympy.factorial():
            return sympy.And(enough, sympy.Ge(expression.args[0], 0))
    return exactly


def _are_plain(conditions: list[Condition]) -> bool:
    """Whether each part must be an integer for the whole to be one: no remainder is asked about."""
    return not any(condition.has(sympy.Mod) for condition in conditions)


def is_whole_where_defined(expression: Expression) -> bool:
    """Whether the expression is an integer wherever it has a value, as 2 m! and floor(1/x) are."""
    counts = [
        each
        for each in expression.atoms(*COUNTS, *ROUNDED)
        if isinstance(each, ROUNDED) or all(part.is_integer for part in each.args)
    ]
    return is_whole(expression.xreplace({each: sympy.Dummy(integer=True) for each in counts}))
