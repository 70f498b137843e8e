"""Square roots of parameters become parameters of their own, in place of others that they
determine, where the statement says nothing of those for which there is no root.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.every_case import holds_in_every_case
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, leaves
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import General
from probatum.type_names import Expression, Point

ORDERS = (sympy.Gt, sympy.Ge, sympy.Lt, sympy.Le)


def without_roots(statement: ForAll) -> tuple[ForAll, Point]:
    """The statement with a parameter for each square root, and the parameters that are gone in
    terms of those that are left.
    """
    meant: dict[Expression, Expression] = {}
    while True:
        found = _replaced(statement)
        if found is None:
            return statement, meant
        root, gone, value = found
        put = {gone: value}
        meant = {name: each.xreplace(put) for name, each in meant.items()} | put
        variables = tuple(
            root if each == gone else each.xreplace(put) if isinstance(each, General) else each
            for each in statement.variables
        )
        given, then = statement.given.xreplace(put), statement.then.xreplace(put)
        statement = for_all(variables, sympy.And(given, sympy.Ge(root, 0, evaluate=False)), then)


def _replaced(statement: ForAll) -> tuple[Expression, Expression, Expression] | None:
    """A root, a parameter that it determines, and that parameter in terms of the root and the
    others.
    """
    parameters = {variable for variable in statement.variables if not isinstance(variable, General)}
    roots = {
        part
        for leaf in leaves(statement)
        for part in leaf.atoms(sympy.Pow)
        if part.exp.is_Rational and part.exp.q == 2
    }
    for radicand in sorted(
        {root.base for root in roots if root.free_symbols and root.free_symbols <= parameters},
        key=sympy.default_sort_key,
    ):
        if not _is_everywhere(radicand, statement):
            continue
        root = sympy.Symbol(f"√({radicand})", nonnegative=True)
        for parameter in sorted(
            radicand.free_symbols, key=lambda symbol: str(symbol.name), reverse=True
        ):
            solutions = sympy.solve(radicand - root**2, parameter)
            if len(solutions) != 1 or not solutions[0].is_rational_function(root, *parameters):
                continue
            if _positive(sympy.fraction(sympy.together(solutions[0]))[1], statement):
                return root, parameter, solutions[0]
    return None


def _is_everywhere(radicand: Expression, statement: ForAll) -> bool:
    """Whether the statement has no case in which the radicand is negative: not where a root stands
    behind a condition, or in an alternative.
    """
    roots = (sympy.sqrt(radicand), 1 / sympy.sqrt(radicand))
    return any(holds_in_every_case(defined(root), statement) for root in roots)


def _positive(denominator: Expression, statement: ForAll) -> bool:
    """Whether a denominator is seen to be positive: of numbers and parameters that are."""
    known = {variable for variable in statement.variables if variable.is_positive}
    orders = [part for part in conjuncts(statement.given) if isinstance(part, ORDERS)]
    for _ in orders:  # what is above a positive one is positive
        known |= {part.gts for part in orders if _is_above_zero(part, known)}
    return all(
        factor.is_positive or (factor.base if factor.is_Pow else factor) in known
        for factor in sympy.Mul.make_args(denominator)
    )


def _is_above_zero(order: Relational, known: set[Expression]) -> bool:
    strict = isinstance(order, (sympy.Gt, sympy.Lt))
    low = order.lts
    return bool(low in known or low.is_positive or (strict and low.is_nonnegative))
