"""Tests of smooth functions that need not be convex beside a point where they are smallest."""

from __future__ import annotations

import pytest

from probatum import functions, gradient, minimizer, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

L, a = reals("L a")
x, y = vectors("x y")
f = functions("f", smooth=L)
NAMES = {"f": f, "x": x, "y": y, "L": L, "a": a, "best": minimizer(f), "slope": gradient(f, x)}
HEIGHT = "f(x) - f(best)"

TRUE = [
    f"ForAll((f, x, L), then=norm(slope)**2 <= 2*L*({HEIGHT}))",
    f"ForAll((f, x, L), then={HEIGHT} <= L/2*norm(x - best)**2)",
    f"ForAll((f, x, L), given=Eq({HEIGHT}, 0), then=Eq(slope, 0))",
    f"ForAll((f, x, L), given={HEIGHT} > 0, then=Ne(x, best))",
    f"ForAll((f, x, a, L), given=And(a > 0, a*L <= 1), then=f(x - a*slope) - f(best) <= {HEIGHT} - a/2*norm(slope)**2)",
    "ForAll((f, x, y, L), given=And(Eq(f(x), f(best)), Eq(f(y), f(best))), then=f((x + y)/2) - f(best) <= L/8*norm(x - y)**2)",
]
FALSE = [
    f"ForAll((f, x, L), then=norm(slope)**2 <= 199*L/100*({HEIGHT}))",
    f"ForAll((f, x, L), then={HEIGHT} <= 49*L/100*norm(x - best)**2)",
    f"ForAll((f, x, L), given=Eq(slope, 0), then=Eq({HEIGHT}, 0))",
    f"ForAll((f, x, L), given={HEIGHT} > 0, then=Ne(slope, 0))",
    f"ForAll((f, x, L), then={HEIGHT} <= dot(slope, x - best))",
    "ForAll((f, x, y, L), given=Eq(f(best), 0), then=dot(slope - gradient(f, y), x - y) >= 0)",
    "ForAll((f, x, y, L), given=And(Eq(f(x), f(best)), Eq(f(y), f(best))), then=Eq(f((x + y)/2), f(best)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_holds_above_the_smallest_value(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
