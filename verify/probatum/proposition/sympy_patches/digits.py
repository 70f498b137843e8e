"""Has SymPy know the digits of numbers such as acosh(1 + 10**-20), atanh(1 - 10**-20) or
log gamma (1 + 10**-20): it rounds the argument first, and then takes the first for zero.
"""

from __future__ import annotations

from typing import Any

import flint
import sympy
from mpmath.libmp import (  # type: ignore[import-untyped]  # it has none
    from_man_exp,
    fzero,
    round_nearest,
)
from sympy.core import evalf

from probatum.proposition.numbers.enclosure import FUNCTIONS, enclose
from probatum.type_names import Expression

PRECISIONS = (64, 256, 1024, 4096, 16384)  # bits
NO_DIGIT = 1  # the precision by which SymPy says that it knows none


def _by_arb(number: Expression, precision: int) -> Any:
    """The number to so many bits, without a digit where it is not told apart from zero;
    None for what is no real number, or not known.
    """
    for bits in PRECISIONS:
        with flint.ctx.workprec(bits + precision):
            ball = enclose(number, {})
            if ball.is_finite() and ball.rel_accuracy_bits() >= precision:
                mantissa, exponent = map(int, ball.mid().man_exp())
                digits = from_man_exp(mantissa, exponent, precision, round_nearest)
                return sympy.Float._new(digits, precision, zero=False)
    return sympy.Float._new(fzero, NO_DIGIT, zero=False) if ball.is_finite() else None


def correct() -> None:
    """Have SymPy evaluate functions so from now on; some it evaluates well itself."""
    for function in FUNCTIONS.keys() - _known_to_sympy():
        function._eval_evalf = _evaluating(function._eval_evalf)


def _known_to_sympy() -> set[type[Expression]]:
    if not evalf.evalf_table:
        evalf._create_evalf_table()
    return set(evalf.evalf_table)


def _evaluating(of_sympy: Any) -> Any:
    def evaluated(number: Expression, precision: int) -> Any:
        if number.free_symbols:
            return of_sympy(number, precision)
        found = _by_arb(number, precision)
        return of_sympy(number, precision) if found is None else found

    return evaluated
