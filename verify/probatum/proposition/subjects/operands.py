"""What stands where a number is wanted: a condition, a list, a set or a matrix is refused there."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.logic.boolalg import Boolean

from probatum.errors import DefinitionError
from probatum.type_names import Authored, Condition, Expression

INDICATOR = "Piecewise((1, condition), (0, True)) is 1 where it holds and else 0"
CHANCE = "sympy.stats."  # whose probabilities are those of conditions
TWO = {"matrix": "two matrices", "set": "two sets", "list": "two lists"}
LONGEST = 80  # characters of what is shown


def check_compared(relation: Relational, where: str) -> None:
    """Refuse to compare what is no number; of matrices it may be said that they are equal.

    Raises DefinitionError there.
    """
    kinds = [_kind(side) for side in relation.args]
    equation = isinstance(relation, (sympy.Equality, sympy.Unequality))
    if kinds == ["number"] * 2 or (equation and kinds == ["matrix"] * 2):
        return
    one, other = kinds
    got = TWO[one] if one == other else f"a {one} and a {other}"
    both = "Equal(...) says of both that they are the same, and of their parts"
    write = both if equation and "number" not in kinds else "of several numbers"
    raise DefinitionError(
        f"{where}: got {got} compared in {str(relation)[:LONGEST]!r}, wanted numbers on both "
        f"sides; {write} a condition for each, joined by And(...)"
    )


def check_operands(value: Authored, where: str) -> None:
    """Refuse a condition in place of a number, and a number in place of a condition.

    Raises DefinitionError there.
    """
    for part in sympy.preorder_traversal(value):
        for operand in _misplaced(part):
            raise DefinitionError(
                f"{where}: got the condition {operand} in {str(part)[:LONGEST]!r}, wanted a number "
                f"there: {INDICATOR}"
            )
        if isinstance(part, ExprCondPair) and isinstance(part.cond, sympy.Symbol):
            raise DefinitionError(
                f"{where}: got the number {part.cond} as the condition of a case of a Piecewise, "
                f"wanted a relation, such as Ne({part.cond}, 0)"
            )


def _misplaced(part: Authored) -> Iterator[Condition]:
    """The conditions that stand where numbers do."""
    home = type(part).__module__ or "sympy."  # none is said of a function that is only named
    if not home.startswith("sympy.") or home.startswith(CHANCE):
        return
    if isinstance(part, ExprCondPair):
        operands: tuple[Authored, ...] = (part.expr,)
    else:
        operands = part.args if isinstance(part, sympy.Expr) else ()
    for operand in operands:
        if isinstance(operand, Boolean) and not isinstance(operand, sympy.Symbol):
            yield operand


def _kind(side: Expression) -> str:
    if isinstance(side, sympy.MatrixBase):
        return "matrix"
    if isinstance(side, sympy.Set):
        return "set"
    return "list" if isinstance(side, sympy.Tuple) else "number"
