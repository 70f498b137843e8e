"""Tests of the check of exact counterexamples: every relation at its edge, vectors beside numbers, and what is no counterexample."""

from __future__ import annotations

from fractions import Fraction

import pytest

from probatum.certificates.breach import RULES, Breach, problems
from probatum.certificates.polynomial import Polynomial

LESS, NONE, HALF, MORE = Fraction(-1), Fraction(0), Fraction(1, 2), Fraction(2)
KEPT = {
    ">=": {NONE, HALF, MORE},
    ">": {HALF, MORE},
    "=": {NONE},
    "<": {LESS},
    "!=": {LESS, HALF, MORE},
    "<=": {LESS, NONE},
}
NUMBER = Polynomial({(1,): Fraction(1)})
LENGTH = Polynomial({(2,): Fraction(1), (0,): Fraction(-2)})  # the square of the length of a vector, less 2


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("value", [LESS, NONE, HALF, MORE])
def test_each_relation_is_looked_at(rule: str, value: Fraction) -> None:
    found = problems(Breach(("t",), (), ((value,),), ((NUMBER, rule),)))
    assert (not found) is (value in KEPT[rule])


def test_one_relation_that_does_not_hold_is_enough() -> None:
    found = problems(Breach(("t",), (), ((MORE,),), ((NUMBER, ">"), (NUMBER, "<"))))
    assert found == ["it does not hold that the value of a relation is < 0"]


@pytest.mark.parametrize(("coordinates", "rule"), [((1, 1), "="), ((1, 0), "<"), ((1, 2), ">"), ((-1, -1), "=")])
def test_numbers_beside_vectors_count_once(coordinates: tuple[int, int], rule: str) -> None:
    values = (tuple(map(Fraction, coordinates)),)
    right = [each for each in ("<", "=", ">") if not problems(Breach(("x",), (0,), values, ((LENGTH, each),)))]
    assert right == [rule]


def test_a_vector_is_no_inner_product() -> None:
    found = problems(Breach(("x",), (0,), ((MORE, MORE),), ((NUMBER, ">"),)))
    assert found == ["vectors stand where they are no inner products"]


def test_every_variable_has_a_value_and_something_is_said() -> None:
    refused = ["the values do not belong to the variables"]
    assert problems(Breach(("t",), (), (), ((NUMBER, ">"),))) == refused
    assert problems(Breach(("t",), (), ((MORE,), (MORE,)), ((NUMBER, ">"),))) == refused
    assert problems(Breach(("t",), (), ((MORE,),), ())) == refused
    assert problems(Breach(("t",), (), ((MORE,),), ((NUMBER, "about"),))) != []
