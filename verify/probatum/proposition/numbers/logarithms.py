"""Rational functions of logarithms of rational numbers that are exactly zero: by logarithms of
integers that have no common divisor.
"""

from __future__ import annotations

import itertools
import math

import sympy

from probatum.proposition.numbers.digit_count import long_to_factor
from probatum.type_names import Expression, Number

MOST = 8  # logarithms


def vanishes_by_logarithms(number: Number) -> bool:
    """Whether a rational function of logarithms is zero whatever the logarithms of integers that
    are coprime in pairs are; False where it is not known.
    """
    logarithms = sorted(number.atoms(sympy.log), key=str)
    if len(logarithms) > MOST or not all(_is_of_rational(each) for each in logarithms):
        return False
    if long_to_factor(number):
        return False
    integers = {abs(int(end)) for each in logarithms for end in (each.args[0].p, each.args[0].q)}
    bases = _coprime(integers - {1})
    values = {base: sympy.Dummy(f"log {index}") for index, base in enumerate(bases)}
    written = {
        each: _of(int(each.args[0].p), values) - _of(int(each.args[0].q), values)
        for each in logarithms
    }
    found = number.xreplace(written)
    if not found.is_rational_function(*values.values()):
        return False
    numerator, denominator = sympy.fraction(sympy.together(found))
    return bool(sympy.expand(numerator) == 0 and sympy.expand(denominator) != 0)


def _is_of_rational(logarithm: Expression) -> bool:
    return len(logarithm.args) == 1 and logarithm.args[0].is_Rational and logarithm.args[0] > 0


def _coprime(integers: set[int]) -> list[int]:
    """Integers that are coprime in pairs, of which all these are products of powers."""
    found = set(integers)
    while pair := next(
        (pair for pair in itertools.combinations(sorted(found), 2) if math.gcd(*pair) > 1), None
    ):
        shared = math.gcd(*pair)
        found -= {*pair}
        found |= {shared, *(each // shared for each in pair)} - {1}
    return sorted(found)


def _of(integer: int, values: dict[int, Expression]) -> Expression:
    """The logarithm of a product of powers of the bases."""
    return sympy.Add(*(sympy.multiplicity(base, integer) * value for base, value in values.items()))
