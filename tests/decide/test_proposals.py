"""Tests of what deciders propose before it is checked: a wrong proposal costs an answer, and is found by no other test."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]  # it has none
import pytest
import sympy

from probatum.decide.in_general.multipliers import _negative
from probatum.decide.shared.prenex import prenex
from probatum.decide.shared.samples import Samples
from probatum.engines.trying.meeting_points import FORMS, Meeting
from probatum.lowering.chance.outcomes import featured
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.random import random

p, x, y = reals("p x y")
n = integers("n")
B = random("B", bernoulli=p)


@pytest.mark.parametrize("number", range(len(FORMS)))
def test_a_form_of_a_number_leads_back_to_it(number: int) -> None:
    forward, back = FORMS[number]
    number_found = next(r for r in (sympy.Rational(1, 5), sympy.Rational(6, 5)) if back(r).is_real)  # within both domains
    assert abs(sympy.sympify(forward(back(number_found).evalf(30))) - number_found) < 1e-12


@pytest.mark.parametrize("turning", [sympy.sin(x), sympy.sign(x), sympy.atan2(x, -1)], ids=str)
def test_what_jumps_over_zero_does_not_come_to_it(turning: sympy.Expr) -> None:
    meeting = Meeting(sympy.Eq(turning, 0, evaluate=False), x, {}, mpmath.mpf(0), ())
    is_continuous = isinstance(turning, sympy.sin)
    assert (meeting.between(sympy.true) is not None) is is_continuous


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


BETWEEN = ForAll(x, given=x > 0, then=Exists(y, given=y > 0, then=y < x))
SUMMED = ForAll(x, given=x > 0, then=Exists(y, given=y > 0, then=sympy.harmonic(y) < x))
BELOW = ForAll(x, then=Exists(n, then=sympy.And(n <= x, x < n + 1)))


@pytest.mark.parametrize(
    ("statement", "chosen", "breaks"),
    [
        (BETWEEN, {y: x / 2}, False),
        (BETWEEN, {y: x}, True),
        (BETWEEN, {y: x - 1}, True),
        (BETWEEN, {y: sympy.Min(1, x)}, True),
        (BETWEEN, {y: sympy.Min(1, x / 2)}, False),
        (SUMMED, {y: sympy.Integer(9)}, False),
        (BELOW, {n: sympy.floor(x)}, False),
        (BELOW, {n: sympy.Integer(0)}, True),
        (BELOW, {("beside", n): sympy.And(x <= n, n <= x + 1)}, False),
    ],
    ids=["half", "itself", "what is not admitted", "cut off", "half, cut off", "not in floats", "whole", "zero", "an integer beside"],
)
def test_samples_break_what_is_wrong_and_nothing_that_they_cannot_tell(statement: Any, chosen: Any, breaks: bool) -> None:
    found = prenex(statement)
    assert found is not None
    assert Samples(*found).break_it(chosen) is breaks


def test_what_has_no_quantifier_has_none_in_front() -> None:
    assert prenex(x > 0) is None
