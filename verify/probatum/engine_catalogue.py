"""The engines: how readers know each, what kind of method it is, and which package it comes in."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.vocabulary import Unordered


class Method(Unordered):
    """The kinds of methods, by the terms that explain them."""

    SMT = "smt"
    ALGEBRA = "symbolic"
    INTERVALS = "interval"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Implementation:
    """An engine that shares no code with the others; `package` is where its version is known by,
    empty for our own.
    """

    name: str
    method: Method
    package: str = ""

    @property
    def writes_numbers_down(self) -> bool:
        """Whether a number of too many digits is more than it can take."""
        return self.method in (Method.SMT, Method.ALGEBRA)


Z3 = Implementation("z3", Method.SMT, "z3-solver")
CVC5 = Implementation("cvc5", Method.SMT, "cvc5")
SYMPY = Implementation("SymPy", Method.ALGEBRA, "sympy")
FLINT = Implementation("FLINT", Method.ALGEBRA, "python-flint")
ARB = Implementation("Arb", Method.INTERVALS, "python-flint")
EXACT_SEARCH = Implementation("exact search", Method.SEARCH)
IMPLEMENTATIONS = (Z3, CVC5, SYMPY, FLINT, ARB, EXACT_SEARCH)
# Modules by which engines are imported, and what they compute with: no module of a project may
# stand in their place.
MODULES = ("clarabel", "cvc5", "flint", "hypothesis", "mpmath", "numpy", "scipy", "sympy", "z3")
