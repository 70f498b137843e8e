"""Tests of the formulas for named distributions: held against the densities of sympy.stats, integrated and added up by mpmath."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy
from sympy import stats

from probatum.lowering.laws.law_events import probability
from probatum.lowering.laws.law_means import mean
from probatum.lowering.laws.laws import CONTINUOUS, exponential_mean, power_mean, power_mean_below, terms_of
from probatum.lowering.laws.one_value import Of
from probatum.proposition.subjects.distributions import Binomial, Distribution, Exponential, Geometric, Normal, Poisson, Uniform
from tests.each import each

x = sympy.Symbol("x", real=True)
half, third = sympy.Rational(1, 2), sympy.Rational(1, 3)
LAWS: list[tuple[Distribution, Any, list[Any]]] = [
    (Uniform(-1, 2), stats.Uniform("S", -1, 2), [-1, 0, 1, 2]),
    (Uniform(half, 3), stats.Uniform("S", half, 3), [half, 1, 2, 3]),
    (Normal(1, variance=4), stats.Normal("S", 1, 2), [-30, -3, 1, 4, 32]),
    (Normal(-1, deviation=half), stats.Normal("S", -1, half), [-12, -2, -1, 0, 10]),
    (Exponential(2), stats.Exponential("S", 2), [0, 1, 3, 50]),
    (Exponential(third), stats.Exponential("S", third), [0, 2, 9, 300]),
    (Poisson(half), stats.Poisson("S", half), [0, 40]),
    (Poisson(3), stats.Poisson("S", 3), [0, 60]),
    (Binomial(5, third), stats.Binomial("S", 5, third), [0, 5]),
    (Binomial(12, half), stats.Binomial("S", 12, half), [0, 12]),
    (Geometric(third), stats.Geometric("S", third), [1, 150]),
]
IDS = [str(law) for law, _, _ in LAWS]
BOUNDS = [sympy.Integer(-2), sympy.Integer(0), half, sympy.Integer(1), sympy.Rational(5, 2), sympy.Integer(4)]


CUTS = [cut / 2 for cut in range(-6, 13)]


@cache
def weights(number: int) -> list[tuple[Any, Any]]:
    """The values of a count with their probabilities, as sympy.stats says them."""
    _, kept, (first, last) = LAWS[number]
    density = stats.density(kept)
    return [(mpmath.mpf(at), mpmath.mpf(density(sympy.Integer(at)).evalf(20))) for at in range(first, last + 1)]


@cache
def density_of(number: int) -> Callable[[Any], Any]:
    density: Callable[[Any], Any] = sympy.lambdify(x, stats.density(LAWS[number][1])(x), "mpmath")
    return density


def by_density(case: tuple[Distribution, Any, list[Any]], function: Callable[[Any], Any]) -> Any:
    """The mean of a function, of what sympy.stats says of the density: none of its integrals."""
    law, _, ends = case
    if not isinstance(law, CONTINUOUS):
        return mpmath.fsum(chance * function(at) for at, chance in weights(LAWS.index(case)))
    density = density_of(LAWS.index(case))
    cuts = sorted({*map(float, ends), *(cut for cut in CUTS if ends[0] < cut < ends[-1])})
    return mpmath.quad(lambda at: density(at) * function(at), cuts, maxdegree=5)


def power_times_exponential(power: int, rate: Any = 0) -> Callable[[Any], Any]:
    return lambda at: at**power * mpmath.exp(float(rate) * at)


def power_up_to(power: int, bound: Any) -> Callable[[Any], Any]:
    return lambda at: at**power if at <= float(bound) else 0


def indicator(says: Callable[[Any], bool]) -> Callable[[Any], Any]:
    return lambda at: 1 if says(at) else 0


def near(found: Any, wanted: Any) -> bool:
    return bool(abs(mpmath.mpf(sympy.sympify(found).evalf(20)) - wanted) < 1e-8 * (1 + abs(wanted)))


@pytest.mark.parametrize("case", LAWS, ids=IDS)
def test_means_of_powers(case: Any) -> None:
    for power in range(7):
        assert near(power_mean(case[0], power), by_density(case, power_times_exponential(power))), power


@pytest.mark.parametrize("case", LAWS, ids=IDS)
def test_means_of_exponentials_times_powers(case: Any) -> None:
    for rate in (-half, sympy.Integer(0), sympy.Rational(1, 5)):
        for power in range(3):
            value, there = exponential_mean(case[0], rate, power)
            assert there == sympy.true
            assert near(value, by_density(case, power_times_exponential(power, rate))), (rate, power)


def test_exponentials_have_no_mean_outside_of_their_region() -> None:
    assert exponential_mean(Exponential(2), sympy.Integer(2)).there == sympy.false
    assert exponential_mean(Exponential(2), sympy.Integer(1)).there == sympy.true
    assert exponential_mean(Geometric(half), sympy.log(2)).there == sympy.false
    assert exponential_mean(Geometric(1), sympy.Integer(7)).there == sympy.true


@pytest.mark.parametrize("case", [case for case in LAWS if isinstance(case[0], CONTINUOUS)], ids=lambda case: str(case[0]))
def test_means_of_powers_below_a_bound(case: Any) -> None:
    for bound in each(BOUNDS):
        for power in range(4):
            wanted = by_density(case, power_up_to(power, bound))
            assert near(power_mean_below(case[0], power, bound), wanted), (bound, power)


EVENTS = [
    (x <= half, lambda at: at <= 0.5),
    (x < 1, lambda at: at < 1),
    (x >= 1, lambda at: at >= 1),
    (sympy.Gt(x, 1), lambda at: at > 1),
    (sympy.And(x >= 1, x < 4), lambda at: 1 <= at < 4),
    (sympy.And(x > 0, x <= 1), lambda at: 0 < at <= 1),
    (sympy.Or(x < 1, x > 4), lambda at: at < 1 or at > 4),
    (abs(x) <= half, lambda at: abs(at) <= 0.5),
    (2 * abs(x - 1) > 3, lambda at: 2 * abs(at - 1) > 3),
    (-2 * x <= 1, lambda at: -2 * at <= 1),
    (sympy.Eq(x, 1), lambda at: at == 1),
    (sympy.Ne(x, 1), lambda at: at != 1),
    (sympy.And(x >= 4, x <= half), lambda at: False),
]


@pytest.mark.parametrize("case", LAWS, ids=IDS)
def test_probabilities_of_events(case: Any) -> None:
    of = Of(x, case[0], sympy.true)
    for event, says in each(EVENTS):
        found = probability(event, of)
        assert found is not None, event
        if isinstance(case[0], CONTINUOUS) and isinstance(event, (sympy.Eq, sympy.Ne)):
            assert found == isinstance(event, sympy.Ne)
        else:
            assert near(found, by_density(case, indicator(says))), event


FUNCTIONS = [
    (abs(x - half), lambda at: abs(at - 0.5)),
    (sympy.Max(x - 1, 0), lambda at: max(at - 1, 0)),
    (sympy.Max(x, 0) ** 2, lambda at: max(at, 0) ** 2),
    (sympy.Min(x, 1), lambda at: min(at, 1)),
    (x * abs(x), lambda at: at * abs(at)),
    (x**2 * sympy.sign(x - 1), lambda at: at**2 * mpmath.sign(at - 1)),
    (abs(x) * sympy.Max(x - 1, 0), lambda at: abs(at) * max(at - 1, 0)),
    (sympy.Piecewise((x, x < 0), (2 * x**2, True)), lambda at: at if at < 0 else 2 * at**2),
]


@pytest.mark.parametrize("case", [case for case in LAWS if isinstance(case[0], CONTINUOUS)], ids=lambda case: str(case[0]))
def test_means_of_functions_with_kinks(case: Any) -> None:
    for function, says in each(FUNCTIONS):
        found = mean(function, Of(x, case[0], sympy.true))
        assert found is not None, function
        assert near(found.value, by_density(case, says)), function


def test_a_function_of_few_outcomes_is_added_up() -> None:
    case = LAWS[8]
    assert len(terms_of(case[0]) or ()) == 6
    found = mean(1 / (x + 1), Of(x, case[0], sympy.true))
    assert found is not None
    assert near(found.value, by_density(case, lambda at: 1 / (at + 1)))
    assert mean(1 / x, Of(x, case[0], sympy.true)) is None
    assert terms_of(LAWS[9][0]) is None


@pytest.mark.parametrize("law", [Normal(0, variance=1), Uniform(0, 1), Poisson(1)], ids=str)
def test_what_has_no_such_form_is_not_known(law: Any) -> None:
    t = sympy.Symbol("t", real=True)
    for function in each([sympy.log(x**2 + 1), 1 / (x**2 + 1), sympy.tan(x), sympy.exp(x**2), abs(t * x - 1)]):
        assert mean(function, Of(x, law, sympy.true)) is None, function
