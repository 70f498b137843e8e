"""Tests of what holds almost everywhere: that analytic functions are not zero, where none is zero everywhere."""

from __future__ import annotations

import pytest
import sympy
from sympy import And, Ne, Rational, Symbol, asin, cos, exp, floor, log, sin, sqrt

from probatum.lowering.analysis.null_sets import almost_nowhere_false

x, y = sympy.symbols("x y", real=True)
n = Symbol("n", integer=True)
ALMOST = [
    Ne(x, 0),
    Ne(3 * x, 1),
    Ne(x * y, 1),
    Ne(x**3, x),
    And(Ne(x, 0), Ne(y, 1)),
    x**2 > 0,
    sympy.Lt(0, x**4),
    (x - y) ** 2 > 0,
    Ne(exp(x), 2),
    Ne(sin(x) + x * cos(y), 0),
    Ne(abs(x), 0),
    Ne(log(x), 0),
    Ne(log(x**2), 0),
    Ne(log(2 * x + y) + x, 0),
    Ne(sqrt(x), 0),
    Ne(sqrt(x) + x, 2),
    Ne((x**2 - 1) ** Rational(1, 3), 0),
    Ne(asin(x) + x, 1),
    Ne(1 / x, 5),
    Ne(sympy.tan(x), x),
    Ne(sympy.Max(x**2 - 1, x), 0),
    Ne((3 * x - 1) * (7 * x + 2) * (4 * x - 5) * (5 * x + 9), 0),
]
ONE = sin(x) ** 2 + cos(x) ** 2
PERHAPS_NOT = [
    Ne(log(ONE), 0),
    Ne(sympy.acos(ONE), 0),
    Ne(sympy.acosh(ONE), 0),
    Ne(asin(ONE - 1), 0),
    Ne(sympy.atanh(ONE - 1), 0),
    Ne(sympy.tan(ONE - 1), 0),
    Ne(abs(ONE - 1), 0),
    x > 0,
    x**3 > 0,
    x**2 > 1,
    1 / x**2 > 0,
    sqrt(x) > 0,
    And(Ne(x, 0), x > 0),
    Ne(floor(x), 0),
    Ne(sympy.Max(x, 0), 0),
    Ne(abs(x) + x, 0),
    Ne(log(x**2) + x, 0),
    Ne(sqrt(x**2 + 1) + x, 5),
    Ne(ONE, 1),
    Ne((3 * x - 1) * (7 * x + 2) * (4 * x - 5) * (5 * x + 9) * (6 * x - 11), 0),
    sympy.Eq(x, 0),
    sympy.Or(Ne(x, 0), x > 1),
]


@pytest.mark.parametrize("condition", ALMOST, ids=str)
def test_it_holds_almost_everywhere(condition: sympy.Basic) -> None:
    assert almost_nowhere_false(condition, (x, y))


@pytest.mark.parametrize("condition", PERHAPS_NOT, ids=str)
def test_it_need_not(condition: sympy.Basic) -> None:
    """Or is zero at each of the points that are tried, which says nothing."""
    assert not almost_nowhere_false(condition, (x, y))


def test_integers_have_no_measure() -> None:
    assert not almost_nowhere_false(Ne(n, 0), (n,))
    assert not almost_nowhere_false(Ne(x, 0), (x, n))
    assert not almost_nowhere_false(Ne(x, 0), ())
