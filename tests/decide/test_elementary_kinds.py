"""Tests of n^n, series and integrals with parameters, and inverse functions: true statements beside false twins."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from probatum.authoring.transcription import transcribed
from probatum.decide.asking import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError

HEAD = """
from sympy import E as e, Derivative, Integral, Rational, Sum, acos, acosh, asin, asinh, atanh, exp, factorial, log, oo, pi, sqrt
from probatum import Abs, And, Equal, ForAll, integers, reals
a, x = reals("a x")
k, n = integers("k n")
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
