"""Tests of sums of independent copies in probabilities: Chebyshev's inequality for a mean, and refutations by one or two copies."""

from __future__ import annotations

import pytest
from sympy import Abs, sqrt

from probatum import E, ForAll, P, Var, average, integers, random, reals, total
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.copies.sums_as_one import hidden_sum, of_few_copies

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

Z = random("Z", of=n)  # nothing is known of it
D = random("D", of=3, mean=m, variance=s**2)
FAR = Abs(average(Z) - E(average(Z))) >= t
ALSO_TRUE = {
    "three copies": ForAll((D, m, s, t), given=t > 0, then=P(Abs(average(D) - m) >= t) <= s**2 / (3 * t**2)),
    "moments of the sum": ForAll((Z, n, t), given=t > 0, then=P(FAR) <= Var(average(Z)) / t**2),
    "mean square of the sum": ForAll((Z, n, t), given=t > 0, then=P(Abs(total(Z)) >= t) <= E(total(Z) ** 2) / t**2),
    "a bound on each, times n": ForAll((Z, n), given=2 * Z >= 1, then=P(total(4 * Z) >= 2 * n) >= 1),
    "a bound from above": ForAll((Z, n), given=2 * Z <= 1, then=P(total(1 - 4 * Z) >= -n) >= 1),
    "one over the sum": ForAll((Z, n), given=Z >= 1, then=E(1 / total(Z)) <= 1 / n),
    "the root of the sum": ForAll((Z, n), given=Z > 0, then=E(sqrt(total(Z))) > 0),
}
ALSO_FALSE = {
    "moments of the sum": ForAll((Z, n, t), given=t > 0, then=P(FAR) <= Var(average(Z)) / t),
    "mean square of the sum": ForAll((Z, n, t), given=t > 0, then=P(Abs(total(Z)) >= t) <= E(total(Z)) ** 2 / t**2),
    "a bound on each, never met": ForAll((Z, n), given=2 * Z >= 1, then=P(total(4 * Z) > 2 * n) >= 1),
    "one over the sum": ForAll((Z, n), given=Z >= 1, then=E(1 / total(Z)) < 1 / n),
}


@pytest.mark.parametrize("statement", ALSO_TRUE.values(), ids=ALSO_TRUE.keys())
def test_what_is_known_of_each_copy_is_known_of_their_sum(statement: ForAll) -> None:
    assert decide(statement, thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("statement", ALSO_FALSE.values(), ids=ALSO_FALSE.keys())
def test_and_no_more_than_that(statement: ForAll) -> None:
    assert decide(statement, thorough=False).truth is Truth.FALSE


@pytest.mark.parametrize("name", STATEMENTS)
def test_it_is_decided(name: str) -> None:
    statement, truth = STATEMENTS[name]
    decided = decide(statement, thorough=False)
    assert decided.truth is truth
    shown = decided.counterexample
    assert shown is None or dict(shown.values)["n"] == (2 if name == "n squared" else 1)


def test_a_sum_is_named_only_where_it_stands_alone() -> None:
    assert hidden_sum(STATEMENTS["Chebyshev"][0]) == total(X)
    for then in (
        P(average(X) >= average(Y)) <= 1,
        P(average(C) >= t) <= 1,
        Var(average(X)) <= s**2,
        P(total(X) >= total(X**2)) <= t,
        P(total(X * Y) >= t) <= t,
    ):
        assert hidden_sum(ForAll((X, Y, C, n, m, s, t, p), then=then)) is None


def test_so_many_copies_are_written_out_and_no_fewer() -> None:
    three = ForAll((D, m, s, t), then=P(total(D) >= t) <= 1)
    assert of_few_copies(three, D, 1) is None
    assert of_few_copies(three, D, 2) is None
    written = of_few_copies(three, D, 3)
    assert written is not None
    assert [variable.name for variable in written.variables] == ["m", "s", "t", "D 1", "D 2", "D 3"]
    some = of_few_copies(ForAll((Z, n, t), given=n <= Z, then=P(total(Z) >= n) <= 1), Z, 1)
    assert some is not None
    assert [variable.name for variable in some.variables] == ["t", "Z 1"]
    assert n not in some.given.free_symbols | some.then.free_symbols
