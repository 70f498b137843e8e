"""Tests of what an author expects: malformed expectations are refused."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.authoring.expectation import Conditional, Expectation, Holds, Refuted
from probatum.errors import DefinitionError, ExactnessError

x = sympy.Symbol("x", real=True)


@pytest.mark.parametrize(
    "expectation",
    [
        Holds(),
        Holds("sampled"),
        Conditional(x > 1, sharp=True),
        Conditional(x > 1, weaker=x > 0, wording="beyond $1$", strength="enclosed"),
        Refuted("It is 3.", {"value": 3}),
        Refuted("It is 3.", lambda: None),
    ],
)
def test_well_formed_expectations_pass(expectation: Expectation) -> None:
    expectation.check()


@pytest.mark.parametrize(
    ("expectation", "wanted"),
    [
        (Holds("certain"), "minimum_strength: got 'certain', wanted one of proved, enclosed, sampled, measured"),
        (Conditional(True, sharp=True), "exactly_if: got True, wanted a relation between the parameters"),
        (Conditional(sympy.true, sharp=True), "exactly_if: got True, wanted a relation between the parameters"),
        (Conditional(x**2, sharp=True), "exactly_if: got x**2, wanted a relation between the parameters"),
        (Conditional(x > 1, weaker=False), "true_if: too_weak: got False, wanted a relation between the parameters"),
        (
            Conditional(x > 1),
            "true_if: got no too_weak=, wanted a weaker condition, or @exactly_if: what shows that it is needed?",
        ),
        (Conditional(x > 1, sharp=True, wording="$"), "exactly_if: words: got an odd number of $ in '$', wanted"),
        (Conditional(x > 1, sharp=True, strength="sure"), "minimum_strength: got 'sure', wanted one of"),
        (Refuted("", {"value": 3}), "corrected: docstring: got '', wanted a sentence"),
        (Refuted("It is 3.", {"value": 3}, strength="x"), "minimum_strength: got 'x', wanted one of"),
    ],
)
def test_malformed_expectations_are_refused(expectation: Any, wanted: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        expectation.check()
    assert str(caught.value).startswith(wanted)


def test_a_float_in_a_condition_is_refused() -> None:
    with pytest.raises(ExactnessError, match=r"exactly_if: got the float 0\.5"):
        Conditional(x > 0.5, sharp=True).check()


def test_a_symbol_is_no_condition() -> None:
    """SymPy counts a plain symbol as a Boolean."""
    with pytest.raises(DefinitionError, match="exactly_if: got x, wanted a relation between the parameters"):
        Conditional(x, sharp=True).check()
