"""Corrects what SymPy makes of absolute values.

Of what may be no real number it names a real part by an angle: |exp(sqrt(x))| holds atan2(0, x),
which has no value at x = 0.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Authored, Expression

ANGLES = (sympy.re, sympy.im, sympy.arg, sympy.atan2)
_of_sympy = sympy.Abs.eval.__func__


def absolute(kind: Authored, number: Expression) -> Expression | None:
    """What SymPy says, unless that brings in an angle."""
    found = _of_sympy(kind, number)
    return None if found is not None and found.has(*ANGLES) and not number.has(*ANGLES) else found


def correct() -> None:
    """Have SymPy ask `absolute` from now on."""
    sympy.Abs.eval = classmethod(absolute)
