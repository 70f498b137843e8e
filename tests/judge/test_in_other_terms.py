"""Tests that a condition is not the statement in other terms, and that it leaves more than single cases."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, And, Integral, Limit, Mod, Or, cos, exp, log, oo, pi, sin, sqrt

from probatum.authoring.expectation import Conditional
from probatum.judge.substance.circularity import circular
from probatum.proposition.kinds import ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from tests.made import finding_of, message

x, y, t = reals("x y t")
n, k = integers("n k")
EVEN = ForAll(n, then=Eq((-1) ** n, 1))

SAME = [
    (EVEN, Eq(cos(pi * n), 1)),
    (EVEN, Eq(2 * cos(pi * n), 2)),
    (EVEN, And(n > 0, Eq(cos(pi * n), 1))),
    (EVEN, Or(Eq(cos(pi * n), 1), n > 5)),
    (ForAll(n, then=Ne((-1) ** n, 1)), Ne(cos(pi * n), 1)),
    (ForAll(x, then=Gt(x, 0)), Gt(Limit(x * k / (k + 1), k, oo), 0)),
    (ForAll(x, then=Le(x**2, 4)), Le(Integral(2 * t, (t, 0, x)), 4)),
    (ForAll(x, then=Le(sin(2 * x), 0)), Le(2 * sin(x) * cos(x), 0)),
    (ForAll(x, then=Ge(Abs(x) - 1, 0)), Ge(sqrt(x**2), 1)),
    (ForAll((x, y), given=And(x > 0, y > 0), then=Lt(log(x) + log(y), 1)), Lt(log(x * y), 1)),
]
OTHER = [
    (EVEN, Eq(Mod(n, 2), 0)),
    (EVEN, Eq(Mod(n, 4), 0)),
    (EVEN, Eq(cos(pi * n / 2), 1)),
    (EVEN, Ne(cos(pi * n), 1)),
    (ForAll(x, then=Gt(exp(x), 1)), Gt(x, 0)),
    (ForAll(x, then=Le(sin(2 * x), 0)), Le(sin(x), 0)),
    (ForAll(x, then=Gt(x**3 - x, 0)), Gt(x, 1)),
    (ForAll((x, y), then=Le((x + y) ** 2, x**2 + y**2)), Le(x * y, 0)),
]


@pytest.mark.parametrize(("statement", "condition"), SAME, ids=[str(number) for number in range(len(SAME))])
def test_a_condition_that_compares_the_same_in_other_terms_is_the_statement(statement: Any, condition: Any) -> None:
    assert circular(condition, statement)


@pytest.mark.parametrize(("statement", "condition"), OTHER, ids=[str(number) for number in range(len(OTHER))])
def test_one_that_compares_something_else_is_a_condition(statement: Any, condition: Any) -> None:
    assert not circular(condition, statement)


def even(equal: Any = Eq) -> Any:
    """False of odd numbers."""
    return ForAll(n, then=equal((-1) ** n, 1))


def squares(relation: Any = Gt) -> Any:
    """False at 1/2."""
    return ForAll(x, given=x > 0, then=relation(x**2, x))


def least(equal: Any = Eq) -> Any:
    """True of one number alone."""
    return ForAll(x, then=equal(x**2 - 4 * x + 4, 0))


def test_the_claim_tells_its_author() -> None:
    assert "which repeats the statement" in message(even, expect=Conditional(Eq(cos(pi * n), 1), sharp=True))
    assert finding_of(even, expect=Conditional(Eq(Mod(n, 2), 0), sharp=True))["verdict"] == "conditional"


@pytest.mark.parametrize("condition", [Eq(x, 2), And(x >= 3, x <= 3), Or(Eq(x, 2), Eq(x, 3))], ids=str)
def test_single_cases_are_no_condition_but_of_those_alone(condition: Any) -> None:
    assert "which leaves single cases" in message(squares, expect=Conditional(condition, weaker=Gt(2 * x, 1)))


def test_a_condition_on_more_than_single_cases_is_one() -> None:
    assert finding_of(squares, expect=Conditional(x > 2, weaker=Gt(2 * x, 1)))["verdict"] == "conditional"


def test_what_is_so_of_one_number_alone_is_said_to_be_so_exactly() -> None:
    assert finding_of(least, expect=Conditional(Eq(x, 2), sharp=True))["verdict"] == "conditional"
