"""Edges of the verdict that mutation testing found unwatched: other expectations, and evidence that cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from probatum.decision import Decided, Decision, Outcome, Strength, Truth
from probatum.judge.evidence import Support, Trial
from probatum.judge.verdict import Judgement, judge
from probatum.vocabulary import Role, Verdict
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
    judgement = judge(evidence(made(expected), Strength.ENCLOSED, PROVED, controls=(TURNED,)))
    assert (judgement.verdict, judgement.reason) == ("holds", "True as stated, although something else was expected.")


def test_expectations_are_compared_as_text() -> None:
    assert judge(evidence(made("holds"), Strength.ENCLOSED, PROVED)).reason == "True as stated: proved by smt."
    conditional = evidence(made("conditional"), Strength.ENCLOSED, REFUTED, conditioned=PROVED, outside=PROVED)
    assert judge(conditional).verdict == "conditional"
    corrected = evidence(made("refuted"), Strength.ENCLOSED, REFUTED, corrected=PROVED)
    assert judge(corrected).reason == "False as stated; the corrected statement is true."


@pytest.mark.parametrize("expected", ["", "another", "zzz"])
def test_an_unknown_expectation_is_met_by_nothing(expected: str) -> None:
    judgement = judge(evidence(expected, Strength.ENCLOSED, REFUTED, conditioned=PROVED, outside=PROVED, corrected=PROVED))
    assert (judgement.verdict, judgement.reason) == ("refuted", "False as stated, and no correction is given.")


@pytest.mark.parametrize(
    "fact",
    [TURNED, evidence("holds", Strength.ENCLOSED, PROVED), Judgement(Verdict.HOLDS, "", Strength.PROVED)],
    ids=lambda fact: type(fact).__name__,
)
def test_what_was_judged_cannot_be_changed(fact: Any) -> None:
    name = fields(fact)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(fact, name, "holds")
    assert not hasattr(fact, "__dict__")


def holding(**more: Any) -> tuple[str, str]:
    """Verdict and reason of a claim that is true as stated."""
    judgement = judge(evidence("holds", Strength.ENCLOSED, PROVED, controls=(TURNED,), **more))
    return judgement.verdict, judgement.reason


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
    judgement = judge(evidence("holds", Strength.SAMPLED, Decided(None, counted)))
    assert judgement.reason == "Nothing was found against it as stated: supported by 7 admitted of 10 cases, and by 2 admitted of 3 cases."


@pytest.mark.parametrize("strength", [None, *Strength])
@pytest.mark.parametrize("floor", list(Strength))
def test_a_control_survives_only_where_it_is_decided_true(strength: Strength | None, floor: Strength) -> None:
    enough = strength is not None and strength >= min(floor, Strength.ENCLOSED)
    assert Trial("a", Truth.TRUE, strength).survived(floor) is enough
    assert not any(Trial("a", truth, strength).survived(floor) for truth in each(Truth) if truth is not Truth.TRUE)


@pytest.mark.parametrize("strength", [None, Strength.SAMPLED])
@pytest.mark.parametrize("truth", [truth for truth in Truth if truth not in (Truth.TRUE, Truth.FALSE, Truth.CONFLICT)])
def test_a_control_that_is_not_decided_says_how_it_stands(truth: Truth, strength: Strength | None) -> None:
    judgement = judge(evidence("holds", Strength.ENCLOSED, PROVED, controls=(TURNED, Trial("half", truth, strength))))
    assert (judgement.verdict, judgement.reason) == ("undecided", f"A control was not decided: half ({truth}).")


def test_a_reduction_needs_more_than_samples_to_be_established() -> None:
    sampled = Decided(None, (Decision("search", Outcome.SUPPORTED, "a reason"),))
    assert [Support(found, TURNED).established for found in (PROVED, sampled, REFUTED)] == [True, False, False]
    assert [Support(PROVED, control).established for control in (None, TURNED, Trial("a", Truth.UNDECIDED))] == [True, True, False]
    assert holding(scope=True, reduction=Support(sampled))[0] == "undecided"


UNDEFINED = Decided(None, (Decision("definedness", Outcome.UNDEFINED, "a reason"),))
VACUOUS = Decided(None, (Decision("vacuity", Outcome.VACUOUS, "a reason"),))
HOLLOW = Decided(None, (Decision("hollow", Outcome.HOLLOW, "a reason"),))
OPEN = Decided(None, (Decision("smt", Outcome.UNDECIDED, "a reason"),))
SAMPLED = Decided(None, (Decision("search", Outcome.SUPPORTED, "a reason"),))
ENCLOSED = Decided(None, (Decision("interval", Outcome.ENCLOSED, "a reason"),))
MEASURED = Decided(None, (Decision("measurement", Outcome.SUPPORTED, "a reason", measured=True),))
CONFLICT = Decided(None, (*PROVED.decisions, *REFUTED.decisions))
NOT_SHOWN = "Not shown to have no value where that is said"


@pytest.mark.parametrize(
    ("nowhere", "wanted"),
    [
        (None, ("undecided", f"{NOT_SHOWN}.")),
        (REFUTED, ("survived", "It has a value after all:")),
        (VACUOUS, ("vacuous", "Nothing satisfies the condition for having no value.")),
        (HOLLOW, ("undecided", f"{NOT_SHOWN}: hollow: a reason.")),
        (OPEN, ("undecided", f"{NOT_SHOWN}: smt: a reason.")),
        (SAMPLED, ("undecided", f"{NOT_SHOWN}: search: a reason.")),
        (UNDEFINED, ("undecided", f"{NOT_SHOWN}: definedness: a reason.")),
        (ENCLOSED, ("undefined", "It has no value anywhere.")),
    ],
)
def test_that_there_is_no_value_must_be_shown(nowhere: Decided | None, wanted: tuple[str, str]) -> None:
    judgement = judge(evidence("undefined", Strength.PROVED, UNDEFINED, nowhere=nowhere))
    assert (judgement.verdict, judgement.reason) == wanted


@pytest.mark.parametrize(
    ("elsewhere", "found"),
    [
        (REFUTED, "false"),
        (VACUOUS, "about nothing"),
        (HOLLOW, "saying nothing"),
        (OPEN, "not decided: smt: a reason"),
        (UNDEFINED, "not decided: definedness: a reason"),
        (SAMPLED, "not decided: search: a reason"),
    ],
)
def test_elsewhere_it_must_be_true(elsewhere: Decided, found: str) -> None:
    judgement = judge(evidence("undefined", Strength.ENCLOSED, UNDEFINED, nowhere=PROVED, conditioned=elsewhere))
    assert (judgement.verdict, judgement.reason) == ("undecided", f"Without a value where that is said, elsewhere {found}.")


def test_elsewhere_it_must_be_as_well_founded_as_a_claim() -> None:
    proved = judge(evidence("undefined", Strength.PROVED, UNDEFINED, nowhere=ENCLOSED, conditioned=PROVED))
    assert (proved.verdict, proved.strength) == ("undefined", Strength.ENCLOSED)
    assert judge(evidence("undefined", Strength.PROVED, UNDEFINED, nowhere=PROVED, conditioned=ENCLOSED)).verdict == "undecided"


@pytest.mark.parametrize(("stated", "wanted"), [(OPEN, "open"), (VACUOUS, "vacuous"), (UNDEFINED, "undecided"), (HOLLOW, "hollow")])
def test_only_what_is_undecided_is_open(stated: Decided, wanted: str) -> None:
    nowhere = {"nowhere": OPEN} if stated is UNDEFINED else {}
    judgement = judge(evidence("undefined" if nowhere else "open", Strength.ENCLOSED, stated, **nowhere))
    assert judgement.verdict == wanted


def test_a_verdict_says_which_version_it_rests_on() -> None:
    assert judge(evidence("holds", Strength.ENCLOSED, PROVED)).decisive is Role.STATED
    assert judge(evidence("holds", Strength.ENCLOSED, OPEN)).decisive is None


def test_what_was_measured_is_true_and_no_sample() -> None:
    judgement = judge(evidence("holds", Strength.MEASURED, MEASURED))
    assert judgement.reason == "True as stated: measured: a reason."


def test_a_special_case_is_too_little_however_well_it_is_founded() -> None:
    wanted = "Of the general statement only a special case is decided, and no reduction to it, where enclosed is needed."
    assert judge(evidence("holds", Strength.ENCLOSED, ENCLOSED, scope=True)).reason == wanted


@pytest.mark.parametrize(
    ("outside", "wanted"),
    [
        (REFUTED, "survived"),
        (CONFLICT, "conflict"),
        (OPEN, "undecided"),
        (HOLLOW, "undecided"),
        (VACUOUS, "undecided"),
        (ENCLOSED, "conditional"),
    ],
)
def test_a_condition_is_sharp_only_where_that_is_proved(outside: Decided, wanted: str) -> None:
    assert judge(evidence("conditional", Strength.ENCLOSED, REFUTED, conditioned=PROVED, outside=outside)).verdict == wanted


FAILED = Decided(None, (Decision("measurement", Outcome.REFUTED, "a reason", measured=True),))


@pytest.mark.parametrize(
    ("stated", "outside", "wanted"),
    [
        (FAILED, MEASURED, "conditional"),
        (FAILED, ENCLOSED, "conditional"),
        (FAILED, SAMPLED, "undecided"),
        (REFUTED, MEASURED, "undecided"),
        (REFUTED, SAMPLED, "undecided"),
    ],
)
def test_what_is_measured_is_sharp_by_a_measurement_and_by_no_sample(stated: Decided, outside: Decided, wanted: str) -> None:
    assert judge(evidence("conditional", Strength.MEASURED, stated, conditioned=PROVED, outside=outside)).verdict == wanted


def test_a_measured_correction_is_true_and_a_sampled_one_is_not_called_so() -> None:
    measured = judge(evidence("refuted", Strength.MEASURED, FAILED, corrected=MEASURED))
    assert measured.reason == "False as stated; the corrected statement is true."
    sampled = judge(evidence("refuted", Strength.MEASURED, FAILED, corrected=SAMPLED))
    assert sampled.reason == "False as stated; nothing was found against the corrected statement: supported."


def test_what_is_measured_under_a_condition_is_true_there_and_no_sample() -> None:
    by_measurement = judge(evidence("conditional", Strength.MEASURED, FAILED, conditioned=MEASURED, outside=MEASURED))
    by_sample = judge(evidence("conditional", Strength.MEASURED, FAILED, conditioned=SAMPLED, outside=MEASURED))
    ending = "under the condition, and false whenever the condition fails."
    assert by_measurement.reason == f"False as stated, true {ending}"
    assert by_sample.reason == f"False as stated, with nothing found against it {ending}"
