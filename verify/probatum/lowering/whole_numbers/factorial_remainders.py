"""Remainders of factorials by a fixed number: from some place on there is none."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy

from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.type_names import Expression, Symbol

RECURRENCE = Theorem(
    "A factorial is divisible by the factorials before it",
    "DLMF, equation 5.5.1",
    exact=True,
)
LARGEST_MODULUS = 10**6


def without_factorials(remainder: Expression) -> Iterator[Value]:
    """The remainder without the terms in which a factorial is a factor, wherever that factorial
    is divisible by the modulus.
    """
    dividend, modulus = remainder.args
    if not (modulus.is_Integer and 1 < modulus <= LARGEST_MODULUS):
        return
    factorials = {
        found: sympy.Dummy(integer=True)  # wherever it is defined
        for found in dividend.atoms(sympy.factorial)
        if found.args[0].is_integer
    }
    terms = sympy.Add.make_args(sympy.expand(dividend.xreplace(factorials)))
    divisible = {term: found for term in terms if (found := _factor(term, factorials))}
    if not divisible or not all(term.is_integer for term in terms):
        return
    rest = sympy.Add(*(term for term in terms if term not in divisible))
    back = {symbol: found for found, symbol in factorials.items()}
    first = _first_divisible(int(modulus))
    late = sympy.And(*(sympy.Ge(found.args[0], first) for found in divisible.values()))
    yield Value(sympy.Mod(rest.xreplace(back), modulus), RECURRENCE, (((), sympy.true, late),))


def _first_divisible(modulus: int) -> int:
    """The smallest n of which the factorial is a multiple of the modulus."""
    products = itertools.accumulate(
        itertools.count(1), lambda last, factor: last * factor % modulus
    )
    return next(place for place, left in enumerate(products, 1) if left == 0)


def _factor(term: Expression, factorials: dict[Expression, Symbol]) -> Expression | None:
    """A factorial by which the term is divisible: its other factors are integers."""
    for found, symbol in factorials.items():
        if (term / symbol).is_integer:
            return found
    return None
