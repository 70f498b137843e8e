"""A matrix that has an inverse has eigenvalues of one sign here: where they are negative, those of
the opposite matrix are positive.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.matrices.moments import matrix_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.phrases.symmetric import Applied, MatrixVariable
from probatum.type_names import Condition, Expression


def by_sign(statement: ForAll) -> tuple[ForAll, ...]:
    """Where it speaks of an inverse, the statement for positive eigenvalues, and for negative ones
    that of the opposite matrix, by the same name; none where it says, as it stands, that they are
    positive.
    """
    matrix = matrix_of(statement)
    parts = (*conjuncts(statement.given), statement.then)
    applied = {each for part in parts for each in part.atoms(Applied)}
    if matrix is None or not any(each.args[1] < 0 for each in applied):
        return ()
    low, high = matrix.constants["low"], matrix.constants["high"]
    positive, negative = sympy.Gt(low, 0), sympy.Gt(-high, 0)
    said = {each.canonical for each in conjuncts(statement.given) if isinstance(each, Relational)}
    if positive == sympy.true or positive.canonical in said:
        return ()
    other = MatrixVariable(matrix.name, (("low", -high), ("high", -low)))
    variables = (other if each == matrix else each for each in statement.variables)
    opposite = for_all(
        tuple(variables),
        sympy.And(negative, *(_opposite(each, other) for each in conjuncts(statement.given))),
        _opposite(statement.then, other),
    )
    same = for_all(statement.variables, sympy.And(positive, statement.given), statement.then)
    return tuple(part for part in (same, opposite) if part.given != sympy.false)


def _opposite(expression: Expression | Condition, other: MatrixVariable) -> Expression | Condition:
    """By the opposite matrix."""
    if isinstance(expression, Applied):
        _, power, vector = expression.args
        return (-1) ** power * Applied(other, power, _opposite(vector, other))
    if not expression.args or not expression.has(Applied):
        return expression
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    return expression.func(*(_opposite(each, other) for each in expression.args), **options)
