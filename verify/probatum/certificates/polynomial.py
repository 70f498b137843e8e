"""Polynomials in several variables with rational coefficients: sums, products and values,
exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from reprlib import repr as shortened
from typing import Any

from probatum.certificates.reading import count, entries, number

Exponents = tuple[int, ...]
MOST_PRODUCTS = 1_000_000  # of two terms each, in one product


@dataclass(frozen=True, slots=True)
class Polynomial:
    """Coefficients by exponents, one exponent for each variable; none of them zero."""

    terms: Mapping[Exponents, Fraction] = field(default_factory=dict)

    @classmethod
    def of(cls, terms: Iterable[tuple[Exponents, Fraction]]) -> Polynomial:
        """The sum of terms."""
        found: dict[Exponents, Fraction] = {}
        for exponents, coefficient in terms:
            found[exponents] = found.get(exponents, Fraction(0)) + coefficient
        return cls(
            {exponents: coefficient for exponents, coefficient in found.items() if coefficient}
        )

    @classmethod
    def read(cls, data: Any, size: int) -> Polynomial:
        """From [[coefficient, [exponents]], ...]; raises ValueError for anything else."""
        terms = []
        for coefficient, exponents in map(entries, entries(data)):
            powers = tuple(map(count, entries(exponents)))
            if len(powers) != size:
                raise ValueError(f"got {shortened(exponents)}, wanted {size} exponents")
            terms.append((powers, number(coefficient)))
        return cls.of(terms)

    def written(self) -> list[list[object]]:
        """As data for JSON, in a fixed order."""
        return [
            [str(coefficient), list(exponents)]
            for exponents, coefficient in sorted(self.terms.items(), reverse=True)
        ]

    def __add__(self, other: Polynomial) -> Polynomial:
        return Polynomial.of((*self.terms.items(), *other.terms.items()))

    def __neg__(self) -> Polynomial:
        return Polynomial(
            {exponents: -coefficient for exponents, coefficient in self.terms.items()}
        )

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def __mul__(self, other: Polynomial) -> Polynomial:
        if len(self.terms) * len(other.terms) > MOST_PRODUCTS:
            raise OverflowError(f"a product of more than {MOST_PRODUCTS} terms")
        return Polynomial.of(
            (tuple(map(sum, zip(left, right, strict=True))), a * b)
            for left, a in self.terms.items()
            for right, b in other.terms.items()
        )

    def degree(self, chosen: Iterable[int]) -> set[int]:
        """The degrees that the terms have in the chosen variables together."""
        places = tuple(chosen)
        return {sum(exponents[place] for place in places) for exponents in self.terms}

    def at(self, values: Sequence[Fraction]) -> Fraction:
        """The value at a point."""
        total = Fraction(0)
        for exponents, coefficient in self.terms.items():
            for value, power in zip(values, exponents, strict=True):
                coefficient *= value**power
            total += coefficient
        return total
