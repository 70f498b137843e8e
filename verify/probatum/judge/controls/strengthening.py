"""Tells in which direction a number must move for a statement to get stronger."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from probatum.calculus.signs.under_bounds import sign_under
from probatum.proposition.kinds import Equal, Exists, Joined, Orbit, Quantified, Rounded
from probatum.proposition.parts import conjuncts, free_symbols
from probatum.proposition.subjects.cardinality import Counted
from probatum.proposition.subjects.functions import above_smallest
from probatum.proposition.subjects.measured import Measured
from probatum.type_names import Comparison, Condition, Statement, Symbol


def strengthening(
    statement: Statement, marker: Symbol, given: Condition = sympy.true, sense: int = 1
) -> Iterator[int]:
    """The ways that make parts of it stronger: -1 smaller, 1 larger, 0 neither."""
    match statement:
        case Quantified():
            hypothesis = sense if isinstance(statement, Exists) else -sense
            beside = (
                part for part in conjuncts(statement.given) if marker not in part.free_symbols
            )
            yield from strengthening(statement.given, marker, sympy.And(given, *beside), hypothesis)
            yield from strengthening(
                statement.then, marker, sympy.And(given, statement.given), sense
            )
        case Joined():
            yield from _of_joined(statement, marker, given, sense)
        case Orbit():
            yield from strengthening(statement.then, marker, given, sense)
            moves = sympy.Tuple(*statement.start, *statement.step)
            if marker in moves.free_symbols | statement.given.free_symbols:
                yield 0
        case Equal() | Rounded():
            sides = (
                (statement.left, statement.right)
                if isinstance(statement, Equal)
                else (statement.expression,)
            )
            if any(marker in side.free_symbols for side in sides):
                yield 0
        case Measured():
            if marker in statement.threshold.free_symbols:
                yield sense if statement.relation.name in ("Gt", "Ge") else -sense
        case Relational():
            if marker in statement.free_symbols:
                yield sense * _relational(statement, marker, given)
        case sympy.Not():
            yield from strengthening(statement.args[0], marker, given, -sense)
        case sympy.Implies():
            yield from strengthening(statement.args[0], marker, given, -sense)
            yield from strengthening(statement.args[1], marker, given, sense)
        case sympy.And() | sympy.Or():
            for part in statement.args:
                yield from strengthening(part, marker, given, sense)
        case Boolean():  # what is said of a matrix, or of complex numbers
            if marker in statement.free_symbols:
                yield 0


def _of_joined(statement: Statement, marker: Symbol, given: Condition, sense: int) -> Iterator[int]:
    """As many of the parts make it stronger or weaker; of two that stand and fall together, or are
    counted to an exact number, neither.
    """
    way = sense * statement.sense
    if isinstance(statement, Counted) and marker in statement.number.free_symbols:
        yield way
    for part in statement.parts:
        yield from (
            strengthening(part, marker, given, way)
            if way
            else ([0] if marker in free_symbols(part) else [])
        )


def _relational(relation: Comparison, marker: Symbol, given: Condition) -> int:
    """Which way to move the marker so that fewer points satisfy the inequality;
    0 for an equation or where it depends.
    """
    if not hasattr(relation, "gts"):
        return 0
    slope, _ = sign_under(above_smallest(sympy.diff(relation.gts - relation.lts, marker)), given)
    return -slope
