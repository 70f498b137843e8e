"""Tests of equations with a solution for all parameters: true ones are proved, and nothing else is."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

NAMES = {name: sympy.Symbol(name, real=True) for name in "abcx"}
TRUE = [
    "ForAll(c, given=c > 0, then=Exists(x, given=x > 0, then=Eq(x * exp(x), c)))",
    "ForAll(c, given=c > 0, then=Exists(x, given=x > 1, then=Eq(x * log(x), c)))",
    "ForAll(c, then=Exists(x, then=Eq(x - cos(x), c)))",
    "ForAll(c, given=c > 1, then=Exists(x, given=x > 0, then=Eq(sqrt(x) + exp(x), c)))",
    "ForAll((a, c), given=a > 0, then=Exists(x, given=x > a, then=Eq(log(x - a) + x, c)))",
    "ForAll((a, b), given=And(a > 0, b > 0), then=Exists(x, given=x > 0, then=Eq(exp(a * x) - 1 + x, b)))",
    "ForAll(c, given=And(c > 0, c < 1), then=Exists(x, given=And(x > 0, x < 1), then=Eq(x + sin(x) / 5, c)))",
    "ForAll(a, given=a > 2, then=Exists(x, then=Eq((a*x**2 - 1)/(a*x**2 + 1), 0)))",
    "ForAll(c, given=c > 0, then=Exists(x, given=x > sqrt(c), then=Eq(x**2 + atan(x), c + 2)))",
]
FALSE = [
    "ForAll(c, then=Exists(x, then=Eq(x * exp(x), c)))",  # at least -1/e
    "ForAll(c, given=c > 0, then=Exists(x, given=x > 1, then=Eq(x * exp(x), c)))",  # above e
    "ForAll(c, given=c > 0, then=Exists(x, given=x > 2, then=Eq(x * log(x), c)))",
    "ForAll(c, given=c >= 1, then=Exists(x, given=x > 0, then=Eq(sqrt(x) + exp(x), c)))",  # not at c = 1
    "ForAll((a, b), given=a > 0, then=Exists(x, given=x > 0, then=Eq(exp(a * x) - 1 + x, b)))",
    "ForAll((a, b), then=Exists(x, given=And(x > 0, x < a), then=Eq(x + exp(x), b)))",  # where a < 0 there is none
    "ForAll(c, then=Exists(x, given=Ne(x, 0), then=Eq(x + 1 / x + atan(x), c)))",  # a gap around 0
    "ForAll(c, given=c < 2, then=Exists(x, then=Eq(floor(x) + exp(x) / (1 + exp(x)), c)))",  # jumps
    "ForAll(c, then=Exists(x, given=Or(x > 1, x < -1), then=Eq(x + atan(x), c)))",  # two intervals
    "ForAll(a, then=Exists(x, then=Eq(((a-sqrt(2))**2*x**2 - 1)/((a-sqrt(2))**2*x**2 + 1), 0)))",  # -1 where a is sqrt(2)
    "ForAll((a, b), given=And(a > 0, b > 0), then=Exists(x, then=Eq(((a-sqrt(2)*b)**2*x**2 - 1)/((a-sqrt(2)*b)**2*x**2 + 1), 0)))",
    "ForAll(c, then=Exists(x, given=x > sqrt(c), then=Eq(x**2, c + 1)))",  # below c = 0 there is no such end
    "ForAll(c, then=Exists(x, given=x < -log(c), then=Eq(exp(-x), c + 1)))",
]


@pytest.mark.parametrize("statement", TRUE)
def test_what_a_continuous_function_reaches_is_proved(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.TRUE


def test_what_is_said_to_be_left_out_is_refuted() -> None:
    assert truth_of("Exists(c, given=c > 0, then=ForAll(x, given=x > 0, then=Ne(x * exp(x), c)))", **NAMES) is Truth.FALSE


def test_what_has_no_end_leaves_nothing_out() -> None:
    said = "Exists(c, then=ForAll(x, given=x > sqrt(c), then=Ne(x**2, c + 1)))"
    assert truth_of(said, **NAMES) is not Truth.FALSE


@pytest.mark.parametrize("statement", FALSE)
def test_what_it_does_not_reach_is_not(statement: str) -> None:
    assert truth_of(statement, **NAMES) is not Truth.TRUE
