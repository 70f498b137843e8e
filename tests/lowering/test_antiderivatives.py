"""Tests of integrals up to ends at which the integrand has no value: values are those of mpmath's quadrature, and false twins fall."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy

from probatum import integers, reals
from probatum.decision import Truth
from probatum.lowering.analysis.antiderivatives import FUNDAMENTAL, by_antiderivatives
from probatum.lowering.analysis.improper_integrals import at_zero
from tests.authored import truth_of
from tests.each import each

t, x, y, p = reals("t x y p")
n = integers("n")
NAMES = {"t": t, "x": x, "y": y, "p": p}
TRUE: dict[str, tuple[str, str, str, str, dict[Any, Any]]] = {  # hypotheses, integrand, ends, value, and where it is tried
    "x >= 0": ("1/sqrt(t)", "0", "x", "2*sqrt(x)", {x: 2}),
    "x < 0": ("1/t", "x - 1", "x", "log(x/(x - 1))", {x: -2}),  # of what is negative all along
    "x > 0": ("log(t)", "0", "x", "x*log(x) - x", {x: 3}),
    "x >= 1": ("1/sqrt(t - 1)", "1", "x", "2*sqrt(x - 1)", {x: 4}),
    "And(-1 <= x, x <= 1)": ("1/sqrt(1 - t**2)", "-1", "x", "asin(x) + pi/2", {x: "0.3"}),
    "x > Rational(0)": ("1/sqrt(x - t)", "0", "x", "2*sqrt(x)", {x: 2}),
    "And(x > 0, x < 9)": ("log(t)**2", "0", "x", "x*log(x)**2 - 2*x*log(x) + 2*x", {x: 2}),
    "And(x > 0, x < 8)": ("log(t)/sqrt(t)", "0", "x", "2*sqrt(x)*log(x) - 4*sqrt(x)", {x: 2}),
    "And(x > 0, x < 7)": ("t**Rational(-1, 3)", "0", "x", "Rational(3, 2)*x**Rational(2, 3)", {x: 2}),
    "And(x > 0, x < 6)": ("exp(-sqrt(t))/sqrt(t)", "0", "x", "2 - 2*exp(-sqrt(x))", {x: 2}),
    "And(x > 0, x < 5)": ("1/(sqrt(t)*(1 + t))", "0", "x", "2*atan(sqrt(x))", {x: 2}),
    "And(x > 0, p > -1)": ("t**p*log(t)", "0", "x", "x**(p + 1)*log(x)/(p + 1) - x**(p + 1)/(p + 1)**2", {x: 2, p: "0.5"}),
    "And(x >= 0, y >= 0)": ("1/sqrt(t)", "x", "y", "2*sqrt(y) - 2*sqrt(x)", {x: 2, y: 3}),
    "And(0 < x, x < 1)": ("-log(1 - t)", "0", "x", "x + (1 - x)*log(1 - x)", {x: "0.4"}),
    "And(0 <= x, x <= 1)": ("1/sqrt(Abs(x - t))", "0", "1", "2*sqrt(x) + 2*sqrt(1 - x)", {x: "0.4"}),
}
NOT_TRUE = {
    "ForAll(x, then=Eq(Integral(1/sqrt(t), (t, 0, x)), 2*sqrt(x)))": None,
    "ForAll(x, given=x >= 0, then=Eq(Integral(log(t), (t, 0, x)), x*log(x) - x))": None,
    "ForAll(x, given=x > 0, then=Integral(1/t, (t, 0, x)) > 0)": None,
    "ForAll(x, given=x > 0, then=Integral(1/t**2, (t, -x, x)) > 0)": None,
    "ForAll(x, given=x > 1, then=Eq(Integral(1/sqrt(1 - t), (t, 0, x)), 2 - 2*sqrt(1 - x)))": None,
    "ForAll(x, given=x > 0, then=Integral(1/sqrt(t), (t, 0, x)) >= 3*sqrt(x))": Truth.FALSE,
    "ForAll(x, given=x < 0, then=Eq(Integral(1/t, (t, x - 1, x)), log((x - 1)/x)))": Truth.FALSE,
    "ForAll(x, given=And(-1 <= x, x <= 1), then=Eq(Integral(1/sqrt(1 - t**2), (t, -1, x)), asin(x) - pi/2))": Truth.FALSE,
}
TENDING = [
    (t**x * sympy.log(t) ** 3 + sympy.cos(t), {x: "0.5"}),
    (sympy.sqrt(t) * sympy.exp(t) - 4, {}),
    (t * sympy.log(t) - t, {}),
    (sympy.atan(sympy.sqrt(t)) + t**2 * sympy.log(t) * sympy.sqrt(1 + t), {}),
]
NO_RULE = [sympy.log(t), sympy.sin(1 / t) * sympy.sign(t), sympy.floor(t), t * sympy.sin(sympy.log(t)) * sympy.sign(t)]

OVER_SQUARES = [(p * t + y) / (3 * t**2 + y * t + x), (2 * t - p) / (p * t**2 + t + y), 1 / (t**2 + p * t + y), (t + p) / (t**2 + x * y)]
EVERYWHERE = {sympy.exp(p * t): 1, 1 / (t**2 + 1): -1, t**2 * p: 2}


@pytest.mark.parametrize("body", OVER_SQUARES, ids=str)
def test_a_line_over_a_quadratic_without_zeros(body: Any) -> None:
    numbers = {x: 5, y: 3, p: 2}
    value = next(by_antiderivatives(body, t, sympy.Integer(-1), 2 * x))
    found = mpmath.mpf(sympy.N(value.form.xreplace(numbers), 20))
    wanted = mpmath.quad(sympy.lambdify(t, body.xreplace(numbers), "mpmath"), [-1, 0, 10])
    assert mpmath.almosteq(found, wanted, 1e-9)


@pytest.mark.parametrize("body", EVERYWHERE, ids=str)
def test_ends_are_no_matter_where_there_is_a_value_everywhere(body: Any) -> None:
    values = [*by_antiderivatives(body, t, sympy.Integer(EVERYWHERE[body]), x)]
    assert {value.theorem for value in values} == {FUNDAMENTAL}


def test_nor_is_infinity_an_end_that_it_is_continuous_up_to() -> None:
    for body, form in each([(1 / t**2, 1), (sympy.exp(-t) / p, sympy.exp(-1) / p), (1 / (p * t**3), 1 / (2 * p))]):
        values = [*by_antiderivatives(body, t, sympy.Integer(1), sympy.oo)]
        assert {(value.form, value.theorem) for value in values} == {(form, FUNDAMENTAL)}
    assert [*by_antiderivatives(t, t, sympy.Integer(1), sympy.oo)] == []


@pytest.mark.parametrize(
    ("body", "whole"), [(t**n, True), (2 * t**n * (t + 1), True), (t**n * sympy.log(t), False), (1 / t, False), (t**n / t**p, False)]
)
def test_powers_by_integers_from_zero_on_are_smooth_and_others_are_not(body: Any, whole: bool) -> None:
    values = [*by_antiderivatives(body, t, x, y)]
    assert values
    for value in each(values):
        between = [needed for bound, _, needed in value.conditions if bound]
        assert between
        assert any(needed.has(n >= 0) and (n >= 0) in sympy.Or.make_args(needed) for needed in between) is whole


def stated(given: str, value: str) -> str:
    """That the integral has that value."""
    body, low, high, _, at = TRUE[given]
    names = ", ".join(sorted(variable.name for variable in at))
    return f"ForAll(({names},), given={given}, then=Eq(Integral({body}, (t, {low}, {high})), {value}))"


@pytest.mark.parametrize("given", TRUE)
def test_an_integral_up_to_an_end_where_its_integrand_has_no_value(given: str) -> None:
    body, low, high, value, at = TRUE[given]
    assert truth_of(stated(given, value), **NAMES) is Truth.TRUE
    assert truth_of(stated(given, f"{value} + x/9"), **NAMES) is Truth.FALSE
    numbers = {variable: sympy.Rational(number) for variable, number in at.items()}
    made, first, last, found = (sympy.sympify(text, NAMES).xreplace(numbers) for text in (body, low, high, value))
    middle = [number for number in numbers.values() if first < number < last]
    between = [mpmath.mpf(sympy.N(end, 20)) for end in (first, *middle, last)]
    wanted = mpmath.quad(sympy.lambdify(t, made, "mpmath"), between)
    assert mpmath.almosteq(mpmath.mpf(sympy.N(found, 20)), wanted, 1e-4)


@pytest.mark.parametrize("source", NOT_TRUE)
def test_and_what_is_not_true(source: str) -> None:
    assert truth_of(source, **NAMES) is NOT_TRUE[source]


@pytest.mark.parametrize("power", [1, 2])
def test_an_antiderivative_without_a_value_at_the_other_end_gives_none(power: int) -> None:
    """It diverges there, which beside a number is false, and not undefined."""
    diverging = f"ForAll(x, given=x > 0, then=Eq(Integral(log(t) + 1/(x - t)**{power}, (t, 0, x)), 5))"
    assert truth_of(diverging, **NAMES) in (Truth.FALSE, Truth.UNDECIDED)


@pytest.mark.parametrize(("expression", "at"), TENDING, ids=str)
def test_what_it_tends_to_at_zero_is_near_what_it_is_close_by(expression: Any, at: Any) -> None:
    found = at_zero(expression, t)
    assert found is not None
    numbers = {variable: sympy.Rational(number) for variable, number in at.items()}
    form, where = (part.xreplace(numbers) for part in found)
    assert where == sympy.true
    close = sympy.lambdify(t, expression.xreplace(numbers), "mpmath")(mpmath.mpf(10) ** -20)
    assert mpmath.almosteq(mpmath.mpf(sympy.N(form, 20)), close, 1e-4, 1e-4)


def test_a_power_of_which_the_sign_is_not_known_needs_to_be_positive() -> None:
    assert at_zero(t**p, t) == (0, p > 0)


@pytest.mark.parametrize("expression", NO_RULE, ids=str)
def test_what_has_no_rule_at_zero_gets_none(expression: Any) -> None:
    assert at_zero(expression, t) is None
