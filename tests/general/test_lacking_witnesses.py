"""Tests of proximal points and inverses that are chosen where they are not there: that is no witness."""

from __future__ import annotations

import pytest

from probatum import functions, matrices, noise, operators, random, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

s, t, mu, L = reals("s t mu L")
v = vectors("v")
g = functions("g", convex=True)
q, o = functions("q", quadratic=True, convex=True), functions("o", smooth=L, strongly=L)
A = operators("A", monotone=True)
H = matrices("H", eigenvalues_in=(mu, L))
e, W = noise("e", spread=t**2), random("W")
NAMES = {"s": s, "t": t, "mu": mu, "L": L, "v": v, "g": g, "q": q, "o": o, "A": A, "H": H, "e": e, "W": W}
ROWS = {
    "Exists((g, v, s), then=And(s < 0, norm(proximal(g, s, v) - v) <= 1))": False,
    "Exists((g, v, s), then=And(s < 0, Not(norm(proximal(g, s, v) - v) <= 1)))": False,
    "Exists((q, v, s), then=And(s < 0, norm(proximal(q, s, v) - v) <= 1))": False,
    "Exists((o, v, s, L), then=And(s < 0, norm(proximal(o, s, v) - v) <= 1))": False,
    "Exists((A, v, s), then=And(s < 0, norm(resolvent(A, s, v) - v) <= 1))": False,
    "Exists((H, v, mu, L), then=And(mu < 0, L > 0, norm(inverse(H, v)) <= 1))": False,
    "Exists((q, v, s), then=And(Eq(0 * norm(proximal(q, s, v)), 0), s < 0))": False,
    "Exists((o, v, s, L), then=And(Eq(0 * norm(proximal(o, s, v)), 0), s < 0))": False,
    "Exists((g, v, s, t), then=And(Eq(0 * norm(proximal(g, s, v)), 0), s < 0, norm(proximal(g, t, v)) <= 1))": False,
    "Exists((g, v, s, t), then=And(Eq(0 * norm(proximal(g, s, v)), 0), s > 0, norm(proximal(g, t, v)) <= 1))": True,
    "Exists((q, e, v, s, t), then=And(Eq(0 * norm(proximal(q, s, v)), 0), s < 0, E(norm(v + e) ** 2) >= 0))": False,
    "Exists((q, e, v, s, t), then=And(Eq(0 * norm(proximal(q, s, v)), 0), s > 0, E(norm(v + e) ** 2) >= 0))": True,
    "Exists((o, W, v, s, L), then=And(Eq(0 * norm(proximal(o, s, v)), 0), s < 0, E(norm(v * W) ** 2) >= 0))": False,
    "Exists((o, W, v, s, L), then=And(Eq(0 * (o(v) / s), 0), Eq(s, 0), E(norm(v * W) ** 2) >= 0))": False,
    "Exists((o, W, v, s, L), then=And(Eq(0 * (o(v) / s), 0), Eq(s, 1), E(norm(v * W) ** 2) >= 0))": True,
    "Exists((o, W, v, L), then=And(Eq(0 * (o(v) / E(W)), 0), Eq(E(W), 0), E(norm(v * W) ** 2) >= 0))": False,
    "Exists((g, v, s), then=And(s > 0, norm(proximal(g, s, v) - v) <= 1))": True,
    "Exists((g, v, s), then=Or(s < 0, norm(proximal(g, s, v) - v) <= 1))": True,
    "Exists((q, v, s), then=Or(s < 0, And(s > 0, norm(proximal(q, s, v)) > 1)))": True,
    "Exists((H, v, mu, L), then=Or(And(mu < 0, L > 0), norm(inverse(H, v)) <= 1))": True,
}


@pytest.mark.parametrize("written", ROWS)
def test_what_is_not_there_is_no_witness(written: str) -> None:
    assert truth_of(written, **NAMES) is (Truth.TRUE if ROWS[written] else Truth.FALSE)
