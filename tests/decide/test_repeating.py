"""Tests of what is so from some number on, of what repeats: only where it is so everywhere."""

from __future__ import annotations

import pytest
import sympy

from probatum import reals
from probatum.decision import Truth
from probatum.lowering.analysis.periods import period_of
from tests.authored import truth_of

x, a = reals("x a")
PI = sympy.pi
R = sympy.Rational
TURNS = {sympy.sin: 2 * PI, sympy.cos: 2 * PI, sympy.tan: PI, sympy.cot: PI, sympy.sec: 2 * PI, sympy.csc: 2 * PI, sympy.frac: 1}
LASTING = {
    "Eventually(x, sin(x) < 1)": Truth.FALSE,
    "Eventually(x, sin(x) <= 1)": Truth.TRUE,
    "Eventually(x, Ne(sin(x) + cos(x), 1))": Truth.FALSE,
    "Eventually(x, Mod(x, 1) < Rational(1, 2))": Truth.FALSE,
    "Eventually(x, Mod(x, 1) < 1)": Truth.TRUE,
    "Eventually(x, sin(2*x) <= Abs(2*sin(x)))": Truth.TRUE,
    "Eventually(x, sin(2*x) <= 2*sin(x))": Truth.FALSE,
    "Eventually(x, sin(x/3) + cos(x/2) < 3)": Truth.TRUE,
    "Eventually(x, sin(x)/x < 1)": Truth.TRUE,
    "ForAll(a, given=a > 1, then=Eventually(x, sin(x + a) < a))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eventually(x, sin(x) < a))": Truth.FALSE,
    "Eventually(x, Mod(x, 2) + Mod(x, 3) < 4)": Truth.FALSE,
}


@pytest.mark.parametrize("source", LASTING)
def test_what_repeats_is_so_in_the_end_where_it_always_is(source: str) -> None:
    assert truth_of(source, x=x, a=a) is LASTING[source]


@pytest.mark.parametrize(
    ("condition", "period"),
    [
        (sympy.sin(x) < 1, 2 * PI),
        (sympy.sin(x / 3) + sympy.cos(x / 2) < 2, 12 * PI),
        (sympy.tan(3 * x + a) < 1, PI / 3),
        (sympy.Mod(x, 2) + sympy.Mod(x, 3) < 4, 6),
        (sympy.frac(x / 2) < sympy.sin(PI * x), 2),
        (sympy.sin(x) + sympy.sin(sympy.sqrt(2) * x) < 2, None),
        *((function(x / 3 + a) < R(1, 2), 3 * period) for function, period in TURNS.items()),
        (sympy.csc(x) + sympy.tan(x / 2) < 1, 2 * PI),
        (sympy.Mod(-x, R(3, 4)) + sympy.Mod(x, R(-5, 6)) < 1, R(15, 2)),
        (sympy.sin(x) < sympy.Mod(x, a), None),
        (sympy.sin(x) < sympy.Mod(5, x), None),
        (sympy.sin(sympy.sin(x)) < 1, None),
        (sympy.sin(x) < x, None),
        (sympy.sin(a * x) < 1, None),
        (sympy.sin(x**2) < 1, None),
        (sympy.sin(x**2 + 2 * x) < 1, None),
        (sympy.exp(a) < 1, None),
    ],
)
def test_a_period_is_the_least_common_one(condition: sympy.Basic, period: sympy.Expr | None) -> None:
    assert period_of(condition, x) == period
