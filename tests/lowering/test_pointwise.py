"""Tests of inequalities between expectations, outcome by outcome."""

from __future__ import annotations

import pytest
import sympy
from sympy import And, Eq, Max, Or, exp

from probatum import Cov, E, ForAll, random, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.chance.almost_surely import opposites
from probatum.lowering.chance.outcomes import outcome
from probatum.lowering.chance.pointwise import routes
from tests.each import each

a, b = reals("a b")
X, Y = random("X"), random("Y")
S, T = random("S T", symmetric=True, independent=False)
M = random("M", mean=0, variance=1)
TRUE = {
    "a mean lies above a bound": ForAll((X, Y), given=X > 1, then=(E(X) ** 2 - 1) * E(Y**2) >= (E(X) ** 2 - 1) * E(Y) ** 2),
    "a sum of symmetric ones within its bound": ForAll((S, T), given=And(S + T <= 1, Eq(Cov(S, T), 0)), then=E(Max(S + T - 1, 0)) <= 0),
    "zero at two values, weakly": ForAll(M, then=E(exp(M) * (M**2 - 1) ** 2) >= 0),
}
FALSE = {
    "a mean lies between two parts": ForAll((X, Y), given=Or(X > 1, X < -1), then=(E(X) ** 2 - 1) * E(Y**2) >= (E(X) ** 2 - 1) * E(Y) ** 2),
    "each of two by itself is symmetric": ForAll((S, T), given=And(S + T <= 1, Eq(Cov(S, T), 0)), then=E(Max(S - T - 1, 0)) <= 0),
    "a product of powers is not odd in one": ForAll((S, T), then=E(S**2 * T) <= 0),
    "zero at two values": ForAll(M, then=E(exp(M) * (M**2 - 1) ** 2) > 0),
}


@pytest.mark.parametrize("name", TRUE)
def test_outcomes_and_means_that_there_are(name: str) -> None:
    assert decide(TRUE[name], thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("name", FALSE)
def test_and_that_there_are_not(name: str) -> None:
    assert decide(FALSE[name], thorough=False).truth is Truth.FALSE


def test_what_is_always_at_its_bound_is_constant_where_its_share_in_that_is_not_zero() -> None:
    """a X <= b says nothing of X where a and b are zero, though a times its mean is b there."""
    for bound, ways in each([(b >= X, 2), (b >= -2 * X, 2), (a * X <= b, 1), (a * X >= b, 1), (a * X <= 0, 1)]):
        stated = ForAll((X, a, b), given=bound, then=E(X**2) >= E(X) ** 2)
        assert len([*routes(stated)]) == ways, bound


def test_what_bends_upward_at_all_values_may_touch_zero_between_them() -> None:
    """Of values in two parts the mean is none: what is zero there says nothing of an outcome."""
    for parts, ways in each([(X >= 1, 1), (Or(X >= 1, X <= -1), 0), (X**2 >= 1, 0)]):
        (way,) = opposites(ForAll(X, given=parts, then=E(exp(X)) > exp(E(X))))
        assert way is not None
        number, mean = outcome(X), sympy.Symbol("E[X]", real=True)
        touching = exp(number) - exp(mean) - exp(mean) * (number - mean)
        assert len([*way.bends(touching)]) == ways, parts
