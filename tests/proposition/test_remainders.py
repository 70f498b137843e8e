"""Tests of remainders: SymPy's are those of a division towards minus infinity at every point."""

from __future__ import annotations

import itertools

import pytest
import sympy

from probatum import Equal, ForAll, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.each import each

n, m = integers("n m")
x = reals("x")
PAIRS = [
    (-n, 2 * n), (n, -2 * n), (2 * n, -3 * n), (-5 * n, 3 * n), (-n * m, 2 * n * m), (-x / 2, x), (n, 2 * n), (-2 * n - 2, 4 * n + 4),
]  # fmt: skip
NESTED = [(2, 5, 7), (3, 5, 5), (-1, 5, 5), (6, 4, 8), (m, 5, 7), (3 * m, 5, 5), (m, 6, 4), (sympy.Rational(1, 2), 5, 5)]


def by_definition(number: sympy.Expr, divisor: sympy.Expr) -> sympy.Expr:
    return number - divisor * sympy.floor(number / divisor)


@pytest.mark.parametrize(("number", "divisor"), PAIRS, ids=str)
def test_the_remainder_of_a_known_quotient_has_the_sign_of_the_divisor(number: sympy.Expr, divisor: sympy.Expr) -> None:
    remainder = sympy.Mod(number, divisor)
    for values in each(itertools.product(map(sympy.Integer, (-3, -2, 1, 2, 5)), repeat=3)):
        point = dict(zip((n, m, x), values, strict=True))
        assert remainder.xreplace(point) == by_definition(number.xreplace(point), divisor.xreplace(point)), point


@pytest.mark.parametrize(("factor", "inner", "outer"), NESTED, ids=str)
def test_the_remainder_of_a_product_with_remainders(factor: sympy.Expr, inner: int, outer: int) -> None:
    remainder = sympy.Mod(factor * sympy.Mod(n, inner), outer)
    for values in each(itertools.product(map(sympy.Integer, range(-4, 5)), repeat=2)):
        point = dict(zip((n, m), values, strict=True))
        number = sympy.sympify(factor).xreplace(point) * by_definition(point[n], sympy.Integer(inner))
        assert remainder.xreplace(point) == by_definition(number, sympy.Integer(outer)), point


@pytest.mark.parametrize(("number", "remains"), [(1, 1), (7, 2), (-1, 4)])
def test_the_remainder_by_a_sum_is_that_by_its_value(number: int, remains: int) -> None:
    by_sum = sympy.Mod(number, sympy.Sum(m, (m, 2, 3)))  # SymPy itself asks for digits without an end
    assert decide(ForAll((), then=Equal(by_sum, remains))).truth is Truth.TRUE
    assert decide(ForAll((), then=Equal(by_sum, remains + 1))).truth is Truth.FALSE
