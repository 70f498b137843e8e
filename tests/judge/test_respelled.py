"""Tests that a condition is not the statement under another spelling, and that the plainer one of both is a condition."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, And, Implies, Max, Min, Mod, Not, Or, Symbol, ceiling, cos, exp, floor, log, pi, sin, sqrt

from probatum.authoring.expectation import Conditional
from probatum.judge.substance.circularity import circular
from probatum.judge.substance.plainness import BEYOND, NOTHING, is_plainer, weight
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.products import dot, norm
from probatum.proposition.written import Written
from tests.made import finding_of, message

x, y, z, a, p = reals("x y z a p")
n, m = integers("n m")
u, v, w = vectors("u v w")
EVEN = ForAll(n, then=Eq(Mod(n, 2), 0))
SMALL = ForAll(x, then=Le(x, 3))
SQUARE = ForAll(x, given=x >= 0, then=Le(x**2, x))

RESPELLED = [
    (EVEN, Mod(n, 2) < 1),
    (EVEN, Ne(Mod(n, 2), 1)),
    (EVEN, Not(Eq(Mod(n, 2), 1), evaluate=False)),
    (EVEN, Eq(sin(pi * n / 2), 0)),
    (EVEN, Eq(cos(pi * n), 1)),
    (EVEN, Eq((-1) ** n, 1)),
    (EVEN, Eq(ceiling(n / 2), n / 2)),
    (EVEN, Eq(floor(n / 2) + floor((n + 1) / 2), 2 * floor(n / 2))),
    (ForAll(n, then=Eq(Mod(n, 2), 1)), Eq((-1) ** n, -1)),
    (SMALL, Or(x < 3, Eq(x, 3))),
    (SMALL, Max(x, 3) <= 3),
    (SMALL, Eq(Min(x, 3), x)),
    (SMALL, And(x <= 5, Implies(x <= 5, x <= 3))),
    (SMALL, Or(And(x > 0, x**3 <= 27), x <= 0)),
    (SMALL, And(Max(x, 3) <= 3, exp(x) <= exp(3))),
    (ForAll(x, then=And(Le(x, 3), Gt(exp(x), -1))), Max(x, 3) <= 3),
    (ForAll(x, then=Or(Le(x, 3), Lt(exp(x), -1))), Max(x, 3) <= 3),
    (ForAll((a, x), given=Ne(x, 0), then=Eq(a, 3)), Eq(a * x - 3 * x, 0)),
    (SQUARE, x**3 <= x**2),
    (SQUARE, x <= sqrt(x)),
    (ForAll((v, w), then=Le(norm(v), norm(w))), Le(dot(v + w, v - w), 0)),
    (ForAll((x, y), then=Eq(x, y)), And(Max(x, y) <= y, Min(x, y) >= y)),
    (ForAll((x, y, z), then=And(Eq(x, y), Eq(y, z))), Eq((x - y) ** 2 + (y - z) ** 2, 0)),
    (ForAll((x, y), then=And(Ge(x, 0), Ge(y, 0))), Eq(Abs(x) + Abs(y), x + y)),
    (ForAll(x, then=And(Ge(x, 0), Le(x, 1))), x**2 <= x),
    (ForAll((v, w, a), given=a > 0, then=Lt(norm(v - w), a)), dot(v - w, v - w) < a**2),
    (ForAll((v, w, a), given=a > 0, then=Lt(norm(v - w), a)), norm(v) ** 2 - 2 * dot(v, w) + norm(w) ** 2 < a**2),
    (ForAll((v, w), then=Lt(norm(v - w), norm(w))), norm(v - w) ** 4 < norm(w) ** 4),
    (ForAll((x, y), then=Le(x**2 + y**2, 1)), And(Abs(x) <= 1, Abs(y) <= 1, x**4 + 2 * x**2 * y**2 + y**4 <= 1)),
]
PLAINER = [
    (ForAll(n, then=Eq((-1) ** n, 1)), Eq(Mod(n, 2), 0)),
    (ForAll(n, then=Eq(sin(pi * n / 2), 0)), Eq(Mod(n, 2), 0)),
    (ForAll(n, then=Eq(Mod(n**2, 2), 0)), Eq(Mod(n, 2), 0)),
    (ForAll((n, m), then=Eq(Mod(n + m, 2), 0)), Eq(Mod(n, 2), Mod(m, 2))),
    (ForAll((n, m), then=Eq(Mod(n * m, 2), 0)), Or(Eq(Mod(n, 2), 0), Eq(Mod(m, 2), 0))),
    (ForAll(n, then=Eq(Mod(n, 6), 0)), And(Eq(Mod(n, 2), 0), Eq(Mod(n, 3), 0))),
    (ForAll(n, then=Eq(Mod(n**2 + n, 4), 0)), Or(Eq(Mod(n, 4), 0), Eq(Mod(n, 4), 3))),
    (ForAll(x, then=Eq(Written("sqrt", Written("**", x, 2)), x)), x >= 0),
    (ForAll(x, then=Eq(Max(x, 3), 3)), x <= 3),
    (ForAll(x, then=Gt(x**2, 1)), Or(x > 1, x < -1)),
    (ForAll(x, then=Lt(x**2, 1)), Abs(x) < 1),
    (SQUARE, x <= 1),
    (ForAll((x, y), then=Eq(x * y, 0)), Or(Eq(x, 0), Eq(y, 0))),
    (ForAll((x, y), then=Gt(x * y, 0)), Or(And(x > 0, y > 0), And(x < 0, y < 0))),
    (ForAll((x, y), given=And(x > 0, y > 0), then=Gt((x + y) / 2, sqrt(x * y))), Ne(x, y)),
    (ForAll((a, p), given=And(a > 0, p > 0), then=Lt(Abs(1 - a * p), 1)), a < 2 / p),
    (ForAll((a, p), given=And(a > 0, p > 0), then=Lt(a * p, 1)), a < 1 / p),
    (ForAll((x, y), given=y > 0, then=Lt(exp(x), y)), x < log(y)),
    (ForAll((x, a), given=a >= 0, then=Le(x**2, a)), And(x <= sqrt(a), x >= -sqrt(a))),
    (ForAll((v, w), then=Le(dot(v + w, v - w), 0)), Le(norm(v), norm(w))),
    (ForAll((v, w), then=Le(norm(v + w), norm(v - w))), Le(dot(v, w), 0)),
    (ForAll((v, w), then=Lt(norm(v - w), norm(v))), 2 * dot(v, w) > norm(w) ** 2),
    (ForAll((u, v, w), then=Le(norm(u - v), norm(u - w))), 2 * dot(u, w - v) <= norm(w) ** 2 - norm(v) ** 2),
    (ForAll(n, then=And(Eq(Mod(n, 2), 0), Eq(Mod(n, 3), 0))), Eq(Mod(n, 6), 0)),
    (ForAll((x, y), then=And(Gt(x + y, 0), Gt(x * y, 0))), And(x > 0, y > 0)),
    (ForAll((a, p), then=And(Lt(Abs(p), 1), Lt(Abs(a), 1 + p))), And(p < 1, a < 1 + p, -a < 1 + p)),
    (ForAll((a, p), then=Gt((a - p) ** 2, 4)), Abs(a - p) > 2),
    (SMALL, x <= 2),
    (ForAll(x, then=Exists(y, then=Eq(y**2, x))), x >= 0),
]


@pytest.mark.parametrize(("statement", "condition"), RESPELLED, ids=[str(number) for number in range(len(RESPELLED))])
def test_a_condition_that_is_equivalent_and_not_plainer_is_the_statement(statement: Any, condition: Any) -> None:
    assert circular(condition, statement)


@pytest.mark.parametrize(("statement", "condition"), PLAINER, ids=[str(number) for number in range(len(PLAINER))])
def test_one_that_is_plainer_or_says_more_is_a_condition(statement: Any, condition: Any) -> None:
    assert not circular(condition, statement)


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        (x <= 3, NOTHING),
        (Le(2 * x - 6, 0), NOTHING),
        (Abs(x) < 1, (1, 0)),
        (x**2 < 1, (2, 0)),
        (x <= sqrt(x), (3, 0)),
        (x**2 <= x, (3, 0)),
        (x**3 <= x**2, (6, 0)),
        (Eq(Mod(n, 6), 0), (1, 6)),
        (Eq(Mod(n + 1, 2), 0), (4, 2)),
        (exp(x) > 2, (4, 0)),
        (And(x > 0, Or(x**2 < 1, Not(exp(x) > 2))), (4, 0)),
        (Gt(Written("*", x, y), Written("**", x, 3)), (5, 0)),
    ],
    ids=str,
)
def test_the_heaviest_relation_counts(condition: Any, wanted: Any) -> None:
    assert weight(condition) == wanted


def test_what_is_said_by_no_relation_is_plainer_than_none() -> None:
    odd = Symbol("odd")
    assert weight(odd) == BEYOND
    assert is_plainer(x > 0, odd)
    assert not is_plainer(x > 0, sympy.true)
    assert not is_plainer(odd, x**2 > 0)


def even(value: Any = 0) -> Any:
    """False of odd numbers."""
    return ForAll(n, then=Eq(Mod(n, 2), value))


def waves(value: Any = 0) -> Any:
    """False of odd numbers."""
    return ForAll(n, then=Eq(sin(pi * n / 2), value))


def small(most: Any = 3) -> Any:
    """False of four."""
    return ForAll(x, then=Le(x, most))


def test_the_claim_tells_its_author() -> None:
    assert "which repeats the statement" in message(even, expect=Conditional(Eq(sin(pi * n / 2), 0), sharp=True))
    assert finding_of(waves, expect=Conditional(Eq(Mod(n, 2), 0), sharp=True))["verdict"] == "conditional"
    hidden = Conditional(And(Max(x, 3) <= 3, Gt(x, 0)), weaker=Le(x, 5))
    assert "which repeats the statement" in message(small, expect=hidden)
    assert finding_of(small, expect=Conditional(Lt(x, 1), weaker=Le(x, 5)))["verdict"] == "conditional"
    assert finding_of(small, expect=Conditional(Lt(x, 1), sharp=True))["verdict"] == "survived"


def test_orders_of_vectors_and_of_others_are_told_by_what_they_hold() -> None:
    assert not is_plainer(Ge(x**2, y), Ge(x**2, y))
    assert is_plainer(Ge(x, y), Ge(x**2, y))
