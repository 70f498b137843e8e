"""Tests of the ranges of waves and digits: what contains all values, and what is left where nothing does."""

from __future__ import annotations

import pytest
import sympy
from flint import arb
from sympy import Abs, Rational, atan, cos, erf, exp, frac, log, sign, sin, tanh

from probatum.calculus.asymptotics.leading_terms import T
from probatum.calculus.asymptotics.wave_ranges import BALLS, range_of
from probatum.proposition.subjects.coercion import reals
from probatum.type_names import Expression
from tests.each import each

a = reals("a")
PLACES = [Rational(number, 97) for number in (1, 2, 5, 13, 31, 50, 64, 89, 96, 140, 431)]
BOUNDED = [
    *(function(argument) for function in BALLS for argument in (1 / T - 2, 3 - 1 / T)),
    1 / (2 + sin(1 / T)),
    log(2 + sin(1 / T)) - 3 * cos(1 / T**2),
    exp(atan(1 / T)) + sin(sympy.Integer(1)),
    sympy.sqrt(2 + frac(1 / T)) * sign(sin(1 / T)),
    Abs(erf(1 / T)) + tanh(cos(1 / T)),
]


@pytest.mark.parametrize("expression", BOUNDED, ids=str)
def test_all_values_are_in_the_range(expression: Expression) -> None:
    found = range_of(expression)
    assert found is not None
    assert found.rad() < 20
    for place in each(PLACES):
        assert found.overlaps(arb(str(sympy.N(expression.xreplace({T: place}), 20)), 1e-12))


@pytest.mark.parametrize("expression", [T, sin(1 / T) + T, sin(1 / T) + a, 1 / sin(1 / T), exp(1 / T) * sin(1 / T), atan(a)], ids=str)
def test_what_has_no_bounds_or_other_symbols_has_no_range(expression: Expression) -> None:
    assert range_of(expression) is None
