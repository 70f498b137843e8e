"""Tests of slope and rest of what is linear in a variable."""

from __future__ import annotations

import sympy

from probatum.calculus.forms.linear_part import linear
from probatum.proposition.subjects.coercion import reals
from tests.each import each

x, a, b = reals("x a b")


def test_a_linear_expression_is_slope_times_variable_and_rest() -> None:
    for expression, found in each(
        [
            (2 * x + 3, (2, 3)),
            (a * (x - b), (a, -a * b)),
            (a, (0, a)),
            ((x + 1) ** 2 - x**2, (2, 1)),
            (sympy.sin(a) * x, (sympy.sin(a), 0)),
        ]
    ):
        assert linear(expression, x) == found, expression


def test_what_is_multiplied_by_the_variable_must_not_hold_it() -> None:
    for expression in each([x**2, x * sympy.exp(x), x * sympy.cos(x) - a, sympy.Abs(x), a * x + 1 / x, 2**x]):
        assert linear(expression, x) is None, expression
