"""Statements that other tools got wrong, by public report: what was answered there, what is true, and the number found a second way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it has none
import sympy
from mpmath import mp
from sympy import Abs, Integral, Limit, Piecewise, Rational, Sum, binomial, cos, exp, factorial, log, oo, pi, sin, sqrt

from probatum import And, Eq, Equal, Exists, ForAll, Ge, Gt, Le, Lt, Ne, Or, integers, reals
from tests.soundness.propositions import FALSE, TRUE, UNDEFINED, Known

x, y = reals("x y")
k, n, m = integers("k n m")
Number = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Value:
    """A value that was answered wrongly, the right one, and its number by mpmath, as near as it comes."""

    report: str
    expression: Any
    answered: Any
    right: Any
    number: Number
    near: float = 1e-8

    def statements(self) -> Iterator[Known]:
        """That it is the right value, and that it is the one that was answered."""
        yield Known(self.report, Equal(self.expression, self.right), TRUE)
        yield Known(self.report, Equal(self.expression, self.answered), FALSE)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A statement that is true, one that was taken for it and is false, and where that one fails (or the true one shows), by hand."""

    report: str
    true: Any
    false: Any
    shows: Number  # a number that is positive, computed in floating point from the two sides

    def statements(self) -> Iterator[Known]:
        """The true one and the false one."""
        yield Known(self.report, self.true, TRUE)
        yield Known(self.report, self.false, FALSE)


def quad(function: Callable[[Any], Any], *ends: Any) -> Number:
    """The integral over the ends, split where the integrand has a kink."""
    return lambda: mpmath.quad(function, list(ends))


def at(function: Callable[[Any], Any], large: float = 1e7) -> Number:
    """The function far out, in place of its limit."""
    return lambda: function(mp.mpf(large))


def total(term: Callable[[Any], Any], low: int, high: int) -> Number:
    """The sum of so many terms, one by one."""
    return lambda: mpmath.fsum(term(mp.mpf(number)) for number in range(low, high + 1))


half = mp.pi / 2
INTEGRALS = (
    Value("sympy/sympy#25052", Integral(Abs(cos(x)), (x, -pi / 2, 0)), -1, 1, quad(lambda t: abs(mp.cos(t)), -half, 0)),
    Value("sympy/sympy#27379", Integral(sqrt(cos(x) ** 2), (x, -pi / 2, 0)), -1, 1, quad(lambda t: mp.sqrt(mp.cos(t) ** 2), -half, 0)),
    Value("sympy/sympy#25066", Integral(Abs(sin(x)), (x, -2 * pi, 0)), 0, 4, quad(lambda t: abs(mp.sin(t)), -2 * mp.pi, -mp.pi, 0)),
    Value(
        "sympy/sympy#29072",
        Integral(Abs(sin(x) * cos(x)), (x, 0, 2 * pi)),
        1,
        2,
        quad(lambda t: abs(mp.sin(t) * mp.cos(t)), 0, half, mp.pi, 3 * half, 2 * mp.pi),
    ),
    Value(
        "sympy/sympy#18384",
        Integral(Abs(sin(x) * cos(x)), (x, pi, 2 * pi)),
        0,
        1,
        quad(lambda t: abs(mp.sin(t) * mp.cos(t)), mp.pi, 3 * half, 2 * mp.pi),
    ),
    Value(
        "sympy/sympy#21387",
        Integral(Abs(cos(x)) * sin(x), (x, -pi, pi)),
        1,
        0,
        quad(lambda t: abs(mp.cos(t)) * mp.sin(t), -mp.pi, -half, half, mp.pi),
    ),
    Value(
        "sympy/sympy#15457",
        Integral(exp(Abs(x - 2)), (x, 1, 3)),
        exp(1) - exp(-1),
        2 * exp(1) - 2,
        quad(lambda t: mp.exp(abs(t - 2)), 1, 2, 3),
    ),
    Value(
        "sympy/sympy#21549",
        Integral(x * sqrt(Abs(x)), (x, -1, 0)),
        Rational(2, 5),
        -Rational(2, 5),
        quad(lambda t: t * mp.sqrt(abs(t)), -1, 0),
    ),
    Value("sympy/sympy#5658", Integral(Abs(x**2 - 1), (x, -2, 2)), Rational(4, 3), 4, quad(lambda t: abs(t**2 - 1), -2, -1, 1, 2)),
    Value(
        "sympy/sympy#7337",
        Integral(x * sqrt(2 * x + 3), (x, -1, 1)),
        -Rational(2, 5),
        Rational(2, 5),
        quad(lambda t: t * mp.sqrt(2 * t + 3), -1, 1),
    ),
    Value(
        "sympy/sympy#6278",
        Integral(1 / (cos(x) + 2), (x, 0, 2 * pi)),
        0,
        2 * pi / sqrt(3),
        quad(lambda t: 1 / (mp.cos(t) + 2), 0, mp.pi, 2 * mp.pi),
    ),
    Value("sympy/sympy#2975", Integral((x**2 + 1) ** Rational(-3, 2), (x, -1, 1)), 0, sqrt(2), quad(lambda t: (t**2 + 1) ** -1.5, -1, 1)),
    Value(
        "sympy/sympy#21665",
        Integral(-4 * (1 - x**2) ** Rational(3, 2) / 3 + 2 * sqrt(1 - x**2) * (2 - 2 * x**2), (x, -1, 1)),
        -pi / 2,
        pi,
        quad(lambda t: -4 * (1 - t**2) ** 1.5 / 3 + 2 * mp.sqrt(1 - t**2) * (2 - 2 * t**2), -1, 1),
    ),
    Value(
        "sympy/sympy#29792",
        Integral(sqrt(2 - x) * sqrt(1 / (2 - x)), (x, 0, 1)),
        -1,
        1,
        quad(lambda t: mp.sqrt(2 - t) * mp.sqrt(1 / (2 - t)), 0, 1),
    ),
    Value(
        "sympy/sympy#30404",
        Integral(sqrt(1 - x) * log(1 - x), (x, 0, 1)),
        0,
        -Rational(4, 9),
        quad(lambda t: mp.sqrt(1 - t) * mp.log(1 - t), 0, 1),
    ),
    Value(
        "sympy/sympy#15810",
        Integral(1 / (2 ** (2 * x / 3) + 1), (x, 0, oo)),
        Rational(1, 2),
        Rational(3, 2),
        quad(lambda t: 1 / (2 ** (2 * t / 3) + 1), 0, 20, 400),
    ),
    Value(
        "sympy/sympy#20782",
        Integral(Piecewise((0, x < 1), (1, True)) - Piecewise((0, x < 0), (1, True)), (x, -3, 1)),
        oo,
        -1,
        quad(lambda t: -1 if t >= 0 else 0, -3, 0, 1),
    ),
)
SERIES = (
    Value(
        "diofant/diofant#236",
        Sum(k / ((k + 2) * (k + 4) * (k + 8)), (k, 1, oo)),
        Rational(521, 25200),
        Rational(4, 35),
        total(lambda t: t / ((t + 2) * (t + 4) * (t + 8)), 1, 20000),
        1e-4,
    ),
    Value("sympy/sympy#13902", Sum(binomial(2, k) * k**2, (k, 0, 1)), -4, 2, total(lambda t: mp.binomial(2, t) * t**2, 0, 1)),
    Value(
        "sympy/sympy#15943",
        Sum(binomial(3, k) * factorial(3 - k), (k, 0, 3)),
        oo,
        16,
        total(lambda t: mp.binomial(3, t) * mp.factorial(3 - t), 0, 3),
    ),
    Value(
        "sympy/sympy#8016",
        Sum(binomial(4, k) * binomial(4, 2 - k) * (-1) ** k, (k, 0, 2)),
        0,
        -4,
        total(lambda t: mp.binomial(4, t) * mp.binomial(4, 2 - t) * (-1) ** int(t), 0, 2),
    ),
    Value(
        "sympy/sympy#19852",
        Sum(1 / ((4 * k + 1) * (4 * k + 2) * (4 * k + 3) * (4 * k + 4)), (k, 1, oo)),
        0,
        log(2) / 4 - pi / 24 - Rational(1, 24),
        total(lambda t: 1 / ((4 * t + 1) * (4 * t + 2) * (4 * t + 3) * (4 * t + 4)), 1, 5000),
    ),
    Value(
        "sympy/sympy#11101",
        Sum(2**k / sympy.Integer(3) ** (k + 1), (k, 0, oo)),
        3,
        1,
        total(lambda t: mp.mpf(2) ** t / 3 ** (t + 1), 0, 200),
    ),
)
LIMITS = (
    Value(
        "sympy/sympy#25885",
        Limit((1 + 1 / x) ** (x**2) / exp(x), x, oo),
        1,
        exp(-Rational(1, 2)),
        at(lambda t: mp.exp(t**2 * mp.log(1 + 1 / t) - t)),
        1e-4,
    ),
    Value(
        "sympy/sympy#21724",
        Limit(x * (1 + 1 / x) ** x - exp(1) * x, x, oo),
        0,
        -exp(1) / 2,
        at(lambda t: t * ((1 + 1 / t) ** t - mp.e)),
        1e-4,
    ),
    Value(
        "sympy/sympy#17380",
        Limit(x * (((x + 1) ** 2 + 1) / (x**2 + 1) - 1), x, oo),
        0,
        2,
        at(lambda t: t * (((t + 1) ** 2 + 1) / (t**2 + 1) - 1)),
        1e-4,
    ),
    Value(
        "sympy/sympy#13382",
        Limit(n * (((n + 1) ** 2 + 1) / (n**2 + 1) - 1), n, oo),
        0,
        2,
        at(lambda t: t * (((t + 1) ** 2 + 1) / (t**2 + 1) - 1)),
        1e-4,
    ),
    Value(
        "sympy/sympy#13403",
        Limit(x * (-1 + (x + log(x + 1) + 1) / (x + log(x))), x, oo),
        0,
        1,
        at(lambda t: t * (-1 + (t + mp.log(t + 1) + 1) / (t + mp.log(t)))),
        1e-4,
    ),
    Value(
        "sympy/sympy#13416",
        Limit((-(x**3) * log(x) ** 3 + (x - 1) * (x + 1) ** 2 * log(x + 1) ** 3) / (x**2 * log(x) ** 3), x, oo),
        -1,
        1,
        at(lambda t: (-(t**3) * mp.log(t) ** 3 + (t - 1) * (t + 1) ** 2 * mp.log(t + 1) ** 3) / (t**2 * mp.log(t) ** 3), 1e60),
        0.05,
    ),
    Value(
        "sympy/sympy#18378",
        Limit(log(exp(3 * x) + x) / log(exp(x) + x**100), x, oo),
        9,
        3,
        at(lambda t: mp.log(mp.exp(3 * t) + t) / mp.log(mp.exp(t) + t**100), 1e5),
        1e-4,
    ),
    Value(
        "sympy/sympy#15055",
        Limit(x**3 * ((-x - 1) * sin(1 / x) + (x + 2) * sin(1 / (x + 1))) / (1 - x), x, oo),
        -oo,
        1,
        at(lambda t: t**3 * ((-t - 1) * mp.sin(1 / t) + (t + 2) * mp.sin(1 / (t + 1))) / (1 - t)),
        1e-4,
    ),
)
CLAIMS = (
    Claimed(
        "sympy/sympy#22178",
        Equal(Sum(3 - k, (k, 1, oo)), -oo),
        Equal(Sum(3 - k, (k, 1, oo)), oo),
        lambda: -sum(3 - t for t in range(1, 100)),
    ),
    Claimed(
        "mpmath/mpmath#1186",
        ForAll((), then=Gt(Sum(1 / (k * log(k) ** 2), (k, 2, 10)), Rational(42, 25))),
        ForAll((), then=Lt(Sum(1 / (k * log(k) ** 2), (k, 2, 10)), Rational(42, 25))),
        lambda: sum(1 / (t * mp.log(t) ** 2) for t in range(2, 11)) - 1.68,
    ),
    Claimed(
        "sympy/sympy#19407",
        ForAll((x, y), given=Le(sqrt(2) * (y - x) - sqrt(2) * (x - y), 0), then=Ge(x, y)),
        ForAll((x, y), given=Le(sqrt(2) * (y - x) - sqrt(2) * (x - y), 0), then=Le(x, y)),
        lambda: -(2**0.5 * (0 - 1) - 2**0.5 * (1 - 0)),
    ),
    Claimed(
        "sympy/sympy#18616",
        ForAll(x, then=Eq(sqrt(x**2 - 10 * x + 25), Abs(x - 5))),
        ForAll(x, then=Eq(sqrt(x**2 - 10 * x + 25), x - 5)),
        lambda: 25**0.5 - (0 - 5),
    ),
    Claimed(
        "sympy/sympy#20108",
        ForAll(x, given=Ne(x, 0), then=Eq(x**2 / Abs(x), Abs(x))),
        ForAll(x, given=Ne(x, 0), then=Eq(x**2 / Abs(x), x)),
        lambda: 4 / abs(-2) - (-2),
    ),
    Claimed(
        "sympy/sympy#22189",
        ForAll(x, given=Le(x, Rational(7, 2)), then=Eq(Abs(sqrt(7 - 2 * x) - 2), Abs(2 - sqrt(7 - 2 * x)))),
        ForAll(x, given=Le(x, Rational(7, 2)), then=Eq(Abs(sqrt(7 - 2 * x) - 2), sqrt(7 - 2 * x) - 2)),
        lambda: abs(0 - 2) - (0 - 2),
    ),
    Claimed(
        "sympy/sympy#21252",
        ForAll(x, given=And(x > 0, Ne(x, 1)), then=Eq(Abs(x - 1) * sqrt(1 / (x**2 - 2 * x + 1)), 1)),
        ForAll(x, given=And(x > 0, Ne(x, 1)), then=Eq(Abs(x - 1) * sqrt(1 / (x**2 - 2 * x + 1)), sympy.sign(x - 1))),
        lambda: abs(0.5 - 1) * (1 / 0.25) ** 0.5,
    ),
    Claimed(
        "sympy/sympy#11721", ForAll(x, then=Ge(sympy.cosh(x), 1)), ForAll(x, then=Ge(sympy.sinh(x), 1)), lambda: mp.cosh(0) - mp.sinh(0)
    ),
    Claimed("sympy/sympy#11584", ForAll(x, then=Eq(sqrt(x**2), Abs(x))), ForAll(x, then=Eq(sqrt(x**2), x)), lambda: 1**0.5 - (-1)),
    Claimed(
        "Z3Prover/z3#9139",
        Exists((x, m), given=Gt(x, -2), then=Eq(((3 + x) / 5) ** 2 / ((3 + x) / 5) ** 2 - x, m)),
        ForAll((x, m), given=Gt(x, -2), then=Ne(((3 + x) / 5) ** 2 / ((3 + x) / 5) ** 2 - x, m)),
        lambda: (3 / 5) ** 2 / (3 / 5) ** 2 - 0,
    ),
    Claimed(
        "Z3Prover/z3#4129",
        Exists((x, y), then=ForAll(k, given=And(k >= -2, k <= 2), then=And(Ge(x, k**2), Eq(y, 2)))),
        ForAll((x, y), then=Or(Lt(x, 4), Ne(y, 2))),
        lambda: 4 - 2**2 + 1,
    ),
)
UNDEFINED_SUM = Known("sympy/sympy#8746", Equal(Sum(1 / (k**2 + k), (k, -5, oo)), -Rational(1, 5)), UNDEFINED)
VALUES = INTEGRALS + SERIES + LIMITS
REPORTS: tuple[Value | Claimed, ...] = VALUES + CLAIMS
