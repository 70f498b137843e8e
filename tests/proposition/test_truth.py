"""Tests of putting values back: certain or not at all."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.truth import holds_at, is_zero, truth_at

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
        (Ge(sympy.Min(1, y / x), 0), {x: R(0), y: R(1)}, None),
        (Ge(sympy.Max(1, y / x), 0), {x: R(0), y: R(1)}, None),
        (Ge(sqrt(x), 0), {x: R(-1)}, None),
        (Eq(sqrt(x), sqrt(x)), {x: R(-1)}, None),
        (Le(sympy.log(x), 0), {x: R(0)}, None),
        (Ge(x**y, 0), {x: R(0), y: R(-1)}, None),
        (Lt(x, y), {x: R(1)}, None),
        (Ge(x ** (10**9), 0), {x: R(2)}, True),
        (Eq(x ** (10**9), 2 ** (y * 10**9)), {x: R(2), y: R(1)}, None),
        (Lt(sympy.cos(sympy.exp(x)) - 2, 0), {x: R(10**5)}, True),
        (Lt(sympy.cos(sympy.exp(x)) - 1, 0), {x: R(10**5)}, None),
        (Lt(sympy.cos(sympy.exp(x)) - 1, 0), {x: R(10**3)}, True),
        (Le(sympy.cos(sympy.Mod(x, y)), 1), {x: R(1), y: R(0)}, None),
        (sympy.Or(Lt(1 / x, 1), Eq(x, 0), evaluate=False), {x: R(0)}, True),
        (sympy.true, {}, True),
        (sympy.false, {}, False),
    ],
    ids=str,
)
def test_a_condition_at_a_point_is_true_false_or_not_known(condition: Any, point: Any, wanted: bool | None) -> None:
    assert truth_at(condition, point) is wanted


@pytest.mark.parametrize("exactly", [True, False])
def test_rational_values_are_compared_in_any_case(exactly: bool) -> None:
    point = {x: R(1, 3), y: R(2, 7)}
    for relation, wanted in [(Eq, True), (Le, True), (Ge, True), (Lt, False), (Gt, False), (Ne, False)]:
        assert truth_at(relation((x + y) ** 2, x**2 + 2 * x * y + y**2), point, exactly=exactly) is wanted


def test_what_is_undefined_does_not_hold() -> None:
    assert [holds_at(Eq(1 / x, 2), {x: R(value)}) for value in ("0", "1/2", "1")] == [False, True, False]
    assert holds_at(sympy.Or(Lt(1 / x, 1), Eq(x, 0), evaluate=False), {x: R(0)}) is True
    assert holds_at(Ne(sqrt(x), 1), {x: R(-1)}) is False
    assert holds_at(Lt(sympy.zeta(x, 2), 1), {x: R(1, 2)}) is None


def test_a_remainder_by_zero_is_not_known() -> None:
    assert truth_at(Eq(sympy.Mod(x, y), 0), {x: R(1), y: R(0)}) is None
    assert holds_at(Eq(sympy.Mod(x, y), 0), {x: R(1), y: R(0)}) is False
    assert holds_at(Eq(sympy.Mod(x, y), 1), {x: R(7), y: R(3)}) is True


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
        (sympy.log(sympy.exp(1) ** R(10_001) / 2) - sympy.log(sympy.exp(10_001)) + sympy.log(2), False),
    ],
    ids=str,
)
def test_zero_is_recognized_or_not_claimed(number: Any, wanted: bool) -> None:
    assert is_zero(number) is wanted
