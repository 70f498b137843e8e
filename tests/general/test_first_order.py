"""Tests of statements about first-order methods: for every function of the class, in every dimension, with all parameters symbolic."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.certificates import breach, certificate
from probatum.decide.deciding import decide
from probatum.decision import Decided, Outcome, Truth
from tests.each import each
from tests.general.first_order import FALSE, TRUE, averaged, line_search, number


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE.keys())
def test_it_is_proved_in_every_dimension(statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert decided.truth is Truth.TRUE, [decision.reason for decision in decided.decisions]
    proofs = [decision for decision in decided.decisions if decision.outcome is Outcome.PROVED]
    assert all(decision.reason.startswith("in every dimension: ") for decision in each(proofs))
    assert all("Gram matrices (" in decision.reason for decision in each(proofs))


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE.keys())
def test_the_false_one_beside_it_is_refuted_by_something_explicit(statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert decided.truth is Truth.FALSE, [decision.reason for decision in decided.decisions]
    found = decided.counterexample
    assert found is not None
    assert {variable.name for variable in statement.variables} & {name for name, _ in found.values}
    assert found.shows.startswith("In dimension ")


def checks(decided: Decided) -> list[dict[str, Any]]:
    """What can be checked without an engine."""
    return [check for decision in decided.decisions for check in decision.checks]


def test_a_proof_by_certificate_is_data_that_passes_its_check() -> None:
    (check,) = checks(decide(line_search(2), thorough=False))
    assert check["kind"] == "certificate"
    assert certificate.problems(certificate.Certificate.read(check)) == []
    names = {name for rule, _, _, name in check["terms"] if rule == "equation"}
    assert names == {"⟨∇f(x₁), ∇f(x₀)⟩ = 0", "⟨∇f(x₁), -x₀ + x₁⟩ = 0"}


def test_a_counterexample_of_many_vectors_is_data_that_passes_its_check() -> None:
    (check,) = checks(decide(line_search(3), thorough=False))
    assert check["kind"] == "breach"
    assert breach.problems(breach.Breach.read(check)) == []


def test_two_engines_prove_where_two_can() -> None:
    decided = decide(averaged(number("1")), thorough=True)
    assert decided.agreeing == ("exact certificate", "z3")
