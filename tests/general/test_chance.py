"""Tests of what is averaged outcome by outcome: Jensen, Markov, conditional means, draws, equal correlation, functions at random points."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sympy import Abs, And, Eq, Max, Min, Ne, Or, Rational, exp, log, sqrt

from probatum import (
    Cov,
    E,
    ForAll,
    P,
    Var,
    average,
    dot,
    functions,
    gradient,
    integers,
    member,
    noise,
    norm,
    projection,
    random,
    reals,
    sets,
    total,
    vectors,
)
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.spelling.prose import check_latex
from tests.each import each

m, s, t, r, low, high, a, L, mu, v = reals("m s t r low high a L mu v")
n, N = integers("n N")
X, S = random("X"), random("S", symmetric=True)
Y = random("Y", mean=m, variance=s**2)
U, V = random("U V", independent=False)
Q, R = random("Q R", independent=True)
D = random("D", of=n, drawn_from=N, mean=m, variance=s**2)
ANY, ABOUT = random("A", of=n, drawn_from=N), random("O", of=n, drawn_from=N, mean=m)
C = random("C", of=n, correlation=r, mean=m, variance=s**2)
WITHIN = And(low <= X, high >= X)
x = vectors("x")
e, w = noise("e", spread=s**2), noise("w", spread=v)
f, g = functions("f", smooth=L, strongly=mu), functions("g", smooth=L)
h, k = functions("h", convex=True), functions("k", convex=True, smooth=L)
K = sets("K")
SHORT = And(a > 0, a <= 1 / L)
BETWEEN = And(t >= 0, t <= 1)
END = x - a * (gradient(g, x) + e)
DESCENT = g(x) - a * (1 - L * a / 2) * norm(gradient(g, x)) ** 2


def for_x(then: Any, given: Any = X > 0) -> ForAll:
    """A statement about one positive random variable, unless something else is supposed."""
    return ForAll(X, given=given, then=then)


def about_draws(then: Any, least: int = 2) -> ForAll:
    """A statement about draws without replacement."""
    return ForAll((D, n, N, m, s), given=And(N >= 2, least <= N), then=then)


def about_correlated(then: Any, given: Any = n >= 2) -> ForAll:
    """A statement about equally correlated copies."""
    return ForAll((C, n, r, m, s), given=given, then=then)


def about_step(then: Any) -> ForAll:
    """A statement about a short gradient step with noise."""
    return ForAll((g, e, x, L, a, s), given=SHORT, then=then)


SHARE = E(X) ** 2 / E(X**2)
ONE = random("Z", mean=0, variance=1)


TRUE = {
    "Cantelli": ForAll((Y, m, s, t), given=t > 0, then=P(Y - m >= t) <= s**2 / (s**2 + t**2)),
    "the second moment method": ForAll(X, given=E(X) > 0, then=P(Eq(X, 0)) <= Var(X) / (Var(X) + E(X) ** 2)),
    "the chance of one value": ForAll((X, t), then=P(Eq(X, t)) * (E(X) - t) ** 2 <= Var(X)),
    "the chance of no other": ForAll((X, t), then=P(Ne(X, t)) * E((X - t) ** 2) >= (E(X) - t) ** 2),
    "Cantelli, from below": ForAll((X, t), given=t > 0, then=P(E(X) - t < X) >= t**2 / (Var(X) + t**2)),
    "Paley and Zygmund": for_x(P(E(X) / 2 <= X) >= SHARE / 4, And(X >= 0, E(X) > 0)),
    "Chebyshev in numbers": ForAll(ONE, then=P(Abs(ONE) < 2) >= Rational(3, 4)),
    "independent events": ForAll((Q, R, t), then=Eq(1 - P(Or(t <= Q, t <= R)), P(t > Q) * P(t > R))),
    "a union": ForAll((U, V, t), then=P(Or(t <= U, t <= V)) <= P(t <= U) + P(t <= V)),
    "Bonferroni": ForAll((U, V, t), then=P(And(t <= U, t <= V)) >= P(t <= U) + P(t <= V) - 1),
    "a harmonic mean": for_x(1 / E(1 / X) <= E(X)),
    "Jensen, exponential": ForAll(X, then=exp(E(X)) <= E(exp(X))),
    "Jensen, logarithm": for_x(E(log(X)) <= log(E(X))),
    "Jensen, root, zero admitted": for_x(E(sqrt(X)) <= sqrt(E(X)), X >= 0),
    "Jensen, reciprocal": for_x(E(1 / X) >= 1 / E(X)),
    "Jensen, x log x": for_x(E(X * log(X)) >= E(X) * log(E(X))),
    "Jensen, absolute value": ForAll(X, then=Abs(E(X)) <= E(Abs(X))),
    "Jensen, any convex function of vectors": ForAll((h, w, x, v), then=h(x) <= E(h(x + w))),
    "Jensen, any convex function of numbers": ForAll((h, X), then=h(E(X)) <= E(h(X))),
    "towards the mean": ForAll((h, X, t), given=BETWEEN, then=E(h(t * X + (1 - t) * E(X))) <= t * E(h(X)) + (1 - t) * h(E(X))),
    "a convex function is at most so much larger": ForAll((k, X, L), then=E(k(X)) <= k(E(X)) + L / 2 * Var(X)),
    "squared mean of an absolute value": ForAll(X, then=E(Abs(X)) ** 2 <= E(X**2)),
    "Markov": ForAll((X, t), given=And(X >= 0, t > 0), then=P(t <= X) <= E(X) / t),
    "Chebyshev": ForAll((Y, m, s, t), given=t > 0, then=P(Abs(Y - m) >= t) <= s**2 / t**2),
    "probabilities add up": ForAll((X, t), then=Eq(P(t <= X) + P(t > X), 1)),
    "half of a symmetric one": ForAll(S, then=Eq(E(Max(S, 0) ** 2), E(S**2) / 2)),
    "Popoviciu": ForAll((X, low, high), given=WITHIN, then=Var(X) <= (high - low) ** 2 / 4),
    "Bhatia and Davis": ForAll((X, low, high), given=WITHIN, then=Var(X) <= (high - E(X)) * (E(X) - low)),
    "triangle inequality": ForAll((U, V), then=E(Abs(U + V)) <= E(Abs(U)) + E(Abs(V))),
    "mean of a maximum": ForAll((U, V), then=E(Max(U, V)) >= Max(E(U), E(V))),
    "mean of a minimum": ForAll((U, V), then=E(Min(U, V)) <= Min(E(U), E(V))),
    "monotone": ForAll((U, V), given=U >= V, then=E(U) >= E(V)),
    "independent": ForAll((Q, R), then=Eq(E(Abs(Q * R)), E(Abs(Q)) * E(Abs(R)))),
    "total expectation": ForAll((U, V), then=Eq(E(U), E(E(U, given=V)))),
    "total variance": ForAll((U, V), then=Eq(Var(U), E(Var(U, given=V)) + Var(E(U, given=V)))),
    "a mean given something varies less": ForAll((U, V), then=Var(E(U, given=V)) <= Var(U)),
    "covariance with what is given": ForAll((U, V), then=Eq(Cov(U, V), Cov(E(U, given=V), V))),
    "draws: variance": about_draws(Eq(Var(average(D)), s**2 / n * (N - n) / (N - 1))),
    "draws: at most as of copies": about_draws(Var(average(D)) <= s**2 / n),
    "draws: squared deviations": about_draws(Eq(E(total((D - average(D)) ** 2)), (n - 1) * s**2 * N / (N - 1))),
    "correlated: variance": about_correlated(Eq(Var(total(C)), n * s**2 * (1 + (n - 1) * r))),
    "correlated: at least": about_correlated(r >= -1 / (n - 1)),
    "correlated: averaging does no harm": about_correlated(Var(average(C)) <= s**2),
    "draws from one value": ForAll((D, n, N, m, s), given=Eq(N, 1), then=Eq(E(total(D**2)), n * m**2)),
    "a mean and that of the reciprocal": for_x(E(X) * E(1 / X) >= 1),
    "the best guess": ForAll((U, V), then=E((U - E(U, given=V)) ** 2) <= E((U - V) ** 2)),
    "what is left is uncorrelated": ForAll((U, V), then=Eq(E((U - E(U, given=V)) * V), 0)),
    "signs": for_x(Eq(E(X**4), 1), Eq(X**2, 1)),
    "a gradient at a random point": ForAll((k, w, x, v, L), then=E(dot(w, gradient(k, x + w))) <= L * v),
    "monotone gradients": ForAll((h, w, x, v), then=E(dot(w, gradient(h, x + w))) >= 0),
    "descent in value": about_step(E(g(END)) <= DESCENT + L * a**2 * s**2 / 2),
    "strongly convex, at a random point": ForAll(
        (f, w, x, v, L, mu), given=And(mu > 0, mu < L), then=E(f(x + w)) >= f(x) + mu / 2 * E(norm(w) ** 2)
    ),
    "projection of noise": ForAll((K, e, x, s), given=member(K, x), then=E(norm(projection(K, x + e) - x) ** 2) <= s**2),
    "one value alone, drawn": ForAll((ANY, n, N), given=Eq(N, 1), then=Eq(E(total(ANY**2)), E(total(ANY)) ** 2)),
    "one value alone that is known": ForAll((ABOUT, n, N, m), given=N < 2, then=Eq(E(total(ABOUT**2)), m**2)),
}
FALSE = {
    "one value or two, drawn": ForAll((ANY, n, N), given=N <= 2, then=Eq(n * E(total(ANY**2)), E(total(ANY)) ** 2)),
    "one value or two about a known mean": ForAll((ABOUT, n, N, m), given=N < 3, then=Eq(E(total(ABOUT**2)), n * m**2)),
    "the second moment method, by little": ForAll(X, given=E(X) > 0, then=P(Eq(X, 0)) * E(X**2) <= Rational(99, 100) * Var(X)),
    "the chance of one value, by little": ForAll((X, t), then=P(Eq(X, t)) * (E(X) - t) ** 2 <= Rational(99, 100) * Var(X)),
    "the chance of no other, by little": ForAll((X, t), then=P(Ne(X, t)) * E((X - t) ** 2) >= Rational(101, 100) * (E(X) - t) ** 2),
    "half of Cantelli": ForAll((Y, m, s, t), given=t > 0, then=P(Y - m >= t) <= s**2 / (2 * s**2 + t**2)),
    "half of Paley and Zygmund": for_x(P(E(X) / 2 <= X) >= SHARE / 2, And(X >= 0, E(X) > 0)),
    "Chebyshev in numbers, a little less": ForAll(ONE, then=P(Abs(ONE) >= 2) <= Rational(24, 100)),
    "independent events, added": ForAll((Q, R, t), then=Eq(P(Or(t <= Q, t <= R)), P(t <= Q) + P(t <= R))),
    "dependent events, multiplied": ForAll((U, V, t), then=Eq(P(And(t <= U, t <= V)), P(t <= U) * P(t <= V))),
    "a harmonic mean, doubled": for_x(2 / E(1 / X) <= E(X)),
    "Jensen turned round": ForAll(X, then=exp(E(X)) >= E(exp(X))),
    "Jensen without spread": ForAll(X, then=exp(E(X)) < E(exp(X))),
    "a concave function": for_x(E(log(X)) >= log(E(X))),
    "a reciprocal": for_x(E(1 / X) <= 1 / E(X)),
    "a cube": ForAll(X, then=E(X**3) >= E(X) ** 3),
    "no convex function": ForAll((g, X, L), then=g(E(X)) <= E(g(X))),
    "any convex function, turned round": ForAll((h, X), then=h(E(X)) >= E(h(X))),
    "Markov without a sign": ForAll((X, t), given=t > 0, then=P(t <= X) <= E(X) / t),
    "half of Markov": ForAll((X, t), given=And(X >= 0, t > 0), then=P(t <= X) <= E(X) / (2 * t)),
    "half of Chebyshev": ForAll((Y, m, s, t), given=t > 0, then=P(Abs(Y - m) >= t) <= s**2 / (2 * t**2)),
    "half of any": ForAll(X, then=Eq(E(Max(X, 0) ** 2), E(X**2) / 2)),
    "all of a symmetric one": ForAll(S, then=Eq(E(Max(S, 0) ** 2), E(S**2))),
    "a fifth": ForAll((X, low, high), given=WITHIN, then=Var(X) <= (high - low) ** 2 / 5),
    "up to two": ForAll(X, given=And(X >= 0, X <= 2), then=E(X**2) <= E(X)),
    "dependent": ForAll((U, V), then=Eq(E(Abs(U * V)), E(Abs(U)) * E(Abs(V)))),
    "a sixth moment": ForAll(X, then=E(X**6) <= E(X**4)),
    "mixed fourth moments": ForAll((U, V), then=E(U**2 * V**2) <= E(U**4)),
    "total variance without its second term": ForAll((U, V), then=Eq(Var(U), E(Var(U, given=V)))),
    "total variance without its first term": ForAll((U, V), then=Eq(Var(U), Var(E(U, given=V)))),
    "half the variance": ForAll((U, V), then=Var(E(U, given=V)) <= Var(U) / 2),
    "draws: one value too many": about_draws(Eq(Var(average(D)), s**2 / n * (N - n) / N)),
    "a reciprocal of a mean": for_x(E(X) * E(1 / X) > 1),
    "draws as copies, squared": about_draws(Eq(E(total(D) ** 2), n * s**2 + n**2 * m**2)),
    "what is left and the variable": ForAll((U, V), then=Eq(E((U - E(U, given=V)) * U), 0)),
    "one sign": for_x(Eq(E(X), 1), Eq(X**2, 1)),
    "draws as copies": about_draws(Eq(Var(average(D)), s**2 / n)),
    "correlated: squared": about_correlated(Eq(Var(total(C)), n**2 * s**2)),
    "correlated: any three": about_correlated(r >= -1 / n, n >= 3),
    "correlated as independent": about_correlated(Var(average(C)) <= s**2 / n),
    "a gradient at a random point, half": ForAll((k, w, x, v, L), then=E(dot(w, gradient(k, x + w))) <= L * v / 2),
    "no noise": about_step(E(g(END)) <= DESCENT),
    "a third of the noise": about_step(E(g(END)) <= DESCENT + L * a**2 * s**2 / 3),
    "half the noise": ForAll((K, e, x, s), given=member(K, x), then=E(norm(projection(K, x + e) - x) ** 2) <= s**2 / 2),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_proved(name: str) -> None:
    decided = decide(TRUE[name], thorough=False)
    assert (decided.truth, bool(decided.agreeing)) == (Truth.TRUE, True)


@pytest.mark.parametrize("name", FALSE)
def test_the_false_one_is_refuted(name: str) -> None:
    decided = decide(FALSE[name], thorough=False)
    assert (decided.truth, bool(decided.counterexample and decided.counterexample.values)) == (Truth.FALSE, True)


def test_a_counterexample_is_a_distribution() -> None:
    shown = decide(FALSE["half of Markov"], thorough=False).counterexample
    assert shown is not None
    assert (
        dict(shown.values) == {"t": 1, "P(X = 0)": 0, "P(X = 1)": 1}
        or sum(value for name, value in shown.values if name.startswith("P(")) == 1
    )
    assert shown.shows.startswith("The left side is ")


def test_what_is_drawn_from_is_shown() -> None:
    shown = decide(FALSE["draws as copies"], thorough=False).counterexample
    assert shown is not None
    assert {name for name, _ in shown.values} == {"n", "N", "m", "s"}
    assert re.fullmatch(r"One of the \d+ values is \S+, each other one \S+\.", shown.shows)


def test_noise_in_a_counterexample_is_said_to_be_a_coin() -> None:
    shown = decide(FALSE["no noise"], thorough=False).counterexample
    assert shown is not None
    assert shown.shows.endswith("for noise that is one vector or its opposite with equal probability.")


def test_they_read_as_they_are_written() -> None:
    for statement in each([TRUE["Markov"], TRUE["total variance"], TRUE["draws: variance"], TRUE["correlated: variance"]]):
        check_latex(latex_of(statement), "statement")
    assert sentence_of(TRUE["Markov"]).endswith("P[X ≥ t] ≤ E[X]/t.")
    assert "draws without replacement" in sentence_of(TRUE["draws: variance"])
    assert r"\mathbb{E}\left[U \mid V\right]" in latex_of(TRUE["total expectation"])


def test_what_is_averaged_must_be_defined_at_each_outcome() -> None:
    with pytest.raises(UndefinedError, match=r"admit an outcome at which the proposition is undefined: X = .*: needs X > 0"):
        decide(ForAll(X, then=E(log(X)) <= E(X)))


def test_moments_that_no_distribution_may_have_refute_nothing() -> None:
    p = reals("p")
    coins = random("B", of=n, bernoulli=p, correlation=r)
    assert decide(ForAll((coins, n, p, r), then=Var(total(coins)) <= n * p * (1 - p)), thorough=False).truth is Truth.UNDECIDED


def test_variables_of_one_name_and_different_kinds_are_kept_apart() -> None:
    for kind in each([{}, {"drawn_from": N}, {"correlation": r}, {}]):
        copies = random("C", of=n, mean=m, variance=s**2, **kind)
        apart = ForAll((copies, n, N, r, m, s), given=And(n >= 2, n <= N), then=Eq(Var(total(copies)), n * s**2))
        assert decide(apart, thorough=False).truth is (Truth.FALSE if kind else Truth.TRUE)


REFUSED = [
    (lambda: P(X), "P: got X, wanted a relation of something random, such as X >= t"),
    (lambda: P(t > 1), "P: got t > 1, wanted a relation of something random"),
    (lambda: E(U, given=t), "E: got given=t, wanted one random variable"),
    (lambda: random("X", drawn_from=N), "random: got drawn_from= for 'X', wanted it for one name with of=n"),
    (lambda: random("X Y", independent=True, of=n, correlation=r), "random: got correlation= for 'X Y', wanted it for one name with of=n"),
    (lambda: random("X", of=n, drawn_from=N, correlation=r), "random: got drawn_from= beside correlation=, wanted one of them"),
]


@pytest.mark.parametrize(("write", "words"), REFUSED, ids=[words[:40] for _, words in REFUSED])
def test_what_says_too_little_is_refused(write: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        write()
    assert str(caught.value).startswith(words)


LATE = [
    (ForAll((Q, R, U, V), then=Eq(E(E(Q, given=U)), E(Q))), "got E[Q | U], wanted a mean given a variable of the same call of random"),
    (ForAll((U, V), then=E(U, given=V) <= 1), "got E[U | V] outside of E(...)"),
    (ForAll((C, n, r, m, s), then=E(total(C) ** 3) <= 1), "E: got products of C beyond two copies, wanted those of two"),
    (ForAll((g, L, Y, m, s), then=E(g(Y)) <= 1), "got a function of a class at Y, of which more is known"),
    (ForAll((g, L, X), then=E(g(X)) <= E(X)), "got a random number beside a function of a class at it"),
]


@pytest.mark.parametrize(("statement", "words"), LATE, ids=[words[:40] for _, words in LATE])
def test_what_is_not_taken_is_said(statement: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        decide(statement)
    assert str(caught.value).startswith(words)
