"""Series that start at a parameter, as a series from a number on without its first terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy

from probatum.calculus.summation.series import certain
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.type_names import Expression, Symbol

FIRST_TERMS = Theorem("A series without its first terms", "elementary", exact=True)
STARTS = tuple(map(sympy.Integer, (1, 0, 2)))
Series = Callable[[Expression, Symbol, Expression], Iterator[Value]]


def later(term: Expression, index: Symbol, low: Expression, from_number: Series) -> Iterator[Value]:
    """What the whole series has more than the terms before; `from_number` gives its values where
    the terms hold parameters.
    """
    for start in STARTS:
        before = sympy.Sum(term, (index, start, low - 1))
        started = ((), sympy.true, sympy.Ge(low, start))
        if term.free_symbols == {index}:
            whole = certain(term, index, start)
            if whole is not None:
                yield Value(whole - before, FIRST_TERMS, (started,))
            continue
        for found in from_number(term, index, start):
            yield Value(found.form - before, found.theorem, (started, *found.conditions))
