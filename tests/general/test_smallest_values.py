"""Tests of smooth functions that need not be convex beside a point where they are smallest."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

L, a = reals("L a")
x, y = vectors("x y")
mu = reals("mu")
f, steep = functions("f", smooth=L), functions("p", smooth=L, polyak=mu)
NAMES = {
    "f": f,
    "p": steep,
    "mu": mu,
    "lowest": minimizer(steep),
    "x": x,
    "y": y,
    "L": L,
    "a": a,
    "best": minimizer(f),
    "slope": gradient(f, x),
}
HEIGHT = "f(x) - f(best)"

TRUE = [
    f"ForAll((f, x, L), then=norm(slope)**2 <= 2*L*({HEIGHT}))",
    f"ForAll((f, x, L), then={HEIGHT} <= L/2*norm(x - best)**2)",
    f"ForAll((f, x, L), given=Eq({HEIGHT}, 0), then=Eq(slope, 0))",
    f"ForAll((f, x, L), given={HEIGHT} > 0, then=Ne(x, best))",
    f"ForAll((f, x, a, L), given=And(a > 0, a*L <= 1), then=f(x - a*slope) - f(best) <= {HEIGHT} - a/2*norm(slope)**2)",
    "ForAll((f, x, y, L), given=And(Eq(f(x), f(best)), Eq(f(y), f(best))), then=f((x + y)/2) - f(best) <= L/8*norm(x - y)**2)",
    "ForAll((p, x, L, mu), given=mu > L, then=Eq(p(x), p(lowest)))",  # which a constant function is
    "ForAll((p, x, L, mu), given=And(mu > 0, Eq(gradient(p, x), 0)), then=Eq(p(x), p(lowest)))",
]
FALSE = [
    f"ForAll((f, x, L), then=norm(slope)**2 <= 199*L/100*({HEIGHT}))",
    f"ForAll((f, x, L), then={HEIGHT} <= 49*L/100*norm(x - best)**2)",
    f"ForAll((f, x, L), given=Eq(slope, 0), then=Eq({HEIGHT}, 0))",
    f"ForAll((f, x, L), given={HEIGHT} > 0, then=Ne(slope, 0))",
    f"ForAll((f, x, L), then={HEIGHT} <= dot(slope, x - best))",
    "ForAll((f, x, y, L), given=Eq(f(best), 0), then=dot(slope - gradient(f, y), x - y) >= 0)",
    "ForAll((f, x, y, L), given=And(Eq(f(x), f(best)), Eq(f(y), f(best))), then=Eq(f((x + y)/2), f(best)))",
    "ForAll((p, x, L, mu), given=mu >= L, then=Eq(p(x), p(lowest)))",
    "ForAll((p, x, L, mu), given=And(0 < mu, mu < L, Eq(gradient(p, x), 0)), then=Eq(x, lowest))",
    "ForAll((p, x, L, mu), given=mu > L, then=Eq(x, lowest))",
    "ForAll((p, x, L, mu), given=mu > 0, then=norm(gradient(p, x)) > 0)",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_holds_above_the_smallest_value(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
