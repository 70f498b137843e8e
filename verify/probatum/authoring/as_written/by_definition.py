"""What the algebra system calculates for most values of variables, as what it is by definition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import sympy
from sympy.combinatorics import Permutation
from sympy.logic.boolalg import Boolean

from probatum.authoring.as_written.deriving import derived
from probatum.authoring.as_written.keeping import kept, provided, value_of
from probatum.authoring.as_written.operations import divide, multiply, power, product, total
from probatum.authoring.as_written.solving import check_coefficients, solving
from probatum.errors import DefinitionError
from probatum.proposition.sense.definedness import defined
from probatum.proposition.written import REWRITTEN, evaluated
from probatum.type_names import Authored, Expression, Function, Matrix, Polynomial, Symbol

LARGEST = 3  # rows of a determinant that is written down


def determinant(matrix: Matrix, *rest: str, **options: Authored) -> Expression:
    """The sum over permutations, where it is not long."""
    plain = value_of(matrix).det(*rest, **options)
    if not matrix.is_square or matrix.rows > LARGEST:
        entries = sympy.And(*map(defined, matrix.flat()))
        return provided(plain, evaluated(entries))
    size = range(matrix.rows)
    terms = (
        multiply(Permutation(order).signature(), product(matrix[i, order[i]] for i in size))
        for order in permutations(size)
    )
    meant = total(terms)
    return plain if plain == meant else kept(REWRITTEN, (plain, meant))


def stationary_points(
    expression: Expression, variable: Symbol, domain: sympy.Set = sympy.S.Reals
) -> sympy.Set:
    """Where an expression has a derivative, and this is zero."""
    return solving(sympy.solveset)(derived(expression, variable), variable, domain)


def normalized(vector: Matrix, **options: Authored) -> Matrix:
    """A vector by its length, which is to be no zero."""
    if options:
        return vector.normalized(**options)
    return vector.applyfunc(lambda entry: divide(entry, _length(vector)))


def projected(vector: Matrix, onto: Matrix) -> Matrix:
    """The multiple of another vector that is next to it."""
    share = divide(_inner(vector, onto), _inner(onto, onto))
    return onto.applyfunc(lambda entry: multiply(share, entry))


def wronskian(
    derive: Function, functions: Sequence[Expression], variable: Symbol, *_: str
) -> Expression:
    """The determinant of functions and their derivatives."""
    size = len(functions)

    def entry(row: int, column: int) -> Expression:
        function = sympy.sympify(functions[column])
        return derive(function, *[variable] * int(row)) if row else function

    return determinant(sympy.Matrix(size, size, entry))


def discriminant(expression: Expression, *variable: Symbol, **options: Authored) -> Expression:
    """That of a polynomial of the degree that is written, whose first coefficient is no zero."""
    plain = sympy.Poly(value_of(expression), *variable)
    needed = sympy.And(sympy.Ne(plain.LC(), 0), *map(defined, plain.all_coeffs()))
    return provided(sympy.discriminant(plain, **options), evaluated(needed))


def characteristic(matrix: Matrix, *variable: Symbol, **options: Authored) -> Polynomial:
    """The polynomial in the variable that is given, for which SymPy takes another of its name."""
    check_coefficients(matrix.flat())
    plain = value_of(matrix).charpoly(*variable, **options)
    if not variable or not isinstance(variable[0], sympy.Symbol):
        return plain
    return sympy.Poly(plain.as_expr().xreplace({plain.gen: variable[0]}), variable[0])


def statistic(function: Function, *arguments: Authored, **options: Authored) -> Authored:
    """A function of sympy.stats, whose distributions are checked.

    Raises DefinitionError for a condition, which may have the probability 0.
    """
    if any(isinstance(argument, Boolean) for argument in arguments[1:]):
        name, shown = function.__name__, ", ".join(map(str, arguments))
        raise DefinitionError(
            f"{name}: got {shown}, wanted no condition: of one that is never met SymPy says 0; "
            "write the quotient, E(X | A) = E(X 1_A) / P(A)"
        )
    checked = {"check": True} if function.__name__ == "FiniteRV" else {}
    return function(*arguments, **options, **checked)


def _inner(left: Matrix, right: Matrix) -> Expression:
    return total(multiply(*pair) for pair in zip(left.flat(), right.flat(), strict=True))


def _length(vector: Matrix) -> Expression:
    return power(_inner(vector, vector), sympy.Rational(1, 2))


OF_MATRICES: dict[str, Function] = {
    "det": determinant,
    "charpoly": characteristic,
    "normalized": normalized,
    "project": projected,
}
