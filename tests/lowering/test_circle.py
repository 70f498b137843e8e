"""Tests of points of the unit circle in place of sines and cosines: of angles that stand fast alone."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError
from probatum.lowering.rewriting.circle import of_points_on_circle, on_circle
from probatum.proposition.kinds import Exists, ForAll, for_all
from tests.each import each

a, x = sympy.symbols("a x", real=True)
AREA = sympy.Integral(x * sympy.sin(a * x**3), (x, -1, 1))
SLOPE = sympy.Derivative(sympy.Integral(sympy.exp(x**2 * sympy.sin(a)), (x, 0, 1)), a)
NEAR = sympy.Limit(sympy.sin(x) / (x + a), x, sympy.oo)


@pytest.mark.parametrize("part", [AREA, SLOPE, NEAR], ids=["an integral", "a derivative", "a limit"])
def test_what_an_angle_runs_through_is_left(part: Any) -> None:
    stated = for_all((a,), a > 0, sympy.Le(part, 0, evaluate=False))
    assert of_points_on_circle(stated) == stated


def test_angles_of_what_is_said_to_exist_are_left() -> None:
    stated = for_all((a,), a > 0, Exists(x, then=sympy.Eq(sympy.sin(x), a)))
    assert of_points_on_circle(stated) == stated


def test_a_fixed_angle_under_an_integral_is_a_point() -> None:
    area = sympy.Integral(x * sympy.sin(a), (x, 0, 1))
    turned = of_points_on_circle(for_all((a,), a > 0, sympy.Le(area, 1, evaluate=False)))
    assert isinstance(turned, ForAll)
    assert len(turned.variables) == 3
    assert not turned.then.has(sympy.sin)


@pytest.mark.parametrize(
    ("angles", "bases"),
    [
        ((a * x + sympy.exp(x), a**3 - x), (a * x + sympy.exp(x), a**3 - x)),
        ((a + x, a - x), (a + x, a - x)),
        ((a / 2 + x, a - x), (a / 2 + x, a - x)),
        ((a + x, a - x, x), (a, x)),
        ((2 * a, a), (a,)),
        ((a - x, x - a), (a, x)),
        ((a + 1,), (a + 1,)),
        ((a + 1, a), (a, sympy.Integer(1))),
        ((a * (x + 1), a), (a * (x + 1), a)),
        ((a + x, sympy.exp(a), 2 * sympy.exp(a)), (a + x, sympy.exp(a))),
    ],
    ids=str,
)
def test_angles_of_which_none_is_a_sum_of_others_are_their_own_bases(angles: Any, bases: Any) -> None:
    total = sympy.Add(*(sympy.sin(angle, evaluate=False) * 3**number for number, angle in enumerate(angles)))
    turned = on_circle(for_all((a, x), sympy.true, sympy.Le(total, 99, evaluate=False)))
    assert {part.args[0] for part in turned.then.atoms(sympy.sin, sympy.cos)} == set(bases)


SIN, COS, TAN, COT, SEC, CSC = sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc
WRITTEN: dict[Any, set[Any]] = {  # with the angles that are left
    SIN(12 * x) + COS(x): {x},
    COS(12 * x) * SIN(x): {x},
    SIN(13 * x) + COS(x): {13 * x, x},
    SIN(a - 12 * x) + COS(a) * COS(x): {a, x},
    COS(a - 5 * x) + SIN(a) + SIN(x): {a, x},
    SIN(x / 2 - a / 3) + SIN(x / 3) + SIN(a): {x / 6, a / 3},
    TAN(2 * x) + TAN(x): {x},
    COT(2 * x) + COT(x): {x},
    SEC(3 * x) - SEC(x): {x},
    CSC(3 * x) - CSC(x): {x},
    TAN(x) + COT(a) + SEC(a**2) + CSC(x**2): {x, a, a**2, x**2},
    SIN(2 * x + 1) + SIN(x): {x, sympy.Integer(1)},
    SIN(a * x + x) + COS(a * x) + COS(x): {a * x, x},
    SIN(SIN(2 * x) / 3) * SIN(SIN(x) * COS(x)) + COS(x): {x, 2 * SIN(x) * COS(x) / 3, SIN(x) * COS(x)},
    COS(3 * SIN(2 * x)) + COS(SIN(x) * COS(x)) + COS(x): {x, SIN(x) * COS(x)},
}


@pytest.mark.parametrize("written", WRITTEN, ids=str)
def test_what_is_written_otherwise_is_the_same_number(written: Any) -> None:
    turned = on_circle(for_all((a, x), sympy.true, sympy.Le(written, 99, evaluate=False))).then
    assert {part.args[0] for part in turned.atoms(SIN, COS)} == WRITTEN[written]
    assert not turned.has(TAN, COT, SEC, CSC)
    for at in ({a: 0.3, x: 0.7}, {a: -1.1, x: 2.9}, {a: 2.3, x: -4.1}):
        assert abs((turned.lhs - written).evalf(30, subs=at)) < 1e-20


def test_points_are_on_the_circle_and_real() -> None:
    turned = of_points_on_circle(for_all((a, x), x > 0, sympy.Le(SIN(a) * COS(x), 1)))
    assert isinstance(turned, ForAll)
    points = turned.variables[2:]
    assert [point.name for point in points] == ["sin a", "cos a", "sin x", "cos x"]
    assert all(point.is_real for point in each(points))
    s, c, t, d = points
    assert turned.given == sympy.And(x > 0, sympy.Eq(s**2 + c**2, 1), sympy.Eq(t**2 + d**2, 1))
    assert turned.then == sympy.Le(s * d, 1)


TANGLED = sympy.sin(a * x + sympy.exp(x)) * sympy.cos(a**3 - x)


@pytest.mark.parametrize(
    ("then", "truth"),
    [
        (sympy.Le(TANGLED, 3), Truth.TRUE),
        (sympy.Le(TANGLED, 1), Truth.TRUE),
        (sympy.Le(TANGLED, sympy.Rational(1, 2)), Truth.FALSE),
        (sympy.Le(TANGLED + sympy.sin(a**2 * x) ** 2, 2), Truth.TRUE),
        (sympy.Le(TANGLED + sympy.sin(a**2 * x) ** 2, 1), Truth.FALSE),
        (sympy.Le(sympy.sin(a / 2 + x) ** 2 + sympy.cos(a - sympy.exp(x)) ** 4, 2), Truth.TRUE),
        (sympy.Eq(sympy.cos(a + x) + sympy.cos(a - x), 2 * sympy.cos(a) * sympy.cos(x)), Truth.TRUE),
        (sympy.Eq(sympy.cos(a + x) + sympy.cos(a - x), 2 * sympy.cos(a) * sympy.sin(x)), Truth.FALSE),
        (sympy.Le(sympy.tan(a + x) ** 2 * sympy.cos(a + x) ** 2, 1), Truth.UNDEFINED),
    ],
    ids=str,
)
def test_bounds_of_tangled_angles_are_decided(then: Any, truth: Truth) -> None:
    def found() -> Any:
        return decide(for_all((a, x), sympy.true, then), thorough=False)

    if truth is Truth.UNDEFINED:
        with pytest.raises(UndefinedError):
            found()
    else:
        assert (found().truth, found().is_strong) == (truth, True)


def test_points_that_no_number_has_refute_nothing() -> None:
    """Neither x nor its square is an odd multiple of pi where the other one is."""
    both = sympy.cos(x**2) + sympy.cos(x)
    assert decide(for_all((x,), sympy.true, sympy.Gt(both, -2)), thorough=True).truth is not Truth.FALSE
    assert decide(for_all((x,), sympy.true, sympy.Gt(both, -1)), thorough=True).truth is Truth.FALSE
