"""Tests of what is supposed, and of witnesses: what has no value there is not met, and shows nothing."""

from __future__ import annotations

import pytest

from probatum import complexes, features, integers, random, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

x, y, a, p = reals("x y a p")
n, k = integers("n k")
D, F = random("D F", independent=False, symmetric=True)
u, v = vectors("u v")
NAMES = {
    "x": x, "y": y, "a": a, "p": p, "n": n, "k": k, "u": u, "v": v, "z": complexes("z"), "D": D, "F": F,
    "X": random("X"), "q": features("q", of=n),
}  # fmt: skip
TRUE = [
    "Exists(x, given=Eq(x, 1), then=Exactly(1, ForAll(y, then=y**2 + x / x > 0), x > 5))",
    "Exists(a, given=a > 0, then=ForAll(y, then=Exists(p, then=ForAll(x, then=x**2 + p >= y + a / a))))",
    "Exists(x, given=Eq(x, 1), then=smallest(y**2 + x / x, y, at=0))",
    # logarithms, and what they are written as
    "ForAll((x, y), given=Eq(log(x) + log(y), 0), then=And(Eq(x * y, 1), x > 0))",
    "ForAll(x, given=Eq(log(x) + log(x + 2), log(8)), then=Eq(x, 2))",
    "ForAll((x, y), given=log(x) - log(y) >= log(2), then=x >= 2 * y)",
    "ForAll(x, given=log(x) <= 1, then=And(0 < x, x <= exp(1)))",
    "ForAll(p, given=log(p) - log(1 - p) <= log(3), then=p <= Rational(3, 4))",
    "ForAll(x, given=Eq(log(x, 2), 3), then=Eq(x, 8))",
    "ForAll(n, given=Eq(2 * log(n), log(9)), then=Eq(n, 3))",
    "ForAll(z, given=Eq(2 * log(z.real), log(9)), then=Eq(z.real, 3))",
    "ForAll(x, given=Le(atanh(exp(x)), 100), then=x < 1)",
    # what the algebra system takes for true of all numbers
    "ForAll(x, given=Abs(log(x)) >= 0, then=x > 0)",
    "ForAll(x, given=tan(x)**2 >= 0, then=Ne(cos(x), 0))",
    "ForAll(x, given=Max(0, log(x)) >= 0, then=x > 0)",
    "ForAll(x, given=Abs(x / x) >= 0, then=Ne(x, 0))",
    "ForAll(X, given=Abs(log(X)) >= 0, then=E(X) > 0)",
    "ForAll((q, n), given=Abs(log(q)) >= 0, then=total(q) > 0)",
    "ForAll(x, then=x**2 >= 0)",
    "ForAll(n, given=n >= 0, then=factorial(n) >= 1)",
    # roots out of which the algebra system takes factors that may be zero
    "ForAll(x, given=Eq(x, 0), then=Eq(sqrt(x**2 * (x - 1)), 0))",
    "ForAll(x, given=sqrt(-(x**2)) >= 0, then=Eq(x, 0))",
    "ForAll((u, x, y), given=And(Eq(x, 0), y < 0), then=Ge(norm(u) + sqrt(x * y), 0))",
    "ForAll(y, given=y >= 0, then=Abs(exp(sqrt(y))) >= 1)",
    "ForAll((x, y, a), given=And(Ne(x, 0), root(x**2 * y * (a - 1), 4) >= 0), then=y * (a - 1) >= 0)",
    "ForAll(x, given=And(x >= 0, x <= 1), then=sqrt(x**2 * (1 - x)) <= Rational(385, 1000))",
    # derivatives
    "ForAll(x, given=Ge(Derivative(Abs(x), x), -2), then=Ne(x, 0))",
    "ForAll(x, given=Le(Derivative(log(x), x), 1), then=x >= 1)",
    "ForAll(x, given=Ge(Derivative(atanh(x), x), -5), then=Abs(x) < 1)",
    "Exists(x, then=Eq(Derivative(Abs(x), x), 1))",
    # sums
    "ForAll(n, given=Ge(Sum(k, (k, 1, n)), 0), then=n >= -1)",
    "Exists(n, then=Eq(Sum(k, (k, 1, n)), 3))",
    # one over one over
    "ForAll(x, given=Ne(x, 0), then=Eq(1 / (1 / x), x))",
    "ForAll((x, y), given=And(Ne(x, 0), Ne(y, 0)), then=Eq(1 / (x / y), y / x))",
    # whole numbers beside vectors
    "ForAll((u, k), given=Ne(k, 0), then=norm(k * u) >= norm(u))",
    "ForAll((u, v, k), then=norm(u)**2 + k * (k - 1) * norm(v)**2 >= 0)",
    # between
    "ForAll(x, given=0 < x < 1, then=x**2 < x)",
    # infinities
    "Equal(limit(x, x, oo), oo)",
    "ForAll(x, given=Ge(1 / tan(x)**2, 0), then=Ne(sin(2 * x), 0))",
    "ForAll((x, n), given=n >= 1, then=Equal(Derivative(x**n, x), n * x**(n - 1)))",
    "ForAll(p, given=And(0 < p, p <= 1), then=Equal(Sum(k * p * (1 - p)**(k - 1), (k, 1, oo)), 1 / p))",
    # symmetric, each by itself
    "ForAll((D, F), then=Eq(E(D + F**3), 0))",
    "Exists((D, F), then=E(D * F) > 0)",
    # numbers built from vectors
    "ForAll((u, v), given=norm(v) > 0, then=Eq(dot(u - dot(u, v) / dot(v, v) * v, v), 0))",
    "ForAll((u, v, a), given=norm(v) > 0, then=norm(u - dot(u, v) / dot(v, v) * v) <= norm(u - a * v))",
    "ForAll((u, v), given=Or(Eq(u, v), Eq(u, -v)), then=Eq(norm(u), norm(v)))",
    "Equal(limit(1 / x**2, x, 0, '+'), oo)",
    # of things about what is chosen
    "Exists(x, then=ForAll(y, given=y > x, then=log(y) > 0))",
    "Exists(x, then=ForAll(y, given=y < x, then=Eq(y / y, 1)))",
    "Exists(x, then=ForAll(y, then=Implies(y > x, 1 / y > 0)))",
    "ForAll((u, a), given=norm(a / a * u) >= 0, then=Ne(a, 0))",
    # cases, between numbers
    "ForAll(x, then=Eq(Piecewise((x, Eq(cos(0), 1)), (0, True)) + 1, x + 1))",
    "ForAll(n, given=n >= 0, then=Eq(Sum(Piecewise((1, Eq(Mod(2 * k, 2), 0)), (7, True)), (k, 1, n)), n))",
    # values that are asked for
    "ForAll(n, given=n >= 1, then=Eq(summation(k / k, (k, 1, n)), n))",
    "ForAll(a, then=Eq(x.integrate((x, 0, a)), a**2 / 2))",
    "Orbit(x, 2, x / 2, then=x / x > 0)",
    "ForAll(x, given=x > 0, then=Eq(Integral(y, (y, 0, x / x)), Rational(1, 2)))",
]
FALSE = [
    # roots out of which the algebra system takes factors that may be zero
    "ForAll(x, given=sqrt(x**2 * (x - 1)) >= 0, then=x >= 1)",
    "ForAll(n, given=sqrt(n**2 * (n - 1)) >= 0, then=n >= 1)",
    "ForAll(x, given=sqrt(x**2 / (x - 1)) >= 0, then=x > 1)",
    "ForAll(x, given=sqrt(Abs(x) * (x - 1)) >= 0, then=x >= 1)",
    "ForAll(x, given=sqrt(-(x**2)) >= 0, then=x > 7)",
    "ForAll(x, given=Ge(sqrt(x * y).subs(y, x * (x - 1)), 0), then=x >= 1)",
    "ForAll(x, given=Ge(factor(sqrt(x**3 - x**2)), 0), then=x >= 1)",
    "ForAll(x, given=And(x >= 0, x <= 1), then=sqrt(x**2 * (1 - x)) <= Rational(384, 1000))",
    "Exists(a, given=Eq(a, 0), then=Exists(p, given=p > 0, then=ForAll(x, then=x**2 + p >= a / a - 1)))",
    "Exists(a, given=Eq(a, 0), then=ForAll(y, then=Exists(p, then=ForAll(x, then=x**2 + p >= y + a / a))))",
    "Exists(x, given=Eq(x, 0), then=ForAll(y, given=y > 0, then=y * x / x > 0))",
    "Exists(x, given=Eq(x, 0), then=Exactly(1, ForAll(y, then=y**2 + x / x > 0), x > 5))",
    "Exists(x, given=Eq(x, 0), then=Any(ForAll(y, then=y**2 + x / x > 0), x > 5))",
    "Exists(x, given=Eq(x, 0), then=smallest(y**2 + x / x, y, at=0))",
    "Exists(n, given=Eq(n, -1), then=ForAll(x, then=x**2 >= 0 * factorial(n)))",
    "Exists(x, given=x > 1, then=ForAll(y, then=y**2 + x > cos(acos(x)) - 1))",
    "Exists(a, given=Eq(a, 0), then=ForAll(x, then=x**2 + a / a >= 0))",
    "Exists((u, a), given=And(Eq(a, 0), a / a * norm(u) >= 0), then=norm(u) >= 0)",
    "smallest(n**2 - n, n, at=Rational(1, 2))",
    "Exists(a, given=a < 0, then=has_eigenvalues([[0, 1], [a, 0]], (sqrt(a), -sqrt(a))))",
    "Exists(x, given=x < -3, then=ForAll(y, given=y > x, then=log(y)**2 >= 0))",
    "Exists(x, then=Ne(Piecewise((x, Eq(x - x, 0)), (0, True)), x))",
    "ForAll(n, given=n >= 0, then=Eq(Sum(Piecewise((1, Eq(Mod(2 * k, 2), 0)), (7, True)), (k, 1, n)), 7 * n))",
    "Equal(Integral(Piecewise((x, Eq(floor(2), 2)), (7, True)), (x, 0, 1)), 7)",
    "AlmostAll(x, then=Eq(Piecewise((x, Eq(cos(0), 1)), (0, True)), 0))",
    "Orbit(x, 1, Piecewise((x / 2, Eq(floor(2), 2)), (x + 1, True)), then=x >= 1)",
    "ForAll(n, given=n >= 0, then=Eq(Mod(factorial(n + 2), 6), 0))",
    "ForAll(n, given=n >= 1, then=Eq(floor(2**n / 6), 2**n / 6))",
    "Orbit(x, 2, x - 1, then=And(x / x > 0, x >= 2))",
    "Equal(acosh(1 + Rational(1, 10**20)), 0)",
    "ForAll((x, y), given=Eq(log(x) + log(y), 0), then=Eq(x, 1))",
    "Exists(x, given=x < 0, then=Ge(sinh(log(x)), -100))",
    "Exists(x, given=x < 0, then=Eq(2 * sinh(log(x)), x - 1 / x))",
    "Exists(x, given=And(x >= -7, x <= -3), then=Le(atanh(x), 100))",
    "Exists(x, then=Eq(log(x) / (x - 1), 1))",
    "Exists(x, then=And(Abs(log(x)) >= 0, Eq(x, -1)))",
    "Exists(x, given=tan(x)**2 >= 0, then=Eq(cos(x), 0))",
    "Exists(x, then=Eq(Derivative(Abs(x), x), 0))",
    "Exists(x, then=Eq(Derivative(Max(x, -x), x), 0))",
    "Exists(x, then=Lt(Derivative(log(x), x), 0))",
    "Exists(x, then=And(Ge(Derivative(Piecewise((x, x < 1), (x + 1, True)), x), -2), Eq(x, 1)))",
    "Exists(n, then=Lt(Sum(1, (k, 1, n)), 0))",
    "Exists(n, given=n < 0, then=Eq(Sum(k, (k, 1, n)), 3))",
    "Exists(u, then=Eq(1 / (1 / norm(u)), 0))",
    "ForAll((u, k), given=k > 0, then=k * norm(u)**2 <= norm(u)**2)",
    "ForAll((u, v, a), given=norm(v) > 0, then=norm(u - dot(u, v) / dot(v, v) * v) < norm(u - a * v))",
    "Exists((u, k), given=k > 0, then=k * norm(u)**2 < norm(u)**2)",
    "ForAll(x, given=0 < x < 2, then=x**2 < x)",
    "Exists(x, given=Eq(x, 0), then=Exactly(1, 1 / x > 1, 1 / x <= 1))",
    "ForAll((D, F), then=Eq(E(D * F), 0))",
    "ForAll((D, F), then=Eq(Var(D + F), Var(D) + Var(F)))",
]
UNDEFINED = [
    "ForAll(x, then=Eq(Integral(y, (y, 0, x / x)), Rational(1, 2)))",
    "ForAll(a, then=Eq(Integral(0, (x, 0, 1 / a)), 0))",
    "ForAll(a, then=Eq(Limit(x, x, a / a), 1))",
    "Equal(summation(k / k, (k, 0, 3)), 4)",
    "Equal(product(k / k, (k, 0, 3)), 1)",
    "ForAll(n, given=n >= 0, then=Eq(summation(k / k, (k, 0, n)), n + 1))",
    "Orbit(x, 2, x - 1, then=x / x > 0)",
    "ForAll(a, given=a > 0, then=Orbit(x, a, x - a, then=Eq(x / x, 1)))",
    "Orbit(x, 1, 1 / (1 / (x - 1)), then=x > -10)",
    "ForAll(x, then=Ge(1 / (1 / x**2), 0))",
    "ForAll(x, then=Ge(Piecewise((x, 1 / x > 1), (x, True)) + 1, x))",
    "ForAll((u, v), then=Eq(dot(u - dot(u, v) / dot(v, v) * v, v), 0))",
    "ForAll((x, y), then=Ge((y**2 + 1) / (1 / x**2), 0))",
    "ForAll(x, then=Ge(sqrt(1 / x**(-2)), 0))",
    "ForAll((x, y), given=Ne(x, 0), then=Ge(1 / (x / y) + 1, y / x))",
    "ForAll(x, then=Eq(1 / (1 / x), x))",
    "ForAll(X, then=Ge(1 / (1 / Var(X)), 0))",
    "ForAll((q, n), then=Ge(1 / (1 / total(q**2)), 0))",
    "Equal(Sum(1 / (1 / k), (k, 0, 3)), 6)",
    "ForAll(x, then=And(Abs(log(x)) >= 0, x**2 + 1 > x))",
]
NOT_TRUE = [  # true of a formula that the algebra system would put in their place
    "Exists(a, then=Eq(integrate(1 / x**2, (x, -1, a)), -2))",
    "ForAll(a, given=a > 0, then=Lt(integrate(1 / x**2, (x, -1, a)), 0))",
    "Exists(a, given=a > 2, then=Lt(integrate(1 / cos(x)**2, (x, 0, a)), 0))",
    "Exists(a, then=Eq(limit(sign(x), x, a), 0))",
    "Exists(x, then=Eq(x * log(x), -1))",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_has_no_value_is_not_met(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_what_has_no_value_is_no_witness(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_is_stated_must_have_one(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize("source", NOT_TRUE)
def test_a_formula_that_has_one_elsewhere_shows_nothing(source: str) -> None:
    assert truth_of(source, **NAMES) in (Truth.UNDECIDED, Truth.FALSE, None)


def test_no_case_that_is_supposed_has_a_value() -> None:
    assert truth_of("ForAll(x, given=sqrt(-1 - x**2) >= 0, then=x > 100)", **NAMES) is Truth.VACUOUS
