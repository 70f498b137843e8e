"""Encloses the value of an expression in a ball of real numbers,
and so decides relations with certainty or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import flint
import sympy
from flint import arb
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational

from probatum.proposition.numbers.constant import Constant
from probatum.proposition.numbers.integrality import is_whole
from probatum.type_names import Ball, Condition, Expression, Values

PRECISIONS = (
    64,
    256,
    1024,
    4096,
)  # bits; what is not separated from zero by then is left to exact methods
LARGEST_POWER = 100_000
Box = Mapping[sympy.Symbol, Ball]
NAN = arb.nan()

FUNCTIONS: dict[Any, Callable[..., Ball]] = {
    sympy.exp: lambda x: x.exp(),
    sympy.log: lambda x: x.log(),
    sympy.sin: lambda x: x.sin(),
    sympy.cos: lambda x: x.cos(),
    sympy.tan: lambda x: x.tan(),
    sympy.asin: lambda x: x.asin(),
    sympy.acos: lambda x: x.acos(),
    sympy.atan: lambda x: x.atan(),
    sympy.atan2: lambda y, x: NAN if y == 0 and x == 0 else arb.atan2(y, x),
    sympy.sinh: lambda x: x.sinh(),
    sympy.cosh: lambda x: x.cosh(),
    sympy.tanh: lambda x: x.tanh(),
    sympy.asinh: lambda x: x.asinh(),
    sympy.acosh: lambda x: x.acosh(),
    sympy.acoth: lambda x: (1 / x).atanh(),
    sympy.asec: lambda x: (1 / x).acos(),
    sympy.acsc: lambda x: (1 / x).asin(),
    sympy.acot: lambda x: (1 / x).atan(),
    sympy.asech: lambda x: (1 / x).acosh(),
    sympy.acsch: lambda x: (1 / x).asinh(),
    sympy.atanh: lambda x: x.atanh(),
    sympy.erf: lambda x: x.erf(),
    sympy.erfc: lambda x: x.erfc(),
    sympy.erfi: lambda x: x.erfi(),
    sympy.Si: lambda x: x.si(),
    sympy.fresnels: lambda x: x.fresnel_s(),
    sympy.fresnelc: lambda x: x.fresnel_c(),
    sympy.Ci: lambda x: x.ci(),
    sympy.Shi: lambda x: x.shi(),
    sympy.Chi: lambda x: x.chi(),
    sympy.Ei: lambda x: x.ei(),
    sympy.li: lambda x: x.li(),
    sympy.sec: lambda x: x.sec(),
    sympy.csc: lambda x: x.csc(),
    sympy.cot: lambda x: x.cot(),
    sympy.sech: lambda x: x.sech(),
    sympy.csch: lambda x: x.csch(),
    sympy.coth: lambda x: x.coth(),
    sympy.gamma: lambda x: x.gamma(),
    sympy.loggamma: lambda x: x.lgamma(),
    sympy.factorial: lambda x: (x + 1).gamma(),
    sympy.harmonic: lambda n, *order: NAN if order else _harmonic(n),
    sympy.LambertW: lambda x: x.lambertw(),
    sympy.zeta: lambda s, *shift: s.zeta(*shift),
    sympy.besselj: lambda n, x: flint.acb(x).bessel_j(flint.acb(n)).real,
    sympy.polygamma: lambda n, x: flint.acb(x).polygamma(flint.acb(n)).real,
    sympy.Abs: lambda x: abs(x),
    sympy.sign: lambda x: x.sgn() if x.is_finite() else NAN,  # of NaN, Arb's is finite
    sympy.floor: lambda x: x.floor(),
    sympy.ceiling: lambda x: x.ceil(),
    sympy.frac: lambda x: x - x.floor(),
    sympy.Mod: lambda x, y: x - y * (x / y).floor(),
}
CONSTANTS = {
    sympy.pi: arb.pi,
    sympy.E: arb.const_e,
    sympy.EulerGamma: arb.const_euler,
    sympy.Catalan: arb.const_catalan,
}


def ball(value: Expression) -> Ball:
    """The ball of an exact rational number at the present precision."""
    return arb(flint.fmpq(int(value.p), int(value.q)))


def enclose(expression: Expression, box: Box) -> Ball:
    """A ball that contains the value of `expression` for all points of `box`;
    NaN where it may be undefined or is not known.
    """
    if expression.is_Symbol:
        return box.get(expression, NAN)
    if expression.is_Rational:
        return ball(expression)
    if expression in CONSTANTS:
        return CONSTANTS[expression]()
    if isinstance(expression, sympy.Piecewise):
        return _piecewise(expression, box)
    if isinstance(expression, sympy.exp) or (expression.is_Pow and expression.base is sympy.E):
        return enclose(expression.exp, box).exp()
    if isinstance(expression, sympy.CRootOf):
        return _root_of(expression)
    if isinstance(expression, Constant):
        constant: Ball = expression.ball()
        return constant
    if isinstance(expression, AppliedUndef) or not expression.args:
        return NAN
    return _applied(expression, [enclose(argument, box) for argument in expression.args])


def _harmonic(n: Ball) -> Ball:
    """The harmonic number (DLMF, equation 5.4.14)."""
    found: Ball = (n + 1).digamma() + arb.const_euler() if n > -1 else NAN
    return found


def _root_of(root: Expression) -> Ball:
    radius = sympy.Rational(1, 2 ** int(flint.ctx.prec))
    centre = root.eval_rational(dx=radius)
    return ball(centre) + arb(0, flint.arb(flint.fmpq(2, int(radius.q)))) if root.is_real else NAN


def _applied(expression: Expression, values: list[Ball]) -> Ball:
    if expression.is_Add:
        return sum(values[1:], values[0])
    if expression.is_Mul:
        product = values[0]
        for value in values[1:]:
            product = product * value
        return product
    if expression.is_Pow:
        return _power(values[0], expression.exp, values[1])
    if isinstance(expression, (sympy.Max, sympy.Min)):
        extreme = values[0]
        for value in values[1:]:
            extreme = (
                extreme.max(value) if isinstance(expression, sympy.Max) else extreme.min(value)
            )
        return extreme
    function = FUNCTIONS.get(expression.func)
    return function(*values) if function else NAN


def _power(base: Ball, exponent: Expression, exponent_ball: Ball) -> Ball:
    if exponent.is_Integer and abs(int(exponent)) <= LARGEST_POWER:
        number = int(exponent)
        return (abs(base) if number % 2 == 0 else base) ** number
    if exponent.is_Rational and exponent.q <= LARGEST_POWER and abs(exponent.p) <= LARGEST_POWER:
        return base.root(int(exponent.q)) ** int(exponent.p)  # NaN where the base may be negative
    if is_whole(exponent):
        return _whole_power(base, exponent_ball)
    return (exponent_ball * base.log()).exp()


def whole_number(ball: Ball) -> int:
    """The integer that a ball is, which holds nothing else."""
    number = ball.unique_fmpz()
    assert number is not None
    return int(number)


def _whole_power(base: Ball, exponent: Ball) -> Ball:
    """A power whose exponent is an integer, known or not: its base may be negative."""
    if not base.is_finite():
        return NAN  # to Arb, its zeroth power is one
    if exponent.is_integer():
        number = whole_number(exponent)
        if abs(number) <= LARGEST_POWER:
            return (abs(base) if number % 2 == 0 else base) ** number
        size = _size_of_power(base, exponent)
        return size if number % 2 == 0 or base > 0 else -size if base < 0 else size.union(-size)
    size = _size_of_power(base, exponent)
    return size if base > 0 else size.union(-size)


def _size_of_power(base: Ball, exponent: Ball) -> Ball:
    return (exponent * abs(base).log()).exp()  # NaN where the base may be zero


def _piecewise(expression: Expression, box: Box) -> Ball:
    hull = None
    for branch, condition in expression.args:
        holds = truth(condition, box)
        if holds is False:
            continue
        value = enclose(branch, box)
        hull = value if hull is None else hull.union(value)
        if holds:
            return hull
    return NAN


def truth(condition: Condition, box: Box) -> bool | None:
    """Whether `condition` is true on all of `box`, false on all of it,
    or not known (Kleene's strong logic).
    """
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, Relational):
        return _compare(condition.rel_op, enclose(condition.lhs, box) - enclose(condition.rhs, box))
    return connect(condition, lambda part: truth(part, box))


def connect(condition: Condition, decide: Callable[[Expression], bool | None]) -> bool | None:
    """The value of a connective from the values of its parts (Kleene's strong logic)."""
    if isinstance(condition, sympy.Not):
        value = decide(condition.args[0])
        return None if value is None else not value
    if isinstance(condition, sympy.Implies):
        premise, conclusion = condition.args
        return connect(sympy.Or(sympy.Not(premise), conclusion, evaluate=False), decide)
    if isinstance(condition, sympy.And):
        return _all([decide(part) for part in condition.args])
    if isinstance(condition, sympy.Or):
        value = _all([_negated(decide(part)) for part in condition.args])
        return _negated(value)
    if isinstance(condition, sympy.logic.boolalg.Equivalent):
        values = [decide(part) for part in condition.args]
        return None if None in values else len(set(values)) == 1
    return None


def _negated(value: bool | None) -> bool | None:
    return None if value is None else not value


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _compare(operator: str, difference: Ball) -> bool | None:
    if not difference.is_finite():
        return None
    below, above = difference < 0, difference > 0
    zero = difference == 0
    yes, no = {
        "<": (below, above or difference >= 0),
        "<=": (below or difference <= 0, above),
        ">": (above, below or difference <= 0),
        ">=": (above or difference >= 0, below),
        "==": (zero, below or above),
        "!=": (below or above, zero),
    }[operator]
    return True if yes else False if no else None


def decimal(expression: Expression, values: Values, digits: int) -> str:
    """The value as a decimal of at most so many digits, each certain but the last;
    an exact zero of trailing digits is left out.
    """
    with flint.ctx.workprec(256):
        value = enclose(
            expression, {symbol: enclose(exact, {}) for symbol, exact in values.items()}
        )
        if not value.is_finite():
            return "undefined"
        text = str(value.str(digits, radius=False))
    mantissa, sign, exponent = text.partition("e")
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + sign + exponent
