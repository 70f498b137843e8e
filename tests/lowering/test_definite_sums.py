"""Tests of recurrences of sums whose terms hold the upper end, and of what follows from them."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Add, Integer, Rational, Sum, binomial, factorial, symbols

from probatum import And, Equal, ForAll, Ge, Le, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.sums import definite_sums
from probatum.lowering.sums.definite_sums import recurrence
from probatum.proposition.parts import free_symbols

k, n = symbols("k n", integer=True)
p, x, y = reals("p x y")
TERMS = [
    binomial(n, k), k**2 * binomial(n, k), binomial(n, k) ** 2, binomial(n, k) ** 3, (-1) ** k * binomial(n, k), binomial(n, k) / (k + 1),
    binomial(n, k) * x**k * y ** (n - k), binomial(n + k, k), binomial(2 * n, k), factorial(n) / factorial(k), 1 / binomial(n, k),
]  # fmt: skip


@pytest.mark.parametrize("term", TERMS, ids=str)
def test_a_recurrence_is_true_of_the_sums_themselves(term: Any) -> None:
    found = recurrence(Sum(term, (k, 0, n)), n)
    assert found is not None
    for number in range(4):
        sums = [Add(*(term.xreplace({n: Integer(at), k: Integer(i)}) for i in range(at + 1))) for at in range(number, number + 4)]
        *before, last = sums[: len(found.coefficients)]
        assert (found.following(before).xreplace({n: Integer(number)}) - last).expand() == 0


def test_a_wrong_certificate_is_turned_away() -> None:
    terms = definite_sums._terms(Sum(binomial(n, k), (k, 0, n)), n)
    coefficients, certificate = next(definite_sums._proposed(terms, 1, 0))
    assert definite_sums._checked(terms, coefficients, certificate)
    assert not definite_sums._checked(terms, coefficients, certificate + 1 / (k + 1))
    assert not definite_sums._checked(terms, [coefficients[0], coefficients[1] + 1], certificate)


def test_a_last_coefficient_that_may_vanish_is_turned_away() -> None:
    assert definite_sums._never_zero(n + 1, n)
    assert not any(definite_sums._never_zero(polynomial, n) for polynomial in (n, n - 2, x * (n + 1)))


ROWS = [
    (n >= 0, Equal(Sum(binomial(n, k), (k, 0, n)), 2**n), True),
    (n >= 0, Equal(Sum(binomial(n, k), (k, 0, n)), 2**n + n * (n - 1) * (n - 2)), False),
    (n >= 1, Equal(Sum((-1) ** k * binomial(n, k), (k, 0, n)), 0), True),
    (n >= 0, Equal(Sum((-1) ** k * binomial(n, k), (k, 0, n)), 0), False),
    (n >= 0, Equal(Sum(binomial(n, k) * x**k * y ** (n - k), (k, 0, n)), (x + y) ** n), True),
    (n >= 0, Equal(Sum(binomial(n, k) * x**k * y ** (n - k), (k, 0, n)), (x + 2 * y) ** n), False),
    (And(n >= 0, p >= 0, p <= 1), Equal(Sum(k * binomial(n, k) * p**k * (1 - p) ** (n - k), (k, 0, n)), n * p), True),
    (And(n >= 0, p >= 0, p <= 1), Equal(Sum(k * binomial(n, k) * p**k * (1 - p) ** (n - k), (k, 0, n)), n * (1 - p)), False),
    (n >= 1, Equal(Sum(1 / (n + k), (k, 1, n)), Sum((-1) ** (k + 1) / k, (k, 1, 2 * n))), True),
    (n >= 1, Ge(Sum(1 / (n + k), (k, 1, n)), Rational(1, 2)), True),
    (n >= 1, Ge(Sum(1 / (n + k), (k, 1, n)), Rational(3, 5)), False),
    (n >= 0, Equal(Sum(binomial(n + k, k), (k, 0, n)), binomial(2 * n + 1, n)), True),
    (n >= 0, Le(Sum(binomial(n, k) ** 2, (k, 0, n)), 4**n), True),
    (n >= 0, Le(Sum(binomial(n, k) ** 2, (k, 0, n)), 3**n), False),
]  # fmt: skip


@pytest.mark.parametrize(("given", "then", "true"), ROWS, ids=[f"{then} {given}" for given, then, _ in ROWS])
def test_sums_with_the_upper_end_inside_are_decided(given: Any, then: Any, true: bool) -> None:
    free = free_symbols(ForAll((), given=given, then=then))
    found = decide(ForAll(sorted(free, key=str), given=given, then=then), thorough=False)
    assert found.truth is (Truth.TRUE if true else Truth.FALSE)


def test_a_sum_that_may_be_undefined_on_its_way_is_not_proved() -> None:
    number = integers("n")
    found = decide(ForAll(number, given=number >= 4, then=Ge(Sum(1 / (number - 2 * k), (k, 1, number)), 0)), thorough=False)
    assert found.truth is not Truth.TRUE
