"""Tests that a value found under the hypotheses stands only where variables have their values: not
where another value is put in, nor where one is varied.
"""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

a, x, y, t = sympy.symbols("a x y t", real=True)
m, n, k = sympy.symbols("m n k", integer=True)
ROWS = {
    # another value is put in
    "ForAll(a, given=a > 0, then=Eq(Limit(atan(a*t), t, oo).subs(a, a - 5), pi/2))": Truth.FALSE,
    "ForAll(a, given=a > 5, then=Eq(Limit(atan(a*t), t, oo).subs(a, a - 5), pi/2))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eq(Integral(exp(-a*y), (y, 0, oo)).subs(a, a + 1), 1/(a + 1)))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eq(Integral(exp(-a*y), (y, 0, oo)).subs(a, a - 5), 1/(a - 5)))": None,
    "ForAll(a, given=a > 0, then=Eq(Integral(y**2, (y, 0, a)).subs(a, a - 5), (a - 5)**3/3))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eq(Integral(y**2, (y, 0, a)).subs(a, a - 5), a**3/3))": Truth.FALSE,
    "ForAll(n, given=Eq(Mod(n, 2), 0), then=Eq(Mod(n, 2).subs(n, n + 1), 1))": Truth.TRUE,
    "ForAll(n, given=Eq(Mod(n, 2), 0), then=Eq(Mod(n, 2).subs(n, n + 1), 0))": Truth.FALSE,
    "ForAll(n, given=n >= 1, then=Eq(Sum(1/(k*(k + 1)), (k, 1, m)).subs(m, n), n/(n + 1)))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Eq(Limit(1/y, y, a).subs(a, x), 1/x))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Eq(2*(Limit(1/y, y, a) + a/a).subs(a, x), 2/x + 2))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Eq((Limit(1/y, y, a) + a).subs(a, x), 1/x))": Truth.FALSE,
    "ForAll(x, given=x >= 0, then=Eq(Limit(1/y, y, a).subs(a, x), 1/x))": None,
    "ForAll(y, given=y > 1, then=Eq(Limit(1/y, y, a).subs(a, y), 1/y))": Truth.TRUE,
    "ForAll(y, given=y > 1, then=Eq(Limit(a*y, y, 2).subs(a, y), 2*y))": Truth.TRUE,
    "ForAll(y, given=y > 1, then=Eq(Limit(a*y, y, 2).subs(a, y), 4))": Truth.FALSE,
    "Equal(Sum(a/a, (k, 1, 3)).subs(a, 2), 3)": Truth.TRUE,
    "Equal(Sum(a/a, (k, 1, 3)).subs(a, 0), 3)": None,
    "Equal(Integral(1/y, (y, 1, a)).subs(a, 2), log(2))": Truth.TRUE,
    # a variable is varied
    "ForAll(a, given=Eq(a, 0), then=Eq(Derivative(Limit(atan(a*t), t, oo), a), 0))": Truth.UNDECIDED,
    "ForAll(a, given=Eq(a, 0), then=Eq(diff(Limit(atan(a*t), t, oo), a), 0))": Truth.UNDECIDED,
    "Equal(diff(Limit(atan(a*t), t, oo), a).subs(a, 0), 0)": Truth.UNDECIDED,
    "ForAll(a, given=a > 0, then=Eq(Derivative(Limit(atan(a*t), t, oo), a), 0))": Truth.TRUE,
    "ForAll(a, given=Eq(a, 1), then=Eq(Derivative(Limit(a**2*t/(t + 1), t, oo), a), 2))": Truth.TRUE,
    "ForAll(a, given=Eq(a, 1), then=Eq(Derivative(Limit(a**2*t/(t + 1), t, oo), a), 0))": Truth.FALSE,
    "ForAll(x, given=Eq(x, 0), then=Eq(Derivative(floor(x), x), 0))": None,
    "smallest(Derivative(x**4, x)**2, x, at=0)": Truth.TRUE,
    "smallest(Derivative(x**2, x), x, at=0)": Truth.FALSE,
    "smallest(Derivative(Abs(x), x)**2, x, at=0)": None,
}


@pytest.mark.parametrize("source", ROWS)
def test_a_value_stands_where_it_was_found(source: str) -> None:
    assert truth_of(source, a=a, x=x, y=y, t=t, m=m, n=n, k=k) is ROWS[source]
