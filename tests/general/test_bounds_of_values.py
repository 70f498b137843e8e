"""Tests of what bounds of all values say of the numbers that bound them, and of means of inverses: Kantorovich, Cassels, Popoviciu."""

from __future__ import annotations

import pytest

from probatum import features, integers, random, reals
from probatum.decision import Truth
from tests.authored import truth_of

a, b = reals("a b")
n = integers("n")
X = random("X")
x, w = features("x w", of=n)
NAMES = {"a": a, "b": b, "n": n, "X": X, "x": x, "w": w}
BOUNDED, WEIGHTED = "given=And(0 < a, a <= X, X <= b)", "given=And(0 < a, a <= x, x <= b, w >= 0, Eq(total(w), 1))"
INDEXED = "given=And(0 < a, a <= x, x <= b)"

TRUE = [
    f"ForAll((X, a, b), {BOUNDED}, then=E(X)*E(1/X) <= (a + b)**2/(4*a*b))",
    f"ForAll((X, a, b), {BOUNDED}, then=E(X**2) <= (a + b)**2/(4*a*b)*E(X)**2)",
    f"ForAll((X, a, b), {BOUNDED}, then=E(X)/b <= 1)",
    "ForAll((X, a, b), given=And(a <= X, X <= b), then=a <= b)",
    "ForAll((X, b), given=Abs(X) <= b, then=b >= 0)",
    "ForAll((X, b), given=X**2 <= b, then=b >= 0)",
    "ForAll((X, b), given=Abs(X) < b, then=Var(X)/b <= b)",
    f"ForAll((x, a, b, n), {INDEXED}, then=average(x)*average(1/x) <= (a + b)**2/(4*a*b))",
    f"ForAll((x, a, b, n), {INDEXED}, then=total(x)**2 >= 4*a*b/(a + b)**2*n*total(x**2))",
    f"ForAll((x, w, a, b, n), {WEIGHTED}, then=total(w*x)*total(w/x) <= (a + b)**2/(4*a*b))",
    "ForAll((x, b, n), given=And(x > 0, x <= b), then=average(x**2)/b <= average(x))",
]
FALSE = [
    f"ForAll((X, a, b), {BOUNDED}, then=E(X)*E(1/X) <= (a + b)**2/(5*a*b))",
    f"ForAll((X, a, b), {BOUNDED}, then=E(X**2) <= (a + b)**2/(5*a*b)*E(X)**2)",
    "ForAll((X, a, b), given=And(a <= X, X <= b), then=a < b)",
    "ForAll((X, b), given=Abs(X) <= b, then=b > 0)",
    f"ForAll((x, a, b, n), {INDEXED}, then=average(x)*average(1/x) <= (a + b)**2/(5*a*b))",
    f"ForAll((x, w, a, b, n), {WEIGHTED}, then=total(w*x)*total(w/x) <= 99*(a + b)**2/(400*a*b))",
]
UNDEFINED = [
    "ForAll((X, a, b), given=And(0 <= a, a <= X, X <= b), then=E(X**2) <= (a + b)**2/(4*a*b)*E(X)**2)",
    "ForAll((X, b), given=Abs(X) <= b, then=Var(X)/b <= b)",
    "ForAll((x, b, n), given=Abs(x) <= b, then=average(x**2)/b <= b)",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_lies_between_bounds_is_bounded(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_a_bound_that_may_be_zero_divides_nothing(source: str) -> None:
    assert truth_of(source, **NAMES) is None


def test_bounds_without_a_value_between_them_are_about_nothing() -> None:
    assert truth_of("ForAll((X, a), given=And(a + 1 <= X, X <= a), then=E(X) >= 7)", **NAMES) is not Truth.TRUE
