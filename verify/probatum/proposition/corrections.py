"""What SymPy says of numbers, corrected where it is wrong, from the first proposition on."""

from __future__ import annotations

from probatum.proposition import (
    absolute_values,
    constant_cases,
    digits,
    divisibility,
    remainders,
    roots,
    rounding,
)

for corrected in (
    absolute_values,
    constant_cases,
    digits,
    divisibility,
    remainders,
    roots,
    rounding,
):
    corrected.correct()
