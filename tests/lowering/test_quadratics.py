"""Tests of quadratic functions of a class: what holds of their Hessians, and what holds of no other functions of the class."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, And, Eq, Rational

from probatum import Exists, ForAll, Gt, dot, functions, gradient, minimizer, norm, proximal, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError

x, y = vectors("x y")
a, L, mu = reals("a L mu")
f = functions("f", quadratic=True, smooth=L, strongly=mu)
g = functions("g", quadratic=True, convex=True, smooth=L)
h = functions("h", quadratic=True, smooth=L)
best, middle, CURVED = minimizer(f), (x + y) / 2, And(mu > 0, mu < L)
after = norm(x - 2 / (L + mu) * gradient(f, x) - best)
apart = norm(x - y - a * (gradient(f, x) - gradient(f, y)))
k = functions("k", quadratic=True, smooth=4, strongly=1)
first = x - gradient(k, x) / 2
second = first - Rational(2, 7) * gradient(k, first)
bowl = functions("k", smooth=4, strongly=1)

TRUE: dict[str, Any] = {
    "Chebyshev's step": ForAll((f, x, L, mu), given=CURVED, then=after <= (L - mu) / (L + mu) * norm(x - best)),
    "a symmetric Hessian": ForAll((f, x, y, L, mu), given=CURVED, then=Eq(dot(gradient(f, x), y - best), dot(x - best, gradient(f, y)))),
    "one gradient in the middle": ForAll((h, x, y, L), then=Eq(h(x) - h(y), dot(gradient(h, middle), x - y))),
    "convex": ForAll((g, x, y, L), then=g(middle) <= (g(x) + g(y)) / 2),
    "a minimizer makes it convex": ForAll((h, x, L), then=h(x) >= h(minimizer(h))),
    "one curvature": ForAll((f, x, L, mu), given=And(mu > 0, Eq(mu, L)), then=Eq(norm(x - gradient(f, x) / L - best), 0)),
    "no constants beyond the class": ForAll((f, x, L, mu), then=mu <= L),
    "no negative constants": ForAll((f, x, L, mu), then=mu >= 0),
    "two steps": ForAll((k, x), then=norm(second - minimizer(k)) <= Rational(5, 14) * norm(x - minimizer(k))),
}
FALSE: dict[str, Any] = {
    "Chebyshev's step, squared": ForAll((f, x, L, mu), given=CURVED, then=after <= ((L - mu) / (L + mu)) ** 2 * norm(x - best)),
    "centred at zero": ForAll((f, x, y, L, mu), given=CURVED, then=Eq(dot(gradient(f, x), y), dot(x, gradient(f, y)))),
    "one gradient at the end": ForAll((h, x, y, L), then=Eq(h(x) - h(y), dot(gradient(h, x), x - y))),
    "convex": ForAll((h, x, y, L), then=h(middle) <= (h(x) + h(y)) / 2),
    "at least zero": ForAll((f, x, L, mu), given=CURVED, then=f(x) >= 0),
    "two steps": ForAll((k, x), then=norm(second - minimizer(k)) <= Rational(7, 20) * norm(x - minimizer(k))),
    "steps with one sign": ForAll((f, x, y, a, L, mu), given=And(CURVED, a > 0), then=apart <= Abs(1 - a * mu) * norm(x - y)),
    "of any function": ForAll((bowl, x, y), then=Eq(bowl(x) - bowl(y), dot(gradient(bowl, middle), x - y))),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_proved(name: str) -> None:
    decided = decide(TRUE[name], thorough=False)
    assert decided.truth is Truth.TRUE
    assert "half the form of its Hessian" in decided.decisions[0].reason


@pytest.mark.parametrize("name", FALSE)
def test_the_false_one_is_refuted(name: str) -> None:
    assert decide(FALSE[name], thorough=False).truth is Truth.FALSE


def test_there_are_some_that_are_not_convex() -> None:
    above = Gt(h(middle), (h(x) + h(y)) / 2)
    assert decide(Exists((h, x, y, L), given=L > 0, then=above), thorough=False).truth is Truth.TRUE


def test_a_counterexample_is_where_it_is_written() -> None:
    """Points are measured from the minimizer only where nothing tells where that is."""
    decided = decide(ForAll((k, x), then=norm(x) <= norm(x - minimizer(k))), thorough=False)
    assert decided.counterexample is not None
    at = dict(decided.counterexample.values)
    assert abs(at["x"]) > abs(at["x"] - at["x⋆[k]"])


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda: ForAll((h, x, L), then=norm(proximal(h, 1, x)) <= 1), "proximal: got the quadratic function h"),
        (lambda: ForAll((g, h, x, L), then=g(x) <= h(x)), "got ∇²g, ∇²h in one statement"),
        (lambda: _of(functions("q", quadratic=True, lipschitz=1)), "functions: got 'q' with lipschitz, quadratic, wanted quadratic"),
    ],
)
def test_what_is_not_taken_is_said(write: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        decide(write())
    assert str(caught.value).startswith(words)


def _of(function: Any) -> ForAll:
    return ForAll((function, x), then=function(x) >= function(minimizer(function)))
