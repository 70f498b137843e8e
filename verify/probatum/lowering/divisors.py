"""That an integer is a multiple of another one, or of none, as a remainder that is zero, or not."""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.whole import is_whole
from probatum.shapes import Condition, Statement

DIVISION = Theorem(
    "A multiple leaves no remainder",
    "Graham, Knuth, Patashnik, Concrete Mathematics, section 4.1",
    exact=True,
)
SAID: dict[type, Condition] = {Exists: sympy.Equality, ForAll: sympy.Unequality}


def as_remainder(statement: Statement) -> Condition | None:
    """The remainder of which `there is an integer k with n = 2 k` speaks, or `for all k: n != 2 k`;
    None of others.
    """
    kind = SAID.get(type(statement))
    if kind is None or len(statement.variables) != 1 or statement.given != sympy.true:
        return None
    (variable,) = statement.variables
    then = condition_of(statement.then)
    if not variable.is_integer or not isinstance(then, kind):
        return None
    difference = sympy.expand(then.lhs - then.rhs)
    factor = difference.coeff(variable, 1)
    rest = sympy.expand(difference - factor * variable)
    if not (factor.is_Integer and factor != 0) or rest.has(variable) or not is_whole(rest):
        return None
    return kind(sympy.Mod(rest, abs(factor), evaluate=False), 0, evaluate=False)
