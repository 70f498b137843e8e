"""Has SymPy round long fractions soon: it takes the zeros at the end of 10**1000000 away by eights,
and each time makes the number anew.
"""

from __future__ import annotations

from typing import Any

import sympy
from mpmath.libmp import (  # type: ignore[import-untyped]  # it has none
    from_man_exp,
    from_rational,
    mpf_div,
    round_down,
    round_nearest,
)
from sympy.core import evalf

from probatum.type_names import Number

LONG = 10_000  # bits


def rounded(p: int, q: int, precision: int, rounding: str = round_down) -> Any:
    """The fraction p/q to so many bits, as mpmath writes numbers."""
    p, q = int(p), int(q)
    if max(p.bit_length(), q.bit_length()) < LONG:
        return from_rational(p, q, precision, rounding)
    return mpf_div(_odd_times_power(p), _odd_times_power(q), precision, rounding)


def _odd_times_power(number: int) -> Any:
    zeros = (number & -number).bit_length() - 1
    return from_man_exp(number >> zeros, zeros)


def to_nearest(number: Number, precision: int) -> Any:
    """A rational number to so many bits."""
    return rounded(number.p, number.q, precision, round_nearest)


def correct() -> None:
    """Have SymPy ask these from now on; integers it rounds first."""
    sympy.Rational._as_mpf_val = to_nearest
    evalf.from_rational = rounded
