"""Tests of squares: what is said of a number is said of its root, at every number."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Eq, Ge, Integer, Le, Ne, Or, cos, log, sqrt

from probatum import ForAll, integers, reals
from probatum.lowering.rewriting.squares import of_squares
from probatum.proposition.truth import truth_at
from tests.each import each

x, y = reals("x y")
n = integers("n")

TURNED: dict[str, Any] = {
    "a bound below": ForAll(x, given=x >= 1, then=sqrt(x) * log(x) <= x - 1),
    "a bound that is no square": ForAll(x, given=And(x > 0, x < 2), then=sqrt(x) * log(x) >= x - 1),
    "an exception": ForAll(x, given=And(x >= 0, Ne(x, 4)), then=cos(sqrt(x)) >= 1 - x / 2),
    "written the other way": ForAll(x, given=And(Le(2, x), Ge(9, x)), then=1 / sqrt(x) <= x),
    "hypotheses that are no bounds": ForAll(x, given=And(x >= 0, Or(x < 1, x**2 > 4), x + 1 > sqrt(x)), then=sqrt(x) < x + 1),
    "a bound that holds the number": ForAll(x, given=And(x >= 0, x >= abs(x - 2)), then=sqrt(x) * log(x + 1) >= 0),
    "an equation": ForAll(x, given=x > 0, then=Eq(sqrt(x) * x, x**2)),
}
LEFT: dict[str, Any] = {
    "nothing says that it is not negative": ForAll(x, given=x >= -1, then=sqrt(x + 1) + sqrt(x) >= 0),
    "only a bound above": ForAll(x, given=x <= 4, then=sqrt(x) <= 2),
    "no root": ForAll(x, given=x >= 1, then=log(x) <= x - 1),
    "a root of something else": ForAll(x, given=x >= 1, then=sqrt(x + 1) > log(x)),
    "an integer": ForAll(n, given=n >= 1, then=sqrt(n) >= log(n)),
}


@pytest.mark.parametrize("statement", TURNED.values(), ids=TURNED)
def test_hypotheses_and_conclusion_are_so_of_the_root_where_they_are_of_its_square(statement: Any) -> None:
    turned = of_squares(statement)
    (root,) = turned.variables
    assert root != x
    assert turned.given.free_symbols | turned.then.free_symbols == {root}
    for size in each((1, 2, 3, 4, 5, 6, 7, 8)):
        value = sqrt(size) / 2
        for mine, its in ((statement.given, turned.given), (statement.then, turned.then)):
            assert truth_at(mine, {x: value**2}) is truth_at(its, {root: value}) is not None
    assert truth_at(turned.given, {root: Integer(-2)}) is False


@pytest.mark.parametrize("statement", LEFT.values(), ids=LEFT)
def test_what_has_no_such_root_is_left(statement: Any) -> None:
    assert of_squares(statement) is statement


def test_each_of_two_numbers_has_its_own_root() -> None:
    both = ForAll((x, y), given=And(x >= 1, y >= 4, y >= x), then=sqrt(x) * log(x) <= sqrt(y) * log(y))
    turned = of_squares(both)
    one, other = turned.variables
    assert turned.given == And(one >= 1, other >= 2, other**2 >= one**2, one >= 0, other >= 0)
    assert turned.then == (2 * one * log(one) <= 2 * other * log(other))
