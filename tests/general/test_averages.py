"""Tests of what must be defined where averages are spoken of, as it was written: under them at every outcome, beside them at all
moments.
"""

from __future__ import annotations

import pytest

from probatum import features, integers, random, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError
from tests.authored import authored, truth_of

m, s = reals("m s")
n = integers("n")
X, Y = random("X Y", independent=False)
D = random("D", mean=m, variance=s**2, of=n)
B = random("B", bernoulli=m)
x, w = features("x w", of=n)
NAMES = {"m": m, "s": s, "n": n, "X": X, "Y": Y, "D": D, "B": B, "x": x, "w": w}

UNDEFINED = [
    "ForAll(X, given=Var(X) > 0, then=Eq(E(X / X), 1))",
    "ForAll(X, then=Eq(E(X) / E(X), 1))",
    "ForAll(X, then=Eq(E(X / X), 1))",
    "ForAll(X, then=Eq(E(X**2 / X), E(X)))",
    "ForAll(X, then=Eq(E(sqrt(X) ** 2), E(X)))",
    "ForAll(X, given=X >= 0, then=Eq(E(exp(log(X))), E(X)))",
    "ForAll((X, m), then=Eq(E(X) * m / m, E(X)))",
    "ForAll((X, m), given=m >= 0, then=Eq(Var(X / m) * m**2, Var(X)))",
    "ForAll(X, given=Var(X) >= 0, then=E((X - E(X)) ** 2) / Var(X) >= 1)",
    "ForAll((B, m), given=And(0 <= m, m <= 1), then=Eq(E(B / m), 1))",
    "ForAll((B, m), given=And(0 <= m, m <= 1), then=Eq(E((1 - B) ** 2 / (1 - B)), 1 - m))",
    "ForAll((B, m), given=And(0 <= m, m <= 1), then=Eq(E(B**2 / B), m))",
    "ForAll((D, n, m, s), given=s >= 0, then=Eq(Var((average(D) - m) / s), 1 / n))",
    "ForAll((X, m), given=X >= 0, then=Eq(m * P(X >= m) / m, P(X >= m)))",
    "ForAll((X, m), given=And(m > 0, Eq(E(sin(X)), m)), then=Eq(E(X) * (E(cos(X)) - m) / (E(cos(X)) - m), E(X)))",
    "ForAll((x, n), then=Eq(total(x) / total(x), 1))",
    "ForAll((x, n), given=x >= 0, then=Eq(total(x / x), n))",
    "ForAll((x, w, n), given=w >= 0, then=Eq(total(w * x) / total(w) * total(w), total(w * x)))",
]
TRUE = [
    "ForAll(X, given=Eq(E(X / X), 1), then=E(X**2) > 0)",
    "ForAll(X, given=E(X) > 0, then=Eq(E(X) / E(X), 1))",
    "ForAll(X, given=X > 0, then=Eq(E(X / X), 1))",
    "ForAll(X, given=X > 0, then=Eq(E(X**2 / X), E(X)))",
    "ForAll(X, given=X >= 0, then=Eq(E(sqrt(X) ** 2), E(X)))",
    "ForAll(X, given=X >= 1, then=Eq(E(exp(log(X))), E(X)))",
    "ForAll((X, m), given=m > 0, then=Eq(E(X) * m / m, E(X)))",
    "ForAll(X, given=Var(X) > 0, then=E((X - E(X)) ** 4) / Var(X) ** 2 >= 1)",
    "ForAll((B, m), given=And(0 < m, m <= 1), then=Eq(E(B / m), 1))",
    "ForAll((B, m), given=And(0 <= m, m <= 1), then=Eq(E((2 - B) ** 2 / (2 - B)), 2 - m))",
    "ForAll((X, m, s), given=And(m > 0, X >= 0), then=Eq(E(s * X * (X + m) / (X + m)), s * E(X)))",
    "ForAll((D, n, m, s), given=s > 0, then=Eq(Var((average(D) - m) / s), 1 / n))",
    "ForAll((x, n), given=x > 0, then=Eq(total(x / x), n))",
    "ForAll((x, w, n), given=w > 0, then=Eq(total(w * x) / total(w) * total(w), total(w * x)))",
    "ForAll(X, given=E(X) * E(X) / E(X) >= 0, then=E(X) > 0)",
    "ForAll((X, m), given=Eq(E(X * m / m), 1), then=m**2 > 0)",
    "Exists(X, then=Eq(E(X) / E(X), 1))",
    "Exists((X, m), given=m >= 0, then=Eq(E(X) * m / m, 1))",
]
FALSE = [
    "ForAll(X, given=Eq(E(X) / E(X), 1), then=Gt(E(X), 0))",
    "ForAll(X, given=Var(X) > 0, then=E((X - E(X)) ** 4) / Var(X) ** 2 > 1)",
    "Exists(X, then=Eq(E(X) / E(X), 2))",
]
OPEN = [
    "ForAll(X, given=E(log(X)) > 0, then=E(X) > 0)",
    "ForAll(X, then=Eq(E(X) * (E(exp(X)) - 2 - E(X)) / (E(exp(X)) - 2 - E(X)), E(X)))",
    "ForAll((X, Y), then=Eq(E(X / (Y - E(Y)) * (Y - E(Y))), E(X)))",
]


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_cancels_must_be_defined(source: str) -> None:
    assert truth_of(source, **NAMES) is None


def test_the_case_is_named() -> None:
    with pytest.raises(UndefinedError, match=r"m = 0.*: needs m ≠ 0$"):
        decide(authored("ForAll((X, m), then=Eq(E(X) * m / m, E(X)))", **NAMES), thorough=False)


@pytest.mark.parametrize("source", TRUE)
def test_where_it_is_defined_it_is_true(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_its_twin_is_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", OPEN)
def test_what_nobody_can_tell_is_open(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.UNDECIDED
