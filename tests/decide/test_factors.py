"""Tests of the factors of long polynomials, by FLINT, beside those of SymPy."""

from __future__ import annotations

import random

import pytest
import sympy

from probatum.engines.polynomials import factors
from tests.each import each

x, y, z = sympy.symbols("x y z", real=True)


def some_polynomial(numbers: random.Random, terms: int) -> sympy.Expr:
    """A sum of so many terms with fractions before them."""
    return sympy.Add(
        *(
            sympy.Rational(numbers.choice((-7, -2, 1, 3, 5)), numbers.randint(1, 4)) * x ** numbers.randint(0, 3) * y**k * z ** (k % 2)
            for k in range(terms)
        )
    )


def test_long_ones_have_the_factors_that_sympy_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factors, "SHORT", 2)
    numbers = random.Random(5)
    for _ in each(range(12)):
        whole = sympy.expand(some_polynomial(numbers, 3) ** 2 * some_polynomial(numbers, 2))
        number, found = factors.factor_list(whole)
        assert sympy.expand(number * sympy.Mul(*(base**power for base, power in found)) - whole) == 0
        theirs = sympy.factor_list(whole)[1]
        assert {(sympy.Abs(base), power) for base, power in found} == {(sympy.Abs(base), power) for base, power in theirs}
        assert sympy.expand(factors.factored(whole) - whole) == 0


def test_what_is_no_polynomial_with_fractions_is_left_to_sympy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factors, "SHORT", 1)
    number, found = factors.factor_list(sympy.sqrt(2) * x * y - sympy.sqrt(2) * x)
    assert (number, {*found}) == (sympy.sqrt(2), {(x, 1), (y - 1, 1)})
    assert factors.factor_list(x**2 - 2 * x * y + y**2) == (1, [(x - y, 2)])
