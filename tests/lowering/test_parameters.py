"""Tests of series with parameters: each function that is put in place of one is what mpmath sums it to."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]
import pytest
import sympy

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.analysis.parameters import _power_series
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.relation import Lt
from probatum.proposition.subjects.coercion import integers, reals
from tests.each import each

a, x = reals("a x")
k = integers("k")
SIGN = (-1) ** k
TERMS = {
    "exponential": x**k / sympy.factorial(k),
    "cosine": SIGN * x ** (2 * k) / sympy.factorial(2 * k),
    "sine": SIGN * x ** (2 * k + 1) / sympy.factorial(2 * k + 1),
    "hyperbolic cosine": x ** (2 * k) / sympy.factorial(2 * k),
    "hyperbolic sine": x ** (2 * k + 1) / sympy.factorial(2 * k + 1),
    "arctangent": SIGN * x ** (2 * k + 1) / (2 * k + 1),
    "logarithm": x ** (k + 1) / (k + 1),
    "inverse hyperbolic tangent": x ** (2 * k + 1) / (2 * k + 1),
    "logarithm of the other side": SIGN * x ** (k + 1) / (k + 1),
    "polynomial times exponential": (k**2 + 1) * x**k / sympy.factorial(k),
}


@pytest.mark.parametrize("name", TERMS)
@pytest.mark.parametrize("value", [sympy.Rational(1, 3), sympy.Rational(-3, 4)])
def test_a_power_series_is_the_function_that_mpmath_sums_it_to(name: str, value: Any) -> None:
    found = [(form, where) for form, where in _power_series(TERMS[name], k) if where.xreplace({x: value}) != sympy.false]
    term = sympy.lambdify(k, TERMS[name].xreplace({x: value}), "mpmath")
    total = mpmath.nsum(lambda i: term(int(i)), [0, mpmath.inf])
    for form, _ in each(found):
        assert abs(mpmath.mpf(str(form.xreplace({x: value}).evalf(15))) - total) < 1e-12


@pytest.mark.parametrize("term", [SIGN * x ** (2 * k + 1) / (2 * k + 2), x**k / (k + 1), x ** (2 * k) / sympy.factorial(2 * k + 1)])
def test_what_only_looks_like_one_is_none(term: Any) -> None:
    assert list(_power_series(term, k)) == []


@pytest.mark.parametrize(
    ("low", "factor", "value", "truth"),
    [
        (2, 1, a**2 / (1 - a), Truth.TRUE),
        (2, 1, a / (1 - a), Truth.FALSE),
        (3, k, a**3 * (3 - 2 * a) / (1 - a) ** 2, Truth.TRUE),
        (3, k, a**3 * (3 - a) / (1 - a) ** 2, Truth.FALSE),
    ],
)
def test_a_geometric_series_from_later_on(low: int, factor: Any, value: Any, truth: Truth) -> None:
    total = sympy.Sum(factor * a**k, (k, low, sympy.oo))
    assert decide(ForAll(a, given=Lt(sympy.Abs(a), 1), then=Equal(total, value))).truth is truth
