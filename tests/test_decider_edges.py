"""Edges of the deciders that mutation testing found unwatched."""

from __future__ import annotations

import pytest
import sympy

from probatum.decide.signs import ZERO, sign_under
from probatum.proposition import reals
from probatum.relation import Gt, Lt

x, y = reals("x y")


@pytest.mark.parametrize(
    ("expression", "given", "wanted"),
    [
        (x, Gt(x, 0), (1, True)),
        (x, Lt(x, 0), (-1, True)),
        (x**2, sympy.true, (1, False)),
        (x * y, sympy.And(Gt(x, 0), Lt(y, 0)), (-1, True)),
        (x - y, sympy.true, ZERO),
        (sympy.Integer(0), sympy.true, ZERO),
    ],
    ids=str,
)
def test_signs_are_read_off_and_nothing_is_guessed(expression: sympy.Expr, given: sympy.Basic, wanted: tuple[int, bool]) -> None:
    assert sign_under(expression, given) == wanted
