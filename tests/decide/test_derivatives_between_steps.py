"""Tests of derivatives of what is rounded: between two steps, and not at them."""

from __future__ import annotations

import pytest
import sympy
from sympy import Mod, Rational, ceiling, floor, frac, sin

from probatum.decision import Truth
from probatum.proposition.slopes.derivative import by_the_algebra_system
from probatum.proposition.subjects.coercion import reals
from probatum.proposition.subjects.rounded import between_steps, is_rounded, step_length
from probatum.type_names import Expression
from tests.authored import truth_of
from tests.each import each

x, a = reals("x a")
BETWEEN = "given=Ne(x, floor(x))"


def slope(function: str) -> str:
    return f"Derivative({function}, x, evaluate=False)"


TRUE = (
    f"ForAll(x, {BETWEEN}, then=Equal({slope('floor(x)')}, 0))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('frac(x)**2')}, 2*frac(x)))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('x*floor(x)')}, floor(x)))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('Abs(floor(x))')}, 0))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('Mod(-x, -1)')}, -1))",
    f"ForAll(x, given=Ne(3*x, floor(3*x)), then=Equal({slope('Mod(x, Rational(1, 3))')}, 1))",
    f"ForAll((x, a), given=Ne(x + a, floor(x + a)), then=Equal({slope('x*floor(x + a)')}, floor(x + a)))",
    f"ForAll(x, given=And(x > 0, x < 1), then=Equal({slope('floor(sqrt(x))')}, 0))",
    f"AlmostAll(x, then=Eq({slope('frac(x)')}, 1))",
    f"Exists(x, then=Eq({slope('frac(x)')}, 1))",
    f"ForAll(x, given=And(x > 0, 4*x < 1), then=Equal({slope('Piecewise((x, 4*Mod(x, 1) > 1), (3*x, True))')}, 3))",
    f"ForAll(x, given=x < 0, then=Equal({slope('Piecewise((x, 2*sign(x) > 1), (3*x, True))')}, 3))",
    f"ForAll(x, given=x > 0, then=Equal({slope('Piecewise((x, sqrt(x) > -1), (3*x, True))')}, 1))",
    f"ForAll(x, given=x > 0, then=Equal({slope('Piecewise((x, And(sqrt(x) > -1, x > -4)), (3*x, True))')}, 1))",
    f"ForAll(x, then=Equal({slope('Piecewise((log(x), x > 1), (x - 1, True))')}, Piecewise((1/x, x > 1), (1, True))))",
)
FALSE = (
    f"ForAll(x, {BETWEEN}, then=Equal({slope('ceiling(x)')}, 1))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('frac(x)**2')}, 2*x))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('x*floor(x)')}, x))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('Max(floor(x), x)')}, 0))",
    f"AlmostAll(x, then=Eq({slope('frac(x)')}, 0))",
    f"Exists(x, then=Eq({slope('floor(x)')}, 1))",
    f"ForAll(x, given=x < 0, then=Equal({slope('Piecewise((x, 2*sign(x) > 1), (3*x, True))')}, 1))",
)
WITHOUT_VALUE = (
    f"ForAll(x, then=Equal({slope('floor(x)')}, 0))",
    f"ForAll(x, then=Le({slope('frac(x)')}, 1))",
    f"ForAll(x, {BETWEEN}, then=Equal({slope('floor(2*x)')}, 0))",
    f"ForAll(x, given=Ne(2*x, floor(2*x)), then=Equal({slope('Mod(x, Rational(1, 3))')}, 1))",
    f"ForAll((x, a), given=Eq(x, 1), then=Eq({slope('floor(x + a)')}, 0))",
    f"ForAll(x, given=x >= 0, then=Le({slope('floor(x)/x')}, 9))",
    f"ForAll(x, then=Le({slope('Piecewise((1, 2*sign(x) > 1), (0, True))')}, 1))",
    f"ForAll(x, given=x >= 0, then=Equal({slope('Piecewise((x, sqrt(x) > -1), (3*x, True))')}, 1))",
    f"ForAll(x, given=x >= 0, then=Equal({slope('x*Piecewise((x, log(1 + sqrt(x)) > -1), (3*x, True))')}, 2*x))",
    f"ForAll((x, a), given=x >= a, then=Equal({slope('Piecewise((x, sqrt(x - a) > -2), (3*x, True))')}, 1))",
)
ENDING = (  # a domain with an end at which what is compared jumps
    "ForAll(x, given=x >= 0, then=Eq(diff(0*log(floor(x) + 1) + x, x), 1))",
    "ForAll(x, given=x >= 0, then=Eq(diff(0/(1 + floor(x)) + x, x), 1))",
    "ForAll(x, given=x >= 0, then=Eq(diff(0*log(Piecewise((1, x >= 0), (-1, True))) + x, x), 1))",
)
OPEN = (  # what jumps may be made up for, or stay: none of these is told
    f"ForAll(x, given=Eq(x, 0), then=Equal({slope('x*floor(-x**2)')}, 0))",
    f"ForAll(x, given=Eq(x, 0), then=Equal({slope('floor(-x**2)')}, 0))",
    f"ForAll(x, given=Eq(x, 1), then=Equal({slope('(x - 1)*floor(x)')}, 1))",
    f"ForAll(x, given=x >= 0, then=Equal({slope('Piecewise((x, And(sqrt(x) > -1, x > -4)), (3*x, True))')}, 1))",
    f"ForAll(x, given=Ne(4*Mod(x, 1), 1), then=Equal({slope('Piecewise((x, 4*Mod(x, 1) > 1), (x + 1, True))')}, 1))",
)


@pytest.mark.parametrize("source", TRUE)
def test_between_two_steps_it_is_that_of_a_constant(source: str) -> None:
    assert truth_of(source, x=x, a=a) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_no_other(source: str) -> None:
    assert truth_of(source, x=x, a=a) is Truth.FALSE


@pytest.mark.parametrize("source", WITHOUT_VALUE)
def test_at_a_step_there_is_none(source: str) -> None:
    assert truth_of(source, x=x, a=a) is None


@pytest.mark.parametrize("source", ENDING)
def test_at_the_end_of_a_domain_none_is_told(source: str) -> None:
    assert truth_of(source, x=x, a=a) is not Truth.TRUE
    assert truth_of(source.replace("x >= 0, then", "And(x > 0, x < 1), then"), x=x, a=a) is Truth.TRUE


@pytest.mark.parametrize("source", OPEN)
def test_where_a_step_may_stay_it_is_left_open(source: str) -> None:
    assert truth_of(source, x=x, a=a) is Truth.UNDECIDED


@pytest.mark.parametrize(
    ("function", "derivative"),
    [
        (ceiling(x) * x, -floor(-x)),
        (sin(x * floor(floor(2 * x) / 2)), sympy.cos(x * floor(floor(2 * x) / 2)) * floor(floor(2 * x) / 2)),
        (Mod(x**2, 3), 2 * x),
        (frac(a) * x, frac(a)),
    ],
    ids=str,
)
def test_the_outermost_whole_part_stays(function: Expression, derivative: Expression) -> None:
    assert sympy.expand(by_the_algebra_system(function, x) - derivative) == 0


@pytest.mark.parametrize(
    "function",
    [
        ceiling(x) * x,
        frac(x) * Mod(x + a, 5),
        Mod(x, -2),
        Mod(x**2, Rational(1, 3)),
        floor(floor(2 * x) / 2) + frac(frac(3 * x) / 2),
        sympy.Piecewise((x, sympy.Eq(floor(x), 0)), (x**2, True)),
    ],
    ids=str,
)
def test_with_a_constant_for_each_whole_part_it_has_the_same_values(function: Expression) -> None:
    flat, levels = between_steps(function, (x,))
    assert [part for part in flat.atoms(floor, ceiling, frac, Mod) if part.has(x)] == []
    for place in each((Rational(7, 3), Rational(-13, 5), Rational(1, 7), Rational(-1, 9), sympy.Integer(4))):
        there = {x: place, a: Rational(5, 4)}
        assert function.xreplace(there) == flat.xreplace(levels).xreplace(levels).xreplace(there)


def test_remainders_move_from_step_to_step_by_what_is_divided_by() -> None:
    assert [step_length(part) for part in (floor(x), frac(x), Mod(x, 3), Mod(a, Rational(-1, 2)))] == [1, 1, 3, Rational(-1, 2)]


def test_remainders_of_what_may_be_zero_are_none() -> None:
    assert [is_rounded(part) for part in (Mod(x, 2), Mod(x, a), Mod(x, Rational(-1, 2)), frac(x), sin(x))] == [
        True,
        False,
        True,
        True,
        False,
    ]
    assert between_steps(x**2, (x,)) == (x**2, {})
    assert between_steps(floor(a) * x, (x,)) == (floor(a) * x, {})
