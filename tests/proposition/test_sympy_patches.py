"""Tests of what SymPy is told about numbers that it would get wrong: quotients of integers, digits, roundings, cases."""

from __future__ import annotations

import sys
from typing import Any

import pytest
import sympy
from sympy import (
    Eq,
    Ge,
    Integer,
    Integral,
    Lt,
    Mod,
    Piecewise,
    Product,
    Rational,
    acos,
    acosh,
    acoth,
    asec,
    asin,
    atan,
    atanh,
    binomial,
    ceiling,
    cos,
    erf,
    factorial,
    floor,
    log,
    loggamma,
    pi,
    sin,
    sqrt,
    tanh,
    zeta,
)  # fmt: skip
from sympy.core import evalf
from sympy.functions.elementary import piecewise
from sympy.polys import polyclasses
from sympy.polys.polyerrors import PolynomialError

from probatum.proposition import sympy_patches
from probatum.proposition.sympy_patches import fact_order
from probatum.proposition.sympy_patches.dense_polynomials import length
from tests.each import each

sympy_patches.apply()
TINY = Rational(1, 10**20)
x = sympy.Symbol("x", real=True)
y = sympy.Symbol("y", real=True)
even = sympy.Symbol("e", even=True)
odd = sympy.Symbol("o", odd=True)
count = sympy.Symbol("d", integer=True, nonnegative=True)
positive = sympy.Symbol("p", integer=True, positive=True)
WHOLE: list[tuple[Any, bool | None]] = [
    (even / 2, True),
    (even / 6, None),
    (even / 7, None),
    (odd / 2, False),
    (odd / 3, None),
    (2**positive / 6, None),
    (2**positive / 2, True),
    (factorial(count + 2) / 2, True),
    (factorial(count + 2) / 6, None),
    (factorial(count + 3) / 7, None),
    (factorial(positive + 1) / 10, None),
    (even * positive / 10, None),
    (2 * positive / 3, None),
    (pi * positive / 2, False),
    (2 * pi, False),
]
VALUES: list[tuple[Any, Any]] = [
    (Mod(factorial(count + 2), 6).subs(count, 0), 2),
    (floor(acosh(1 + TINY) * 10**10), 1),
    (floor(acos(1 - TINY) * 10**10), 1),
    (floor(asec(1 + TINY) * 10**10), 1),
    (floor(atanh(1 - TINY)), 23),
    (floor(acoth(1 + TINY)), 23),
    (ceiling(loggamma(1 + TINY)), 0),
    (sympy.sign(loggamma(1 + TINY)), -1),
    (floor(acosh(1 + Rational(1, 10**2000)) * 10**1001), 14),
    (floor(erf(30)), 0),
    (ceiling(1 - erf(30)), 1),
    (floor(tanh(200)), 0),
    (floor(atan(10**400) * 2 / pi), 0),
    (ceiling(zeta(1000)), 2),
    (floor(log(8) / log(2)), 3),
    (ceiling(sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6))), 0),
    (floor(10**20 * sin(10**20)), -64525128526578084421),
    (floor(-pi), -4),
    (floor(sympy.I * pi), 3 * sympy.I),
    (floor(x + pi).subs(x, Rational(9, 10)), 4),
]


@pytest.mark.parametrize(("number", "whole"), WHOLE, ids=[str(number) for number, _ in WHOLE])
def test_a_quotient_is_whole_where_it_must_be(number: Any, whole: bool | None) -> None:
    assert number.is_integer is whole


@pytest.mark.parametrize(("number", "value"), VALUES, ids=range(len(VALUES)))
def test_a_number_has_its_digits(number: Any, value: Any) -> None:
    assert number == value


@pytest.mark.parametrize("number", [acosh(1 + TINY), acos(1 - TINY), acosh(1 + TINY) - Rational(1, 10**12), 1 / acos(1 - TINY)], ids=str)
def test_the_sign_of_a_number_is_known(number: Any) -> None:
    assert (number.is_zero, number.is_positive, Eq(number, 0)) == (False, True, sympy.false)


def test_what_is_no_real_number_is_none() -> None:
    assert acos(2).is_zero is False
    assert acos(2).is_positive is False
    assert acosh(cos(1) ** 2 + sin(1) ** 2).is_zero is None


whole = sympy.Symbol("n", integer=True)
k = sympy.Symbol("k", integer=True)


@pytest.mark.parametrize(
    ("number", "is_zero"),
    [
        (asin(whole), None),
        (acos(whole), None),
        (atan(whole), None),
        (atan(whole / 3), None),
        (asin(odd), False),
        (acos(even), False),
        (atan(positive), False),
    ],
    ids=str,
)
def test_an_arc_of_an_integer_may_be_zero(number: Any, is_zero: bool | None) -> None:
    assert (number.is_zero, number.is_rational) == (is_zero, is_zero)


@pytest.mark.parametrize(
    ("coefficient", "is_negative"),
    [
        (binomial(whole, 3), None),
        (binomial(count, 3), False),
        (binomial(-positive, 3, evaluate=False), True),
        (binomial(-positive, 4, evaluate=False), False),
        (binomial(-positive, odd, evaluate=False), None),
        (binomial(whole, odd), None),
        (binomial(-3, odd), None),
    ],
    ids=str,
)
def test_a_binomial_coefficient_is_negative_below_zero_only(coefficient: Any, is_negative: bool | None) -> None:
    assert coefficient.is_negative is is_negative


@pytest.mark.parametrize(
    ("power", "rational", "integral"),
    [
        ((3 * sqrt(2)) ** (whole**2 + 1), None, None),
        ((sqrt(2) / 2) ** (2 * whole**2 + 2), None, None),
        (pi ** (whole**2 + 1), False, False),
        (1 / (1 + sqrt(2)), False, False),
        (sqrt(2), False, False),
        (Rational(3, 2) ** (whole**2 + 1), True, False),
        (Rational(9, 4) ** sympy.exp(x), None, None),
        (Rational(9, 4) ** (1 / positive), None, False),
        (3**count, True, True),
    ],
    ids=str,
)
def test_a_power_may_be_rational(power: Any, rational: bool | None, integral: bool | None) -> None:
    assert (power.is_rational, power.is_integer) == (rational, integral)


@pytest.mark.parametrize(
    ("product", "is_zero", "is_nonpositive"),
    [
        (Product(0, (k, 1, whole)), None, None),
        (Product(0, (k, 1, positive)), True, True),
        (Product(0, (k, 1, 0)), False, False),
        (Product(k, (k, 1, 0)), False, False),
        (Product(k**2 + 1, (k, 1, whole)), False, False),
    ],
    ids=str,
)
def test_a_product_of_no_factors_is_not_zero(product: Any, is_zero: bool | None, is_nonpositive: bool | None) -> None:
    assert (product.is_zero, product.is_nonpositive) == (is_zero, is_nonpositive)


@pytest.mark.parametrize(
    ("integral", "is_zero"),
    [
        (Integral(2 * floor(x) + 1, (x, -1, 1)), None),
        (Integral(Piecewise((1, x < 0), (-1, True)), (x, -1, 1)), None),
        (Integral(1, (x, 0, 2 * floor(y) + 1), (y, -1, 1)), None),
        (Integral(sympy.exp(x), (x, 0, 1)), False),
        (Integral(sympy.exp(x), (x, 1, 1)), True),
        (Integral(sympy.exp(x), (x, 0, y)), None),
        (Integral(0, (x, 0, y)), True),
    ],
    ids=str,
)
def test_an_integral_of_what_is_nowhere_zero_may_be_zero(integral: Any, is_zero: bool | None) -> None:
    assert integral.is_zero is is_zero


@pytest.mark.parametrize(
    ("power", "is_imaginary"),
    [
        ((-1) ** (whole / 2), None),
        ((-2) ** (whole * (whole + 1) / 2), None),
        ((-1) ** (odd / 2), True),
        ((-1) ** (even / 2), False),
        ((-1) ** whole, False),
        ((-1) ** Rational(1, 2), True),
        (2 ** (whole / 2), False),
    ],
    ids=str,
)
def test_a_root_of_a_negative_number_may_be_real(power: Any, is_imaginary: bool | None) -> None:
    assert power.is_imaginary is is_imaginary


@pytest.mark.parametrize(
    ("made", "left"),
    [
        (sin(sympy.acot(x)), "sin(acot(x))"),
        (sympy.csc(sympy.acot(x)), "csc(acot(x))"),
        (sympy.cosh(acoth(x)), "cosh(acoth(x))"),
        (cos(asec(x + 1)), "cos(asec(x + 1))"),
        (sympy.cot(sympy.acot(x)), "x"),
        (sympy.sec(asec(x)), "x"),
        (sin(acos(x)), "sqrt(1 - x**2)"),
        (sin(sympy.acot(2)), "sqrt(5)/5"),
        (sympy.re(sqrt(x)), "re(sqrt(x))"),
        (sympy.im(sqrt(x - 1)), "im(sqrt(x - 1))"),
        (sympy.re(sqrt(x**2 + 1)), "sqrt(x**2 + 1)"),
        (sympy.im(1 / (x + sympy.I)), "-1/(x**2 + 1)"),
    ],
)
def test_no_point_is_lost_by_another_form(made: Any, left: str) -> None:
    assert str(made) == left


def test_what_cannot_be_told_from_an_integer_stays() -> None:
    nearly = 2 * sympy.Integral(sympy.exp(-(x**2)), (x, 0, 30)) / sqrt(pi)
    assert isinstance(floor(nearly), floor)


@pytest.mark.parametrize(
    ("condition", "first"),
    [
        (Eq(Integer(1), 1, evaluate=False), True),
        (Lt(Integer(3), 2, evaluate=False), False),
        (Ge(Integer(4), 2, evaluate=False), True),
        (sympy.Ne(Integer(2), 2, evaluate=False), False),
        (sympy.And(Eq(Integer(1), 1, evaluate=False), x > 0), None),
    ],
    ids=str,
)
def test_cases_between_numbers_are_settled(condition: Any, first: bool | None) -> None:
    found = Piecewise((x, condition), (x + 7, True))
    assert found == {True: x, False: x + 7, None: Piecewise((x, x > 0), (x + 7, True))}[first]


def test_a_power_that_is_too_long_stands_as_an_exponential() -> None:
    close = log(1 + Rational(1, 10**9))
    for multiple in each((10**9, -(10**9), 10**9 * pi)):
        assert sympy.exp(multiple * close).func is sympy.exp
        assert sympy.exp(multiple * close + log(2)) == 2 * sympy.exp(multiple * close)
    assert sympy.exp(3 * log(2)) == 8
    assert sympy.exp(log(2) / 2) == sqrt(2)


def test_a_polynomial_of_too_many_coefficients_is_none() -> None:
    y = sympy.Symbol("y", real=True)
    for tall in each((x ** (10**9) + 1, x * sympy.exp(10**9 * y), x**2000 * y**2000 + x**1000 * y ** (10**6))):
        with pytest.raises(PolynomialError):
            sympy.Poly(tall)
    assert sympy.Poly(x**1000 * y + 1).total_degree() == 1001
    assert sympy.factor(x**2 - 1) == (x - 1) * (x + 1)


@pytest.mark.parametrize(
    ("powers", "entries"),
    [([], 0), ([(3,)], 4), ([(0,), (3,)], 4), ([(1, 2)], 2 + 3), ([(0, 5), (1, 2), (1, 4)], 2 + 6 + 5), ([(2, 0, 1)], 3 + 1 + 2)],
    ids=str,
)
def test_the_length_of_nested_lists_is_known_from_the_powers(powers: Any, entries: int) -> None:
    assert length(powers) == entries


@pytest.mark.parametrize("digits", [3, 3_000, 4_000, 1_000_000])
def test_a_long_fraction_is_rounded_to_the_nearest(digits: int) -> None:
    """In no time: of the longest SymPy would take away the zeros for minutes."""
    number = Rational(-7, 3 * 10**digits)
    wanted = Rational(-7, 3).evalf(40) * sympy.Float(10, 60) ** -digits
    assert abs(number.evalf(40) / wanted - 1) < sympy.Float("1e-35")
    assert (x**2 - number).is_positive
    assert not (x**2 + number).is_positive


def test_a_second_time_changes_nothing() -> None:
    before = _patched()
    sympy_patches.apply()
    assert _patched() == before


def test_each_is_applied() -> None:
    for patch in each(sympy_patches.PATCHES):
        ours = [function for function in _patched() if getattr(function, "__module__", "") == patch.__name__]
        assert ours, patch.__name__


def test_facts_are_looked_for_in_one_order() -> None:
    names = ["zero", "real", "positive"]
    fact_order.assumptions.shuffle(names)
    assert names == ["positive", "real", "zero"]


def test_parts_are_handed_out_without_a_call_of_python() -> None:
    called = []
    sys.setprofile(lambda frame, event, _argument: called.append(frame) if event == "call" else None)
    try:
        parts = (x + 1).args
    finally:
        sys.setprofile(None)
    assert sorted(parts, key=str) == [1, x]
    assert not [frame for frame in called if frame.f_code.co_name == "args"]


def _patched() -> list[Any]:
    functions = (acosh, atanh, loggamma)
    return [
        fact_order.assumptions.shuffle,
        sympy.Pow._eval_expand_power_base,
        sympy.Mod.eval.__func__,
        sympy.Abs.eval.__func__,
        sin.eval.__func__,
        sympy.re.eval.__func__,
        sympy.exp.eval.__func__,
        sympy.Mul._eval_is_integer,
        sympy.Pow._eval_is_imaginary,
        sympy.Pow._eval_is_integer,
        sympy.Product._eval_is_zero,
        sympy.Integral._eval_is_zero,
        binomial._eval_is_nonnegative,
        *(arc._eval_is_rational for arc in (asin, acos, atan)),
        piecewise._piecewise_collapse_arguments,
        evalf.get_integer_part,
        evalf.from_rational,
        sympy.Rational._as_mpf_val,
        polyclasses.dmp_from_dict,
        evalf.evalf_table[sympy.Sum],
        *(function._eval_evalf for function in functions),
    ]
