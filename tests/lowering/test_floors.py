"""Tests of floors: of floors, of remainders, and of what several of them round."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Eq, Le, Lt, Mod, Rational, ceiling, floor, frac, sqrt

from probatum.decide.deciding import decide
from probatum.decision import Outcome, Truth
from probatum.engines.solvers import smt
from probatum.engines.solvers.whole_parts import turns
from probatum.lowering.rewriting.floors import by_floors
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.subjects.coercion import integers, reals
from tests.each import each

x, y, p = reals("x y p")
n = integers("n")
THIRD = Rational(1, 3)
LATER = Eq(floor(x + p) + floor(3 * x), floor(x) + floor(3 * x))
REWRITTEN: list[tuple[Any, Any]] = [
    (floor(floor(x) / 2), floor(x / 2)),
    (floor((floor(x) + 2) / 5), floor((x + 2) / 5)),
    (floor((floor(x) + n) / 5), floor((x + n) / 5)),
    (floor(floor(floor(x) / 2) / 3), floor(x / 6)),
    (ceiling(ceiling(x) / 3), ceiling(x / 3)),
    (floor(sqrt(floor(x))), floor(sqrt(x))),
    (Mod(floor(x), 2), floor(x) - 2 * floor(x / 2)),
    (frac(x / 2), x / 2 - floor(x / 2)),
    # what is whole elsewhere too stays
    (floor(2 * floor(x) / 3), floor(2 * floor(x) / 3)),
    (floor(-floor(x) / 3), floor(-floor(x) / 3)),
    (floor(ceiling(x) / 3), floor(ceiling(x) / 3)),
    (floor((floor(x) + Rational(1, 2)) / 5), floor((floor(x) + Rational(1, 2)) / 5)),
    (floor((floor(x) + y) / 5), floor((floor(x) + y) / 5)),
    (floor(floor(x) ** 2 / 2), floor(floor(x) ** 2 / 2)),
    (ceiling(sqrt(ceiling(x))), ceiling(sqrt(ceiling(x)))),
    (Mod(n, 2), Mod(n, 2)),
]
DECIDED: list[tuple[Any, Truth]] = [
    (ForAll(x, then=Eq(floor(x / 2) * 2 + Mod(floor(x), 2), floor(x))), Truth.TRUE),
    (ForAll(x, then=Eq(floor(x / 2) * 2 + Mod(floor(x), 3), floor(x))), Truth.FALSE),
    (ForAll(x, then=Eq(floor(x) + floor(x + THIRD) + floor(x + 2 * THIRD), floor(3 * x))), Truth.TRUE),
    (ForAll(x, then=Eq(floor(x) + floor(x + THIRD) + floor(x + THIRD / 2), floor(3 * x))), Truth.FALSE),
    (ForAll((x, y), then=Le(floor(x) + floor(y) + floor(x + y), floor(2 * x) + floor(2 * y))), Truth.TRUE),
    (ForAll((x, y), then=Lt(floor(x) + floor(y) + floor(x + y), floor(2 * x) + floor(2 * y))), Truth.FALSE),
    (ForAll(x, then=Eq(frac(x / 2) + frac((x + 1) / 2), frac(x) + Rational(1, 2))), Truth.TRUE),
    (ForAll(x, then=Eq(Mod(x, 1) + Mod(-x, 1), 1)), Truth.FALSE),
    (ForAll(x, given=sympy.Ne(floor(x), x), then=Lt(0, Mod(x, 1))), Truth.TRUE),
    (ForAll(x, given=sympy.Ne(floor(x), x), then=Lt(THIRD, Mod(x, 1))), Truth.FALSE),
    (ForAll((x, n), given=Eq(x, n), then=Eq(floor(x), x)), Truth.TRUE),
    (ForAll((x, n), given=Eq(2 * x, n), then=Eq(floor(x), x)), Truth.FALSE),
    (ForAll((x, n), given=Lt(x, n), then=Le(floor(x), n - 1)), Truth.TRUE),
    (ForAll((x, n), given=Lt(x, n), then=Lt(floor(x), n - 1)), Truth.FALSE),
    (ForAll(x, given=Le(0, x), then=Eq(floor(sqrt(floor(x))), floor(sqrt(x)))), Truth.TRUE),
    (Exists(x, then=Eq(floor(x) + floor(x + Rational(1, 2)), floor(2 * x) + 1)), Truth.FALSE),
    (
        ForAll(x, then=Exists(p, given=sympy.And(Le(0, p), Lt(p, 1)), then=LATER)),
        Truth.TRUE,
    ),
    (ForAll(x, then=Exists(p, given=Lt(1, p), then=LATER)), Truth.FALSE),
]


@pytest.mark.parametrize(("written", "meant"), REWRITTEN, ids=str)
def test_what_is_rounded_twice_is_rounded_once_where_that_is_the_same(written: Any, meant: Any) -> None:
    assert sympy.expand(by_floors(written) - meant) == 0
    for tenths in each(range(-70, 71)):
        at = {x: Rational(tenths, 10), n: sympy.Integer(tenths // 7), y: Rational(tenths, 3)}
        values = written.subs(at), meant.subs(at)
        assert values[0] == values[1] or not values[0].is_real


@pytest.mark.parametrize(("statement", "truth"), DECIDED, ids=str)
def test_statements_about_floors_are_decided(statement: Any, truth: Truth) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (truth, True)


@pytest.mark.parametrize(
    "statement",
    [
        ForAll(x, given=sympy.Ne(floor(x), x), then=Lt(0, Mod(x, 1))),
        ForAll((x, n), given=Eq(x, n), then=Eq(floor(x), x)),
        ForAll((x, y), given=sympy.And(Lt(floor(y), x), Eq(floor(x), x)), then=Le(floor(y) + 1, x)),
    ],
    ids=str,
)
def test_a_solver_does_not_look_for_integers_between_integers(statement: Any) -> None:
    assert smt.decide(statement, budget=40_000).outcome is Outcome.PROVED


def test_a_second_engine_proves_it_as_well() -> None:
    found = decide(DECIDED[0][0])
    assert smt.NAME in {one.decider for one in found.decisions}
    assert found.truth is Truth.TRUE


@pytest.mark.parametrize(
    ("expressions", "wanted"),
    [
        ([floor(x) + floor(x / 2)], {x: 2}),
        ([floor(x) + floor(2 * x)], {x: 1}),
        ([floor(x / 2), ceiling(x / 3)], {x: 6}),
        ([floor(x), Mod(x, 4)], {x: 4}),
        ([floor(x) + floor(-x)], {x: 1}),
        ([floor(x) + floor(x)], {}),
        ([floor(x) + floor(y)], {}),
        ([floor(x) + ceiling(-x)], {}),
        ([floor(sqrt(2) * x) + floor(x)], {}),
    ],
    ids=str,
)
def test_variables_of_several_floors_have_whole_turns(expressions: Any, wanted: Any) -> None:
    assert turns(expressions) == wanted


def test_remainders_of_real_numbers_by_what_varies_are_written_with_floors_and_no_others() -> None:
    (u, v), (k, m) = reals("u v"), integers("k m")
    assert by_floors(Mod(u, v)) == u - v * floor(u / v)
    assert by_floors(Mod(1, v)) == 1 - v * floor(1 / v)
    assert by_floors(Mod(k, v)) == k - v * floor(k / v)
    for each_one in each((Mod(u, 2), Mod(k, m), Mod(k, 3), Mod(u, Rational(1, 2)))):
        assert by_floors(each_one) == each_one
