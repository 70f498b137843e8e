"""Tests of integrals with parameters over half lines: what antiderivatives tend to is what mpmath finds far out, and false twins fall."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy

from probatum import integers, reals
from probatum.decision import Truth
from probatum.lowering.analysis.improper_integrals import at_infinity
from tests.authored import truth_of

x, a, b = reals("x a b")
NAMES = {"x": x, "a": a, "b": b, "n": integers("n"), "m": integers("m")}
TENDING = [
    (sympy.atan(x / a) / a + sympy.exp(-a * x), {a: 2}, "0.785398"),
    (sympy.atan(-a * x), {a: 2}, "-1.570796"),
    ((3 * x**2 + b) / (a * x**2 + 1), {a: 2, b: 5}, "1.5"),
    (x**3 * sympy.exp(-a * x**2) * sympy.sin(x), {a: 1}, "0"),
    (sympy.log(a * x + 1) - sympy.log(x + b), {a: 3, b: 7}, "1.098612"),
    (sympy.erf(a * x) + x**-a, {a: 2}, "1"),
]
NO_RULE = [x**2 / (a * x + 1), sympy.sin(a * x), sympy.log(a * x), sympy.exp(x) * sympy.gamma(x), x * sympy.atan(a * x)]
TRUE = [
    "ForAll(a, then=Eq(Integral(Abs(x), (x, 0, a)), a * Abs(a) / 2))",
    "ForAll((a, b), then=Eq(Integral(sign(x), (x, a, b)), Abs(b) - Abs(a)))",
    "ForAll(a, given=a > -1, then=Eq(Integral(x**a, (x, 0, 1)), 1 / (a + 1)))",
    "ForAll(a, given=a > 0, then=Eq(Integral(sin(a * x) / x, (x, 0, oo)), pi / 2))",
    "ForAll((a, b), given=And(a > 0, b > 0), then=Eq(Integral((exp(-a * x) - exp(-b * x)) / x, (x, 0, oo)), log(b / a)))",
    "ForAll(a, given=a > 0, then=Eq(Integral(1 / (x**2 + a**2), (x, -oo, oo)), pi / a))",
    "ForAll(a, given=a > 0, then=Eq(Integral(x * exp(-a * x**2), (x, 0, oo)), 1 / (2 * a)))",
    "ForAll(a, given=a > 0, then=Eq(Integral(1 / (x + a)**2, (x, 0, oo)), 1 / a))",
    "ForAll((a, b), given=b > 0, then=Eq(Integral((x - a)**2 * exp(-(x - a)**2 / (2 * b**2)) / (b * sqrt(2 * pi)), (x, -oo, oo)), b**2))",
    "ForAll((n, m), given=And(n >= 1, m >= 1, Ne(n, m)), then=Eq(Integral(sin(n * x) * sin(m * x), (x, 0, 2 * pi)), 0))",
    "ForAll(a, given=a > 0, then=Eq(Integral(x * exp(a * x), (x, 0, -oo)), 1 / a**2))",
    "ForAll(a, given=a > 0, then=Eq(Integral(1 / x**2, (x, oo, a)), -1 / a))",
    "ForAll(a, given=a > 0, then=Eq(Integral(exp(-a * x**2), (x, oo, -oo)), -sqrt(pi / a)))",
    "ForAll(a, given=a >= 0, then=Eq(Integral(x**a, (x, 0, oo)), oo))",
]
NOT_TRUE = [
    "ForAll(a, then=Eq(Integral(Abs(x), (x, 0, a)), a**2 / 2))",
    "ForAll(a, given=a > -2, then=Eq(Integral(x**a, (x, 0, 1)), 1 / (a + 1)))",
    "ForAll(a, then=Eq(Integral(sin(a * x) / x, (x, 0, oo)), pi / 2))",
    "ForAll((a, b), given=And(a > 0, b > 0), then=Eq(Integral((exp(-a * x) - exp(-b * x)) / x, (x, 0, oo)), log(a / b)))",
    "ForAll(a, given=Ne(a, 0), then=Eq(Integral(1 / (x**2 + a**2), (x, -oo, oo)), pi / a))",
    "ForAll(a, given=Ne(a, 0), then=Eq(Integral(x * exp(-a * x**2), (x, 0, oo)), 1 / (2 * a)))",
    "ForAll(a, given=Ne(a, 0), then=Eq(Integral(1 / (x + a)**2, (x, 0, oo)), 1 / a))",
]
FALSE = [
    "ForAll(a, given=a > 0, then=Eq(Integral(x * exp(a * x), (x, 0, -oo)), -1 / a**2))",
    "ForAll(a, given=a > 0, then=Eq(Integral(1 / x**2, (x, oo, a)), 1 / a))",
    "ForAll(m, given=m >= 0, then=Eq(Integral(x**m, (x, 0, oo)), 5))",
]


@pytest.mark.parametrize(("expression", "at", "value"), TENDING, ids=str)
def test_what_it_tends_to_is_near_what_it_is_far_out(expression: Any, at: Any, value: str) -> None:
    found = at_infinity(expression, x)
    assert found is not None
    form, where = found
    assert where.xreplace(at) == sympy.true
    far = sympy.lambdify(x, expression.xreplace(at), "mpmath")(mpmath.mpf(10) ** 6)
    assert mpmath.almosteq(far, mpmath.mpf(value), 1e-4, 1e-4)
    assert mpmath.almosteq(mpmath.mpf(sympy.N(form.xreplace(at), 20)), far, 1e-4, 1e-4)


@pytest.mark.parametrize("expression", NO_RULE, ids=str)
def test_what_has_no_limit_or_no_rule_gets_none(expression: Any) -> None:
    assert at_infinity(expression, x) is None


@pytest.mark.parametrize("source", TRUE)
def test_integrals_with_parameters(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", NOT_TRUE)
def test_and_false_twins(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_ends_in_the_other_order_and_what_is_infinite_are_no_lack_of_a_value(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
