"""Edges of the verdict that mutation testing found unwatched: other expectations, and evidence that cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from probatum.decision import Decided, Decision, Outcome, Strength, Truth
from probatum.judge.evidence import Support, Trial
from probatum.judge.verdict import Verdict, judge
from probatum.words import Word
from tests.each import each
from tests.judge.judged import evidence

PROVED = Decided(None, (Decision("smt", Outcome.PROVED, "a reason"),))
REFUTED = Decided(None, (Decision("smt", Outcome.REFUTED, "a reason"),))
TURNED = Trial("a control", Truth.FALSE)


def made(text: str) -> str:
    """A string of its own, as it comes out of a file: equal to the engine's, and not the same object."""
    return "".join(list(text))


@pytest.mark.parametrize("expected", ["conditional", "refuted", "", "zzz"])
def test_what_is_true_is_not_what_was_expected(expected: str) -> None:
    verdict = judge(evidence(made(expected), Strength.ENCLOSED, PROVED, controls=(TURNED,)))
    assert (verdict.word, verdict.reason) == ("holds", "True as stated, although something else was expected.")


def test_expectations_are_compared_as_text() -> None:
    assert judge(evidence(made("holds"), Strength.ENCLOSED, PROVED)).reason == "True as stated: proved by smt."
    conditional = evidence(made("conditional"), Strength.ENCLOSED, REFUTED, conditioned=PROVED, outside=PROVED)
    assert judge(conditional).word == "conditional"
    corrected = evidence(made("refuted"), Strength.ENCLOSED, REFUTED, corrected=PROVED)
    assert judge(corrected).reason == "False as stated; the corrected statement is true."


@pytest.mark.parametrize("expected", ["", "another", "zzz"])
def test_an_unknown_expectation_is_met_by_nothing(expected: str) -> None:
    verdict = judge(evidence(expected, Strength.ENCLOSED, REFUTED, conditioned=PROVED, outside=PROVED, corrected=PROVED))
    assert (verdict.word, verdict.reason) == ("refuted", "False as stated, and no correction is given.")


@pytest.mark.parametrize(
    "fact",
    [TURNED, evidence("holds", Strength.ENCLOSED, PROVED), Verdict(Word.HOLDS, Strength.PROVED, "")],
    ids=lambda fact: type(fact).__name__,
)
def test_what_was_judged_cannot_be_changed(fact: Any) -> None:
    name = fields(fact)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(fact, name, "holds")
    assert not hasattr(fact, "__dict__")


def holding(**more: Any) -> tuple[str, str]:
    """Verdict and reason of a claim that is true as stated."""
    verdict = judge(evidence("holds", Strength.ENCLOSED, PROVED, controls=(TURNED,), **more))
    return verdict.word, verdict.reason


def test_a_false_link_breaks_the_reasoning_and_the_first_is_named() -> None:
    broken = holding(links=tuple(map(Support, (PROVED, REFUTED, PROVED, REFUTED))))
    assert broken == ("undecided", "The reasoning breaks: link 2 of 4 is not decided true.")


@pytest.mark.parametrize("truth", [truth for truth in Truth if truth is not Truth.TRUE])
def test_a_harmless_change_must_be_true_however_strong_the_answer(truth: Truth) -> None:
    wanted = "conflict" if truth is Truth.CONFLICT else "undecided"
    assert holding(still_true=(Trial("half", truth, Strength.PROVED),))[0] == wanted


def test_a_harmless_change_may_be_enclosed_and_not_only_sampled() -> None:
    assert holding(still_true=(Trial("half", Truth.TRUE, Strength.ENCLOSED),))[0] == "holds"
    assert holding(still_true=(Trial("half", Truth.TRUE, Strength.SAMPLED),))[0] == "undecided"


def test_a_false_reduction_is_none() -> None:
    general = "Of the general statement only a special case is decided, where enclosed is needed"
    assert holding(scope=True, reduction=Support(REFUTED)) == ("undecided", f"{general}: its reduction is not decided true.")


def test_all_who_support_it_tell_their_cases_once() -> None:
    counted = (
        Decision("search", Outcome.SUPPORTED, "", tried=10, admitted=7),
        Decision("other", Outcome.SUPPORTED, "", tried=3, admitted=2),
        Decision("another", Outcome.SUPPORTED, "", tried=3, admitted=2),
        Decision("undecided", Outcome.UNDECIDED, "", tried=5, admitted=1),
    )
    verdict = judge(evidence("holds", Strength.SAMPLED, Decided(None, counted)))
    assert verdict.reason == "Nothing was found against it as stated: supported by 7 admitted of 10 cases, and by 2 admitted of 3 cases."


@pytest.mark.parametrize("strength", [None, *Strength])
@pytest.mark.parametrize("floor", list(Strength))
def test_a_control_survives_only_where_it_is_decided_true(strength: Strength | None, floor: Strength) -> None:
    enough = strength is not None and strength >= min(floor, Strength.ENCLOSED)
    assert Trial("a", Truth.TRUE, strength).survived(floor) is enough
    assert not any(Trial("a", truth, strength).survived(floor) for truth in each(Truth) if truth is not Truth.TRUE)


@pytest.mark.parametrize("truth", [truth for truth in Truth if truth not in (Truth.TRUE, Truth.FALSE, Truth.CONFLICT)])
def test_a_control_that_is_not_decided_says_how_it_stands(truth: Truth) -> None:
    verdict = judge(evidence("holds", Strength.ENCLOSED, PROVED, controls=(TURNED, Trial("half", truth))))
    assert (verdict.word, verdict.reason) == ("undecided", f"A control was not decided: half ({truth}).")


def test_a_reduction_needs_more_than_samples_to_be_established() -> None:
    sampled = Decided(None, (Decision("search", Outcome.SUPPORTED, "a reason"),))
    assert [Support(found, TURNED).established for found in (PROVED, sampled, REFUTED)] == [True, False, False]
    assert [Support(PROVED, control).established for control in (None, TURNED, Trial("a", Truth.UNDECIDED))] == [True, True, False]
    assert holding(scope=True, reduction=Support(sampled))[0] == "undecided"
