"""Tests of expectations: of variables by their moments, of sums of any number of copies, of random vectors; and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Rational

from probatum import (
    Cov,
    E,
    Eq,
    ForAll,
    P,
    Var,
    average,
    features,
    functions,
    gradient,
    integers,
    minimizer,
    noise,
    norm,
    random,
    reals,
    total,
    vectors,
)
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.spelling.prose import check_latex
from tests.each import each
from tests.made import finding_of

m, s, p, t, a, c = reals("m s p t a c")
n = integers("n")
v = features("v", of=n)
X = random("X")
C = random("C", of=n, mean=m, variance=s**2)
B = random("B", bernoulli=p)
W, Z = random("W Z", independent=True, of=n, mean=0, variance=s**2)
Q, R = random("Q R", independent=True)
U, V = random("U V", independent=False)
S = random("S", symmetric=True)
COPIES: dict[str, Any] = {"given": n >= 2}
CHANCE: dict[str, Any] = {"given": And(p > 0, p <= 1)}
x, y = vectors("x y")
L, mu = reals("L mu")
e = noise("e", spread=s**2)
h = functions("h", convex=True)


def noisy_step(share: int, limit: Any) -> ForAll:
    """A gradient step with noise on the gradient."""
    f = functions("f", smooth=L, strongly=mu)
    best, end = minimizer(f), x - a * (gradient(f, x) + e)
    bound = (1 - a * mu) ** 2 * norm(x - best) ** 2 + share * a**2 * s**2
    given = And(mu > 0, mu < L, a > 0, a <= limit / L)
    return ForAll((f, e, x, L, mu, a, s), given=given, then=E(norm(end - best) ** 2) <= bound)


TRUE = [
    ForAll((X, t), then=Eq(E((X - t) ** 2), Var(X) + (E(X) - t) ** 2)),
    ForAll((C, n, m, s), **COPIES, then=Eq(E(total((C - average(C)) ** 2)), (n - 1) * s**2)),
    ForAll((C, n, m, s), **COPIES, then=Eq(Var(total(C)), n * s**2)),
    ForAll((C, n, m, s), **COPIES, then=Eq(Var(average(C)), s**2 / n)),
    ForAll((B, p, c), **CHANCE, then=Eq(E(B * c / p), c)),
    ForAll((B, p, c), **CHANCE, then=Eq(Var(B * c / p), c**2 * (1 - p) / p)),
    ForAll((W, Z, n, s), **COPIES, then=Eq(Var(total(W * Z)), n * s**4)),
    ForAll((U, V), then=Cov(U, V) ** 2 <= Var(U) * Var(V)),
    ForAll((U, V), then=Var(U + V) <= 2 * Var(U) + 2 * Var(V)),
    ForAll((Q, R), then=Eq(Var(Q + R), Var(Q) + Var(R))),
    ForAll(X, then=E(X) ** 2 <= E(X**2)),
    ForAll(X, then=E(X**2) ** 2 <= E(X**4)),
    ForAll(S, then=Eq(E(S**3), 0)),
    noisy_step(1, 1),
]
FALSE = [
    ForAll((X, t), then=Eq(E((X - t) ** 2), Var(X) - (E(X) - t) ** 2)),
    ForAll((C, n, m, s), **COPIES, then=Eq(E(total((C - average(C)) ** 2)), n * s**2)),
    ForAll((C, n, m, s), **COPIES, then=Eq(Var(total(C)), n**2 * s**2)),
    ForAll((C, n, m, s), **COPIES, then=Eq(Var(average(C)), s**2 / n**2)),
    ForAll((B, p, c), **CHANCE, then=Eq(E(B * c / p), c / p)),
    ForAll((B, p, c), **CHANCE, then=Eq(Var(B * c / p), c**2 * (1 - p) * p)),
    ForAll((W, Z, n, s), **COPIES, then=Eq(Var(total(W * Z)), n * s**2)),
    ForAll((U, V), then=Var(U + V) <= Var(U) + Var(V)),
    ForAll((U, V), then=Eq(Var(U + V), Var(U) + Var(V))),
    ForAll((Q, R), then=Eq(Var(Q * R), Var(Q) * Var(R))),
    ForAll(X, then=E(X) ** 2 < E(X**2)),
    ForAll(X, then=E(X**4) <= E(X**2) ** 2),
    ForAll(X, then=Eq(E(X**3), 0)),
    noisy_step(0, 1),
    noisy_step(1, Rational(21, 10)),
]


@pytest.mark.parametrize("statement", TRUE, ids=map(str, range(len(TRUE))))
def test_it_is_proved(statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert (decided.truth, bool(decided.agreeing)) == (Truth.TRUE, True)
    assert all("expectation is linear" in decision.reason for decision in each(decided.decisions))


@pytest.mark.parametrize("statement", FALSE, ids=map(str, range(len(FALSE))))
def test_the_false_one_is_refuted(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.FALSE


def test_expectations_read_as_they_are_written() -> None:
    statement = TRUE[1]
    check_latex(latex_of(statement), "statement")
    assert r"\mathbb{E}\left[\sum_{i} " in latex_of(statement)
    assert sentence_of(statement) == (
        "For all integer n and real m, s and random variables C of which there are n independent copies with mean m and variance s²"
        " with n ≥ 2: E[Σ((C - Σ(C)/n)²)] = s²·(n - 1)."
    )


def test_a_claim_about_an_expectation_holds_and_its_factor_is_exact() -> None:
    def unbiased(factor=n - 1):  # type: ignore[no-untyped-def]
        return ForAll((C, n, m, s), given=And(n >= 2, s > 0), then=Eq(E(total((C - average(C)) ** 2)), factor * s**2))

    finding = finding_of(unbiased)
    assert finding["verdict"] == "holds", finding["reason"]
    assert [control["turned"] for control in finding["controls"]] == [True, True]


REFUSED = [
    (lambda: E(t), "E: got t, in which nothing is random"),
    (lambda: random("X Y"), "random: got 'X Y' without independent=, wanted independent=True, or independent=False"),
    (lambda: random("X", bernoulli=p, mean=m), "random: got bernoulli= beside mean=, variance= or symmetric=, wanted it alone"),
    (lambda: random("X", symmetric=True, mean=m), "random: got symmetric=True beside mean=, wanted one of them"),
    (lambda: total(X), "total: got X, wanted a term in random variables that all have of=n with one n"),
    (lambda: E(x + e), "E: got the vector"),
    (lambda: random(""), "random: got '', wanted names split by blanks"),
    (lambda: noise("", spread=1), "noise: got '', wanted names split by blanks"),
    (lambda: noise(3, spread=1), "noise: got 3, wanted names split by blanks"),
]


@pytest.mark.parametrize(("write", "words"), REFUSED, ids=[words[:30] for _, words in REFUSED])
def test_what_says_too_little_is_refused(write: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        write()
    assert str(caught.value).startswith(words)


LATE = [
    (ForAll((X, U, V), then=Eq(E(X * U), E(X) * E(U))), "got U V and X multiplied, of which nobody says how they depend"),
    (ForAll(X, then=X <= 1), "got X outside of E(...)"),
    (ForAll((v, n), then=v <= 1), "got v outside of total(...), wanted it in a sum"),
    (ForAll(random("features"), then=random("features") <= 1), "got features outside of E(...), wanted it in an expectation"),
    (ForAll((C, n, m, s), then=E(C) <= m), "got C outside of total(...)"),
    (ForAll((C, n, m, s), then=E(abs(total(C)) * total(C**2)) >= 1), "E: got a function of Σ(C), wanted a polynomial in what is random"),
    (ForAll((e, x, s), then=norm(x + e) <= 1), "got the random vector e outside of E(...)"),
    (ForAll((e, x, s), then=Var(norm(x + e)) <= 1), "got Var["),
    (ForAll((h, X, x), then=E(h(x + X**2 * x)) >= h(x)), "got x times X**2 + 1, wanted it times random numbers that are added"),
    (ForAll((h, X, x), then=E(X * h(x + X * x)) >= h(x)), "E: got X*h(X*x + x), wanted random numbers as factors of vectors"),
    (ForAll((h, Q, x), then=h(x + Q * x) >= h(x)), "got Q outside of E(...)"),
    (ForAll((h, S, x), then=E(h(x + S * x)) >= h(x)), "got a function of a class beside a vector times S, of which more is known"),
    (ForAll((h, X, x, y), then=E(h(x + X * x) + h(x + X * y)) >= 0), "got X times x and times y, wanted it times multiples of one vector"),
    (ForAll((h, X, x), then=P(X >= 0) <= E(h(x + X * x))), "got P[X ≥ 0] beside functions of a class at random points"),
    (ForAll((e, x, s), then=E(norm(x + e) ** 3) <= 1), "E: got ‖e + x‖**3, wanted sums of norms and inner products of random vectors"),
]


@pytest.mark.parametrize(("statement", "words"), LATE, ids=[words[:30] for _, words in LATE])
def test_what_no_moments_are_known_of_is_refused_when_it_is_decided(statement: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        decide(statement)
    assert str(caught.value).startswith(words)
