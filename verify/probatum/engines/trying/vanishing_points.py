"""Finds points at which squares and absolute values in a statement vanish together, and what is
added to them stands still.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.inverting import solutions
from probatum.calculus.signs.between import rational_polynomial
from probatum.engines.trying.inverse_points import placed
from probatum.engines.trying.meeting_points import STILL
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
    """What stands below an even power or in an absolute value, the simplest first, the slopes of
    what is added to such terms, and the differences of sides that are supposed to be equal.
    """
    inner = {
        part.args[0]
        for part in sympy.preorder_traversal(statement.then)
        if _is_never_negative(part)
    }
    inner |= {*_slopes(statement)}
    supposed = {each.lhs - each.rhs for each in statement.given.atoms(sympy.Equality)}
    known = [part for part in inner | supposed if part.free_symbols & {*statement.variables}]
    return tuple(sorted(known, key=_size))[:MOST_PARTS]


def _is_never_negative(part: Expression) -> bool:
    """Whether it is an absolute value or an even power, but for those of a variable, which terms
    beside them may outweigh.
    """
    if isinstance(part, sympy.Abs):
        return True
    return bool(part.is_Pow and part.exp.is_even and part.exp > 0 and not part.base.is_Symbol)


def _slopes(statement: Statement) -> Iterator[Expression]:
    """The factors of the derivatives of what the sides differ by, but for such terms."""
    for relation in statement.then.atoms(Relational):
        terms = sympy.Add.make_args(relation.lhs - relation.rhs)
        rest = sympy.Add(
            *(term for term in terms if not any(map(_is_never_negative, sympy.Mul.make_args(term))))
        )
        for variable in sorted(rest.free_symbols & {*statement.variables}, key=str):
            if not variable.is_integer:
                yield from sympy.Mul.make_args(sympy.diff(rest, variable))


def _size(part: Expression) -> tuple[int, int, str]:
    return len(part.free_symbols), part.count_ops(), str(part)


def _zeros(part: Expression, variable: Symbol) -> Iterator[Expression]:
    polynomial = rational_polynomial(part, variable)
    if polynomial is not None and polynomial.degree() > 1:
        yield from dict.fromkeys(polynomial.real_roots())
    else:
        yield from solutions(sympy.Eq(part, 0, evaluate=False), variable)


def _solved(
    parts: tuple[Expression, ...], variables: tuple[Symbol, ...], known: Point
) -> Iterator[Point]:
    """One variable after the other by the part that holds no other unknown one."""
    for part in parts:
        unknown = part.free_symbols - {*known}
        if len(unknown) != 1 or not unknown <= {*variables}:
            continue
        (variable,) = unknown
        zeros = _zeros(put(part, known), variable)
        values = [each for value in zeros for each in placed(variable, value)]
        for each in values:
            yield from _solved(parts, variables, {**known, variable: each})
        if values:
            return
    if known:
        others = (one for one in variables if one not in known)
        pairs = zip(others, itertools.cycle(STILL), strict=False)
        still = {one: sympy.ceiling(value) if one.is_integer else value for one, value in pairs}
        yield {**still, **known}
