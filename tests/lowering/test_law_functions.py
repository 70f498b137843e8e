"""Tests of means of functions and of two variables together: held against densities, integrated and added up by mpmath."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy
from sympy import Abs, And, Eq, Max, Min, Or, Rational, cos, exp, log, sin, sqrt

from probatum.lowering.laws.integrated_out import mean_of_two
from probatum.lowering.laws.intervals import in_intervals
from probatum.lowering.laws.law_functions import mean_of_function
from probatum.lowering.laws.law_means import mean
from probatum.lowering.laws.laws import CONTINUOUS
from probatum.lowering.laws.one_value import Of
from probatum.proposition.subjects.distributions import (
    Bernoulli,
    Binomial,
    Distribution,
    Exponential,
    Geometric,
    Normal,
    Poisson,
    Uniform,
)
from probatum.proposition.subjects.random import random
from tests.each import each
from tests.lowering.test_laws import LAWS, by_density, near

x = sympy.Symbol("x", real=True)
third = Rational(1, 3)
CASES = {str(case[0]): case for case in LAWS}
FUNCTIONS: list[tuple[Distribution, Any]] = [
    (Uniform(Rational(1, 2), 3), log(2 * x + 1)),
    (Uniform(Rational(1, 2), 3), log(4 - x)),
    (Uniform(Rational(1, 2), 3), 1 / (x + 1)),
    (Uniform(Rational(1, 2), 3), 1 / (x - 4)),
    (Uniform(Rational(1, 2), 3), (3 - x) ** Rational(-1, 3)),
    (Uniform(Rational(1, 2), 3), x**-3),
    (Uniform(-1, 2), sqrt(x + 1)),
    (Uniform(-1, 2), log(x + 1)),
    (Uniform(-1, 2), sin(3 * x - 1)),
    (Uniform(-1, 2), cos(x) ** 2 * sin(x)),
    (Normal(1, variance=4), cos(x / 2 + 1)),
    (Normal(-1, deviation=Rational(1, 2)), sin(2 * x) * cos(x)),
    (Exponential(2), log(3 * x)),
    (Uniform(Rational(1, 2), 3), log(2 * x + 1) ** 2),
    (Uniform(Rational(1, 2), 3), log(4 - x) / sqrt(4 - x)),
    (Uniform(-1, 2), (x + 1) * log(x + 1) ** 2),
    (Normal(1, variance=4), Max(exp(x / 2) - 1, 0)),
    (Normal(-1, deviation=Rational(1, 2)), Abs(exp(x) - 1) * x),
    (Exponential(2), exp(-x) * Max(x - 1, 0)),
    (Exponential(2), Max(exp(x) - 2, 0) - exp(x) / 2),
    (Exponential(2), x * log(x)),
    (Exponential(third), sqrt(x) * log(2 * x)),
    (Exponential(2), sqrt(x)),
    (Exponential(third), x ** Rational(-1, 2)),
    (Exponential(2), sin(3 * x + 1)),
    (Exponential(third), cos(x)),
    (Poisson(3), 1 / (2 * x + 2)),
    (Poisson(3), third**x),
    (Poisson(3), 2 ** (x + 1)),
    (Poisson(Rational(1, 2)), sin(x)),
    (Poisson(3), cos(2 * x + 1)),
    (Poisson(3), Max(x, 2) * x),
    (Poisson(3), Abs(x - Rational(5, 2))),
    (Binomial(12, Rational(1, 2)), 1 / (x + 1)),
    (Binomial(12, Rational(1, 2)), 3**x),
    (Binomial(12, Rational(1, 2)), Min(x, 3) ** 2),
    (Geometric(third), 1 / x),
    (Geometric(third), Rational(1, 2) ** (x - 1)),
    (Geometric(third), Min(x, 4)),
]


@pytest.mark.parametrize(("law", "function"), FUNCTIONS, ids=map(str, range(len(FUNCTIONS))))
def test_the_mean_of_a_function_is_that_by_the_density(law: Distribution, function: Any) -> None:
    found = mean(function, Of(x, law, sympy.true))
    assert found is not None
    assert found.there == sympy.true
    wanted = by_density(CASES[str(law)], sympy.lambdify(x, function, "mpmath"))
    assert abs(mpmath.mpf(found.value.evalf(20)) - mpmath.re(wanted)) < 1e-4 * (1 + abs(wanted)), (found.value.evalf(), wanted)


INFINITE: list[tuple[Distribution, Any]] = [
    (Uniform(0, 1), 1 / x),
    (Uniform(-1, 1), 1 / x),
    (Uniform(0, 1), x ** Rational(-3, 2)),
    (Uniform(-2, 0), x**-2),
    (Exponential(1), 1 / x),
    (Exponential(1), x ** Rational(-5, 2)),
    (Normal(5, variance=1), 1 / x),
    (Geometric(Rational(1, 2)), 2**x),
    (Geometric(Rational(1, 2)), (-3) ** x),
]


@pytest.mark.parametrize(("law", "function"), INFINITE, ids=map(str, range(len(INFINITE))))
def test_there_is_no_mean_where_the_integral_diverges(law: Distribution, function: Any) -> None:
    found = mean_of_function(function, Of(x, law, sympy.true))
    assert found is not None
    assert found.there == sympy.false


EVENTS: list[tuple[Any, Any]] = [
    (x**2 >= 1, lambda at: at**2 >= 1),
    (sympy.Lt(x**2, 4), lambda at: at**2 < 4),
    (sympy.Lt(x**2, 0), lambda at: at**2 < 0),
    (sympy.Le(x**2, 0), lambda at: at**2 <= 0),
    (x**3 <= 8, lambda at: at**3 <= 8),
    (sympy.Gt(x**3, -8), lambda at: at**3 > -8),
    (exp(2 * x) <= sympy.E, lambda at: at <= 0.5),
    (exp(-x) >= -1, lambda at: True),
    (sympy.Lt(exp(x), 0), lambda at: False),
    (Eq(x**2, 4, evaluate=False), lambda at: at**2 == 4),
    (Eq(x**2 - 3 * x, -2, evaluate=False), lambda at: at**2 - 3 * at == -2),
    (sympy.Ne(x**2, 4, evaluate=False), lambda at: at**2 != 4),
    (x**2 - 3 * x + 2 >= 0, lambda at: at**2 - 3 * at + 2 >= 0),
    (sympy.Gt(x**2 - 3 * x + 2, 0), lambda at: at**2 - 3 * at + 2 > 0),
    (x**3 - x <= 0, lambda at: at**3 - at <= 0),
    (sympy.Ge(-((x - 1) ** 2), 0), lambda at: (at - 1) ** 2 <= 0),
    (And(x**2 >= 1, x <= 2), lambda at: at**2 >= 1 and at <= 2),
    (Or(Eq(x, 0), Eq(x, 1), Eq(x, 2)), lambda at: at in (0, 1, 2)),
    (And(Abs(x - 1) >= 1, x >= 0), lambda at: abs(at - 1) >= 1 and at >= 0),
    (Or(x**2 >= 4, And(x > 0, x < 1)), lambda at: at**2 >= 4 or 0 < at < 1),
]


@pytest.mark.parametrize("number", range(len(EVENTS)))
def test_what_is_said_of_functions_is_said_of_the_value(number: int) -> None:
    event, says = EVENTS[number]
    for law in ("Normal(1, 4)", "Poisson(3)", "Uniform(-1, 2)", "Binomial(5, 1/3)"):
        of = Of(x, CASES[law][0], sympy.true)
        plain = in_intervals(event, of)
        assert all(plain.xreplace({x: at}) == says(at) for at in each([sympy.Rational(n, 2) for n in range(-8, 13)])), plain
        found = mean(sympy.Piecewise((1, event), (0, True)), of)
        if found is None:
            assert not isinstance(of.law, CONTINUOUS), law  # of a count, for want of few terms
            continue
        wanted = by_density(CASES[law], lambda at: 1 if says(at) else 0)
        assert abs(mpmath.mpf(found.value.evalf(20)) - wanted) < 1e-3, law


def of_two(one: Distribution, other: Distribution) -> Any:
    return random("X Y", independent=True, distribution=(one, other))


def by_both(one: str, other: str, function: Any) -> Any:
    return by_density(CASES[one], lambda at: by_density(CASES[other], lambda beside: function(at, beside)))


TOGETHER: list[tuple[str, str, Any]] = [
    ("Poisson(1/2)", "Binomial(5, 1/3)", lambda a, b: Min(a, b)),
    ("Binomial(5, 1/3)", "Poisson(3)", lambda a, b: Max(a, b) * a),
    ("Geometric(1/3)", "Poisson(1/2)", lambda a, b: Abs(b - 1) * Max(a, 3)),
    ("Uniform(-1, 2)", "Binomial(5, 1/3)", lambda a, b: Abs(a - b)),
    ("Uniform(-1, 2)", "Uniform(1/2, 3)", lambda a, b: Max(a + 1, 2 * b) * b),
    ("Exponential(2)", "Uniform(1/2, 3)", lambda a, b: Min(a, b)),
]


@pytest.mark.parametrize("number", range(len(TOGETHER)))
def test_means_of_two_together_are_those_by_both_densities(number: int) -> None:
    one, other, function = TOGETHER[number]
    first, second = of_two(CASES[one][0], CASES[other][0])
    found = mean_of_two(function(first, second), sympy.true)
    assert found is not None
    assert found.there == sympy.true
    told = sympy.lambdify(sympy.symbols("a b"), function(*sympy.symbols("a b")), "mpmath")
    with mpmath.workdps(8):
        assert abs(mpmath.mpf(found.value.evalf(20)) - by_both(one, other, told)) < 1e-2 * (1 + abs(found.value.evalf()))


def test_who_wins_is_known_exactly() -> None:
    a, b = sympy.symbols("a b", positive=True)
    first, second = of_two(Exponential(a), Exponential(b))
    found = mean_of_two(sympy.Piecewise((1, first <= second), (0, True)), sympy.true)
    assert found is not None
    assert sympy.simplify(found.value - a / (a + b)) == 0
    found = mean_of_two(Max(first, second) ** 2, sympy.true)  # of the minimum it is 2/(a + b)^2
    assert found is not None
    assert sympy.simplify(found.value - (2 / a**2 + 2 / b**2 - 2 / (a + b) ** 2)) == 0
    coin, unit = of_two(Bernoulli(third), Uniform(0, 1))
    found = mean_of_two(sympy.Piecewise((1, unit <= coin), (0, True)), sympy.true)
    assert found is not None
    assert near(found.value, mpmath.mpf(1) / 3)


def test_what_may_depend_on_each_other_is_not_integrated_one_by_one() -> None:
    one, other = random("X Y", independent=False, distribution=Uniform(0, 1))
    assert mean_of_two(Max(one, other), sympy.true) is None
    copies, alone = random("X", of=3, distribution=Uniform(0, 1)), random("Y", distribution=Uniform(0, 1))
    assert mean_of_two(Max(copies, copies), sympy.true) is None
    assert mean_of_two(exp(alone), sympy.true) is None
