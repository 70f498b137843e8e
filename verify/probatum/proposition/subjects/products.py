"""Inner products, norms and what is made of them: numbers that depend on vectors of any
dimension.
"""

from __future__ import annotations

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.subjects.domains import (
    Built,
    BuiltVector,
    General,
    VectorVariable,
    a_vector,
    asked_of,
    is_vector,
)
from probatum.proposition.written import evaluated
from probatum.type_names import Authored, Expression, Printer

__all__ = ("cosine", "dot", "norm")


class Dot(Built):
    """The inner product of two vectors."""

    is_real = True

    def _eval_is_nonnegative(self) -> bool | None:
        return True if self.args[0] == self.args[1] else None

    def _latex(self, printer: Printer, exp: Expression = None) -> str:
        return _power(
            rf"\langle {printer._print(self.args[0])}, {printer._print(self.args[1])} \rangle", exp
        )

    def _sympystr(self, printer: Printer) -> str:
        return f"⟨{printer._print(self.args[0])}, {printer._print(self.args[1])}⟩"


class Norm(Built):
    """The Euclidean norm of a vector."""

    is_real = True
    is_nonnegative = True

    def _latex(self, printer: Printer, exp: Expression = None) -> str:
        return _power(rf"\lVert {printer._print(self.args[0])} \rVert", exp)

    def _sympystr(self, printer: Printer) -> str:
        return f"‖{printer._print(self.args[0])}‖"


def _power(text: str, exponent: Expression) -> str:
    return text if exponent is None else rf"{text}^{{{exponent}}}"


def dot(left: Authored, right: Authored) -> Expression:
    """The inner product of two vectors."""
    left, right = a_vector(left, "dot"), a_vector(right, "dot")
    return Dot(left, right) if 0 not in (left, right) else sympy.Integer(0)


def norm(vector: Authored) -> Expression:
    """The Euclidean norm of a vector."""
    vector = a_vector(vector, "norm")
    return Norm(vector) if vector != 0 else sympy.Integer(0)


def cosine(left: Authored, right: Authored) -> Expression:
    """The cosine of the angle between two vectors; undefined where one of them is zero."""
    return dot(left, right) / (norm(left) * norm(right))


def without_squared_norms(expression: Expression) -> Expression:
    """The expression with |v|² as the inner product of the vector with itself."""
    squares = [
        power
        for power in expression.atoms(sympy.Pow)
        if isinstance(power.base, Norm) and power.exp.is_even
    ]
    return expression.xreplace(
        {power: Dot(*power.base.args * 2) ** (power.exp / 2) for power in squares}
    )


def components(vector: Authored) -> dict[Expression, Expression]:
    """A linear combination as the vectors in it, each with its coefficient;
    raises DefinitionError for what is none.
    """
    vector = evaluated(vector)  # 0*x stands as it was written
    if vector == 0:
        return {}
    if isinstance(vector, (VectorVariable, BuiltVector)):
        return {vector: sympy.Integer(1)}
    found: dict[Expression, Expression] = {}
    if isinstance(vector, sympy.Add):
        for term in vector.args:
            for part, coefficient in components(term).items():
                found[part] = found.get(part, 0) + coefficient
        return {part: coefficient for part, coefficient in found.items() if coefficient != 0}
    if isinstance(vector, sympy.Mul):
        of_vectors = [factor for factor in vector.args if is_vector(factor)]
        if len(of_vectors) == 1:
            rest = sympy.Mul(*(factor for factor in vector.args if factor is not of_vectors[0]))
            check(rest)
            return {
                part: rest * coefficient for part, coefficient in components(of_vectors[0]).items()
            }
        if len(of_vectors) > 1:
            raise DefinitionError(
                f"got the product of the vectors {of_vectors[0]} and {of_vectors[1]}, "
                "wanted dot(...) of them"
            )
    raise DefinitionError(f"got the number {vector} beside vectors, wanted a vector, or 0")


def check(expression: Authored) -> None:
    """Raise DefinitionError where a vector stands for a number, or a number for a vector."""
    if isinstance(expression, sympy.core.relational.Relational) and any(
        map(is_vector, expression.args)
    ):
        for side in expression.args:
            components(side)
        if not isinstance(expression, (sympy.Equality, sympy.Unequality)):
            raise DefinitionError(
                f"got the order {expression} between vectors, wanted one between numbers, "
                "such as their norms"
            )
        return
    if is_vector(expression) or (isinstance(expression, General) and not expression.is_real):
        kind = "the vector " if is_vector(expression) else ""
        raise DefinitionError(
            f"got {kind}{expression} where a number is wanted: {asked_of(expression)}"
        )
    if isinstance(expression, Built):
        for part in expression.args:
            _check_part(part)
    else:
        for part in expression.args:
            check(part)


def _check_part(part: Expression) -> None:
    if isinstance(part, General) or part == 0:
        return
    if not is_vector(part):
        check(part)
        return
    for single in components(part):
        for inner in single.args:
            _check_part(inner)
