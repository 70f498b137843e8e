"""Integrals with parameters in closed form, by antiderivatives that are smooth everywhere: of what
has one kink, on both sides of it.
"""

from __future__ import annotations

from itertools import combinations

import sympy

from probatum.calculus import proposals
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.forms.linear_part import linear
from probatum.proposition.slopes.smoothness import NotKnownError, is_smooth, without_kinks
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Symbol

TURNING = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min)


def integral_formula(integral: Expression) -> Expression | None:
    """A form that the integral over one variable has for all parameters; None where none is
    found.
    """
    variable, low, high = integral.limits[0]
    if not any(kink.has(variable) for kink in integral.function.atoms(*TURNING)):
        return _smooth_formula(integral)
    turn = _turn(integral.function, variable)
    if turn is None:
        return None
    parts = []
    for way, nearer in ((-1, sympy.Min), (1, sympy.Max)):
        try:
            body = _beside(integral.function, variable, turn, way)
        except NotKnownError:
            return None
        ends = (nearer(low, turn), nearer(high, turn))  # of what lies on this side of the turn
        parts.append(_smooth_formula(sympy.Integral(body, (variable, *ends))))
    return None if None in parts else sympy.Add(*parts)


def _turn(body: Expression, variable: Symbol) -> Expression | None:
    """The one place at which all kinks turn: insides that are linear, with numbers for slopes."""
    turns = set()
    for kink in body.atoms(*TURNING):
        for inside in _insides(kink) if kink.has(variable) else ():
            slope, rest = linear(inside, variable) or (sympy.Integer(0), inside)
            if not (slope.is_Rational and slope != 0):
                return None
            turns.add(sympy.expand(-rest / slope))
    return turns.pop() if len(turns) == 1 else None


def _insides(kink: Expression) -> list[Expression]:
    if isinstance(kink, (sympy.Max, sympy.Min)):
        return [one - other for one, other in combinations(kink.args, 2)]
    return [kink.args[0]]


def _beside(body: Expression, variable: Symbol, turn: Expression, way: int) -> Expression:
    """The integrand beyond the turn for 1, before it for -1; raises NotKnownError."""
    there = {variable: turn + way}
    signs = {
        kink.args[0]: int(sympy.sign(sympy.expand(kink.args[0].xreplace(there))))
        for kink in body.atoms(sympy.Abs, sympy.sign)
        if kink.has(variable)
    }

    def at(where: Condition) -> bool | None:
        difference = sympy.expand((where.lhs - where.rhs).xreplace(there))
        return truth_at(where.func(difference, 0, evaluate=False), {})

    return without_kinks(body, signs, at)


def _divides_by_parameters(antiderivative: Expression, integral: Expression) -> bool:
    """Whether it is undefined at parameters at which the integrand is not: sin(a x)/a for cos(a x)
    at a = 0.
    """
    parameters = antiderivative.free_symbols - {integral.limits[0][0]}
    divided = {
        power.base
        for power in antiderivative.atoms(sympy.Pow)
        if not (power.exp.is_integer and power.exp.is_nonnegative)
    }
    divided = divided.union(*(logarithm.args for logarithm in antiderivative.atoms(sympy.log)))
    own = {power.base for power in integral.function.atoms(sympy.Pow)}
    return any(base.free_symbols & parameters for base in divided - own)


def _smooth_formula(integral: Expression) -> Expression | None:
    """By an antiderivative that is smooth everywhere, as the integrand is."""
    variable, low, high = integral.limits[0]
    for antiderivative in proposals.antiderivatives(integral.function, variable):
        smooth = is_smooth(antiderivative, variable) and is_smooth(integral.function, variable)
        if (
            smooth
            and not _divides_by_parameters(antiderivative, integral)
            and vanishes(antiderivative.diff(variable) - integral.function)
        ):
            return antiderivative.xreplace({variable: high}) - antiderivative.xreplace(
                {variable: low}
            )
    return None
