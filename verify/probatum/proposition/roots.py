"""Roots of products, out of which the algebra system takes factors that may be zero."""

from __future__ import annotations

import sympy

from probatum.shapes import Condition, Expression, Values


def power_of(base: Expression, exponent: Expression) -> Expression:
    """The power as the algebra system writes it. Of a product under a root it takes out factors
    that are never negative: where one of them is zero, the root is zero whatever the sign of
    the rest, so that this case is told apart.
    """
    result = base**exponent
    if not (_is_root(exponent) and exponent.is_positive and base.is_Mul):
        return result
    if result.is_Pow and result.base == base:
        return result
    taken_out = [each for each in base.args if each.is_nonnegative and not each.is_positive]
    rest = sympy.Mul(*(each for each in base.args if each not in taken_out))
    if not taken_out or rest.is_nonnegative:
        return result
    vanishing = sympy.Or(*map(_vanishes, taken_out))
    elsewhere = [] if rest.is_negative else [(result, True)]
    return sympy.Piecewise((0, vanishing), *elsewhere)


def put_under_roots(expression: Expression, values: Values) -> Expression:
    """The expression with other ones in place of symbols, all at once."""
    if expression in values:
        return values[expression]
    if not (expression.is_Pow or expression.has(sympy.Pow)) or hasattr(expression, "operation"):
        return expression.xreplace(values)
    if not (expression.free_symbols & set(values)):
        return expression
    parts = [put_under_roots(part, values) for part in expression.args]
    rooted = expression.is_Pow and not isinstance(expression, sympy.exp)
    return power_of(*parts) if rooted else expression.func(*parts)


def has_roots(expression: Expression) -> bool:
    """Whether it holds a root of something that varies."""
    return bool(roots(expression))


def roots(expression: Expression) -> set[Expression]:
    """What varies under its roots."""
    powers = expression.atoms(sympy.Pow)
    return {power.base for power in powers if _is_root(power.exp) and power.base.free_symbols}


def _is_root(exponent: Expression) -> bool:
    return bool(exponent.is_Rational and not exponent.is_Integer)


def _vanishes(factor: Expression) -> Condition:
    bare = factor.base if factor.is_Pow and factor.exp.is_positive else factor
    return sympy.Eq(bare.args[0] if isinstance(bare, sympy.Abs) else bare, 0)
