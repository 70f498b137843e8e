"""Tells how plain a condition is beside another: by the operations in its heaviest relation."""

from __future__ import annotations

from collections.abc import Iterable

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.proposition.canonical import difference
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.products import Dot, Norm
from probatum.proposition.written import OPERATORS, PROVIDED, REWRITTEN, Written
from probatum.type_names import Comparison, Condition, Expression, Symbol

Weight = tuple[int, int]  # operations; the largest number that remainders are taken of
NOTHING: Weight = (0, 0)
BEYOND: Weight = (10**9, 0)  # of what is said by no relation
OF_VALUES = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, Norm, Dot)
ROUNDING = (sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod)
ROUNDED, CALLED = 2, 4  # what rounding, and what any other function, is worth
ROOT = 2  # what that of a length is worth, of which the square would be multiplied out


def weight(condition: Condition) -> Weight:
    """The weight of the heaviest of the relations that it is joined of."""
    if isinstance(condition, Relational):
        return _of_relation(condition)
    if isinstance(condition, (BooleanFunction, sympy.ITE)):
        return max(map(weight, condition.args), default=NOTHING)
    return NOTHING if condition in (sympy.true, sympy.false) else BEYOND


def is_plainer(one: Condition, other: Condition) -> bool:
    """Whether the heaviest relation of one takes fewer operations than the other, or has smaller
    remainders; or it says of a variable for which the other is not solved between which values
    that lies.
    """
    return weight(one) < _of_all(other) or any(
        _is_solved(one, other, each) for each in sorted(one.free_symbols, key=str)
    )


def _of_all(condition: Condition) -> Weight:
    """The weight of a relation, or of several that must be so together."""
    parts = [*map(weight, conjuncts(condition))]
    return _joined(parts, max(len(parts) - 1, 0))


def _of_relation(relation: Comparison) -> Weight:
    """Of what stands on one side when all is brought there, whatever is added or multiplied by."""
    if not all(isinstance(side, sympy.Expr) for side in relation.args):
        return _joined([_of(side) for side in relation.args], len(relation.args) - 1)
    _, terms = difference(relation)
    varying = [key for key in terms if any(factor.free_symbols for factor in key)]
    weights = [_joined([_of(factor) for factor in key], len(_counted(key)) - 1) for key in varying]
    return _joined(weights, max(len(varying) - 1, 0))


def _joined(weights: list[Weight], operations: int) -> Weight:
    return (
        operations + sum(each for each, _ in weights),
        max((number for _, number in weights), default=0),
    )


def _of(expression: Expression) -> Weight:
    """A power counts as often as it multiplies, a root as the power that it undoes."""
    inner = [_of(part) for part in getattr(expression, "args", ())]
    if isinstance(expression, Written):
        return _of_written(expression)
    if not expression.args or (isinstance(expression, sympy.Expr) and expression.is_number):
        return NOTHING if not expression.args or expression.is_Rational else (1, 0)
    if isinstance(expression, Norm) and not expression.args[0].is_Symbol:
        return _joined(inner, 1 + ROOT)
    if isinstance(expression, (sympy.Add, *OF_VALUES)):
        return _joined(inner, max(len(inner) - 1, 1))
    if isinstance(expression, sympy.Mul):
        return _joined(inner, max(len(_counted(expression.args)) - 1, 0))
    if isinstance(expression, sympy.Pow) and expression.exp.is_Rational:
        power = expression.exp
        base = expression.base
        if isinstance(base, Norm) and power.is_even:  # what is left is an inner product
            inner = [_of(base.args[0])]
        return _joined(inner[:1], int(max(abs(power.p), power.q)))
    if isinstance(expression, ROUNDING):
        return _rounded(expression, inner)
    return _joined(inner, CALLED)


def _rounded(expression: Expression, inner: list[Weight]) -> Weight:
    """The remainder of a variable is plainer than what is rounded else, the more so of what is
    reckoned: n mod 2 and m mod 2 are beside (n + m) mod 2.
    """
    if not isinstance(expression, sympy.Mod):
        return _joined(inner, ROUNDED)
    value, by = expression.args
    modulus = int(abs(by)) if by.is_Integer else 0
    operations, largest = _joined(inner, 1 if value.is_Symbol else ROUNDED + 1)
    return operations, max(largest, modulus)


def _of_written(expression: Written) -> Weight:
    inner = [_of(part) for part in expression.operands]
    if expression.operation == "**" and expression.operands[1].is_Rational:
        power = expression.operands[1]
        return _joined(inner[:1], int(max(abs(power.p), power.q)))
    if expression.operation in (PROVIDED, REWRITTEN):
        return _of(expression.operands[0 if expression.operation == PROVIDED else 1])
    if expression.operation not in OPERATORS:
        return _joined(inner, CALLED)
    return _joined(inner, 1)


def _counted(factors: Iterable[Expression]) -> list[Expression]:
    """The factors but numbers."""
    return [factor for factor in factors if factor.free_symbols]


def _is_solved(one: Condition, other: Condition, variable: Symbol) -> bool:
    """Whether one says of this variable alone what it is compared with, all else being plainer,
    and the other does not: neither alone nor times a number among what is added.
    """
    relations, others = ({*each.atoms(Relational)} for each in (one, other))
    about = {each for each in relations if variable in each.free_symbols}
    beside = relations - about
    return (
        bool(about)
        and all(_stands_alone(each, variable) for each in about)
        and all(weight(each) < weight(other) for each in beside)
        and any(variable in each.free_symbols and not _is_added(each, variable) for each in others)
        and not any(_stands_alone(each, variable) for each in others)
    )


def _stands_alone(relation: Comparison, variable: Symbol) -> bool:
    return any(
        side == variable and variable not in beside.free_symbols
        for side, beside in (relation.args, relation.args[::-1])
    )


def _is_added(relation: Comparison, variable: Symbol) -> bool:
    """Whether a variable is among what is added, times a number, and nowhere else."""
    if not all(isinstance(side, sympy.Expr) for side in relation.args):
        return True
    _, terms = difference(relation)
    return all(
        key == frozenset({variable}) or all(variable not in each.free_symbols for each in key)
        for key in terms
    )
