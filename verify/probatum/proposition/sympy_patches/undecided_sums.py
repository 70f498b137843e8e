"""Has SymPy know no digits of a sum one of whose terms has no value, nor of an integral over a
pole or of what stands as written, and leave what it knows no digits of among what it takes the
largest of: whether it has a value is for deciders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core import evalf
from sympy.functions.elementary.miscellaneous import MinMaxBase

from probatum.proposition.written import is_written
from probatum.type_names import Expression

_of_sympy = evalf.evalf_sum
_of_integral = evalf.evalf_integral
_comparable = MinMaxBase._new_args_filter.__func__


def digits(sum_: Expression, precision: int, options: dict[str, Any]) -> Any:
    """The digits of a sum, as SymPy gives them; by NotImplementedError it is told that there are
    none.
    """
    try:
        return _of_sympy(sum_, precision, options)
    except (TypeError, ValueError) as error:  # the latter where a series diverges
        raise NotImplementedError from error


def digits_of_integral(integral: Expression, precision: int, options: dict[str, Any]) -> Any:
    """The digits of an integral, as SymPy gives them; none where it meets a pole, and of what
    stands as written, which it would evaluate anew at each point.
    """
    if is_written(integral):
        raise NotImplementedError
    try:
        return _of_integral(integral, precision, options)
    except TypeError as error:
        raise NotImplementedError from error


def compared(kind: type[Expression], operands: Iterable[Expression]) -> Iterator[Expression]:
    """What a maximum or minimum is taken of."""
    for operand in operands:
        left = isinstance(operand, sympy.Expr) and operand.has(ExprWithLimits, sympy.Limit)
        yield from [operand] if left and not operand.is_comparable else _comparable(kind, [operand])


def correct() -> None:
    """Have SymPy ask these from now on."""
    if not evalf.evalf_table:
        evalf._create_evalf_table()
    evalf.evalf_table[sympy.Sum] = digits
    evalf.evalf_table[sympy.Integral] = digits_of_integral
    MinMaxBase._new_args_filter = classmethod(compared)
