"""Whether what the algebra system has made of an operation still shows it."""

from __future__ import annotations

from collections import Counter

import sympy

from probatum.type_names import Expression


def stands(name: str, left: Expression, right: Expression, result: Expression) -> bool:
    """Whether the result still shows the operation with both operands."""
    if name in "+-":
        right = -right if name == "-" else right
        return left == 0 or right == 0 or _is_made_of(sympy.Add, result, left, right)
    if name in "*/":
        if name == "/" and (right.is_infinite or _divides(right)):
            return False
        right = 1 / right if name == "/" else right
        plain = left == 1 or (right == 1 and not left.is_Add)
        return plain or _is_made_of(sympy.Mul, result, left, right)
    return bool(
        right == 1
        or (result.is_Pow and result.args == (left, right))
        or result == sympy.exp(right, evaluate=False)
    )


def _is_made_of(
    kind: type[Expression], result: Expression, left: Expression, right: Expression
) -> bool:
    """Whether the terms or factors are those of both operands, and no others."""
    both = [*kind.make_args(left), *kind.make_args(right)]
    parts = kind.make_args(result)
    return len(parts) == len(both) and Counter(parts) == Counter(both)


def _divides(expression: Expression) -> bool:
    """Whether it holds a division that one over it would not hold any more."""
    return any(
        factor.is_Pow and factor.free_symbols and factor.exp.could_extract_minus_sign()
        for factor in sympy.Mul.make_args(expression)
    )
