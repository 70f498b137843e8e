"""Decides what depends on integers only through remainders and signs:
by one full period of each.
"""

from __future__ import annotations

import itertools
from math import lcm, prod

import sympy
from sympy.core.relational import Relational

from probatum.counterexample import Counterexample
from probatum.decision import Decision, Outcome, Why
from probatum.engines.decider import Ask, nobody
from probatum.proposition.definedness import defined
from probatum.proposition.kinds import ForAll
from probatum.proposition.truth import holds_at, truth_at
from probatum.proposition.whole import is_whole
from probatum.shapes import Condition, Expression, Point, Statement, Symbol, Symbols

NAME = "residues"
ENGINE = "exact search"
MOST_CASES = 5_000
LONGEST_PERIOD = 2_000


class NotPeriodicError(Exception):
    """A variable stands outside of remainders and signs."""


def takes(statement: Statement) -> bool:
    """Conditions for all integers in which there are remainders, signs or half turns."""
    if not isinstance(statement, ForAll) or not isinstance(
        statement.then, sympy.logic.boolalg.Boolean
    ):
        return False
    if not statement.variables or not all(variable.is_integer for variable in statement.variables):
        return False
    return any(map(_modulus, sympy.preorder_traversal(statement.then))) or statement.then.has(
        sympy.floor, sympy.ceiling
    )


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove it by every case of a period that hypotheses with a period admit, or refute it by one
    that all hypotheses admit.
    """
    supposed = [part for part in sympy.And.make_args(statement.given) if _is_periodic(part)]
    try:
        periods = _periods(statement.variables, [statement.then, *supposed])
    except NotPeriodicError:
        return Decision(NAME, Outcome.UNDECIDED, Why.SCOPE)
    if prod(periods) > MOST_CASES:
        return Decision(NAME, Outcome.UNDECIDED, Why.BUDGET)
    tried = 0
    for values in itertools.product(*map(range, periods)):
        tried += 1
        point = dict(zip(statement.variables, map(sympy.Integer, values), strict=True))
        if any(truth_at(part, point) is False for part in supposed):
            continue
        holds = truth_at(statement.then, point)
        if holds is False and holds_at(statement.given, point) is True:
            return Decision(NAME, Outcome.REFUTED, Why.COUNTEREXAMPLE, _shown(point), tried=tried)
        if holds is not True or truth_at(defined(statement.then), point) is not True:
            return Decision(NAME, Outcome.UNDECIDED, Why.A_REMAINDER, tried=tried)
    return Decision(NAME, Outcome.PROVED, Why.REMAINDERS, tried=tried)


def _shown(point: Point) -> Counterexample:
    return Counterexample(tuple((variable.name, value) for variable, value in point.items()))


def _is_periodic(condition: Condition) -> bool:
    """Whether a hypothesis is decided by remainders of its variables, and defined everywhere."""
    if not condition.free_symbols or defined(condition) != sympy.true:
        return False
    try:
        _periods(tuple(condition.free_symbols), [condition])
    except NotPeriodicError:
        return False
    return True


def _periods(variables: Symbols, conditions: list[Condition]) -> list[int]:
    periods = dict.fromkeys(variables, 1)
    for condition in conditions:
        relations = condition.atoms(Relational)
        for relation in relations:
            for variable, period in _of_difference(relation.lhs - relation.rhs).items():
                periods[variable] = lcm(periods[variable], period)
        if not relations or max(periods.values()) > LONGEST_PERIOD:
            raise NotPeriodicError
    return list(periods.values())


def _of_difference(difference: Expression) -> dict[Expression, int]:
    """The periods of a difference, in which all variables must stand inside of periodic parts."""
    periods: dict[Symbol, int] = {}
    rest = sympy.expand(_replaced(difference, periods))
    if {symbol for symbol in rest.free_symbols if not isinstance(symbol, sympy.Dummy)}:
        raise NotPeriodicError
    return periods


def _replaced(expression: Expression, periods: dict[Symbol, int]) -> Expression:
    """The expression with a name for each periodic part; floor(p) is p less its remainder, and
    ceiling(p) the opposite of floor(-p).
    """
    if not expression.free_symbols:
        return expression
    if isinstance(expression, sympy.ceiling):
        return -_replaced(sympy.floor(-expression.args[0], evaluate=False), periods)
    if isinstance(expression, sympy.floor):
        return expression.args[0] - _part(
            sympy.Mod(expression.args[0], 1, evaluate=False), expression.args[0], 1, periods
        )
    modulus = _modulus(expression)
    if modulus is not None:
        return _part(expression, *modulus, periods)
    return (
        expression.func(*(_replaced(part, periods) for part in expression.args))
        if expression.args
        else expression
    )


def _modulus(expression: Expression) -> tuple[Expression, int] | None:
    """A polynomial and the number by which its remainder determines the part."""
    if (
        isinstance(expression, sympy.Mod)
        and expression.args[1].is_Integer
        and expression.args[1] != 0
    ):
        return expression.args[0], abs(int(expression.args[1]))
    if isinstance(expression, sympy.Pow) and expression.base == -1 and is_whole(expression.exp):
        return expression.exp, 2
    if isinstance(expression, (sympy.sin, sympy.cos)) and expression.args[0].has(sympy.pi):
        return sympy.expand(expression.args[0] / sympy.pi), 2
    return None


def _part(part: Expression, inside: Expression, modulus: int, periods: dict[Symbol, int]) -> Symbol:
    """A name for a function of `inside` modulo `modulus`: q(n + D m) = q(n) mod m,
    where D clears the denominators of q.
    """
    symbols = sorted(inside.free_symbols, key=sympy.default_sort_key)
    if (
        not symbols
        or not all(symbol.is_integer for symbol in symbols)
        or not inside.is_polynomial(*symbols)
    ):
        raise NotPeriodicError
    polynomial = sympy.Poly(inside, *symbols)
    coefficients = polynomial.coeffs()
    if not all(coefficient.is_Rational for coefficient in coefficients):
        raise NotPeriodicError
    period = modulus * lcm(*(int(coefficient.q) for coefficient in coefficients))
    for symbol in symbols:
        periods[symbol] = lcm(periods.get(symbol, 1), period)
    return sympy.Dummy(str(part))
