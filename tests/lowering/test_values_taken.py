"""Tests of what the values that random variables take say of their moments, of those of copies too."""

from __future__ import annotations

import pytest

from probatum import integers, random, reals
from probatum.decision import Truth
from tests.authored import truth_of

a, m, s = reals("a m s")
U, V = random("U V", independent=False)
NAMES = {
    "a": a, "m": m, "s": s, "n": integers("n"), "X": random("X"), "U": U, "V": V, "Y": random("Y", mean=m),
    "D": random("D", of=integers("n")), "C": random("C", of=integers("n"), mean=m, variance=s**2),
}  # fmt: skip
MARKOV = "ForAll((D, n, a), given=And(D >= 0, a > 0), then=P(average(D) >= a) <= E(average(D)) / a)"
TRUE = [
    "ForAll((Y, m), given=And(Y >= 0, Y <= 1), then=And(m >= 0, m <= 1))",
    "ForAll(X, given=Abs(X) <= 1, then=Var(X) <= 1)",
    "ForAll((U, V), given=Abs(U) <= Abs(V), then=E(U**2) <= E(V**2))",
    "ForAll((U, V), given=Eq(U + V, 0), then=Eq(Var(U), Var(V)))",
    "ForAll((U, X), given=U >= X, then=E(U) >= E(X))",
    "ForAll(U, given=And(U**5 >= 0, U <= 1), then=E(U) <= 1)",
    "ForAll((D, n), given=D >= 1, then=E(total(D)**2) >= n**2)",
    "ForAll((D, n), given=And(D >= 0, D <= 1), then=Var(average(D)) <= 1 / (4*n))",
    "ForAll((D, n), given=D > 1, then=E(total(D)) > n)",
    "ForAll((D, n), given=D >= 0, then=E(sqrt(average(D))) <= sqrt(E(average(D))))",
    "ForAll((D, n), given=D**2 <= 1, then=E(sqrt(total(D**2))) <= sqrt(n))",
    "ForAll(X, given=And(X >= 0, X <= 2*E(X)), then=Var(X) <= E(X)**2)",
    "ForAll(X, given=And(X >= 0, X <= 2*E(X)), then=E(log(1 + X)) <= 2*E(X))",
    MARKOV,
]
FALSE = [
    "ForAll((Y, m), given=Y >= 0, then=m <= 1)",
    "ForAll(X, given=Abs(X) <= 1, then=Var(X) < 1)",
    "ForAll((U, V), given=Abs(U) <= Abs(V), then=Var(U) <= Var(V))",
    "ForAll((U, V), given=Eq(U + V, 0), then=Eq(Cov(U, V), Var(V)))",
    "ForAll((D, n), given=D >= -1, then=E(total(D)**2) >= n**2)",
    "ForAll((D, n), given=And(D >= 0, D <= 1), then=Var(average(D)) <= 1 / (5*n))",
    "ForAll((D, n), given=D >= 1, then=E(total(D)) > n)",
    "ForAll((D, n), given=D >= 0, then=E(sqrt(average(D))) >= sqrt(E(average(D))))",
    "ForAll(X, given=And(X >= 0, X <= 2*E(X)), then=Var(X) <= E(X)**2 / 2)",
    MARKOV.replace("D >= 0", "D >= -1"),
    MARKOV.replace("/ a)", "/ (2*a))"),
]


@pytest.mark.parametrize("source", TRUE)
def test_values_bound_moments(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_no_further(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_a_sum_that_need_not_be_positive_has_no_root() -> None:
    assert truth_of("ForAll((D, n), then=E(sqrt(average(D))) <= 1)", **NAMES) is Truth.UNDECIDED
