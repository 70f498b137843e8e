"""Tests of what means of products of two monotone functions of one variable are at least."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Piecewise, Symbol, exp, log, sqrt

from probatum import random
from probatum.decision import Truth
from probatum.lowering.chance.association import of_increasing
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, outcome
from tests.authored import truth_of
from tests.each import each

X, (A, B) = random("X"), random("A B", independent=False)
y, a, b = outcome(X), outcome(A), outcome(B)


def said(of: Any, *supposed: Any, more: tuple[Any, ...] = ()) -> set[Any]:
    """What is at least zero of a mean; `more` are spoken of before it."""
    moments = Moments(supposed)
    for powers in (*more, of):
        moments.moment(powers)
    return set(of_increasing(moments))


def function(of: Any, variable: Any = X) -> dict[Any, int]:
    return {Feature(of, (variable,)): 1}


def mean(of: str) -> Any:
    return Symbol(f"E[{of}]", real=True)


def test_two_functions_that_grow_together_or_fall_together_have_a_mean_product_at_least_that_of_their_means() -> None:
    assert said(function(y * exp(y))) == {mean("X*exp(X)") - mean("X") * mean("exp(X)")}
    assert said(function(y**2 * log(y)), X > 0) == {mean("X**2*log(X)") - mean("X^2") * mean("log(X)")}
    assert said(function(exp(-y) / y), X > 0) == {mean("exp(-X)/X") - mean("1/X") * mean("exp(-X)")}


def test_of_one_that_grows_and_one_that_falls_it_is_at_most_that() -> None:
    assert said(function(y * exp(-y))) == {mean("X") * mean("exp(-X)") - mean("X*exp(-X)")}
    assert said(function(y**2 * exp(y)), X < 0) == {mean("X^2") * mean("exp(X)") - mean("X**2*exp(X)")}


def test_a_power_is_a_product_of_two_lower_ones() -> None:
    one, two, three = (mean(of) for of in ("X", "X^2", "X^3"))
    assert said({X: 1}) == set()
    assert said({X: 2}) == {two - one**2}
    assert said({X: 3}) == set(), "a square neither grows nor falls"
    assert said({X: 3}, X < 0) == {one * two - three}
    assert said({X: 6}, X > 0) == {mean("X^6") - each for each in (one * mean("X^5"), two * mean("X^4"), three**2)}


def test_nothing_is_said_where_a_factor_turns_or_is_not_seen_to_be_monotone() -> None:
    step = Piecewise((1, y < 0), (0, True))
    for of in each((y**2 * exp(y), y * sqrt(1 + y**2), exp(y) * step, exp(y))):
        assert said(function(of)) == set(), of
    assert said(function(log(y) * exp(y))) == set(), "without a value at zero"
    assert said(function(y * exp(y) * log(y)), X > 0) == set(), "of three"


def test_nor_of_several_variables_together() -> None:
    assert said({A: 2, B: 1}) == set()
    both = {Feature(a * exp(a), (A,)): 1, Feature(b, (A, B), A): 2}
    assert said(both) == set(), "a conditional mean beside it"


def test_each_of_several_means_is_heard() -> None:
    others = ({A: 2, B: 1}, function(exp(y)), function(y**2 * exp(y)), {X: 2})
    assert said(function(y * exp(y)), more=others) == {
        mean("X*exp(X)") - mean("X") * mean("exp(X)"),
        mean("X^2") - mean("X") ** 2,
    }


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("ForAll(X, given=X > 0, then=E(log(X)*X**2) >= E(log(X))*E(X**2))", Truth.TRUE),
        ("ForAll(X, given=X > 0, then=E(log(X)*X**2) <= E(log(X))*E(X**2))", Truth.FALSE),
        ("ForAll(X, given=X > 0, then=E(exp(-X)*sqrt(X)) <= E(exp(-X))*E(sqrt(X)))", Truth.TRUE),
    ],
)
def test_so_covariances_have_a_sign(source: str, truth: Truth) -> None:
    assert truth_of(source, X=X) is truth
