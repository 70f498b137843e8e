"""Tells whether a condition compares what a statement compares, in other terms that come to the
same: cos(pi n) = 1 of (-1)^n = 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.errors import ProbatumError
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import ForAll, for_all
from probatum.type_names import Comparison, Condition, Expression, Symbol

PLACES = tuple(map(sympy.Rational, ("1", "2", "3", "2/7", "-3/5", "-2", "11/4", "5", "-7/3", "4")))
FEWEST = 3  # places at which both have a value
SLIGHT = 1e-9
MOST_OPERATIONS = 60
NOT_TOLD = (ProbatumError, NotImplementedError, ArithmeticError, TypeError, ValueError)


def in_other_terms(condition: Condition, then: Condition, statement: ForAll) -> bool:
    """Whether some part of a condition is a relation between the same as each part of what is
    concluded, up to a factor.
    """
    supposed = [*_relations(condition)]
    wanted = sympy.And.make_args(then)
    return bool(supposed) and all(
        isinstance(part, Relational)
        and any(_come_to_the_same(one, part, statement) for one in supposed)
        for part in wanted
    )


def _relations(condition: Condition) -> Iterator[Comparison]:
    parts = sympy.And.make_args(condition)
    yield from (part for part in parts if isinstance(part, Relational))


def _come_to_the_same(one: Comparison, other: Comparison, statement: ForAll) -> bool:
    sides = (*one.args, *other.args)
    if not all(isinstance(side, sympy.Expr) for side in sides):
        return False
    left, right = (_difference(each) for each in (one, other))
    if left == right or _kind(one) != _kind(other) or not left.free_symbols & right.free_symbols:
        return False  # the first is told by other means
    if left.count_ops() + right.count_ops() > MOST_OPERATIONS:
        return False
    factor = _factor(left, right, statement)
    if factor is None or (factor < 0 and one.rel_op not in ("==", "!=")):
        return False
    if abs(factor) != 1 and not _is_multiplied(one, other, factor):
        return False  # of what has two values each is a multiple of the other
    claim = sympy.Eq(left, factor * right, evaluate=False)
    try:
        found = settle(for_all(statement.variables, statement.given, claim))
    except NOT_TOLD:
        return False
    return found.truth is Truth.TRUE


def _is_multiplied(one: Comparison, other: Comparison, factor: Expression) -> bool:
    """Whether a number on one side is a multiple as well."""
    turned = (one.rel_op in (">", ">=")) != (other.rel_op in (">", ">="))
    sides = zip(one.args, other.args[::-1] if turned else other.args, strict=True)
    return any(
        left.is_number and left != 0 and left == abs(factor) * right for left, right in sides
    )


def _difference(relation: Comparison) -> Expression:
    """What is less than, at most, equal or unequal to zero."""
    turned = relation.rel_op in (">", ">=")
    return relation.rhs - relation.lhs if turned else relation.lhs - relation.rhs


def _kind(relation: Comparison) -> str:
    return {">": "<", ">=": "<="}.get(relation.rel_op, str(relation.rel_op))


def _factor(left: Expression, right: Expression, statement: ForAll) -> Expression | None:
    """The number by which they differ wherever they are looked at; None where there is none."""
    if left.has(*BINDERS) or right.has(*BINDERS):
        return sympy.S.One
    quotients: list[float] = []
    for turn, _ in enumerate(PLACES):
        values = {
            each: _value(each, PLACES[(turn + 3 * number) % len(PLACES)])
            for number, each in enumerate(statement.variables)
        }
        try:
            if statement.given.xreplace(values) == sympy.false:
                continue
            one, two = (complex(sympy.N(side.xreplace(values))) for side in (left, right))
        except NOT_TOLD:
            continue
        if one != one or two != two or abs(one.imag) + abs(two.imag) > SLIGHT:
            continue
        if abs(two) < SLIGHT:
            if abs(one) > SLIGHT:
                return None
            continue
        quotients.append((one / two).real)
    if len(quotients) < FEWEST or max(quotients) - min(quotients) > SLIGHT * abs(quotients[0]):
        return None
    factor = sympy.nsimplify(quotients[0], rational=True, tolerance=SLIGHT)
    return factor if factor != 0 and factor.q < 1000 else None


def _value(variable: Symbol, place: Expression) -> Expression:
    whole = variable.is_integer
    positive = variable.is_nonnegative
    value = sympy.Integer(sympy.floor(3 * place)) if whole else place
    return abs(value) if positive else value
