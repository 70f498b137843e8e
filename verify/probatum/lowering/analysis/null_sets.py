"""Sets of measure zero: where a real-analytic function is zero, unless it is zero everywhere
(Mityagin, The zero set of a real analytic function, 2015, proposition 1).
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

import sympy

from probatum.proposition.parts import conjuncts, put
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Function, Number, Symbols

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
QUOTIENTS: dict[type[Expression], Function] = {
    sympy.tan: lambda u: sympy.sin(u) / sympy.cos(u),
    sympy.cot: lambda u: sympy.cos(u) / sympy.sin(u),
    sympy.sec: lambda u: 1 / sympy.cos(u),
    sympy.csc: lambda u: 1 / sympy.sin(u),
}
BRANCHES: dict[type[Expression], Function] = {  # what a function of it is, somewhere or other
    sympy.Abs: lambda part: (part.args[0], -part.args[0]),
    sympy.sign: lambda part: (1, -1, part.args[0]),  # zero where its argument is
    sympy.Max: lambda part: part.args,
    sympy.Min: lambda part: part.args,
    sympy.Piecewise: lambda part: tuple(value for value, _ in part.args),
}
PLACES = tuple(map(sympy.Rational, ("1/3", "-2/7", "5/4", "-9/5", "11/6")))


def almost_nowhere_false(condition: Condition, variables: Symbols) -> bool:
    """Whether a condition says of analytic functions of real variables that they are not zero, and
    none of them is zero everywhere.
    """
    if not variables or any(variable.is_integer for variable in variables):
        return False
    parts = [_not_to_vanish(part) for part in conjuncts(condition)]
    return all(part is not None and _is_null(part, variables) for part in parts)


def _is_null(expression: Expression, variables: Symbols) -> bool:
    """Whether its zeros are of measure zero, with no parameter in it."""
    needed = not_everywhere_zero(expression, variables)
    return needed is not None and all(each == sympy.true for each in needed)


def not_everywhere_zero(expression: Expression, variables: Symbols) -> tuple[Condition, ...] | None:
    """Conditions on parameters with which the zeros of the expression, a function of the variables,
    are of measure zero; None where no theorem speaks of it.

    Where branches meet, it is zero only where one of them is.
    """
    plain = expression.replace(lambda part: part.func in QUOTIENTS, _as_quotient)
    branches = [_with_its_zeros(each) for each in _branched(_numerator(plain))]
    if not all(_is_analytic(each, variables) for each in branches):
        return None
    return tuple(_at_places(each, variables) for each in branches)


def _as_quotient(part: Expression) -> Expression:
    return QUOTIENTS[part.func](part.args[0])


def _numerator(expression: Expression) -> Expression:
    return sympy.fraction(sympy.together(expression))[0]


def _branched(expression: Expression) -> Iterator[Expression]:
    """The expression with each absolute value and the like replaced by what it may be."""
    found = [part for part in sympy.preorder_traversal(expression) if part.func in BRANCHES]
    if not found:
        yield expression
        return
    for value in BRANCHES[found[0].func](found[0]):
        yield from _branched(_numerator(expression.xreplace({found[0]: value})))


def _at_places(expression: Expression, variables: Symbols) -> Condition:
    """That it is not zero at one of a few places, or one of its derivatives there is not."""
    found = []
    for derivatives, places in _derivatives(expression, variables):
        derived = functools.reduce(sympy.diff, derivatives, expression)
        needed = sympy.And(defined(sympy.Ne(expression, 0)), sympy.Ne(derived, 0))
        point = dict(zip(variables, places, strict=True))
        if not expression.free_symbols - {*variables}:
            found.append(sympy.S(truth_at(needed, point, exactly=False) is True))
            continue
        at = put(needed, point)
        if not at.has(sympy.I, sympy.zoo, sympy.nan):
            found.append(at)
    return sympy.Or(*found)


def _derivatives(
    expression: Expression, variables: Symbols
) -> Iterator[tuple[Symbols, tuple[Number, ...]]]:
    """The expression itself at the places, and its first and second derivatives at some."""
    for first in range(len(PLACES)):
        yield (), tuple(itertools.islice(itertools.cycle(PLACES), first, first + len(variables)))
    if len(expression.free_symbols) > len(variables):
        pairs = itertools.combinations_with_replacement(variables, 2)
        for place in map(sympy.Integer, (0, 1)):
            for derivatives in ((), *((one,) for one in variables), *pairs):
                yield derivatives, (place,) * len(variables)


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


def _is_analytic(expression: Expression, variables: Symbols) -> bool:
    if expression.is_Symbol or expression.is_number:
        return True
    if expression.is_Pow and not isinstance(expression, sympy.exp):
        base, exponent = expression.args
        if exponent.is_Integer and exponent >= 0:
            return _is_analytic(base, variables)
        rooted = bool(exponent.is_Rational and not exponent.is_Integer)
        return rooted and _is_linear(base, variables)
    if isinstance(expression, ANALYTIC_INSIDE):
        return _is_linear(expression.args[0], variables)
    known = expression.is_Add or expression.is_Mul or isinstance(expression, ANALYTIC)
    return known and all(_is_analytic(each, variables) for each in expression.args)


def _is_linear(expression: Expression, variables: Symbols) -> bool:
    """Whether such an expression lies in an interval at the points of a convex set, as then
    do those where all of them do: a connected domain, on which the theorem holds as well.
    """
    return bool(
        expression.is_polynomial(*variables) and sympy.Poly(expression, *variables).is_linear
    )
