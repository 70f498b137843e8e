"""Generates integrals, series, limits, derivatives and complex traps whose truth is known by construction."""

from __future__ import annotations

from random import Random
from typing import Any

import sympy
from sympy import Integral, Limit, Piecewise, Rational, Subs, Sum

from probatum import And, Eq, Equal, ForAll, Ge, Gt, Lt, integers, reals
from tests.soundness.propositions import UNDEFINED, family, fraction, known, positive

x, y = reals("x y")
n, k = integers("n k")
oo = sympy.oo


def off(random: Random) -> Any:
    """Zero, or a small number by which a false twin is off."""
    return random.choice([sympy.Integer(0), sympy.Integer(0), positive(random), -positive(random)])


@family
def integral_with_kink(random: Random) -> tuple[Any, str]:
    """|x - p| from p - a to p + b is (a^2 + b^2)/2."""
    p, a, b, wrong = fraction(random, -3, 3), positive(random), positive(random), off(random)
    return Equal(Integral(sympy.Abs(x - p), (x, p - a, p + b)), (a**2 + b**2) / 2 + wrong), known(wrong == 0)


@family
def integral_of_derivative(random: Random) -> tuple[Any, str]:
    """What is derived by hand and integrated again."""
    whole = random.choice([x**3 - 2 * x, x * sympy.exp(x), sympy.sin(2 * x), sympy.log(x), sympy.atan(x), sympy.sqrt(x)])
    low, high, wrong = Rational(random.randint(1, 3)), Rational(random.randint(4, 6)), off(random)
    value = whole.subs(x, high) - whole.subs(x, low)
    return Equal(Integral(sympy.diff(whole, x), (x, low, high)), value + wrong), known(wrong == 0)


@family
def integral_below_bound(random: Random) -> tuple[Any, str]:
    """x^m over [0, 1] is 1/(m + 1)."""
    power, margin = random.randint(1, 6), Rational(random.choice([-1, 1]), random.randint(20, 90))
    return ForAll((), then=Lt(Integral(x**power, (x, 0, 1)), Rational(1, power + 1) + margin)), known(margin > 0)


@family
def integral_to_infinity(random: Random) -> tuple[Any, str]:
    """x^-s from 1 on is 1/(s - 1) for s > 1, else infinite."""
    exponent = Rational(random.randint(1, 6), random.choice([1, 2]))
    value = 1 / (exponent - 1) if exponent > 1 else oo
    claimed = random.choice([value, value, Rational(7, 3), oo])
    return Equal(Integral(x**-exponent, (x, 1, oo)), claimed), known(claimed == value)


@family
def integral_over_pole(random: Random) -> tuple[Any, str]:
    """(x - p)^-m over a range around p diverges: to infinity for even m, to nothing for odd m."""
    p, power = fraction(random, -2, 2), random.randint(1, 4)
    claimed = random.choice([oo, -oo, sympy.Integer(0), positive(random)])
    statement = Equal(Integral((x - p) ** -power, (x, p - positive(random), p + positive(random))), claimed)
    return statement, known(power % 2 == 0 and claimed == oo)


@family
def telescoping_series(random: Random) -> tuple[Any, str]:
    """1/((k + a)(k + a + 1)) from m on is 1/(m + a); it divides by zero where m + a <= 0."""
    a, m, wrong = random.randint(-4, 4), random.randint(-3, 5), off(random)
    start = sympy.Integer(m + a)
    if start == 0 or start <= -1:
        return Equal(Sum(1 / ((k + a) * (k + a + 1)), (k, m, oo)), 1), UNDEFINED
    return Equal(Sum(1 / ((k + a) * (k + a + 1)), (k, m, oo)), 1 / start + wrong), known(wrong == 0)


@family
def geometric_series(random: Random) -> tuple[Any, str]:
    """q^k from m on is q^m/(1 - q) for |q| < 1; for q >= 1 infinite, for q <= -1 nothing."""
    q, m, wrong = Rational(random.choice([-3, -2, -1, 1, 2, 3]), random.choice([2, 3, 4])), random.randint(0, 3), off(random)
    claimed = random.choice([q**m / (1 - q) if q != 1 else sympy.Integer(1), oo]) + wrong
    true = claimed == q**m / (1 - q) if abs(q) < 1 else q >= 1 and claimed == oo
    return Equal(Sum(q**k, (k, m, oo)), claimed), known(bool(true))


@family
def finite_sum(random: Random) -> tuple[Any, str]:
    low, count, wrong = random.randint(-5, 5), random.randint(0, 30), off(random)
    term = fraction(random) * k**2 + fraction(random) * k
    value = sum((term.subs(k, low + step) for step in range(count)), sympy.Integer(0))
    return Equal(Sum(term, (k, low, low + count - 1)), value + wrong), known(wrong == 0)


@family
def sum_to_a_variable(random: Random) -> tuple[Any, str]:
    """a k + b from 1 to n is a n (n + 1)/2 + b n, for n >= 0; further down SymPy and authors may differ."""
    a, b, wrong = fraction(random, 1, 5), fraction(random), off(random)
    low = random.choice([0, 1, 2, -2])
    statement = ForAll(n, given=Ge(n, low), then=Equal(Sum(a * k + b, (k, 1, n)), a * n * (n + 1) / 2 + b * n + wrong))
    return statement, UNDEFINED if low < 0 else known(wrong == 0)


@family
def captured_name(random: Random) -> tuple[Any, str]:
    """x + (1 + ... + m) > c for x > 0, where the sum binds a variable of the same name."""
    m, margin = random.randint(2, 6), random.choice([0, 0, 1])
    whole = Rational(m * (m + 1), 2)
    return ForAll(x, given=Gt(x, 0), then=Gt(x + Sum(x, (x, 1, m)), whole + margin)), known(margin == 0)


@family
def one_sided_limit(random: Random) -> tuple[Any, str]:
    """a above p, b from below."""
    p, a, b = fraction(random, -3, 3), fraction(random), fraction(random)
    side, claimed = random.choice(["+", "-", "+-"]), random.choice([a, b])
    value = {"+": a, "-": b, "+-": a if a == b else None}[side]
    return Equal(Limit(Piecewise((a, x > p), (b, True)), x, p, side), claimed), known(claimed == value)


@family
def infinite_limit(random: Random) -> tuple[Any, str]:
    """c (x - p)^-m grows to the infinity with the sign of c from above, and from below too where m is even."""
    p, power, c = fraction(random, -3, 3), random.randint(1, 3), random.choice([-1, 1]) * positive(random)
    side, claimed = random.choice(["+", "-", "+-"]), random.choice([oo, -oo, sympy.Integer(3)])
    above = oo if c > 0 else -oo
    below = above if power % 2 == 0 else -above
    value = {"+": above, "-": below, "+-": above if above == below else None}[side]
    return Equal(Limit(c * (x - p) ** -power, x, p, side), claimed), known(claimed == value)


@family
def limit_of_quotient(random: Random) -> tuple[Any, str]:
    """sin(a x)/x, (e^(a x) - 1)/x, log(1 + a x)/x at 0 are a; (1 + a/x)^x at infinity is e^a."""
    a, wrong = fraction(random, 1, 3), off(random)
    if random.random() < 0.3:
        return Equal(Limit((1 + a / x) ** x, x, oo), sympy.exp(a) + wrong), known(wrong == 0)
    function = random.choice([sympy.sin(a * x), sympy.exp(a * x) - 1, sympy.log(1 + a * x), sympy.atan(a * x)])
    return Equal(Limit(function / x, x, 0, "+-"), a + wrong), known(wrong == 0)


@family
def derivative_at_kink(random: Random) -> tuple[Any, str]:
    """c |x - p| + d x has the slope d +- c beside p and none there."""
    p, c, d, away = fraction(random, -2, 2), positive(random), fraction(random), random.choice([-1, 0, 1])
    wrong = off(random)
    slope = Subs(sympy.Derivative(c * sympy.Abs(x - p) + d * x, x), x, p + away)
    return Equal(slope, d + away * c + wrong), known(wrong == 0) if away else UNDEFINED


@family
def complex_trap(random: Random) -> tuple[Any, str]:
    """What has an imaginary part, or a root or logarithm of what is negative, is no statement on real numbers."""
    a = positive(random)
    trap = random.choice(
        [(x + a * sympy.I) ** 2, sympy.sqrt(-a) + x**2, sympy.log(-a) + x, sympy.acos(1 + a) * x, (-a) ** Rational(1, 3) + x]
    )
    relation = random.choice([Ge, Lt, Eq])
    return ForAll(x, given=And(Gt(x, -1), Lt(x, 1)), then=relation(trap, 0)), UNDEFINED
