"""Tests of what deciders propose before it is checked: a wrong proposal costs an answer, and is found by no other test."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decide.multipliers import _negative
from probatum.engines.meeting import FORMS
from probatum.lowering.outcomes import featured
from probatum.proposition.narrowing import reals
from probatum.proposition.random import random

p = reals("p")
B = random("B", bernoulli=p)


@pytest.mark.parametrize("number", range(len(FORMS)))
def test_a_form_of_a_number_leads_back_to_it(number: int) -> None:
    forward, back = FORMS[number]
    number_found = next(r for r in (sympy.Rational(1, 5), sympy.Rational(6, 5)) if back(r).is_real)  # within both domains
    assert abs(sympy.sympify(forward(back(number_found).evalf(30))) - number_found) < 1e-12


@pytest.mark.parametrize(
    "rows",
    [
        [[0, 1], [1, 5]],
        [[0, -2], [-2, 0]],
        [[1, 2], [2, 1]],
        [[1, 0], [0, -1]],
        [[-1]],
        [[1, 1, 0], [1, 1, 1], [0, 1, 7]],
        [[0, 3], [3, -1]],
    ],
    ids=str,
)
def test_a_matrix_is_negative_on_the_vector_that_is_found(rows: Any) -> None:
    matrix = sympy.Matrix(rows)
    found = _negative(matrix)
    assert found is not None
    assert (found.T * matrix * found)[0] < 0


@pytest.mark.parametrize("rows", [[[1, 1], [1, 1]], [[0, 0], [0, 2]], [[2, -1], [-1, 2]], [[0]]], ids=str)
def test_a_matrix_that_is_negative_nowhere_has_no_such_vector(rows: Any) -> None:
    assert _negative(sympy.Matrix(rows)) is None


@pytest.mark.parametrize(
    ("function", "made"),
    [(sympy.exp, 1 + (sympy.E - 1) * B), (lambda v: sympy.log(2 + v), sympy.log(2) + (sympy.log(3) - sympy.log(2)) * B)],
    ids=["exponential", "logarithm"],
)
def test_a_function_of_a_coin_is_one_of_two_values(function: Any, made: Any) -> None:
    assert sympy.expand(featured(function(B)) - made) == 0
