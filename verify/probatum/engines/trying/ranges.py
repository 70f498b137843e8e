"""Reads from hypotheses which interval of a variable they admit."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.calculus.asymptotics.leading_terms import sign_of_number
from probatum.calculus.signs.analytic import INFINITE, Interval
from probatum.calculus.signs.changes import in_order
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Symbol


def domain(given: Condition, variable: Symbol) -> tuple[Interval, tuple[Expression, ...]]:
    """An interval outside of which no value is admitted, and those of its ends that may be."""
    low, high = -sympy.oo, sympy.oo
    open_ends = set()
    for part in conjuncts(given):
        for bound, is_low, strict in _bounds(part, variable):
            inner = (
                bound
                if sign_of_number(bound - (low if is_low else high)) == (1 if is_low else -1)
                else None
            )
            if inner is not None:
                low, high = (bound, high) if is_low else (low, bound)
            if strict:
                open_ends.add(bound)
    return Interval(variable, low, high), tuple(
        end for end in (low, high) if end not in INFINITE and end not in open_ends
    )


def left_out(given: Condition, inside: Interval) -> list[Expression]:
    """The numbers inside that a hypothesis excludes, in order."""
    excluded = [
        part.rhs
        for part in conjuncts(given)
        if isinstance(part, sympy.Ne) and part.lhs == inside.variable and part.rhs.is_number
    ]
    return in_order(excluded, inside)


def _bounds(part: Expression, variable: Symbol) -> Iterator[tuple[Expression, bool, bool]]:
    """Constant bounds that a hypothesis says: which, whether from below,
    and whether it is left out itself.
    """
    if not isinstance(part, Relational) or not hasattr(part, "gts"):
        return
    strict = part.rel_op in ("<", ">")
    if part.gts == variable and part.lts.is_number:
        yield part.lts, True, strict
    if part.lts == variable and part.gts.is_number:
        yield part.gts, False, strict
    if part.lts == sympy.Abs(variable) and part.gts.is_number:
        yield part.gts, False, strict
        yield -part.gts, True, strict
