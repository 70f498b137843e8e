"""Tests that towers of exponentials are not written down: nothing but their order is known, and no library is asked for their digits."""

from __future__ import annotations

import pytest

from probatum import reals
from probatum.decision import Truth
from tests.authored import truth_of

NAMES = {"x": reals("x")}


@pytest.mark.parametrize(
    ("statement", "truth"),
    [
        ("ForAll(x, given=x > 0, then=exp(exp(exp(exp(x)))) > exp(exp(exp(x))))", Truth.TRUE),
        ("ForAll(x, given=x > 0, then=exp(exp(exp(exp(x)))) < exp(exp(exp(x))))", Truth.FALSE),
        ("ForAll(x, then=sin(exp(exp(x))) < 1 - Rational(1, 10 ** 9))", None),
        ("ForAll(x, then=sin(exp(exp(x))) < 1)", None),
        ("ForAll(x, then=cos(exp(exp(x))) <= 1)", Truth.TRUE),
        ("ForAll(x, then=sin(exp(exp(x))) < Rational(1, 2))", Truth.FALSE),
    ],
)
def test_towers_are_decided_or_left(statement: str, truth: Truth | None) -> None:
    found = truth_of(statement, **NAMES)
    assert found is truth or (truth is None and found is not Truth.TRUE)
