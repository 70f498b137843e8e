"""Tests of variables that may depend on each other though they are uncorrelated, or each symmetric."""

from __future__ import annotations

import pytest

from probatum import random, reals
from probatum.decision import Truth
from tests.authored import truth_of

m, s = reals("m s")
U, V = random("U V", independent=False)
Y, Z = random("Y Z", symmetric=True, independent=False)
M, N = random("M N", mean=m, variance=s**2, independent=False)
NAMES = {each.name: each for each in (m, s, U, V, Y, Z, M, N)}
UNCORRELATED = "ForAll((U, V), given=Eq(Cov(U, V), 0), then="

TRUE = [
    UNCORRELATED + "Eq(Var(U + V), Var(U - V)))",
    "ForAll((M, N, m, s), given=Eq(Cov(M, N), 0), then=Eq(Var(M + N), 2*s**2))",
    "ForAll((Y, Z), then=Eq(E(Y**3), E(Z**3)))",
    "Exists((U, V), given=Eq(Cov(U, V), 0), then=Ne(E(U**2*V), E(U**2)*E(V)))",
]
FALSE = [
    UNCORRELATED + "Eq(E(U**2*V), E(U**2)*E(V)))",
    UNCORRELATED + "Eq(E(U*V**2), E(U)*E(V**2)))",
    UNCORRELATED + "Eq(E(U**2*V**2), E(U**2)*E(V**2)))",
    UNCORRELATED + "Eq(P(And(U > 0, V > 0)), P(U > 0)*P(V > 0)))",
    "ForAll((U, V), given=And(Eq(Cov(U, V), 0), U >= 0, V >= 0), then=Eq(Cov(U**2, V), 0))",
    "ForAll((M, N, m, s), given=Eq(Cov(M, N), 0), then=Eq(Cov(M**2, N), 0))",
    "ForAll((Y, Z), then=Eq(E((Y + Z)**3), 0))",
    "ForAll((Y, Z), then=Eq(E(Y**2*Z), 0))",
    "Exists((U, V), given=Eq(Cov(U, V), 0), then=Ne(E(U*V), E(U)*E(V)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_second_moments_are_as_of_independent_ones(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_others_need_not_be(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
