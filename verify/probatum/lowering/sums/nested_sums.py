"""Sums of sums: the inner one in closed form, by a certificate that is found and checked."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.summation.series import telescoped
from probatum.lowering.sums.telescoped import GOSPER
from probatum.lowering.value import Value
from probatum.proposition.numbers.integrality import is_whole_where_defined
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Expression


def nested(total: Expression) -> Iterator[Value]:
    """The sum of what the inner sums come to, where these telescope."""
    inner, *outer = total.limits
    index, low, high = inner
    found = telescoped(total.function, index, low) if not high.is_infinite else None
    ends = (
        is_whole_where_defined(low),
        is_whole_where_defined(high),
        *(len(limit) == 3 for limit in outer),
    )
    if found is None or not all(ends):
        return
    bound = tuple(each for each, _, _ in outer)
    ranges = sympy.And(*(sympy.And(each >= one, each <= last) for each, one, last in outer))
    here, beyond = (
        sympy.And(index >= low, index <= high),
        sympy.And(index >= low, index <= high + 1),
    )
    conditions = (
        (bound, ranges, sympy.Ge(high, low - 1)),
        ((*bound, index), sympy.And(ranges, here), defined(total.function)),
        ((*bound, index), sympy.And(ranges, beyond), defined(found)),
    )
    form = sympy.Sum(found.xreplace({index: high + 1}) - found.xreplace({index: low}), *outer)
    if len(outer) == 1:
        yield Value(form, GOSPER, conditions)
        return
    for whole in nested(form):
        yield Value(whole.form, GOSPER, (*conditions, *whole.conditions))
