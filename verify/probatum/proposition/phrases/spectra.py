"""What texts say of the eigenvalues of a given matrix and of the roots of a polynomial."""

from __future__ import annotations

from itertools import chain

import sympy
from sympy.logic.boolalg import Boolean
from sympy.matrices.matrixbase import MatrixBase

from probatum.errors import DefinitionError
from probatum.proposition.binders import BINDERS
from probatum.proposition.numbers.exact import exact
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.complex_numbers import number
from probatum.proposition.subjects.domains import a_number
from probatum.proposition.written import PROVIDED, Written, evaluated
from probatum.type_names import Authored, Condition, Expression, Matrix, Printer, Symbol

__all__ = (
    "has_eigenvalues", "largest_root", "orthogonal", "reflection", "rotation",
    "spectral_radius",
)  # fmt: skip

LARGEST = 6  # rows of a matrix whose entries may be symbols


class Modulus(sympy.Expr):  # type: ignore[misc]
    """The largest modulus of some complex numbers; a number, compared with a bound."""

    is_real = True
    is_commutative = True

    @property
    def coefficients(self) -> tuple[Expression, ...]:
        """Of the polynomial whose roots they are, the highest first."""
        raise NotImplementedError


class SpectralRadius(Modulus):
    """The largest modulus of an eigenvalue of a matrix."""

    @property
    def coefficients(self) -> tuple[Expression, ...]:
        return characteristic(self.args[0])

    def _sympystr(self, printer: Printer) -> str:
        return f"spectral_radius({printer.doprint(self.args[0].tolist())})"

    def _latex(self, printer: Printer) -> str:
        return rf"\rho\left({printer.doprint(self.args[0])}\right)"


class LargestRoot(Modulus):
    """The largest modulus of a root of a polynomial, given by its coefficients from the highest."""

    @property
    def coefficients(self) -> tuple[Expression, ...]:
        lead, *rest = self.args
        may_vanish = lead.free_symbols or lead.has(*BINDERS)
        return (Written(PROVIDED, lead, sympy.Ne(lead, 0)) if may_vanish else lead, *rest)

    def _sympystr(self, printer: Printer) -> str:
        return f"largest root of {printer.doprint(self._polynomial)} in modulus"

    def _latex(self, printer: Printer) -> str:
        shown = printer.doprint(self._polynomial)
        return rf"\max_{{z:\, {shown} = 0}} \left|z\right|"

    @property
    def _polynomial(self) -> Expression:
        z, highest = sympy.Symbol("z"), len(self.args) - 1
        return sympy.Add(*(a * z ** (highest - i) for i, a in enumerate(self.args)))


class Eigenvalues(Boolean):  # type: ignore[misc]
    """That the eigenvalues of a matrix are these, each as often as it is named."""

    @property
    def matrix(self) -> Matrix:
        return self.args[0]

    @property
    def values(self) -> tuple[Expression, ...]:
        return tuple(self.args[1])

    @property
    def real_parts(self) -> tuple[Expression, ...]:
        """What must be defined, and real: the entries, and both parts of complex values."""
        parts = (real_and_imaginary(each) if each.has(sympy.I) else (each,) for each in self.values)
        return (*self.matrix, *chain(*parts))

    def _sympystr(self, printer: Printer) -> str:
        values = ", ".join(map(printer.doprint, self.values))
        return f"the eigenvalues of {printer.doprint(self.matrix.tolist())} are {values}"

    def _latex(self, printer: Printer) -> str:
        values = ",\\, ".join(map(printer.doprint, self.values))
        return rf"\lambda\left({printer.doprint(self.matrix)}\right) = \left({values}\right)"


def real_and_imaginary(value: Expression) -> tuple[Expression, Expression]:
    """The real and the imaginary part of a complex number written with `I` and real numbers: a root
    of a negative one is none.
    """
    apart = number(value)
    return apart.real, apart.imag


class Orthogonal(Boolean):  # type: ignore[misc]
    """That a matrix keeps lengths and angles."""

    WORDS = "orthogonal"

    @property
    def matrix(self) -> Matrix:
        return self.args[0]

    @property
    def equations(self) -> tuple[tuple[Expression, Expression], ...]:
        """Expressions that must be equal."""
        rows, product = range(self.matrix.rows), self.matrix.T * self.matrix
        unit = [(product[row, col], int(row == col)) for row in rows for col in rows if row <= col]
        return (*unit, *self._more())

    def _more(self) -> list[tuple[Expression, Expression]]:
        return []

    def _sympystr(self, printer: Printer) -> str:
        return f"{printer.doprint(self.matrix.tolist())} is {self.WORDS}"

    def _latex(self, printer: Printer) -> str:
        return rf"{printer.doprint(self.matrix)}\ \text{{is {self.WORDS}}}"


class Rotation(Orthogonal):
    """That it keeps orientation too."""

    WORDS = "a rotation"

    def _more(self) -> list[tuple[Expression, Expression]]:
        return [(self.matrix.det(method="berkowitz"), 1)]


class Reflection(Orthogonal):
    """That it is its own inverse, and turns around one direction alone."""

    WORDS = "a reflection"

    def _more(self) -> list[tuple[Expression, Expression]]:
        rows = range(self.matrix.rows)
        mirrored = [(self.matrix[i, j], self.matrix[j, i]) for i in rows for j in rows if i < j]
        return [*mirrored, (self.matrix.trace(), self.matrix.rows - 2)]


def has_eigenvalues(matrix: Authored, values: Authored) -> Condition:
    """The eigenvalues of a square matrix are these, in no order, each with its multiplicity.

    matrix: numbers and expressions, at most 6 rows; values: as many as rows, such as `(1, 3)`, or
    with `I` from SymPy for those that are not real.
    """
    square = _square(matrix, "has_eigenvalues")
    named = exact(values if isinstance(values, (tuple, list)) else (values,), "has_eigenvalues")
    if not isinstance(named, sympy.Tuple) or len(named) != square.rows:
        raise DefinitionError(
            f"has_eigenvalues: got {len(named)} values for a matrix of {square.rows} rows, wanted "
            f"{square.rows}: an eigenvalue of multiplicity two is named twice"
        )
    return Eigenvalues(square, named)


def spectral_radius(matrix: Authored) -> Expression:
    """The largest modulus of an eigenvalue of a square matrix, to be compared with a bound:
    `spectral_radius([[a, b], [c, d]]) < 1`.
    """
    return SpectralRadius(_square(matrix, "spectral_radius"))


def largest_root(polynomial: Authored, variable: Symbol) -> Expression:
    """The largest modulus of the complex roots of a polynomial in the variable, to be compared with
    a bound.
    """
    made = polynomial.as_expr() if isinstance(polynomial, sympy.Poly) else polynomial
    written = a_number(made, "largest_root")
    stated, where = evaluated(written), evaluated(defined(written))
    names = {construct: sympy.Dummy() for construct in stated.atoms(*BINDERS)}
    back = {name: construct for construct, name in names.items()}
    known = stated.is_polynomial(variable) and not where.has(variable)
    found = sympy.Poly(stated.xreplace(names), variable).all_coeffs() if known else []
    if len(found) < 2:  # multiplied out, it may be a number
        raise DefinitionError(
            f"largest_root: got {written}, wanted a polynomial in {variable} of degree one or more"
        )
    lead, *rest = (coefficient.xreplace(back) for coefficient in found)
    if not (lead.free_symbols or lead.has(*BINDERS) or lead.is_zero is False):
        raise DefinitionError(
            f"largest_root: got {written}, wanted a coefficient of the highest power of {variable} "
            f"that is known not to be zero, got {lead}"
        )
    return LargestRoot(lead if where == sympy.true else Written(PROVIDED, lead, where), *rest)


def orthogonal(matrix: Authored) -> Condition:
    """The columns of a square matrix are of length one and at right angles."""
    return Orthogonal(_square(matrix, "orthogonal"))


def rotation(matrix: Authored) -> Condition:
    """An orthogonal matrix with determinant 1."""
    return Rotation(_square(matrix, "rotation"))


def reflection(matrix: Authored) -> Condition:
    """A mirror in a line of the plane, in a plane of space: orthogonal, symmetric, and one
    eigenvalue -1 alone.
    """
    return Reflection(_square(matrix, "reflection"))


def characteristic(matrix: Matrix) -> tuple[Expression, ...]:
    """The coefficients of det(tI - A), the highest first; defined where all entries are."""
    names = {
        entry: sympy.Dummy("a") for entry in matrix if not entry.is_Rational
    }  # entries stay as they are written
    plain, t = matrix.applyfunc(lambda entry: names.get(entry, entry)), sympy.Dummy("t")
    back = {name: entry for entry, name in names.items()}
    _, *rest = (coefficient.xreplace(back) for coefficient in plain.charpoly(t).all_coeffs())
    where = defined(matrix)
    one = sympy.Integer(1)
    return (one if where == sympy.true else Written(PROVIDED, one, where), *rest)


def _square(matrix: Authored, where: str) -> Matrix:
    rows = matrix if isinstance(matrix, MatrixBase) else _of_rows(matrix, where)
    made = exact(rows, where)
    if made.rows != made.cols or not 1 <= made.rows <= LARGEST:
        raise DefinitionError(
            f"{where}: got a matrix of {made.rows} rows and {made.cols} columns, wanted a square "
            f"one of at most {LARGEST}; symmetric matrices of every size are matrices(...)"
        )
    return made


def _of_rows(matrix: Authored, where: str) -> Matrix:
    matrix = matrix.tolist() if hasattr(matrix, "tolist") else matrix  # an array of NumPy
    rows = list(matrix) if isinstance(matrix, (list, tuple, sympy.Tuple)) else []
    whole = [list(row) for row in rows if isinstance(row, (list, tuple, sympy.Tuple))]
    if not rows or len(whole) < len(rows) or len({len(row) for row in whole}) > 1:
        raise DefinitionError(
            f"{where}: got {str(matrix)[:80]}, "
            "wanted the rows of a matrix, such as [[2, 1], [1, 2]]"
        )
    return sympy.Matrix([[a_number(entry, where) for entry in row] for row in whole])
