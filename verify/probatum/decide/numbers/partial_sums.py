"""Finds how far sums have to go for a relation to turn, and confirms it there by enclosures."""

from __future__ import annotations

from dataclasses import dataclass

import flint
import numpy as np
import sympy
from flint import arb
from sympy.core.relational import Relational

from probatum.engines.trying.bulk import NotVectorizedError, truths, values
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.numbers.enclosure import enclose, truth
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import holds_at
from probatum.type_names import Array, Ball, Condition, Expression, Point, Symbol

LOOKED_THROUGH = 200_000  # terms
MOST_ADDED = 30_000  # with certainty
MOST_CHECKED = 3
BITS = 128


@dataclass(frozen=True, slots=True)
class _Sums:
    """A relation with a symbol for each sum of ever more terms, and the sums."""

    variable: Symbol
    relation: Relational
    meaning: dict[Symbol, Expression]


def turning_point(statement: ForAll | Exists) -> Point | None:
    """A number of terms at which what is said of all is false, or of one is true; None where none
    is found.
    """
    sums = _sums(statement)
    if sums is None:
        return None
    wanted = isinstance(statement, Exists)
    for number in _proposed(statement, sums, wanted=wanted):
        point: Point = {sums.variable: sympy.Integer(number)}
        if holds_at(statement.given, point) is True and _truth(sums, number) is wanted:
            return point
    return None


def _sums(statement: ForAll | Exists) -> _Sums | None:
    then = statement.then
    if len(statement.variables) != 1 or not isinstance(then, Relational):
        return None
    (variable,) = statement.variables
    written = then.replace(sympy.harmonic, _as_sum)
    totals = sorted(written.atoms(sympy.Sum), key=sympy.default_sort_key)
    if not variable.is_integer or not totals or not all(_grows(each, variable) for each in totals):
        return None
    meaning = {sympy.Dummy(real=True): each for each in totals}
    relation = written.xreplace({each: name for name, each in meaning.items()})
    left = relation.has(sympy.Sum, sympy.Product, sympy.Integral, sympy.Limit)
    return None if left else _Sums(variable, relation, meaning)


def _as_sum(number: Expression, power: Expression = sympy.S.One) -> Expression:
    index = sympy.Dummy("k", integer=True, positive=True)
    return sympy.Sum(index**-power, (index, 1, number))


def _grows(total: Expression, variable: Symbol) -> bool:
    """Whether it is of terms of one index alone, from a number up to n."""
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return False
    index, low, high = total.limits[0]
    return bool(low.is_Integer and high == variable) and total.function.free_symbols == {index}


def _proposed(statement: ForAll | Exists, sums: _Sums, *, wanted: bool) -> list[int]:
    """Numbers of terms that floating point takes for such, from the first one on."""
    start = max(int(each.limits[0][1]) for each in sums.meaning.values())
    try:
        with np.errstate(all="ignore"):
            numbers = np.arange(start, start + LOOKED_THROUGH, dtype=float)
            columns: dict[Symbol, Array] = {sums.variable: numbers}
            for name, total in sums.meaning.items():
                index, low, _ = total.limits[0]
                places = np.arange(int(low), start + LOOKED_THROUGH, dtype=float)
                added = np.cumsum(values(total.function, {index: places}))
                columns[name] = added[start - int(low) :]
            told = truths(sums.relation, columns) == wanted
            told &= truths(statement.given, {sums.variable: numbers})
    except (NotVectorizedError, OverflowError, ValueError):
        return []
    found = [int(numbers[place]) for place in np.flatnonzero(told)[:MOST_CHECKED]]
    return [number for number in found if number - start <= MOST_ADDED]


def _truth(sums: _Sums, number: int) -> bool | None:
    """Whether the relation is true for certain of so many terms; None where a term has no value, or
    enclosures do not tell.
    """
    with flint.ctx.workprec(BITS):
        balls: dict[Symbol, Ball] = {sums.variable: arb(number)}
        for name, total in sums.meaning.items():
            index, low, _ = total.limits[0]
            if not _has_values(total, number):
                return None
            balls[name] = sum(
                (enclose(total.function, {index: arb(at)}) for at in range(int(low), number + 1)),
                arb(0),
            )
        has_value: Condition = defined(sums.relation)
        if has_value != sympy.true and truth(has_value, balls) is not True:
            return None
        return truth(sums.relation, balls)


def _has_values(total: Expression, number: int) -> bool:
    """Whether each term has a value."""
    needed, (index, low, _) = defined(total.function), total.limits[0]
    if needed == sympy.true:
        return True
    return all(truth(needed, {index: arb(at)}) is True for at in range(int(low), number + 1))
