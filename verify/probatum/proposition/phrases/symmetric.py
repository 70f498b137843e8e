"""Symmetric matrices of any size with eigenvalues in an interval, applied to vectors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import (
    NAMES,
    BuiltVector,
    General,
    a_number,
    a_vector,
    is_vector,
    of_domain,
)
from probatum.proposition.written import PROVIDED, Written, evaluated
from probatum.type_names import Authored, Condition, Expression, Matrix, OneOrMore, Printer, Vector

__all__ = ("inverse", "matrices")


class MatrixVariable(General):
    """A symmetric n x n matrix whose eigenvalues lie in an interval, for every n."""

    asked = "{0} @ x, dot(x, {0} @ x), inverse({0}, x)"
    _op_priority = 20  # so that SymPy leaves products with it to it

    def __matmul__(self, vector: Authored) -> Vector:
        """The matrix times a vector."""
        if isinstance(vector, (MatrixVariable, Multiple)):
            self._refuse(vector)
        return Applied(self, 1, a_vector(vector, f"{self.name} @ ..."))

    def __mul__(self, other: Authored) -> Expression:
        return Multiple(self, sympy.Integer(1)) * other

    def __rmul__(self, other: Authored) -> Multiple:
        return Multiple(self, self.factor(other))

    def __truediv__(self, other: Authored) -> Multiple:
        return Multiple(self, _inverse(self.factor(other)))

    def __neg__(self) -> Multiple:
        return Multiple(self, sympy.Integer(-1))

    def factor(self, other: Authored) -> Expression:
        """The number that it is multiplied by; raises DefinitionError for what is none."""
        if is_vector(other) or isinstance(other, (General, Multiple)):
            self._refuse(other)
        return a_number(other, f"the factor of {self.name}")

    def _refuse(self, other: Authored) -> Expression:
        raise DefinitionError(
            f"got the matrix {self.name} in a sum, a power or a product with {other}, wanted it "
            f"applied to a vector, such as {self.name} @ ({self.name} @ x) or {self.name} @ x + x"
        )

    __add__ = __radd__ = __sub__ = __rsub__ = __pow__ = __rtruediv__ = __rmatmul__ = _refuse

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        """What it ranges over, in LaTeX and in words."""
        (low, low_words), (high, high_words) = (
            printed(self.constants[end]) for end in ("low", "high")
        )
        latex = rf"\text{{symmetric with eigenvalues in }} \left[{low}, {high}\right]"
        words = f"symmetric matrices {NAMES} with eigenvalues from {low_words} to {high_words}"
        return latex, words


@dataclass(frozen=True, slots=True)
class Multiple:
    """A symmetric matrix times a number, to be applied to a vector."""

    matrix: MatrixVariable
    factor: Expression

    def __matmul__(self, vector: Authored) -> Vector:
        """The matrix times a vector, times the number."""
        return self.factor * (self.matrix @ vector)

    def __mul__(self, other: Authored) -> Expression:
        if is_vector(other):
            return self @ other
        return Multiple(self.matrix, _product(self.factor, self.matrix.factor(other)))

    def __rmul__(self, other: Authored) -> Multiple:
        return Multiple(self.matrix, _product(self.matrix.factor(other), self.factor))

    def __truediv__(self, other: Authored) -> Multiple:
        return Multiple(self.matrix, _product(self.factor, _inverse(self.matrix.factor(other))))

    def __neg__(self) -> Multiple:
        return Multiple(self.matrix, -self.factor)

    def _refuse(self, other: Authored) -> Expression:
        return self.matrix._refuse(other)

    __add__ = __radd__ = __sub__ = __rsub__ = __pow__ = __rtruediv__ = __rmatmul__ = _refuse


def _inverse(number: Expression) -> Expression:
    if evaluated(number).is_zero:
        raise DefinitionError(f"got a matrix divided by {number}, wanted another number")
    return 1 / number


def _product(left: Expression, right: Expression) -> Expression:
    """The product, defined where both factors are, also where they cancel."""
    needed = sympy.And(defined(left), defined(right))
    return left * right if needed == sympy.true else Written(PROVIDED, left * right, needed)


def invertible(matrix: Expression) -> Condition:
    """What an inverse needs of the interval: that all eigenvalues are above zero, or all below."""
    return sympy.Or(sympy.Gt(matrix.constants["low"], 0), sympy.Lt(matrix.constants["high"], 0))


class Applied(BuiltVector):
    """A power of a symmetric matrix times a vector."""

    @property
    def needed(self) -> Condition:
        matrix, power, _ = self.args
        return invertible(matrix) if power < 0 else sympy.true

    def _latex(self, printer: Printer) -> str:
        matrix, power, vector = self.args
        exponent = "" if power == 1 else rf"^{{{power}}}"
        return rf"{printer._print(matrix)}{exponent} {printer.parenthesize(vector, 50)}"

    def _sympystr(self, printer: Printer) -> str:
        matrix, power, vector = self.args
        exponent = "" if power == 1 else f"^{power}"
        return f"{printer._print(matrix)}{exponent} {printer.parenthesize(vector, 50)}"


def matrices(names: str, *, eigenvalues_in: Authored) -> OneOrMore:
    """Symmetric matrices of any size with eigenvalues in a closed interval: one for one name,
    a tuple for several names.
    """
    ends = tuple(eigenvalues_in) if isinstance(eigenvalues_in, (tuple, list, sympy.Tuple)) else ()
    if len(ends) != 2:
        raise DefinitionError(
            f"matrices: got eigenvalues_in={eigenvalues_in!r}, wanted the ends of an interval, "
            "such as (mu, L)"
        )
    if not all(getattr(end, "is_finite", True) is not False for end in ends):
        raise DefinitionError(
            f"matrices: got eigenvalues_in={eigenvalues_in!r}, wanted ends that are numbers: a "
            "variable of which nothing is said bounds nothing, such as L in (0, L)"
        )
    low, high = (evaluated(exact(end, "matrices: eigenvalues_in=")) for end in ends)
    if (high - low).is_negative:
        raise DefinitionError(
            f"matrices: got eigenvalues_in=({low}, {high}), wanted the lower end first"
        )
    given = dict(zip(("low", "high"), ends, strict=True))
    return of_domain(names, "matrices", MatrixVariable, given)


def inverse(matrix: Matrix, vector: Authored) -> Vector:
    """The inverse of a symmetric matrix times a vector, for eigenvalues of one sign."""
    if not isinstance(matrix, MatrixVariable):
        raise DefinitionError(f"inverse: got {matrix!r}, wanted a matrix made by matrices(...)")
    low, high = map(evaluated, matrix.constants.values())
    if low.is_nonpositive and high.is_nonnegative:
        raise DefinitionError(
            f"inverse: got {matrix.name} with eigenvalues from {low} to {high}, wanted an interval "
            "without zero"
        )
    return Applied(matrix, -1, a_vector(vector, "inverse"))
