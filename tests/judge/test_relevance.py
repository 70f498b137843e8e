"""Which corrections and reductions speak of what a claim compares."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import cos, exp, log, sin

from probatum import Eq, ForAll, Ge, Le, Lt, reals
from probatum.judge.substance.relevance import bears

x, y = reals("x y")


def about(then: Any) -> Any:
    return ForAll((x, y), then=then)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (Lt(x**2 / (1 + x**2), y**2 / (2 + 2 * y**2)), Lt(x**2 / (1 + x**2), y**2 / (1 + y**2))),
        (Le(2 * log(x), log(y)), Le(log(x), 3 * log(y))),
        (Ge(exp(x), 2 * exp(y)), Le(exp(y), exp(x))),
        (Eq(cos(x) ** 2 - sin(x) ** 2, 1), Eq(cos(x) ** 2 + sin(x) ** 2, 1)),
        (Le(x**4 - x**2, 3), Le(2 * x**4 + x**2, 3)),
    ],
    ids=str,
)
def test_both_sides_up_to_factors_or_several_terms_of_a_sum_are_what_is_compared(said: Any, instead: Any) -> None:
    assert bears(about(instead), about(said))


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        (Lt(x**2 / (1 + x**2), y**2 / (2 + 2 * y**2)), Lt(x**2 / (1 + x**2), 1)),
        (Le(2 * log(x), log(y)), Le(log(x), x)),
        (Ge(exp(x), 2 * exp(y)), Ge(exp(x), y + 1)),
        (Lt(2 * x, y), Lt(x, 3 * y)),
        (Eq(cos(x) ** 2 - sin(x) ** 2, 1), Ge(cos(x) ** 2, 0)),
        (Eq(cos(x) ** 2 - sin(x) ** 2, 1), Le(cos(x) ** 2 + x, 1 + x)),
        (Le(x**4 - x**2, 3), Ge(x**4 + x + 1, 0)),
    ],
    ids=str,
)
def test_one_side_of_one_variable_or_one_term_of_a_sum_is_beside_it(said: Any, beside: Any) -> None:
    assert not bears(about(beside), about(said))
