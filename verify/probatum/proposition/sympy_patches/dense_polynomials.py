"""Has SymPy refuse a polynomial with more coefficients than it can work with: of x^(10^9) + 1 it
would write down all that are zero.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any, TypeAlias

from sympy.polys import polyclasses, rings
from sympy.polys.polyerrors import PolynomialError

LONGEST = 100_000  # coefficients
Powers: TypeAlias = tuple[int, ...]

_of_sympy = polyclasses.dmp_from_dict


def written_out(terms: dict[Powers, Any], others: int, domain: Any) -> Any:
    """The nested lists of coefficients, by the powers of the first generator and of `others`.

    Raises SymPy's PolynomialError, after which it takes another way or none.
    """
    if length(sorted(terms)) > LONGEST:
        raise PolynomialError(f"got a polynomial of more than {LONGEST} coefficients")
    return _of_sympy(terms, others, domain)


def length(powers: list[Powers]) -> int:
    """How many entries the nested lists have together, for the powers of all terms in order."""
    if not powers or not powers[0]:
        return 0
    inner = (list(group) for _, group in groupby(powers, key=lambda each: each[0]))
    return powers[-1][0] + 1 + sum(length([each[1:] for each in group]) for group in inner)


def correct() -> None:
    """Have SymPy ask `written_out` from now on."""
    polyclasses.dmp_from_dict = rings.dmp_from_dict = written_out
