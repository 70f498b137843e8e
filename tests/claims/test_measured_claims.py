"""Tests of the measured claims: other seeds give the same verdicts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from claims.normalization import conditioning, saturation_in_networks, training
from claims.normalization.experiments import descent, grids, networks

from probatum.authoring.definition import Claim
from probatum.authoring.expectation import Conditional, Holds, Refuted
from probatum.authoring.facts import changed, facts_of
from probatum.authoring.placeable import MARK
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.judge.variants import conditioned
from probatum.proposition.parts import subpropositions, unchecked
from probatum.proposition.relation import Ge, Le
from probatum.proposition.subjects.choices import Free
from probatum.proposition.subjects.measured import Measured
from tests.each import each

OTHERS = 5_000  # added to each seed
CLAIMS: dict[str, Claim] = {
    made.id: made.claim
    for module in (conditioning, saturation_in_networks, training)
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
    stated = reseeded(built(claim))
    assert decide(stated).truth is (Truth.TRUE if isinstance(claim.expect, Holds) else Truth.FALSE)
    if isinstance(claim.expect, Refuted):
        assert decide(reseeded(built(claim, corrected=True))).truth is Truth.TRUE
    if isinstance(claim.expect, Conditional):
        assert decide(conditioned(stated, claim.expect.condition)).truth is Truth.TRUE


def test_every_experiment_has_a_grid_with_reasons() -> None:
    experiments = [part for claim in CLAIMS.values() for part in subpropositions(built(claim)) if isinstance(part, Measured)]
    assert [part.words for part in each(experiments) if not part.over] == []


def in_steps(steps: Any, data: Free, treatment: str, baseline: str, *over: Free, **more: Any) -> Measured:
    """Whether a treatment at least halves the steps of another."""
    return Measured(
        steps, data, treatment, metric="Steps", effect="ratio", baseline=baseline, relation=Le, threshold="0.5",
        justified="Half the steps is half the cost.", over=over, **more,
    )  # fmt: skip


def test_at_the_same_rate_it_is_a_patchwork() -> None:
    """The reason why faster-at-the-same-rate is not checkable."""
    assert "faster-at-the-same-rate" not in CLAIMS
    decided = decide(in_steps(descent.steps_at_common_rate, grids.DATA, "standard", "raw", grids.LEFT, grids.BIAS))
    assert decided.truth is Truth.UNDECIDED
    assert decided.decisions[0].reason.startswith("a patchwork")


@pytest.mark.slow
def test_small_first_weights_are_a_patchwork() -> None:
    """The reason why small-first-weights-speed-up-learning is not checkable."""
    over = (grids.LEFT_OF_NETWORKS, grids.UNITS, grids.ROWS, grids.TIMES)
    steps = in_steps(networks.steps_to_learn, grids.CLASSES, "standard", "standard, large weights", *over, seeds=range(6))
    assert decide(steps).truth is Truth.UNDECIDED


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "treatment", "over"),
    [
        (grids.DIGITS, "whitened", (grids.AFTER, grids.MANY_ROWS)),
        (grids.CLASSES, "Winsorized statistics", (grids.SIZE, grids.SHARE)),
    ],
    ids=["decorrelating-can-get-better-results", "winsorized-statistics-with-outliers"],
)
def test_better_answers_hang_on_the_setting(data: Free, treatment: str, over: tuple[Free, ...]) -> None:
    """The reason why these two are not checkable: better in some settings, and not in others."""
    better = Measured(
        networks.accuracy, data, treatment, metric="Test accuracy", effect="difference", baseline="standard", relation=Ge, threshold="0.01",
        justified="One case in a hundred.", over=over, seeds=range(6),
    )  # fmt: skip
    decided = decide(better)
    assert decided.truth is not Truth.TRUE
    sides = {interval.side for interval in decided.decisions[0].intervals}
    assert True in sides
    assert len(sides) > 1
