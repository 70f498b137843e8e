"""Integers as real numbers: what is true of all of these is true of integers."""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import Equal, ForAll, for_all
from probatum.proposition.parts import rewrite, supposing
from probatum.type_names import Statement

REALS = Theorem("Integers are real numbers", "elementary", exact=False)
OF_INTEGERS = (
    sympy.factorial, sympy.binomial, sympy.harmonic, sympy.fibonacci, sympy.Mod, sympy.floor,
    sympy.ceiling, sympy.Sum, sympy.Product, sympy.Integral, sympy.Limit,
)  # fmt: skip


def as_reals(statement: Statement) -> Statement:
    """The statement about all real numbers that satisfy the hypotheses, where it is one of analysis
    about integers: with powers of what holds them, or logarithms; else as it is.
    """
    if not isinstance(statement, ForAll) or not isinstance(
        statement.then, (Equal, sympy.logic.boolalg.Boolean)
    ):
        return statement
    known = {
        variable: supposing(variable, real=True)
        for variable in statement.variables
        if variable.is_integer
    }
    parts = [statement.given, statement.then]
    if not known or any(part.has(*OF_INTEGERS) for part in parts if hasattr(part, "has")):
        return statement
    return for_all(
        tuple(known.get(variable, variable) for variable in statement.variables),
        statement.given.xreplace(known),
        rewrite(statement.then, lambda part: part.xreplace(known)),
    )


REWRITINGS = (Rewriting(120, REALS, as_reals),)
