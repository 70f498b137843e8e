"""Tests of n^n, sums, limits and integrals with parameters, and inverse functions: true statements beside false twins."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError

HEAD = """
from sympy import E as e, Derivative, Integral, Rational, Sum, cos, cosh, sin, tan
from sympy import acos, acosh, asin, asinh, atan, atanh, binomial, exp, factorial, log, oo, pi, sqrt
from probatum import Abs, And, Equal, Eventually, ForAll, Limit, Max, Min, Ne, integers, reals
a, b, c, p, q, x = reals("a b c p q x")
k, m, n = integers("k m n")
both = And(m >= 0, n >= 0)
one, inside = n >= 1, Abs(x) < 1
def slope(function): return Derivative(function, x, evaluate=False)
"""
PAIRS = [
    ("ForAll(n, given=one, then=factorial(n) <= n**n)", "ForAll(n, given=one, then=factorial(n) <= n**(n - 2))"),
    ("ForAll(n, given=n >= 3, then=n**(n + 1) > (n + 1)**n)", "ForAll(n, given=n >= 2, then=n**(n + 1) > (n + 1)**n)"),
    ("ForAll(n, given=one, then=factorial(n) >= (n / e)**n)", "ForAll(n, given=one, then=factorial(n) >= (n / 2)**n)"),
    ("ForAll(n, given=one, then=(n + 1)**n <= 3 * n**n)", "ForAll(n, given=one, then=(n + 1)**n <= Rational(5, 2) * n**n)"),
    ("ForAll(n, given=one, then=factorial(n) <= ((n + 1) / 2)**n)", "ForAll(n, given=one, then=factorial(n) <= (n / 2)**n)"),
    ("ForAll(n, given=one, then=n**n >= 2**(n - 1))", "ForAll(n, given=one, then=n**n > 2**(n - 1))"),
    (
        "ForAll(x, given=inside, then=Equal(slope(asin(x)), 1 / sqrt(1 - x**2)))",
        "ForAll(x, given=inside, then=Equal(slope(acos(x)), 1 / sqrt(1 - x**2)))",
    ),
    (
        "ForAll(x, given=x > 1, then=Equal(slope(acosh(x)), 1 / sqrt(x**2 - 1)))",
        "ForAll(x, given=x > 1, then=Equal(slope(acosh(x)), 1 / sqrt(x**2 + 1)))",
    ),
    (
        "ForAll(x, given=inside, then=Equal(slope(atanh(x)), 1 / (1 - x**2)))",
        "ForAll(x, given=inside, then=Equal(slope(atanh(x)), 1 / (1 + x**2)))",
    ),
    ("ForAll(x, then=Equal(asinh(x), log(x + sqrt(x**2 + 1))))", "ForAll(x, then=Equal(asinh(x), log(1 + sqrt(x**2 + 1))))"),
    (
        "ForAll(x, given=x >= 1, then=Equal(acosh(x), log(x + sqrt(x**2 - 1))))",
        "ForAll(x, given=x >= 1, then=Equal(acosh(x), log(x - sqrt(x**2 - 1))))",
    ),
    (
        "ForAll(x, given=inside, then=Equal(atanh(x), log((1 + x) / (1 - x)) / 2))",
        "ForAll(x, given=inside, then=Equal(atanh(x), log((1 + x) / (1 - x))))",
    ),
    (
        "ForAll((n, a), given=And(n >= 0, a > 0), then=Equal(Integral(x**n * exp(-a * x), (x, 0, oo)), factorial(n) / a**(n + 1)))",
        "ForAll((n, a), given=And(n >= 0, a > 0), then=Equal(Integral(x**n * exp(-a * x), (x, 0, oo)), factorial(n) / a**n))",
    ),
    (
        "ForAll(a, then=Equal(Sum(a**k / factorial(k), (k, 1, oo)), exp(a) - 1))",
        "ForAll(a, then=Equal(Sum(a**k / factorial(k), (k, 1, oo)), exp(a)))",
    ),
    (
        "ForAll(a, given=a > 0, then=Equal(Sum(k**2 * a**k * exp(-a) / factorial(k), (k, 1, oo)), a + a**2))",
        "ForAll(a, given=a > 0, then=Equal(Sum(k**2 * a**k * exp(-a) / factorial(k), (k, 1, oo)), a**2))",
    ),
    (
        "ForAll(a, given=a > 0, then=Equal(Integral((x**4 + x) * exp(-a * x**2), (x, -oo, oo)), 3 * sqrt(pi / a) / (4 * a**2)))",
        "ForAll(a, given=a > 0, then=Equal(Integral((x**4 + x) * exp(-a * x**2), (x, -oo, oo)), sqrt(pi / a) / (4 * a**2)))",
    ),
    (
        "ForAll(a, given=Abs(a) < 1, then=Equal(Sum(a**k / k, (k, 1, oo)), -log(1 - a)))",
        "ForAll(a, given=Abs(a) < 1, then=Equal(Sum(a**k / k, (k, 1, oo)), log(1 + a)))",
    ),
    (
        "ForAll(a, given=Abs(a) < 1, then=Equal(Sum(a**(2 * k + 1) / (2 * k + 1), (k, 0, oo)), atanh(a)))",
        "ForAll(a, given=Abs(a) < 1, then=Equal(Sum(a**(2 * k + 1) / (2 * k + 1), (k, 0, oo)), asinh(a)))",
    ),
    (
        "ForAll((n, m), given=And(m >= 0, n >= m), then=Equal(Sum(binomial(k, m), (k, m, n)), binomial(n + 1, m + 1)))",
        "ForAll((n, m), given=And(m >= 0, n >= m), then=Equal(Sum(binomial(k, m), (k, m, n)), binomial(n + 1, m)))",
    ),
    (
        "ForAll((n, m), given=both, then=Equal(Sum(k * binomial(k, m), (k, 0, n)), n * binomial(n + 1, m + 1) - binomial(n + 1, m + 2)))",
        "ForAll((n, m), given=both, then=Equal(Sum(k * binomial(k, m), (k, 0, n)), n * binomial(n + 1, m + 1) - binomial(n, m + 2)))",
    ),
    (
        "ForAll((n, m), given=both, then=Equal(Sum(binomial(m + k, k), (k, 0, n)), binomial(n + m + 1, n)))",
        "ForAll((n, m), given=both, then=Equal(Sum(binomial(m + k, k), (k, 0, n)), binomial(n + m, n)))",
    ),
    (
        "ForAll((n, m), given=And(m >= 0, m < n), then=Equal(Sum((-1)**k * binomial(n, k), (k, 0, m)), (-1)**m * binomial(n - 1, m)))",
        "ForAll((n, m), given=And(m >= 0, m < n), then=Equal(Sum((-1)**k * binomial(n, k), (k, 0, m)), binomial(n - 1, m)))",
    ),
    ("ForAll((n, m), given=And(m >= 0, n >= m), then=binomial(n, m) >= 1)", "ForAll((n, m), given=both, then=binomial(n, m) >= 1)"),
    (
        "ForAll((n, m), given=both, then=factorial(m + n) >= factorial(m) * factorial(n))",
        "ForAll((n, m), given=both, then=factorial(m + n) >= (m + n) * factorial(m) * factorial(n))",
    ),
    (
        "ForAll(n, given=n >= 0, then=Equal(Sum((-1)**(k + 1) / k, (k, 1, 2 * n)), Sum(1 / k, (k, n + 1, 2 * n))))",
        "ForAll(n, given=one, then=Equal(Sum((-1)**(k + 1) / k, (k, 1, 2 * n)), Sum(1 / k, (k, n, 2 * n))))",
    ),
    (
        "ForAll(n, given=one, then=Sum(1 / k, (k, n + 1, 2 * n)) >= Rational(1, 2))",
        "ForAll(n, given=one, then=Sum(1 / k, (k, n + 1, 2 * n)) >= Rational(51, 100))",
    ),
    ("Eventually(n, Sum(1 / k, (k, 1, n)) > 5)", "ForAll(n, given=n >= 80, then=Sum(1 / k, (k, 1, n)) > 5)"),
    (
        "ForAll(p, given=p > 0, then=Eventually(n, sqrt(n + 1) - sqrt(n) < p))",
        "ForAll(p, given=p > 0, then=Eventually(n, sqrt(2 * n + 1) - sqrt(n) < p))",
    ),
    (
        "ForAll(a, given=a > 0, then=Equal(Limit(n * (a**(1 / n) - 1), n, oo), log(a)))",
        "ForAll(a, given=a > 0, then=Equal(Limit(n * (a**(1 / n) - 1), n, oo), a))",
    ),
    (
        "ForAll(q, given=Abs(q) < 1, then=Equal(Limit(n * q**n, n, oo), 0))",
        "ForAll(q, given=Abs(q) < 1, then=Equal(Limit(n * q**n + q, n, oo), 0))",
    ),
    ("ForAll(x, then=Equal(Limit(x**n / factorial(n), n, oo), 0))", "ForAll(x, then=Equal(Limit(x**n / factorial(n), n, oo), x))"),
    (
        "ForAll((q, p), given=And(Abs(q) < 1, p > 0), then=Eventually(n, Abs(n**2 * q**n) < p))",
        "ForAll((q, p), given=And(0 < q, q <= 1, p > 0), then=Eventually(n, n * q**n < p))",
    ),
    (
        "ForAll((x, p), given=p > 0, then=Eventually(n, Abs(x)**n / factorial(n) < p))",
        "ForAll((x, p), given=And(x > 0, p > 0), then=Eventually(n, factorial(n) / x**n < p))",
    ),
    (
        "ForAll((q, a), given=And(q > 1, a > 0), then=Eventually(n, q**n > a * n))",
        "ForAll((q, a), given=And(q >= 1, a > 0), then=Eventually(n, q**n > a * n))",
    ),
    (
        "ForAll((a, b, c), given=And(b <= a, a <= c), then=Equal(Integral(Abs(x - a), (x, b, c)), ((a - b)**2 + (c - a)**2) / 2))",
        "ForAll((a, b, c), given=b <= c, then=Equal(Integral(Abs(x - a), (x, b, c)), ((a - b)**2 + (c - a)**2) / 2))",
    ),
    (
        "ForAll((a, b), given=And(0 < a, a < b), then=Equal(Integral(Abs(x - a) + Abs(x - b), (x, 0, b)), (b**2 + a**2 + (b - a)**2) / 2))",
        "ForAll((a, b), given=And(0 < a, a < b), then=Equal(Integral(Abs(x - a) + Abs(x - b), (x, 0, b)), (b**2 + (b - a)**2) / 2))",
    ),
    (
        "ForAll(a, given=a >= 0, then=Equal(Integral(Max(x - a, 0) * exp(-x), (x, 0, oo)), exp(-a)))",
        "ForAll(a, given=a >= 0, then=Equal(Integral(Max(x - a, 0) * exp(-x), (x, 0, oo)), a * exp(-a)))",
    ),
    ("ForAll(x, given=x >= 1, then=sqrt(x) * log(x) <= x - 1)", "ForAll(x, given=And(0 < x, x <= 2), then=sqrt(x) * log(x) >= x - 1)"),
    ("ForAll(x, given=And(0 < x, x <= 1), then=sqrt(x) * log(x) >= x - 1)", "ForAll(x, given=x >= 1, then=sqrt(x) * log(x) >= x - 1)"),
    (
        "ForAll(a, given=And(0 < a, a <= 1), then=Equal(Integral(Min(x / a, 1), (x, 0, 1)), 1 - a / 2))",
        "ForAll(a, given=a > 0, then=Equal(Integral(Min(x / a, 1), (x, 0, 1)), 1 - a / 2))",
    ),
    (
        "ForAll(a, given=a < 0, then=Equal(Integral(Max(a * x, 0), (x, -1, 1)), -a / 2))",
        "ForAll(a, given=a < 0, then=Equal(Integral(Max(a * x, 0), (x, -1, 1)), a / 2))",
    ),
    (
        "ForAll((a, b), given=a > 0, then=Equal(Integral(exp(-a * x**2) * cos(b * x), (x, -oo, oo)), sqrt(pi / a) * exp(-b**2 / (4 * a))))",
        "ForAll((a, b), given=a > 0, then=Equal(Integral(exp(-a * x**2) * cos(b * x), (x, -oo, oo)), sqrt(pi / a) * exp(-b**2 / (2 * a))))",
    ),
    (
        "ForAll(a, given=a > 0, then=Equal(Integral(exp(-a * x) * sin(x), (x, 0, oo)), 1 / (a**2 + 1)))",
        "ForAll(a, given=a > 0, then=Equal(Integral(exp(-a * x) * sin(x), (x, 0, oo)), a / (a**2 + 1)))",
    ),
    (
        "ForAll((a, b), given=And(a > 0, b > 0), then=Equal(Integral(Abs(a * x - b), (x, 0, b / a)), b**2 / (2 * a)))",
        "ForAll((a, b), given=And(a > 0, b > 0), then=Equal(Integral(Abs(a * x - b), (x, 0, b / a)), b**2 / a))",
    ),
    (
        "ForAll((a, b), given=a > 0, then=Equal(Integral(exp(-Abs(x - b) / a), (x, -oo, oo)), 2 * a))",
        "ForAll((a, b), given=a > 0, then=Equal(Integral(exp(-Abs(x - b) / a), (x, -oo, oo)), a))",
    ),
    (
        "ForAll((m, n), given=both, then=Equal(Integral(x**m * (1 - x)**n, (x, 0, 1)), 1 / ((m + n + 1) * binomial(m + n, m))))",
        "ForAll((m, n), given=both, then=Equal(Integral(x**m * (1 - x)**n, (x, 0, 1)), factorial(m) * factorial(n) / factorial(m + n)))",
    ),
    ("ForAll(x, given=Ne(x, 0), then=Equal(log(x**2), 2 * log(Abs(x))))", "ForAll(x, given=Ne(x, 0), then=Equal(log(x**2), log(Abs(x))))"),
    (
        "ForAll((x, a), given=x * a > 0, then=Equal(log(x * a), log(Abs(x)) + log(Abs(a))))",
        "ForAll((x, a), given=x * a > 0, then=Equal(log(x / a), log(Abs(x)) + log(Abs(a))))",
    ),
    (
        "ForAll((x, a), given=And(inside, Abs(a) < 1), then=Equal(atanh(x) + atanh(a), atanh((x + a) / (1 + x * a))))",
        "ForAll((x, a), given=And(inside, Abs(a) < 1), then=Equal(atanh(x) - atanh(a), atanh((x + a) / (1 + x * a))))",
    ),
    (
        "ForAll(x, given=Abs(x) < pi, then=Equal(tan(x / 2), sin(x) / (1 + cos(x))))",
        "ForAll(x, given=And(x > 0, x < pi), then=Equal(tan(x / 2), (1 + cos(x)) / sin(x)))",
    ),
    (
        "ForAll((a, b, c), then=log(exp(a) + exp(b) + exp(c)) <= Max(a, b, c) + log(3))",
        "ForAll((a, b, c), then=log(exp(a) + exp(b) + exp(c)) <= Max(a, b, c) + log(2))",
    ),
    (
        "ForAll((a, b), then=log(exp(a) + exp(b)) >= (a + b) / 2 + log(2))",
        "ForAll((a, b), then=log(exp(a) + exp(b)) >= (a + b) / 2 + 1)",
    ),
    ("ForAll(x, then=cosh(x) <= exp(x**2 / 2))", "ForAll(x, then=cosh(x) <= exp(x**2 / 3))"),
    (
        "ForAll(n, given=one, then=(1 + 1 / n)**n < (1 + 1 / (n + 1))**(n + 1))",
        "ForAll(n, given=one, then=(1 + 1 / n)**n > (1 + 1 / (n + 1))**(n + 1))",
    ),
    ("ForAll(n, given=one, then=(1 + 1 / n)**(n + 1) > e)", "ForAll(n, given=one, then=(1 + 1 / n)**(n + 1) < e)"),
    ("ForAll(n, given=n >= 2, then=(1 - 1 / n)**n < exp(-1))", "ForAll(n, given=n >= 2, then=(1 - 1 / n)**n > exp(-1))"),
    (
        "ForAll((n, m), given=And(m >= 1, n >= m), then=Equal(Sum(1 / k, (k, 1, n)) - Sum(1 / k, (k, 1, m)), Sum(1 / k, (k, m + 1, n))))",
        "ForAll((n, m), given=And(m >= 1, n >= m), then=Equal(Sum(1 / k, (k, 1, n)) - Sum(1 / k, (k, 1, m)), Sum(1 / k, (k, m, n))))",
    ),
    (
        "ForAll((n, m), given=And(m >= 0, n >= m), then=Equal(Sum(binomial(k, m), (k, m, n + 1)), binomial(n + 2, m + 1)))",
        "ForAll((n, m), given=And(m >= 0, n >= m), then=Equal(Sum(binomial(k, m), (k, m, n + 1)), binomial(n + 1, m + 1)))",
    ),
    (
        "ForAll((x, a), given=x * a < 1, then=Equal(atan(x) + atan(a), atan((x + a) / (1 - x * a))))",
        "ForAll((x, a), given=x * a > 1, then=Equal(atan(x) + atan(a), atan((x + a) / (1 - x * a))))",
    ),
    (
        "ForAll((x, a), given=And(x > 0, a > 0, x * a > 1), then=Equal(atan(x) + atan(a), pi + atan((x + a) / (1 - x * a))))",
        "ForAll((x, a), given=And(x > 0, a > 0, x * a > 1), then=Equal(atan(x) + atan(a), atan((x + a) / (1 - x * a)) - pi))",
    ),
    (
        "ForAll((p, x), given=And(p >= 0, p <= 1), then=p * exp(x * (1 - p)) + (1 - p) * exp(-x * p) <= exp(x**2 / 8))",
        "ForAll((p, x), given=And(p >= 0, p <= 1), then=p * exp(x * (1 - p)) + (1 - p) * exp(-x * p) <= exp(x**2 / 9))",
    ),
    ("ForAll((a, x), then=cosh(a * x) <= exp(a**2 * x**2 / 2))", "ForAll((a, x), given=a > 0, then=cosh(a * x) <= exp(a * x**2 / 2))"),
]


def stated(text: str) -> Any:
    """A statement as an author's module has it."""
    module = ModuleType("author")
    exec(transcribed(f"{HEAD}\nstatement = {text}\n", "author.py"), vars(module))
    return vars(module)["statement"]


@pytest.mark.parametrize("text", [true for true, _ in PAIRS])
def test_what_is_true_is_proved(text: str) -> None:
    found = decide(stated(text), thorough=False)
    assert found.truth is Truth.TRUE
    assert found.agreeing


@pytest.mark.parametrize("text", [false for _, false in PAIRS])
def test_a_false_twin_is_refuted(text: str) -> None:
    assert decide(stated(text), thorough=False).truth is Truth.FALSE


@pytest.mark.parametrize(
    "text",
    [
        "ForAll(x, given=Abs(x) <= 1, then=Equal(slope(asin(x)), 1 / sqrt(1 - x**2)))",
        "ForAll(a, given=Abs(a) <= 1, then=Equal(Sum(a**k / k, (k, 1, oo)), -log(1 - a)))",
    ],
)
def test_what_ends_at_the_ends_is_undefined_there(text: str) -> None:
    with pytest.raises(UndefinedError, match="= 1"):
        decide(stated(text))
