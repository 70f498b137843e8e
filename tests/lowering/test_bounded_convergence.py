"""Tests of the theorem on integrals of what stays bounded: what it says, what it leaves to be shown, and where it says nothing."""

from __future__ import annotations

import pytest
import sympy
from sympy import Eq, Integral, Ne, oo, tanh

from probatum import integers, reals
from probatum.lowering.analysis.bounded_convergence import BOUNDED, of_bounded_integrals
from probatum.lowering.value import Value

t, x, c = reals("t x c")
n = integers("n")
NOTHING_SAID = [
    Integral(tanh(n * x), (x, 0, c)),
    Integral(tanh(c * n * x), (x, 0, 1)),
    Integral(t * tanh(n * x), (x, 0, 1), (t, 0, 1)),
    Integral(tanh(n * x), (x, 0, oo)),
    Integral(x / n, (x, 1, 0)),
    Integral(sympy.floor(x) + 1 / n, (x, 0, 1)),
    Integral(sympy.sqrt(x) / n, (x, -1, 1)),
    Integral(11 * n * x, (x, 0, 1)),
    Integral(-11 * n * x, (x, 0, 1)),
    Integral(1 / (n * x), (x, 0, 1)),
    n * Integral(1 / n, (x, 0, 1)),
    tanh(n),
]


def limit(body: sympy.Expr, point: sympy.Expr = oo) -> sympy.Expr:
    return sympy.Limit(body, n, point, "-")


def told(body: sympy.Expr, point: sympy.Expr = oo) -> list[Value]:
    return list(of_bounded_integrals(limit(body, point)))


def test_what_is_left_to_be_shown() -> None:
    """That it has a value from 1 on, that it stays below a number, and what it tends to but at zero and at the ends."""
    (value,) = told(5 * Integral(tanh(n * x), (x, -1, 2)) + 1 / n)
    assert value.theorem is BOUNDED
    assert value.form == limit(Integral(5, (x, -1, 2)) + 1 / n)
    defined, bounded, tends = value.conditions
    later = sympy.And(x >= -1, x <= 2, n >= 1)
    assert defined == ((x, n), later, sympy.true)
    assert bounded == ((x, n), later, sympy.Le(5 * abs(tanh(n * x)), 6))
    assert tends == ((x,), sympy.And(x > -1, x < 2, Ne(x, 0)), Eq(limit(5 * tanh(n * x)), 5, evaluate=False))


def test_what_it_may_tend_to_is_what_it_tends_to_at_one_point_or_at_all() -> None:
    at_one, at_all = told(Integral(5 * x * (1 + 1 / n), (x, -1, 2)))
    assert (at_one.form, at_all.form) == (Integral(sympy.Rational(40, 7), (x, -1, 2)), Integral(5 * x, (x, -1, 2)))
    needs_a_value, bounded, _ = at_one.conditions
    assert needs_a_value[2] == Ne(n, 0)
    assert bounded[2].rhs == 21  # 20 at the end, and one more


def test_the_integral_of_zero_is_zero() -> None:
    (value,) = told(Integral(sympy.exp(-n * x**2), (x, 0, 1)))
    assert value.form == 0
    assert value.conditions[1][2].rhs == 2


def test_it_is_about_each_integral_by_itself() -> None:
    first, second = Integral(tanh(n * x), (x, 0, 1)), Integral(sympy.cos(x / n), (x, 0, 3))
    forms = {value.form for value in told(first + second)}
    assert {limit(Integral(1, (x, 0, 1)) + second), limit(first + Integral(1, (x, 0, 3)))} <= forms


@pytest.mark.parametrize("body", NOTHING_SAID, ids=str)
def test_where_it_says_nothing(body: sympy.Expr) -> None:
    assert told(body) == []


def test_it_says_nothing_of_limits_elsewhere() -> None:
    assert told(Integral(x / (1 + n**2), (x, 0, 1))) != []
    assert told(Integral(x / (1 + n**2), (x, 0, 1)), sympy.Integer(0)) == []
