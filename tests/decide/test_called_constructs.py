"""Tests of integrals, limits and sums whose value a module asks for: what the algebra system answers decides nothing."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

x, t, a = sympy.symbols("x t a", real=True)
QUARTER = "integrate(Abs(cos(x)), (x, -pi / 2, 0))"  # 1; SymPy says -1
UNEVALUATED = "Integral(Abs(cos(x)), (x, -pi / 2, 0))"

ROWS = {
    f"Equal({QUARTER}, 1)": Truth.TRUE,
    f"Equal({QUARTER}, -1)": Truth.FALSE,
    f"Equal({UNEVALUATED}.doit(), 1)": Truth.TRUE,
    f"Equal({UNEVALUATED}.doit(), -1)": Truth.FALSE,
    f"Equal(simplify({UNEVALUATED}), 1)": Truth.TRUE,
    f"Equal(expand(2 * {UNEVALUATED}.doit()), 2)": Truth.TRUE,
    f"Equal(Max({QUARTER}, 0), 1)": Truth.TRUE,
    f"Equal(sqrt({QUARTER}), 1)": Truth.TRUE,
    f"ForAll(a, given=a > 0, then=Le({QUARTER} * a, 0))": Truth.FALSE,
    f"ForAll(a, given=Eq(a, {QUARTER}), then=Lt(a, 0))": Truth.FALSE,
    "Equal(integrate(Matrix([Abs(cos(x)), x + 1]), (x, -pi / 2, 0))[0], 1)": Truth.TRUE,
    "Equal(integrate(Max(sin(x), 0), (x, -pi, pi)), 2)": Truth.TRUE,
    "Equal(integrate(Max(sin(x), 0), (x, -pi, pi)), 4)": Truth.FALSE,
    "Equal(integrate(sqrt(1 - x) * log(1 - x), (x, 0, 1)), -Rational(4, 9))": Truth.TRUE,
    "Equal(integrate(atan(tan(x)), (x, 0, pi / 4)), pi**2 / 32)": Truth.TRUE,
    "Equal(limit(Piecewise((1, x > 0), (2, True)), x, 0, '+'), 1)": Truth.TRUE,
    "Equal(limit(Piecewise((1, x > 0), (2, True)), x, 0, '+'), 2)": Truth.FALSE,
    "Equal(limit(Piecewise((1, x >= 0), (2, True)), x, 0, '-'), 2)": Truth.TRUE,
    "Equal(limit(abs(x) / x, x, 0), 1)": Truth.FALSE,
    "Equal(integrate(1 / x, (x, -1, 1)), 0)": Truth.FALSE,
    "Equal(integrate(x**2, (x, 0, 1)), Rational(1, 3))": Truth.TRUE,
    "ForAll(a, then=Eq(diff(integrate(a * x**2, (x, 0, 1)), a), Rational(1, 3)))": Truth.TRUE,
}
AT_A_PLACE = {
    "ForAll(a, then=Eq(Limit(Abs(x), x, a), Abs(a)))": Truth.TRUE,
    "ForAll(a, then=Eq(Limit(Abs(x), x, a), a))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eq(Limit(sqrt(x), x, a), sqrt(a)))": Truth.TRUE,
    "ForAll((a, t), given=Ne(a, t), then=Eq(Limit(1 / (x - a), x, t), 1 / (t - a)))": Truth.TRUE,
    "ForAll(a, then=Eq(Limit(exp(x) * sin(a * x), x, a), exp(a) * sin(a**2)))": Truth.TRUE,
    "ForAll(a, then=Eq(Limit(exp(x) * sin(a * x), x, a), exp(a) * sin(a)))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eq(Limit(x**a, x, 1), 1))": Truth.TRUE,
    "ForAll(a, then=Eq(Limit(Max(x, a), x, 0), Max(0, a)))": Truth.TRUE,
    "ForAll((a, t), given=t > 0, then=Eq(Limit((log(x) - log(t)) / (x - t), x, t), 1 / t))": Truth.TRUE,
}
NOT_IN_THE_MIDDLE = [
    "ForAll(a, given=a > 0, then=Eq(Limit(x**a, x, 0), 0))",
    "ForAll((a, t), given=And(a > 0, t > 0), then=Eq(Limit(x**a * t, x, 0, '-'), 0))",
    "ForAll(a, given=a >= 0, then=Eq(Limit(sqrt(x), x, a), sqrt(a)))",
    "ForAll(a, then=Eq(Limit(floor(x), x, a, '-'), floor(a)))",
]


@pytest.mark.parametrize("source", AT_A_PLACE)
def test_a_continuous_function_has_its_value_for_a_limit(source: str) -> None:
    assert truth_of(source, x=x, t=t, a=a) is AT_A_PLACE[source]


@pytest.mark.parametrize("source", NOT_IN_THE_MIDDLE)
def test_elsewhere_it_is_not_said_to(source: str) -> None:
    assert truth_of(source, x=x, t=t, a=a) is not Truth.TRUE


@pytest.mark.parametrize("source", ROWS)
def test_constructs_that_are_called_are_decided_as_written(source: str) -> None:
    assert truth_of(source, x=x, t=t, a=a) is ROWS[source]
