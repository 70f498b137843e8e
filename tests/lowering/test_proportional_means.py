"""Tests of means of functions that are proportional: of a symmetric variable those of even parts, of exponentials those of shifted ones."""

from __future__ import annotations

import pytest

from probatum import features, integers, random, reals
from probatum.decision import Truth
from tests.authored import truth_of

a, t = reals("a t")
X, Y = random("X"), random("Y", symmetric=True)
n = integers("n")
x = features("x", of=n)
NAMES = {"a": a, "t": t, "X": X, "Y": Y, "x": x, "n": n}
SHARES = "total(x*exp({0}))/total(exp({0}))"  # the mean of x by its softmax

TRUE = [
    "ForAll(Y, then=Var(Max(Y, 0)) <= Var(Y)/2)",
    "ForAll(Y, then=E(Max(Y, 0))**2 <= Var(Y)/4)",
    "ForAll(Y, then=Eq(Var(Max(Y, 0)), E(Y**2)/2 - E(Abs(Y))**2/4))",
    "ForAll((Y, t), then=Eq(E(exp(t*Y)), E(cosh(t*Y))))",
    "ForAll((Y, t), then=Eq(E(exp(t*Y)), E(exp(-t*Y))))",
    "ForAll(Y, then=Eq(E(Y*exp(Y)), E(Y*sinh(Y))))",
    "ForAll(Y, then=Eq(E(tanh(Y)), 0))",
    "ForAll(Y, then=Eq(E(tanh(Y)), E(Y/(1 + Y**2))))",
    "ForAll(Y, then=E(Max(Y, 0)**2 + tanh(Y)) >= E(tanh(Y)**2)/2)",
    "ForAll(Y, then=Eq(Var(tanh(Y)), E(tanh(Y)**2)))",
    "ForAll(Y, then=Eq(E(sin(Y))*E(Y**2), 0))",
    "ForAll(Y, then=Eq(E(Heaviside(Y)), Rational(1, 2)))",
    "ForAll((Y, t), given=t > 0, then=Eq(P(Y >= t), P(Abs(Y) >= t)/2))",
]
FALSE = [
    "ForAll(Y, then=Var(Max(Y, 0)) <= Var(Y)/4)",
    "ForAll(Y, then=E(Max(Y, 0))**2 <= Var(Y)/5)",
    "ForAll(Y, then=Eq(Var(Max(Y, 0)), E(Y**2)/2 - E(Abs(Y))**2/2))",
    "ForAll(Y, then=E(Max(Y, 0)**2 + tanh(Y)) >= E(tanh(Y)**2))",
    "ForAll(X, then=Eq(E(tanh(X)), E(X/(1 + X**2))))",
    "ForAll(X, then=Eq(Var(tanh(X)), E(tanh(X)**2)))",
    "ForAll(Y, then=Eq(E(cos(Y))*E(Y**2), 0))",
    "ForAll((Y, t), then=Eq(E(exp(t*Y)), E(sinh(t*Y))))",
    "ForAll((X, t), given=Eq(E(X), 0), then=Eq(E(exp(t*X)), E(exp(-t*X))))",
    "ForAll(X, given=Eq(E(X), 0), then=Var(Max(X, 0)) <= Var(X)/2)",
    "ForAll(Y, then=Eq(P(Y >= 0), Rational(1, 2)))",
    "ForAll(Y, then=Eq(P(Y > 0), Rational(1, 2)))",
    "ForAll(Y, then=Eq(E(Heaviside(Y, 1)), Rational(1, 2)))",
    "ForAll((Y, t), then=Eq(P(Y >= t), P(Abs(Y) >= t)/2))",
]
SHIFTED = [
    "ForAll((x, n, a), then=Eq(log(total(exp(x + a))), a + log(total(exp(x)))))",
    "ForAll((x, n, a), given=a >= 0, then=log(total(exp(x + a))) >= log(total(exp(x))))",
    f"ForAll((x, n, a), then=Eq({SHARES.format('x + a')}, {SHARES.format('x')}))",
    "ForAll((X, t), then=Eq(log(E(exp(t*(X - E(X))))), log(E(exp(t*X))) - t*E(X)))",
]
NOT_SHIFTED = [
    "ForAll((x, n, a), then=Eq(log(total(exp(x + a))), 2*a + log(total(exp(x)))))",
    "ForAll((x, n, a), then=log(total(exp(x + a))) >= log(total(exp(x))))",
    f"ForAll((x, n, a), given=a > 0, then=Eq({SHARES.format('a*x')}, {SHARES.format('x')}))",
    "ForAll((X, t), then=Eq(log(E(exp(t*(X - E(X))))), log(E(exp(t*X))) - E(X)))",
]
UNDEFINED = ["ForAll(Y, then=Eq(E(1/Y), 0))", "ForAll(Y, then=Eq(E(Y/Abs(Y)), 0))"]


@pytest.mark.parametrize("source", TRUE)
def test_a_mean_is_that_of_the_even_part(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_of_another_part_or_where_it_jumps_at_zero_it_is_not(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_where_there_is_no_value_at_zero_there_is_no_mean(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize("source", SHIFTED)
def test_a_shift_is_a_factor_of_an_exponential(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", NOT_SHIFTED)
def test_what_is_no_shift_is_no_factor(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE
