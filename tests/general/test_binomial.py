"""Tests of how likely a number of n independent zeros and ones is, near the ends and anywhere."""

from __future__ import annotations

import pytest

from probatum import integers, random, reals
from probatum.decision import Truth
from tests.authored import truth_of

n, k = integers("n k")
p = reals("p")
NAMES = {"n": n, "k": k, "p": p, "B": random("B", of=n, bernoulli=p)}
ONE, NONE = "n*p*(1 - p)**(n - 1)", "(1 - p)**n"
ANY = "ForAll((B, n, p, k), given={}, then=Eq(P(Eq(total(B), k)), binomial(n, k)*{}))"

TRUE = [
    f"ForAll((B, n, p), then=Eq(P(Eq(total(B), 1)), {ONE}))",
    f"ForAll((B, n, p), then=Eq(P(Ne(total(B), 1)), 1 - {ONE}))",
    f"ForAll((B, n, p), then=Eq(P(total(B) >= 2), 1 - {NONE} - {ONE}))",
    f"ForAll((B, n, p), then=Eq(P(total(B) > 1), 1 - {NONE} - {ONE}))",
    f"ForAll((B, n, p), then=Eq(P(total(B) <= 1), {NONE} + {ONE}))",
    f"ForAll((B, n, p), then=Eq(P(total(B) < 2), {NONE} + {ONE}))",
    f"ForAll((B, n, p), given=n >= 2, then=Eq(P(average(B) > 1/n), 1 - {NONE} - {ONE}))",
    "ForAll((B, n, p), given=n >= 2, then=Eq(P(Eq(total(B), 2)), n*(n - 1)/2*p**2*(1 - p)**(n - 2)))",
    "ForAll((B, n, p), then=Eq(P(Eq(total(B), n - 1)), n*p**(n - 1)*(1 - p)))",
    "ForAll((B, n, p), then=Eq(P(total(B) < n - 1), 1 - p**n - n*p**(n - 1)*(1 - p)))",
    ANY.format("And(0 <= k, k <= n)", "p**k*(1 - p)**(n - k)"),
]
FALSE = [
    "ForAll((B, n, p), then=Eq(P(Eq(total(B), 1)), p*(1 - p)**(n - 1)))",
    f"ForAll((B, n, p), then=Eq(P(total(B) >= 1), 1 - {NONE} - {ONE}))",
    f"ForAll((B, n, p), then=Eq(P(total(B) < 1), {NONE} + {ONE}))",
    "ForAll((B, n, p), given=n >= 2, then=Eq(P(Eq(total(B), 2)), n**2/2*p**2*(1 - p)**(n - 2)))",
    "ForAll((B, n, p), then=Eq(P(Eq(total(B), n - 1)), n*p*(1 - p)**(n - 1)))",
    "ForAll((B, n, p), given=n >= 2, then=P(total(B) >= 2) <= n*p**2/2)",
    ANY.format("And(0 <= k, k <= n)", "p**(n - k)*(1 - p)**k"),
]
UNDEFINED = [
    ANY.format("0 <= k", "p**k*(1 - p)**(n - k)"),  # 0 to a negative power where k > n and p = 1
    "ForAll((B, n, p), then=Eq(P(Eq(total(B), 2)), n*(n - 1)/2*p**2*(1 - p)**(n - 2)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_it_is_as_likely_as_said(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_it_is_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_a_term_needs_as_many_copies(source: str) -> None:
    assert truth_of(source, **NAMES) is None
