"""Tests of what is defined at each outcome that has a chance, by what is known of means, variances, symmetry and the values that are
drawn from.
"""

from __future__ import annotations

import pytest

from probatum import integers, random, reals
from probatum.decision import Truth
from tests.authored import truth_of

a, c, p, s = reals("a c p s")
k, n = integers("k n")
X, Z = random("X"), random("Z", symmetric=True)
B = random("B", bernoulli=p)
M, W = random("M", mean=a, variance=c), random("W", mean=0, variance=1)
O = random("O", mean=0, variance=0)  # noqa: E741 -- it is zero
D = random("D", of=n, drawn_from=k, mean=a, variance=s**2)
G = random("G", of=n, mean=a, variance=s**2)
C = random("C", of=n, correlation=c, mean=a, variance=s**2)
NAMES = dict(zip("acpsknXZBMWODGC", (a, c, p, s, k, n, X, Z, B, M, W, O, D, G, C), strict=True))

TRUE = [
    "ForAll(Z, given=Z <= 1, then=E(log(2 + Z)) <= log(2))",
    "ForAll(Z, given=Z < 1, then=E(log(1 + Z)) <= 0)",
    "ForAll(X, given=And(X >= 0, E(X) <= 0), then=E(sqrt(1 - X)) <= 1)",
]
NEVER_WITHOUT_A_VALUE = [
    "ForAll(O, then=Eq(E(1/(1 - O)), 1))",
    "ForAll((M, a, c), given=And(a > 0, Eq(c, 0)), then=E(1/M) >= 1/a)",
    "ForAll((M, a, c), given=And(M >= 0, Eq(a, 0)), then=Eq(E(1/(M - 1)), -1))",
    "ForAll((M, a, c), given=And(M >= 0, a <= 0), then=E(sqrt(1 - M)) <= 1)",
    "ForAll(W, given=Abs(W) <= 1, then=Eq(E(1/W), 0))",
    "ForAll((B, p), given=Eq(p, 1), then=Eq(E(1/B), 1))",
    "ForAll((G, n, a, s), given=And(Eq(s, 0), a > 0), then=Eq(E(average(1/G)), 1/a))",
    "ForAll((C, n, c, a, s), given=And(Eq(s, 0), a > 0), then=Eq(E(average(1/C)), 1/a))",
    "ForAll((D, n, k, a, s), given=And(Eq(k, 1), a > 0), then=Eq(E(average(1/D)), 1/a))",
    "ForAll((D, n, k, a, s), given=And(k <= 2, a > Abs(s)), then=E(average(1/D)) >= 1/a)",
]
UNDEFINED = [
    "ForAll((M, a, c), given=And(a > 0, c >= 0), then=E(1/M) >= 1/a)",
    "ForAll((M, a, c), given=And(M >= 0, a > 0), then=E(1/M) >= 1/a)",
    "ForAll((M, a, c), given=And(M >= 0, a <= 1), then=E(1/(M - 2)) <= 5)",
    "ForAll(W, given=Abs(W) <= 2, then=Eq(E(1/W), 0))",
    "ForAll(O, then=Eq(E(1/O), 0))",
    "ForAll(Z, given=Z <= 2, then=E(log(2 + Z)) <= log(2))",
    "ForAll(X, given=And(X >= 0, E(X) <= 1), then=E(sqrt(1 - X)) <= 1)",
    "ForAll(X, given=E(X) >= 0, then=E(sqrt(X)) <= sqrt(E(X)))",
    "ForAll((B, p), given=p >= Rational(1, 2), then=Eq(E(1/B), 1))",
    "ForAll((G, n, a, s), given=G >= 0, then=E(average(1/G)) >= 1/a)",
    "ForAll((C, n, c, a, s), given=a > 0, then=Eq(E(average(1/C)), 1/a))",
    "ForAll((D, n, k, a, s), given=And(k <= 3, a > Abs(s)), then=E(average(1/D)) >= 1/a)",
]
OF_FEW_VALUES = [  # of two, their third and fourth powers are those of the deviation
    "ForAll((D, n, k, a, s), given=Eq(k, 2), then=Eq(E(average((D - a)**3)), 0))",
    "ForAll((D, n, k, a, s), given=Eq(k, 2), then=Eq(E(average((D - a)**4)), s**4))",
    "ForAll((D, n, k, a, s), given=k <= 3, then=E(average((D - a)**4)) <= 2*s**4)",
    "ForAll((D, n, k, a, s), then=E(average((D - a)**4)) <= k*s**4)",
]


@pytest.mark.parametrize("source", TRUE)
def test_a_value_of_no_chance_is_none(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", NEVER_WITHOUT_A_VALUE)
def test_what_has_no_chance_is_not_called_an_outcome(source: str) -> None:
    assert truth_of(source, **NAMES) in (Truth.TRUE, Truth.UNDECIDED)


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_has_a_chance_is(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize("source", OF_FEW_VALUES)
def test_higher_moments_of_draws_are_not_free(source: str) -> None:
    assert truth_of(source, **NAMES) in (Truth.TRUE, Truth.UNDECIDED)


def test_higher_moments_of_copies_are() -> None:
    source = "ForAll((G, n, a, s), then=E(average((G - a)**4)) <= 2*s**4)"
    assert truth_of(source, **NAMES) is Truth.FALSE
