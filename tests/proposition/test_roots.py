"""Tests of roots of products: where a factor that is taken out may be zero, the root keeps it."""

from __future__ import annotations

import itertools

import pytest
import sympy

from probatum import reals
from tests.each import each

x, y = reals("x y")
p = sympy.Symbol("p", positive=True)
q = sympy.Symbol("q", nonnegative=True)
PRODUCTS = [x**2 * y, x**4 * (y - 1), abs(x) * y, -(x**2), 4 * p * x**2 * y, q * y, x**2 / y, sympy.Max(x, 0) * y, x**2 * q * y]
VALUES = [sympy.Rational(number, 2) for number in (-4, -1, 0, 1, 4)]


@pytest.mark.parametrize("exponent", [sympy.Rational(1, 2), sympy.Rational(3, 4)], ids=str)
@pytest.mark.parametrize("product", PRODUCTS, ids=str)
def test_the_root_is_that_of_the_product_at_every_point(product: sympy.Expr, exponent: sympy.Rational) -> None:
    root = product**exponent
    compared = 0
    for values in each(itertools.product(VALUES, repeat=2)):
        point = dict(zip((x, y), values, strict=True)) | {p: sympy.Integer(3), q: sympy.Integer(0)}
        under = product.xreplace(point)
        if under.is_nonnegative:
            found = root.xreplace(point)
            assert found >= 0, point
            assert found**4 == under ** (4 * exponent), point
            compared += 1
    assert compared > 4


def test_factors_that_are_positive_or_beside_none_that_may_be_negative_are_taken_out() -> None:
    shown = [sympy.sqrt(4 * x**2), sympy.sqrt(p**2 * y), sympy.sqrt(x**2 * p), sympy.sqrt(x**2 * y**2)]
    assert each(map(str, shown)) == ["2*Abs(x)", "p*sqrt(y)", "sqrt(p)*Abs(x)", "Abs(x)*Abs(y)"]
