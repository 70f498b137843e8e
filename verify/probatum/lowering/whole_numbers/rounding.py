"""A printed decimal as the inequality that it states."""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import Rounded
from probatum.type_names import Condition

HALF_A_UNIT = Theorem(
    "A rounded number is at most half a unit of its last digit away",
    "ISO 80000-1:2009, annex B",
    exact=True,
)


def rounding(rounded: Rounded) -> Condition:
    """The inequality that `Rounded` states: at most half a unit of the last printed digit away."""
    distance = sympy.Abs(rounded.expression - rounded.digits.value)
    return sympy.LessThan(distance, rounded.digits.unit / 2, evaluate=False)
