"""Tests of means of logarithms and exponentials: entropy, divergence, log-sum-exp, geometric and harmonic means, association."""

from __future__ import annotations

import pytest

from probatum import features, integers, random, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

a = reals("a")
n = integers("n")
X = random("X")
x, w = features("x w", of=n)
NAMES = {"a": a, "n": n, "X": X, "x": x, "w": w}
SHARES = "given=And(w > 0, Eq(total(w), 1))"
BOTH = "given=And(w > 0, Eq(total(w), 1), x > 0, Eq(total(x), 1))"
ENTROPY, DIVERGENCE = "-total(w*log(w))", "total(w*log(w/x))"

TRUE = [
    "ForAll((x, n), given=x > 0, then=exp(average(log(x))) >= 1/average(1/x))",
    "ForAll((x, n), then=log(average(exp(x))) >= average(x))",
    "ForAll((x, n), then=log(total(exp(x))) >= average(x) + log(n))",
    f"ForAll((x, w, n), {SHARES}, then=log(total(w*exp(x))) >= total(w*x))",
    f"ForAll((w, n), {SHARES}, then={ENTROPY} >= 0)",
    f"ForAll((w, n), {SHARES}, then={ENTROPY} <= log(n))",
    f"ForAll((x, w, n), {BOTH}, then={DIVERGENCE} >= 0)",
    f"ForAll((x, w, n), {BOTH}, then=-total(w*log(x)) >= {ENTROPY})",
    f"ForAll((x, w, n), given=And(w > 0, x > 0), then={DIVERGENCE} >= total(w)*log(total(w)/total(x)))",
    "ForAll((x, w, n), given=And(w > 0, x > 0), then=total(w**2/x) >= total(w)**2/total(x))",
    "ForAll((w, n), given=And(w >= 0, Eq(total(w), 1)), then=total(w**2) <= 1)",
    "ForAll((w, n, a), given=And(w >= 0, Eq(total(w), a)), then=total(w**2) <= a**2)",
    "ForAll(X, then=log(E(exp(X))) >= E(X))",
    "ForAll((X, a), then=log(E(exp(a*X))) >= a*E(X))",
    "ForAll(X, given=X > 0, then=exp(E(log(X))) >= 1/E(1/X))",
    "ForAll(X, then=E(1/(1 + X**2)) >= 1/(1 + E(X**2)))",
    "ForAll(X, then=Cov(X, exp(X)) >= 0)",
    "ForAll(X, then=Cov(X, exp(-X)) <= 0)",
    "ForAll(X, given=X > 0, then=Cov(X**2, exp(X)) >= 0)",
    "ForAll(X, given=X >= 0, then=Cov(X, X**2) >= 0)",
    "ForAll(X, given=X < 0, then=Cov(X, X**2) <= 0)",
    "ForAll(X, given=X > 0, then=E(X**5) >= E(X**2)*E(X**3))",
    "ForAll((x, n), then=average(x*exp(x)) >= average(x)*average(exp(x)))",
]
FALSE = [
    "ForAll((x, n), given=x > 0, then=exp(average(log(x))) <= 1/average(1/x))",
    "ForAll((x, n), then=log(average(exp(x))) <= average(x))",
    "ForAll((x, n), then=log(total(exp(x))) >= average(x) + 2*log(n))",
    f"ForAll((w, n), {SHARES}, then={ENTROPY} >= log(n)/2)",
    f"ForAll((w, n), {SHARES}, then={ENTROPY} <= log(n)/2)",
    f"ForAll((x, w, n), {BOTH}, then={DIVERGENCE} > 0)",
    "ForAll((x, w, n), given=And(w > 0, Eq(total(w), 1), x > 0, Eq(total(x), 2)), then=total(w*log(w/x)) >= 0)",
    "ForAll((x, w, n), given=And(w > 0, x > 0), then=total(w**2/x) <= total(w)**2/total(x))",
    "ForAll((w, n), given=Eq(total(w), 1), then=total(w**2) <= 1)",
    "ForAll((w, n, a), given=And(w >= 0, Eq(total(w), a)), then=total(w**2) <= a)",
    "ForAll(X, then=log(E(exp(X))) > E(X))",
    "ForAll(X, then=E(1/(1 + X**2)) <= 1/(1 + E(X**2)))",
    "ForAll(X, then=Cov(X, exp(X)) > 0)",
    "ForAll(X, then=Cov(X**2, exp(X)) >= 0)",
    "ForAll(X, given=X < 0, then=Cov(X**2, exp(X)) >= 0)",
    "ForAll(X, then=Cov(X, X**2) >= 0)",
    "ForAll(X, given=X >= -1, then=Cov(X, X**2) >= 0)",
    "ForAll(X, given=X > 0, then=E(X**3) <= E(X)*E(X**2))",
]
UNDEFINED = [
    "ForAll(X, then=exp(E(log(X))) >= 1/E(1/X))",
    "ForAll(X, given=X >= 0, then=exp(E(log(X))) >= 1/E(1/X))",
]


@pytest.mark.parametrize("source", TRUE)
def test_means_of_functions_are_bounded(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_a_logarithm_of_what_may_be_zero_is_undefined(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("ForAll((x, n), given=x > 0, then=exp(average(log(x))) >= 1/average(1/x))", "exp and log are increasing"),
        (f"ForAll((x, w, n), {BOTH}, then={DIVERGENCE} >= 0)", "convex function of several variables"),
        ("ForAll(X, then=Cov(X, exp(X)) >= 0)", "covariance that is at least zero"),
    ],
)
def test_the_theorem_is_named(source: str, words: str) -> None:
    assert any(words in each.reason for each in decide(authored(source, **NAMES), thorough=False).decisions)


def test_a_share_that_may_be_zero_has_no_logarithm() -> None:
    source = "ForAll((w, n), given=And(w >= 0, Eq(total(w), 1)), then=-total(w*log(w)) >= 0)"
    assert truth_of(source, **NAMES) in (None, Truth.UNDECIDED)


def test_shares_that_there_are_not_make_nothing_true() -> None:
    source = "ForAll((w, n), given=And(w >= 2, w >= 0, Eq(total(w), 1)), then=total(w**2) <= 7)"
    assert truth_of(source, **NAMES) is not Truth.TRUE
