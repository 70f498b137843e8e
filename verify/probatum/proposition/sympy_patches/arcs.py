"""Corrects what SymPy says of arcs of rational numbers.

Up to 1.14 none of them is rational, so that asin(n), acos(n) and atan(n) are never zero for an
integer n; asin(0), acos(1) and atan(0) are.
"""

from __future__ import annotations

import sympy

from probatum.type_names import Expression

ZEROS = ((sympy.asin, 0), (sympy.acos, 1), (sympy.atan, 0))  # where the arc is zero
_of_sympy = {function: function._eval_is_rational for function, _ in ZEROS}
_zeros = dict(ZEROS)


def is_rational(arc: Expression) -> bool | None:
    """What SymPy says, where the arc is known not to be zero."""
    found: bool | None = _of_sympy[arc.func](arc)
    if found is not False:
        return found
    return False if (arc.args[0] - _zeros[arc.func]).is_zero is False else None


def correct() -> None:
    """Have SymPy ask `is_rational` from now on."""
    for function, _ in ZEROS:
        function._eval_is_rational = is_rational
        function._prop_handler["rational"] = is_rational
