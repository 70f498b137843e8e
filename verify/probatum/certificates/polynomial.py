"""Polynomials in several variables with rational coefficients: sums, products and values,
exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

Exponents = tuple[int, ...]


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
    def read(cls, data: Sequence[Sequence[object]], size: int) -> Polynomial:
        """From [[coefficient, [exponents]], ...]; raises ValueError for anything else."""
        terms = []
        for entry in data:
            coefficient, exponents = entry
            powers = tuple(exponents) if isinstance(exponents, list) else ()
            if (
                len(powers) != size
                or not all(type(power) is int and power >= 0 for power in powers)
                or not isinstance(coefficient, str)
            ):
                raise ValueError(
                    f"got the term {entry!r}, wanted a rational number as text and {size} exponents"
                )
            terms.append((powers, Fraction(coefficient)))
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
