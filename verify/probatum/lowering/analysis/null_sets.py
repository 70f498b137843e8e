"""Sets of measure zero: where a real-analytic function is zero, unless it is zero everywhere
(Mityagin, The zero set of a real analytic function, 2015, proposition 1).
"""

from __future__ import annotations

import itertools

import sympy

from probatum.proposition.parts import conjuncts
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Function, Symbols

ANALYTIC = (  # at every real point
    sympy.exp, sympy.sin, sympy.cos, sympy.sinh, sympy.cosh, sympy.tanh, sympy.sech, sympy.atan,
    sympy.asinh, sympy.erf,
)  # fmt: skip
ANALYTIC_INSIDE = (  # an interval
    sympy.log, sympy.asin, sympy.acos, sympy.atanh, sympy.acosh,
)  # fmt: skip
ZEROS: dict[type[Expression], Function] = {  # where a function of u is zero, this is
    sympy.Abs: lambda u: u,
    sympy.log: lambda u: u - 1,
    sympy.acosh: lambda u: u - 1,
    sympy.acos: lambda u: u - 1,
    sympy.asin: lambda u: u,
    sympy.atanh: lambda u: u,
    sympy.tan: sympy.sin,
    sympy.cot: sympy.cos,
}
PLACES = tuple(map(sympy.Rational, ("1/3", "-2/7", "5/4", "-9/5", "11/6")))


def almost_nowhere_false(condition: Condition, variables: Symbols) -> bool:
    """Whether a condition says of analytic functions of real variables that they are not zero, and
    none of them is zero everywhere.
    """
    if not variables or any(variable.is_integer for variable in variables):
        return False
    parts = [_not_to_vanish(part) for part in conjuncts(condition)]
    return all(part is not None and _is_analytic(part) and _is_somewhere(part) for part in parts)


def _not_to_vanish(part: Condition) -> Expression | None:
    """What must not be zero for a part to hold: u in u != 0, and in u^2 > 0."""
    if isinstance(part, sympy.Unequality):
        return _with_its_zeros(part.lhs - part.rhs)
    if isinstance(part, (sympy.Gt, sympy.Lt)) and part.lts == 0 and part.gts.is_Pow:
        base, power = part.gts.args
        return base if power.is_Integer and power > 0 and power % 2 == 0 else None
    return None


def _with_its_zeros(expression: Expression) -> Expression:
    """A simpler expression that is zero where this one is, among the points where this one has a
    value.
    """
    simpler = ZEROS.get(expression.func)
    if simpler is not None:
        return _with_its_zeros(simpler(expression.args[0]))
    rooted = expression.is_Pow and expression.exp.is_Rational and expression.exp > 0
    return _with_its_zeros(expression.base) if rooted else expression


def _is_analytic(expression: Expression) -> bool:
    if expression.is_Symbol or expression.is_number:
        return True
    if expression.is_Pow and not isinstance(expression, sympy.exp):
        base, exponent = expression.args
        if exponent.is_Integer and exponent >= 0:
            return _is_analytic(base)
        return bool(exponent.is_Rational and not exponent.is_Integer) and _is_linear(base)
    if isinstance(expression, ANALYTIC_INSIDE):
        return _is_linear(expression.args[0])
    known = expression.is_Add or expression.is_Mul or isinstance(expression, ANALYTIC)
    return known and all(map(_is_analytic, expression.args))


def _is_linear(expression: Expression) -> bool:
    """Whether such an expression lies in an interval at the points of a convex set, as then
    do those where all of them do: a connected domain, on which the theorem holds as well.
    """
    symbols = sorted(expression.free_symbols, key=sympy.default_sort_key)
    return bool(expression.is_polynomial(*symbols) and sympy.Poly(expression, *symbols).is_linear)


def _is_somewhere(expression: Expression) -> bool:
    """Whether it is seen not to be zero at one of a few points."""
    symbols = sorted(expression.free_symbols, key=sympy.default_sort_key)
    for first in range(len(PLACES)):
        values = itertools.islice(itertools.cycle(PLACES), first, first + len(symbols))
        if truth_at(
            sympy.Ne(expression, 0), dict(zip(symbols, values, strict=True)), exactly=False
        ):
            return True
    return False
