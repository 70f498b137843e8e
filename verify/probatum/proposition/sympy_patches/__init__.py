"""What SymPy says of numbers, mended where it is wrong, one file for each mistake; and where it is
needlessly slow.
"""

from __future__ import annotations

from functools import cache

from probatum.proposition.sympy_patches import (
    absolute_values,
    arcs,
    binomial_signs,
    constant_cases,
    dense_polynomials,
    digits,
    divisibility,
    empty_products,
    exponentials,
    fact_order,
    functions_of_arcs,
    imaginary_powers,
    long_fractions,
    parts_at_hand,
    rational_powers,
    real_parts,
    remainders,
    roots,
    rounding,
    undecided_sums,
    vanishing_integrals,
)

PATCHES = (
    absolute_values,
    arcs,
    binomial_signs,
    constant_cases,
    dense_polynomials,
    digits,
    divisibility,
    empty_products,
    exponentials,
    fact_order,
    functions_of_arcs,
    imaginary_powers,
    long_fractions,
    rational_powers,
    real_parts,
    remainders,
    roots,
    rounding,
    undecided_sums,
    vanishing_integrals,
)


@cache
def apply() -> None:
    """Have SymPy ask all of them from now on in this process; a second call changes nothing."""
    for patch in PATCHES:
        patch.correct()
    parts_at_hand.quicken()
