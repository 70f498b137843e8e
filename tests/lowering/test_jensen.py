"""Tests of means of convex functions in hypotheses and beside means of sums."""

from __future__ import annotations

import pytest
from sympy import Abs, Expr, Max, Ne, Symbol, exp, floor, log, sqrt

from probatum import features, integers, random, reals
from probatum.decision import Truth
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.jensen import curvature, intervals, is_smooth, mean_of, of_convex
from probatum.lowering.chance.outcomes import Feature, outcome
from tests.authored import truth_of
from tests.each import each

a, m, t = reals("a m t")
X, n = random("X"), integers("n")
w, x = features("w x", of=n)
y = outcome(X)
NAMES = {"a": a, "m": m, "t": t, "X": X, "n": n, "x": x, "w": w, "C": random("C", of=n, mean=m), "D": random("D", of=n)}
WEIGHTS = "ForAll((w, x, n), given=And(w >= 0, Eq(total(w), 2), total(w * exp(x)) <= 1), then=total(w * x) <= "
TRUE = [
    "ForAll(X, given=E(exp(X)) <= 2, then=E(X) <= log(2))",
    "ForAll((X, t), given=And(E(exp(t*X)) <= 1, t > 0), then=E(X) <= 0)",
    "ForAll((X, a), given=And(X > a, E(X) <= a + 1), then=E(1 / (X - a)) >= 1)",
    "ForAll(X, given=And(X >= 0, X < Rational(1, 2), E(X) >= Rational(1, 4)), then=E(log(1 - X)) <= log(Rational(3, 4)))",
    "ForAll((C, n, m), then=exp(m) <= E(exp(average(C))))",
    "ForAll((D, n), given=D > 0, then=E(log(average(D))) <= log(E(average(D))))",
    "ForAll((x, n), given=And(x > 0, average(log(x)) >= 0), then=average(x) >= 1)",
    WEIGHTS + "0)",
]
FALSE = [
    "ForAll(X, given=E(exp(X)) <= 2, then=E(X) <= log(3) / 2)",
    "ForAll((X, t), given=E(exp(t*X)) <= 1, then=E(X) <= 0)",
    "ForAll(X, given=And(Ne(X, 0), E(X) <= 1), then=E(1 / X**2) >= 1)",
    "ForAll((C, n, m), then=exp(m) >= E(exp(average(C))))",
    "ForAll((x, n), given=And(x > 0, average(log(x)) >= 0), then=average(x) >= 2)",
    WEIGHTS + "-2)",
]
VACUOUS = [
    "ForAll(X, given=And(Eq(E(exp(X)), 1), Eq(E(X), 1)), then=E(X) >= 0)",
    "ForAll(X, given=And(X > 0, E(1/X) < 1, E(X) < 1), then=E(X) >= 5)",
    "ForAll((x, n), given=And(Eq(average(x), 1), Eq(average(exp(x)), 1)), then=average(x**2) >= 7)",
]
CASES = [(TRUE, Truth.TRUE), (FALSE, Truth.FALSE), (VACUOUS, Truth.VACUOUS)]


@pytest.mark.parametrize(("source", "truth"), [(source, truth) for sources, truth in CASES for source in sources])
def test_means_of_convex_functions(source: str, truth: Truth) -> None:
    assert truth_of(source, **NAMES) is truth


def test_where_it_has_no_value_the_function_of_the_mean_leaves_out_no_case() -> None:
    beside = "ForAll((X, a), then=Or(And(Ne(a, 0), E(exp(X / a)) >= exp(E(X) / a)), And(Eq(a, 0), "
    assert truth_of(f"{beside}E(X)**2 >= 0)))", **NAMES) is Truth.TRUE
    assert truth_of(f"{beside}Ne(E(X) * exp(E(X)), 3))))", **NAMES) in (Truth.FALSE, Truth.UNDECIDED)


def test_a_function_is_convex_on_an_interval_or_not_at_all() -> None:
    shapes = {exp(y): 1, exp(-t * y): 1, exp(y / a): 1, y**3: 0, 1 / y: 0, 1 / y**2: 0, log(y): 0, log(1 + y**2): 0, -exp(y): -1}
    for function, shape in each(shapes.items()):
        assert curvature(function, y, intervals(y, ())) == shape, function
    positive = {1 / y: 1, 1 / y**2: 1, log(y): -1, sqrt(y): -1, y**3: 1, y * log(y): 1, 1 / (1 - y): 0}
    for function, shape in each(positive.items()):
        assert curvature(function, y, intervals(y, (X > 0,))) == shape, function


def test_of_kinks_the_second_derivative_says_nothing() -> None:
    size = sqrt(y**2 + a**2 * y**2)  # |y| times a number, of which SymPy derives as of a power
    shapes = {size: 1, -size: -1, y**2 - size: 0, exp(size): 0, exp(-size): 0, 1 / (1 + size): 0, exp(-sqrt(1 + y**2)): 0}
    for function, shape in each(shapes.items()):
        assert curvature(function, y, intervals(y, ())) == shape, function


def test_a_mean_with_a_kink_that_bends_downward_is_not_that_of_a_convex_function() -> None:
    """It is far below the other side at a = 2, where X is 6 or -6."""
    distance = "100*(E(X**2) - 36)**2 + 100*(a - 2)**2"
    for stated, truths in (
        (f"E(1/(1 + sqrt(X**2 + a**2*X**2))) + {distance} >= 1/(1 + sqrt(E(X)**2 + a**2*E(X)**2))", (Truth.FALSE, Truth.UNDECIDED)),
        ("E(sqrt(X**2 + a**2*X**2)) >= sqrt(E(X)**2 + a**2*E(X)**2)", (Truth.TRUE,)),
    ):
        assert truth_of(f"ForAll((X, a), then={stated})", **NAMES) in truths


@pytest.mark.parametrize("function", [exp(y), a * y**2 + 1, sqrt(1 + exp(y)), log(y) / a, 1 / y], ids=str)
def test_what_has_derivatives_wherever_it_is_defined(function: Expr) -> None:
    assert is_smooth(Feature(function, (X,)))


@pytest.mark.parametrize("function", [Abs(y), y * floor(y), exp(Max(y, 0)), a**y, y**y], ids=str)
def test_what_may_have_none(function: Expr) -> None:
    assert not is_smooth(Feature(function, (X,)))


def test_what_is_of_two_variables_or_no_function_of_one_is_no_such_function() -> None:
    other = random("Y")
    assert not is_smooth(Feature(exp(y + outcome(other)), (X, other)))
    assert not is_smooth(Feature(exp(y), (X,), other))
    assert not is_smooth(X)


def test_all_values_lie_beside_a_bound_on_one_variable_that_is_linear() -> None:
    other = random("Y")
    for supposed in each((other < X, X**2 + X > 2, exp(X) > 2, Ne(X, 0), other > 0)):
        assert len([*intervals(y, (supposed,))]) == 1, supposed
    _, above = intervals(y, (3 * X > 6,))
    assert (above - 2).is_positive
    _, below = intervals(y, (a > X,))
    assert (below - a).is_negative


def test_a_mean_is_known_where_it_is_given_or_spoken_of() -> None:
    of_known, moments = random("K", mean=m), Moments()
    assert mean_of(X, moments) is None
    assert mean_of(of_known, moments) == m
    assert not moments.needed, "to ask is not to speak of it"
    moments.moment({X: 1})
    assert mean_of(X, moments) == Symbol("E[X]", real=True)


def test_each_convex_function_is_at_least_that_of_the_mean_and_nothing_is_said_of_others() -> None:
    first, second = random("A B", independent=False)
    one, mean = outcome(first), Symbol("E[A]", real=True)
    beside = Feature(outcome(second), (first, second), first)
    moments = Moments((first > 0,))
    for powers in ({first: 1}, {Feature(1 / one, (first,)): 1, beside: 2}, {Feature(Abs(one - 1), (first,)): 1}):
        moments.moment(powers)
    assert [*of_convex(moments)] == []
    unspoken = Feature(exp(outcome(second)), (second,))
    turned = Feature(one * exp(-one), (first,))
    for function in (unspoken, turned, Feature(exp(one), (first,)), Feature(log(one), (first,))):
        moments.moment({function: 1})
    assert [*of_convex(moments)] == [
        Symbol("E[exp(A)]", real=True) - exp(mean),
        log(mean) - Symbol("E[log(A)]", real=True),
    ]
