"""Tests that each part of a statement is decided as well as its own kind can be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies
from sympy import sin, sqrt

from probatum.authoring.expectation import Holds, Refuted
from probatum.decision import Decided, Decision, Outcome, Strength, Truth
from probatum.judge.floors import held_to_their_kinds, reached
from probatum.proposition.kinds import All, ForAll
from probatum.proposition.relation import Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import reals
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.property import Property
from tests.each import each
from tests.made import finding_of

x = reals("x")
SAMPLED = ForAll(x, then=Lt(sin(x) + sin(sqrt(2) * x) + sin(sqrt(3) * x), 3))  # which no method proves so far
PROVED = ForAll(x, then=Ge(x**2, 0))


def run(data: str, treatment: str, seeds: Any) -> list[float]:
    """A loss that varies with the seed."""
    return [1 + seed / 100 for seed in seeds]


def remainder(at_most: Any = Le) -> Property:
    """A predicate, of which cases are tried."""
    return Property({"k": strategies.integers(0, 1000)}, lambda k: at_most(k % 7, 6), says="The remainder.")


def loss(above: Any = Gt) -> Measured:
    """An experiment."""
    return Measured(run, "a", "b", metric="loss", relation=above, threshold=0, justified="Any loss is.", seeds=range(8))


@pytest.mark.parametrize(
    ("informal", "relation", "word"), [(remainder, Le, "sampled"), (loss, Gt, "measured")], ids=["a predicate", "an experiment"]
)
def test_a_formula_beside_what_is_tried_is_proved(informal: Any, relation: Any, word: str) -> None:
    def beside(formula: Any) -> Any:
        return lambda order=relation: All(informal(order), formula)

    for finding in each([finding_of(informal), finding_of(beside(PROVED))]):
        assert (finding["verdict"], finding["strength"]) == ("holds", word)
    sampled = finding_of(beside(SAMPLED))
    assert (sampled["verdict"], sampled["strength"]) == ("undecided", None)
    assert sampled["reason"].startswith("No decider settles it: ")
    assert finding_of(beside(SAMPLED), expect=Holds(word))["verdict"] == "holds", "its author says that so much is enough"


def test_so_is_one_in_a_correction() -> None:
    def wrong(at_most: Any = 5) -> Any:
        return Property({"k": strategies.integers(0, 1000)}, lambda k: k % 7 <= at_most, says="The remainder.")

    def corrected(order: Any = Le) -> Any:
        return All(remainder(order), SAMPLED)

    assert finding_of(wrong, expect=Refuted("At most six.", lambda order=Le: remainder(order)))["verdict"] == "refuted"
    assert finding_of(wrong, expect=Refuted("At most six.", corrected))["verdict"] == "undecided"


def test_a_formula_can_be_proved_and_what_is_tried_cannot() -> None:
    assert reached(PROVED) is Strength.ENCLOSED
    assert reached(remainder()) is reached(All(remainder(), PROVED)) is Strength.SAMPLED
    assert reached(loss()) is reached(All(remainder(), loss())) is Strength.MEASURED


def test_only_what_is_true_by_less_is_undecided() -> None:
    supported, proved = (Decision("search", outcome, "so") for outcome in (Outcome.SUPPORTED, Outcome.PROVED))
    cases = [
        (PROVED, (supported,), Truth.UNDECIDED),
        (PROVED, (supported, proved), Truth.TRUE),
        (PROVED, (Decision("search", Outcome.REFUTED, "not so"),), Truth.FALSE),
        (remainder(), (supported,), Truth.TRUE),
    ]
    for statement, decisions, truth in each(cases):
        part = Decided(statement, decisions)
        assert held_to_their_kinds(part).truth is truth
        assert held_to_their_kinds(Decided(All(statement, PROVED), parts=(part, Decided(PROVED, (proved,))))).truth is truth
