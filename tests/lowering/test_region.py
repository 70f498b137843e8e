"""Tests of sets up to measure zero: of what is zero at all points, of branches, of what jumps, and of lines by their coordinates."""

from __future__ import annotations

from itertools import product

import pytest
from sympy import (
    Abs,
    And,
    Eq,
    Expr,
    Ge,
    Le,
    Max,
    Min,
    Mod,
    Ne,
    Not,
    Or,
    Piecewise,
    Rational,
    Symbol,
    atan2,
    exp,
    false,
    floor,
    frac,
    log,
    sign,
    sin,
    sqrt,
    true,
)

from probatum import reals
from probatum.decision import Truth
from probatum.lowering.analysis.region import region, solved
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.proposition.kinds import AlmostAll
from tests.authored import truth_of
from tests.each import each

x, y, z = reals("x y z")
SAME = "(x**2 - 1)/(x - 1)"  # as x + 1, but at 1
ROOTS = "x*sqrt(3 + 2*sqrt(2))"  # as x*(1 + sqrt(2))
PLACES = [Rational(*each) for each in ((-7, 3), (-1, 2), (1, 5), (2, 7), (13, 9), (17, 4))]
OTHERS = [Rational(*each) for each in ((-11, 5), (-3, 8), (1, 11), (5, 13), (11, 7), (19, 6))]  # on no edge with those
TRUE = [
    f"AlmostAll(x, given=x > 0, then={SAME} >= x + 1)",
    f"AlmostAll(x, then=Eq({SAME}, x + 1))",
    f"AlmostAll(x, given={SAME} <= x + 1, then=Ne(x, 0))",
    f"AlmostAll(x, given=Abs({SAME} - x - 1) <= 1, then=Ne(x, 0))",
    f"AlmostAll(x, given=Max({SAME}, x + 1) > 3, then=x > 2)",
    f"AlmostAll(x, then=Eq(sign({SAME} - x - 1), 0))",
    f"AlmostAll(x, then=Ne({SAME}, x + 2))",
    f"AlmostAll(x, then=Eq({ROOTS}, x*(1 + sqrt(2))))",
    f"AlmostAll(x, then=Ne({ROOTS}, x*(2 + sqrt(2))))",
    "AlmostAll((x, y), given=Eq(x, 2*y), then=Ne(x + y, 0))",
]
FALSE = [
    f"AlmostAll(x, given=x > 0, then={SAME} > x + 1)",
    f"AlmostAll(x, given=x > 0, then={SAME} < x + 1)",
    f"AlmostAll(x, then=Ne({SAME}, x + 1))",
    f"AlmostAll(x, then=Abs({SAME} - x - 1) > 0)",
    f"AlmostAll(x, then=Max({SAME}, x + 1) > 3)",
    f"AlmostAll(x, then=Max({SAME}, x + 1) < x + 1)",
    f"AlmostAll(x, then=sign({SAME} - x - 1) > 0)",
    f"AlmostAll(x, given={SAME} <= x + 1, then=x > 0)",
    f"AlmostAll(x, then={ROOTS} < x*(1 + sqrt(2)))",
    f"AlmostAll(x, then=Ne({ROOTS}, x*(1 + sqrt(2))))",
    "AlmostAll((x, y), given=Eq(x, 2*y), then=Ne(x - 2*y, 0))",
]
NOT_TRUE = ["AlmostAll(x, then=sin(x)**2 + cos(x)**2 > 1)", "AlmostAll(x, then=x*(sin(1)**2 + cos(1)**2) > x)"]
NOT_FALSE = ["AlmostAll(x, then=Or(frac(x) >= Rational(1, 2), frac(-x) >= Rational(1, 2)))"]  # but at whole numbers


@pytest.mark.parametrize("source", TRUE)
def test_what_is_the_same_almost_everywhere_is_so(source: str) -> None:
    assert truth_of(source, x=x, y=y) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_what_is_zero_everywhere_has_no_sign_almost_everywhere(source: str) -> None:
    assert truth_of(source, x=x, y=y) is Truth.FALSE


@pytest.mark.parametrize("source", NOT_TRUE)
def test_what_is_not_seen_to_be_zero_is_left_open(source: str) -> None:
    assert truth_of(source, x=x) is not Truth.TRUE


@pytest.mark.parametrize("source", NOT_FALSE)
def test_a_point_where_something_jumps_is_no_inner_one(source: str) -> None:
    assert truth_of(source, x=x) is not Truth.FALSE


CONDITIONS = [
    x <= y,
    And(x <= 1, y >= 0),
    Or(x < y, Not(And(x > 0, y > 0))),
    Abs(x) <= 1,
    Abs(x - y) + Abs(x + y) <= 2,
    Abs(Abs(x) - 1) < Rational(1, 3),
    sign(x) <= y,
    sign(x * y) > 0,
    sign(x) + y >= Rational(-3, 2),
    Max(x, y, 1) <= 2,
    Max(x, y) > 2 * Min(x, y),
    Min(x, 2 * y, x + y) >= x / 3,
    Piecewise((x, x < 0), (2 * y, x < y), (1, True)) >= y,
    Ne(x * y, 1),
    Or(Eq(x, y), x > y),
    1 / x >= y,
    sqrt(x) <= y,
    log(x) > y - 1,
]


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_inner_points_are_those_of_the_set_but_for_its_edge(condition: Expr) -> None:
    inner = region(condition).inner
    for values in each([*product(PLACES, OTHERS)]):
        at = dict(zip((x, y), values, strict=True))
        wanted = at[x] > 0 and condition.subs(at) if condition.has(sqrt(x), log(x)) else condition.subs(at)
        assert bool(inner.subs(at)) is bool(wanted), at


def test_an_edge_is_left_out_and_what_is_everywhere_is_not() -> None:
    assert region(x <= 0).inner == (x < 0)
    assert region(x >= 0).inner == (x > 0)
    assert region(Ne(x, 0)).inner == Ne(x, 0)
    assert region(Eq(x, 0)).inner == False  # noqa: E712 -- SymPy's own
    for same in each(((x**2 - 1) / (x - 1) - x - 1, x * (sqrt(3 + 2 * sqrt(2)) - 1 - sqrt(2)), (x + 1) ** 2 - x**2 - 2 * x - 1)):
        for condition in (Le(same, 0, evaluate=False), Ge(same, 0, evaluate=False), Eq(same, 0, evaluate=False)):
            assert region(condition).inner.subs(x, 5) == True, condition  # noqa: E712


def test_what_is_zero_everywhere_has_neither_a_size_nor_a_sign() -> None:
    same = (x**2 - 1) / (x - 1) - x - 1
    for condition in each((Abs(same) + x > 0, sign(same) + x > 0)):
        assert [bool(region(condition).inner.subs(x, value)) for value in (Rational(1, 2), Rational(-1, 2))] == [True, False]
    squared = Le((exp(x) + 1) ** 2, exp(2 * x) + 2 * exp(x) + 1, evaluate=False)
    assert region(squared).inner.subs(x, 5) == True  # noqa: E712


def test_edges_of_rational_functions_alone_are_known_to_be_of_measure_zero() -> None:
    assert region(And(x / y <= 1, y > 0)).exact
    assert not region(exp(x) <= y).exact
    assert not region(Or(x < 0, sin(x) <= 0)).exact
    assert region(Max(x, y) <= 1).exact
    assert not region(Max(exp(x), y) <= 1).exact


def test_equal_ones_of_a_maximum_count_once() -> None:
    double = Max(x * (1 + y), x + x * y + 0 * x, 1, evaluate=False)
    found = region(double > 2).inner
    for values in each([*product(PLACES, OTHERS)]):
        at = dict(zip((x, y), values, strict=True))
        assert bool(found.subs(at)) is bool(at[x] * (1 + at[y]) > 2), at


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (atan2(x, y) > 1, "jumps"),
        (frac(x) > 0, "jumps"),
        (Mod(x, y) > 0, "no number"),
        (Eq(x * (sin(1) ** 2 - 1) + x * sin(2) ** 2 / (4 * sin(1) ** 2), 0, evaluate=False), "perhaps zero"),
        (sum(Abs(x - k) for k in range(7)) <= 30, "many cases"),
    ],
    ids=str,
)
def test_what_is_not_known_is_out_of_scope(condition: Expr, words: str) -> None:
    with pytest.raises(OutOfScopeError, match=words):
        region(condition)


def test_floors_are_as_they_are_between_their_jumps() -> None:
    found = region(2 * floor(x) + y > 1)
    assert not found.exact
    for value, inside in ((Rational(3, 2), True), (Rational(1, 2), False), (2, False), (1, False)):
        assert bool(found.inner.subs({x: value, y: 0})) is inside, value
    assert region(floor(Max(x, 0)) >= Max(x, 0)).inner.subs(x, -1) == true
    assert region(Eq(exp(x), y)).inner == false
    assert not region(Eq(exp(x), y)).exact


@pytest.mark.parametrize("zero", [Abs(floor(x)) <= 0, Max(floor(x), 0) <= 0, Eq(sign(floor(x)), 0), -Min(-floor(x), 0) <= 0], ids=str)
def test_a_floor_is_zero_all_around(zero: Expr) -> None:
    assert bool(region(zero).inner.subs(x, Rational(1, 2))) is True
    assert bool(region(zero).inner.subs(x, Rational(3, 2))) is False


def test_up_to_sixty_four_cases_are_told_apart() -> None:
    assert region(sum(Abs(x - k) for k in range(6)) <= 30).exact


def test_a_line_is_told_by_its_coordinates() -> None:
    stated = AlmostAll((x, y), given=And(Eq(2 * x + 4 * y, 6), x > 0), then=x + y > 1)
    found = solved(stated)
    assert len(found.variables) == 1
    (left,) = found.variables
    for value in each(PLACES):
        point = {x: 3 - 2 * value, y: value} if left == y else {x: value, y: (3 - value) / 2}
        assert bool(found.given.subs(left, value)) is bool(point[x] > 0)
        assert bool(found.then.subs(left, value)) is bool(point[x] + point[y] > 1)


@pytest.mark.parametrize(("given", "is_so"), [(Eq(y, 3), x > 0), (Eq(-x - y, 1), x > 0), (Eq(0, 1 - y), x > 0)], ids=str)
def test_whatever_is_told_of_one_coordinate_the_other_is_left(given: Expr, is_so: Expr) -> None:
    found = solved(AlmostAll((x, y), given=given, then=And(is_so, given)))
    (left,) = found.variables
    assert found.given == True  # noqa: E712
    assert [bool(found.then.subs(left, value)) for value in ((-3, 2) if left == y else (2, -3))] == [True, False]


def test_so_is_one_in_space() -> None:
    found = solved(AlmostAll((x, y, z), given=And(Eq(x + y + z, 1), Eq(x - z, 0)), then=And(y > 0, Eq(x, z))))
    (left,) = found.variables
    assert found.given == True  # noqa: E712
    assert [bool(found.then.subs(left, value)) for value in (Rational(1, 4), 1 if left in (x, z) else -1)] == [True, False]


@pytest.mark.parametrize("given", [Eq(x**2 + x, y**2 + y), Eq(x * y, y), x > y, Eq(exp(x), exp(y) + 1), Eq(sqrt(2) * x, y * x)], ids=str)
def test_what_is_no_line_stays_as_it_is(given: Expr) -> None:
    stated = AlmostAll((x, y), given=given, then=x > 0)
    assert solved(stated) is stated


def test_one_variable_is_not_solved_for() -> None:
    stated = AlmostAll((Symbol("t", real=True),), given=Eq(Symbol("t", real=True), 1), then=Symbol("t", real=True) > 0)
    assert solved(stated) is stated
