"""Tests of functions and high powers of sums over copies: what holds of any n numbers holds of them on
average.
"""

from __future__ import annotations

import pytest

from probatum import integers, random, reals
from probatum.decision import Truth
from tests.authored import truth_of

m, r, s, v, p = reals("m r s v p")
n, N = integers("n N")
X = random("X", of=n)
Z = random("Z", of=n, mean=m, variance=v)
B, D = random("B", of=n, bernoulli=p), random("D", of=n, drawn_from=N, mean=m, variance=s**2)
C = random("C", of=n, correlation=r, mean=m, variance=s**2)
U, V = random("U V", of=n, independent=True)
NAMES = {"m": m, "s": s, "v": v, "p": p, "n": n, "N": N}
NAMES |= {"X": X, "Z": Z, "B": B, "D": D, "U": U, "V": V, "C": C, "r": r}

TRUE = [
    "ForAll((X, n), then=E(average(X)**4) <= E(average(X**4)))",
    "ForAll((X, n), then=E((average(X) - 1)**4) <= E(average((X - 1)**4)))",
    "ForAll((X, n), then=E(average(X)**6) - 1 <= E(average(X**6)))",
    "ForAll((X, n), then=E(exp(average(X))) <= E(average(exp(X))))",
    "ForAll((X, n), given=And(0 <= X, X <= 1), then=E(average(X)**4) <= E(average(X)))",
    "ForAll((X, n), given=Eq(n, 1), then=E(average(X)**4) >= E(average(X**4)))",
    "ForAll((X, n), given=X > 0, then=E(log(average(X))) >= E(average(log(X))))",
    "ForAll((Z, n, m, v), then=E(average(Z)**4) <= E(average(Z**4)))",
    "ForAll((D, n, N, m, s), then=E(average(D)**4) <= E(average(D**4)))",
    "ForAll((C, n, r, m, s), then=E(Abs(total(C))*total(C**2)) >= 0)",
    "ForAll((U, V, n), then=E(total(U*V)**2) <= E(total(U**2)*total(V**2)))",
]
FALSE = [
    "ForAll((X, n), then=E(average(X)**4) >= E(average(X**4)))",
    "ForAll((X, n), then=E((average(X) - 1)**4) >= E(average((X - 1)**4)))",
    "ForAll((X, n), then=E(average(X)**4) <= Rational(99, 100)*E(average(X**4)))",
    "ForAll((X, n), then=E(average(X)**3) <= E(average(X**3)))",
    "ForAll((X, n), then=E(average(X)**4) < E(average(X**4)))",
    "ForAll((Z, n, m, v), then=E(average(Z)**4) <= m**4)",
]
NOTHING = [
    "ForAll((Z, n, m, v), given=v < 0, then=E(average(Z)**4) <= E(average(Z**4)))",
    "ForAll((X, n), given=And(X > 1, X < 1), then=E(average(X)**4) <= E(average(X**4)))",
    "ForAll((X, n), given=n < 1, then=E(average(X)**4) <= E(average(X**4)))",
    "ForAll((B, n, p), given=p > 1, then=E(average(B)**4) <= E(average(B**4)))",
]
UNDEFINED = [
    "ForAll((X, n), then=E(log(average(X))) >= E(average(log(X))))",
    "ForAll((X, n), then=E(average(X)**4/average(X)**4) <= 1)",
    "ForAll((X, n), then=E(average(X)**4)/(n - 1) <= E(average(X**4))/(n - 1))",
]


@pytest.mark.parametrize("source", TRUE)
def test_it_follows(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_does_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", NOTHING)
def test_what_is_about_nothing_is_not_proved(source: str) -> None:
    assert truth_of(source, **NAMES) not in (Truth.TRUE, Truth.FALSE)


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_has_no_value_is_not_proved(source: str) -> None:
    assert truth_of(source, **NAMES) not in (Truth.TRUE, Truth.FALSE)
