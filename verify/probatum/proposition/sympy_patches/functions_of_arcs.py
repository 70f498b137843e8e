"""Has SymPy leave functions of arcs whose reciprocal it takes: sin(acot(x)), which is 1 at x = 0,
becomes a quotient by x, and cosh(acoth(x)), which has a value for x < -1, one of roots of x - 1.
"""

from __future__ import annotations

from typing import Any

import sympy

from probatum.type_names import Authored, Expression

RECIPROCAL = (
    sympy.acot, sympy.asec, sympy.acsc,
    sympy.acoth, sympy.asech, sympy.acsch,
)  # fmt: skip
FUNCTIONS = (
    sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc,
    sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch,
)  # fmt: skip
_of_sympy = {function: function.eval.__func__ for function in FUNCTIONS}


def _made(of_sympy: Any) -> Any:
    def made(kind: Authored, angle: Authored) -> Expression | None:
        """What SymPy makes of a function; of an arc, only what it is the arc of."""
        found: Expression | None = of_sympy(kind, angle)
        of_an_arc = isinstance(angle, RECIPROCAL) and not angle.is_number
        return None if of_an_arc and found not in angle.args else found

    return made


def correct() -> None:
    """Have SymPy do so from now on."""
    for function, of_sympy in _of_sympy.items():
        function.eval = classmethod(_made(of_sympy))
