"""Takes off a relation what says the same of its sides: functions that rise or fall, factors that
are never zero, and the larger or smaller of several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import sympy
from sympy.core.relational import Relational

from probatum.type_names import Condition, Expression

FLIPPED = {"<": sympy.Gt, "<=": sympy.Ge, ">": sympy.Lt, ">=": sympy.Le}
RISING = (sympy.exp, sympy.log, sympy.sinh, sympy.asinh, sympy.tanh, sympy.atanh, sympy.atan)
EXTREMES = (sympy.Max, sympy.Min, sympy.Abs)
MOST_OPERATIONS = 200  # of a quotient that is worked out


class Applied(NamedTuple):
    """A function and what it is applied to; `falls` where it turns the relation."""

    function: tuple[object, ...]
    inner: Expression
    inverse: Callable[[Expression], Expression]
    falls: bool


def undressed(condition: Condition) -> Condition:
    """The condition with each relation between what the same function is applied to on both
    sides: exp(x) < exp(y) is x < y, and so is sqrt(x) < sqrt(y) where it has a value.
    """
    if isinstance(condition, Relational):
        condition = _in_parts(condition)
    if isinstance(condition, (sympy.And, sympy.Or)):
        return condition.func(*map(undressed, condition.args), evaluate=False)
    while isinstance(condition, Relational) and (inner := _inside(condition)) is not None:
        condition = inner
    return condition


def _in_parts(relation: Condition) -> Condition:
    """A relation of one maximum, minimum or absolute value by those of what it is of, without such
    as are true of equal sides; others as they are.
    """
    difference = sympy.expand_mul(relation.lhs - relation.rhs)
    extremes = difference.atoms(*EXTREMES)
    if len(extremes) != 1 or relation.rel_op == "!=":
        return relation
    (extreme,) = extremes
    factor, rest = difference.coeff(extreme), difference - difference.coeff(extreme) * extreme
    if not factor.is_Rational or rest.has(extreme):
        return relation
    sides = (*extreme.args, -extreme.args[0]) if isinstance(extreme, sympy.Abs) else extreme.args
    parts = [sympy.expand(factor * side + rest) for side in sides]
    upper = factor.is_positive != isinstance(extreme, sympy.Min)
    if relation.rel_op == "==":
        if 0 not in parts:
            return relation
        order = sympy.Le if upper else sympy.Ge
        return sympy.And(*(order(part, 0, evaluate=False) for part in parts if part != 0))
    below = relation.rel_op in ("<", "<=")
    equal = relation.rel_op in ("<=", ">=")
    left = [relation.func(part, 0, evaluate=False) for part in parts if part != 0]
    if upper == below:  # each of them
        return sympy.And(*left) if equal or len(left) == len(parts) else relation
    return sympy.Or(*left) if not equal or len(left) == len(parts) else relation


def without_factor(condition: Condition, wanted: Condition) -> Condition:
    """The wanted relation where the condition is no more than that, multiplied by what has the
    same sign everywhere; else the condition.
    """
    if not (isinstance(condition, Relational) and isinstance(wanted, Relational)):
        return condition
    one, other = condition.lhs - condition.rhs, wanted.lhs - wanted.rhs
    if one.count_ops() + other.count_ops() > MOST_OPERATIONS:
        return condition
    try:
        factor, below = sympy.cancel(one / other).as_numer_denom()
    except sympy.PolynomialError:
        return condition
    if not below.is_number or not (factor / below).is_nonzero:
        return condition
    turns = (factor / below).is_negative and condition.rel_op in FLIPPED
    kind = FLIPPED[condition.rel_op] if turns else condition.func
    return wanted if kind is wanted.func else condition


def _inside(relation: Condition) -> Condition | None:
    terms = sympy.Add.make_args(relation.lhs - relation.rhs)
    if len(terms) > 2:
        return None
    first, second = (*terms, sympy.S.Zero)[:2]
    for one, other in ((first, second), (second, first)):
        for applied, against, turns in _applied(one, other):
            kind = FLIPPED.get(relation.rel_op, relation.func) if turns else relation.func
            return kind(applied, against, evaluate=False)
    return None


def _applied(one: Expression, other: Expression) -> Iterator[tuple[Expression, Expression, bool]]:
    """Where the relation of the sum of two terms to zero is one of what the same function is
    applied to: both arguments, and whether the relation turns.
    """
    factor, left = one.as_coeff_Mul()
    right = -other / factor
    left_applied, right_applied = _outermost(left), _outermost(right)
    if left_applied is None:
        return
    turns = bool(factor.is_negative) != left_applied.falls
    if right_applied is not None and right_applied.function == left_applied.function:
        yield left_applied.inner, right_applied.inner, turns
    elif right.is_number:
        value = left_applied.inverse(right)
        if value.is_real:
            yield left_applied.inner, value, turns


def _outermost(side: Expression) -> Applied | None:
    if isinstance(side, sympy.Abs):
        return Applied((sympy.Abs,), side.args[0], lambda value: value, False)
    if isinstance(side, RISING) and not side.is_number:
        return Applied((side.func,), side.args[0], side.inverse(), False)
    if isinstance(side, sympy.Pow) and not side.is_number:
        base, power = side.args
        if power.is_number and power.is_real and power != 0:
            return _powered(base, power)
        if base.is_positive and base.is_number and base != 1:
            return Applied((base,), power, lambda value: sympy.log(value, base), base < 1)
    return _product(side) if isinstance(side, sympy.Mul) else None


def _product(side: Expression) -> Applied | None:
    """A product of equal powers as the power of a product: SymPy writes (x y)^3 as x^3 y^3."""
    coefficient, rest = side.as_coeff_Mul()
    pairs = [factor.as_base_exp() for factor in sympy.Mul.make_args(rest)]
    power = _common_power([power for _, power in pairs])
    if power is None or not (coefficient.is_positive or power.is_odd):
        return None
    bases = (base ** (each / power) for base, each in pairs)
    return _powered(sympy.Mul(_root(coefficient, power), *bases), power)


def _common_power(powers: list[Expression]) -> Expression | None:
    """The power that all are, or the largest whole one of which all are multiples; None where
    there is none but the first.
    """
    power = powers[0]
    if any(each != power for each in powers):
        if not all(each.is_Integer for each in powers):
            return None
        power = sympy.Integer(sympy.igcd(*powers)) * (-1 if all(each < 0 for each in powers) else 1)
    return None if power == 1 or not power.is_Rational else power


def _powered(base: Expression, power: Expression) -> Applied:
    return Applied((sympy.Pow, power), base, lambda value: _root(value, power), power < 0)


def _root(value: Expression, power: Expression) -> Expression:
    return sympy.real_root(value, power) if power.is_odd else value ** (1 / power)
