"""Names for the shapes that signatures speak of again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import sympy
    from sympy.core.relational import Relational as SymPyRelation
    from sympy.logic.boolalg import Boolean

# SymPy ships no types: what is named after one of its classes is told to readers, not to mypy.
Expression: TypeAlias = "sympy.Expr"
Number: TypeAlias = "sympy.Number"  # an expression without variables
Matrix: TypeAlias = "sympy.MatrixBase"
Symbol: TypeAlias = "sympy.Symbol"
Symbols: TypeAlias = "tuple[sympy.Symbol, ...]"
Condition: TypeAlias = "Boolean"  # relations, joined or not
Conclusion: TypeAlias = "Boolean"  # a condition, or a proposition
Comparison: TypeAlias = "SymPyRelation"  # one relation
Row: TypeAlias = "tuple[sympy.Expr, ...] | sympy.Expr"  # one expression stands for a row of one
Point: TypeAlias = "dict[sympy.Symbol, sympy.Expr]"  # a value for each variable
Values: TypeAlias = "Mapping[sympy.Symbol, sympy.Expr]"  # what is put in for what
Change: TypeAlias = "Callable[[sympy.Expr], sympy.Expr]"  # of an expression or condition
