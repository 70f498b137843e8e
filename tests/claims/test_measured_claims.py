"""Tests of the measured claims: other seeds give the same verdicts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from claims.normalization import conditioning, training

from probatum.authoring.definition import Claim
from probatum.authoring.expectation import Refuted
from probatum.authoring.facts import changed, facts_of
from probatum.authoring.said import MARK
from probatum.decide.asking import decide
from probatum.decision import Truth
from probatum.proposition.measured import Measured
from probatum.proposition.parts import subpropositions, unchecked

OTHERS = 5_000  # added to each seed
CLAIMS: dict[str, Claim] = {
    made.id: made.claim
    for module in (conditioning, training)
    for function in vars(module).values()
    if (made := getattr(function, MARK, None)) is not None and function.__module__ == module.__name__
}


def built(claim: Claim, corrected: bool = False) -> Any:
    """The proposition of a claim, as stated or as corrected."""
    function, facts = claim.function, {fact.name: fact.value for fact in claim.facts}
    if corrected:
        assert isinstance(claim.expect, Refuted)
        if callable(claim.expect.corrected):
            function, facts = claim.expect.corrected, {fact.name: fact.value for fact in facts_of(claim.expect.corrected)}
        else:
            facts = changed(claim.facts, claim.expect.corrected)
    return function(**facts)


def reseeded(statement: Any) -> Any:
    """The same experiments with other seeds."""
    if isinstance(statement, Measured):
        return replace(statement, seeds=tuple(seed + OTHERS for seed in statement.seeds))
    return unchecked(type(statement), parts=tuple(reseeded(part) for part in statement.parts))


RANDOM = [name for name, claim in CLAIMS.items() if any(getattr(part, "seeds", ()) for part in subpropositions(built(claim)))]


def test_there_are_claims_with_randomness_and_without() -> None:
    assert len(RANDOM) >= 10
    assert len(set(CLAIMS) - set(RANDOM)) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("name", RANDOM)
def test_other_seeds_give_the_same_verdict(name: str) -> None:
    claim = CLAIMS[name]
    refuted = isinstance(claim.expect, Refuted)
    assert decide(reseeded(built(claim))).truth is (Truth.FALSE if refuted else Truth.TRUE)
    if refuted:
        assert decide(reseeded(built(claim, corrected=True))).truth is Truth.TRUE
