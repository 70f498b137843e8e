"""Tests of derivatives at points at which the rules, applied to what was written, divide by zero."""

from __future__ import annotations

import pytest

from probatum import reals
from probatum.decision import Truth
from tests.authored import truth_of

a, x = reals("a x")
AT_ZERO = {
    "sqrt(x**4)": 0,
    "sqrt(x**4) + x": 1,
    "sqrt(x**4)*Abs(x - 1)": 0,
    "sqrt(x**4) + Abs(x - 1)": -1,
    "cos(sqrt(x**2))": 0,
    "cos(sqrt(Abs(x))**2)": 0,
    "sqrt(Abs(x))**4": 0,
    "Abs(x)*sqrt(x**2)": 0,
    "(Abs(x)**Rational(1, 3))**6": 0,
    "sqrt(sin(x)**2)**2": 0,
}
WITHOUT_ONE_AT_ZERO = ["sqrt(x**2)", "sqrt(x)**2", "x**2/x", "exp(log(x))", "sqrt(x**2 - 2*x)**2", "sqrt(x**4) + Abs(x)"]
FOR_ALL = {
    "ForAll(a, then=Equal(Subs(Derivative(sqrt(x**4), x), x, a), 2*a))": Truth.TRUE,
    "ForAll(a, then=Equal(Subs(Derivative(sqrt(x**4), x), x, a), 2*Abs(a)))": Truth.FALSE,
    "ForAll(a, given=Ne(a, 1), then=Equal(Subs(Derivative(sqrt(x**4) + Abs(x - 1), x), x, a), 2*a + sign(a - 1)))": Truth.TRUE,
    "ForAll(a, given=Ne(a, 1), then=Equal(Subs(Derivative(sqrt(x**4) + Abs(x - 1), x), x, a), 2*a - sign(a - 1)))": Truth.FALSE,
    "ForAll(a, then=Equal(Subs(Derivative(sqrt(x**4) + Abs(x - 1), x), x, a), 2*a + sign(a - 1)))": None,
    "ForAll(a, given=Eq(Subs(Derivative(sqrt(x**4), x), x, a), 2*a), then=Ne(a, 0))": Truth.FALSE,
    "Exists(a, then=And(Eq(Subs(Derivative(sqrt(x**4), x), x, a), 2*a), Eq(a, 0)))": Truth.TRUE,
    "ForAll(a, given=Eq(Subs(Derivative(sqrt(x**2), x), x, a), sign(a)), then=Ne(a, 0))": Truth.TRUE,
    "ForAll(x, given=Ne(x, 1), then=Equal(Derivative(sqrt(x**4) + Abs(x - 1), x), 2*x + sign(x - 1)))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Equal(Derivative(sqrt(x)**2, x), 1))": Truth.TRUE,
    "ForAll(x, given=x >= 0, then=Equal(Derivative(sqrt(x)**2, x), 1))": None,
    "ForAll(x, then=Equal(Derivative(x**2/x, x), 1))": None,
}


@pytest.mark.parametrize("written", AT_ZERO)
def test_there_is_a_slope_where_the_rules_divide_by_zero(written: str) -> None:
    slope = f"Subs(Derivative({written}, x), x, 0)"
    assert truth_of(f"Equal({slope}, {AT_ZERO[written]})", x=x) is Truth.TRUE
    assert truth_of(f"Equal({slope}, {AT_ZERO[written] + 1})", x=x) is Truth.FALSE


@pytest.mark.parametrize("written", WITHOUT_ONE_AT_ZERO)
def test_there_is_none_at_a_kink_or_beside_what_has_no_value(written: str) -> None:
    for value in (0, 1):
        assert truth_of(f"Equal(Subs(Derivative({written}, x), x, 0), {value})", x=x) is None


@pytest.mark.parametrize("source", FOR_ALL)
def test_so_it_is_where_the_point_is_a_variable(source: str) -> None:
    assert truth_of(source, a=a, x=x) is FOR_ALL[source]
