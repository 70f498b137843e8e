"""Tests of series of rational functions in closed form, against enclosures that know nothing of it."""

from __future__ import annotations

import flint
import pytest
import sympy
from sympy import Rational, log, pi, sqrt

from probatum.calculus.closed_value import Open
from probatum.calculus.summation.products import product
from probatum.calculus.summation.rational_series import of_rational_function
from probatum.calculus.summation.series import series
from probatum.calculus.summation.sums_by_poles import in_closed_form
from probatum.decide.deciding import decide
from probatum.decision import Strength, Truth
from probatum.proposition.numbers.enclosure import enclose
from tests.authored import authored, truth_of

k = sympy.Symbol("k", integer=True)
SUMS = [
    (1 / k, 1, -1),
    (1 / k, 3, -1),
    (1 / (2 * k - 1), 1, -1),
    (1 / (2 * k - 7), 0, -1),
    (1 / (3 * k + 1), 0, -1),
    (1 / (5 * k + 2), 0, -1),
    (1 / (k + 5), -3, -1),
    (k / (k**2 - Rational(1, 9)), 1, -1),
    (1 / k**2, 1, -1),
    (1 / (k * (2 * k + 1)), 1, 1),
    (1 / (k**2 * (k + 1)), 1, 1),
    (1 / (2 * k + 1) ** 2, 0, 1),
    (1 / (4 * k**2 - 1) ** 2, 1, 1),
    (1 / (2 * k - 5) ** 2, 4, 1),
    ((k + 3) / (k * (4 * k + 3) * (k + 2)), 1, 1),
    (1 / ((3 * k + 2) * (2 * k - 10)), 6, 1),
    (1 / ((12 * k + 1) * (12 * k + 5)), 0, 1),
    (3 / k**4 - 1 / (k * (2 * k + 1)), 2, 1),
    (1 / k**3, 1, 1),
    (1 / (2 * k - 1) ** 3, -2, 1),
    (1 / (2 * k + 1) ** 3, 0, -1),
    (1 / (2 * k + 1) ** 5, 3, -1),
    (1 / (3 * k + 1) ** 2 + 1 / (3 * k + 2) ** 2, 0, 1),
    (1 / (3 * k + 1) ** 3 - 1 / (3 * k - 1) ** 3, 0, 1),
    (1 / (3 * k + 1) ** 3 + 1 / (3 * k + 2) ** 3, -4, 1),
    (1 / (4 * k + 1) ** 3 + 1 / (4 * k + 3) ** 3, 1, 1),
    (1 / (6 * k - 1) ** 5 + 1 / (6 * k + 1) ** 5, 1, 1),
    (1 / (5 * k + 2) ** 4 + 1 / (5 * k - 2) ** 4, 2, 1),
    (sqrt(2) / (8 * k + 3) ** 3 - sqrt(2) / (8 * k + 5) ** 3, 0, 1),
    (1 / k**30, 600, 1),
]
NO_FORM = [
    (1 / (k**2 + 1), 0, 1),  # complex poles
    (1 / (k**2 - 2), 0, 1),
    (1 / (2 * k + 1) ** 2, 0, -1),  # Catalan's constant
    (1 / (3 * k + 1) ** 2, 0, 1),
    (1 / (5 * k + 1) ** 3 + 1 / (5 * k + 4) ** 3, 0, 1),
    (1 / (3 * k + 1) ** 2 + 2 / (3 * k + 2) ** 2, 0, 1),
    (1 / ((13 * k + 1) * k), 1, 1),
    (1 / (k * (k + 1000)), 1, 1),
]
ROWS = {
    "Equal(Sum((-1)**(k + 1)/k, (k, 1, oo)), log(2))": Truth.TRUE,
    "Equal(Sum((-1)**(k + 1)/k, (k, 1, oo)), Rational(693147, 10**6))": Truth.FALSE,
    "Equal(Sum((-1)**k/(2*k + 1), (k, 0, oo)), pi/4)": Truth.TRUE,
    "Equal(Sum((-1)**k/(3*k + 1), (k, 0, oo)), log(2)/3 + sqrt(3)*pi/9)": Truth.TRUE,
    "Equal(Sum((-1)**k/(3*k + 1), (k, 0, oo)), log(2)/3 - sqrt(3)*pi/9)": Truth.FALSE,
    "Equal(Sum(1/(k*(2*k + 1)), (k, 1, oo)), 2 - 2*log(2))": Truth.TRUE,
    "Equal(Sum(1/(k*(2*k + 1)), (k, 1, oo)), 2 - log(2))": Truth.FALSE,
    "Equal(Sum(1/(k**2*(k + 1)), (k, 1, oo)), pi**2/6 - 1)": Truth.TRUE,
    "Equal(Sum(0*(-1)**k/(k + 1), (k, 0, oo)), 1)": Truth.FALSE,
    "Equal(Sum(1/(2*k + 1), (k, 0, oo)), pi/4)": Truth.FALSE,  # which diverges
    "Equal(Sum((-1)**k/(2*k + 1)**3, (k, 0, oo)), pi**3/32)": Truth.TRUE,
    "Equal(Sum((-1)**k/(2*k + 1)**3, (k, 0, oo)), pi**3/32 + Rational(1, 10**30))": Truth.FALSE,
    "Equal(Sum(cos(pi*k/3)/k**2, (k, 1, oo)), pi**2/36)": Truth.TRUE,
    "Equal(Sum(cos(pi*k/3)/k**2, (k, 1, oo)), pi**2/35)": Truth.FALSE,
    "Equal(Sum(cos(pi*k/4)/k**2, (k, 1, oo)), 11*pi**2/192)": Truth.TRUE,
    "Equal(Sum(sin(pi*k/3)/k**3, (k, 1, oo)), 5*pi**3/162)": Truth.TRUE,
    "Equal(Sum(sin(pi*k/3)/k, (k, 1, oo)), pi/3)": Truth.TRUE,
    "Equal(Sum(sin(pi*k/3)/k, (k, 1, oo)), pi/4)": Truth.FALSE,
    "Equal(Sum(1/(2*k - 1)**2, (k, -oo, oo)), pi**2/4)": Truth.TRUE,
    "Equal(Sum(1/(2*k - 1)**2, (k, -oo, oo)), pi**2/5)": Truth.FALSE,
    "Equal(Sum(1/(2*k + 1)**3, (k, 0, oo)), 7*Sum(1/k**3, (k, 1, oo))/8)": Truth.TRUE,
    "Equal(Sum(1/(2*k + 1)**3, (k, 0, oo)), 6*Sum(1/k**3, (k, 1, oo))/7)": Truth.FALSE,
}


@pytest.mark.parametrize(("term", "low", "sign"), SUMS, ids=str)
def test_a_sum_in_closed_form_lies_in_its_enclosure(term: sympy.Expr, low: int, sign: int) -> None:
    found = in_closed_form([(sign, term)], k, sympy.Integer(low))
    enclosed = of_rational_function(term, k, sympy.Integer(low), sign)
    assert found is not None
    assert enclosed is not None
    with flint.ctx.workprec(200):
        assert (enclosed.ball() - enclose(found, {})).contains(0)
        assert enclosed.ball().rad() < 1e-40
        assert not (enclosed.ball() - enclose(found + Rational(1, 10**30), {})).contains(0)


@pytest.mark.parametrize(("term", "low", "sign"), NO_FORM, ids=str)
def test_no_closed_form_is_made_up(term: sympy.Expr, low: int, sign: int) -> None:
    assert in_closed_form([(sign, term)], k, sympy.Integer(low)) is None


@pytest.mark.parametrize("written", ROWS)
def test_a_series_is_decided_by_its_poles(written: str) -> None:
    assert truth_of(written, k=k) is ROWS[written]


def test_leibniz_s_series_is_proved() -> None:
    assert in_closed_form([(-1, 1 / (2 * k + 1))], k, sympy.Integer(0)) == pi / 4
    assert in_closed_form([(1, 1 / ((3 * k + 1) * (3 * k + 2)))], k, sympy.Integer(0)) == sqrt(3) * pi / 9
    assert in_closed_form([(-1, 1 / k)], k, sympy.Integer(1)) == -log(2)
    assert decide(authored("Equal(Sum((-1)**k/(2*k + 1), (k, 0, oo)), pi/4)", k=k)).strength is Strength.PROVED


def test_a_sum_whose_value_has_too_many_digits_is_not_written_down() -> None:
    assert isinstance(series(sympy.Integer(2) ** -k, k, sympy.Integer(1), sympy.Integer(2**30)), Open)
    assert isinstance(product(sympy.Integer(3), k, sympy.Integer(1), sympy.Integer(2**30)), Open)
