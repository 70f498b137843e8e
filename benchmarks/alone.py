"""What SymPy alone and z3 alone say of a statement: what one would ask them without Probatum."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
import z3
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanAtom

from probatum import Equal, Exists, ForAll
from probatum.proposition.parts import conjuncts, rewrite
from probatum.proposition.written import evaluated

SIGNS = {">": "positive", ">=": "nonnegative", "<": "negative", "<=": "nonpositive"}


class NotStatableError(Exception):
    """The statement has something in it that z3 has no word for."""


def by_sympy(statement: Any) -> bool | None:
    """`simplify` and `ask` on a statement, its variables having the signs that its hypotheses give
    them; None where neither settles it.
    """
    given = sympy.true
    if isinstance(statement, ForAll):
        given, statement = rewrite(statement, evaluated).given, statement.then
    if isinstance(statement, Equal):
        difference = _known(evaluated(statement.left - statement.right), given).doit()
        return _of_equality(sympy.simplify(difference))
    if not isinstance(statement, sympy.Basic):
        return None
    condition = _known(evaluated(statement), given).doit()
    simpler = sympy.simplify(condition)
    if isinstance(simpler, BooleanAtom):
        return bool(simpler)
    assumed = [_known(part, given) for part in conjuncts(given)]
    found: bool | None = sympy.ask(sympy.Q.is_true(simpler), sympy.And(*assumed))
    return found


def _of_equality(difference: Any) -> bool | None:
    if difference == 0:
        return True
    found: bool | None = difference.equals(0)
    return found


def _known(expression: Any, given: Any) -> Any:
    """The expression with symbols that have the signs of `given`."""
    known = {}
    for part in conjuncts(given):
        if isinstance(part, Relational) and part.rel_op in SIGNS and part.rhs == 0:
            symbol, sign = part.lhs, SIGNS[part.rel_op]
            if symbol.is_Symbol:
                kind = {"integer": True} if symbol.is_integer else {"real": True}
                known[symbol] = sympy.Symbol(symbol.name, **kind, **{sign: True})
    return expression.xreplace(known)


def by_z3(statement: Any, milliseconds: int) -> bool | None:
    """What z3 says of the negation; None where it is unknown or z3 has no word for it."""
    solver = z3.Solver()
    solver.set("timeout", milliseconds)
    try:
        solver.add(z3.Not(_formula(rewrite(statement, evaluated))))
    except (NotStatableError, z3.Z3Exception):
        return None
    answer = solver.check()
    return None if answer == z3.unknown else bool(answer == z3.unsat)


def _formula(statement: Any) -> Any:
    if isinstance(statement, (ForAll, Exists)):
        given, then = _formula(statement.given), _formula(statement.then)
        universal = isinstance(statement, ForAll)
        body = z3.Implies(given, then) if universal else z3.And(given, then)
        variables = [_term(variable) for variable in statement.variables]
        quantified = z3.ForAll if universal else z3.Exists
        return quantified(variables, body) if variables else body
    if isinstance(statement, Equal):
        return _term(statement.left) == _term(statement.right)
    if isinstance(statement, BooleanAtom):
        return z3.BoolVal(bool(statement))
    if isinstance(statement, Relational):
        return RELATIONS[statement.rel_op](*map(_term, statement.args))
    for kind, joint in ((sympy.And, z3.And), (sympy.Or, z3.Or), (sympy.Not, z3.Not)):
        if isinstance(statement, kind):
            return joint(*map(_formula, statement.args))
    raise NotStatableError


def _term(expression: Any) -> Any:
    if expression.is_Symbol:
        return (z3.Int if expression.is_integer else z3.Real)(expression.name)
    if expression.is_Integer:
        return z3.IntVal(int(expression))
    if expression.is_Rational:
        return z3.Q(int(expression.p), int(expression.q))
    operation = next((OPERATIONS[kind] for kind in OPERATIONS if isinstance(expression, kind)), None)
    if operation is None:
        raise NotStatableError
    return operation(*map(_term, expression.args))


def _product(*factors: Any) -> Any:
    made = factors[0]
    for factor in factors[1:]:
        made = made * factor
    return made


def _chosen(larger: bool) -> Callable[..., Any]:
    def of(first: Any, *rest: Any) -> Any:
        for other in rest:
            first = z3.If(first > other if larger else first < other, first, other)
        return first

    return of


RELATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
OPERATIONS: dict[Any, Callable[..., Any]] = {
    sympy.Add: lambda *terms: z3.Sum(*terms),
    sympy.Mul: _product,
    sympy.Pow: lambda base, exponent: base**exponent,
    sympy.Abs: lambda value: z3.If(value >= 0, value, -value),
    sympy.Max: _chosen(True),
    sympy.Min: _chosen(False),
    sympy.Mod: lambda value, modulus: value % modulus,
    sympy.floor: z3.ToInt,
}
