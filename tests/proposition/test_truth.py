"""Tests of putting values back: certain or not at all."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.truth import is_zero, truth_at

x, y = sympy.symbols("x y", real=True)
R, sqrt = sympy.Rational, sympy.sqrt


@pytest.mark.parametrize(
    ("condition", "point", "wanted"),
    [
        (Lt(x, y), {x: R(1), y: R(2)}, True),
        (Lt(x, y), {x: R(2), y: R(2)}, False),
        (Eq(R(1, 10) + R(2, 10), R(3, 10)), {}, True),
        (Eq(x**2, 2), {x: sqrt(2)}, True),
        (Lt(x**2, 2), {x: sqrt(2)}, False),
        (Le(x**2, 2), {x: -sqrt(2)}, True),
        (Ne(x, sqrt(2) + sqrt(3)), {x: sqrt(5 + 2 * sqrt(6))}, False),
        (Eq(sympy.sin(x), R(1, 2)), {x: sympy.pi / 6}, True),
        (Gt(sympy.exp(sympy.pi * sqrt(163)), 262537412640768743), {}, True),
        (Ge(sympy.exp(sympy.pi * sqrt(163)), 262537412640768744), {}, False),
        (Lt(1 / x, 1), {x: R(0)}, None),
        (Eq(1 / x, 1 / x), {x: R(0)}, None),
        (Eq(x / x, 1), {x: R(0)}, True),  # SymPy has cancelled it: an author states a limit
        (Ge(sqrt(x), 0), {x: R(-1)}, None),
        (Eq(sqrt(x), sqrt(x)), {x: R(-1)}, None),
        (Le(sympy.log(x), 0), {x: R(0)}, None),
        (Ge(x**y, 0), {x: R(0), y: R(-1)}, None),
        (Lt(x, y), {x: R(1)}, None),
        (Ge(x ** (10**9), 0), {x: R(2)}, True),
        (Eq(x ** (10**9), 2 ** (y * 10**9)), {x: R(2), y: R(1)}, None),
        (sympy.Or(Lt(1 / x, 1), Eq(x, 0), evaluate=False), {x: R(0)}, True),
        (sympy.true, {}, True),
        (sympy.false, {}, False),
    ],
    ids=str,
)
def test_a_condition_at_a_point_is_true_false_or_not_known(condition: Any, point: Any, wanted: bool | None) -> None:
    assert truth_at(condition, point) is wanted


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        (R(0), True),
        (R(1, 10**30), False),
        (sqrt(3 + 2 * sqrt(2)) - 1 - sqrt(2), True),
        ((sqrt(2) + sqrt(3)) ** 2 - 5 - 2 * sqrt(6), True),
        (sqrt(2) + sqrt(3) - sqrt(10), False),
        (sympy.log(4) - 2 * sympy.log(2), True),
        (sympy.sin(1) ** 2 + sympy.cos(1) ** 2 - 1, True),
        (sympy.pi - R(355, 113), False),
    ],
    ids=str,
)
def test_zero_is_recognized_or_not_claimed(number: Any, wanted: bool) -> None:
    assert is_zero(number) is wanted
