"""What SymPy solves, reads from text and compiles for an author, with where it is defined;
or the refusal that says what to write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import isfinite

import sympy
from sympy.core.relational import Relational
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.generic_answers import Several
from probatum.authoring.as_written.keeping import (
    hashable,
    is_exact,
    kept,
    needs,
    provided_within,
    value_of,
    within,
)
from probatum.authoring.as_written.substituting import put_in
from probatum.errors import DefinitionError, UndefinedError
from probatum.proposition.parts import put
from probatum.proposition.sense.definedness import defined
from probatum.proposition.written import REWRITTEN, evaluated, is_written
from probatum.type_names import (
    Authored,
    Condition,
    Expression,
    Function,
    Matrix,
    Polynomial,
    Symbol,
    Values,
)

SMALL = 10**6  # of a denominator
SOLVERS = (
    sympy.solve,
    sympy.linsolve,
    sympy.solveset,
    sympy.nonlinsolve,
    sympy.solve_linear_system,
    sympy.roots,
)
CODE = ("sympy.utilities.lambdify", "sympy.printing.pycode", "sympy.printing.codeprinter")
READERS = (sympy.sympify, sympy.S, sympy.parse_expr)
INVERTING = {
    "LUsolve", "LDLsolve", "QRsolve", "cholesky_solve", "diagonal_solve", "lower_triangular_solve",
    "upper_triangular_solve", "solve", "gauss_jordan_solve", "inv", "inverse_ADJ", "inverse_GE",
    "inverse_LU", "inverse_CH", "inverse_LDL", "inverse_QR", "inverse_BLOCK", "pinv", "pinv_solve",
    "inv_mod",
}  # fmt: skip
PIVOTING = {
    "LUdecomposition",
    "QRdecomposition",
    "LDLdecomposition",
    "cholesky",
    "rref",
    "echelon_form",
    "nullspace",
    "columnspace",
    "rowspace",
    "eigenvects",
    "left_eigenvects",
    "diagonalize",
    "jordan_form",
    "orthogonalize",
    "rank_decomposition",
}


def of_code(function: Authored) -> Function | None:
    """For what makes code of expressions: a function that keeps what is written, or refuses what
    code would forget.
    """
    if function is sympy.lambdify:
        return lambdified
    if getattr(function, "__module__", "") not in CODE:
        return None

    def coded(*arguments: Authored, **options: Authored) -> Authored:
        if any(map(_holds_written, arguments)):
            raise DefinitionError(
                f"{function.__name__}: got an expression that has no value everywhere, which code "
                "forgets, wanted lambdify(...), or a function of your own"
            )
        return function(*arguments, **options)

    return coded


def lambdified(
    variables: Authored, expression: Expression, *rest: Authored, **options: Authored
) -> Function:
    """sympy.lambdify, whose function keeps what is written where it is applied to expressions, and
    to exact numbers where there is something to keep.
    """
    function = sympy.lambdify(variables, value_of(expression), *rest, **options)
    names = tuple(variables) if isinstance(variables, (tuple, list, sympy.Tuple)) else (variables,)
    others = isinstance(expression, sympy.Expr) and not expression.free_symbols <= set(names)
    keeps = others or _holds_written(expression)

    def apply(*arguments: Authored) -> Authored:
        exact = all(
            isinstance(argument, sympy.Expr) or is_exact(argument) for argument in arguments
        )
        varies = keeps or any(isinstance(argument, sympy.Expr) for argument in arguments)
        plain = exact and varies and len(names) == len(arguments)
        if not plain or not all(isinstance(name, sympy.Symbol) for name in names):
            if keeps and all(map(_is_finite, arguments)):
                _check_is_defined(expression, dict(zip(names, arguments, strict=False)))
            return function(*arguments)
        return _applied_to(expression, dict(zip(names, map(sympy.sympify, arguments), strict=True)))

    return apply


def _holds_written(thing: Authored) -> bool:
    """Whether an expression, or one of a list or matrix, stands as its author wrote it."""
    if isinstance(thing, (list, tuple, MatrixBase)):
        return any(map(_holds_written, thing))
    return isinstance(thing, sympy.Basic) and is_written(thing)


def _is_finite(number: Authored) -> bool:
    return isinstance(number, (int, float)) and isfinite(number)


def _check_is_defined(expression: Authored, numbers: dict[Symbol, float]) -> None:
    """A compiled function gives a number where what was written has none."""
    needed = needs(expression) if isinstance(expression, sympy.Expr) else sympy.true
    if needed == sympy.true:
        return
    if put(needed, {name: _meant(number) for name, number in numbers.items()}) == sympy.false:
        at = ", ".join(f"{name} = {number}" for name, number in numbers.items())
        raise UndefinedError(f"got {evaluated(expression)} at {at}, where it has no value")


def _meant(number: float) -> sympy.Rational:
    """The number that a float was rounded from: a fraction of small numbers, or its decimal."""
    simple = Fraction(number).limit_denominator(SMALL)
    return sympy.Rational(simple if float(simple) == number else Fraction(repr(float(number))))


def _applied_to(expression: Expression, values: Values) -> Expression:
    """A function's value, which is there where those of its arguments are."""
    needed = sympy.And(*map(defined, values.values()))
    return provided_within(put_in(expression, values), needed)


def applied(function: sympy.Lambda) -> Function:
    """A function of SymPy's, which puts what it is given for its variables."""
    if isinstance(function.expr, sympy.Lambda):
        return lambda *arguments: _function_of(function, arguments)

    def apply(*arguments: Authored) -> Authored:
        names = function.signature
        plain = len(names) == len(arguments) and all(isinstance(n, sympy.Symbol) for n in names)
        if not plain or not all(isinstance(a, sympy.Expr) or is_exact(a) for a in arguments):
            return function(*arguments)
        return _applied_to(
            function.expr, dict(zip(names, map(sympy.sympify, arguments), strict=True))
        )

    return apply


def _function_of(function: sympy.Lambda, arguments: tuple[Authored, ...]) -> sympy.Lambda:
    """The function that a function gives, whose variables are none that stand in its arguments."""
    inner = function.expr
    apart = {name: sympy.Dummy(name.name, **name._assumptions_orig) for name in inner.variables}
    made = sympy.Lambda(tuple(apart.values()), inner.expr.xreplace(apart))
    values = dict(zip(function.signature, map(sympy.sympify, arguments), strict=True))
    return sympy.Lambda(made.signature, _applied_to(made.expr, values))


def reading(function: Function) -> Function:
    """A function that makes an expression of text, which is defined where the text is."""

    def read(text: Authored, *rest: Authored, **options: Authored) -> Authored:
        result = function(text, *rest, **options)
        several = isinstance(result, (list, tuple, dict, sympy.Basic, MatrixBase))
        if not isinstance(text, str) or not several or "evaluate" in options:
            return result
        as_read = function(text, *rest, **options, evaluate=False)
        if all(map(_same_where, within([as_read]), within([result]))):
            return result
        if isinstance(result, sympy.Expr):
            return kept(REWRITTEN, (result, as_read))
        raise DefinitionError(
            f"{function.__name__}: got {text}, of which SymPy would forget where it has no value, "
            "wanted one expression at a time, and relations built of these"
        )

    return read


def _same_where(one: Authored, other: Authored) -> bool:
    """Whether two readings of one text are defined at the same places."""
    return bool(needs(hashable(one)) == needs(hashable(other)))


def solving(function: Function) -> Function:
    """A solver of equations: SymPy's solutions leave out for which parameters there are none,
    or others.

    Raises DefinitionError where it is not known for which parameters they are the solutions.
    """

    def solve(equations: Authored, *unknowns: Authored, **options: Authored) -> Authored:
        arguments = value_of((equations, *unknowns))
        result = function(*arguments, **value_of(options))
        sides = _sides(arguments[0])
        names = _names(arguments[1:]) or sorted(
            set().union(*(side.free_symbols for side in sides)), key=sympy.default_sort_key
        )
        parameters = set().union(*(side.free_symbols for side in sides)) - set(names)
        if all(side == 0 for side in sides):
            raise DefinitionError(
                f"{function.__name__}: got what is zero whatever {', '.join(map(str, names))} is, "
                "wanted an equation whose solutions can be listed"
            )
        needed = sympy.And(*map(defined, _sides(equations)))
        if needed != sympy.true:
            result = _solutions_of_defined(result, needed, names)
        if not parameters:
            return result if _all_polynomial(sides, names) else _as_several(result)
        where = _solvable(function, sides, names, parameters)
        if function is sympy.roots and isinstance(result, dict):
            return {provided_within(root, where): times for root, times in result.items()}
        return provided_within(result, where)

    return solve


def _solutions_of_defined(result: Authored, needed: Condition, names: list[Symbol]) -> Authored:
    """The solutions at which the equations have a value; where that is not known, they are none
    but where they have one.

    Raises DefinitionError where solutions are not listed one by one.
    """

    def there(solution: Authored) -> Condition:
        if isinstance(solution, dict):
            return put(evaluated(needed), solution)
        several = isinstance(solution, (tuple, sympy.Tuple))
        values = dict(zip(names, solution if several else (solution,), strict=True))
        return put(evaluated(needed), values)

    def among(solutions: Iterable[Authored]) -> Iterator[Authored]:
        for solution in solutions:
            where = there(solution)
            if where != sympy.false:
                yield provided_within(solution, where)

    if isinstance(result, dict):
        if set(result) <= set(names):
            return next(among([result]), [])
        return {root: times for root, times in result.items() if [*among([root])]}
    if type(result) is list:
        return [*among(result)]
    if isinstance(result, sympy.FiniteSet):
        return sympy.FiniteSet(*among(result))
    raise DefinitionError(
        f"got an equation that has no value everywhere, of which SymPy's solutions are {result}, "
        "wanted the solutions written down, and the equation stated of them"
    )


def _sides(equations: Authored) -> list[Expression]:
    parts = equations if isinstance(equations, (list, tuple, set, sympy.Tuple)) else [equations]
    return [
        part.lhs - part.rhs if isinstance(part, Relational) else sympy.sympify(part)
        for part in parts
    ]


def _names(unknowns: tuple[Authored, ...]) -> list[Symbol]:
    flat = [
        name
        for part in unknowns
        for name in (part if isinstance(part, (list, tuple, set, sympy.Tuple)) else (part,))
    ]
    return [name for name in flat if isinstance(name, sympy.Symbol)]


def _all_polynomial(sides: list[Expression], names: list[Symbol]) -> bool:
    return all(isinstance(side, sympy.Expr) and side.is_polynomial(*names) for side in sides)


def _as_several(result: Authored) -> Authored:
    """Solutions of which there may be more than SymPy lists."""
    return Several(result) if type(result) is list else result


def _solvable(
    function: Authored, sides: list[Authored], names: list[Authored], parameters: set[Authored]
) -> Condition:
    """Where as many solutions exist as SymPy gives: a leading coefficient, or a determinant,
    that is not zero.
    """
    if _all_polynomial(sides, names) and len(sides) == len(names):
        if len(names) == 1:
            return sympy.Ne(sympy.Poly(sides[0], *names).LC(), 0)
        if all(sympy.Poly(side, *names).total_degree() <= 1 for side in sides):
            return sympy.Ne(sympy.linear_eq_to_matrix(sides, names)[0].det(), 0)
    shown = ", ".join(sorted(map(str, parameters)))
    raise DefinitionError(
        f"{getattr(function, '__name__', 'solve')}: got equations with the parameters {shown}, "
        "of which SymPy does not say where its "
        "solution is one, wanted the solution written down, and the equation stated of it"
    )


def polynomial(expression: Expression, *generators: Symbol, **options: Authored) -> Polynomial:
    """sympy.Poly; raises DefinitionError where a polynomial would forget where the expression is
    undefined.
    """
    check_coefficients(expression if isinstance(expression, (list, tuple)) else (expression,))
    return sympy.Poly(value_of(expression), *value_of(generators), **options)


def check_coefficients(parts: Iterable[Expression]) -> None:
    """Raise DefinitionError where one of them is not defined everywhere."""
    for part in map(sympy.sympify, parts):
        if isinstance(part, sympy.Expr) and needs(part) != sympy.true:
            raise DefinitionError(
                f"Poly: got {part}, which is not defined everywhere, wanted coefficients that "
                "are, and the equation stated where it is true"
            )


def pivoting(name: str, owner: Matrix) -> None:
    """Raise DefinitionError where a method divides by pivots that may be zero."""
    if owner.free_symbols:
        raise DefinitionError(
            f"{name}: got a matrix with {', '.join(sorted(map(str, owner.free_symbols)))}, "
            "by whose pivots SymPy divides without "
            "saying so, wanted one of numbers, or the result written down"
        )
