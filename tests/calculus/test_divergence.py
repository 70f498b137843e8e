"""Tests of integrals that diverge at one end, and of what the other end has to say."""

from __future__ import annotations

import pytest

from probatum import reals
from probatum.decision import Truth
from tests.authored import truth_of

x = reals("x")
INFINITE = [
    "Integral(exp(-x)/x, (x, 0, oo))",
    "Integral(1/(x*(1 + x)) + x/((1 + x**2)*log(2 + x)), (x, 0, oo))",
    "Integral(1/x - 1/sqrt(1 - x), (x, 0, 1))",
    "Integral(x - sqrt(x), (x, 0, oo))",
    "Integral(1/x**2 - 1/Abs(x), (x, -1, 1))",
    "Integral((2 + sin(x))/x, (x, 1, oo))",  # whose antiderivative is 2 log(1) + Si(1) at the other end
    "Integral(cos(x)/x, (x, 0, 1))",
]
# To infinity at one end, and more slowly than 1/x to minus infinity, or to nothing, at the other.
NO_NUMBER_EITHER_WAY = [
    "Integral(1/(x*(1 + x)) - x/((1 + x**2)*log(2 + x)), (x, 0, oo))",
    "Integral(1/x + x*sin(x), (x, 0, oo))",
    "Integral(1/x - 1/((1 - x)*log(2/(1 - x))), (x, 0, 1))",
    "Integral(sin(x)/x, (x, 1, oo))",
    "Integral(-(2 + sin(x))/x, (x, 1, oo))",
]


@pytest.mark.parametrize("integral", INFINITE)
def test_it_is_infinite_where_the_other_end_takes_nothing_away(integral: str) -> None:
    assert truth_of(f"Equal({integral}, oo)", x=x) is Truth.TRUE


@pytest.mark.parametrize("integral", NO_NUMBER_EITHER_WAY)
def test_it_is_not_infinite_by_one_end_alone(integral: str) -> None:
    assert truth_of(f"Equal({integral}, oo)", x=x) in (Truth.FALSE, Truth.UNDECIDED)
