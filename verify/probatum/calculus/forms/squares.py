"""Square roots of what is a square: absolute values, whose kinks are where these are zero."""

from __future__ import annotations

from collections.abc import Callable

import sympy
from sympy.polys.polyerrors import PolynomialError

from probatum.type_names import Expression

Square = tuple[int, Callable[[Expression], Expression]]  # how often, and the square of what
# 1 and a function with its sign, 1 and the square of one; a function less 1, a square less 1
ABOVE: dict[tuple[type, int], Square] = {
    (sympy.cos, 1): (2, lambda u: sympy.cos(u / 2)),
    (sympy.cos, -1): (2, lambda u: sympy.sin(u / 2)),
    (sympy.sin, 1): (2, lambda u: sympy.cos(u / 2 - sympy.pi / 4)),
    (sympy.sin, -1): (2, lambda u: sympy.cos(u / 2 + sympy.pi / 4)),
    (sympy.cosh, 1): (2, lambda u: sympy.cosh(u / 2)),
}
ABOVE_SQUARED: dict[tuple[type, int], Square] = {
    (sympy.cos, -1): (1, sympy.sin),
    (sympy.sin, -1): (1, sympy.cos),
    (sympy.sinh, 1): (1, sympy.cosh),
}
BELOW: dict[type, Square] = {sympy.cosh: (2, lambda u: sympy.sinh(u / 2))}
BELOW_SQUARED: dict[type, Square] = {sympy.cosh: (1, sympy.sinh)}


def without_roots_of_squares(expression: Expression) -> Expression:
    """The same real values, where roots of squares are written as absolute values."""
    return expression.replace(_is_root, _resolved)


def _is_root(part: Expression) -> bool:
    return bool(part.is_Pow and part.exp.is_Rational and part.exp.q == 2 and part.base.is_Add)


def _resolved(root: Expression) -> Expression:
    found = _square(root.base) or _square_of_polynomial(root.base)
    if found is None:
        return root
    factor, inside = found
    return factor**root.exp * sympy.Abs(inside) ** (2 * root.exp)


def _square(base: Expression) -> tuple[Expression, Expression] | None:
    """A positive number and what is squared, of a number and a sine or cosine, squared or not, that
    is as large.
    """
    number, rest = base.as_coeff_Add()
    size, function = rest.as_coeff_Mul()
    squared = function.is_Pow and function.exp == 2
    inner = function.base if squared else function
    if number == 0 or abs(number) != abs(size) or len(inner.args) != 1:
        return None
    if number > 0:
        above = ABOVE_SQUARED if squared else ABOVE
        found = above.get((inner.func, 1 if size > 0 else -1))
    else:
        below = BELOW_SQUARED if squared else BELOW
        found = below.get(inner.func) if size > 0 else None
    if found is None:
        return None
    times, square = found
    return times * abs(number), square(inner.args[0])


def _square_of_polynomial(base: Expression) -> tuple[Expression, Expression] | None:
    if len(base.free_symbols) != 1 or not base.is_polynomial():
        return None
    try:
        factor, factors = sympy.factor_list(base)
    except PolynomialError:
        return None
    if not factor > 0 or any(times % 2 for _, times in factors):
        return None
    return factor, sympy.prod(part ** (times // 2) for part, times in factors)
