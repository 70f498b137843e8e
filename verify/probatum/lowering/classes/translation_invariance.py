"""Where only differences of a function's values occur, one of its values is taken for zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import sympy
from sympy.core.relational import Relational

from probatum.lowering.classes.interpolation import Sample
from probatum.type_names import Expression, Point


def values_at_zero(
    samples_of_each: Iterable[Sequence[Sample]], expressions: list[Expression]
) -> Point:
    """For each function of which differences of values occur only,
    one value that is taken for zero: the smallest where it is named.
    """
    zeros = {}
    for samples in samples_of_each:
        values = [sample.value for sample in samples if sample.value != 0]
        if not values:
            continue
        shift = sympy.Dummy("shift", real=True)
        moved = {value: value + shift for value in values}
        if all(
            shift not in _differences(expression, moved).free_symbols for expression in expressions
        ):
            smallest = [sample.value for sample in samples if sample.smallest] or [values[-1]]
            zeros[smallest[0]] = sympy.Integer(0)
    return zeros


def _differences(expression: Expression, moved: Mapping[Expression, Expression]) -> Expression:
    if isinstance(expression, Relational):
        expression = expression.lhs - expression.rhs
    found = expression.xreplace(dict(moved))
    return sympy.expand(
        found.replace(lambda part: isinstance(part, (sympy.Min, sympy.Max)), _shifted)
    )


def _shifted(extreme: Expression) -> Expression:
    """min(a + t, b + t) as min(a, b) + t."""
    shifts = {symbol for symbol in extreme.free_symbols if isinstance(symbol, sympy.Dummy)}
    if len(shifts) == 1:
        shift = shifts.pop()
        rests = [sympy.expand(part - shift) for part in extreme.args]
        if all(shift not in rest.free_symbols for rest in rests):
            return extreme.func(*rests) + shift
    return extreme
