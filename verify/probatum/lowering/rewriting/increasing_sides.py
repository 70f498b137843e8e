"""Relations under increasing functions: log U is at least V where U is at least exp V."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import _Inequality

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import with_parts
from probatum.type_names import Condition

INCREASING = Theorem(
    "exp and log are increasing, and inverse to each other",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 8.6",
    exact=False,
)
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)


def without_outer(statement: ForAll) -> ForAll | None:
    """A statement that implies it where it is defined, in which a side stands without the logarithm
    around it, or is no quotient against an exponential; None where there is none such.
    """
    then = statement.then
    found = next(_forms(then), None) if isinstance(then, _Inequality) else None
    return with_parts(statement, then=found) if found is not None else None


def _forms(then: Condition) -> Iterator[Condition]:
    """Relations that imply it: of a logarithm what it is taken of is positive, as it is defined."""
    high, low = then.gts, then.lts
    kind = sympy.Gt if isinstance(then, STRICT) else sympy.Ge
    if isinstance(high, sympy.log):
        yield kind(high.args[0], _exp(low), evaluate=False)
    if isinstance(low, sympy.log):
        yield kind(_exp(high), low.args[0], evaluate=False)
    if isinstance(high, sympy.exp) and low.is_Pow and low.exp == -1:
        yield kind(low.base, _exp(-high.args[0]), evaluate=False)


def _exp(side: sympy.Expr) -> sympy.Expr:
    """The exponential, with those of logarithms as what these are of."""
    terms = sympy.Add.make_args(sympy.expand(side))
    return sympy.Mul(*map(sympy.exp, terms))
