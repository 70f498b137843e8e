"""Square roots of parameters become parameters of their own, in place of others that they
determine.
"""

from __future__ import annotations

import sympy

from probatum.proposition.domains import General
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import leaves, unchecked
from probatum.shapes import Expression, Point

HALF = sympy.Rational(1, 2)


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
        statement = unchecked(
            ForAll,
            variables=variables,
            given=sympy.And(given, sympy.Ge(root, 0, evaluate=False)),
            then=then,
        )


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
        root = sympy.Symbol(f"√({radicand})", nonnegative=True)
        for parameter in sorted(
            radicand.free_symbols, key=lambda symbol: str(symbol.name), reverse=True
        ):
            solutions = sympy.solve(radicand - root**2, parameter)
            if len(solutions) == 1 and solutions[0].is_rational_function(root, *parameters):
                return root, parameter, solutions[0]
    return None
