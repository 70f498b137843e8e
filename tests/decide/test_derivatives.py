"""Tests of where derivatives exist: at kinks that products smooth out, and of integrals at an end that moves."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

x, t, a = sympy.symbols("x t a", real=True)
n = sympy.Symbol("n", integer=True)

ROWS = {
    "ForAll(x, then=Eq(Derivative(x * Abs(x), x), 2 * Abs(x)))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(x * Abs(x), x), 2 * x))": Truth.FALSE,
    "ForAll(x, then=Eq(Derivative(Abs(x)**3, x), 3 * x * Abs(x)))": Truth.TRUE,
    "ForAll(x, then=Ge(Derivative(x**2 * Abs(x), x) * x, 0))": Truth.TRUE,
    "ForAll(x, then=Ge(Derivative(exp(x) * Abs(x), x), -1))": None,
    "ForAll(x, then=Ge(Derivative((x - 1) * Abs(x), x)**2, 0))": None,
    "ForAll(x, then=Ge(Derivative(Abs(x) * cos(x), x)**2, 0))": None,
    "ForAll(x, then=Ge(Derivative(x * Abs(x) + Abs(x - 1), x), -100))": None,
    "ForAll(x, given=x > 1, then=Eq(Derivative(exp(x) * Abs(x), x), (x + 1) * exp(x)))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(Integral(sin(t**2), (t, 0, x)), x), sin(x**2)))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(Integral(sin(t**2), (t, 0, x)), x), cos(x**2)))": Truth.FALSE,
    "ForAll(x, given=x > 0, then=Eq(Derivative(Integral(1 / t, (t, 1, x)), x), 1 / x))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(Integral(exp(t**2), (t, x, x**2)), x), 2 * x * exp(x**4) - exp(x**2)))": Truth.TRUE,
    "ForAll(a, then=Eq(Derivative(Integral(a * x**2, (x, 0, 1)), a), Rational(1, 3)))": Truth.TRUE,
    "ForAll(x, then=Ge(Derivative(Integral(exp(t**2), (t, 0, Abs(x))), x)**2, 0))": None,
    "ForAll(x, then=Eq(Derivative(x**2, x).subs(x, 3), 6))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(x * Abs(x), x).subs(x, 0), 0))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(Abs(x), x).subs(x, 0), 0))": None,
    "ForAll(x, then=Eq(Derivative(Max(exp(x), 1 + x), x), exp(x)))": Truth.TRUE,
    "ForAll(x, given=Eq(x, 0), then=Eq(Derivative(Max(exp(x), 1 + x), x), 0))": Truth.FALSE,
    "ForAll(x, given=And(x >= 0, x <= 1), then=Eq(Derivative(Max(x**2, 2*x - 1), x), 2 * x * sign(1 - x)))": Truth.FALSE,
    "ForAll(x, then=Eq(diff(Max(x**2, 2*x - 1), x), 2 * x))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(Min(x**2, 2*x - 1), x), 2))": Truth.TRUE,
    "ForAll((x, a), then=Eq(Derivative(Max(x, x + a), x), 1))": Truth.TRUE,
    "ForAll((x, a), then=Eq(Derivative(Max(x, x + a), x), Abs(sign(a))))": Truth.FALSE,
    "ForAll((x, a), given=And(x < 0, a > 0), then=Eq(Derivative(Max(x, a*x), x), Piecewise((a, a < 1), (1, True))))": Truth.TRUE,
    "ForAll((x, a), given=And(x > 0, Eq(a, 1)), then=Eq(Derivative(exp(Max(x, a*x)), x), 0))": Truth.FALSE,
    "ForAll((x, a), given=Eq(a, 0), then=Eq(Derivative(Max(x**2, x**2 + a), (x, 2)), 2))": Truth.TRUE,
    "ForAll((x, a), given=a > 0, then=Eq(Derivative(Max(x, a*x), x), Max(1, a)))": None,
    "ForAll(x, then=Eq(Derivative(Max(x, 0)**2, x), 2 * Max(x, 0)))": Truth.TRUE,
    "ForAll(x, then=Eq(Derivative(Max(x, 0)**2, x), 2 * x))": Truth.FALSE,
    "ForAll(x, then=Eq(Derivative(x * Max(x, 0), x), 2 * Max(x, 0)))": Truth.TRUE,
    "ForAll(x, then=Ge(Derivative((x - 1) * Max(x, 0), x), -2))": None,
    "ForAll(x, then=Eq(Derivative(Max(x, 0) + Min(x, 0), x), 1))": Truth.TRUE,
    "ForAll((x, a), then=Eq(Derivative(Max(1 - a*x, 0)**2, x), -2 * a * Max(1 - a*x, 0)))": Truth.TRUE,
    "ForAll((x, a), then=Le(Derivative(Max(1 - a*x, 0), x), Abs(a)))": None,
    "ForAll(x, then=Eq(diff(Piecewise((x**2/2, Abs(x) <= 1), (Abs(x) - Rational(1, 2), True)), x), Max(-1, Min(1, x))))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(Piecewise((x**2/2, Abs(x) <= 1), (Abs(x) - Rational(1, 2), True)), x), x))": Truth.FALSE,
    "ForAll(x, then=Le(Derivative(Piecewise((x**2/2, Abs(x) <= 1), (Abs(x) - Rational(1, 3), True)), x), 1))": None,
    "ForAll(x, then=Le(Derivative(Piecewise((x**2/2, Abs(x) <= 1), (2*Abs(x) - Rational(3, 2), True)), x), 2))": None,
    "ForAll(x, then=Eq(Derivative(Piecewise((0, x <= 0), (x**2, x <= 1), (2*x - 1, True)), x), Max(0, Min(2*x, 2))))": Truth.TRUE,
    "ForAll(x, then=Ge(Derivative(Piecewise((0, x <= 0), (x**2, x <= 1), (2*x, True)), x), 0))": None,
    "ForAll(x, given=Ne(x, 0), then=Eq(Derivative(Abs(Abs(x) - 1)*(Abs(x) - 1), x), 2 * sign(x) * Abs(Abs(x) - 1)))": Truth.TRUE,
    "ForAll(x, then=Ge(Derivative(Abs(Abs(x) - 1), x), -1))": None,
    "ForAll((x, n), given=Ne(x, 0), then=Eq(Derivative(x**n, x), n * x**(n - 1)))": Truth.TRUE,
}
INSIDE = "Derivative(Integral(Abs(x - t), (t, 0, 1)), x)"  # 2 x - 1 for x from 0 to 1
AT_NUMBERS = {
    "Equal(zeta(0), -Rational(1, 2))": Truth.TRUE,
    "Equal(zeta(-1), Rational(1, 12))": Truth.FALSE,
    "ForAll(x, then=Lt(zeta(Rational(1, 2)), -1))": Truth.TRUE,
    "ForAll(x, then=Gt(zeta(1), 0))": None,
    "Equal(gamma(-Rational(1, 2)), -2 * sqrt(pi))": Truth.TRUE,
    "ForAll(x, then=Lt(gamma(-1), 3))": None,
    "ForAll(x, then=Gt(gamma(x)**2, -1))": None,
    "ForAll(x, given=And(x > -1, x < 0), then=Eq(gamma(x + 1), x * gamma(x)))": Truth.TRUE,
    "ForAll(x, then=Lt(LambertW(1), Rational(3, 5)))": Truth.TRUE,
    "ForAll(x, then=Gt(LambertW(-1), -100))": None,
    "ForAll(x, then=Gt(LambertW(x), -2))": None,
    "ForAll(x, then=Gt(besselj(0, 1), Rational(3, 4)))": Truth.TRUE,
}


@pytest.mark.parametrize("source", ROWS)
def test_derivatives_exist_where_both_sides_agree(source: str) -> None:
    assert truth_of(source, x=x, t=t, a=a, n=n) is ROWS[source]


@pytest.mark.parametrize("source", AT_NUMBERS)
def test_functions_have_values_where_the_field_gives_them(source: str) -> None:
    assert truth_of(source, x=x) is AT_NUMBERS[source]


def test_a_kink_inside_an_integral_is_none_of_the_whole() -> None:
    whole = "ForAll(x, given=And(x >= 0, x <= 1), then=Eq({}, {}))"
    assert truth_of(whole.format(INSIDE, "2 * x - 1"), x=x, t=t) is Truth.TRUE
    assert truth_of(whole.format(INSIDE, "2 * x"), x=x, t=t) is Truth.FALSE
