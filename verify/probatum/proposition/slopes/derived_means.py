"""Means and sums of what is random, or has an index, that have derivatives by a parameter: of
products of smooth functions of it and of what is random by itself, they are sums of such.
"""

from __future__ import annotations

import sympy

from probatum.proposition.slopes.smoothness import is_smooth
from probatum.type_names import Expression, Symbol


def is_mean(expression: Expression) -> bool:
    """Whether it is a mean, a variance or a sum over what has an index."""
    return bool(getattr(expression, "averages", False))


def is_smooth_mean(mean: Expression, variable: Symbol) -> bool:
    """Whether a mean is known to have all derivatives by a variable."""
    apart = all(_is_apart(part, variable) for part in mean.args)
    return apart and not hangs_on(mean, variable)


def hangs_on(mean: Expression, variable: Symbol) -> bool:
    """Whether what is known of the distribution of something random speaks of a variable."""
    others = (name for name in mean.atoms(sympy.Symbol) if name != variable)
    return any(variable in name.free_symbols for name in others)


def _is_apart(inside: Expression, variable: Symbol) -> bool:
    """Whether the variable stands in smooth factors in which nothing is random."""
    factors = (
        factor
        for term in sympy.Add.make_args(sympy.expand(inside))
        for factor in sympy.Mul.make_args(term)
        if factor.has(variable)
    )
    return all(is_smooth(factor, variable) and _is_of_numbers(factor) for factor in factors)


def _is_of_numbers(factor: Expression) -> bool:
    return all(type(name) in (sympy.Symbol, sympy.Dummy) for name in factor.free_symbols)
