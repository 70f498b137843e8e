"""What SymPy says of numbers, corrected where it is wrong, from the first proposition on."""

from __future__ import annotations

from probatum.proposition import (
    constant_cases,
    digits,
    divisibility,
    remainders,
    roots,
    rounding,
)

for corrected in (constant_cases, digits, divisibility, remainders, roots, rounding):
    corrected.correct()
