"""Sums up to n of terms that repeat: each of them as often as it is met."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.lowering.whole_numbers.repetitions import NotPeriodicError, repeat_of
from probatum.proposition.kinds import ForAll
from probatum.proposition.numbers.integrality import is_whole_where_defined
from probatum.proposition.parts import with_parts
from probatum.type_names import Expression, Statement

PERIODIC = Theorem(
    "A sum of terms that repeat is counted remainder by remainder",
    "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., section 3.5",
    exact=True,
)
LONGEST = 24  # period
ROUNDED = (sympy.floor, sympy.ceiling, sympy.Mod, sympy.frac)


def by_remainders(statement: Statement) -> Statement:
    """The statement with such sums by how many terms there are of each remainder; as it is where
    there are none.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Boolean):
        return statement
    sums = statement.then.atoms(sympy.Sum)
    known = {total: form for total in sums if (form := _counted(total)) is not None}
    return with_parts(statement, then=statement.then.xreplace(known)) if known else statement


def _counted(total: Expression) -> Expression | None:
    """From low on, the first with the remainder of j is j itself: up to n there are
    floor((n - j)/p) + 1, and none where n is the number before the first.
    """
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return None
    index, low, high = total.limits[0]
    term = total.function
    if not low.is_Integer or high.is_infinite or term.free_symbols != {index}:
        return None
    if not is_whole_where_defined(high) or not term.has(*ROUNDED):
        return None
    try:
        repeat = repeat_of(term, {index: int(low)}).get(index)
    except NotPeriodicError:
        return None
    if repeat is None or repeat.period > LONGEST:
        return None
    if repeat.start is not None and repeat.start > low:  # what comes before is another
        return None
    places = [low + number for number in range(repeat.period)]
    values = [term.xreplace({index: place}) for place in places]
    if not all(value.is_Rational for value in values):
        return None
    return sympy.Add(
        *(
            value * (sympy.floor((high - place) / repeat.period) + 1)
            for value, place in zip(values, places, strict=True)
        )
    )


REWRITINGS = (Rewriting(11, PERIODIC, by_remainders),)
