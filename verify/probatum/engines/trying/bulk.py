"""Evaluates a condition at many points at once, by NumPy in floating point: to find candidates,
never to decide.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import sympy
from sympy.core.relational import Relational

from probatum.type_names import Column, Condition, Expression, Number

Columns = Mapping[sympy.Symbol, Column]
FUNCTIONS: dict[Any, Callable[..., Any]] = {
    sympy.exp: np.exp,
    sympy.log: np.log,
    sympy.sin: np.sin,
    sympy.cos: np.cos,
    sympy.tan: np.tan,
    sympy.asin: np.arcsin,
    sympy.acos: np.arccos,
    sympy.atan: np.arctan,
    sympy.atan2: lambda y, x: np.arctan2(y + 0.0, x + 0.0),  # zeros have no sign
    sympy.sinh: np.sinh,
    sympy.cosh: np.cosh,
    sympy.tanh: np.tanh,
    sympy.Abs: np.abs,
    sympy.sign: np.sign,
    sympy.floor: np.floor,
    sympy.ceiling: np.ceil,
    sympy.Mod: np.mod,
}
RELATIONS = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}
WITH_EQUALITY = ("==", "<=", ">=")
JOINTS = {sympy.And: np.logical_and, sympy.Or: np.logical_or}
LARGEST_NUMBER = 10**300


class NotVectorizedError(Exception):
    """The expression has a part without a NumPy counterpart."""


def truths(condition: Condition, columns: Columns, tolerance: float = 0.0) -> Column:
    """The condition at all points, as an array of bool; raises NotVectorizedError.

    With a relative tolerance, sides that differ less are taken for equal where that makes a
    relation true: by =, <= and >=.
    """
    if condition in (sympy.true, sympy.false):
        return np.bool_(condition)
    if isinstance(condition, Relational):
        left, right = values(condition.lhs, columns), values(condition.rhs, columns)
        found = RELATIONS[condition.rel_op](left, right)
        if tolerance and condition.rel_op in WITH_EQUALITY:
            return found | np.isclose(left, right, rtol=tolerance, atol=tolerance, equal_nan=True)
        return found
    parts = [truths(part, columns, tolerance) for part in condition.args]
    if condition.func in JOINTS:
        return functools.reduce(JOINTS[condition.func], parts)
    if isinstance(condition, sympy.Not):
        return np.logical_not(parts[0])
    if isinstance(condition, sympy.Implies):
        return np.logical_or(np.logical_not(parts[0]), parts[1])
    raise NotVectorizedError(str(condition.func))


def bounds_of_truth(
    condition: Condition, columns: Columns, tolerance: float
) -> tuple[Column, Column]:
    """Where the condition is surely true, and where it may be, as two arrays of bool;
    raises NotVectorizedError.

    Sides that differ less than the relative tolerance are not told apart.
    """
    if condition in (sympy.true, sympy.false):
        return np.bool_(condition), np.bool_(condition)
    if isinstance(condition, Relational):
        left, right = values(condition.lhs, columns), values(condition.rhs, columns)
        found = RELATIONS[condition.rel_op](left, right)
        if all(side.is_Symbol or side.is_number for side in (condition.lhs, condition.rhs)):
            return found, found  # nothing was rounded on the way
        close = _close(left, right, tolerance)
        return found & ~close, found | close
    parts = [bounds_of_truth(part, columns, tolerance) for part in condition.args]
    surely, maybe = zip(*parts, strict=True)
    if condition.func in JOINTS:
        joint = JOINTS[condition.func]
        return functools.reduce(joint, surely), functools.reduce(joint, maybe)
    if isinstance(condition, sympy.Not):
        return np.logical_not(maybe[0]), np.logical_not(surely[0])
    if isinstance(condition, sympy.Implies):
        return np.logical_or(np.logical_not(maybe[0]), surely[1]), np.logical_or(
            np.logical_not(surely[0]), maybe[1]
        )
    raise NotVectorizedError(str(condition.func))


def _close(left: Expression, right: Expression, tolerance: float) -> Column:
    """Where floating point does not tell two sides apart: they are close,
    or one of them is no number.
    """
    with np.errstate(all="ignore"):
        return ~(
            np.abs(left - right)
            > tolerance * np.maximum(1.0, np.maximum(np.abs(left), np.abs(right)))
        )


def values(expression: Expression, columns: Columns) -> Column:
    """The expression at all points, as an array of float; raises NotVectorizedError."""
    if expression.is_Symbol:
        if expression not in columns:
            raise NotVectorizedError(f"{expression}, which is bound inside")
        return columns[expression]
    if expression.is_number and not expression.is_Rational:
        return _constant(expression)
    if expression.is_Rational:
        return _rational(expression)
    if isinstance(expression, sympy.Piecewise):
        return _piecewise(expression, columns)
    if expression.is_Add or expression.is_Mul:
        joint = np.add if expression.is_Add else np.multiply
        return functools.reduce(joint, [values(argument, columns) for argument in expression.args])
    if expression.is_Pow:
        return _power(expression, columns)
    return _function(expression, columns)


def _rational(number: Number) -> float:
    if abs(number) > LARGEST_NUMBER:
        raise NotVectorizedError("a number beyond floating point")
    return float(number)


def _constant(expression: Expression) -> float:
    number = expression.evalf(17)
    if not number.is_Float:
        raise NotVectorizedError(str(expression))
    return float(number)


def _power(expression: Expression, columns: Columns) -> Column:
    return np.power(values(expression.base, columns), values(expression.exp, columns))


def _piecewise(expression: Expression, columns: Columns) -> Column:
    branches = [
        (values(branch, columns), truths(condition, columns))
        for branch, condition in expression.args
    ]
    value: Expression = np.nan
    for branch, condition in reversed(branches):
        value = np.where(condition, branch, value)
    return value


def _function(expression: Expression, columns: Columns) -> Column:
    arguments = [values(argument, columns) for argument in expression.args]
    if isinstance(expression, (sympy.Max, sympy.Min)):
        return functools.reduce(
            np.maximum if isinstance(expression, sympy.Max) else np.minimum, arguments
        )
    if expression.func not in FUNCTIONS:
        raise NotVectorizedError(str(expression.func))
    return FUNCTIONS[expression.func](*arguments)
