"""Corrects what SymPy makes of roots of products.

Up to 1.14 it takes out factors that are never negative: sqrt(x^2 (x - 1)) becomes |x| sqrt(x - 1),
which has no value at x = 0, where the root is 0.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Authored, Expression

_of_sympy = sympy.Pow._eval_expand_power_base


def expanded(power: Expression, **hints: Authored) -> Expression:
    """What SymPy takes out, but for factors that may be zero beside what may be negative."""
    base, exponent = power.args
    rooted = exponent.is_Rational and not exponent.is_Integer and exponent.is_positive
    if not (rooted and base.is_Mul) or hints.get("force"):
        return _of_sympy(power, **hints)
    positive = [factor for factor in base.args if factor.is_positive]
    others = [factor for factor in base.args if not factor.is_positive]
    rest = sympy.Mul(*(factor for factor in others if not factor.is_nonnegative))
    if rest.is_nonnegative or not any(factor.is_nonnegative for factor in others):
        return _of_sympy(power, **hints)
    within = sympy.Pow(sympy.Mul(*others), exponent, evaluate=False)
    return sympy.Mul(*positive) ** exponent * within


def correct() -> None:
    """Have SymPy ask `expanded` from now on."""
    sympy.Pow._eval_expand_power_base = expanded
