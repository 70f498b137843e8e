"""An exact counterexample to an inequality between polynomials, also of vectors, and its check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from probatum.certificates.polynomial import Polynomial
from probatum.certificates.reading import entries, names, number, places, text

MOST_POWER = 100  # of all values in one product together
RULES = {
    ">=": lambda value: value >= 0,
    ">": lambda value: value > 0,
    "=": lambda value: value == 0,
    "<": lambda value: value < 0,
    "!=": lambda value: value != 0,
    "<=": lambda value: value <= 0,
}


@dataclass(frozen=True, slots=True)
class Breach:
    """Values at which every one of `relations` holds: all that is supposed,
    and the opposite of what is claimed.

    values: for each variable its coordinates; a number has one.
    In a product of two vectors the coordinates are multiplied one by one.
    """

    variables: tuple[str, ...]
    vectors: tuple[int, ...]
    values: tuple[tuple[Fraction, ...], ...]
    relations: tuple[tuple[Polynomial, str], ...]

    def written(self) -> dict[str, object]:
        """As data for JSON."""
        return {
            "variables": list(self.variables),
            "vectors": list(self.vectors),
            "values": [[str(entry) for entry in value] for value in self.values],
            "relations": [[polynomial.written(), rule] for polynomial, rule in self.relations],
        }

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Breach:
        """From data of JSON; raises ValueError, KeyError or TypeError for anything else."""
        variables = names(data["variables"])
        return cls(
            variables,
            places(data["vectors"], len(variables)),
            tuple(tuple(map(number, entries(value))) for value in entries(data["values"])),
            tuple(
                (Polynomial.read(polynomial, len(variables)), text(rule))
                for polynomial, rule in map(entries, entries(data["relations"]))
            ),
        )


def problems(breach: Breach) -> list[str]:
    """What is wrong with a counterexample; nothing where it breaks what it says."""
    sizes = list(map(len, breach.values))
    own = (size for place, size in enumerate(sizes) if place in breach.vectors)
    dimension = max(own, default=1)
    variables = range(len(breach.variables))
    wanted = [dimension if place in breach.vectors else 1 for place in variables]
    if not breach.relations or sizes != wanted or not dimension:
        return ["the values do not belong to the variables"]
    if any(sum(exponents) > MOST_POWER for each, _ in breach.relations for exponents in each.terms):
        return [f"it is too long to be calculated: a power of more than {MOST_POWER}"]
    found = []
    for polynomial, rule in breach.relations:
        if breach.vectors and not polynomial.degree(breach.vectors) <= {0, 2}:
            found.append("vectors stand where they are no inner products")
        elif rule not in RULES or not RULES[rule](_value(breach, polynomial, dimension)):
            found.append(f"it does not hold that the value of a relation is {rule} 0")
    return found


def _value(breach: Breach, polynomial: Polynomial, dimension: int) -> Fraction:
    """Terms without vectors once; terms with two of them as the sum over the coordinates."""
    total = Fraction(0)
    for exponents, coefficient in polynomial.terms.items():
        single = Polynomial({exponents: coefficient})
        axes = (
            range(dimension)
            if breach.vectors and sum(exponents[place] for place in breach.vectors)
            else range(1)
        )
        for axis in axes:
            total += single.at(
                [
                    value[axis if place in breach.vectors else 0]
                    for place, value in enumerate(breach.values)
                ]
            )
    return total
