"""Tests of statements about integers as statements about all real numbers."""

from __future__ import annotations

import sympy
from sympy import exp

from probatum import And, Gt, reals
from probatum.lowering.whole_numbers.integers_as_reals import as_reals
from probatum.proposition.kinds import for_all


def test_integers_of_one_name_become_as_many_numbers() -> None:
    x = reals("x")
    first, second = (sympy.Dummy("k", integer=True) for _ in range(2))
    made = as_reals(for_all((first, second, x), And(first < x, second < exp(x)), Gt(second, first)))
    one, other, _ = made.variables
    assert one != other
    assert not any(each.is_integer for each in (one, other))
    assert made == for_all((one, other, x), And(one < x, other < exp(x)), Gt(other, one))
