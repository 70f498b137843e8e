"""Tests of arcs of waves as angles; the pieces are held against floating point."""

from __future__ import annotations

import math

import pytest
import sympy

from probatum import reals
from probatum.decide.by_closed_form.arcs_undone import ARCS, WAVES, _pieces
from probatum.decision import Truth
from tests.authored import truth_of
from tests.each import each

x, y = reals("x y")
DECIDED = {
    "And(x >= 0, x <= pi), then=Eq(acos(cos(x)), x)": Truth.TRUE,
    "And(x >= 0, x <= 4), then=Eq(acos(cos(x)), x)": Truth.FALSE,
    "And(x >= pi, x <= 2*pi), then=Eq(acos(cos(x)), 2*pi - x)": Truth.TRUE,
    "And(x >= pi, x <= 2*pi), then=Eq(acos(cos(x)), x - pi)": Truth.FALSE,
    "And(x >= -1, x <= 1), then=Eq(acos(cos(x)), Abs(x))": Truth.TRUE,
    "And(x >= -1, x <= 1), then=Eq(acos(cos(x)), x)": Truth.FALSE,
    "And(x >= pi/2, x <= 3*pi/2), then=Eq(asin(sin(x)), pi - x)": Truth.TRUE,
    "And(x >= pi/2, x <= 3*pi/2), then=Eq(asin(sin(x)), x)": Truth.FALSE,
    "And(x > pi/2, x < 3*pi/2), then=Eq(atan(tan(x)), x - pi)": Truth.TRUE,
    "And(x > pi/2, x < 3*pi/2), then=Eq(atan(tan(x)), x)": Truth.FALSE,
    "And(x >= pi/2, x < 3), then=Eq(atan(tan(x)), x)": None,
    "And(x >= 0, x <= pi), then=Eq(asin(cos(x)), pi/2 - x)": Truth.TRUE,
    "And(x >= 0, x <= 2*pi), then=Eq(asin(cos(x)), pi/2 - x)": Truth.FALSE,
    "And(x >= 0, x <= 1), then=acos(cos(x**2)) <= x": Truth.TRUE,
    "And(x >= 0, x <= 2), then=acos(cos(x**2)) <= x": Truth.FALSE,
}


@pytest.mark.parametrize("stated", DECIDED)
def test_it_is_decided(stated: str) -> None:
    assert truth_of(f"ForAll(x, given={stated})", x=x) is DECIDED[stated]


def test_the_pieces_are_those_of_the_principal_values() -> None:
    for arc in each(ARCS):
        for wave in each(WAVES[arc]):
            pieces = [*_pieces(arc(wave(x), evaluate=False))]
            found = 0
            for step in each(range(-300, 301)):
                angle = sympy.Rational(step, 100) * 3
                for where, told in each(pieces):
                    if where.xreplace({x: angle}) == sympy.true:
                        wanted = getattr(math, arc.__name__)(getattr(math, wave.__name__)(float(angle)))
                        assert math.isclose(float(told.xreplace({x: angle})), wanted, abs_tol=1e-9), (arc, wave, angle)
                        found += 1
            assert found > 300
