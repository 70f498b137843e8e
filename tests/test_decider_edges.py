"""Edges of the deciders that mutation testing found unwatched."""

from __future__ import annotations

import pytest
import sympy

from probatum.decide import smt
from probatum.decide.signs import ZERO, sign_under
from probatum.decision import Outcome
from probatum.proposition import ForAll, reals
from probatum.relation import Gt, Lt

x, y = reals("x y")


@pytest.mark.parametrize(
    ("expression", "given", "wanted"),
    [
        (x, Gt(x, 0), (1, True)),
        (x, Lt(x, 0), (-1, True)),
        (x**2, sympy.true, (1, False)),
        (x * y, sympy.And(Gt(x, 0), Lt(y, 0)), (-1, True)),
        (x - y, sympy.true, ZERO),
        (sympy.Integer(0), sympy.true, ZERO),
    ],
    ids=str,
)
def test_signs_are_read_off_and_nothing_is_guessed(expression: sympy.Expr, given: sympy.Basic, wanted: tuple[int, bool]) -> None:
    assert sign_under(expression, given) == wanted


def test_a_product_has_the_sign_of_its_factors_though_its_terms_differ() -> None:
    assert sign_under(sympy.expand((x - 1) ** 2 * y), Gt(y, 0)) == (1, False)
    assert sign_under(sympy.expand((x - 1) ** 2 * y), Lt(y, 0)) == (-1, False)


@pytest.mark.parametrize(("small", "large"), [(x, y), (y, x)], ids=["x < y", "y < x"])
def test_exponentials_keep_the_order_both_ways(small: sympy.Symbol, large: sympy.Symbol) -> None:
    for given, then in ((small, large), (sympy.exp(small), sympy.exp(large))), ((sympy.exp(small), sympy.exp(large)), (small, large)):
        statement = ForAll((x, y), given=Lt(*given), then=Lt(*then))
        assert smt.decide(statement, None).outcome is Outcome.PROVED


@pytest.mark.parametrize("value", [sympy.Integer(-1), sympy.Integer(0)], ids=str)
def test_a_point_that_the_hypotheses_exclude_breaks_nothing(value: sympy.Expr) -> None:
    statement = ForAll(x, given=Gt(1 / x, 0), then=Gt(x, 0))
    assert not smt._breaks(statement, {x: value}), "not admitted, or undefined there"
    assert smt._breaks(ForAll(x, given=Gt(x, -2), then=Gt(x, 0)), {x: value})
