"""Tests of hypotheses that contradict one another: by what the others prove of one of them, for numbers of any kind."""

from __future__ import annotations

import pytest

from probatum import features, integers, matrices, random, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

p, mu, L = reals("p mu L")
Q, R = random("Q R", independent=True)
U, V = random("U V", independent=False)
NAMES = {
    "U": U, "V": V, "Q": Q, "R": R,
    "n": integers("n"), "p": p, "mu": mu, "L": L, "X": random("X"), "B": random("B", bernoulli=p), "v": vectors("v"),
    "A": matrices("A", eigenvalues_in=(mu, L)), "k": integers("k"), "q": features("q", of=integers("n")),
    "Y": random("Y", mean=mu), "D": random("D", of=integers("n")), "C": random("C", of=integers("n"), mean=mu),
}  # fmt: skip
VACUOUS = [
    "ForAll(X, given=And(X >= E(X), Var(X) > 0), then=E(X**2) >= 0)",
    "ForAll(n, given=And(Eq(Mod(n, 2), 0), Eq(Mod(n, 2), 1)), then=n > 5)",
    "ForAll(n, given=Eq(Mod(n, 4), 5), then=n > 5)",
    "ForAll(n, given=And(n >= 0, factorial(n) < 1), then=n > 5)",
    "ForAll(X, given=And(X >= 0, E(X) < 0), then=E(X) > 5)",
    "ForAll(X, given=And(X >= 0, X <= 1, Var(X) > Rational(1, 4)), then=E(X) > 5)",
    "ForAll((B, p), given=p > 1, then=E(B) > 5)",
    "ForAll(X, given=And(Eq(X**2, 1), Eq(E(X), 2)), then=E(X) > 0)",
    "ForAll(X, given=And(Abs(X) <= 1, E(X) > 1), then=E(X) >= 0)",
    "ForAll((A, v, mu, L), given=mu > L, then=dot(v, A @ v) > 5)",
    "ForAll((Y, mu), given=And(Y >= 0, mu < 0), then=mu >= 0)",
    "ForAll(X, given=And(Abs(X) <= 1, Var(X) > 1), then=E(X) > 5)",
    "ForAll((U, V), given=And(Eq(U + V, 0), Var(U) > Var(V)), then=E(U) > 5)",
    "ForAll((D, n), given=And(D >= 0, E(total(D)) < 0), then=E(total(D)) > 5)",
    "ForAll((C, n, mu), given=And(C >= 0, mu < 0), then=E(total(C)) >= 0)",
    "ForAll(X, given=X > E(X), then=E(X**2) >= 0)",
    "ForAll((Q, R), given=And(Eq(Q, R), Var(Q) > 0), then=Var(Q) >= 1)",
    "ForAll((q, n), given=And(q > 0, total(q) * total(1 / q) < n**2), then=n >= 1)",
]
FALSE = [
    "ForAll(n, given=And(Eq(Mod(n, 2), 0), Eq(Mod(n, 3), 1)), then=n > 5)",
    "ForAll(n, given=Eq(Mod(n, 6), 5), then=n > 5)",
    "ForAll(X, given=And(X >= 0, E(X) <= 0), then=E(X) > 5)",
    "ForAll((B, p), given=p >= 1, then=E(B) > 5)",
    "ForAll((Y, mu), given=And(Y >= 0, mu <= 0), then=E(Y) > 5)",
    "ForAll(X, given=And(Abs(X) <= 1, Var(X) >= 1), then=E(X) > 5)",
    "ForAll((U, V), given=And(Eq(U + V, 0), Var(U) >= Var(V)), then=E(U) > 5)",
    "ForAll((D, n), given=And(D >= 0, E(total(D)) <= 0), then=E(total(D)) > 5)",
]
MULTIPLES = [
    ("ForAll(n, then=Exists(k, then=Or(Eq(n, 3 * k), Eq(n, 3 * k + 1), Eq(n, 3 * k + 2))))", Truth.TRUE),
    ("ForAll(n, then=Exists(k, then=Or(Eq(n, 3 * k), Eq(n, 3 * k + 1))))", Truth.FALSE),
    ("ForAll(n, given=Eq(Mod(n, 6), 1), then=ForAll(k, then=And(Ne(n, 2 * k), Ne(n, 3 * k))))", Truth.TRUE),
    ("ForAll(n, given=Eq(Mod(n, 4), 1), then=ForAll(k, then=And(Ne(n, 2 * k), Ne(n, 3 * k))))", Truth.FALSE),
    ("ForAll(n, given=n >= 25, then=factorial(n) > 10**n)", Truth.TRUE),
    ("ForAll(n, given=n >= 24, then=factorial(n) > 10**n)", Truth.FALSE),
]

MET = [
    "ForAll(X, given=And(X >= 0, Eq(E(exp(X)), 2)), then=E(X) >= 0)",
    "ForAll((q, n), given=And(q >= 0, Eq(average(q), 3), n >= 7), then=average(q**2) >= 9)",
    "ForAll((q, n), given=Eq(average(exp(q)), 3), then=average(q) <= log(3))",
]
NOT_KNOWN = [
    "ForAll(X, given=Eq(sin(X), 2), then=E(X**2) >= 0)",
]


@pytest.mark.parametrize("source", MET)
def test_what_some_numbers_meet_is_true(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", NOT_KNOWN)
def test_what_nobody_knows_a_case_of_is_not_true(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.UNDECIDED


@pytest.mark.parametrize("source", VACUOUS)
def test_what_contradicts_itself_is_about_nothing(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.VACUOUS


@pytest.mark.parametrize("source", FALSE)
def test_what_admits_a_case_is_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize(("source", "truth"), MULTIPLES)
def test_several_multiples_and_factorials_far_out(source: str, truth: Truth) -> None:
    assert truth_of(source, **NAMES) is truth
