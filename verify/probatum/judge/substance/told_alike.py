"""Writes in one way what may be written in several: remainders and rounding by floors, lengths of
multiples of a vector, and what an equation makes equal.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.proposition.subjects.products import Norm, without_squared_norms
from probatum.type_names import Condition, Expression


def told_alike(expression: Expression) -> Expression:
    """The expression multiplied out, with p - q floor(p/q) for p mod q, floors for all rounding,
    |c| |v| for |c v|, and inner products for squared lengths.
    """
    rounded = expression.replace(sympy.frac, lambda inner: inner - sympy.floor(inner))
    rounded = rounded.replace(sympy.ceiling, lambda inner: -sympy.floor(-inner))
    rounded = rounded.replace(sympy.Mod, lambda value, by: value - by * sympy.floor(value / by))
    return without_squared_norms(sympy.expand(rounded.replace(Norm, _length)))


def _length(vector: Expression) -> Expression:
    factor, core = sympy.expand(vector).as_content_primitive()
    turned = -core if core.could_extract_minus_sign() else core
    return sympy.Abs(factor) * Norm(turned)


def put_in(condition: Condition, then: Condition) -> Iterator[tuple[Condition, Condition]]:
    """What is left of a condition where one of its equations is used up, and the conclusion, with
    what that equation says of a variable put in: z < 1 and z < 1 of x = z and z < 1, so x < 1.
    """
    parts = sympy.And.make_args(condition)
    for part in parts:
        for name, value in _told(part):
            rest = [other.xreplace({name: value}) for other in parts if other is not part]
            put = then.xreplace({name: value})
            if rest and name in then.free_symbols and put.free_symbols:
                yield sympy.And(*rest), put


def _told(part: Condition) -> Iterator[tuple[Expression, Expression]]:
    """What an equation says of a variable that is one of its sides, by others."""
    if isinstance(part, sympy.Equality):
        for name, value in (part.args, part.args[::-1]):
            if name.is_Symbol and value.free_symbols and name not in value.free_symbols:
                yield name, value
