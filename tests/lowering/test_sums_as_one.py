"""Tests of sums of independent copies in probabilities: Chebyshev's inequality for a mean, and refutations by one or two copies."""

from __future__ import annotations

import pytest
from sympy import Abs, sqrt

from probatum import E, ForAll, P, Var, average, integers, random, reals, total
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.chance.sums_as_one import hidden_sum

n = integers("n")
m, s, t, p = reals("m s t p")
X, Y = random("X", of=n, mean=m, variance=s**2), random("Y", of=n)
B, C = random("B", of=n, bernoulli=p), random("C", of=n, correlation=p, mean=m, variance=s**2)
STATEMENTS = {
    "Chebyshev": (ForAll((X, n, m, s, t), given=t > 0, then=P(Abs(average(X) - m) >= t) <= s**2 / (n * t**2)), Truth.TRUE),
    "n squared": (ForAll((X, n, m, s, t), given=t > 0, then=P(Abs(average(X) - m) >= t) <= s**2 / (n**2 * t**2)), Truth.FALSE),
    "shares of heads": (ForAll((B, n, p, t), given=t > 0, then=P(Abs(average(B) - p) >= t) <= 1 / (4 * n * t**2)), Truth.TRUE),
    "shares of heads, less": (ForAll((B, n, p, t), given=t > 0, then=P(Abs(average(B) - p) >= t) <= 1 / (5 * n * t**2)), Truth.FALSE),
    "mean deviation": (ForAll((X, n, m, s), then=E(Abs(average(X) - m)) <= Abs(s) / sqrt(n)), Truth.TRUE),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_it_is_decided(name: str) -> None:
    statement, truth = STATEMENTS[name]
    decided = decide(statement, thorough=False)
    assert decided.truth is truth
    shown = decided.counterexample
    assert shown is None or dict(shown.values)["n"] == (2 if name == "n squared" else 1)


def test_a_sum_is_named_only_where_it_stands_alone() -> None:
    assert hidden_sum(STATEMENTS["Chebyshev"][0]) == total(X)
    for then in (P(average(X) >= average(Y)) <= 1, P(average(C) >= t) <= 1, Var(average(X)) <= s**2, P(total(X) >= total(X**2)) <= t):
        assert hidden_sum(ForAll((X, Y, C, n, m, s, t, p), then=then)) is None
