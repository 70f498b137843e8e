"""Tests of zero among algebraic numbers: by a bound below which none but zero lies."""

from __future__ import annotations

import flint
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Max, Min, Rational, cos, pi, sin, sqrt, tan

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.numbers.separation import Fields, _bits, is_exactly_zero
from tests.authored import authored, truth_of

THIRD = Rational(1, 3)
ZERO = [
    sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6)),
    cos(pi / 7) - cos(2 * pi / 7) + cos(3 * pi / 7) - Rational(1, 2),
    tan(3 * pi / 11) + 4 * sin(2 * pi / 11) - sqrt(11),
    tan(pi / 7) * tan(2 * pi / 7) * tan(3 * pi / 7) - sqrt(7),
    sin(pi / 9) * sin(2 * pi / 9) * sin(4 * pi / 9) - sqrt(3) / 8,
    (2 + sqrt(5)) ** THIRD - (sqrt(5) - 2) ** THIRD - 1,
    (2**THIRD - 1) ** THIRD - Rational(1, 9) ** THIRD + Rational(2, 9) ** THIRD - Rational(4, 9) ** THIRD,
    sqrt(112 + 70 * sqrt(2) + (46 + 34 * sqrt(2)) * sqrt(5)) - (5 + 4 * sqrt(2)) - (3 + sqrt(2)) * sqrt(5),
    1 / (sqrt(2) - 1) - sqrt(2) - 1,
    Abs(sqrt(2) - sqrt(3)) * (sqrt(2) + sqrt(3)) - 1,
    Max(sqrt(2) + sqrt(3), sqrt(5 + 2 * sqrt(6))) - Min(sqrt(2) + sqrt(3), sqrt(5 + 2 * sqrt(6))),
]


@pytest.mark.parametrize("number", ZERO, ids=str)
def test_what_is_zero_is_seen(number: sympy.Expr) -> None:
    assert is_exactly_zero(number) is True


@pytest.mark.parametrize("number", ZERO, ids=str)
@pytest.mark.parametrize("digits", [3, 60, 300])
def test_what_is_as_good_as_zero_is_not(number: sympy.Expr, digits: int) -> None:
    assert is_exactly_zero(number + Rational(1, 10**digits)) is False
    assert is_exactly_zero(number - sqrt(2) / 10**digits) is False


@pytest.mark.parametrize("number", [pi - 3, sqrt(2) ** sqrt(2), sympy.log(3) - 1, sqrt(-2), 1 / ZERO[0], sin(1)])
def test_what_is_no_algebraic_number_is_not_known(number: sympy.Expr) -> None:
    assert is_exactly_zero(number) is None


# By hand: the logarithms to base 2 of what the conjugates of u and l are at most, of a number u/l, and the degree of the field.
BOUNDS = [
    (sympy.Integer(0), (0, 0), 1),
    (Rational(-5, 6), (3, 3), 1),
    (sqrt(2), (0.5, 0), 2),
    (sqrt(2) + sqrt(3), (2, 0), 4),
    (sympy.Mul(sqrt(2), sqrt(3), evaluate=False), (1.5, 0), 4),
    (sqrt(2) + Rational(1, 3), (3.5, 2), 2),  # (3 sqrt(2) + 1)/3
    (1 / (sqrt(2) + 1), (0, 1.5), 2),
    ((sqrt(2) + Rational(1, 3)) ** Rational(2, 3), (5, 4), 6),  # the root of u l^2, over l, squared
    ((sqrt(2) + Rational(1, 3)) ** Rational(-2, 3), (4, 5), 6),
    (sqrt(1 + sqrt(2)) - sqrt(1 + sqrt(2)) ** 3, (3.25, 0), 4),  # one root, of a number that holds one
    (cos(pi / 7), (1, 1), 12),
    (sin(2 * pi / 7) * cos(pi / 9), (2, 2), 72),
    (tan(pi / 7), (2, 2), 12),
    (Abs(sqrt(2) - sqrt(3), evaluate=False), (2, 0), 4),
    (Max(sqrt(2) + sqrt(3), Rational(7, 3), evaluate=False), (3, 2), 4),
]


@pytest.mark.parametrize(("number", "sizes", "degree"), BOUNDS, ids=str)
def test_sizes_and_degrees_are_as_reckoned_by_hand(number: sympy.Expr, sizes: tuple[float, float], degree: int) -> None:
    fields = Fields()
    assert _bits(number, fields) == pytest.approx(tuple(map(float, sizes)))
    assert fields.degree == degree


LEAVES = st.sampled_from(
    [sympy.Integer(2), Rational(3, 5), Rational(-7, 3), sqrt(2), sqrt(3), 2**THIRD, cos(pi / 5), sin(pi / 7), tan(pi / 9)]
)
NUMBERS = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        st.tuples(part, part).map(lambda two: two[0] + two[1]),
        st.tuples(part, part).map(lambda two: two[0] * two[1]),
        part.map(lambda one: sqrt(one**2 + 1)),
        part.map(lambda one: 1 / (one**2 + 2)),
    ),
    max_leaves=4,
)


@given(NUMBERS, NUMBERS)
@settings(max_examples=60, deadline=None)
def test_a_square_multiplied_out_is_the_same(one: sympy.Expr, other: sympy.Expr) -> None:
    whole = (one + other) ** 2 - one**2 - 2 * one * other - other**2
    assert is_exactly_zero(whole) in (True, None)
    with flint.ctx.workprec(500):
        apart = not enclose(one - other, {}).contains(0)
    assert not (apart and is_exactly_zero(one - other))


SAME = [
    "Equal(cos(pi/7) - cos(2*pi/7) + cos(3*pi/7), Rational(1, 2))",
    "ForAll((), then=Le(cos(pi/7) - cos(2*pi/7) + cos(3*pi/7), Rational(1, 2)))",
    "Equal(tan(3*pi/11) + 4*sin(2*pi/11), sqrt(11))",
    "Equal(asin(Rational(3, 5)) + acos(Rational(3, 5)), pi/2)",
    "Equal(acos(Rational(1, 3)), 2*atan(1/sqrt(2)))",
    "Equal(2*asin(Rational(1, 3)), acos(Rational(7, 9)))",
    "Equal(acos(Rational(1, 7)) + acos(Rational(-13, 14)), 4*pi/3)",
    "Equal(atan(2) + atan(3), 3*pi/4)",
    "ForAll((), then=Le(atan(Rational(-7, 3)) + atan(Rational(-3, 7)), -pi/2))",
    "ForAll((), then=Ge(2*acos(Rational(1, 5)), acos(Rational(-23, 25))))",
    "ForAll((), then=Lt(2*acos(Rational(1, 5)), acos(Rational(-23, 25)) + Rational(1, 10**30)))",
    "ForAll(x, given=Eq(x, cos(pi/7) - cos(2*pi/7) + cos(3*pi/7)), then=Eq(2*x, 1))",
]
APART = [
    "Equal(cos(pi/7) - cos(2*pi/7) + cos(3*pi/7), Rational(1, 2) + Rational(1, 10**40))",
    "ForAll((), then=Lt(cos(pi/7) - cos(2*pi/7) + cos(3*pi/7), Rational(1, 2)))",
    "ForAll((), then=Ne(sqrt(2) + sqrt(3), sqrt(5 + 2*sqrt(6))))",
    "Equal(tan(pi/7)*tan(2*pi/7)*tan(3*pi/7), -sqrt(7))",
    "Equal(2*acos(-Rational(1, 3)), acos(-Rational(7, 9)))",
    "Equal(acos(Rational(1, 7)) + acos(Rational(-13, 14)), 2*pi/3)",
    "Equal(atan(2) + atan(3), -pi/4)",
    "ForAll((), then=Lt(2*acos(Rational(1, 5)), acos(Rational(-23, 25))))",
    "ForAll((), then=Ne(atan(2) + atan(3), 3*pi/4))",
    "ForAll((), then=Ge(atan(2) + atan(3), 3*pi/4 + Rational(1, 10**30)))",
    "Equal(exp(pi*sqrt(163)), 640320**3 + 744)",
]
UNDEFINED = [
    "Eq(1/(cos(pi/7) - cos(2*pi/7) + cos(3*pi/7) - Rational(1, 2)), 1)",
    "Eq(log(cos(pi/7) - cos(2*pi/7) + cos(3*pi/7) - Rational(1, 2)), 1)",
    "ForAll((), then=Ne(1/(atan(2) + atan(3) - 3*pi/4), 0))",
]


@pytest.mark.parametrize("statement", SAME)
def test_numbers_that_are_the_same_are_proved_so(statement: str) -> None:
    assert truth_of(statement, x=sympy.Symbol("x", real=True)) is Truth.TRUE


@pytest.mark.parametrize("statement", APART)
def test_numbers_that_are_not_are_told_apart(statement: str) -> None:
    assert truth_of(statement) is Truth.FALSE


@pytest.mark.parametrize("statement", UNDEFINED)
def test_by_nothing_nothing_is_divided(statement: str) -> None:
    assert truth_of(statement) is None


def test_arcs_that_are_the_same_have_one_witness() -> None:
    """Engines that count as two must not rest on the same reckoning."""
    assert decide(authored("Equal(acos(Rational(1, 3)), 2*atan(1/sqrt(2)))")).agreeing == ("SymPy",)
    assert decide(authored("Equal(1/sin(pi/7), 1/sin(2*pi/7) + 1/sin(3*pi/7))")).agreeing[:1] == ("Arb",)
