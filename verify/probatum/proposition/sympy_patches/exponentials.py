"""Has SymPy leave e^(k log a) as it stands where the power a^k has too many digits to be computed.

Up to 1.14 it computes the power as soon as the exponential is made.
"""

from __future__ import annotations

from typing import Any

import sympy

from probatum.proposition.numbers.digit_count import long_exponential
from probatum.type_names import Authored

_of_sympy = sympy.exp.eval


def made(function: type[sympy.exp], argument: Authored) -> Any:
    """What SymPy makes of an exponential; None where it is to stand."""
    return None if long_exponential(argument) else _of_sympy(argument)


def correct() -> None:
    """Have SymPy ask `made` from now on."""
    sympy.exp.eval = classmethod(made)
