"""Tests of where an expression is an integer: at each small value of its variables it is asked, and compared."""

from __future__ import annotations

from itertools import product

import pytest
import sympy

from probatum.decision import Truth
from probatum.proposition.numbers.integrality import whole_where
from probatum.type_names import Expression
from tests.authored import truth_of
from tests.each import each

m, n = sympy.symbols("m n", integer=True)
x = sympy.Symbol("x", real=True)
SMALL = range(-3, 4)
EXPRESSIONS = (
    1 / n,
    n**m,
    2**n,
    2**n + 1,
    2**n + 2**m,
    2**n + 3**m,
    3 * 2**n,
    m * 2**n,
    (2**m + 1) ** n,
    1 / n + 1 / m,
    n * (n + 1) / 2,
    n / 3 + m,
    sympy.floor(n / 2),
    n ** (2**m),
)


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=str)
def test_it_is_an_integer_there_and_nowhere_else(expression: Expression) -> None:
    condition = whole_where(expression)
    points = [dict(zip((m, n), map(sympy.Integer, point), strict=True)) for point in product(SMALL, repeat=2)]
    for values in each(point for point in points if expression.subs(point).is_finite):
        assert (condition.subs(values) == sympy.true) is bool(expression.subs(values).is_Integer), values


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("ForAll((x, n), given=And(Eq(n, 1), x < 0), then=Eq(x**(1/n), x))", Truth.TRUE),
        ("ForAll((x, n), given=And(Eq(n, 2), x < 0), then=Eq(x**(1/n), x))", None),
        ("ForAll((x, m, n), given=And(Eq(n, -1), Eq(m, 2), Eq(x, -1)), then=Eq(x**(m*2**n), -1))", Truth.TRUE),
        ("ForAll((x, m, n), given=And(Eq(n, -1), Eq(m, 2), Eq(x, -1)), then=Eq(x**(m*2**n), 1))", Truth.FALSE),
        ("ForAll((x, m, n), given=And(Eq(n, -1), Eq(m, -1), Eq(x, -1)), then=Eq(x**(2**m + 2**n), -1))", Truth.TRUE),
        ("ForAll((x, m, n), given=And(Eq(n, -1), Eq(m, -2), Eq(x, -1)), then=Eq(x**(2**m + 2**n), -1))", None),
    ],
)
def test_a_power_has_a_value_where_its_exponent_is_one(source: str, truth: Truth | None) -> None:
    assert truth_of(source, x=x, m=m, n=n) is truth
