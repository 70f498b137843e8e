"""Derivatives that an author's module asks for: they are decided as they are written."""

from __future__ import annotations

from collections.abc import Iterable

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import kept, value_of
from probatum.errors import DefinitionError
from probatum.proposition.binders import check_continuous
from probatum.proposition.written import DERIVATIVE
from probatum.type_names import Authored, Expression, Matrix, Symbol


def derived(expression: Expression, *variables: Authored, **options: Authored) -> Authored:
    """sympy.diff, with what is derived, however it is to be written; of a matrix, each entry is."""
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(lambda entry: derived(entry, *variables, **options))
    check_variables(variables)
    by = _variables(variables or _only_one(expression))
    if by is None or not isinstance(expression, sympy.Expr):
        return sympy.diff(value_of(expression), *map(value_of, variables), **options)
    return kept(DERIVATIVE, (expression, *by))


def derivative(expression: Expression, *variables: Authored, **options: Authored) -> Expression:
    """sympy.Derivative, by variables."""
    check_variables(variables)
    if options.get("evaluate"):
        return derived(expression, *variables)
    return sympy.Derivative(expression, *variables, **options)


def check_variables(variables: tuple[Authored, ...]) -> None:
    """Raise DefinitionError for a list or matrix of variables, whose array of derivatives in SymPy
    would forget where they exist, and for integers.
    """
    for variable in variables:
        one, *times = variable if isinstance(variable, (tuple, sympy.Tuple)) else (variable,)
        if len(times) > 1 or isinstance(one, (list, tuple, sympy.Tuple, MatrixBase)):
            raise DefinitionError(
                f"got a derivative by {variable}, wanted one variable after the other, or "
                "Matrix([...]).jacobian([...])"
            )
        if isinstance(one, sympy.Symbol):
            check_continuous(one)


def _only_one(expression: Authored) -> tuple[Symbol, ...]:
    """Its variable, where there is no other."""
    free = tuple(getattr(expression, "free_symbols", ()))
    check_variables(free if len(free) == 1 else ())
    return free if len(free) == 1 else ()


def _variables(variables: tuple[Authored, ...]) -> tuple[Authored, ...] | None:
    """One variable for each derivation; None for forms that are left to the algebra system."""
    found: list[Authored] = []
    pairs = (part if isinstance(part, (tuple, sympy.Tuple)) else (part,) for part in variables)
    for variable in (each for pair in pairs for each in pair):
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
    check_variables(by)
    if rest or options or not all(isinstance(variable, sympy.Symbol) for variable in by):
        return sympy.hessian(value_of(expression), variables, *rest, **options)
    return sympy.Matrix(
        len(by), len(by), lambda i, j: derived(sympy.sympify(expression), by[i], by[j])
    )


def jacobian(functions: Matrix, variables: Iterable[Symbol]) -> Matrix:
    """The method of matrices, each of whose entries is derived so."""
    by, of = list(variables), functions.flat()
    check_variables(tuple(by))
    if not all(isinstance(variable, sympy.Symbol) for variable in by):
        return value_of(functions).jacobian(variables)
    return sympy.Matrix(len(of), len(by), lambda i, j: derived(of[i], by[j]))
