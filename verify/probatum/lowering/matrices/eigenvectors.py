"""Moments with an eigenvector are powers of its eigenvalue times an inner product."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.matrices.moments import Moments, combination, moment
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, put
from probatum.proposition.subjects.products import Norm
from probatum.type_names import Condition, Expression, Point, Vector

EIGENVECTORS = Theorem(
    "powers of a symmetric matrix on an eigenvector",
    "Horn, Johnson, Matrix Analysis, 2nd ed., sections 1.1 and 2.5",
    exact=True,
)


def eigenvalues(statement: ForAll) -> dict[Vector, Expression]:
    """The eigenvalue of each vector that is supposed to be a multiple of its image; the vector
    zero has any.
    """
    found: dict[Vector, Expression] = {}
    for part in conjuncts(statement.given):
        if isinstance(part, sympy.Equality) and isinstance(part.lhs, Norm) and part.rhs == 0:
            powers = combination(part.lhs.args[0])
            vector = next((vector for vector, power in powers if power == 1), None)
            share = powers.get((vector, 1), sympy.Integer(0))
            alone = powers.keys() <= {(vector, 0), (vector, 1)}
            if alone and share.is_Rational and share != 0:
                value = -powers.get((vector, 0), sympy.Integer(0)) / share
                found.setdefault(vector, sympy.expand(value))
    return found


def along_eigenvectors(statement: ForAll, form: ForAll, first: int, last: int) -> ForAll | None:
    """The form over moments with those of the eigenvectors in place of others;
    None where the statement supposes none.
    """
    known = eigenvalues(statement)
    if not known:
        return None
    values = _values(statement, form, known, last)
    inverse = _of_inverses(statement, form, known, first)
    orthogonal = (
        sympy.Eq(sympy.expand((known[left] - known[right]) * moment(left, right, 0)), 0)
        for left, right in combinations(known, 2)
    )
    return for_all(
        tuple(variable for variable in form.variables if variable not in values),
        sympy.And(*(_put(part, values) for part in conjuncts(form.given)), *orthogonal, *inverse),
        _put(form.then, values),
    )


def _values(statement: ForAll, form: ForAll, known: dict[Vector, Expression], last: int) -> Point:
    others = {base for vector in _seen(statement).used for base, _ in vector}
    return {
        symbol: sympy.expand(value**power * moment(vector, other, 0))
        for vector, value in known.items()
        for other in others
        for power in range(1, last + 1)
        if (symbol := moment(vector, other, power)) in form.variables
    }


def _of_inverses(
    statement: ForAll, form: ForAll, known: dict[Vector, Expression], first: int
) -> Iterator[Condition]:
    """Each moment of an inverse with the next one, which it is the share of by the eigenvalue."""
    others = {base for vector in _seen(statement).used for base, _ in vector}
    for vector, value in known.items():
        for other in others:
            for power in range(first, 0):
                here, later = moment(vector, other, power), moment(vector, other, power + 1)
                if {here, later} <= set(form.variables):
                    yield sympy.Eq(later, sympy.expand(value * here))


def _seen(statement: ForAll) -> Moments:
    moments = Moments()
    for part in (*conjuncts(statement.given), statement.then):
        moments.seen(part)
    return moments


def _put(condition: Condition, values: Point) -> Condition:
    """The condition with the values put in, and polynomials multiplied out under roots as well."""
    if isinstance(condition, Relational):
        sides = (_expanded(put(side, values)) for side in condition.args)
        return condition.func(*sides, evaluate=False)
    if condition.args:
        return condition.func(*(_put(part, values) for part in condition.args))
    return condition


def _expanded(side: Expression) -> Expression:
    if not side.args or side.is_polynomial():
        return sympy.expand(side)
    return side.func(*map(_expanded, side.args))
