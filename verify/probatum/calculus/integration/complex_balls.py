"""Encloses an expression on a complex ball for rigorous integration:
not finite wherever it may fail to be analytic.
"""

from __future__ import annotations

from collections.abc import Callable

import flint
import sympy
from flint import acb
from sympy.core.relational import Relational

from probatum.claim_cache import cached_for_claim
from probatum.proposition.numbers.enclosure import connect, enclose
from probatum.proposition.truth import truth_at
from probatum.type_names import Ball, Condition, Expression, Symbol

NAN = acb("nan")
MOST_EVALUATIONS = 8_000
MANY, SMALLER = 32, 2**8  # bits, and by what they make a ball smaller at least
ENTIRE: dict[type, Callable[[acb], acb]] = {
    sympy.exp: lambda z: z.exp(),
    sympy.sin: lambda z: z.sin(),
    sympy.cos: lambda z: z.cos(),
    sympy.tan: lambda z: z.tan(),
    sympy.cot: lambda z: z.cot(),
    sympy.sec: lambda z: z.sec(),
    sympy.csc: lambda z: z.csc(),
    sympy.sinh: lambda z: z.sinh(),
    sympy.cosh: lambda z: z.cosh(),
    sympy.tanh: lambda z: z.tanh(),
    sympy.coth: lambda z: z.coth(),
    sympy.sech: lambda z: z.sech(),
    sympy.csch: lambda z: z.csch(),
    sympy.erf: lambda z: z.erf(),
    sympy.erfc: lambda z: z.erfc(),
    sympy.erfi: lambda z: z.erfi(),
    sympy.Si: lambda z: z.si(),
    sympy.Shi: lambda z: z.shi(),
    sympy.gamma: lambda z: z.gamma(),
}  # entire or meromorphic: a pole makes the ball infinite by itself
WITH_CUTS: dict[type, Callable[[acb, bool], acb]] = {
    sympy.log: lambda z, analytic: z.log(analytic=analytic),
    sympy.atan: lambda z, analytic: _off_the_cut(1 + z * z, analytic, z.atan),
    sympy.asinh: lambda z, analytic: _off_the_cut(1 + z * z, analytic, z.asinh),
    sympy.asin: lambda z, analytic: _off_the_cut(1 - z * z, analytic, z.asin),
    sympy.acos: lambda z, analytic: _off_the_cut(1 - z * z, analytic, z.acos),
    sympy.atanh: lambda z, analytic: _off_the_cut(1 - z * z, analytic, z.atanh),
    sympy.acosh: lambda z, analytic: _off_the_cut(z - 1, analytic, z.acosh),
    sympy.Abs: lambda z, analytic: z.real_abs(analytic=analytic),
    sympy.sign: lambda z, analytic: z.real_sgn(analytic=analytic),
    sympy.floor: lambda z, analytic: z.real_floor(analytic=analytic),
    sympy.ceiling: lambda z, analytic: z.real_ceil(analytic=analytic),
}


def _off_the_cut(radicand: acb, analytic: bool, function: Callable[[], acb]) -> acb:
    """The function's value; NaN where the square root of the radicand may meet its cut,
    and with it the function.
    """
    return NAN if analytic and not radicand.log(analytic=True).is_finite() else function()


def complex_ball(expression: Expression, variable: Symbol, z: acb, analytic: bool) -> acb:
    """A ball of the values on `z`; with `analytic`, not finite unless the expression is analytic on
    all of it.
    """
    if expression == variable:
        return z
    if not expression.has(variable):
        return acb(enclose(expression, {}))
    if isinstance(expression, sympy.Piecewise):
        return _piecewise(expression, variable, z, analytic)
    if expression.is_Pow and not isinstance(expression, sympy.exp):
        return _power(expression, variable, z, analytic)
    inner = expression.args
    return _applied(
        expression, [complex_ball(argument, variable, z, analytic) for argument in inner], analytic
    )


def _applied(expression: Expression, values: list[acb], analytic: bool) -> acb:
    first, *others = values
    for value in others:
        if expression.is_Add:
            first = first + value
        elif expression.is_Mul:
            first = first * value
        elif isinstance(expression, (sympy.Max, sympy.Min)):
            extreme = first.real_max if isinstance(expression, sympy.Max) else first.real_min
            first = extreme(value, analytic=analytic)
        else:
            return NAN
    if others:
        return first
    if expression.func in WITH_CUTS:
        return WITH_CUTS[expression.func](first, analytic)
    return ENTIRE[expression.func](first) if expression.func in ENTIRE else NAN


def _power(expression: Expression, variable: Symbol, z: acb, analytic: bool) -> acb:
    base, exponent = expression.as_base_exp()
    ball = complex_ball(base, variable, z, analytic)
    if exponent.is_Integer:
        return ball ** int(exponent)
    if exponent == sympy.Rational(1, 2):
        return ball.sqrt(analytic=analytic)
    if exponent == -sympy.Rational(1, 2):
        return ball.rsqrt(analytic=analytic)
    return ball.pow(complex_ball(exponent, variable, z, analytic), analytic=analytic)


def _piecewise(expression: Expression, variable: Symbol, z: acb, analytic: bool) -> acb:
    """The branch where its condition is certain: conditions are read on real parts,
    so that branches continue straight up.
    """
    hull = None
    for branch, condition in expression.args:
        holds = _holds(condition, variable, z)
        if holds is False:
            continue
        if holds is None and analytic:
            return NAN
        value = complex_ball(branch, variable, z, analytic)
        hull = value if hull is None else hull.union(value)
        if holds:
            return hull
    return NAN


def _holds(condition: Condition, variable: Symbol, z: acb) -> bool | None:
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if not isinstance(condition, Relational):
        return connect(condition, lambda part: _holds(part, variable, z))
    difference = complex_ball(condition.lhs - condition.rhs, variable, z, False).real
    if not (difference > 0 or difference < 0):
        return None
    sign = sympy.Integer(1 if difference > 0 else -1)
    return truth_at(condition.func(sign, 0, evaluate=False), {})


def integral(expression: Expression, variable: Symbol, low: Expression, high: Expression) -> Ball:
    """A ball of the integral over real numbers between two finite ends, at the present precision;
    not finite where Arb finds none. Where many more bits have not made it smaller, it is what they
    found: Arb takes no more evaluations than it may.
    """
    tried, precision = _tried(expression, variable, low, high), flint.ctx.prec
    if precision not in tried:
        last = max((bits for bits in tried if bits < precision), default=0)
        before = max((bits for bits in tried if bits <= last - MANY), default=0)
        if before and not tried[last].rad() * SMALLER < tried[before].rad():
            return tried[last]
        tried[precision] = _integrated(expression, variable, low, high)
    return tried[precision]


@cached_for_claim(256)
def _tried(
    _expression: Expression, _variable: Symbol, _low: Expression, _high: Expression
) -> dict[int, Ball]:
    """What is found at each precision, to be filled in."""
    return {}


def _integrated(
    expression: Expression, variable: Symbol, low: Expression, high: Expression
) -> Ball:
    first, last = (acb(enclose(end, {})) for end in (low, high))

    def values(z: acb, analytic: bool) -> acb:
        return complex_ball(expression, variable, z, analytic)

    found = acb.integral(
        values,
        first,
        last,
        abs_tol=flint.arb(2) ** -(flint.ctx.prec - 16),
        eval_limit=MOST_EVALUATIONS,
    )
    return found.real if found.imag.contains(0) else flint.arb.nan()
