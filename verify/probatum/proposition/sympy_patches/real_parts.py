"""Corrects what SymPy makes of the parts of a complex number.

Of a root it names them by an angle: re(sqrt(x)) holds atan2(0, x), which has no value at x = 0.
"""

from __future__ import annotations

from typing import Any

import sympy

from probatum.proposition.sympy_patches.absolute_values import ANGLES
from probatum.type_names import Authored, Expression

ANGLED = tuple(each for each in ANGLES if each not in (sympy.re, sympy.im))
_of_sympy = {part: part.eval.__func__ for part in (sympy.re, sympy.im)}


def _part(of_sympy: Any) -> Any:
    def part(kind: Authored, number: Authored) -> Expression | None:
        """What SymPy says, unless that brings in an angle."""
        found: Expression | None = of_sympy(kind, number)
        angled = found is not None and found.has(*ANGLED)
        return None if angled and not sympy.sympify(number).has(*ANGLED) else found

    return part


def correct() -> None:
    """Have SymPy say so from now on."""
    for part, of_sympy in _of_sympy.items():
        part.eval = classmethod(_part(of_sympy))
