"""Which functions of random variables are no greater than a polynomial."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.logic.boolalg import BooleanFunction

from probatum.lowering.chance.values_taken import LARGEST_POWER
from probatum.proposition.subjects.products import Dot, Norm
from probatum.proposition.subjects.random import Expectation, RandomVariable, Total
from probatum.type_names import Expression

GROWING_SLOWLY = (
    sympy.Add,
    sympy.Mul,
    sympy.Abs,
    sympy.Max,
    sympy.Min,
    sympy.sin,
    sympy.cos,
    sympy.tanh,
    sympy.Piecewise,
    ExprCondPair,
    Relational,
    BooleanFunction,
    Expectation,
    Total,
    Norm,
    Dot,
)


def grows_slowly(inside: Expression) -> bool:
    """Whether a function is no greater than a polynomial, of which all these have means."""
    if not inside.atoms(RandomVariable):
        return True
    if isinstance(inside, RandomVariable):
        return True
    if isinstance(inside, sympy.Pow):
        power = inside.exp
        slow = power.is_Integer and 0 < power <= LARGEST_POWER
        return bool(slow) and grows_slowly(inside.base)
    return isinstance(inside, GROWING_SLOWLY) and all(map(grows_slowly, inside.args))
