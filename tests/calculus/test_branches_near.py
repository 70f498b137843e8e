"""Tests of limits of what is told by cases: only the case near the point has to have a value."""

from __future__ import annotations

import pytest

from probatum import reals
from probatum.decision import Truth
from tests.authored import truth_of

x = reals("x")
TOLD = {
    "Limit(Piecewise((log(1 - x), x < 10), (1/x, True)), x, oo)": 0,
    "Limit(Piecewise((sqrt(1 - x), x < 10), (1/x, True)), x, oo)": 0,
    "Limit(Piecewise((atanh(x), x < 1), (1/x, True)), x, oo)": 0,
    "Limit(Piecewise((acosh(x), x >= 1), (1 - x, True)), x, 0)": 1,
    "Limit(log(Piecewise((x - 20, x > 10), (1 + 1/x, True))), x, -oo)": 0,
}
WITHOUT_VALUE = [
    "Limit(Piecewise((log(1 - x), x > 10), (1/x, True)), x, oo)",
    "Limit(Piecewise((acosh(x), x > -1), (1 - x, True)), x, 0)",
    "Limit(log(Piecewise((20 - x, x > 10), (1 + 1/x, True))), x, oo)",
]


@pytest.mark.parametrize("limit", TOLD)
def test_a_case_that_is_not_met_needs_no_value(limit: str) -> None:
    assert truth_of(f"Equal({limit}, {TOLD[limit]})", x=x) is Truth.TRUE
    assert truth_of(f"Equal({limit}, {TOLD[limit] + 1})", x=x) is Truth.FALSE


@pytest.mark.parametrize("limit", WITHOUT_VALUE)
def test_the_case_that_is_met_needs_one(limit: str) -> None:
    assert truth_of(f"Equal({limit}, 0)", x=x) is None
