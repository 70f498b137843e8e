"""A proof that no integers satisfy some relations, as none do modulo a number, and its check."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from probatum.certificates.polynomial import Polynomial
from probatum.certificates.reading import count, entries, number, text, truth

MOST_CASES = 20_000  # residues of all variables together
Case = tuple[int, ...]  # residues of the numbers of one variable


@dataclass(frozen=True, slots=True)
class Whole:
    """An integer variable; or, with a base, the power of it whose exponent is the variable, from
    `first` on, which is no less than 0.
    """

    variable: str
    base: int | None = None
    first: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """That a polynomial of integers is a multiple of `divisor`, or is none; of 0, that it is 0."""

    polynomial: Polynomial
    divisor: int = 0
    multiple: bool = True


@dataclass(frozen=True, slots=True)
class Incongruence:
    """That no integers satisfy all relations, as none do modulo `modulus`."""

    modulus: int
    numbers: tuple[Whole, ...]
    relations: tuple[Relation, ...]

    def written(self) -> dict[str, object]:
        """As data for JSON."""
        return {
            "modulus": self.modulus,
            "numbers": [
                [each.variable, None if each.base is None else str(each.base), each.first]
                for each in self.numbers
            ],
            "relations": [
                [each.polynomial.written(), each.divisor, each.multiple] for each in self.relations
            ],
        }

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Incongruence:
        """From data of JSON; raises ValueError, KeyError or TypeError for anything else."""
        numbers = tuple(
            Whole(text(variable), None if base is None else _integer(base), count(first))
            for variable, base, first in map(entries, entries(data["numbers"]))
        )
        relations = tuple(
            Relation(Polynomial.read(polynomial, len(numbers)), count(divisor), truth(multiple))
            for polynomial, divisor, multiple in map(entries, entries(data["relations"]))
        )
        return cls(count(data["modulus"]), numbers, relations)


def _integer(data: Any) -> int:
    found = number(data)
    if found.denominator != 1:
        raise ValueError(f"got {data}, wanted an integer as text")
    return int(found)


@dataclass(frozen=True, slots=True)
class Congruence:
    """A relation modulo its own number: coefficients with their exponents, and whether their sum
    is to be 0.
    """

    terms: tuple[tuple[int, tuple[int, ...]], ...]
    modulus: int
    zero: bool

    def holds(self, values: Mapping[int, int]) -> bool:
        """Whether it does at these residues, by the places of their numbers."""
        total = 0
        for coefficient, exponents in self.terms:
            for place, exponent in enumerate(exponents):
                if exponent:
                    coefficient *= pow(values[place], exponent, self.modulus)
            total += coefficient
        return (total % self.modulus == 0) == self.zero


def congruences(proof: Incongruence) -> tuple[Congruence, ...]:
    """What the relations say modulo the number, without terms that are multiples of it."""
    found = []
    for relation in proof.relations:
        modulus = relation.divisor or proof.modulus
        terms = (
            (int(coefficient) % modulus, exponents)
            for exponents, coefficient in relation.polynomial.terms.items()
        )
        kept = tuple((coefficient, exponents) for coefficient, exponents in terms if coefficient)
        found.append(Congruence(kept, modulus, relation.multiple))
    return tuple(found)


def used(found: tuple[Congruence, ...]) -> set[int]:
    """The places of the numbers that stand in congruences."""
    return {
        place
        for each in found
        for _, exponents in each.terms
        for place, exponent in enumerate(exponents)
        if exponent
    }


def residues(
    proof: Incongruence, found: tuple[Congruence, ...]
) -> dict[tuple[int, ...], list[Case]]:
    """The places of the numbers of each variable that stand in the congruences, with all residues
    that they have together; of too many, one more than may be.
    """
    places: dict[str, tuple[int, ...]] = {}
    for place in sorted(used(found)):
        variable = proof.numbers[place].variable
        places[variable] = (*places.get(variable, ()), place)
    return {
        each: list(itertools.islice(_together(proof, each), MOST_CASES + 1))
        for each in places.values()
    }


def _together(proof: Incongruence, places: tuple[int, ...]) -> Iterator[Case]:
    """The residues of an exponent and of its powers, until they repeat."""
    numbers = [proof.numbers[place] for place in places]
    now = tuple(
        (each.first if each.base is None else pow(each.base, each.first, proof.modulus))
        % proof.modulus
        for each in numbers
    )
    seen = set()
    while now not in seen:
        seen.add(now)
        yield now
        now = tuple(
            (value + 1 if each.base is None else value * each.base) % proof.modulus
            for value, each in zip(now, numbers, strict=True)
        )


def problems(proof: Incongruence) -> list[str]:
    """What is wrong with a proof; nothing where no residues satisfy its relations."""
    wrong = list(_malformed(proof))
    if wrong:
        return wrong
    found = congruences(proof)
    choices = residues(proof, found)
    if prod(map(len, choices.values())) > MOST_CASES:
        return [f"it is too long to be checked: more than {MOST_CASES} cases"]
    for case in itertools.product(*choices.values()):
        values = {
            place: value
            for places, together in zip(choices, case, strict=True)
            for place, value in zip(places, together, strict=True)
        }
        if all(each.holds(values) for each in found):
            return [f"residues modulo {proof.modulus} satisfy all relations"]
    return []


def _malformed(proof: Incongruence) -> Iterator[str]:
    if proof.modulus < 2 or not proof.relations:
        yield "there is no modulus, or no relation"
    if any(proof.modulus % each.divisor for each in proof.relations if each.divisor):
        yield "the modulus is no multiple of a divisor"
    if any(not each.divisor and not each.multiple for each in proof.relations):
        yield "what is not 0 has residues of all kinds"
    if len({(each.variable, each.base) for each in proof.numbers}) < len(proof.numbers):
        yield "a number is named twice"
    if len({(each.variable, each.first) for each in proof.numbers}) > len(
        {each.variable for each in proof.numbers}
    ):
        yield "an exponent begins at two places"
    if any(
        coefficient.denominator != 1
        for each in proof.relations
        for coefficient in each.polynomial.terms.values()
    ):
        yield "a coefficient is no integer"
