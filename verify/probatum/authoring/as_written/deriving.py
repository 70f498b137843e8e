"""Derivatives that an author's module asks for: they are decided as they are written."""

from __future__ import annotations

from collections.abc import Iterable

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import kept, value_of
from probatum.proposition.written import DERIVATIVE
from probatum.type_names import Authored, Expression, Matrix, Symbol


def derived(expression: Expression, *variables: Authored, **options: Authored) -> Authored:
    """sympy.diff, with what is derived; of a matrix, each entry is."""
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(lambda entry: derived(entry, *variables, **options))
    by = _variables(variables)
    if options or by is None or not isinstance(expression, sympy.Expr):
        return sympy.diff(value_of(expression), *map(value_of, variables), **options)
    return kept(DERIVATIVE, (expression, *by))


def _variables(variables: tuple[Authored, ...]) -> tuple[Authored, ...] | None:
    """One variable for each derivation; None for forms that are left to the algebra system."""
    found: list[Authored] = []
    for variable in variables:
        if isinstance(variable, sympy.Symbol):
            found.append(variable)
        elif isinstance(variable, (int, sympy.Integer)) and found and 0 < variable < 10:
            found += [found[-1]] * (int(variable) - 1)
        else:
            return None
    return tuple(found) or None


def hessian(
    expression: Expression, variables: Iterable[Symbol], *rest: Authored, **options: Authored
) -> Matrix:
    """sympy.hessian, each of whose entries is derived so."""
    by = tuple(variables)
    if rest or options or not all(isinstance(variable, sympy.Symbol) for variable in by):
        return sympy.hessian(value_of(expression), variables, *rest, **options)
    return sympy.Matrix(
        len(by), len(by), lambda i, j: derived(sympy.sympify(expression), by[i], by[j])
    )


def jacobian(functions: Matrix, variables: Iterable[Symbol]) -> Matrix:
    """The method of matrices, each of whose entries is derived so."""
    by, of = list(variables), functions.flat()
    if not all(isinstance(variable, sympy.Symbol) for variable in by):
        return value_of(functions).jacobian(variables)
    return sympy.Matrix(len(of), len(by), lambda i, j: derived(of[i], by[j]))
