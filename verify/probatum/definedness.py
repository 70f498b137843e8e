"""The conditions under which an expression, a condition and a proposition are defined."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.proposition import (
    KINDS,
    All,
    AlmostAll,
    Equal,
    Exists,
    ForAll,
    Multiset,
    Orbit,
    Rounded,
    after,
    substitute,
    unchecked,
)

UNDEFINED = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo)


@lru_cache(maxsize=4096)
def defined(expression: Any) -> Any:
    """The condition, a SymPy Boolean, under which a real expression or condition has a value."""
    if isinstance(expression, (tuple, sympy.Tuple, sympy.FiniteSet)):
        return sympy.And(*(defined(item) for item in expression))
    if isinstance(expression, Multiset):
        return defined(expression.elements)
    if isinstance(expression, MatrixBase):
        return sympy.And(*(defined(item) for item in expression))
    if isinstance(expression, (sympy.And, sympy.Or, sympy.Not, sympy.Implies)):
        return _defined_connective(expression)
    if isinstance(expression, sympy.Piecewise):
        return _defined_piecewise(expression)
    if expression in UNDEFINED:
        return sympy.false
    if isinstance(expression, (sympy.Limit, sympy.Integral, sympy.Sum, sympy.Derivative)):
        return sympy.true  # bound variables; whether these exist is for the decider that evaluates them
    return sympy.And(_own(expression), *(defined(argument) for argument in expression.args))


def _own(expression: Any) -> Any:
    """What the outermost operation of the expression needs."""
    if expression.is_Pow if hasattr(expression, "is_Pow") else False:
        return _own_power(expression.base, expression.exp)
    argument = expression.args[0] if expression.args else None
    match expression:
        case sympy.log():
            return sympy.Gt(argument, 0)
        case sympy.asin() | sympy.acos():
            return sympy.And(sympy.Ge(argument, -1), sympy.Le(argument, 1))
        case sympy.acosh():
            return sympy.Ge(argument, 1)
        case sympy.atanh():
            return sympy.And(sympy.Gt(argument, -1), sympy.Lt(argument, 1))
        case sympy.tan():
            return sympy.Ne(sympy.cos(argument), 0)
    return sympy.true


def _own_power(base: Any, exponent: Any) -> Any:
    if exponent.is_Integer:
        return sympy.Ne(base, 0) if exponent.is_negative else sympy.true
    if exponent.is_Rational:
        return sympy.Gt(base, 0) if exponent.is_negative else sympy.Ge(base, 0)
    if exponent.is_integer:
        return sympy.Or(sympy.Ne(base, 0), sympy.Ge(exponent, 0))
    return sympy.Gt(base, 0)


def _defined_connective(expression: Any) -> Any:
    """Kleene: defined where all parts are, or where one defined part decides the whole."""
    if isinstance(expression, sympy.Implies):
        premise, conclusion = expression.args
        return _defined_connective(sympy.Or(sympy.Not(premise), conclusion, evaluate=False))
    parts = [(part, defined(part)) for part in expression.args]
    if all(condition == sympy.true for _, condition in parts) or isinstance(expression, sympy.Not):
        return sympy.And(*(condition for _, condition in parts))
    deciding = sympy.Not if isinstance(expression, sympy.And) else (lambda part: part)
    return sympy.Or(
        sympy.And(*(condition for _, condition in parts)),
        *(sympy.And(condition, deciding(part)) for part, condition in parts),
    )


def _defined_piecewise(expression: Any) -> Any:
    conditions: list[Any] = []
    earlier: Any = sympy.false
    for branch, condition in expression.args:
        here = sympy.And(sympy.Not(earlier), condition)
        conditions.append(sympy.Or(earlier, defined(condition)))
        conditions.append(sympy.Or(sympy.Not(here), defined(branch)))
        earlier = sympy.Or(earlier, condition)
    return sympy.And(earlier, *conditions)


def obligations(statement: Any, variables: tuple[Any, ...] = (), given: Any = sympy.true) -> list[Any]:
    """What must be shown for `statement` to be defined wherever its hypotheses hold, as `ForAll` propositions."""
    match statement:
        case ForAll() | Exists() | AlmostAll():
            admitted = sympy.And(given, statement.given, defined(statement.given))
            bound = (*variables, *statement.variables)
            return obligations(statement.then, bound, admitted)
        case All():
            return [found for part in statement.parts for found in obligations(part, variables, given)]
        case Orbit():
            return _orbit_obligations(statement, variables, given)
        case Equal():
            return _obligation(variables, given, sympy.And(defined(statement.left), defined(statement.right)))
        case Rounded():
            return _obligation(variables, given, defined(statement.expression))
    return [] if isinstance(statement, KINDS) else _obligation(variables, given, defined(statement))


def _orbit_obligations(orbit: Any, variables: tuple[Any, ...], given: Any) -> list[Any]:
    visited = sympy.true if orbit.invariant is None else orbit.invariant
    first = _obligation(variables, given, defined(orbit.start))
    moves = dict(zip(map(after, orbit.state), orbit.step, strict=True))
    needed = sympy.And(defined(orbit.step), defined(substitute(orbit.then, moves)))
    return first + _obligation((*variables, *orbit.state), sympy.And(given, visited), needed)


def _obligation(variables: tuple[Any, ...], given: Any, needed: Any) -> list[Any]:
    if needed == sympy.true:
        return []
    return [unchecked(ForAll, variables=variables, given=given, then=needed)]
