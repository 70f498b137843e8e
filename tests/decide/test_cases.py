"""Tests of the cases that search tries: which, in which order, and what exact value each stands for."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
import sympy

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.engines.trying import cases
from probatum.engines.trying.cases import cases_of
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import integers, reals
from tests.each import each

x, y, z = reals("x y z")
n, m = integers("n m")
R = sympy.Rational


def points(variables: Any, *given: Any, then: Any = None) -> Any:
    """The cases as an array, and what each of them stands for."""
    found = cases_of(ForAll(variables, given=given, then=Gt(x, -2) if then is None else then))
    return found.points


@pytest.mark.parametrize("variables", [(x,), (x, y), (x, y, z), (x, n)], ids=str)
def test_each_case_is_tried_once_and_the_simplest_first(variables: Any) -> None:
    tried = points(variables)
    assert set(tried[0].tolist()) <= {0.0, 1.0}
    assert len(set(map(tuple, tried.tolist()))) == len(tried) > 900


@pytest.mark.parametrize("variables", [(x,), (x, y), (x, y, z), (x, y, z, n)], ids=str)
def test_all_combinations_of_the_simplest_values_are_tried(variables: Any) -> None:
    """Of as many of them as half of the cases have room for."""
    width = len(variables)
    many = max(number for number in range(len(cases.SIMPLE) + 1) if number**width <= cases.CASES // 2)
    simple = {True: cases.INTEGERS, False: cases.SIMPLE}
    wanted = itertools.product(*([float(value) for value in simple[bool(variable.is_integer)][:many]] for variable in variables))
    assert set(wanted) <= set(map(tuple, points(variables).tolist()))


def test_integers_are_tried_from_zero_on_without_a_gap() -> None:
    assert {float(value) for value in range(-50, 51)} <= set(points(n)[:, 0])
    pairs = {(float(left), float(right)) for left in range(-21, 22) for right in range(-21, 22)}
    assert pairs <= set(map(tuple, points((n, m)).tolist()))
    assert np.abs(points(n)).max() >= 1000


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        (ForAll(x, then=Lt(sympy.sin(x), 2)), [sympy.pi, -sympy.pi / 2, sympy.pi / 6, 3 * sympy.pi / 4, 4 * sympy.pi]),
        (ForAll(x, given=Gt(sympy.cos(x), 0), then=Lt(x, 2)), [sympy.pi, sympy.pi / 3]),
        (ForAll(x, then=Lt(x, 2)), [sympy.sqrt(2), -sympy.sqrt(2), (1 + sympy.sqrt(5)) / 2, R(1, 10**6), -(10**6)]),
        (ForAll(x, given=Ge(x, 777), then=Lt(x, sympy.exp(1))), [777, 778, 776, -777, 1554, sympy.exp(1), sympy.exp(1) + 1]),
    ],
    ids=str,
)
def test_values_that_a_statement_singles_out_are_tried_exactly(statement: Any, wanted: list[Any]) -> None:
    found = cases_of(statement)
    exact = {found.exact(index)[x] for index in range(len(found.points))}
    assert set(wanted) <= exact


def test_angles_are_for_functions_of_angles() -> None:
    assert float(sympy.pi) not in points(x, then=Lt(x, 2))[:, 0]


def test_the_largest_values_are_not_for_exponentials() -> None:
    assert 1e6 in points(x)[:, 0]
    for growing in (sympy.exp(x), sympy.cosh(x)):
        assert 1e6 not in points(x, then=Gt(growing, 0))[:, 0]


def test_variables_are_tried_alike_and_beside_special_values() -> None:
    tried = set(map(tuple, points((x, y, z)).tolist()))
    root = float(sympy.sqrt(2))
    assert {(root, root, root), (root, 0.0, 0.0), (1.0, root, 1.0), (-1.0, -1.0, root)} <= tried


def test_random_cases_lie_within_constant_bounds_and_else_around_zero() -> None:
    bounded = points((x, y), Ge(x, -1), Le(x, 2))
    both = bounded[-1000:]
    assert (both[:, 0].min(), both[:, 0].max()) == (-1.0, 2.0)
    assert set(both[:, 0]) == {step / cases.RESOLUTION for step in range(-cases.RESOLUTION, 2 * cases.RESOLUTION + 1)}
    assert (both[:, 1].min() < -7.9, both[:, 1].max() > 7.9, np.abs(both[:, 1]).max() <= 8) == (True, True, True)


def test_cases_of_an_integer_are_integers() -> None:
    tried = points((x, n))
    assert (tried[:, 1] == np.round(tried[:, 1])).all()
    assert not (tried[:, 0] == np.round(tried[:, 0])).all()
    assert -200 <= tried[-500:, 1].min() < -150


BESIDE_ONE = 1 + R(1, 10**20)  # which floating point does not tell from 1


def test_an_integer_stands_for_no_number_beside_it() -> None:
    found = cases_of(ForAll((x, n), given=Ge(n, BESIDE_ONE), then=Gt(x, -2)))
    exact = [found.exact(index) for index in range(len(found.points))]
    assert all(case[n].is_Integer for case in each(exact))
    assert {case[n] for case in exact} >= {sympy.Integer(1), sympy.Integer(2)}
    assert BESIDE_ONE in {case[x] for case in exact}


@pytest.mark.parametrize(
    ("statement", "truth"),
    [
        (ForAll((n, x), given=(Ge(n, BESIDE_ONE), Ge(x, 0)), then=Ge(n + sympy.exp(x), 3)), Truth.TRUE),
        (ForAll((n, x), given=(Ge(n, BESIDE_ONE), Ge(x, 0)), then=Gt(n + sympy.exp(x), 3)), Truth.FALSE),
        (Exists((n, x), given=(Ge(n, BESIDE_ONE), Le(n, BESIDE_ONE + R(1, 10**20))), then=Ge(n + sympy.exp(x), 3)), Truth.FALSE),
        (Exists((n, x), given=(Ge(n, BESIDE_ONE), Le(n, 2)), then=Ge(n + sympy.exp(x), 3)), Truth.TRUE),
    ],
    ids=str,
)
def test_what_is_so_of_integers_is_not_tried_beside_them(statement: Any, truth: Truth) -> None:
    assert decide(statement).truth is truth


@pytest.mark.parametrize("value", [R(0), R(1, 10), R(-2, 3), R(1, 64), R(999, 1000), R(-7)], ids=str)
def test_a_case_stands_for_its_simple_fraction(value: Any) -> None:
    assert cases.exact_fraction(float(value)) == value


def test_a_case_without_a_simple_fraction_stands_for_itself() -> None:
    found = cases.exact_fraction(1 / 1001)
    assert found != R(1, 1001)
    assert float(found) == 1 / 1001
    assert cases.exact_fraction(float(np.pi)) == R(884279719003555, 281474976710656)


def test_a_number_too_large_to_single_out_is_left_alone() -> None:
    assert float(10**12) not in points(x, then=Eq(x, 10**12))[:, 0]


@pytest.mark.parametrize("end", [R(1), R(-2), R(0)], ids=str)
def test_what_an_end_leaves_out_is_tried_near_it(end: Any) -> None:
    """x^300 is at most 2 for some x beyond 1, none of which is far from it."""
    near = [float(end) + sign * size for size in (1e-3, 1e-6) for sign in (1, -1)]
    tried = points(x, Gt(x, end))[:, 0]
    assert [place for place in near if not (abs(tried - place) < 1e-12).any()] == []
