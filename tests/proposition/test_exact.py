"""Tests of exact values: what comes in, and what is refused."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import ExactnessError
from probatum.proposition.numbers.exact import LARGEST_EXPONENT, LONGEST_DECIMAL, Printed, exact

x = sympy.Symbol("x", real=True)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("0.035", sympy.Rational(35, 1000), sympy.Rational(1, 1000)),
        ("-67.38", sympy.Rational(-6738, 100), sympy.Rational(1, 100)),
        ("2", sympy.Integer(2), sympy.Integer(1)),
        ("+2.50", sympy.Rational(5, 2), sympy.Rational(1, 100)),
        ("1.5e3", sympy.Integer(1500), sympy.Integer(100)),
        ("12E-3", sympy.Rational(12, 1000), sympy.Rational(1, 1000)),
    ],
)
def test_a_printed_decimal_is_exact_and_keeps_its_last_digit(text: str, value: Any, unit: Any) -> None:
    printed = Printed(text)
    assert (printed.value, printed.unit, str(printed)) == (value, unit, text)


@pytest.mark.parametrize("text", ["", "0,5", ".5", "5.", "1/2", "0x10", "nan", "inf", " 1", "1 ", "1_000", "1e", "1\n", "²"])
def test_what_is_no_decimal_is_refused(text: str) -> None:
    with pytest.raises(ExactnessError) as caught:
        Printed(text)
    assert str(caught.value) == f"got {text!r}, wanted a decimal as printed, such as '0.035'"


@pytest.mark.parametrize("text", ["1e401", "1e-401", "1e999999999", "1e" + "9" * 40])
def test_a_huge_exponent_is_refused_before_it_fills_the_memory(text: str) -> None:
    with pytest.raises(ExactnessError, match=f"wanted an exponent of at most {LARGEST_EXPONENT}"):
        Printed(text)


def test_digits_of_another_script_are_no_printed_decimal() -> None:
    with pytest.raises(ExactnessError):
        Printed("\N{ARABIC-INDIC DIGIT ONE}")


def test_a_literal_that_is_too_long_is_refused_and_shown_shortened() -> None:
    with pytest.raises(ExactnessError, match=r"got '1{99}\.\.\. \(403 characters\), wanted a decimal as printed"):
        Printed("1" * (LONGEST_DECIMAL + 1))


@given(st.from_regex(r"-?[1-9]\d{0,5}(\.\d{1,6})?(e-?\d{1,2})?", fullmatch=True, alphabet="0123456789.e-"))
def test_a_shifted_decimal_is_printed_to_the_same_digit(text: str) -> None:
    printed = Printed(text)
    for units in (1, -1):
        shifted = printed.shifted(units)
        assert shifted.value - printed.value == units * printed.unit
        assert shifted.unit == printed.unit
    assert printed.shifted(1).shifted(-1).value == printed.value


def test_printed_decimals_calculate_and_compare_exactly() -> None:
    tenth: Any = Printed("0.1")
    fifth: Any = Printed("0.2")
    assert tenth + fifth == Printed("0.3")
    assert tenth + fifth == sympy.Rational(3, 10)
    assert 1 - tenth == sympy.Rational(9, 10)
    assert tenth * x == x / 10
    assert 1 / fifth == 5
    assert fifth**2 == sympy.Rational(1, 25)
    assert (-tenth, abs(-tenth)) == (sympy.Rational(-1, 10), sympy.Rational(1, 10))
    assert tenth < fifth <= sympy.Rational(1, 5)
    assert hash(Printed("0.10")) == hash(tenth)
    assert Printed("0.10") == tenth
    assert Printed("0.11") != tenth


@pytest.mark.parametrize("value", [0.1, float("nan"), 1j, (1, 0.5), [(0.5,)]])
def test_a_float_anywhere_is_refused(value: Any) -> None:
    with pytest.raises(ExactnessError, match=r"a fact: got the float .*, wanted an exact number: write it as printed, "):
        exact(value, "a fact")


@pytest.mark.parametrize(
    ("value", "quotient"),
    [(1 / 3, "Rational(1, 3)"), (1 / 3 + 2 / 3, "Rational(1, 3)"), (-7 / 11, "Rational(-7, 11)"), (math.pi, "Rational(1, 3)")],
)
def test_a_float_that_nobody_prints_may_be_a_quotient(value: float, quotient: str) -> None:
    said = f"Eq: got the float {value!r}, wanted an exact number: write it as printed, '{value!r}', or, where integers were divided, "
    with pytest.raises(ExactnessError, match=f"^{re.escape(said)}their quotients, such as {re.escape(quotient)}$"):
        exact(value, "Eq")


@pytest.mark.parametrize("value", [0.1, 3.14159, -0.5, 1e-7, float("inf"), 1j])
def test_of_a_float_that_may_be_printed_nothing_else_is_said(value: complex) -> None:
    with pytest.raises(ExactnessError, match=rf"write it as printed, '{re.escape(str(value))}'$"):
        exact(value, "Eq")


def test_a_float_inside_names_the_quotient_that_it_was() -> None:
    with pytest.raises(ExactnessError, match=r"got the float 0\.6+7 in .*, wanted exact numbers only, such as Rational\(2, 3\)$"):
        exact(x + 2 / 3, "Equal")


@pytest.mark.parametrize("value", [0.5 * x, sympy.Matrix([[1, 0.5]]), sympy.Float("0.5"), sympy.Lt(x, 0.5)])
def test_a_float_inside_an_expression_is_refused(value: Any) -> None:
    with pytest.raises(ExactnessError, match=r"the place: got the float 0\.50* in .*, wanted exact numbers only, such as Rational\(1, 2\)"):
        exact(value, "the place")


@pytest.mark.parametrize("value", [np.float64(0.5), np.int64(2), np.array([1, 2])])
def test_numpy_values_are_refused(value: Any) -> None:
    with pytest.raises(ExactnessError, match=r"^the place: got the (NumPy value|float) .*, wanted an exact number"):
        exact(value, "the place")


@pytest.mark.parametrize("value", [None, object(), b"1", lambda: 1])
def test_what_sympy_cannot_take_is_refused(value: Any) -> None:
    with pytest.raises(ExactnessError, match=r"^the place: got .*, wanted a number, a SymPy expression or a tuple of them$"):
        exact(value, "the place")


def test_exact_values_come_through() -> None:
    assert exact((1, "0.5", [x])) == sympy.Tuple(1, sympy.Rational(1, 2), sympy.Tuple(x))
    assert exact(Printed("0.5")) == sympy.Rational(1, 2)
    matrix = exact(sympy.Matrix([[1, 2]]))
    assert isinstance(matrix, sympy.ImmutableMatrix)
    assert matrix == sympy.Matrix([[1, 2]])


@pytest.mark.parametrize("relation", [sympy.Ge, sympy.Eq, sympy.StrictLessThan], ids=lambda kind: kind.__name__)
def test_a_relation_of_sympy_s_is_none_of_ours(relation: Any) -> None:
    with pytest.raises(ExactnessError, match=rf"^the fact: got SymPy's {relation.__name__}, wanted a relation of probatum's"):
        exact(relation, "the fact")
