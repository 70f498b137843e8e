"""A printed decimal as the inequality that it states."""

from __future__ import annotations

from typing import Any

import sympy

from probatum.proposition.kinds import Rounded


def rounding(rounded: Rounded) -> Any:
    """The inequality that `Rounded` states: at most half a unit of the last printed digit away."""
    distance = sympy.Abs(rounded.expression - rounded.digits.value)
    return sympy.LessThan(distance, rounded.digits.unit / 2, evaluate=False)
