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
