"""Tests that the constants of a class of operators are at least zero where an operator on the line is tried."""

from __future__ import annotations

import pytest

from probatum import operators, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

mu, L = reals("mu L")
v, w = vectors("v w")
S = operators("S", strongly_monotone=mu)
NAMES = {"mu": mu, "L": L, "v": v, "w": w, "S": S, "B": operators("B", strongly_monotone=mu, lipschitz=L)}
ROWS = {
    "ForAll((S, v, w, mu), then=norm(S(S(v)) - S(S(w))) >= mu**2 * norm(v - w))": True,
    "ForAll((S, v, w, mu), then=norm(S(v) - S(w)) >= Abs(mu) * norm(v - w))": True,
    "ForAll((B, v, w, mu, L), then=norm(B(B(v)) - B(B(w))) >= mu**2 * norm(v - w))": True,
    "ForAll((B, v, w, mu, L), then=norm(B(B(v)) - B(B(w))) >= mu * L * norm(v - w))": False,
    "ForAll((S, v, w, mu), then=norm(S(S(v)) - S(S(w))) >= mu * norm(v - w))": False,
}


@pytest.mark.parametrize("written", ROWS)
def test_no_constant_below_zero_is_tried(written: str) -> None:
    assert truth_of(written, **NAMES) is (Truth.TRUE if ROWS[written] else Truth.FALSE)
