"""Sums over an index of a known, small number of numbers are written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import FeatureVariable, Total
from probatum.type_names import Expression, Symbol

WRITTEN_OUT = Theorem(
    "a sum over a known number of indices is a sum of so many terms",
    "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., section 2.1",
    exact=True,
)
MOST_NUMBERS = 6  # that are written out, of all features together


Numbers = dict[Symbol, tuple[Symbol, ...]]


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """A statement about numbers, and which of them stand for the features."""

    statement: ForAll
    numbers: Numbers


def written_out(statement: ForAll) -> WrittenOut | None:
    """The statement with as many numbers as there are indices in place of each feature; None where
    that is not known, where there are many, or where it speaks of more than numbers.
    """
    indexed = [each for each in statement.variables if isinstance(each, FeatureVariable)]
    others = [each for each in statement.variables if each not in indexed]
    number = _number(statement, indexed)
    if number is None or number * len(indexed) > MOST_NUMBERS:
        return None
    if any(isinstance(each, General) for each in others):
        return None
    numbers = {each: _numbers(each, number) for each in indexed}
    given = [
        made
        for part in conjuncts(statement.given)
        for made in _of_each(_summed(part, numbers), numbers)
    ]
    variables = (*others, *(number for those in numbers.values() for number in those))
    return WrittenOut(
        for_all(variables, sympy.And(*given), _summed(statement.then, numbers)), numbers
    )


def _number(statement: ForAll, indexed: list[Symbol]) -> int | None:
    """How many indices there are, as is said where the features are, or supposed."""
    counts = {each.known["of"] for each in indexed}
    if len(counts) != 1:
        return None
    (count,) = counts
    supposed = [
        side
        for part in conjuncts(statement.given)
        if isinstance(part, sympy.Equality) and count in part.args
        for side in part.args
    ]
    known = {each for each in (count, *supposed) if each.is_Integer and each >= 1}
    return int(known.pop()) if len(known) == 1 else None


def _numbers(feature: Symbol, number: int) -> tuple[Symbol, ...]:
    names = (f"{feature.name} {place}" for place in range(1, number + 1))
    return tuple(sympy.Symbol(name, real=True) for name in names)


def _of_each(part: Expression, numbers: Numbers) -> Iterator[Expression]:
    """What is said of each number, of each of them; what speaks of sums alone, once."""
    spoken = bool(part.atoms(FeatureVariable))
    yield from _at_each_index(part, numbers) if spoken else (part,)


def _at_each_index(part: Expression, numbers: Numbers) -> Iterator[Expression]:
    for those in zip(*numbers.values(), strict=True):
        yield part.xreplace(dict(zip(numbers, those, strict=True)))


def _summed(part: Expression, numbers: Numbers) -> Expression:
    """With the terms of each sum added up, those of sums inside of others first."""
    if isinstance(part, Total):
        return sympy.Add(*_at_each_index(_summed(part.args[0], numbers), numbers))
    if not part.args:
        return part
    options = {"evaluate": False} if isinstance(part, Relational) else {}
    return part.func(*(_summed(each, numbers) for each in part.args), **options)
