"""Fractional parts and remainders by the integers below, and these by as few floors as do.

Source: Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed. (1994), (3.8), (3.10) and (3.21).
"""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

ROUNDING = (sympy.floor, sympy.ceiling)


def by_floors(expression: Expression) -> Expression:
    """The expression without fractional parts, remainders by what varies, and floors in floors."""
    if not expression.atoms(sympy.frac, sympy.Mod, *ROUNDING):
        return expression
    below = (
        expression.replace(sympy.frac, lambda number: number - sympy.floor(number))
        .replace(_is_by_what_varies, _remainder)
        .replace(_is_of_floors, _remainder)
    )
    return below.replace(lambda part: isinstance(part, ROUNDING), _once)


def _remainder(part: Expression) -> Expression:
    number, divisor = part.args
    return number - divisor * sympy.floor(sympy.Mul(number, 1 / divisor))


def _is_by_what_varies(part: Expression) -> bool:
    """Whether it is a remainder of real numbers, of which the divisor is no given number."""
    if not isinstance(part, sympy.Mod) or part.args[1].is_Rational:
        return False
    return not all(number.is_integer for number in part.args)


def _is_of_floors(part: Expression) -> bool:
    """Whether it is a remainder of a floor by a positive integer."""
    return (
        isinstance(part, sympy.Mod)
        and part.args[1].is_Integer
        and part.args[1] > 0
        and bool(part.args[0].atoms(*ROUNDING))
    )


def _once(part: Expression) -> Expression:
    """Rounded once, where what is rounded twice is whole only at whole numbers."""
    inside = part.args[0]
    if part.func is sympy.floor and inside.is_Pow and inside.exp == sympy.Rational(1, 2):
        return sympy.floor(sympy.sqrt(inside.base.args[0])) if _rounds(inside.base, part) else part
    summands = sympy.Add.make_args(sympy.expand(inside))
    rounded = [(each, *each.as_coeff_Mul()) for each in summands]
    twice = [
        (whole, share, once)
        for whole, share, once in rounded
        if _rounds(once, part) and share.is_Rational and share.p == 1
    ]
    if len(twice) != 1:
        return part
    ((whole, share, once),) = twice
    rest = inside - whole
    return part.func(share * once.args[0] + rest) if (rest / share).is_integer else part


def _rounds(inside: Expression, part: Expression) -> bool:
    """Whether a number that is rounded is itself rounded in the same direction, of what is real."""
    return isinstance(inside, part.func) and not inside.args[0].is_integer
