"""Inequalities of sequences by their quotient, which rises to a limit that is no more than 1."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.limits.limit import by_rules
from probatum.calculus.signs.between import less
from probatum.calculus.ultimately import step_of_quotient
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

RISING = Theorem(
    "A sequence that rises is below its limit",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 3.14",
    exact=False,
)
ORDERS = ("<", "<=", ">", ">=")
GROWING = (sympy.factorial, sympy.binomial)


def by_rising_quotients(statement: Statement) -> Statement:
    """That the quotient of the smaller side and the larger grows at each step, where it tends to 1
    at most; the statement as it is where that is not known.
    """
    if not isinstance(statement, ForAll) or len(statement.variables) != 1:
        return statement
    if not isinstance(statement.then, Relational):
        return statement
    (variable,), then = statement.variables, evaluated(statement.then)
    if not isinstance(then, Relational) or then.rel_op not in ORDERS or not then.has(*GROWING):
        return statement
    if not variable.is_integer or not _is_from_a_number_on(statement.given, variable):
        return statement
    low, high = (_by_factorials(side, variable) for side in (then.lts, then.gts))
    step = step_of_quotient(low, high, variable)
    if step is None:
        return statement
    end = by_rules(then.lts / then.gts, variable, sympy.oo, "-")
    if end is None or not end.is_finite or less(sympy.Integer(1), end) is not False:
        return statement
    return for_all(statement.variables, statement.given, sympy.Gt(_plain(step**2), 1))


def _is_from_a_number_on(given: Condition, variable: Symbol) -> bool:
    """Whether it is so of each number after one of which it is so, all of them above zero."""
    orders = (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt)
    parts = conjuncts(given)
    bounds = [part for part in parts if isinstance(part, orders) and part.gts == variable]
    whole = len(bounds) == len(parts) and all(part.lts.is_Rational for part in bounds)
    return whole and any(part.lts >= (0 if part.rel_op in ("<", ">") else 1) for part in bounds)


def _by_factorials(side: Expression, variable: Symbol) -> Expression:
    """The side with quotients of factorials for binomial coefficients of integers from zero on."""
    later = {variable: sympy.Symbol(variable.name, integer=True, positive=True)}

    def quotient(top: Expression, bottom: Expression) -> Expression:
        numbers = (top, bottom, sympy.expand(top - bottom))
        if not all(each.xreplace(later).is_nonnegative for each in numbers):
            return sympy.binomial(top, bottom)
        upper, *lower = map(sympy.factorial, numbers)
        return upper / sympy.Mul(*lower)

    return side.replace(sympy.binomial, quotient)


def _plain(square: Expression) -> Expression:
    return sympy.cancel(sympy.powsimp(sympy.expand_power_base(square)))


REWRITINGS = (Rewriting(56, RISING, by_rising_quotients),)
