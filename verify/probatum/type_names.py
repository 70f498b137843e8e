"""Names for the shapes that signatures speak of again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import flint
    import numpy as np
    import sympy
    from sympy.core.relational import Relational as SymPyRelation
    from sympy.logic.boolalg import Boolean
    from sympy.printing.printer import Printer as SymPyPrinter

# SymPy ships no types: what is named after one of its classes is told to readers, not to mypy.
Expression: TypeAlias = "sympy.Expr"
Number: TypeAlias = "sympy.Number"  # an expression without variables
Vector: TypeAlias = "sympy.Expr"  # of any dimension, known by its inner products alone
Matrix: TypeAlias = "sympy.MatrixBase"
Polynomial: TypeAlias = "sympy.Poly"
Symbol: TypeAlias = "sympy.Symbol"
OneOrMore: TypeAlias = "sympy.Symbol"  # a variable for one name, a tuple of them for several
Symbols: TypeAlias = "tuple[sympy.Symbol, ...]"
Condition: TypeAlias = "Boolean"  # relations, joined or not
Statement: TypeAlias = "Boolean"  # a proposition, or a condition
Comparison: TypeAlias = "SymPyRelation"  # one relation
Row: TypeAlias = "tuple[sympy.Expr, ...] | sympy.Expr"  # one expression stands for a row of one
Point: TypeAlias = "dict[sympy.Symbol, sympy.Expr]"  # a value for each variable
Values: TypeAlias = "Mapping[sympy.Symbol, sympy.Expr]"  # what is put in for what
Change: TypeAlias = "Callable[[sympy.Expr], sympy.Expr]"  # of an expression or condition
Box: TypeAlias = "dict[sympy.Symbol, tuple[sympy.Number, sympy.Number]]"  # two ends each
Ball: TypeAlias = "flint.arb"  # encloses a real number
Column: TypeAlias = Any  # an array of NumPy's, or one number in place of equal ones
Array: TypeAlias = "np.ndarray[Any, Any]"  # in floating point, or of truth values
Printer: TypeAlias = "SymPyPrinter"
Authored: TypeAlias = Any  # what an author passes, before it is made narrow
Json: TypeAlias = Any  # what was read from a file, before a schema is asked
Function: TypeAlias = "Callable[..., Authored]"  # of an author, or of a library that he calls
