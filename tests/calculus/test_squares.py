"""Tests of integrals with roots: of squares, and beside the ends at which they begin."""

from __future__ import annotations

import pytest
import sympy
from sympy import Abs, cos, cosh, pi, sin, sinh, sqrt

from probatum.calculus.forms.identity import vanishes, vanishes_beside
from probatum.calculus.forms.squares import without_roots_of_squares
from probatum.decision import Truth
from probatum.proposition.subjects.coercion import reals
from probatum.type_names import Expression
from tests.authored import truth_of

x, a = reals("x a")
TRUE = (
    "Equal(Integral(sqrt(1 + cos(2*x)), (x, 0, pi)), 2*sqrt(2))",
    "Equal(Integral(sqrt(1 + sin(x)), (x, 0, 2*pi)), 4*sqrt(2))",
    "Equal(Integral(sqrt(1 - sin(x)**2), (x, 0, pi)), 2)",
    "Equal(Integral(sqrt(x**2 - 2*x + 1), (x, 0, 3)), Rational(5, 2))",
    "Equal(Integral(sqrt(cosh(x) - 1), (x, -1, 1)), 4*sqrt(2)*(cosh(Rational(1, 2)) - 1))",
    "Equal(Integral(1/(x*sqrt(x**2 - 1)), (x, 2, 3)), acos(Rational(1, 3)) - pi/3)",
    "Equal(Integral(1/(x**2*sqrt(x**2 - 1)), (x, 1, oo)), 1)",
)
FALSE = (
    "Equal(Integral(sqrt(1 + cos(2*x)), (x, 0, pi)), 0)",
    "Equal(Integral(sqrt(1 + sin(x)), (x, 0, 2*pi)), 0)",
    "Equal(Integral(sqrt(x**2 - 2*x + 1), (x, 0, 3)), Rational(3, 2))",
    "Equal(Integral(1/sqrt(x**2 - 2*x + 1), (x, 0, 3)), log(2))",
    "Equal(Integral(1/(x*sqrt(x**2 - 1)), (x, -3, -2)), acos(Rational(1, 3)) - pi/3)",
)
WITHOUT_VALUE = (
    "Le(Integral(1/sqrt(1 + cos(2*x)), (x, 0, pi)), 9)",
    "Le(Integral(sqrt(-x**2 + 2*x - 1), (x, 0, 3)), 9)",
    "Le(Integral(sqrt(-1 - cos(x)), (x, 0, 3)), 9)",
)


@pytest.mark.parametrize("source", TRUE)
def test_an_integral_with_roots_has_its_value(source: str) -> None:
    assert truth_of(source, x=x) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_no_other(source: str) -> None:
    assert truth_of(source, x=x) is Truth.FALSE


@pytest.mark.parametrize("source", WITHOUT_VALUE)
def test_it_has_none_where_the_root_has_none_or_it_is_infinite(source: str) -> None:
    assert truth_of(source, x=x) is None


@pytest.mark.parametrize(
    ("root", "written"),
    [
        (sqrt(3 + 3 * cos(x)), sqrt(6) * Abs(cos(x / 2))),
        (sqrt(3 - 3 * cos(2 * x)), sqrt(6) * Abs(sin(x))),
        (1 / sqrt(1 + sin(x)), 1 / (sqrt(2) * Abs(cos(x / 2 - pi / 4)))),
        (sqrt(1 - sin(x)), sqrt(2) * Abs(cos(x / 2 + pi / 4))),
        (sqrt(1 - cos(x) ** 2), Abs(sin(x))),
        (sqrt(1 - sin(x) ** 2), Abs(cos(x))),
        (sqrt(cosh(x) - 1), sqrt(2) * Abs(sinh(x / 2))),
        (sqrt(1 + sinh(x) ** 2), cosh(x)),
        (sqrt(1 + cosh(x)), sqrt(2) * cosh(x / 2)),
        (sqrt(cosh(x) ** 2 - 1), Abs(sinh(x))),
        (sqrt(4 * x**2 - 4 * x + 1) ** 3, Abs(2 * x - 1) ** 3),
    ],
    ids=str,
)
def test_the_root_of_a_square_is_an_absolute_value(root: Expression, written: Expression) -> None:
    found = without_roots_of_squares(root)
    assert found == written
    for place in (sympy.Rational(-7, 3), sympy.Rational(1, 5), sympy.Rational(9, 2)):
        assert abs((found - root).subs(x, place).evalf(30)) < 1e-25


@pytest.mark.parametrize(
    "root",
    [
        sqrt(1 + 2 * cos(x)),
        sqrt(-1 - cos(x)),
        sqrt(1 - cosh(x)),
        sqrt(-(1 + cosh(x)) / 2),
        sqrt(-(1 + cosh(x) ** 2) / 2),
        sqrt(1 + sin(x) ** 2),
        sqrt(1 - sinh(x) ** 2),
        sqrt(1 + sinh(x)),
        sqrt(1 + cosh(x) ** 2),
        sqrt(sinh(x) ** 2 - 1),
        sqrt(1 + cos(x) ** 2),
        sqrt(1 + cos(x) ** 3),
        sqrt(-(x**2) + 2 * x - 1),
        sqrt(x**3 - x**2),
        sqrt(x**2 + 1),
        sqrt(a**2 - 2 * a * x + x**2),
        cos(x) ** 2 + 1,
    ],
    ids=str,
)
def test_what_is_no_square_is_left(root: Expression) -> None:
    assert without_roots_of_squares(root) == root


def test_roots_of_quotients_are_told_apart_on_one_side_of_an_end() -> None:
    there = sympy.acos(1 / x).diff(x) - 1 / (x * sqrt(x**2 - 1))
    assert vanishes_beside(there, x, sympy.Integer(1), 1)
    assert not vanishes(there)
    assert not vanishes_beside(there, x, sympy.Integer(-1), -1), "the opposite sign"
    assert not vanishes_beside(x - x**2, x, sympy.Integer(1), 1)
