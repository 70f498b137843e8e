"""Statements that came out wrong when the engine was attacked: none is decided against its truth again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy
from sympy import And, Integral, cos, exp, sin

from probatum import (
    Cov,
    E,
    Eq,
    Equal,
    Exists,
    ForAll,
    Ge,
    Gt,
    Le,
    Ne,
    functions,
    gradient,
    integers,
    matrices,
    member,
    minimizer,
    norm,
    operators,
    random,
    sets,
    vectors,
)
from probatum import reals as reals_of
from probatum.decide.deciding import decide
from probatum.decision import Truth

a, b, p, L, mu, t = reals_of("a b p L mu t")
m, n = integers("m n")
x, y = vectors("x y")
smooth_1 = functions("f1", smooth=1)
smooth = functions("f", smooth=L)
convex = functions("g", convex=True)
both = functions("h", smooth=L, strongly=mu)
monotone = operators("A", monotone=True)
tame, firm = operators("T", strongly_monotone=mu, lipschitz=L), operators("S", strongly_monotone=mu, cocoercive=a)
secant = functions("p", secant=mu, error_bound=L)
grown = functions("q", convex=True, bounded_growth=1)
wide = sets("K", diameter=a)
C, D = random("C D", independent=False, bernoulli=p)
X = random("X")
U, V, W = random("U V W", independent=False)
turn = 2 * sympy.pi


def area(function: Any, low: Any = 0, high: Any = turn) -> Any:
    return Integral(function, (t, low, high))


TRUE: dict[str, Callable[[], Any]] = {
    "a smallest value": lambda: ForAll((smooth_1, x), then=smooth_1(x) >= smooth_1(minimizer(smooth_1))),
    "above the smallest value by the gradient": lambda: ForAll(
        (smooth, x, L), given=L > 0, then=smooth(x) - smooth(minimizer(smooth)) >= norm(gradient(smooth, x)) ** 2 / (2 * L)
    ),
    "two that happen": lambda: ForAll((C, D, p), then=E(C * D) >= 0),
    "two that nearly happen": lambda: ForAll((C, D, p), then=E(C * D) >= 2 * p - 1),
    "how they may vary together": lambda: ForAll((C, D, p), then=Cov(C, D) >= -(p**2)),
    "the exponential of a coin": lambda: ForAll((C, p), then=E(sympy.exp(C)) <= 1 + 2 * p),
    "one point, one gradient": lambda: ForAll(
        (convex, x, y), given=Eq(norm(x - y), 0), then=Eq(norm(gradient(convex, x) - gradient(convex, y)), 0)
    ),
    "one point, one value of an operator": lambda: ForAll(
        (monotone, x, y), given=Eq(norm(x - y), 0), then=Eq(norm(monotone(x) - monotone(y)), 0)
    ),
    "at the minimizer": lambda: ForAll(
        (convex, x), given=Eq(norm(x - minimizer(convex)), 0), then=Eq(norm(gradient(convex, x)), 0)
    ),
    "the constants of a class": lambda: ForAll((smooth, x, L), then=L > 0),
    "the order of constants": lambda: ForAll((both, x, L, mu), given=L > 0, then=mu <= L),
    "the order of an operator's constants": lambda: ForAll(
        (tame, x, y, L, mu), given=norm(tame(x) - tame(y) + x) > 0, then=mu <= L
    ),
    "the product of an operator's constants": lambda: ForAll(
        (firm, x, y, a, mu), given=norm(firm(x) - firm(y) + x) > 0, then=mu * a <= 1
    ),
    "the order of constants beside a minimizer": lambda: ForAll((secant, x, L, mu), then=mu <= L),
    "a diameter": lambda: ForAll((wide, x, y, a), given=And(member(wide, x), member(wide, y)), then=norm(x - y) <= a),
    "below a parabola whose lowest point is not named": lambda: ForAll(
        (grown, x, y), given=Eq(norm(gradient(grown, x) + gradient(grown, y)), 0), then=norm(gradient(grown, x)) <= norm(x - y)
    ),
    "whole numbers beside a mean": lambda: ForAll((X, n), given=X > 0, then=E(exp(n * (n - 1) * X)) >= 1),
    "no wave": lambda: ForAll(n, given=Eq(n, 0), then=Equal(area(cos(n * t)), turn)),
    "no wave exists": lambda: Exists(n, then=Gt(area(cos(n * t)), 1)),
}  # fmt: skip
FALSE: dict[str, Callable[[], Any]] = {
    "the exponential of a coin": lambda: ForAll((C, p), then=E(sympy.exp(C)) <= 1),
    "the logarithm beside a coin": lambda: ForAll((C, p), then=E(sympy.log(1 + C)) <= 0),
    "a coin or a half": lambda: ForAll((C, p), then=E(sympy.Max(C, sympy.Rational(1, 2))) <= sympy.Rational(1, 2)),
    "nothing varies": lambda: ForAll(X, given=Eq(E(X**2), 0), then=E(X**4) < 0),
    "waves": lambda: ForAll(n, then=Equal(area(cos(n * t)), 0)),
    "two waves": lambda: ForAll((m, n), given=Ne(m, n), then=Equal(area(sin(m * t) * sin(n * t)), 0)),
    "one of many waves": lambda: ForAll(n, given=Ge(n, 0), then=Equal(area(cos(n * t) * cos(5 * t)), 0)),
    "squared waves": lambda: ForAll(n, then=Equal(area(sin(n * t) ** 2), sympy.pi)),
    "small waves": lambda: ForAll(n, then=Le(area(cos(n * t)), 1)),
    "no growth": lambda: ForAll(a, given=Eq(exp(a), 1), then=Equal(area(exp(a * t), 0, 1), 0)),
    "the same growth": lambda: ForAll((a, b), given=Eq(a, b), then=Equal(area(exp((a - b) * t), 0, 1), 0)),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_not_refuted(name: str) -> None:
    assert decide(TRUE[name](), thorough=False).truth not in (Truth.FALSE, Truth.VACUOUS)


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_is_not_proved(name: str) -> None:
    assert decide(FALSE[name](), thorough=False).truth not in (Truth.TRUE, Truth.VACUOUS)


@pytest.mark.parametrize("given", [And(Eq(E(U**2), 0), Ne(E(U * V), 0)), And(U <= 0, E(U) > 0)], ids=str)
def test_what_no_distribution_meets_proves_nothing(given: Any) -> None:
    assert decide(ForAll((U, V, W), given=given, then=E(U * V * W) <= 5), thorough=False).truth not in (Truth.TRUE, Truth.FALSE)


@pytest.mark.parametrize("relation", [Le, Gt])
def test_eigenvalues_lie_in_an_interval(relation: Any) -> None:
    low, high = reals_of("low high")
    symmetric = matrices("S", eigenvalues_in=(low, high))
    truth = decide(ForAll((symmetric, x, low, high), given=And(Eq(norm(symmetric @ x), 1)), then=relation(low, high)), thorough=False).truth
    assert truth is not (Truth.FALSE if relation is Le else Truth.TRUE)


def test_gradients_that_add_up_to_nothing_say_what_one_is() -> None:
    """Where the sum of two functions is smallest."""
    one, other = (functions(name, convex=True, smooth=L) for name in ("h1", "h2"))
    lengths = norm(gradient(one, x) - gradient(one, y)) ** 2 + norm(gradient(other, x) - gradient(other, y)) ** 2
    above = (one(x) + other(x) - one(y) - other(y)) / 2
    smallest = And(Gt(L, 0), Eq(norm(gradient(one, y) + gradient(other, y)), 0))
    for factor, truth in ((4, Truth.TRUE), (sympy.Rational(396, 100), Truth.FALSE)):
        stated = ForAll((one, other, x, y, L), given=smallest, then=Le(lengths, factor * L * above))
        assert decide(stated, thorough=False).truth is truth
