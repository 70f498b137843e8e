"""Finds points by turning a relation round: where a variable stands once in it, the value at which
its sides meet, and values on either side of that.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import flint
import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.inverting import solutions
from probatum.engines.trying.meeting_points import MOST_LINES, STILL
from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.parts import put
from probatum.type_names import Comparison, Expression, Point, Statement, Symbol

MOST_POINTS = 60
LARGEST = 10**6  # size of the logarithm of an integer, which is written out


def inverse_points(statement: Statement) -> Iterator[Point]:
    """Points for the variables of a statement, each to be tried: nothing is known of them."""
    relations = statement.then.atoms(Relational) | statement.given.atoms(Relational)
    points = (
        point
        for relation in sorted(relations, key=sympy.default_sort_key)
        for variable in statement.variables
        if variable in relation.free_symbols
        for point in _along(statement, relation, variable)
    )
    yield from itertools.islice(points, MOST_POINTS)


def _along(statement: Statement, relation: Comparison, variable: Symbol) -> Iterator[Point]:
    others = [other for other in statement.variables if other is not variable]
    for still in itertools.islice(itertools.product(STILL, repeat=len(others)), MOST_LINES):
        line = dict(zip(others, still, strict=True))
        left, right = put(relation.lhs, line), put(relation.rhs, line)
        for other in (right, right + 1, right - 1, right / 2, 2 * right):
            for value in solutions(sympy.Eq(left, other, evaluate=False), variable):
                yield from ({variable: each, **line} for each in placed(variable, value))


def placed(variable: Symbol, value: Expression) -> Iterator[Expression]:
    """The value of a variable, or the integers beside it for an integer variable; nothing where it
    is no number or out of all reach.
    """
    if value.free_symbols or value.has(sympy.zoo, sympy.nan, sympy.oo, -sympy.oo):
        return
    with flint.ctx.workprec(256):
        near = enclose(value, {})
        if not near.is_finite():
            return
        if not variable.is_integer:
            yield value
        elif near.rad() < 1 and abs(near) < flint.arb(LARGEST).exp():
            below = sympy.Integer(int(near.mid().floor().unique_fmpz() or 0))
            yield from (below, below + 1)
