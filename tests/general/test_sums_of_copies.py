"""Tests of sums of independent copies: all zeros or all ones, exponentials, bounds of zeros and ones."""

from __future__ import annotations

import pytest
from sympy import And, Eq, Rational, exp

from probatum import E, ForAll, P, average, integers, random, reals, total
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError

n = integers("n")
p, t = reals("p t")
B, X, Z = random("B", of=n, bernoulli=p), random("X", of=n), random("Z", of=n, symmetric=True)
three, fair = random("B", of=3, bernoulli=p), random("B", of=n, bernoulli=Rational(1, 2))
SOME = And(n >= 2, p > 0, p < 1)
TRUE = {
    "some are 1": ForAll((B, n, p), then=Eq(P(total(B) >= 1), 1 - (1 - p) ** n)),
    "the union bound": ForAll((B, n, p), then=P(total(B) >= 1) <= n * p),
    "one of them is": ForAll((B, n, p), then=P(total(B) > 0) >= p),
    "more than one of them": ForAll((B, n, p), given=SOME, then=P(total(B) >= 1) > p),
    "all are 1": ForAll((B, n, p), then=Eq(P(Eq(average(B), 1)), p**n)),
    "all of them are 1 less often than one": ForAll((B, n, p), then=P(total(B) >= n) <= p),
    "none is 1": ForAll((B, n, p), then=P(total(B) <= 0) <= exp(-n * p)),
    "at least none": ForAll((B, n, p), then=Eq(P(total(B) >= 0), 1)),
    "more than all": ForAll((B, n, p), then=Eq(P(n < total(B)), 0)),
    "never 1": ForAll((B, n, p), given=Eq(p, 0), then=Eq(P(total(B) > 0), 0)),
    "always 1": ForAll((B, n, p), given=B > 0, then=Eq(P(Eq(total(B), n)), 1)),
    "some of three": ForAll((three, p), then=Eq(P(total(three) >= 1), 3 * p - 3 * p**2 + p**3)),
    "fair ones": ForAll((fair, n), then=Eq(P(Eq(total(fair), 0)), 2 ** (-n))),
    "a quotient": ForAll((B, n, p), given=p > 0, then=P(Eq(total(B), n)) / P(total(B) > 0) <= 1),
    "exponentials of zeros and ones": ForAll((B, n, p, t), then=Eq(E(exp(t * total(B))), (1 - p + p * exp(t)) ** n)),
    "a bound like Poisson's": ForAll((B, n, p, t), then=E(exp(t * total(B))) <= exp(n * p * (exp(t) - 1))),
    "exponentials of any": ForAll((X, n), then=Eq(E(exp(total(X))), E(average(exp(X))) ** n)),
    "beside a number": ForAll((X, n, t), then=Eq(E(exp(total(X) - t)), exp(-t) * E(average(exp(X))) ** n)),
    "exponentials of symmetric ones": ForAll((Z, n), then=Eq(E(exp(total(Z))), E(exp(-total(Z))))),
    "Markov, of zeros and ones": ForAll((B, n, p, t), given=t > 0, then=P(average(B) >= t) <= p / t),
    "no share above 1": ForAll((B, n, p, t), given=t > 1, then=Eq(P(average(B) >= t), 0)),
}
FALSE = {
    "some of one less": ForAll((B, n, p), then=Eq(P(total(B) >= 1), 1 - (1 - p) ** (n - 1))),
    "the union bound is never reached": ForAll((B, n, p), then=P(total(B) >= 1) < n * p),
    "as often as one of them": ForAll((B, n, p), then=P(total(B) >= 1) <= p),
    "more than one of them, always 1": ForAll((B, n, p), given=And(n >= 2, p > 0, p <= 1), then=P(total(B) >= 1) > p),
    "always less often than one": ForAll((B, n, p), then=P(total(B) >= n) < p),
    "none is 1, twice the exponent": ForAll((B, n, p), then=P(total(B) <= 0) <= exp(-2 * n * p)),
    "none is 1, strictly": ForAll((B, n, p), then=P(total(B) <= 0) < exp(-n * p)),
    "some of three, to the second order": ForAll((three, p), then=Eq(P(total(three) >= 1), 3 * p - 3 * p**2)),
    "exponentials without a power": ForAll((B, n, p, t), then=Eq(E(exp(t * total(B))), 1 - p + p * exp(t))),
    "the other probability": ForAll((B, n, p, t), then=Eq(E(exp(t * total(B))), (p + (1 - p) * exp(t)) ** n)),
    "the exponential of the mean is the largest": ForAll((B, n, p, t), then=E(exp(t * total(B))) <= exp(n * p * t)),
    "exponentials of a sum for a mean": ForAll((X, n), then=Eq(E(exp(total(X))), E(total(exp(X))) ** n)),
    "half of Markov": ForAll((B, n, p, t), given=t > 0, then=P(average(B) >= t) <= p / (2 * t)),
    "no share of 1": ForAll((B, n, p, t), given=t >= 1, then=Eq(P(average(B) >= t), 0)),
}


@pytest.mark.parametrize("stated", TRUE.values(), ids=TRUE)
def test_it_is_proved(stated: ForAll) -> None:
    assert decide(stated, thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("stated", FALSE.values(), ids=FALSE)
def test_it_is_refuted(stated: ForAll) -> None:
    assert decide(stated, thorough=False).truth is Truth.FALSE


SOME_ARE = P(total(B) > 0)


@pytest.mark.parametrize(
    ("supposed", "then", "truth"),
    [
        (SOME_ARE > 0, E(total(B)) > 0, Truth.TRUE),
        (SOME_ARE > 0, E(total(B)) >= 1, Truth.FALSE),
        (Eq(SOME_ARE, 1), Eq(p, 1), Truth.TRUE),
        (SOME_ARE < 1, p < Rational(1, 2), Truth.FALSE),
        (SOME_ARE > 1, p > 0, Truth.VACUOUS),
        (And(Eq(p, 0), SOME_ARE > 0), n > 1, Truth.VACUOUS),
        (And(Eq(SOME_ARE, p), p > 0, p < 1), Eq(n, 1), Truth.TRUE),
        (Eq(SOME_ARE, p), Eq(n, 1), Truth.FALSE),
    ],
)
def test_such_probabilities_may_be_supposed(supposed: ForAll, then: ForAll, truth: Truth) -> None:
    assert decide(ForAll((B, n, p), given=supposed, then=then), thorough=False).truth is truth


def test_a_mean_over_a_chance_that_may_be_none_has_no_value() -> None:
    with pytest.raises(UndefinedError):
        decide(ForAll((B, n, p), given=SOME_ARE >= 0, then=1 / p > 0), thorough=False)


@pytest.mark.parametrize("given", [p > 1, n < 1])
def test_there_are_no_such_copies(given: ForAll) -> None:
    stated = ForAll((B, n, p), given=given, then=Eq(P(total(B) > 0), 0))
    assert decide(stated, thorough=False).truth is Truth.VACUOUS


def test_a_quotient_by_what_may_never_happen_has_no_value() -> None:
    with pytest.raises(UndefinedError):
        decide(ForAll((B, n, p), then=P(Eq(total(B), n)) / P(total(B) > 0) <= 1), thorough=False)
