"""Where an expression of one real variable is smooth: no kink, jump, pole,
branch point or end of its domain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.type_names import Condition, Expression, Symbol

POSITIVE, NONZERO = "positive", "nonzero"
Need = tuple[Expression, str]  # an expression, and the sign that it must keep
ENTIRE = (
    sympy.exp, sympy.sin, sympy.cos, sympy.sinh, sympy.cosh, sympy.tanh, sympy.sech, sympy.atan,
    sympy.asinh, sympy.erf, sympy.erfc, sympy.erfi, sympy.Si, sympy.Shi, sympy.fresnels,
    sympy.fresnelc,
)  # fmt: skip
NEEDS: dict[Any, Callable[[Any], Need]] = {
    sympy.log: lambda u: (u, POSITIVE),
    sympy.Ei: lambda u: (u, NONZERO),
    sympy.Ci: lambda u: (u, POSITIVE),
    sympy.Chi: lambda u: (u, POSITIVE),
    sympy.asin: lambda u: (1 - u**2, POSITIVE),
    sympy.acos: lambda u: (1 - u**2, POSITIVE),
    sympy.atanh: lambda u: (1 - u**2, POSITIVE),
    sympy.acosh: lambda u: (u - 1, POSITIVE),
    sympy.tan: lambda u: (sympy.cos(u), NONZERO),
    sympy.sec: lambda u: (sympy.cos(u), NONZERO),
    sympy.cot: lambda u: (sympy.sin(u), NONZERO),
    sympy.csc: lambda u: (sympy.sin(u), NONZERO),
    sympy.coth: lambda u: (u, NONZERO),
    sympy.csch: lambda u: (u, NONZERO),
    sympy.Abs: lambda u: (u, NONZERO),
    sympy.sign: lambda u: (u, NONZERO),
}
KINKS = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.Piecewise)


class NotKnownError(Exception):
    """The expression has a part of which it is not known where it is smooth."""


def needs(expression: Expression, variable: Symbol) -> list[Need]:
    """What must keep its sign for the expression to be analytic in the variable;
    raises NotKnownError.
    """
    return list(dict.fromkeys(_needs(expression, variable)))


def is_smooth(expression: Expression, variable: Symbol) -> bool:
    """Whether the expression is known to be smooth everywhere."""
    try:
        return not needs(expression, variable)
    except NotKnownError:
        return False


def _needs(expression: Expression, variable: Symbol) -> Iterator[Need]:
    if not expression.has(variable) or expression.is_Symbol:
        return
    if isinstance(expression, sympy.Piecewise):
        yield from _of_branches(expression, variable)
        return
    for argument in expression.args:
        yield from _needs(argument, variable)
    if expression.is_Pow:
        yield from _of_power(expression.base, expression.exp, variable)
    elif isinstance(expression, (sympy.Max, sympy.Min)):
        yield from ((left - right, NONZERO) for left, right in combinations(expression.args, 2))
    elif expression.func in NEEDS:
        yield NEEDS[expression.func](expression.args[0])
    elif not (expression.is_Add or expression.is_Mul or isinstance(expression, ENTIRE)):
        raise NotKnownError(str(expression.func))


def _of_power(base: Expression, exponent: Expression, variable: Symbol) -> Iterator[Need]:
    whole = exponent.is_integer and not exponent.has(variable)
    if whole and exponent.is_nonnegative:
        return
    if whole:
        yield base, NONZERO
    elif not base.is_positive:
        yield base, POSITIVE


def _of_branches(expression: Expression, variable: Symbol) -> Iterator[Need]:
    for branch, condition in expression.args:
        for relation in condition.atoms(Relational):
            yield relation.lhs - relation.rhs, NONZERO
            yield from _needs(relation.lhs - relation.rhs, variable)
        yield from _needs(branch, variable)


def condition(expression: Expression, variable: Symbol) -> Condition:
    """The needs as one SymPy condition; raises NotKnownError."""
    return sympy.And(
        *(
            sympy.Gt(u, 0) if kind == POSITIVE else sympy.Ne(u, 0)
            for u, kind in needs(expression, variable)
        )
    )


def without_kinks(
    expression: Expression, signs: dict[Expression, int], at: Expression
) -> Expression:
    """The expression where each of `signs` keeps its sign: absolute values,
    extremes and branches resolved.

    `at` decides a condition at one point of that region; raises NotKnownError where it cannot.
    """
    if not expression.args or not expression.has(*KINKS):
        return expression
    if isinstance(expression, sympy.Piecewise):
        return without_kinks(_chosen(expression, at), signs, at)
    arguments = [without_kinks(argument, signs, at) for argument in expression.args]
    if isinstance(expression, (sympy.Abs, sympy.sign)):
        sign = signs.get(expression.args[0], 0)
        if not sign:
            raise NotKnownError(str(expression))
        return sign * arguments[0] if isinstance(expression, sympy.Abs) else sympy.Integer(sign)
    if isinstance(expression, (sympy.Max, sympy.Min)):
        return arguments[_extreme(expression, at)]
    return expression.func(*arguments)


def _extreme(expression: Expression, at: Expression) -> int:
    """The place of the argument that is the extreme one."""
    relation = sympy.Ge if isinstance(expression, sympy.Max) else sympy.Le
    for place, argument in enumerate(expression.args):
        if all(
            at(relation(argument, other, evaluate=False))
            for other in expression.args
            if other is not argument
        ):
            return place
    raise NotKnownError(str(expression))


def _chosen(expression: Expression, at: Expression) -> Expression:
    for branch, where in expression.args:
        holds = at(where)
        if holds is None:
            break
        if holds:
            return branch
    raise NotKnownError(str(expression))
