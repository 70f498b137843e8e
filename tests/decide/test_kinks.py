"""Tests of derivatives, first and higher ones, of what bends or jumps somewhere."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

a, x, y = sympy.symbols("a x y", real=True)
n, m = sympy.symbols("n m", integer=True)
ROWS = {
    "ForAll(x, then=Eq(diff(Abs(x)*x, x, 2), 2*sign(x)))": None,
    "ForAll(x, given=Ne(x, 0), then=Eq(diff(Abs(x)*x, x, 2), 2*sign(x)))": Truth.TRUE,
    "ForAll(x, given=Ne(x, 0), then=Eq(diff(Abs(x)*x, x, 2), sign(x)))": Truth.FALSE,
    "ForAll(x, then=Ge(diff(Max(x, 0)**2, x, 2), 0))": None,
    "ForAll(x, given=x > 0, then=Eq(diff(Max(x, 0)**2, x, 2), 2))": Truth.TRUE,
    "ForAll(x, given=x < 0, then=Eq(diff(Max(x, 0)**2, x, 2), 2))": Truth.FALSE,
    "ForAll(x, then=Eq(diff(Max(x, 0)**3, x, 2), 6*Max(x, 0)))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(Max(x, 0)**3, x, 2), 3*Max(x, 0)))": Truth.FALSE,
    "ForAll(x, then=Eq(diff(Max(x, 0)**3, x, 3), 6*Heaviside(x)))": None,
    "ForAll(x, then=Eq(diff(x**2*Heaviside(x), x), 2*x*Heaviside(x)))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(x*Heaviside(x), x), Heaviside(x)))": None,
    "ForAll(x, given=Ne(x, 0), then=Eq(Derivative(x*Heaviside(x), x), Heaviside(x)))": Truth.TRUE,
    "ForAll((x, a), given=x > a, then=Eq(diff(Heaviside(x - a)*x**2, x), x))": Truth.FALSE,
    "ForAll((x, y), given=x > y, then=Eq(diff(Abs(x - y)*(x - y), x, y), -2))": Truth.TRUE,
    "ForAll((x, y), then=Eq(diff(Abs(x - y)*(x - y), x, y), -2))": None,
    "ForAll(x, then=Eq(diff(x*sign(x)**2, x), 1))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(x**3*sign(x)**2, x, 3), 6))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(x**3*sign(x)**2, x, 3), 6*sign(x)**2))": Truth.FALSE,
    "ForAll(x, then=Eq(diff(x*Piecewise((5, Eq(x, 0)), (1, True)), x), 1))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(Piecewise((5, Eq(x, 0)), (1, True)), x), 0))": None,
    "ForAll(x, then=Eq(diff(Piecewise((1, x**2 - 2*x + 1 >= 0), (0, True)), x), 0))": Truth.UNDECIDED,
    "ForAll(x, given=Abs(x) < 1, then=Eq(diff(Abs(x**2 - 1), x, 2), -2))": Truth.TRUE,
    "ForAll(x, then=Le(diff(Abs(x**2 - 1), x, 2), 2))": None,
    "ForAll((x, a), given=And(a > 0, Ne(x, 0)), then=Eq(diff(Abs(a*x)*x, x, 2), 2*a*sign(x)))": Truth.TRUE,
    "ForAll((x, a), given=a > 0, then=Ge(diff(Abs(a*x)*x, x, 2), -2*a))": None,
    "ForAll((x, a), given=Eq(a, 0), then=Eq(diff(sign(a*x)**2*(x - 1) + 5, x), 1))": Truth.UNDECIDED,
    "ForAll((x, n), given=n >= 2, then=Eq(diff(x**n, x), n*x**(n - 1)))": Truth.TRUE,
    "ForAll((x, n), given=n >= 2, then=Eq(diff(x**n, x), n*x**n))": Truth.FALSE,
    "ForAll((x, n), given=n >= 0, then=Eq(x*diff(x**n, x), n*x**n))": Truth.TRUE,
    "ForAll((x, n), given=n >= 0, then=Eq(x*diff(x**n, x), x**n))": Truth.FALSE,
    "ForAll((x, n, m), given=And(n >= 0, m >= 0), then=Eq(x*diff(x**n + x**m, x), n*x**n + m*x**m))": Truth.TRUE,
    "ForAll((x, n, m), given=And(n >= 0, m >= 0), then=Eq(x*diff(x**n + x**m, x), n*x**n + x**m))": Truth.FALSE,
    "ForAll(x, then=Eq(diff(x**n, x).subs(n, 0), 0))": Truth.TRUE,
    "ForAll(x, then=Eq(diff(x**n, x).subs(n, 3), 3*x**2))": Truth.TRUE,
    "ForAll((x, n), given=n >= 2, then=Eq(diff(Abs(x)**n, x), n*Abs(x)**(n - 1)*sign(x)))": Truth.TRUE,
}  # fmt: skip


@pytest.mark.parametrize("source", ROWS)
def test_there_is_a_derivative_where_both_sides_have_the_same(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, n=n, m=m) is ROWS[source]
