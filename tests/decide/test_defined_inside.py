"""Tests of what sums, products, integrals, limits and derivatives need of parameters, wherever they stand."""

from __future__ import annotations

import pytest

from probatum import integers, random, reals, vectors
from probatum.decision import Truth
from tests.authored import truth_of

x, y, z, a, b, t = reals("x y z a b t")
n, k, m = integers("n k m")
NAMES = {
    "x": x, "y": y, "z": z, "a": a, "b": b, "t": t, "n": n, "k": k, "m": m, "u": vectors("u"), "X": random("X"),
    "V": random("V", mean=1 / a, variance=1),
}  # fmt: skip
UNDEFINED = [
    # what the algebra system refuses to make
    "ForAll(x, then=Eq(Max(acosh(Rational(1, 3)), floor(x)), 1))",
    "ForAll(x, then=Ge(Max(x, sqrt(x - x - 1)), 0))",
    "ForAll(x, then=Ge(Mod(2 - x, x - x), 0))",
    "ForAll(x, then=Eq(x % 0, 0))",
    "ForAll(x, given=Eq(x, 0), then=Eq(sqrt(-2 + 0 * x) * x, 0))",
    "ForAll(x, given=Eq(x, 0), then=Eq(sqrt(Integer(-2)) * x, 0))",
    "ForAll(x, then=Le(sqrt(sqrt(7) / (x - x)), 10**6))",
    "ForAll(x, then=Eq(exp(-Sum(1 / k, (k, 1, oo))), 0))",
    "ForAll(y, then=AlmostAll(x, then=Eq(Integral(t * y / y + 0 * x, (t, 0, 1)), Rational(1, 2))))",
    "ForAll(a, then=Eq(Integral(t, (t, 0, a)) / a, a / 2))",
    "ForAll(x, then=Eq(Limit(t * x, t, 1) / x, 1))",
    "AlmostAll(x, then=Ge(1 / (sin(x)**2 + cos(x)**2 - 1)**2, 0))",
    "ForAll(a, then=Eq(Integral(t / a, (t, -1, 1)), 0))",
    "ForAll((a, b), then=Eq(Integral((t - Rational(1, 2)) / (a - b), (t, 0, 1)), 0))",
    "ForAll(a, then=Eq(Integral(1 / a, (t, 0, a)), 1))",
    "ForAll((x, u), then=norm(Sum((0 / x) / 2**k, (k, 1, 3)) * u) >= 0)",
    "ForAll((x, X), then=Var(X + Sum(0 * asin(x / 2) / 2**k, (k, 1, 3))) >= 0)",
    "ForAll((x, X), then=P(X >= Integral(z + 0 / x, (z, 0, 2))) <= 1)",
    "ForAll((x, y), then=Eq(sin(y)**2 + cos(y)**2, 1 + 0 * Limit(z + 0 * log(x), z, 3)))",
    "ForAll((n, a), given=n >= 0, then=Eq(Sum(k * a / a, (k, 1, n)), n * (n + 1) / 2))",
    "ForAll(a, given=a >= 0, then=Equal(Integral(exp(-t) * a / a, (t, 0, oo)), 1))",
    "Orbit(x, 2, x - 1, then=Eq(Integral(z / x, (z, -1, 1)), 0))",
    "Orbit(x, 2, x - 1, then=Eq(Sum(k / x, (k, -1, 1)), 0))",
    "ForAll((x, t), given=x + t >= 0, then=Eq(Derivative(sqrt(t + x)**2, t), 1))",
    "ForAll((x, t), given=Abs(x + t) <= 1, then=Eq(Derivative(cos(acos(t + x)), t), 1))",
]
FALSE = [
    "Exists(x, given=Eq(x, 1), then=smallest(t**2 + Limit(z * (1 / (1 / (x - 1)) - x + 1), z, 3), t, at=0))",
    "ForAll((x, n), given=n >= 0, then=Eq(Derivative(x * Sum(1 / n, (k, 1, n)), x), 1))",
    "ForAll((u, n), given=n >= 0, then=Eq(norm(Sum(1 / n, (k, 1, n)) * u), norm(u)))",
    "ForAll((X, n), given=n >= 0, then=Eq(E(X * Sum(1 / n, (k, 1, n))), E(X)))",
    # the sum of no terms is zero
    "ForAll(n, given=n >= 0, then=Eq(Sum(1 / n, (k, 1, n)), 1))",
    "ForAll((n, k), given=n >= k, then=Eq(Sum(1 / (n - k), (m, k + 1, n)), 1))",
    "AlmostAll(x, then=Ge(1 / cos(x)**2, 2))",
    # there is none
    "Exists(a, given=Eq(a, 0), then=Eq(Integral(cos(t) / a, (t, 0, pi)), 0))",
    "Exists(a, given=Eq(a, 0), then=Eq(Integral(t * exp(-t**2) / a, (t, -oo, oo)), 0))",
    "Exists(n, given=Eq(n, 0), then=Eq(Integral(z * Mod(5, n), (z, -1, 1)), 0))",
    "Exists((x, u), given=Eq(x, 0), then=norm(Sum((0 / x) / 2**k, (k, 1, 3)) * u) >= 0)",
    "Exists(x, given=x < 1, then=Equal((Limit(0 * acosh(x) / z, z, oo), 1), (0, 1)))",
    "Exists((x, t), given=Eq(x + t, 0), then=Eq(Derivative(sqrt(t + x)**2, t), 1))",
    "Equal(Integral(1 / cbrt(x**2), (x, -1, 1)), 5)",
    "ForAll(x, then=And(Eq(x, x), x > 0))",
]
TRUE = [
    "ForAll((u, n), given=n >= 1, then=Eq(norm(Sum(1 / n, (k, 1, n)) * u), norm(u)))",
    "ForAll((X, n), given=n >= 1, then=Eq(E(X * Sum(1 / n, (k, 1, n))), E(X)))",
    "ForAll(n, given=n >= 1, then=Eq(Sum(1 / n, (k, 1, n)), 1))",
    "Exists(n, given=n >= 0, then=Eq(Sum(1 / n, (k, 1, n)), 0))",
    "ForAll(x, given=x > 0, then=Eq(Limit(t * x, t, 1) / x, 1))",
    "AlmostAll(x, then=tan(x)**2 >= 0)",
    "AlmostAll(x, given=x > 0, then=Ge(log(x)**2 / sin(x)**2, 0))",
    "AlmostAll((x, y), then=Ge(1 / (sin(x) - y)**2, 0))",
    "AlmostAll(x, given=x >= 0, then=Eq(log(x) / log(x), 1))",
    "AlmostAll(x, given=x > 0, then=Eq((sqrt(x) - 1) / (sqrt(x) - 1), 1))",
    "AlmostAll((x, y), given=x > y, then=Eq(log(x - y) / log(x - y), 1))",
    "AlmostAll((x, y), given=x * y >= 0, then=Eq(sqrt(x * y) / sqrt(x * y), 1))",
    "AlmostAll(x, then=Eq(tan(x) / tan(x), 1))",
    "AlmostAll(x, given=sin(x) >= 0, then=1 / sqrt(sin(x)) >= 1)",
    "AlmostAll(x, then=Eq(sin(x)**2 / Abs(sin(x))**2, 1))",
    "ForAll((a, b), given=a > b, then=Eq(Integral((t - Rational(1, 2)) / (a - b), (t, 0, 1)), 0))",
    "Exists(a, given=a > 0, then=Eq(Integral(t * exp(-t**2) / a, (t, -oo, oo)), 0))",
    "ForAll(a, given=Eq(Integral(t / a, (t, -1, 1)), 0), then=Ne(a, 0))",
    "ForAll((x, u), given=x > 0, then=norm(Sum((0 / x) / 2**k, (k, 1, 3)) * u) >= 0)",
    "ForAll((n, a), given=And(n >= 0, a > 0), then=Eq(Sum(k * a / a, (k, 1, n)), n * (n + 1) / 2))",
    "ForAll((x, t), given=x + t > 0, then=Eq(Derivative(sqrt(t + x)**2, t), 1))",
    "ForAll(a, then=Eq(Derivative(sqrt(a**2 + 1)**2, a), 2 * a))",
    "AlmostAll(x, then=Eq(Integral(exp(-z) + 0 * (x / x), (z, 0, oo)), 1))",
    "ForAll((V, a), then=Ne(a, 0))",
    # an integral may have poles, and branches that are not taken
    "Equal(Integral(1 / cbrt(x**2), (x, -1, 1)), 6)",
    "Equal(Integral(Piecewise((1 / sqrt(x), x > 0), (0, True)), (x, -1, 1)), 2)",
    "Equal(Integral(Piecewise((sqrt(x), x >= 0), (sqrt(-x), True)), (x, -1, 1)), Rational(4, 3))",
]
OPEN = [
    "Orbit(x, 2, x - 1 + Limit(z * x / x, z, 0), then=x > -10)",
    # functions of which it is not known where they are defined
    "ForAll(x, then=Ge(x**2 + digamma(x) * 0, 0))",
    "ForAll(x, then=Ge(x**2 + acoth(x) * 0, 0))",
]


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_stands_inside_must_have_a_value(source: str) -> None:
    assert truth_of(source, **NAMES) is None


@pytest.mark.parametrize("source", FALSE)
def test_where_it_has_none_is_no_witness(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", TRUE)
def test_where_it_has_one_it_is_decided(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", OPEN)
def test_what_is_not_known_to_have_one_is_open(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.UNDECIDED


def test_what_supposes_a_value_that_there_is_not_is_about_nothing() -> None:
    assert truth_of("ForAll((V, a), given=And(Eq(a, 0), Var(V) >= 0), then=a > 5)", **NAMES) is Truth.VACUOUS
