"""Tests of what limits say of a condition from some number on, for outer variables of any sign."""

from __future__ import annotations

import pytest
import sympy

from probatum.calculus.ultimately import difference_at_last
from probatum.decision import Truth
from probatum.proposition.subjects.coercion import integers, reals
from tests.authored import truth_of

a, b, t = reals("a b t")
n, k = integers("n k")
LEIBNIZ = "Sum((-1)**k/k, (k, 1, n))"
ROWS = {
    # sums of turning signs are now above, now below what they tend to
    f"Eventually(n, {LEIBNIZ} > -log(2))": Truth.FALSE,
    f"Eventually(n, {LEIBNIZ} < -log(2))": Truth.FALSE,
    f"Eventually(n, Ne({LEIBNIZ}, -log(2)))": Truth.TRUE,
    f"Eventually(n, {LEIBNIZ} > -Rational(7, 10))": Truth.TRUE,
    "Eventually(n, Sum((-1)**k/k, (k, 1, 2*n)) > -log(2))": Truth.TRUE,
    "Eventually(n, Sum((-1)**k/k, (k, 1, 2*n)) < -log(2))": Truth.FALSE,
    "Eventually(n, Sum((-1)**k/k, (k, 1, 2*n + 1)) < -log(2))": Truth.TRUE,
    "Eventually(n, Sum((-1)**k/(2*k + 1), (k, 0, 2*n)) > pi/4)": Truth.TRUE,
    "Eventually(n, Sum((-1)**(k + 1)/(2*k - 1), (k, 1, 2*n)) > pi/4)": Truth.FALSE,
    # what a limit is
    f"ForAll(a, given=a > 0, then=Eventually(n, Abs({LEIBNIZ} + log(2)) < a))": Truth.TRUE,
    f"ForAll(a, given=a > 0, then=Eventually(n, Abs({LEIBNIZ} + Rational(7, 10)) < a))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eventually(n, Abs(Sum(1/k**2, (k, 1, n)) - pi**2/6) < a))": Truth.TRUE,
    "ForAll(a, given=a >= 0, then=Eventually(n, Abs(Sum(2**-k, (k, 1, n)) - 1) <= a))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eventually(n, Abs((-1)**n) < a))": Truth.FALSE,
    # an upper bound that is reached by none
    "ForAll(a, given=a < 1, then=Eventually(n, Sum(2**(-k), (k, 1, n)) > a))": Truth.TRUE,
    "ForAll(a, given=a <= 1, then=Eventually(n, Sum(2**(-k), (k, 1, n)) >= a))": Truth.FALSE,
    "ForAll(a, given=a < 1, then=ForSmall(t, sin(t)/t > a))": Truth.TRUE,
    "ForAll(a, given=a <= 1, then=ForSmall(t, sin(t)/t >= a))": Truth.FALSE,
    "ForAll(a, then=Eventually(n, Sum(1/k, (k, 1, n)) > a))": Truth.TRUE,
    "ForAll((a, b), given=a < b, then=Eventually(n, a*(1 + 1/n) < b))": Truth.TRUE,
    "ForAll((a, b), given=a <= b, then=Eventually(n, a*(1 + 1/n) <= b))": Truth.FALSE,
    "ForAll((a, b), given=a > 0, then=Eventually(n, a + b/n > b))": Truth.FALSE,
    "ForAll(a, given=Ne(a, 2), then=Eventually(n, Ne(2 + 1/n, a)))": Truth.TRUE,
    "ForAll(a, given=a < Rational(3, 2), then=Eventually(n, Sum(1/k**2, (k, 1, n)) > a + Rational(1, 4)))": Truth.FALSE,
}


@pytest.mark.parametrize("written", ROWS)
def test_it_is_told_by_limits(written: str) -> None:
    assert truth_of(written, a=a, b=b, t=t, n=n, k=k) is ROWS[written]


def test_a_difference_tends_to_a_number_whatever_else_stands_in_it() -> None:
    def at_last(relation: sympy.Basic) -> sympy.Expr | None:
        return difference_at_last(relation, n, sympy.oo)

    assert at_last(sympy.Lt(a + b / n, b)) == b - a
    assert at_last(sympy.Ge(a * (2 * n + 1) / (n + 3), b)) == 2 * a - b
    assert at_last(sympy.Gt(n, a)) == sympy.oo
    assert at_last(sympy.Gt(a * n, b)) is None  # which hangs on the sign of a
    assert at_last(sympy.Gt(a**n, b)) is None
    assert at_last(sympy.Eq(1 / n, a)) is None
    assert at_last(sympy.Gt(n - 2 * n, a)) == -sympy.oo
