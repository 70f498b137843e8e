"""That an integer is a multiple of another one, or of none, as a remainder that is zero, or not."""

from __future__ import annotations

import sympy

from probatum.calculus.forms.linear_part import linear
from probatum.lowering.theorem import Theorem
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.numbers.integrality import is_whole
from probatum.type_names import Condition, Statement, Symbol

DIVISION = Theorem(
    "A multiple leaves no remainder",
    "Graham, Knuth, Patashnik, Concrete Mathematics, section 4.1",
    exact=True,
)
# By quantifier, what is said of a multiple, and what joins several such.
SAID: dict[type, tuple[Condition, Condition]] = {
    Exists: (sympy.Equality, sympy.Or),
    ForAll: (sympy.Unequality, sympy.And),
}


def as_remainder(statement: Statement) -> Condition | None:
    """The remainders of which `there is an integer k with n = 2 k or n = 2 k + 1` speaks, or
    `for all k: n != 2 k`; None of others.
    """
    if type(statement) not in SAID or len(statement.variables) != 1:
        return None
    kind, join = SAID[type(statement)]
    (variable,) = statement.variables
    then = condition_of(statement.then)
    if not variable.is_integer or statement.given != sympy.true:
        return None
    found = [_remainder(part, variable, kind) for part in join.make_args(then)]
    return None if None in found else join(*found)


def _remainder(then: Condition, variable: Symbol, kind: Condition) -> Condition | None:
    if not isinstance(then, kind):
        return None
    factor, rest = linear(then.lhs - then.rhs, variable) or (sympy.Integer(0), then)
    if not (factor.is_Integer and factor != 0) or not is_whole(rest):
        return None
    return kind(sympy.Mod(rest, abs(factor), evaluate=False), 0, evaluate=False)
