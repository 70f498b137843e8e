"""Tests of hypotheses on the values of a Bernoulli variable, also of one by which vectors are multiplied,
and of functions that have no value at one of them.
"""

from __future__ import annotations

import pytest

from probatum import functions, integers, random, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

a, p, t = reals("a p t")
n = integers("n")
B, C = random("B", bernoulli=p), random("C", of=n, bernoulli=p)
D, G = random("D G", bernoulli=p, independent=False)
g, x = functions("g", convex=True), vectors("x")
H, K = random("H K", bernoulli=p, independent=True)
NAMES = {each.name: each for each in (a, p, t, n, B, C, D, G, H, K, x)} | {"g": g}

TRUE = [
    "ForAll((B, p), given=B > 0, then=Eq(E(1/B), 1))",
    "ForAll((B, p), given=B >= 1, then=Eq(E(log(B)), 0))",
    "ForAll((B, p), given=B < 1, then=Eq(E(1/(1 - B)), 1))",
    "ForAll((B, p), given=B > 0, then=Eq(E(exp(B)), exp(1)))",
    "ForAll((B, p, a), given=a > 0, then=Eq(E(1/(B + a)), p/(1 + a) + (1 - p)/a))",
    "ForAll((B, p), given=B > 0, then=Eq(p, 1))",
    "ForAll((B, p), given=Ne(B, 1), then=Eq(p, 0))",
    "ForAll((B, p, t), given=B <= t, then=Or(t >= 1, And(Eq(p, 0), t >= 0)))",
    "ForAll((B, p, t), given=And(B >= t, p < 1), then=t <= 0)",
    "ForAll((C, n, p), given=C > 0, then=Eq(E(average(C)), 1))",
    "ForAll((D, G, p), given=D > 0, then=Eq(E(D*G), 1))",
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(B*x)), g(x)))",
    "ForAll((g, B, x, p), given=B < 1, then=Eq(E(g(x + B*x)), g(x)))",
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(x/B)), g(x)))",
    "ForAll((g, B, x, p), given=B <= p, then=g(p*x) <= E(g(B*x)))",
    "ForAll((D, G, p), then=And(P(Or(D >= 1, G >= 1)) <= 2*p, P(Or(D >= 1, G >= 1)) >= p))",
    "ForAll((D, G, p), given=Eq(Cov(D, G), 0), then=Eq(P(And(Eq(D, 1), Eq(G, 1))), p**2))",
    "ForAll((D, G, p), given=P(And(D >= 1, G <= 0)) >= Rational(1, 2), then=Eq(p, Rational(1, 2)))",
    "ForAll((D, G, p), then=Eq(E(Max(D, G)), 2*p - E(D*G)))",
    "ForAll((H, K, p), then=Eq(P(Eq(H, K)), p**2 + (1 - p)**2))",
    "ForAll((H, K, p), then=Eq(E(1/(1 + H + K)), (1 - p)**2 + p*(1 - p) + p**2/3))",
]
FALSE = [
    "ForAll((B, p), given=B >= 1, then=Eq(E(1/B), 2))",
    "ForAll((B, p), given=B >= 1, then=E(log(B)) < 0)",
    "ForAll((B, p), given=Or(B <= 0, B >= 1), then=p > 0)",
    "ForAll((B, p, t), given=B <= t, then=t >= 1)",
    "ForAll((B, p, t), given=And(B <= t, p < 1), then=t >= 1)",
    "ForAll((C, n, p), given=C <= 1, then=Eq(E(average(C)), 1))",
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(B*x)), g(2*x)))",
    "ForAll((g, B, x, p), given=B > 0, then=Eq(E(g(x/B)), g(2*x)))",
    "ForAll((g, B, x, p), given=B <= 1, then=Eq(E(g(x + B*x)), g(x)))",
    "ForAll((D, G, p), then=P(Or(D >= 1, G >= 1)) <= Rational(199, 100)*p)",
    "ForAll((D, G, p), then=P(Or(D >= 1, G >= 1)) > p)",
    "ForAll((D, G, p), given=Eq(Cov(D, G), 0), then=Eq(P(And(Eq(D, 1), Eq(G, 1))), p))",
    "ForAll((D, G, p), given=Eq(P(And(D >= 1, G >= 1)), 0), then=Eq(p, 0))",
    "ForAll((D, G, p), then=Eq(E(Max(D, G)), 1 - (1 - p)**2))",
    "ForAll((H, K, p), then=P(Eq(H, K)) > Rational(1, 2))",
    "ForAll((H, K, p), then=Eq(E(Max(H, K)), p))",
]
NOTHING = [
    "ForAll((D, G, p), given=P(And(D >= 1, G <= 0)) > Rational(1, 2), then=Eq(p, 1))",
    "ForAll((B, p), given=And(B > 0, B < 1), then=Eq(p, 1))",
    "ForAll((B, p), given=Eq(B, 2), then=Eq(p, 1))",
    "ForAll((g, B, x, p), given=And(B > 0, B < 1), then=Eq(E(g(B*x)), g(x)))",
    "ForAll((g, B, x, p), given=And(B > 0, p < 1), then=Eq(E(g(B*x)), g(x)))",
]
UNDEFINED = [
    "ForAll((D, G, p), given=p > 0, then=E(1/(D + G)) >= 0)",
    "ForAll((H, K, p), given=p > 0, then=E(1/(H + K)) >= 0)",
    "ForAll((H, K, p), then=Eq(E(H/H*K), p))",
    "ForAll((D, G, p), then=Eq(E((D - G)/(D - G)), 1))",
    "ForAll((B, p), given=B <= 1, then=Eq(E(1/(1 - B)), 1))",
    "ForAll((B, p), then=E(log(B)) <= 0)",
    "ForAll((B, p, a), given=a >= 0, then=Eq(E(1/(B + a)), p/(1 + a) + (1 - p)/a))",
    "ForAll((g, B, x, p), then=Eq(E(g(x/B)), g(x)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_it_follows(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_it_does_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", NOTHING)
def test_what_no_value_admits_is_about_nothing(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.VACUOUS


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_has_no_value_is_undefined(source: str) -> None:
    assert truth_of(source, **NAMES) is None
