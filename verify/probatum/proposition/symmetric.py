"""Symmetric matrices of any size with eigenvalues in an interval, applied to vectors."""

from __future__ import annotations

from collections.abc import Callable

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.domains import (
    NAMES,
    BuiltVector,
    General,
    a_vector,
    is_vector,
    of_domain,
)
from probatum.shapes import Authored, Expression, Matrix, OneOrMore, Printer, Vector


class MatrixVariable(General):
    """A symmetric n x n matrix whose eigenvalues lie in an interval, for every n."""

    def __matmul__(self, vector: Authored) -> Vector:
        """The matrix times a vector."""
        return Applied(self, 1, a_vector(vector, f"{self.name} @ ..."))

    def __mul__(self, other: Authored) -> Expression:
        if is_vector(other):
            return self @ other
        raise DefinitionError(
            f"got the product of the matrix {self.name} and {other}, "
            f"wanted {self.name} @ x with a vector x"
        )

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        """What it ranges over, in LaTeX and in words."""
        (low, low_words), (high, high_words) = (
            printed(self.constants[end]) for end in ("low", "high")
        )
        latex = rf"\text{{symmetric with eigenvalues in }} \left[{low}, {high}\right]"
        words = f"symmetric matrices {NAMES} with eigenvalues from {low_words} to {high_words}"
        return latex, words


class Applied(BuiltVector):
    """A power of a symmetric matrix times a vector."""

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
    given = dict(zip(("low", "high"), ends, strict=True))
    return of_domain(names, "matrices", MatrixVariable, given)


def inverse(matrix: Matrix, vector: Authored) -> Vector:
    """The inverse of a symmetric matrix times a vector, for eigenvalues that are positive."""
    if not isinstance(matrix, MatrixVariable):
        raise DefinitionError(f"inverse: got {matrix!r}, wanted a matrix made by matrices(...)")
    return Applied(matrix, -1, a_vector(vector, "inverse"))
