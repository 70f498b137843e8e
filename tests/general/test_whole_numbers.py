"""Tests of integers beside vectors, functions and what is random: what breaks a statement is an integer
where its author says so.
"""

from __future__ import annotations

import pytest

from probatum import functions, integers, random, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

x, y = vectors("x y")
L, mu = reals("L mu")
n = integers("n")
f, X = functions("f", smooth=L, strongly=mu), random("X")
c = functions("c", convex=True, smooth=n)
NAMES = {"x": x, "y": y, "L": L, "mu": mu, "n": n, "f": f, "X": X, "c": c}
STEP = "f(x - n/L*gradient(f, x))"

TRUE = [
    "ForAll((x, n), given=n >= 1, then=n*norm(x) >= norm(x))",
    "ForAll((x, n), then=n**2*norm(x) >= n*norm(x))",
    "ForAll((x, n), given=Ne(n, 1), then=n**2*norm(x) >= 2*n*norm(x))",
    "ForAll((x, n), given=norm(x) > 0, then=Ne(2*n*norm(x), norm(x)))",
    f"ForAll((f, x, n, L, mu), given=And(0 < mu, mu < L, n >= 0, n <= 2), then={STEP} <= f(x))",
    "ForAll((X, n), then=n**2*E(X**2) >= n*E(X**2))",
]
FALSE = [
    ("ForAll((x, n), given=n >= 0, then=n*norm(x) >= norm(x))", 0),
    ("ForAll((x, n), then=n**2*norm(x) >= 2*n*norm(x))", 1),
    ("ForAll((x, y, n), given=n >= 0, then=norm(x + n*y) >= norm(x))", 1),
    ("ForAll((X, n), given=n >= 0, then=n*E(X**2) >= E(X**2))", 0),
]


@pytest.mark.parametrize("source", TRUE)
def test_it_follows(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize(("source", "number"), FALSE)
def test_it_does_not_at_an_integer(source: str, number: int) -> None:
    broken = decide(authored(source, **NAMES), thorough=False)
    shown = dict(next(each.counterexample.values for each in broken.decisions if each.counterexample))
    assert broken.truth is Truth.FALSE
    assert shown["n"] == number


def test_an_integer_that_is_a_constant_of_a_class_stays_one() -> None:
    source = "ForAll((c, x, y, n), then=norm(gradient(c, x) - gradient(c, y)) <= n**2*norm(x - y)/2)"
    assert truth_of(source, **NAMES) is not Truth.TRUE
