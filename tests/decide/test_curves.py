"""Tests of analysis: inequalities on half lines and at touching ends, along one of several variables, values with parameters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import sympy

from probatum import And, Eq, Equal, Exists, ForAll, Ge, Gt, Le, Limit, Lt, Ne, Or, integers, reals
from probatum.decide.deciding import decide, settle
from probatum.decide.numbers import curves, extremes
from probatum.decide.numbers.one_variable import Line
from probatum.decide.shared.attempt import attempt
from probatum.decision import Outcome, Truth
from probatum.errors import UndefinedError
from tests.each import each
from tests.soundness.fuzz import strong

x, y, a, p, q, t = reals("x y a p q t")
n, k = integers("n k")
R, Abs, Derivative, Sum, Integral, oo, pi = (
    sympy.Rational, sympy.Abs, sympy.Derivative, sympy.Sum, sympy.Integral, sympy.oo, sympy.pi,
)  # fmt: skip
exp, log, sqrt, sin, cos, tan, atan, tanh = (
    sympy.exp, sympy.log, sympy.sqrt, sympy.sin, sympy.cos, sympy.tan, sympy.atan, sympy.tanh,
)  # fmt: skip
Make = Callable[[], Any]


def at(then: Any, *given: Any) -> Any:
    """The statement for all real x that satisfy hypotheses."""
    return ForAll(x, given=And(*given), then=then)


def logistic(s: Any) -> Any:
    """The logistic function."""
    return 1 / (1 + exp(-s))


def divergence(one: Any, other: Any) -> Any:
    """The Kullback-Leibler divergence of two coins."""
    return one * log(one / other) + (1 - one) * log((1 - one) / (1 - other))


def derived(expression: Any) -> Any:
    """The derivative by x, not carried out."""
    return Derivative(expression, x, evaluate=False)


coins = And(p > 0, p < 1, q > 0, q < 1)
TRUE: list[tuple[str, Make]] = [
    ("the sine is at most 1", lambda: at(Le(Abs(sin(x)), 1))),
    ("sin x <= x", lambda: at(Le(sin(x), x), x >= 0)),
    ("|sin x| <= |x|", lambda: at(Le(Abs(sin(x)), Abs(x)))),
    ("cos x >= 1 - x^2/2", lambda: at(Ge(cos(x), 1 - x**2 / 2))),
    ("e^x >= 1 + x + x^2/2", lambda: at(Ge(exp(x), 1 + x + x**2 / 2), x >= 0)),
    ("log x >= 1 - 1/x", lambda: at(Ge(log(x), 1 - 1 / x), x > 0)),
    ("x e^-x <= 1/e", lambda: at(Le(x * exp(-x), exp(-1)))),
    ("entropy of a coin", lambda: at(Le(-x * log(x) - (1 - x) * log(1 - x), log(2)), x > 0, x < 1)),
    ("sin x >= 0 up to 3", lambda: at(Ge(sin(x), 0), x >= 0, x <= 3)),
    ("sin x > 0 up to pi", lambda: at(Gt(sin(x), 0), x > 0, x < pi)),
    ("tan x >= x", lambda: at(Ge(tan(x), x), x >= 0, x < pi / 2)),
    ("slope of the logistic function", lambda: at(Le(exp(-x) / (1 + exp(-x)) ** 2, R(1, 4)))),
    ("softplus and ReLU", lambda: at(Le(log(1 + exp(x)), sympy.Max(x, 0) + log(2)))),
    ("arctangents of x and 1/x", lambda: at(Equal(atan(x) + atan(1 / x), pi / 2), x > 0)),
    ("log of a power", lambda: at(Equal(log(x**3), 3 * log(x)), x > 0)),
    ("sin x / x", lambda: at(Le(Abs(sin(x) / x), 1), Ne(x, 0))),
    ("Machin", lambda: Equal(pi, 16 * atan(R(1, 5)) - 4 * atan(R(1, 239)))),
    ("divergence of coins", lambda: ForAll((p, q), given=coins, then=Ge(divergence(p, q), 0))),
    ("the exponential is convex", lambda: ForAll((x, y), then=Ge(exp(x), exp(y) + exp(y) * (x - y)))),
    ("the logistic function is 1/4-Lipschitz", lambda: ForAll((x, y), then=Le(Abs(logistic(x) - logistic(y)), Abs(x - y) / 4))),
    ("the geometric series", lambda: ForAll(a, given=Abs(a) < 1, then=Equal(Sum(a**k, (k, 0, oo)), 1 / (1 - a)))),
    ("its derivative", lambda: ForAll(a, given=And(a > -1, a < 1), then=Equal(Sum(k * a**k, (k, 0, oo)), a / (1 - a) ** 2))),
    ("the exponential series", lambda: ForAll(a, then=Equal(Sum(a**k / sympy.factorial(k), (k, 0, oo)), exp(a)))),
    ("the integral of 1/x", lambda: ForAll(a, given=a > 0, then=Equal(Integral(1 / x, (x, 1, a)), log(a)))),
    ("the integral of x^n", lambda: ForAll(n, given=n >= 0, then=Equal(Integral(x**n, (x, 0, 1)), 1 / (n + 1)))),
    ("compound interest", lambda: ForAll(a, then=Equal(Limit((1 + a / n) ** n, n, oo), exp(a)))),
    ("derivative of log", lambda: at(Equal(derived(log(x)), 1 / x), x > 0)),
    ("derivative of the logistic function", lambda: at(Equal(derived(logistic(x)), logistic(x) * (1 - logistic(x))))),
    ("derivative of ReLU", lambda: at(Equal(derived(sympy.Max(x, 0)), 0), x < 0)),
    ("a fixed point of cos", lambda: Exists(x, then=Eq(cos(x), x))),
]  # fmt: skip
FALSE: list[tuple[str, Make]] = [
    ("the sine is below 1", lambda: at(Lt(sin(x), 1))),
    ("sin x < x at 0", lambda: at(Lt(sin(x), x), x >= 0)),
    ("cos x >= 1 - x^2/3", lambda: at(Ge(cos(x), 1 - x**2 / 3))),
    ("e^x >= 1 + x + x^2/2 below 0", lambda: at(Ge(exp(x), 1 + x + x**2 / 2))),
    ("x e^-x < 1/e", lambda: at(Lt(x * exp(-x), exp(-1)))),
    ("entropy below log 2", lambda: at(Lt(-x * log(x) - (1 - x) * log(1 - x), log(2)), x > 0, x < 1)),
    ("sin x > 0 at pi", lambda: at(Gt(sin(x), 0), x > 0, x <= pi)),
    ("slope of the logistic function", lambda: at(Le(exp(-x) / (1 + exp(-x)) ** 2, R(1, 5)))),
    ("arctangents below 0", lambda: at(Equal(atan(x) + atan(1 / x), pi / 2), Ne(x, 0))),
    ("Machin, one off", lambda: Equal(pi, 16 * atan(R(1, 5)) - 4 * atan(R(1, 238)))),
    ("Pinsker with 3", lambda: ForAll((p, q), given=coins, then=Ge(divergence(p, q), 3 * (p - q) ** 2))),
    ("the logistic function is 1/5-Lipschitz", lambda: ForAll((x, y), then=Le(Abs(logistic(x) - logistic(y)), Abs(x - y) / 5))),
    ("a series with a sign", lambda: ForAll(a, given=Abs(a) < 1, then=Equal(Sum(a**k, (k, 0, oo)), 1 / (1 + a)))),
    ("an integral, a third", lambda: ForAll(a, then=Equal(Integral(x, (x, 0, a)), a**2 / 3))),
    ("compound interest twice", lambda: ForAll(a, then=Equal(Limit((1 + a / n) ** n, n, oo), exp(2 * a)))),
    ("derivative of log, squared", lambda: at(Equal(derived(log(x)), 1 / x**2), x > 0)),
    ("derivative of ReLU below 0", lambda: at(Equal(derived(sympy.Max(x, 0)), 1), x < 0)),
    ("no exponential is -1", lambda: Exists(x, then=Eq(exp(x), -1))),
]


@pytest.mark.parametrize("make", [make for _, make in TRUE], ids=[name for name, _ in TRUE])
def test_true_on_the_whole_range(make: Make) -> None:
    found = decide(make(), thorough=False)
    assert found.truth is Truth.TRUE
    assert strong(found)


@pytest.mark.parametrize("make", [make for _, make in FALSE], ids=[name for name, _ in FALSE])
def test_false_somewhere(make: Make) -> None:
    assert decide(make(), thorough=False).truth is Truth.FALSE


@pytest.mark.parametrize("turned", [lambda u: u**2 * exp(y), lambda u: sympy.cosh(u) - 1], ids=["smallest", "level"])
def test_where_it_is_smallest_must_be_a_number_for_all_others(turned: Callable[[Any], Any]) -> None:
    """At y = 0 there is no 2/y, and the difference is negative."""
    then = Ge((y - R(1, 2)) * turned(x * y - 2), 0)
    for given, proved in ((y >= 1, True), (Or(Eq(y, 0), y >= 1), False)):
        outcomes = {one.outcome for one in attempt(curves, ForAll((x, y), given=given, then=then), settle)}
        assert bool(outcomes & {Outcome.PROVED, Outcome.ENCLOSED}) is proved


def test_a_derivative_at_a_kink_is_undefined() -> None:
    with pytest.raises(UndefinedError, match="x = 0"):
        decide(at(Equal(derived(sympy.Max(x, 0)), 1)))


def test_a_series_that_may_diverge_is_told_by_its_ratio() -> None:
    wrong = ForAll(a, given=Ge(a, 0), then=Equal(Sum(a**k, (k, 0, oo)), 1 / (1 + a)))
    assert decide(wrong, thorough=False).truth is Truth.FALSE
    beyond = ForAll(a, given=Ge(a, 0), then=Equal(Sum(a**k, (k, 0, oo)), 1 / (1 - a)))
    with pytest.raises(UndefinedError, match="a = 1"):
        decide(beyond, thorough=False)


def test_a_base_that_is_nowhere_shows_nothing() -> None:
    difference = x * (x * y - 2) ** 2 * sympy.exp(y)  # falls below zero along y = 0, where there is no x = 2/y
    for given, truth in each(((Eq(y, 0), Truth.FALSE), (y > 0, Truth.TRUE))):
        line = Line(ForAll((x, y), given=given, then=Ge(difference, 0)), difference, x, 2 / y)
        assert decide(line.holds_at_base(Ge(difference, 0)), thorough=False).truth is truth


@pytest.mark.parametrize("slope", [y, y**5 - y - 1], ids=str)
def test_it_is_not_smallest_where_there_is_no_such_point(slope: Any) -> None:
    isolated, then = Eq(slope, 0), Ge((x * slope - 2) ** 2 * (y - 3) * sympy.exp(y) + 1, 0)  # there, it does not depend on x
    for given, outcome in each(((isolated | (y >= 5), Outcome.UNDECIDED), (isolated, Outcome.UNDECIDED), (y >= 5, Outcome.ENCLOSED))):
        assert extremes.proved(ForAll((x, y), given=given, then=then), partial(decide, thorough=False)).outcome is outcome


def test_a_root_beside_a_logarithm_is_taken_as_it_stands() -> None:
    """sqrt(x) log(x) is least at e^-2, where it is -2/e = -0.7357...; no partial fractions are of a root."""
    for least, outcome in ((R(-4, 5), Outcome.ENCLOSED), (R(-7, 10), Outcome.REFUTED)):
        (found,) = attempt(curves, at(Gt(sqrt(x) * log(x), least), Gt(x, 0), Lt(x, 2)))
        assert found.outcome is outcome, (least, found.reason)


def test_no_term_of_a_slope_is_lost_where_a_logarithm_of_a_number_is_written_by_another() -> None:
    """3 x - log(25) log(1 + x) is least at log(25)/3 - 1 = 0.0729..., where it is -0.0077970...; log(25) becomes 2 log(5)."""
    for constant, outcome in ((R(7796, 10**6), Outcome.UNDECIDED), (R(9, 1000), Outcome.ENCLOSED)):
        (found,) = attempt(curves, at(Gt(3 * x - log(25) * log(1 + x) + constant, 0), Gt(x, 0)))
        assert found.outcome is outcome, (constant, found.reason)
    (found,) = attempt(curves, at(Gt(log(25) * log(x**2) + 3, 0), Lt(x, 0)))
    assert found.outcome is not Outcome.ENCLOSED
