"""Finds points at which squares and absolute values in a statement vanish together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy

from probatum.calculus.inverting import solutions
from probatum.engines.inverse_points import placed
from probatum.engines.meeting_points import STILL
from probatum.proposition.parts import put
from probatum.type_names import Expression, Point, Statement, Symbol

MOST_POINTS = 12
MOST_PARTS = 6


def vanishing_points(statement: Statement) -> Iterator[Point]:
    """Points for the variables of a statement, each to be tried: nothing is known of them. Where
    terms that are never negative add up, the least they come to may be there alone.
    """
    parts = _parts(statement)
    if len(parts) > 1:  # one by itself is zero where its sides meet
        yield from itertools.islice(_solved(parts, statement.variables, {}), MOST_POINTS)


def _parts(statement: Statement) -> tuple[Expression, ...]:
    """What stands below an even power or in an absolute value, the simplest first, and the
    differences of sides that are supposed to be equal.
    """
    inner = {
        part.args[0]
        for part in sympy.preorder_traversal(statement.then)
        if isinstance(part, sympy.Abs) or (part.is_Pow and part.exp.is_even and part.exp > 0)
    }
    supposed = {each.lhs - each.rhs for each in statement.given.atoms(sympy.Equality)}
    known = [part for part in inner | supposed if part.free_symbols & {*statement.variables}]
    return tuple(sorted(known, key=_size))[:MOST_PARTS]


def _size(part: Expression) -> tuple[int, int, str]:
    return len(part.free_symbols), part.count_ops(), str(part)


def _solved(
    parts: tuple[Expression, ...], variables: tuple[Symbol, ...], known: Point
) -> Iterator[Point]:
    """One variable after the other by the part that holds no other unknown one."""
    for part in parts:
        unknown = part.free_symbols - {*known}
        if len(unknown) != 1 or not unknown <= {*variables}:
            continue
        (variable,) = unknown
        for value in solutions(sympy.Eq(put(part, known), 0, evaluate=False), variable):
            for each in placed(variable, value):
                yield from _solved(parts, variables, {**known, variable: each})
        return
    if known:
        still = dict(zip((one for one in variables if one not in known), itertools.cycle(STILL)))
        yield {**still, **known}
