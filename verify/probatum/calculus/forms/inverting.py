"""Solves an equation for a variable that stands in it once, operation by operation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy

from probatum.proposition.numbers.digit_count import long_to_factor
from probatum.type_names import Comparison, Expression, Symbol

INVERSES: dict[type, Callable[[Expression], Expression]] = {
    sympy.exp: sympy.log,
    sympy.log: sympy.exp,
    sympy.sin: sympy.asin,
    sympy.cos: sympy.acos,
    sympy.tan: sympy.atan,
    sympy.asin: sympy.sin,
    sympy.acos: sympy.cos,
    sympy.atan: sympy.tan,
    sympy.sinh: sympy.asinh,
    sympy.asinh: sympy.sinh,
    sympy.acosh: sympy.cosh,
    sympy.tanh: sympy.atanh,
    sympy.atanh: sympy.tanh,
}


def solutions(equation: Comparison, variable: Symbol) -> Iterator[Expression]:
    """Proposals for the variable, each to be confirmed: roots and arcs need not be defined."""
    for side, other in ((equation.lhs, equation.rhs), (equation.rhs, equation.lhs)):
        if side.has(variable) and not other.has(variable):
            yield from _undone(side, other, variable)


def _undone(side: Expression, value: Expression, variable: Symbol) -> Iterator[Expression]:
    if side == variable:
        yield value
        return
    holding = [argument for argument in side.args if argument.has(variable)]
    if len(holding) != 1:
        return
    (inner,) = holding
    rest = [argument for argument in side.args if argument is not inner]
    for undone in _step(side, inner, rest, value):
        yield from _undone(inner, undone, variable)


def _step(
    side: Expression, inner: Expression, rest: list[Expression], value: Expression
) -> Iterator[Expression]:
    """What the inner expression is where the outermost operation on it comes to the value."""
    if side.is_Add:
        yield value - sympy.Add(*rest)
    elif side.is_Mul:
        yield value / sympy.Mul(*rest)
    elif isinstance(side, sympy.Abs):
        yield from (value, -value)
    elif isinstance(side, sympy.exp) or (side.is_Pow and side.base == sympy.E):
        yield sympy.log(value)
    elif side.is_Pow and side.exp.is_Rational:
        yield from _roots(side.exp, value)
    elif side.is_Pow and side.exp is inner:
        yield sympy.log(value) / sympy.log(side.base)
    elif type(side) in INVERSES:
        yield from _turned_round(side, INVERSES[type(side)](value))


def _turned_round(side: Expression, value: Expression) -> Iterator[Expression]:
    """Of what comes back to its values, two of a period."""
    yield value
    if isinstance(side, sympy.cos):
        yield -value
    elif isinstance(side, sympy.sin):
        yield sympy.pi - value


def _roots(exponent: Expression, value: Expression) -> Iterator[Expression]:
    if long_to_factor(value) or value.is_extended_real is False:  # SymPy would factor, or compare
        return
    root = value ** (1 / exponent)
    if exponent.p % 2 == 0:
        yield from (root, -root)
    elif exponent.p in (1, -1):
        yield root
    else:  # of odd degree: of a negative number, too
        size = sympy.Abs(value) ** (1 / exponent)
        yield sympy.Piecewise((size, value >= 0), (-size, True))
