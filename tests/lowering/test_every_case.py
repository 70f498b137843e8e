"""Tests of what hypotheses say: what follows from their bounds, and what is known wherever it has a value."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Eq, Ge, Gt, Le, Lt, Ne, Or, log, sin

from probatum import And, reals
from probatum.lowering.every_case import follows, known_where_defined
from tests.each import each

x, y = reals("x y")
FOLLOWS: list[tuple[Any, Any]] = [
    (Gt(x, 0), x >= 1),
    (Ge(x, 0), x > 0),
    (Ge(x, 0), x >= 0),
    (Le(0, x), Ge(x, 0)),
    (Gt(sin(x), 0), Gt(sin(x), 0)),
    (Lt(0, sin(x)), Gt(sin(x), 0)),
    (Gt(x + 1, 0), x >= 0),
    (Lt(x, 0), x <= -1),
    (Ne(x + 1, 0), x >= 0),
    (Ne(x - 1, 0), Ne(x, 1)),
    (Ne(1 - x, 0), Ne(x, 1)),
    (Ne(y + 2 * x, 0), Ne(2 * x, -y)),
    (Or(x < 0, x >= 1), x >= 2),
    (And(Ne(x, 0), y > 0), And(x > 0, y > x)),
]
OTHERS: list[tuple[Any, Any]] = [
    (Gt(x, 0), x >= 0),
    (Ge(x - 1, 0), x >= 0),
    (Lt(x, 0), x > 0),
    (Le(x, 0), x > 0),
    (Ne(x, 0), x >= 0),
    (Ne(x, 0), sympy.true),
    (Ne(-x, 0), Ne(x, 1)),
    (Ne(2 - x, 0), Ne(x, 1)),
    (Eq(x, 1), x >= 1),
    (Or(x < 0, x >= 1), x >= 0),
    (And(Ne(x, 0), y > 0), x > 0),
]


@pytest.mark.parametrize(("needed", "given"), FOLLOWS, ids=str)
def test_it_follows(needed: Any, given: Any) -> None:
    assert follows(needed, given)


@pytest.mark.parametrize(("needed", "given"), OTHERS, ids=str)
def test_it_does_not(needed: Any, given: Any) -> None:
    assert not follows(needed, given)


def test_what_is_known_excludes_nothing_where_it_has_no_value() -> None:
    for fact, given, other in each(((1 / x > -1, x >= 0, Eq(x, 0)), (log(x) <= x, Ne(x, y), x <= 0))):
        assert known_where_defined(fact, given) == Or(other, fact)


def test_what_has_a_value_in_every_case_is_known_as_it_is() -> None:
    for fact, given in each(((1 / x > -1, x > 0), (log(x) <= x, x >= 1), (x**2 >= 0, sympy.true))):
        assert known_where_defined(fact, given) == fact
