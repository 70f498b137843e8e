"""Tests of what must be defined inside of sums, integrals and limits: for which values, and whether it is certain."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Integer, Integral, Limit, Or, Piecewise, Rational, Sum, oo

from probatum.proposition.kinds import Any as Either
from probatum.proposition.kinds import Equal, Exists, ForAll
from probatum.proposition.sense.bodies import bodies
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.written import Written
from tests.each import each

a, b, t, x = reals("a b t x")
k, n = integers("k n")
ONE, COUNTED = Written("/", x - 1, x - 1), Written("/", k - 1, k - 1)
FAR = [*map(Integer, (-1500, -500, -2, 0, 2, 500, 1500)), Rational(-1, 2000), Rational(1, 2000), Rational(-1, 500), Rational(1, 500)]


def near(point: Any, direction: str = "+") -> list[Any]:
    """The numbers at which the body of a limit must be defined."""
    (body,) = bodies(Equal(Limit(ONE, x, point, direction), 1))
    (inside,) = body.needed.variables
    assert (body.certain, body.needed.then) == (False, sympy.Ne(inside - 1, 0))
    return [number for number in FAR if body.needed.given.xreplace({inside: number}) == True]  # noqa: E712  SymPy's


@pytest.mark.parametrize(
    ("point", "direction", "wanted"),
    [
        (0, "+", [Rational(1, 2000)]),
        (0, "-", [Rational(-1, 2000)]),
        (0, "+-", [Rational(-1, 2000), Rational(1, 2000)]),
        (oo, "-", [1500]),
        (-oo, "+", [-1500]),
        (Rational(1, 500), "+-", []),
    ],
)
def test_near_the_point_of_a_limit(point: Any, direction: str, wanted: list[Any]) -> None:
    assert near(point, direction) == wanted


@pytest.mark.parametrize(
    ("ends", "inside", "outside"),
    [
        ((0, 2), (1,), (0, 2, 3, -1)),
        ((2, 0), (1,), (0, 2, 3, -1)),
        ((0, oo), (1, 9), (0, -1)),
        ((oo, 0), (1, 9), (0, -1)),
        ((-oo, 0), (-1, -9), (0, 1)),
        ((0, -oo), (-1, -9), (0, 1)),
    ],
    ids=str,
)
def test_between_the_ends_of_an_integral(ends: Any, inside: Any, outside: Any) -> None:
    (body,) = bodies(Equal(Integral(ONE, (x, *ends)), 0))
    (between,) = body.needed.variables
    at = {number: body.needed.given.xreplace({between: Integer(number)}) == True for number in (*inside, *outside)}  # noqa: E712  SymPy's
    assert at == dict.fromkeys(inside, True) | dict.fromkeys(outside, False)
    assert body.certain


def test_the_ends_of_a_sum_count() -> None:
    (body,) = bodies(ForAll(n, given=n >= 3, then=Equal(Sum(COUNTED, (k, 0, n)), n)))
    _, index = body.needed.variables
    at = [body.needed.given.xreplace({n: Integer(5), index: Integer(number)}) for number in (-1, 0, 3, 5, 6)]
    assert at == [False, True, True, True, False]
    assert body.needed.given.xreplace({n: Integer(2), index: Integer(1)}) == False  # noqa: E712  SymPy's
    assert body.certain


CLOSED = Integral(ONE, (x, 0, 2))
RAMP = Integral(Written("/", x - a, x - a), (x, 0, 1))
PLACES: dict[str, tuple[Any, list[bool]]] = {
    "said for all": (ForAll(a, then=Equal(RAMP, 1)), [True]),
    "supposed": (ForAll(a, given=sympy.Eq(RAMP, 1, evaluate=False), then=Equal(a, a)), [False]),
    "chosen": (Exists(a, then=sympy.Eq(RAMP, 1, evaluate=False)), [False]),
    "a part": (ForAll(a, then=Either(Equal(RAMP, 1), Equal(RAMP, 2))), [False, False]),
    "joined": (ForAll(a, then=Or(sympy.Eq(RAMP, 1, evaluate=False), a > 0)), [False]),
    "guarded": (ForAll(a, then=Equal(Piecewise((RAMP, a > 1), (1, True), evaluate=False), 1)), [False]),
    "in a product": (ForAll(a, then=Equal(2 * RAMP, 2)), [True]),
    "in an end": (ForAll(a, then=Equal(Integral(x, (x, RAMP, 2)), 1)), [True]),
    "in the other end": (ForAll(a, then=Equal(Integral(x, (x, 2, RAMP)), 1)), [True]),
    "closed": (ForAll(a, then=Equal(CLOSED, a)), [True]),
    "closed, where another decides": (ForAll(a, then=Either(Equal(CLOSED, 2), Equal(a, a))), [False]),
    "closed, supposed": (ForAll(a, given=sympy.Eq(a, CLOSED, evaluate=False), then=Equal(a, a)), [False]),
    "closed, guarded": (ForAll(a, then=Equal(Piecewise((CLOSED, a > 1), (1, True), evaluate=False), 1)), [False]),
    "closed, in an integral": (Equal(Integral(t * CLOSED, (t, 0, 1)), 1), [True]),
    "closed, in a limit": (Equal(Limit(t * CLOSED, t, 0), 0), [True]),
    "closed, in a series": (Equal(Sum(CLOSED / 2**k, (k, 1, oo)), 2), [True]),
    "closed, in a sum of perhaps no terms": (ForAll(n, given=n >= 0, then=Equal(Sum(CLOSED, (k, 1, n)), n)), [False]),
    "without ends": (Equal(Integral(Written("/", x - a, x - a), x), 1), [True]),
    "defined as written": (ForAll(a, given=a > 1, then=Equal(Integral(Written("*", x, a), (x, 0, a)), 1)), []),
    "not written": (ForAll(a, then=Equal(Integral(x, (x, 0, a)), 1)), []),
}


@pytest.mark.parametrize("place", PLACES)
def test_where_it_stands_tells_whether_it_is_certain(place: str) -> None:
    statement, certain = PLACES[place]
    assert [body.certain for body in bodies(statement)] == certain


def test_what_nothing_binds_is_meant_for_all() -> None:
    for free in each((a, b)):
        (body,) = bodies(Equal(Integral(Written("/", x - free, x - free), (x, 0, 1)), 1))
        assert free in body.needed.variables
        assert len(body.needed.variables) == 2
