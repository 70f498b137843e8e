"""Tests of points of the unit circle in place of sines and cosines: of angles that stand fast alone."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.lowering.rewriting.circle import of_points_on_circle
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
