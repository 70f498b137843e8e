"""Tests of functions that rise everywhere, of remainders of real numbers, and of sums of products, with false twins."""

from __future__ import annotations

import pytest

from probatum import features, integers, reals
from probatum.decision import Truth
from tests.authored import truth_of

n = integers("n")
x, y = reals("x y")
u, v, w = features("u v w", of=n)
NAMES = {"x": x, "y": y, "n": n, "u": u, "v": v, "w": w}
TRUE = [
    "ForAll((x, y), given=x < y, then=atan(x) < atan(y))",
    "ForAll((x, y), given=Eq(atan(x), atan(y)), then=Eq(x, y))",
    "ForAll((x, y), given=asinh(x) < asinh(y), then=x < y)",
    "ForAll(x, then=And(-1 < erf(x), erf(x) < 1))",
    "ForAll(x, given=Ne(x, 0), then=atan(x) / x < 1)",
    "ForAll(x, then=Abs(atan(x)) < Rational(11, 7))",
    "ForAll(x, then=And(0 <= Mod(x, 3), Mod(x, 3) < 3))",
    "ForAll(x, then=Eq(Mod(x, 1), x - floor(x)))",
    "ForAll(x, then=Mod(x, -2) <= 0)",
    "ForAll(n, then=Eq(floor(n / 2) + ceiling(n / 2), n))",
    "ForAll((u, n), then=total(u**4) <= total(u**2)**2)",
    "ForAll((u, v, n), given=And(u >= 0, v >= 0), then=total(u * v) <= total(u) * total(v))",
    "ForAll((u, n), given=u >= 0, then=total(u**3) <= total(u) * total(u**2))",
    "ForAll((w, u, n), given=And(w >= 0, Eq(total(w), 1)), then=total(w * u**2) <= total(u**2))",
    "ForAll(x, then=Lt(10 * exp(-((x - 100)**2)), 11))",
]
FALSE = [
    "ForAll((x, y), given=x < y, then=atan(x) > atan(y))",
    "ForAll(x, then=Abs(erf(x)) < Rational(99, 100))",
    "ForAll(x, then=Mod(x, 1) < Rational(99, 100))",
    "ForAll(x, then=Mod(x, -2) >= 0)",
    "ForAll(n, then=Eq(floor(n / 2) + ceiling(n / 2), n + 1))",
    "ForAll((u, n), then=total(u**2) <= total(u)**2)",
    "ForAll((u, n), given=u > 0, then=total(u**2) < total(u)**2)",
    "ForAll((u, n), given=u >= 0, then=2 * total(u**2) <= total(u)**2)",
    "ForAll(x, given=x > 0, then=sin(1 / x) < 1)",
    "ForAll(x, then=Lt(10 * exp(-((x - 100)**2)), 9))",
]


@pytest.mark.parametrize("source", TRUE)
def test_it_is_decided(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_is_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
