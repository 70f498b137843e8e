"""Sums up to n of what is rounded, by the first of them and by each difference."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.truth import truth_at
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

DIFFERENCES = Theorem(
    "What is so of the first and of all differences is so of the sums",
    "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., section 2.6",
    exact=False,
)
ROUNDED = (sympy.floor, sympy.ceiling, sympy.Mod, sympy.frac)
WEAKER = {"==": sympy.Eq, "<": sympy.Le, "<=": sympy.Le, ">": sympy.Ge, ">=": sympy.Ge}
MOST_TERMS = 200


def by_differences(statement: Statement) -> Statement:
    """The statement of one more term and one more n, where it is so of the first n; as it is where
    that is not seen.
    """
    if not isinstance(statement, ForAll) or len(statement.variables) != 1:
        return statement
    if not isinstance(statement.then, Relational):
        return statement
    (variable,), then = statement.variables, evaluated(statement.then)
    start = _start(statement.given, variable)
    if start is None or not isinstance(then, Relational) or then.rel_op not in WEAKER:
        return statement
    sums = then.atoms(sympy.Sum)
    if len(sums) != 1 or not then.has(*ROUNDED):
        return statement
    (total,) = sums
    whole = sympy.expand(then.lhs - then.rhs)
    factor = whole.coeff(total)
    rest = sympy.expand(whole - factor * total)
    ends = _ends(total, variable)
    if ends is None or rest.has(sympy.Sum) or not (factor.is_Rational and factor != 0):
        return statement
    index, low, more = total.limits[0][0], *ends
    term = total.function
    if not low - 1 <= start + more <= low + MOST_TERMS:
        return statement
    numbers = range(int(low), int(start + more) + 1)
    first = sympy.Add(*(term.xreplace({index: sympy.Integer(number)}) for number in numbers))
    at_start = factor * first + rest.xreplace({variable: start})
    if truth_at(then.func(at_start, 0, evaluate=False), {}) is not True:
        return statement
    step = factor * term.xreplace({index: variable + 1 + more})
    step += rest.xreplace({variable: variable + 1}) - rest
    weaker = WEAKER[then.rel_op](step, 0, evaluate=False)
    return for_all(statement.variables, statement.given, weaker)


def _start(given: Condition, variable: Symbol) -> Expression | None:
    """The integer from which on, and of no others, it is stated; None where that is not so."""
    if not variable.is_integer or not isinstance(given, (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt)):
        return None
    if len(conjuncts(given)) != 1 or given.gts != variable or not given.lts.is_Integer:
        return None
    return given.lts + (1 if given.rel_op in ("<", ">") else 0)


def _ends(total: Expression, variable: Symbol) -> tuple[Expression, Expression] | None:
    """Where a sum begins, and by what its end exceeds the variable; None for others."""
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return None
    index, low, high = total.limits[0]
    more = high - variable
    fits = low.is_Integer and more.is_Integer and total.function.free_symbols <= {index}
    return (low, more) if fits else None


REWRITINGS = (Rewriting(57, DIFFERENCES, by_differences),)
