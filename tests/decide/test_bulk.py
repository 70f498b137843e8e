"""Tests of evaluation in bulk: what NumPy computes is what SymPy computes, point by point."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy

from probatum.engines.trying.bulk import FUNCTIONS, LARGEST_NUMBER, NotVectorizedError, bounds_of_truth, truths, values
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import reals
from tests.each import each

x, y = reals("x y")
R = sympy.Rational
POINTS = [(R(-3), R(2)), (R(-1, 2), R(1, 2)), (R(0), R(1)), (R(1, 4), R(-1)), (R(1), R(1)), (R(7, 2), R(-3))]
COLUMNS = {x: np.array([float(a) for a, _ in POINTS]), y: np.array([float(b) for _, b in POINTS])}


def number(expression: Any, point: tuple[Any, Any]) -> float:
    """What SymPy computes, nan where that is no real number."""
    value = expression.subs({x: point[0], y: point[1]}, simultaneous=True).evalf(30)
    return float(value) if value.is_Float or value.is_Rational else float("nan")


@pytest.mark.parametrize(
    "expression",
    [
        x,
        sympy.Integer(7),
        R(1, 3),
        sympy.pi,
        sympy.sqrt(2) + sympy.E,
        x + 2 * y - 3,
        x * y,
        x**2,
        x**-1,
        x**1025,
        sympy.sqrt(x),
        x ** R(1, 3),
        2**x,
        sympy.Max(x, y, 0),
        sympy.Min(x, y, 0),
        sympy.Piecewise((x, Lt(x, 0)), (y, Lt(x, 1)), (x + y, True)),
        sympy.Piecewise((x, Lt(x, 0))),
    ],
    ids=str,
)
def test_expressions_are_computed_as_by_sympy(expression: Any) -> None:
    with np.errstate(all="ignore"):
        found = np.broadcast_to(values(expression, COLUMNS), len(POINTS))
    finite = [(ours, number(expression, point)) for ours, point in zip(found, POINTS, strict=True) if np.isfinite(ours)]
    assert len(finite) >= 2
    assert [ours for ours, _ in finite] == pytest.approx([theirs for _, theirs in finite], rel=1e-12)
    undefined = [point for ours, point in zip(found, POINTS, strict=True) if not np.isfinite(ours)]
    assert [point for point in undefined if abs(point[0]) <= 1 and np.isfinite(number(expression, point))] == []


@pytest.mark.parametrize("function", sorted({*FUNCTIONS} - {sympy.Mod}, key=str), ids=lambda function: str(function.__name__))
def test_each_function_is_that_of_sympy(function: Any) -> None:
    expression = function(y, x) if function is sympy.atan2 else function(x)
    with np.errstate(all="ignore"):
        found = values(expression, COLUMNS)
    for ours, point in each(zip(found, POINTS, strict=True)):
        assert ours == pytest.approx(number(expression, point), rel=1e-12, nan_ok=True) or not np.isfinite(ours), (function, point)
    assert np.isfinite(found).sum() >= 3


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        (Lt(x, y), [True, True, True, False, False, False]),
        (Le(x, y), [True, True, True, False, True, False]),
        (Gt(x, y), [False, False, False, True, False, True]),
        (Ge(x, y), [False, False, False, True, True, True]),
        (Eq(x, y), [False, False, False, False, True, False]),
        (Ne(x, y), [True, True, True, True, False, True]),
        (sympy.And(Gt(x, -1), Lt(x, 1), Gt(y, 0)), [False, True, True, False, False, False]),
        (sympy.Or(Lt(x, -1), Gt(x, 1), Lt(y, 0)), [True, False, False, True, False, True]),
        (sympy.Not(Lt(x, y), evaluate=False), [False, False, False, True, True, True]),
        (sympy.Implies(Lt(x, 0), Gt(y, 1)), [True, False, True, True, True, True]),
    ],
    ids=str,
)
def test_conditions_are_true_where_they_are(condition: Any, wanted: list[bool]) -> None:
    assert truths(condition, COLUMNS).tolist() == wanted


def test_a_remainder_has_the_sign_of_its_divisor() -> None:
    columns = {x: np.array([7.0, -7.0, 7.5, -1.0]), y: np.array([3.0, 3.0, -2.0, 0.25])}
    assert values(sympy.Mod(x, y), columns).tolist() == [1.0, 2.0, -0.5, 0.0]
    assert [sympy.Mod(*pair) for pair in [(7, 3), (-7, 3), (sympy.Rational(15, 2), -2)]] == [1, 2, -sympy.Rational(1, 2)]


@pytest.mark.parametrize(
    ("condition", "surely", "maybe"),
    [
        (Lt(x + 0, y), [False, True], [False, True]),
        (Lt(2 * x, y + x), [False, True], [True, True]),
        (Eq(2 * x, y + x), [False, False], [True, False]),
        (sympy.And(Lt(2 * x, y + x), Gt(y, 1)), [False, True], [False, True]),
        (sympy.Or(Lt(2 * x, y + x), Gt(y, 1)), [False, True], [True, True]),
        (sympy.Not(Lt(2 * x, y + x), evaluate=False), [False, False], [True, False]),
        (sympy.Implies(Ge(2 * x, y + x), Gt(y, 1)), [False, True], [True, True]),
        (sympy.Implies(Lt(x, 5), Lt(2 * x, y + x)), [False, True], [True, True]),
        (Lt(sympy.log(x - 1), 0), [False, True], [True, True]),
        (sympy.true, [True, True], [True, True]),
    ],
    ids=str,
)
def test_sides_that_rounding_does_not_tell_apart_leave_it_open(condition: Any, surely: list[bool], maybe: list[bool]) -> None:
    """At (1, 1) and at (1.5, 2); the logarithm of 0 is no number."""
    columns = {x: np.array([1.0, 1.5]), y: np.array([1.0, 2.0])}
    with np.errstate(all="ignore"):
        found = bounds_of_truth(condition, columns, 1e-9)
    assert [np.broadcast_to(each, 2).tolist() for each in found] == [surely, maybe]


def test_bounds_of_truth_name_what_they_do_not_take() -> None:
    with pytest.raises(NotVectorizedError, match="Xor"):
        bounds_of_truth(sympy.Xor(Lt(x, 0), Lt(y, 0), evaluate=False), COLUMNS, 1e-9)


def test_truth_values_are_the_same_everywhere() -> None:
    assert (bool(truths(sympy.true, COLUMNS)), bool(truths(sympy.false, COLUMNS))) == (True, False)


@pytest.mark.parametrize(("left", "right"), [(1.0, 1.0 + 1e-10), (1e12, 1e12 + 10), (0.0, 1e-10), (np.nan, np.nan)])
def test_an_equation_may_be_off_by_the_tolerance(left: float, right: float) -> None:
    columns = {x: np.array([left]), y: np.array([right])}
    assert truths(Eq(x, y), columns, 1e-9).tolist() == [True]
    assert truths(Eq(x, y), columns).tolist() == [False]
    assert truths(sympy.And(Eq(x, y), sympy.true, Gt(2, sympy.Abs(sympy.sign(x)))), columns, 1e-9).tolist() == [not np.isnan(left)]


@pytest.mark.parametrize(("left", "right"), [(1.0, 1.0 + 1e-8), (1e12, 1e12 + 1e5), (0.0, 1e-8), (np.nan, 1.0)])
def test_an_equation_is_off_by_no_more_than_that(left: float, right: float) -> None:
    assert truths(Eq(x, y), {x: np.array([left]), y: np.array([right])}, 1e-9).tolist() == [False]


def test_a_tolerance_is_for_what_equality_makes_true() -> None:
    columns = {x: np.array([1.0]), y: np.array([1.0 + 1e-10])}
    assert [truths(kind(x, y), columns, 1e-9).tolist() for kind in (Ge, Gt, Ne)] == [[True], [False], [True]]
    assert [truths(kind(y, x), columns, 1e-9).tolist() for kind in (Le, Lt, Ne)] == [[True], [False], [True]]
    assert [truths(kind(x, y), columns).tolist() for kind in (Ge, Gt, Ne)] == [[False], [False], [True]]


@pytest.mark.parametrize(
    ("expression", "named"),
    [
        (sympy.zeta(x), "zeta"),
        (sympy.I, "I"),
        (sympy.Function("f")(x), "f"),
        (sympy.Integer(LARGEST_NUMBER + 1), "a number beyond floating point"),
        (sympy.Integer(-LARGEST_NUMBER - 1), "a number beyond floating point"),
    ],
    ids=["zeta", "I", "f", "large", "large and negative"],
)
def test_what_numpy_does_not_have_is_named(expression: Any, named: str) -> None:
    with pytest.raises(NotVectorizedError) as raised:
        values(expression, COLUMNS)
    assert str(raised.value) == named


def test_a_large_number_is_a_number() -> None:
    assert values(sympy.Integer(LARGEST_NUMBER), COLUMNS) == 1e300


def test_an_exclusive_or_is_not_taken_for_another_connective() -> None:
    with pytest.raises(NotVectorizedError, match="Xor"):
        truths(sympy.Xor(Lt(x, 0), Lt(y, 0), evaluate=False), COLUMNS)


def test_zeros_have_no_sign() -> None:
    """By IEEE 754 the angle of -0.0 on the left is -π, of 0.0 it is π."""
    columns = {x: np.array([-1.0, -0.0]), y: np.array([0.0, 0.0])}
    assert list(truths(sympy.Eq(sympy.atan2(-y, x), sympy.pi, evaluate=False), columns, 1e-9)) == [True, False]
