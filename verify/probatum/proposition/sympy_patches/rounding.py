"""Has SymPy round numbers by enclosure: of erf(30), tanh(200) and zeta(1000) it takes the nearest
integer for the number itself.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import flint
from mpmath.libmp import from_int  # type: ignore[import-untyped]  # it has none
from sympy.core import evalf
from sympy.functions.elementary import integers

from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.sympy_patches.digits import PRECISIONS
from probatum.proposition.written import evaluated
from probatum.type_names import Ball, Expression

_of_sympy = evalf.get_integer_part
UP = 1
DIGITS, CLOSE = 30, 1e-9
NOTHING = (None, None, None, None)  # how SymPy writes 0


def integer_part(
    number: Expression, direction: int, options: dict[str, Any], return_ints: bool = False
) -> Any:
    """The next integer upward or downward, in SymPy's form; raises its PrecisionExhausted where
    that is not known.
    """
    varies = options.get("subs") or number.free_symbols
    number = evaluated(number)
    found = None if varies else _enclosed(number, direction)
    if found is None:
        if not varies and _seems_whole(number):
            raise evalf.PrecisionExhausted
        return _of_sympy(number, direction, options, return_ints=return_ints)
    if return_ints:
        return found, 0
    return (from_int(found), None, evalf.INF, None) if found else NOTHING


def _enclosed(number: Expression, direction: int) -> int | None:
    """None of what is no real number, or cannot be enclosed."""
    for bits in PRECISIONS:
        with flint.ctx.workprec(bits):
            ball = enclose(number, {})
            found = (ball.ceil() if direction == UP else ball.floor()).unique_fmpz()
            if found is not None:
                return int(found)
    return _if_whole(number, ball) if ball.is_finite() else None


def _seems_whole(number: Expression) -> bool:
    """Whether floating point puts a number that cannot be enclosed next to an integer."""
    real, imaginary = number.evalf(DIGITS).as_real_imag()
    near = real.is_Float and abs(real - round(real)) < CLOSE
    return bool(near and imaginary == 0 and not number.is_algebraic)


def _if_whole(number: Expression, ball: Ball) -> int:
    """The integer that the number is, where no precision tells it from one."""
    middle = ball.mid().fmpq()
    near = round(Fraction(int(middle.p), int(middle.q)))
    if (number - near).equals(0):
        return near
    raise evalf.PrecisionExhausted


def correct() -> None:
    """Have SymPy round so from now on."""
    evalf.get_integer_part = integers.get_integer_part = integer_part
