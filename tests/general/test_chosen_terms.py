"""Tests of vectors that are chosen for vectors, and of numbers and vectors that are chosen for
functions, sets, matrices and random variables.
"""

from __future__ import annotations

import pytest

from probatum import functions, integers, matrices, noise, operators, random, reals, sets, vectors
from probatum.decide.deciding import decide
from probatum.decide.in_general import chosen_terms
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import authored, truth_of

n = integers("n")
a, b, c, p, q, s, t, L, mu = reals("a b c p q s t L mu")
v, w, r = vectors("v w r")
NAMES = {"a": a, "b": b, "c": c, "p": p, "q": q, "s": s, "t": t, "L": L, "mu": mu, "n": n}
NAMES |= {"v": v, "w": w, "r": r, "A": matrices("A", eigenvalues_in=(mu, L)), "C": sets("C")}
NAMES |= {"f": functions("f", convex=True, smooth=L), "g": functions("g", smooth=L)}
NAMES |= {"h": functions("h", smooth=L, strongly=mu), "X": random("X"), "k": functions("k", convex=True)}
NAMES |= {"B": random("B", bernoulli=p), "e": noise("e", spread=s**2), "Y": random("Y", of=n)}
NAMES |= {"T": operators("T", nonexpansive=True)}
(NAMES["U"], NAMES["V"]) = random("U V", independent=False)
POSITIVE = "norm(v) > 0, norm(w) > 0"
CURVED = "0 < mu, mu < L"
NEARER = "E((U - a - b*V)**2) <= E((U - p - q*V)**2)"
LOWER = "g(v - a*gradient(g, v))"
MARKOV = "Exists(a, then=ForAll(t, given=t > 0, then=P(X >= t) <= a/t))"
ALONG = "Implies(Ne(w, 0), And(Eq(a, 1), Eq(norm(r), 1), Eq(dot(r, w), norm(w))))"
IN_TWO_CASES = f"ForAll(v, then=Exists(a, then=ForAll(w, then=Exists(r, then=And({ALONG}, Implies(Eq(w, 0), Eq(a, {{}})))))))"

TRUE = [
    "ForAll(v, then=Exists(w, then=Eq(v + w, 0)))",
    "ForAll(v, then=Exists(w, then=And(Eq(norm(w), 1), Eq(dot(v, w), norm(v)))))",  # any w where v = 0
    "ForAll(v, then=Exists(w, given=norm(w) <= 1, then=Eq(dot(v, w), norm(v))))",
    "ForAll((v, w), then=Exists(r, then=Eq(norm(v - r), norm(w - r))))",  # in the middle
    f"ForAll((v, w), given=And({POSITIVE}, Eq(dot(v, w), 0)), then=Exists(r, then=And(dot(v, r) > 0, dot(w, r) > 0)))",
    "Exists(v, then=ForAll(w, then=Eq(dot(v, w), 0)))",
    "Exists(v, given=norm(v) > 0, then=ForAll(w, then=dot(v, w) <= norm(w)))",
    f"ForAll((g, v, L), given=norm(gradient(g, v)) > 0, then=Exists(a, given=a > 0, then={LOWER} < g(v)))",
    "ForAll((f, v, L), then=Exists(w, then=f(w) <= f(v) - norm(gradient(f, v))**2/(2*L)))",
    f"ForAll((h, L, mu), given=And({CURVED}), then=Exists(v, then=ForAll(w, then=h(v) <= h(w))))",
    "ForAll((C, v), then=Exists(w, given=member(C, w), then=ForAll(r, given=member(C, r), then=norm(v - w) <= norm(v - r))))",
    "ForAll((A, v, mu, L), given=And(mu > 0, norm(v) > 0), then=Exists(a, given=a > 0, then=norm(v - a*A @ v) < norm(v)))",
    "ForAll(X, then=Exists(c, then=ForAll(a, then=E((X - c)**2) <= E((X - a)**2))))",
    "ForAll((U, V), then=Exists((a, b), then=And(Eq(E(U - a - b*V), 0), Eq(Cov(U - a - b*V, V), 0))))",
    "ForAll(X, given=Var(X) > 0, then=Exists((a, b), then=And(Eq(E(a*X + b), 0), Eq(Var(a*X + b), 1))))",
    "ForAll(X, given=E(X**2) > 0, then=Exists(a, then=Eq(E((a*X)**2), 1)))",
    "ForAll((e, v, s), then=Exists(w, then=E(norm(w + e)) >= norm(v)))",
    f"ForAll(X, given=And(X >= 0, E(X) >= 0), then={MARKOV})",
    f"ForAll(X, given=And(X >= 0, E(X**2) >= 0), then={MARKOV})",
    f"ForAll(X, given=And(X >= 0, E(Abs(X - 1)) >= 0), then={MARKOV})",
    f"ForAll((X, b), given=And(X >= 0, X <= b), then={MARKOV})",
    IN_TWO_CASES.format(1),
]
FALSE = [
    "ForAll(v, then=Exists(w, given=norm(w) <= 1, then=dot(v, w) > norm(v)))",
    "ForAll(v, then=Exists(w, then=And(Eq(dot(v, w), 0), norm(w) > 0)))",  # there is none on a line
    f"ForAll((v, w), given=And({POSITIVE}), then=Exists(r, then=And(dot(v, r) > 0, dot(w, r) > 0)))",
    f"ForAll((v, w), given=And({POSITIVE}), then=Exists(r, given=norm(r) > 0, then=And(Eq(dot(v, r), 0), Eq(dot(w, r), 0))))",
    "ForAll((v, w), then=Exists(r, then=And(norm(v - r) < norm(v - w), norm(w - r) < norm(v - w))))",  # v = w
    "Exists(v, given=norm(v) > 0, then=ForAll(w, then=Eq(dot(v, w), 0)))",
    "Exists(v, given=norm(v) > 1, then=ForAll(w, then=dot(v, w) <= norm(w)))",
    f"ForAll((g, v, L), then=Exists(a, given=a > 0, then={LOWER} < g(v)))",
    f"ForAll((g, v, L), then=Exists(a, given=a > 1, then={LOWER} <= g(v)))",
    "ForAll((f, v, L), then=Exists(w, then=f(w) <= f(v) - norm(gradient(f, v))**2/L))",
    f"ForAll((h, L, mu), given=And({CURVED}), then=Exists(v, then=ForAll(w, then=h(v) < h(w))))",
    "ForAll((T, v), then=Exists(w, then=norm(T(v) - T(w)) > norm(v - w)))",
    "ForAll((A, v, mu, L), then=Exists(a, given=a > 0, then=norm(v - a*A @ v) <= norm(v)))",
    "ForAll(X, then=Exists(c, given=c > 0, then=ForAll(a, then=E((X - c)**2) <= E((X - a)**2))))",
    f"ForAll((U, V), given=Var(V) > 0, then=Exists((a, b), given=b >= 0, then=ForAll((p, q), then={NEARER})))",
    "ForAll(X, then=Exists((a, b), then=And(Eq(E(a*X + b), 0), Eq(Var(a*X + b), 1))))",
    "ForAll(X, then=Exists(a, then=E(exp(a*X)) < 1))",
    "ForAll((B, p), then=Exists((a, b), then=And(Eq(E(a*B + b), 0), Eq(Var(a*B + b), 1))))",
    "ForAll(X, given=X >= 0, then=Exists(t, given=And(t > 0, t < 1), then=P(X >= t) <= Rational(1, 2)))",
]
OPEN = [
    "ForAll(k, then=Exists(v, then=ForAll(w, then=k(v) <= k(w))))",  # as the exponential has none
    "ForAll((h, L, mu), then=Exists(v, then=ForAll(w, then=h(v) <= h(w))))",  # mu may be zero
    "ForAll((v, w), given=norm(w) > 0, then=Exists(r, then=Eq(dot(v, w)/norm(r), 0)))",
    "ForAll((v, w), then=Exists(r, then=Eq(dot(v, r)/norm(w), 0)))",
    "ForAll((e, v, s), then=Exists(w, then=E(norm(w + e)**2) <= 0))",
    # False, where X has no mean: of 1/U**2 with U even on [0, 1] that probability is 1/sqrt(t).
    f"ForAll(X, given=X >= 0, then={MARKOV})",
    f"ForAll(X, given=And(X >= 0, E(exp(-X)) > 0), then={MARKOV})",
    f"ForAll((U, V), given=And(U >= 0, E(U * V) > 0), then={MARKOV.replace('X', 'U')})",
]


@pytest.mark.parametrize("source", TRUE)
def test_there_is_such_a_choice(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_there_is_none(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", OPEN)
def test_what_is_not_known_to_be_there_stays_open(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.UNDECIDED


def test_what_is_chosen_before_a_case_is_known_is_the_same_in_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = IN_TWO_CASES.format(2)
    assert truth_of(source, **NAMES) is Truth.FALSE
    monkeypatch.setattr(chosen_terms, "_defied", lambda *_: ())
    assert truth_of(source, **NAMES) is Truth.UNDECIDED


def test_a_number_that_is_chosen_is_shown() -> None:
    source = f"ForAll((g, v, L), then=Exists(a, given=a > 0, then={LOWER} <= g(v)))"
    found = decide(authored(source, **NAMES), thorough=False)
    shown = next(each.counterexample for each in found.decisions if each.counterexample)
    assert shown.values == (("a", 1 / L),)


@pytest.mark.parametrize(
    "source",
    [
        "ForAll(v, then=Exists(X, then=E(X) >= norm(v)))",
        "ForAll((f, v), then=Exists(L, then=f(v) <= L))",  # of which the class of f speaks
    ],
)
def test_nothing_else_is_chosen(source: str) -> None:
    with pytest.raises(DefinitionError):
        truth_of(source, **NAMES)
