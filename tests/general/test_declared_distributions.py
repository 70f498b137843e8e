"""Tests of statements about declared distributions: uniform, normal, exponential, binomial, Poisson, geometric."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, EulerGamma, Rational, Sum, binomial, cos, erf, exp, factorial, floor, log, pi, sin, sqrt

from probatum import (
    Abs,
    Bernoulli,
    Binomial,
    Cov,
    E,
    Eq,
    Exists,
    Exponential,
    ForAll,
    Geometric,
    Iff,
    Max,
    Min,
    Normal,
    Or,
    P,
    Poisson,
    Uniform,
    Var,
    average,
    integers,
    random,
    reals,
    total,
    vectors,
)
from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.spelling.prose import check_latex
from tests.each import each
from tests.made import finding_of

a, b, c, m, p, q, s, t, u, v = reals("a b c m p q s t u v")
n, k, j = integers("n k j")
half = Rational(1, 2)
U = random("U", distribution=Uniform(a, b))
ONE = random("O", distribution=Uniform(0, 1))
N = random("N", distribution=Normal(m, deviation=s))
V = random("V", distribution=Normal(m, variance=s**2))
Z = random("Z", distribution=Normal(0, deviation=s))
X = random("X", distribution=Exponential(a))
K = random("K", distribution=Poisson(a))
B = random("B", distribution=Binomial(n, p))
G = random("G", distribution=Geometric(p))
C = random("C", of=n, distribution=Normal(m, deviation=s))
Q, R = random("Q R", independent=True, distribution=(Normal(m, deviation=s), Normal(b, deviation=t)))
S = random("S", distribution=Normal(m + b, variance=s**2 + t**2))
A, J = random("A J", independent=True, distribution=(Poisson(a), Poisson(b)))
L = random("L", distribution=Poisson(a + b))
F, H = random("F H", independent=True, distribution=(Binomial(n, p), Binomial(j, p)))
W = random("W", distribution=Binomial(n + j, p))
D, M = random("D M", independent=False, distribution=Normal(0, deviation=s))
T, Y = random("T Y", independent=True, distribution=Uniform(0, 1))
O1, O2 = random("O1 O2", independent=True, distribution=(Exponential(a), Exponential(b)))
U1, U2, WIDE, COIN = random("U1 U2 W C", independent=True, distribution=(Uniform(0, 1), Uniform(0, 1), Uniform(0, 2), Bernoulli(p)))
G1, G2 = random("G1 G2", independent=True, distribution=(Geometric(p), Geometric(q)))
A1, A2 = random("A1 A2", independent=True, distribution=Normal(m, deviation=s))
TRIALS = random("T", distribution=Binomial(3, p))
UNITS = random("U", of=n, distribution=Uniform(0, 1))
COUNTS = random("K", of=n, distribution=Poisson(a))
WAITS = random("W", of=n, distribution=Exponential(a))
D1, WAIT = random("D1 W", independent=False, distribution=(Normal(0, deviation=s), Exponential(s)))
NOISY, OTHERS = random("NOISY OTHERS", of=n, independent=False, distribution=Normal(0, variance=1))
FEW, MANY = random("FEW MANY", of=n, independent=False, distribution=Poisson(a))
FAIR, UNIT = random("F U", independent=True, distribution=(Bernoulli(p), Uniform(0, 1)))
RATIO = random("R", distribution=Exponential(a))
x, y = vectors("x y")
EVEN = Abs(N - m) <= s
apart = And(s >= 0, t >= 0)

TRUE = [
    ForAll((NOISY, OTHERS, n), then=Eq(P(total(NOISY) > 0) + P(total(OTHERS) > 0), 1)),
    ForAll((NOISY, OTHERS, n), then=Eq(E(exp(total(NOISY)) + total(OTHERS)), exp(n / 2))),
    ForAll((U, a, b), then=Eq(E(U), (a + b) / 2)),
    ForAll((U, a, b), then=Eq(Var(U), (b - a) ** 2 / 12)),
    ForAll((U, a, b, t), given=And(a <= t, t <= b), then=Eq(P(t >= U), (t - a) / (b - a))),
    ForAll((U, a, b, t, u), given=And(a <= t, t <= u, u <= b), then=Eq(P(And(t <= U, u >= U)), (u - t) / (b - a))),
    ForAll((U, a, b, t), given=t > 0, then=Eq(E(exp(t * U)), (exp(t * b) - exp(t * a)) / (t * (b - a)))),
    ForAll((ONE, t), given=And(t >= 0, t <= 1), then=Eq(E(Abs(ONE - t)), t**2 - t + half)),
    ForAll((N, m, s), then=Eq(E(N**4), m**4 + 6 * m**2 * s**2 + 3 * s**4)),
    ForAll((V, m, s), then=Eq(E(V**4), m**4 + 6 * m**2 * s**2 + 3 * s**4)),
    ForAll((N, m, s), then=Eq(E((N - m) ** 3), 0)),
    ForAll((N, m, s), then=Eq(P(m >= N), half)),
    ForAll((V, m, s), then=Eq(P(m >= V), half)),
    ForAll((N, m, s, t), then=Eq(P(m + t <= N), P(m - t >= N))),
    ForAll((N, m, s, t), then=Eq(E(exp(t * N)), exp(m * t + s**2 * t**2 / 2))),
    ForAll((N, m, s), then=And(Eq(E((N - m) / s), 0), Eq(Var((N - m) / s), 1))),
    ForAll((N, m, s), then=Eq(E(Abs(N - m)), s * sqrt(2 / pi))),
    ForAll((N, m, s), then=P(EVEN) >= Rational(68, 100)),
    ForAll((Z, s), then=Eq(E(Max(Z, 0)), s / sqrt(2 * pi))),
    ForAll((Z, s), then=Eq(Var(Max(Z, 0)), s**2 / 2 * (1 - 1 / pi))),
    ForAll((Z, s), then=P(Z > 0) <= half),
    ForAll((N, m, s, t), given=t > 0, then=P(Abs(N - m) >= t) <= s**2 / t**2),
    ForAll((X, a, s, t), given=apart, then=Eq(P(s + t <= X), P(s <= X) * P(t <= X))),
    ForAll((X, a, t), given=t < a, then=Eq(E(exp(t * X)), a / (a - t))),
    ForAll((X, a, t), given=t > 0, then=P(t <= X) <= E(X) / t),
    ForAll((X, a), then=Eq(P(log(2) / a >= X), half)),
    ForAll((X, a), then=Eq(E(X * exp(-X)), a / (a + 1) ** 2)),
    ForAll((K, a), then=Eq(Var(K), E(K))),
    ForAll((K, a), then=Eq(P(K >= 2), 1 - exp(-a) - a * exp(-a))),
    ForAll((B, n, p), then=And(Eq(E(B), n * p), Eq(Var(B), n * p * (1 - p)))),
    ForAll((B, n, p), then=Eq(P(n > B), 1 - p**n)),
    ForAll((G, p), then=And(Eq(E(G), 1 / p), Eq(Var(G), (1 - p) / p**2))),
    ForAll((G, p, k, j), given=And(k >= 0, j >= 0), then=Eq(P(k + j < G), P(k < G) * P(j < G))),
    ForAll((C, m, s, n), then=Eq(Var(average(C)), s**2 / n)),
    ForAll((C, m, s, n), then=Eq(P(average(C) >= m), half)),
    ForAll((Q, R, S, m, b, s, t, u), then=Eq(P(u >= Q + R), P(u >= S))),
    ForAll((Q, R, m, b, s, t), then=Eq(E(Q**2 * R**2), (m**2 + s**2) * (b**2 + t**2))),
    ForAll((Q, R, m, b, s, t), then=And(Eq(Cov(Q, R), 0), Eq(Cov(Q + R, Q - R), s**2 - t**2))),
    ForAll((A, J, L, a, b, k), given=k >= 0, then=Eq(P(Eq(A + J, k)), P(Eq(L, k)))),
    ForAll((F, H, W, n, j, p, k), given=And(k >= 0, k <= n + j), then=Eq(P(Eq(F + H, k)), P(Eq(W, k)))),
    ForAll((D, M, s), then=Var(D + M) <= 4 * s**2),
    Exists((G, p), then=E(G) > 100),
    ForAll(ONE, then=Eq(E(log(ONE)), -1)),
    ForAll(ONE, then=And(Eq(Var(log(ONE)), 1), Eq(Cov(ONE, log(ONE)), Rational(1, 4)))),
    ForAll((X, a), then=Eq(Var(log(X)), pi**2 / 6)),
    ForAll((O1, O2, a, b), then=Eq(P(And(O1 <= O2, O1 <= 1)), a / (a + b) * (1 - exp(-a - b)))),
    ForAll((Z, s), then=Eq(E(Max(exp(Z) - 1, 0)), exp(s**2 / 2) * P(s**2 >= Z) - half)),
    ForAll((U, a, b), given=a > 0, then=Eq(E(1 / U), log(b / a) / (b - a))),
    ForAll((X, a), then=Eq(E(sqrt(X)), sqrt(pi) / (2 * sqrt(a)))),
    ForAll((X, a), then=Eq(E(log(X)), -EulerGamma - log(a))),
    ForAll((X, a), then=E(log(X)) <= log(E(X))),
    ForAll((N, m, s, t), then=Eq(E(cos(t * N)), exp(-(s**2) * t**2 / 2) * cos(m * t))),
    ForAll(ONE, then=Eq(E(sin(2 * pi * ONE) ** 2), half)),
    ForAll((K, a), then=Eq(E(1 / (K + 1)), (1 - exp(-a)) / a)),
    ForAll((K, a), then=Eq(E(2**K), exp(a))),
    ForAll((K, a), then=Eq(P(Or(Eq(K, 0), Eq(K, 1))), exp(-a) * (1 + a))),
    ForAll((Z, s), then=Eq(P(s**2 <= Z**2), 2 * P(s <= Z))),
    ForAll((ONE, t), given=t > 0, then=Eq(P(-log(ONE) <= t), 1 - exp(-t))),
    ForAll((G, p), then=Eq(E(Min(G, 2)), 2 - p)),
    ForAll((G, p), given=p < 1, then=Eq(E(1 / G), -p * log(p) / (1 - p))),
    ForAll((U1, WIDE), then=Eq(P(U1 <= WIDE), Rational(3, 4))),
    ForAll((U1, U2), then=And(Eq(E(Max(U1, U2)), Rational(2, 3)), Eq(Var(Max(U1, U2)), Rational(1, 18)))),
    ForAll((U1, U2), then=Eq(Cov(Max(U1, U2), Min(U1, U2)), Rational(1, 36))),
    ForAll((U1, U2), then=Eq(P(half >= U1 + U2), Rational(1, 8))),
    ForAll((U1, COIN, p), then=Eq(P(U1 <= COIN), p)),
    ForAll((U1, U2, t), given=And(t > 0, t < 1), then=Eq(P(Abs(U1 - U2) <= t), 1 - (1 - t) ** 2)),
    ForAll((X, a), then=Eq(E(Min(Max(X, 1), 2)), 1 + (exp(-a) - exp(-2 * a)) / a)),
    ForAll((O1, O2, a, b), then=Eq(P(O1 <= O2), a / (a + b))),
    ForAll((O1, O2, a, b), then=Eq(E(Max(O1, O2)), 1 / a + 1 / b - 1 / (a + b))),
    ForAll((G1, G2, p, q), then=Eq(P(G1 <= G2), p / (p + q - p * q))),
    ForAll((X, a), then=Eq(P(E(X) >= X), 1 - exp(-1))),
    ForAll((U, a, b), then=Eq(E(Abs(U - E(U))), (b - a) / 4)),
    ForAll((V, m, s, t), then=Eq(P((V - m) / s <= t), (1 + erf(t / sqrt(2))) / 2)),
    ForAll((T, Y, t), given=And(t >= 0, t <= 1), then=Eq(P(Max(T, Y) <= t), t**2)),
    ForAll((O1, O2, a, b, t), given=t >= 0, then=Eq(P(Min(O1, O2) >= t), exp(-(a + b) * t))),
    ForAll((A1, A2, m, s), then=Eq(E(Max(A1, A2)), m + s / sqrt(pi))),
    ForAll((A1, A2, m, s), then=Eq(E(Abs(A1 - A2)), 2 * s / sqrt(pi))),
    ForAll((A1, A2, m, s), then=Eq(P(A1 >= A2), half)),
    ForAll((G, p, t), given=t >= 0, then=Eq(P(t < G), (1 - p) ** floor(t))),
    ForAll((B, n, p, k), given=And(k >= 0, k <= n), then=Eq(P(Eq(B, k)), binomial(n, k) * p**k * (1 - p) ** (n - k))),
    Iff(ForAll((G, p), then=E(G) >= 1), ForAll(t, then=t**2 >= 2 * t - 1)),
    Exists(c, then=ForAll((TRIALS, p), then=Var(TRIALS) <= c)),
    ForAll((N, m, s), given=Eq(E(N), 0), then=Eq(E(N**2), s**2)),
    ForAll((UNITS, n, t), given=t > 0, then=P(Abs(average(UNITS) - half) >= t) <= 1 / (12 * n * t**2)),
    ForAll((COUNTS, n, a, k), given=k >= 0, then=Eq(P(Eq(total(COUNTS), k)), exp(-n * a) * (n * a) ** k / factorial(k))),
    ForAll((WAITS, n, a), then=Eq(E(total((WAITS - average(WAITS)) ** 2)), (n - 1) / a**2)),
    ForAll((K, a, t), given=t > 0, then=P(t <= K) <= a / t),
    ForAll((X, a, t), given=t >= 0, then=Eq(E(Min(X, t)), (1 - exp(-a * t)) / a)),
    ForAll((U, a, b, t), given=And(t >= 0, 2 * t <= b - a), then=Eq(P(Or(a + t >= U, b - t <= U)), 2 * t / (b - a))),
    ForAll((N, m, s, t), then=E(Max(N - t, 0)) >= Max(m - t, 0)),
]
FALSE = [
    ForAll((FEW, MANY, n, a), then=Eq(P(And(Eq(total(FEW), 0), Eq(total(MANY), 0))), exp(-2 * n * a))),
    ForAll((NOISY, OTHERS, n), then=Eq(P(And(total(NOISY) > 0, total(OTHERS) > 0)), Rational(1, 4))),
    ForAll((NOISY, OTHERS, n), then=Eq(E(exp(total(NOISY)) * total(OTHERS)), 0)),
    ForAll((U, a, b), then=Eq(E(U), (b - a) / 2)),
    ForAll((U, a, b), then=Eq(Var(U), (b - a) ** 2 / 10)),
    ForAll((U, a, b, t), then=Eq(P(t >= U), (t - a) / (b - a))),
    ForAll((U, a, b, t, u), given=And(a <= t, u <= b), then=Eq(P(And(t <= U, u >= U)), (u - t) / (b - a))),
    ForAll((ONE, t), then=Eq(E(Abs(ONE - t)), t**2 - t + half)),
    ForAll((N, m, s), then=Eq(E(N**3), m**3)),
    ForAll((N, m, s), then=Eq(P(N <= 0), half)),
    ForAll((N, m, s, t), then=Eq(E(exp(t * N)), exp(m * t + s**2 * t**2))),
    ForAll((N, m, s), then=Eq(E(Abs(N)), s * sqrt(2 / pi))),
    ForAll((N, m, s), then=P(EVEN) >= Rational(69, 100)),
    ForAll((Z, s), then=Eq(E(Max(Z, 0) ** 2), s**2)),
    ForAll((Z, s), then=P(Z > 0) < half),
    ForAll((X, a, s, t), then=Eq(P(s + t <= X), P(s <= X) * P(t <= X))),
    ForAll((X, a, t), given=t > 0, then=P(t <= X) <= E(X) / (3 * t)),
    ForAll((X, a), then=Eq(P(E(X) >= X), half)),
    ForAll((K, a), then=Eq(E(K**2), E(K))),
    ForAll((K, a), then=Eq(P(K > 2), 1 - exp(-a) - a * exp(-a))),
    ForAll((B, n, p), then=Eq(Var(B), n * p)),
    ForAll((B, n, p), then=Eq(P(B >= 1), 1 - p**n)),
    ForAll((G, p, k), given=k >= 1, then=Eq(P(Eq(G, k)), p * (1 - p) ** k)),
    ForAll((C, m, s, n), then=Eq(Var(average(C)), s**2)),
    ForAll((Q, R, S, m, b, s, t, u), then=Eq(P(u >= Q - R), P(u >= S))),
    ForAll((Q, R, m, b, s, t), then=Eq(Var(Q - R), s**2 - t**2)),
    Exists((G, p), then=E(G) < 1),
    ForAll((T, Y, t), given=And(t >= 0, t <= 1), then=Eq(P(Min(T, Y) <= t), t**2)),
    ForAll((O1, O2, a, b, t), given=t >= 0, then=Eq(P(Max(O1, O2) >= t), exp(-(a + b) * t))),
    ForAll((A1, A2, m, s), then=Eq(E(Min(A1, A2)), m + s / sqrt(pi))),
    ForAll((TRIALS, p), then=Eq(P(TRIALS >= 2), 3 * p**2 * (1 - p))),
    ForAll((N, m, s), given=Eq(E(N**3), E(N)), then=Eq(E(N**2), s**2)),
    ForAll((WAITS, n, a), then=Eq(E(total((WAITS - average(WAITS)) ** 2)), n / a**2)),
    ForAll((D, M, s), then=Eq(Var(D + M), 2 * s**2)),
    ForAll((U, a, b), given=a > 0, then=Eq(E(log(U)), log(E(U)))),
    ForAll((X, a), then=Eq(Var(log(X)), 1 / a**2)),
    ForAll((O1, O2, a, b), then=Eq(P(And(O1 <= O2, O1 <= 1)), a / (a + b) * (1 - exp(-a)))),
    ForAll((Z, s), then=Eq(E(Max(exp(Z) - 1, 0)), exp(s**2 / 2) / 2 - half)),
    ForAll((U, a, b), given=a > 0, then=Eq(E(1 / U), 1 / E(U))),
    ForAll((X, a), then=Eq(E(sqrt(X)), 1 / sqrt(a))),
    ForAll((N, m, s, t), then=Eq(E(cos(t * N)), cos(m * t))),
    ForAll((K, a), then=Eq(E(1 / (K + 1)), 1 / (a + 1))),
    ForAll((K, a), then=Eq(P(Or(Eq(K, 0), Eq(K, 1))), exp(-a))),
    ForAll((Z, s, t), given=t >= 0, then=Eq(P(t <= Z**2), P(t <= Z))),
    ForAll((G, p), then=Eq(E(Min(G, 2)), 1 + p)),
    ForAll((U, a, b), given=a >= 0, then=Eq(P(E(U) ** 2 >= U**2), P(E(U) >= U) ** 2)),
    ForAll((O1, O2, a, b), then=Eq(P(O1 <= O2), b / (a + b))),
    ForAll((O1, O2, a, b), then=Eq(E(Max(O1, O2)), Max(E(O1), E(O2)))),
    ForAll((G1, G2, p, q), then=Eq(P(G1 >= G2), p / (p + q - p * q))),
    ForAll((U1, COIN, p), then=Eq(P(U1 >= COIN), p)),
    ForAll((U1, U2, t), given=And(t > 0, t < 1), then=Eq(P(Abs(U1 - U2) <= t), t)),
    ForAll((D, M, s), then=Cov(D, M) <= s**2 / 2),
    ForAll((D, M, s), then=Eq(P(D + M <= 0), Rational(1, 3))),
    ForAll((D1, WAIT, s), then=Eq(E(D1 * WAIT), 1)),
    ForAll((FAIR, UNIT, p), then=Eq(E(FAIR * UNIT), p)),
    ForAll((RATIO, a), then=Eq(E(RATIO), a)),
    ForAll((WAITS, n, a, t), given=t < 0, then=Eq(E(exp(t * total(WAITS))), a / (a - n * t))),
    ForAll((X, a, t), then=Eq(E(Max(X - t, 0)), exp(-a * t) / a)),
    ForAll((U, a, b, t), given=And(t >= 0, t <= b - a), then=Eq(P(Or(a + t >= U, b - t <= U)), 2 * t / (b - a))),
    ForAll((N, m, s, t), then=E(Max(N - t, 0)) <= Max(m - t, 0)),
    ForAll(t, given=t > 0, then=ForAll((X, a), then=E(X) > t)),
]
UNDEFINED = [
    ForAll(ONE, then=E(1 / ONE) >= 1),
    ForAll((U, a, b), given=a >= 0, then=E(1 / U) >= 0),
    ForAll((X, a), then=E(1 / X) >= a),
    ForAll((N, m, s), then=Eq(E(1 / N), 1 / m)),
    ForAll((G, p, t), then=E(2**G) >= 1),
    ForAll((X, a, t), then=Eq(E(exp(t * X)), a / (a - t))),
    ForAll((X, a, t), then=E(exp(t * X)) >= exp(t * E(X))),
    ForAll((G, p, t), then=E(exp(t * G)) >= 1),
    ForAll((N, m, s), then=Eq(E(N) / m, 1)),
    ForAll((X, a, b, t), given=t < a, then=E(exp(t * X) / b) >= 0),
    ForAll((U, a, b, t), then=Eq(E(exp(t * U)), (exp(t * b) - exp(t * a)) / (t * (b - a)))),
    ForAll((N, m, s), then=Eq(Var(N) / E(N), s**2 / m)),
    ForAll((WAITS, n, a, t), then=E(exp(t * average(WAITS))) >= 0),
    ForAll((G, p, k), given=k >= 0, then=Eq(P(k <= G), (1 - p) ** (k - 1))),
]
VACUOUS = [
    ForAll((G, p), given=p > 2, then=Eq(E(G), 1 / p)),
    ForAll((U, a, b), given=a > b, then=Eq(E(U), 3)),
    ForAll(ONE, given=Eq(E(ONE), 3), then=Eq(Var(ONE), 1)),
]
UNDECIDED = [  # true or false, of what no closed form is known
    ForAll((X, a), then=E(log(X + 1)) <= log(1 + E(X))),
    ForAll((D, M, s), then=Eq(P(D + M <= 0), half)),
    ForAll((D, M, s), then=Eq(P(D <= M), half)),
    ForAll((D1, WAIT, s), then=Eq(E(D1 * WAIT), 0)),
    ForAll((K, a, n), given=n >= 0, then=Eq(Sum(P(Eq(K, k)), (k, 0, n)), 1)),
    ForAll((A, J, a, b), then=P(Eq(A - J, 0)) >= exp(-a - b)),
]


@pytest.mark.parametrize("statement", TRUE, ids=map(str, range(len(TRUE))))
def test_it_is_proved(statement: Any) -> None:
    decided = decide(statement)
    assert (decided.truth, decided.is_strong) == (Truth.TRUE, True)
    assert any("named distributions" in one.reason for one in each(decided.all_decisions))


@pytest.mark.parametrize("statement", FALSE, ids=map(str, range(len(FALSE))))
def test_the_false_one_is_refuted_by_parameters(statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert decided.truth is Truth.FALSE
    shown = decided.counterexample
    assert isinstance(statement, Exists) or (shown is not None and shown.values)


@pytest.mark.parametrize("statement", UNDEFINED, ids=map(str, range(len(UNDEFINED))))
def test_what_has_no_mean_is_undefined(statement: Any) -> None:
    with pytest.raises(UndefinedError):
        decide(statement, thorough=False)


@pytest.mark.parametrize("statement", VACUOUS, ids=map(str, range(len(VACUOUS))))
def test_parameters_that_there_are_not_leave_nothing(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.VACUOUS


@pytest.mark.parametrize("statement", UNDECIDED, ids=map(str, range(len(UNDECIDED))))
def test_what_has_no_closed_form_stays_open(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.UNDECIDED


AS_WRITTEN = [
    ("ForAll((N, m, s), then=E(log(N)) <= 1)", Truth.UNDEFINED),
    ("ForAll((K, a), then=E(1 / K) <= 1)", Truth.UNDEFINED),
    ("ForAll((U, a, b), then=E(log(U)) <= b)", Truth.UNDEFINED),
    ("ForAll((U, a, b), given=a >= 0, then=E(log(U)) <= log(b))", Truth.TRUE),
    ("ForAll((K, a), then=Or(E(1 / K) <= 1, a > 0))", Truth.UNDECIDED),
    ("ForAll((N, m, s), then=Eq(E(N / N), 1))", Truth.TRUE),
    ("ForAll((N, m, s), then=Eq(E(N / N), 2))", Truth.FALSE),
    ("ForAll((G, p), then=Eq(E(G / G), 1))", Truth.TRUE),
    ("ForAll((K, a), then=Eq(E(K / K), 1))", Truth.UNDEFINED),
    ("ForAll((U, a, b), given=a >= 0, then=Eq(E(sqrt(U) ** 2), (a + b) / 2))", Truth.TRUE),
    ("ForAll((U, a, b), then=Eq(E(sqrt(U) ** 2), (a + b) / 2))", Truth.UNDEFINED),
    ("ForAll((X, a, b), given=b > 0, then=Eq(E(b * X / b), 1 / a))", Truth.TRUE),
    ("ForAll((X, a, b), then=Eq(E(b * X / b), 1 / a))", Truth.UNDEFINED),
    ("ForAll((X, a, b), then=Eq(E(X) * b / b, 1 / a))", Truth.UNDEFINED),
]


@pytest.mark.parametrize(("source", "truth"), AS_WRITTEN, ids=[source for source, _ in AS_WRITTEN])
def test_what_is_averaged_has_a_value_almost_surely(source: str, truth: Truth) -> None:
    names = {**globals(), "__name__": "claims"}
    exec(transcribed(f"stated = {source}", "claims.py"), names)
    try:
        assert decide(names["stated"], thorough=False).truth is truth
    except UndefinedError:
        assert truth is Truth.UNDEFINED


REFUSED = [
    (lambda: Uniform(1, 0), "Uniform: got a=1, b=0, wanted a < b"),
    (lambda: Normal(0, variance=-1), "Normal: got mean=0, variance=-1, wanted a variance above zero"),
    (lambda: Normal(0, deviation=0), "Normal: got mean=0, deviation=0, wanted a standard deviation above zero"),
    (lambda: Normal(0, 1), "Normal: got 0, 1, wanted Normal(mean, variance=...) or Normal(mean, deviation=...)"),
    (lambda: Normal(0, variance=1, deviation=2), "Normal: got 0, variance=1, deviation=2, wanted Normal(mean, variance=...)"),
    (lambda: Exponential(0), "Exponential: got rate=0, wanted a rate above zero"),
    (lambda: Bernoulli(2), "Bernoulli: got p=2, wanted a number from 0 to 1"),
    (lambda: Binomial(s, p), "Binomial: got n=s, which need not be one, wanted an integer that is at least zero"),
    (lambda: Binomial(-1, p), "Binomial: got n=-1, p=p, wanted an integer that is at least zero"),
    (lambda: Poisson(-1), "Poisson: got mean=-1, wanted a mean above zero"),
    (lambda: Geometric(0), "Geometric: got p=0, wanted a number above 0, and at most 1"),
    (lambda: Exponential(E(N)), "Exponential: got rate=E[N], wanted numbers"),
    (lambda: random("Y", distribution=3), "random: got distribution=3 for 'Y', wanted one such as Uniform(a, b)"),
    (lambda: random("Y", distribution=Uniform(0, 1), mean=3), "random: got distribution=Uniform(0, 1) beside mean=3, wanted it alone"),
    (lambda: random("Y", distribution=Uniform(0, 1), symmetric=True), "random: got distribution=Uniform(0, 1) beside symmetric=True"),
    (lambda: random("Y", distribution=Bernoulli(p), bernoulli=q), "random: got distribution=Bernoulli(p) beside bernoulli=q"),
    (lambda: random("Y A", independent=True, distribution=(Uniform(0, 1),)), "random: got distribution=(Uniform(0, 1),) for 'Y A'"),
]


@pytest.mark.parametrize(("write", "words"), REFUSED, ids=[words[:60] for _, words in REFUSED])
def test_what_no_distribution_has_is_refused(write: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        write()
    assert str(caught.value).startswith(words)


LATE = [
    (ForAll((U, a, b), given=U >= 0, then=E(U) >= 0), "got U >= 0 supposed of the values of U, which is Uniform(a, b), wanted hypotheses"),
    (ForAll((U, a, b), then=b >= U), "got U outside of E(...)"),
    (ForAll((U, a), then=ForAll(b, then=E(U) <= b)), "got U with the distribution Uniform(a, b), wanted b bound with it"),
    (ForAll((U, a), then=E(U) >= a), "got the free variable b, wanted it bound"),
    (ForAll((U, N, a, b, m, s), then=Eq(E(U * N), 0)), "got N and U multiplied, of which nobody says how they depend"),
]


@pytest.mark.parametrize(("statement", "words"), LATE, ids=[words[:40] for _, words in LATE])
def test_what_cannot_be_told_is_refused(statement: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        decide(statement, thorough=False)
    assert str(caught.value).startswith(words)


def test_a_bernoulli_variable_is_what_it_was() -> None:
    assert random("Y", distribution=Bernoulli(p)) == random("Y", bernoulli=p)


SAID = [
    (U, (a, b), "X uniform on [a, b]"),
    (N, (m, s), "X normal with mean m and standard deviation s"),
    (V, (m, s), "X normal with mean m and variance s²"),
    (X, (a,), "X exponential with rate a"),
    (K, (a,), "X Poisson with mean a"),
    (B, (n, p), "X binomial with n trials of probability p"),
    (G, (p,), "X geometric, the first success of trials of probability p"),
]


@pytest.mark.parametrize(("variable", "parameters", "words"), SAID, ids=[words for *_, words in SAID])
def test_a_distribution_reads_as_it_is_said(variable: Any, parameters: Any, words: str) -> None:
    statement = ForAll((variable, *parameters), then=E(variable) <= 1)
    check_latex(latex_of(statement), "statement")
    assert words.replace("X", variable.name, 1) in sentence_of(statement)
    assert words.split()[1].strip(",") in latex_of(statement)


def test_copies_read_as_they_are_said() -> None:
    statement = ForAll((C, m, s, n), then=Eq(E(total(C)), n * m))
    assert "C of which there are n independent copies, each normal with mean m and standard deviation s" in sentence_of(statement)


def test_controls_turn_the_parameters() -> None:
    def spread(factor=12, top=b):  # type: ignore[no-untyped-def]
        inside = P(Or(a >= U, top < U))
        return ForAll((U, a, b), then=And(Eq(Var(U), (b - a) ** 2 / factor), Eq(inside, 0)))

    finding = finding_of(spread)
    assert finding["verdict"] == "holds", finding["reason"]
    assert [control["turned"] for control in each(finding["controls"])] == [True] * 4
