"""Tests of what is said under a premise: as much is known of it as where the premise is a hypothesis."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decision import Truth
from tests.authored import truth_of

a, n = reals("a"), integers("n")
TOLD = {
    "ForAll(n, then=Implies(n >= 0, factorial(n) >= 1))": Truth.TRUE,
    "ForAll(n, then=Implies(n >= 0, factorial(n) > 1))": Truth.FALSE,
    "ForAll(n, then=Implies(n >= -1, factorial(n) >= 1))": None,
    "ForAll(n, then=Or(n <= 4, 2**n > n**2))": Truth.TRUE,
    "ForAll(n, then=Or(n <= 3, 2**n > n**2))": Truth.FALSE,
    "ForAll(n, then=Implies(n >= 1, Eq(Mod(6**n, 10), 6)))": Truth.TRUE,
    "ForAll(n, then=Implies(n >= 0, Eq(Mod(6**n, 10), 6)))": Truth.FALSE,
    "ForAll((n, a), then=Implies(And(n >= 0, a >= -1), (1 + a)**n >= 1 + n*a))": Truth.TRUE,
    "ForAll((n, a), then=Implies(And(n >= 0, a >= -3), (1 + a)**n >= 1 + n*a))": Truth.FALSE,
}


@pytest.mark.parametrize("statement", TOLD)
def test_what_is_said_under_a_premise_is_decided(statement: str) -> None:
    assert truth_of(statement, n=n, a=a) is TOLD[statement]
