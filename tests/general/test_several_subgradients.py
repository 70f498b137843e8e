"""Tests of points at which a function has several subgradients: the ends of proximal steps may be one
point without the starts being one, as at the kink of |x|.
"""

from __future__ import annotations

import pytest

from probatum import functions, operators, reals, sets, vectors
from probatum.decision import Truth
from tests.authored import truth_of

x, y, z = vectors("x y z")
a, b, t, L, M = reals("a b t L M")
h, bounded = functions("h", convex=True), functions("k", convex=True, lipschitz=M)
smooth = functions("f", convex=True, smooth=L)
A, C = operators("A", monotone=True), sets("C")
NAMES = {"x": x, "y": y, "z": z, "a": a, "b": b, "t": t, "L": L, "M": M}
NAMES |= {"h": h, "k": bounded, "f": smooth, "A": A, "C": C}

SAME_END = "And(a > 0, Eq(proximal({0}, a, x), proximal({0}, a, y)))"
AT_BEST = "And(a > 0, Eq(proximal({0}, a, x), minimizer({0})))"
TRUE = [
    f"ForAll((f, x, y, a, L), given={SAME_END.format('f')}, then=Eq(x, y))",
    f"ForAll((f, x, a, L), given={AT_BEST.format('f')}, then=Eq(x, minimizer(f)))",
    f"ForAll((k, x, y, a, M), given={SAME_END.format('k')}, then=norm(x - y) <= 2*a*M)",
    f"ForAll((h, x, y, a), given={SAME_END.format('h')}, then=Eq(h(proximal(h, a, x)), h(proximal(h, a, y))))",
    "ForAll((C, x, y, t), given=And(Eq(projection(C, x), projection(C, y)), 0 <= t, t <= 1), "
    "then=Eq(projection(C, t*x + (1 - t)*y), projection(C, x)))",
    "ForAll((h, x, y), given=Eq(x, y), then=Eq(gradient(h, x), gradient(h, y)))",
    "ForAll((h, x, y, a), given=And(a > 0, Eq(proximal(h, a, x), y), Eq(gradient(h, y), 0)), then=Eq(x, y))",
    "ForAll((A, x, y, a), given=And(a > 0, Eq(resolvent(A, a, x), y)), then=Eq(A(y), (x - y)/a))",
]
FALSE = [
    f"ForAll((h, x, y, a), given={SAME_END.format('h')}, then=Eq(x, y))",
    f"ForAll((h, x, a), given={AT_BEST.format('h')}, then=Eq(x, minimizer(h)))",
    f"ForAll((k, x, y, a, M), given={SAME_END.format('k')}, then=norm(x - y) <= Rational(199, 100)*a*M)",
    f"ForAll((h, x, y, a), given={SAME_END.format('h')}, then=Eq(h(x), h(y)))",
    "ForAll((h, x, y, z, a), given=And(a > 0, Eq(proximal(h, a, x), z), Eq(proximal(h, a, y), z)), then=Eq(x, y))",
    "ForAll((h, x, a, b), given=And(0 < a, a < b, Eq(proximal(h, a, x), proximal(h, b, x))), then=Eq(x, proximal(h, a, x)))",
    "ForAll((C, x, y), given=Eq(projection(C, x), projection(C, y)), then=Eq(x, y))",
    "ForAll((A, x, y, a), given=And(a > 0, Eq(resolvent(A, a, x), resolvent(A, a, y))), then=Eq(x, y))",
    "ForAll((A, x, a), given=And(a > 0, Eq(resolvent(A, a, x), zero_of(A))), then=Eq(x, zero_of(A)))",
]
ONE_GRADIENT = [  # of which a statement speaks: no counterexample has two of them at one point
    "ForAll((h, x, y), given=norm(x - y) <= 0, then=Eq(gradient(h, x), gradient(h, y)))",
    "ForAll((A, x, y), given=norm(x - y) <= 0, then=Eq(A(x), A(y)))",
    "ForAll((h, x, y, a), given=And(a > 0, norm(proximal(h, a, x) - y) <= 0, Eq(gradient(h, y), 0)), then=Eq(x, y))",
]


@pytest.mark.parametrize("source", TRUE)
def test_it_follows(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_it_does_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", ONE_GRADIENT)
def test_what_is_spoken_of_is_one(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.FALSE
