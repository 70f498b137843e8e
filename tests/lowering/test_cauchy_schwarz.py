"""Tests of what means of products, squares and amounts satisfy, as far as a statement speaks of them."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import pytest
import sympy
from sympy import Abs, Eq, exp, sqrt

from probatum import Cov, E, ForAll, Var, random, reals
from probatum.decide.deciding import decide
from probatum.lowering.chance.absolute_means import of_amounts
from probatum.lowering.chance.cauchy_schwarz import of_products
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, outcome
from tests.each import each

a, c, t = reals("a c t")
X, Z = random("X"), random("Z", mean=0, variance=1)
U, V = random("U V", independent=False)
Q, R = random("Q R", independent=True)
SPOKEN = [
    E(Abs(X)) + E(X**2),
    E(X) + E(Abs(X)),
    E(X**4) + E(X**2) + E(X**6),
    E(X**2) + E(Abs(X)) + E(Abs(X) ** 3),
    E(Abs(U * V)) + E(U**2) + E(V**2),
    E(U * V) + E(Abs(U * V)),
    Cov(Abs(U), V**2) + Var(Abs(U)) + Var(V**2),
    E(Abs(U - E(U))) + Var(U),
]
TRUE = {
    "the mean of an amount": ForAll(X, then=E(Abs(X)) <= sqrt(E(X**2))),
    "the mean deviation": ForAll(X, then=E(Abs(X - E(X))) <= sqrt(Var(X))),
    "amounts of a product": ForAll((U, V), then=E(Abs(U * V)) <= sqrt(E(U**2) * E(V**2))),
    "covariance of functions": ForAll((U, V), then=Cov(exp(U), exp(V)) ** 2 <= Var(exp(U)) * Var(exp(V))),
    "moments between others": ForAll(X, then=E(X**2) ** 2 <= E(Abs(X)) * E(Abs(X) ** 3)),
    "moment generating functions": ForAll((X, a, c), then=E(exp((a + c) / 2 * X)) ** 2 <= E(exp(a * X)) * E(exp(c * X))),
    "of a sum of independent ones": ForAll((Q, R, t), then=Eq(E(exp(t * (Q + R))), E(exp(t * Q)) * E(exp(t * R)))),
    "a small amount": ForAll(X, given=E(Abs(X)) <= 1, then=E(X) ** 2 <= 1),
    "kurtosis and skewness": ForAll(Z, then=E(Z**4) >= 1 + E(Z**3) ** 2),
}
FALSE = {
    "the mean of an amount, less": ForAll(X, then=E(Abs(X)) <= sqrt(E(X**2)) * sympy.Rational(9, 10)),
    "amounts of a product, less": ForAll((U, V), then=E(Abs(U * V)) <= sqrt(E(U**2) * E(V**2)) / 2),
    "covariance of functions, less": ForAll((U, V), then=Cov(exp(U), exp(V)) ** 2 <= Var(exp(U)) * Var(exp(V)) / 2),
    "moments between others, less": ForAll(X, then=E(X**2) ** 2 <= E(Abs(X)) * E(Abs(X) ** 3) / 2),
    "of a sum of dependent ones": ForAll((U, V), then=Eq(E(exp(U + V)), E(exp(U)) * E(exp(V)))),
    "a small mean": ForAll(X, given=E(Abs(X)) <= 1, then=E(X**2) <= 1),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_proved(name: str) -> None:
    assert str(decide(TRUE[name], thorough=False).truth) == "true"


@pytest.mark.parametrize("name", FALSE)
def test_the_false_one_is_refuted(name: str) -> None:
    assert str(decide(FALSE[name], thorough=False).truth) == "false"


def cases(draw: Random) -> list[tuple[dict[Any, int], Fraction]]:
    """Outcomes of all variables, with probabilities."""
    weights = [draw.randint(1, 5) for _ in range(draw.randint(1, 4))]
    return [({outcome(v): draw.randint(-3, 3) for v in (X, U, V)}, Fraction(w, sum(weights))) for w in weights]


def means(moments: Moments, distribution: list[tuple[dict[Any, int], Fraction]]) -> dict[Any, Any]:
    """Each moment as a number; of what is a function of means these come first."""
    found: dict[Any, Any] = {}
    for key, symbol in moments.needed.items():
        function = sympy.Mul(*((g.of if isinstance(g, Feature) else outcome(g)) ** p for g, p in key)).xreplace(found)
        found[symbol] = sum(sympy.Rational(str(chance)) * function.xreplace(point) for point, chance in distribution)
    return found


@pytest.mark.parametrize("spoken", SPOKEN, ids=str)
def test_distributions_on_a_few_values_meet_it_and_not_all_numbers_do(spoken: Any) -> None:
    moments, draw = Moments(), Random(1)
    moments.lowered(spoken)
    said = dict(moments.needed)
    entries = [*of_products(said, moments.of_function), *of_amounts(said, moments.of_function)]
    for entry in each(entries):
        for _ in range(8):
            assert entry.xreplace(means(moments, cases(draw))) >= 0
    numbers = {symbol: sympy.Integer(-place) for place, symbol in enumerate(said.values(), start=1)}
    assert any(entry.xreplace(numbers) < 0 for entry in entries)


def test_of_what_nobody_speaks_no_mean_is_supposed() -> None:
    moments = Moments()
    moments.lowered(E(exp(X)) + E(1 / X))
    assert list(of_products(dict(moments.needed), moments.of_function)) == []
