"""Tests of the verdict: each row of the design's table, on decisions as they may come."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.counterexample import Counterexample
from probatum.decision import Decided, Decision, Outcome, Strength, Truth
from probatum.judge.evidence import Support, Trial
from probatum.judge.verdict import judge, necessity
from probatum.vocabulary import Verdict
from tests.judge.judged import evidence


def found(*outcomes: Outcome, **more: Any) -> Decided:
    """A proposition on which one decider after the other found these."""
    return Decided(None, tuple(Decision(f"decider-{number}", outcome, "a reason", **more) for number, outcome in enumerate(outcomes)))


PROVED, ENCLOSED, SAMPLED = found(Outcome.PROVED), found(Outcome.ENCLOSED), found(Outcome.SUPPORTED)
REFUTED, UNDECIDED, VACUOUS = found(Outcome.REFUTED), found(Outcome.UNDECIDED), found(Outcome.VACUOUS)
HOLLOW, UNDEFINED = found(Outcome.HOLLOW), found(Outcome.UNDEFINED)
CONFLICT = found(Outcome.PROVED, Outcome.REFUTED)
TURNED, OPEN = Trial("a control", Truth.FALSE), Trial("an open one", Truth.UNDECIDED)
SURVIVED, SAMPLE = Trial("a survivor", Truth.TRUE, Strength.ENCLOSED), Trial("a sample", Truth.TRUE, Strength.SAMPLED)
GENERAL = "Of the general statement only a special case is decided"
UNNEEDED = "so the condition is not shown to be needed."
AT = Counterexample((("x", 3), ("y", 5)))
EXAMPLE = Decided(None, (Decision("smt", Outcome.REFUTED, "a reason", AT),))
WEAKER = {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED}


def judged(stated: Decided, expected: str = "holds", floor: Strength = Strength.ENCLOSED, **more: Any) -> tuple[str, str | None, str]:
    """Verdict, strength and reason."""
    judgement = judge(evidence(expected, floor, stated, **({"controls": (TURNED,)} | more)))
    return judgement.verdict, judgement.strength.word if judgement.strength else None, judgement.reason


CASES: list[tuple[str, dict[str, Any], tuple[str, str | None, str]]] = [
    ("holds", {"stated": PROVED}, ("holds", "proved", "True as stated: proved by decider-0.")),
    ("holds, enclosed", {"stated": ENCLOSED}, ("holds", "enclosed", "True as stated: enclosed by decider-0.")),
    ("only sampled", {"stated": SAMPLED}, ("undecided", None, "Only sampled, where enclosed is needed.")),
    ("only enclosed", {"stated": ENCLOSED, "floor": Strength.PROVED}, ("undecided", None, "Only enclosed, where proved is needed.")),
    (
        "sampled suffices",
        {"stated": found(Outcome.SUPPORTED, tried=10, admitted=7), "floor": Strength.SAMPLED},
        ("holds", "sampled", "Nothing was found against it as stated: supported by 7 admitted of 10 cases."),
    ),
    (
        "true though",
        {"stated": PROVED, "expected": "refuted"},
        ("holds", "proved", "True as stated, although something else was expected."),
    ),
    ("undecided", {"stated": UNDECIDED}, ("undecided", None, "No decider settles it: decider-0: a reason.")),
    ("vacuous", {"stated": VACUOUS}, ("vacuous", None, "Nothing satisfies the hypotheses, so the statement says nothing.")),
    ("hollow", {"stated": HOLLOW}, ("hollow", None, "It says nothing: a reason.")),
    (
        "a hollow part",
        {"stated": Decided(None, parts=(PROVED, HOLLOW, UNDECIDED))},
        ("hollow", None, "It says nothing: a reason."),
    ),
    (
        "a hollow link",
        {"stated": PROVED, "links": (Support(PROVED), Support(HOLLOW))},
        ("hollow", None, "Link 2 of the reasoning says nothing: a reason."),
    ),
    (
        "a hollow correction",
        {"stated": REFUTED, "expected": "refuted", "corrected": HOLLOW},
        ("hollow", None, "False as stated, and saying nothing as corrected: a reason."),
    ),
    (
        "open",
        {"stated": UNDECIDED, "expected": "open"},
        ("open", None, "Open, as expected. No decider settles it: decider-0: a reason."),
    ),
    (
        "open, for a reason",
        {"stated": UNDECIDED, "expected": "open", "why_open": "a reason of the author's."},
        ("open", None, "Open, as expected: a reason of the author's."),
    ),
    (
        "undecided, of whose reasons two are",
        {"stated": UNDECIDED, "links": tuple(map(Support, (UNDECIDED, PROVED, SAMPLED)))},
        (
            "undecided",
            None,
            "No decider settles it: decider-0: a reason. Of its reasons, link 1 of 3 is not decided true; link 3 of 3 is not decided true.",
        ),
    ),
    (
        "open, for a reason, and sampled",
        {"stated": SAMPLED, "expected": "open", "why_open": "a reason"},
        ("open", None, "Open, as expected: a reason. Only sampled, where enclosed is needed."),
    ),
    (
        "open, and sampled",
        {"stated": SAMPLED, "expected": "open"},
        ("open", None, "Open, as expected. Only sampled, where enclosed is needed."),
    ),
    (
        "open no longer",
        {"stated": PROVED, "expected": "open"},
        ("holds", "proved", "True as stated, although something else was expected."),
    ),
    ("open, and false", {"stated": REFUTED, "expected": "open"}, ("refuted", "proved", "False as stated, and no correction is given.")),
    (
        "without a value",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "conditioned": ENCLOSED},
        ("undefined", "enclosed", "It has no value where it is said to have none, and is true elsewhere."),
    ),
    (
        "without a value, elsewhere sampled",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "conditioned": SAMPLED, "floor": Strength.SAMPLED},
        ("undefined", "sampled", "It has no value where it is said to have none, with nothing found against it elsewhere."),
    ),
    (
        "without a value in a special case",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "scope": True},
        ("undecided", None, f"{GENERAL}, and no reduction to it, where enclosed is needed."),
    ),
    (
        "without a value in a special case, elsewhere true",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "conditioned": PROVED, "scope": True},
        ("undecided", None, f"{GENERAL}, and no reduction to it, where enclosed is needed."),
    ),
    (
        "without a value in a special case to which the general statement is reduced",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "scope": True, "reduction": Support(PROVED, TURNED)},
        ("undefined", "proved", "It has no value anywhere."),
    ),
    (
        "without a value in a special case, where that is enough",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "scope": True, "floor": Strength.SAMPLED},
        ("undefined", "sampled", "It has no value anywhere."),
    ),
    (
        "without a value, perhaps",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": UNDECIDED, "conditioned": PROVED},
        ("undecided", None, "Not shown to have no value where that is said: decider-0: a reason."),
    ),
    (
        "without a value, elsewhere undecided",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "conditioned": UNDECIDED},
        ("undecided", None, "Without a value where that is said, elsewhere not decided: decider-0: a reason."),
    ),
    (
        "without a value, and a control that survived",
        {"stated": UNDEFINED, "expected": "undefined", "nowhere": PROVED, "conditioned": PROVED, "controls": (SURVIVED,)},
        ("survived", None, "A control did not turn: a survivor."),
    ),
    (
        "without a value, and a condition that is not shown to be needed",
        {"stated": UNDEFINED, "expected": "conditional", "conditioned": PROVED, "nowhere": PROVED},
        ("undecided", None, f"The weaker condition was not refuted, {UNNEEDED}"),
    ),
    ("conflict", {"stated": CONFLICT}, ("conflict", None, "Two deciders disagree: a fault of the engine, not of the text.")),
    ("survived", {"stated": PROVED, "controls": (TURNED, SURVIVED)}, ("survived", None, "A control did not turn: a survivor.")),
    (
        "an undecided control",
        {"stated": PROVED, "controls": (OPEN,)},
        ("undecided", None, "A control was not decided: an open one (undecided)."),
    ),
    (
        "a control that is sampled",
        {"stated": PROVED, "controls": (SAMPLE,)},
        ("undecided", None, "A control was not decided: a sample (sampled only)."),
    ),
    (
        "a sampled control survives where samples count",
        {"stated": SAMPLED, "floor": Strength.SAMPLED, "controls": (SAMPLE,)},
        ("survived", None, "A control did not turn: a sample."),
    ),
    (
        "a survivor is named before an undecided control",
        {"stated": PROVED, "controls": (OPEN, SURVIVED)},
        ("survived", None, "A control did not turn: a survivor."),
    ),
    (
        "a control in conflict",
        {"stated": PROVED, "controls": (Trial("torn", Truth.CONFLICT),)},
        ("conflict", None, "Two deciders disagree: a fault of the engine, not of the text."),
    ),
    (
        "the control of a reduction in conflict",
        {"stated": PROVED, "reduction": Support(PROVED, Trial("torn", Truth.CONFLICT))},
        ("conflict", None, "Two deciders disagree: a fault of the engine, not of the text."),
    ),
    ("refuted, nothing expected", {"stated": REFUTED}, ("refuted", "proved", "False as stated, and no correction is given.")),
    (
        "refuted",
        {"stated": REFUTED, "expected": "refuted", "corrected": ENCLOSED},
        ("refuted", "enclosed", "False as stated; the corrected statement is true."),
    ),
    (
        "no correction",
        {"stated": REFUTED, "expected": "refuted"},
        ("undecided", None, "False as stated, and nothing is decided as corrected."),
    ),
    (
        "correction false",
        {"stated": REFUTED, "expected": "refuted", "corrected": REFUTED},
        ("undecided", None, "False as stated, and false as corrected too."),
    ),
    (
        "correction undecided",
        {"stated": REFUTED, "expected": "refuted", "corrected": UNDECIDED},
        ("undecided", None, "False as stated, and not decided as corrected: decider-0: a reason."),
    ),
    (
        "correction sampled",
        {"stated": REFUTED, "expected": "refuted", "corrected": SAMPLED},
        ("undecided", None, "False as stated, and not decided as corrected. Only sampled, where enclosed is needed."),
    ),
    (
        "correction vacuous",
        {"stated": REFUTED, "expected": "refuted", "corrected": VACUOUS},
        ("vacuous", None, "False as stated, and nothing is left as corrected."),
    ),
    (
        "correction survived",
        {"stated": REFUTED, "expected": "refuted", "corrected": PROVED, "controls": (SURVIVED,)},
        ("survived", None, "A control did not turn: a survivor."),
    ),
    (
        "sharp",
        {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED, "outside": ENCLOSED},
        ("conditional", "enclosed", "False as stated, true under the condition, and false whenever the condition fails."),
    ),
    (
        "not sharp",
        {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED, "outside": EXAMPLE},
        ("survived", None, "Not sharp: at x = 3, y = 5 the condition fails and the statement holds."),
    ),
    (
        "not sharp, without a point",
        {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED, "outside": REFUTED},
        ("survived", None, "Not sharp: the condition fails and the statement holds."),
    ),
    (
        "sharpness vacuous",
        {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED, "outside": VACUOUS},
        ("undecided", None, "Not shown to be false for every case outside of the condition: decider-0: a reason."),
    ),
    (
        "sharpness sampled",
        {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED, "outside": SAMPLED},
        ("undecided", None, "Not shown to be false for every case outside of the condition: decider-0: a reason."),
    ),
    (
        "weaker",
        WEAKER | {"weaker": REFUTED, "weaker_follows": ENCLOSED},
        ("conditional", "proved", "False as stated, true under the condition, and refuted under the weaker condition."),
    ),
    (
        "weaker suffices",
        WEAKER | {"weaker": PROVED, "weaker_follows": PROVED},
        ("survived", None, "Not needed: the statement holds under the weaker condition, too."),
    ),
    (
        "weaker supported",
        WEAKER | {"weaker": SAMPLED, "weaker_follows": PROVED},
        ("undecided", None, "The weaker condition was not refuted, so the condition is not shown to be needed."),
    ),
    (
        "neither weaker nor outside",
        WEAKER,
        ("undecided", None, "The weaker condition was not refuted, so the condition is not shown to be needed."),
    ),
    (
        "not weaker",
        WEAKER | {"weaker": REFUTED, "weaker_follows": EXAMPLE},
        (
            "undecided",
            None,
            f"Not weaker: at x = 3, y = 5 the condition holds and the one named as weaker fails, {UNNEEDED}",
        ),
    ),
    (
        "weaker only by samples",
        WEAKER | {"weaker": REFUTED, "weaker_follows": SAMPLED},
        ("undecided", None, "Not weaker: the condition is not shown to imply it, so the condition is not shown to be needed."),
    ),
    (
        "weaker, and perhaps of everything",
        WEAKER | {"weaker": REFUTED, "weaker_follows": PROVED, "weaker_leaves_out": False},
        ("undecided", None, f"The weaker condition is not shown to leave something out, {UNNEEDED}"),
    ),
    (
        "nobody asked whether it is weaker",
        WEAKER | {"weaker": REFUTED},
        ("undecided", None, "Not weaker: the condition is not shown to imply it, so the condition is not shown to be needed."),
    ),
    (
        "condition sampled where that counts",
        WEAKER | {"conditioned": SAMPLED, "floor": Strength.SAMPLED, "outside": PROVED},
        (
            "conditional",
            "sampled",
            "False as stated, with nothing found against it under the condition, and false whenever the condition fails.",
        ),
    ),
    (
        "correction sampled where that counts",
        {"stated": REFUTED, "expected": "refuted", "corrected": found(Outcome.SUPPORTED, tried=10, admitted=7), "floor": Strength.SAMPLED},
        ("refuted", "sampled", "False as stated; nothing was found against the corrected statement: supported by 7 admitted of 10 cases."),
    ),
    (
        "condition false",
        {"stated": REFUTED, "expected": "conditional", "conditioned": REFUTED, "outside": PROVED},
        ("undecided", None, "False as stated, and false under the condition too."),
    ),
    (
        "condition never met",
        {"stated": REFUTED, "expected": "conditional", "conditioned": VACUOUS, "outside": PROVED},
        ("vacuous", None, "False as stated, and nothing is left under the condition."),
    ),
    (
        "condition undecided",
        {"stated": REFUTED, "expected": "conditional", "conditioned": UNDECIDED, "outside": PROVED},
        ("undecided", None, "False as stated, and not decided under the condition: decider-0: a reason."),
    ),
    (
        "condition survived",
        {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED, "outside": PROVED, "controls": (SURVIVED,)},
        ("survived", None, "A control did not turn: a survivor."),
    ),
    (
        "conflict anywhere",
        {"stated": REFUTED, "expected": "conditional", "conditioned": PROVED, "outside": CONFLICT},
        ("conflict", None, "Two deciders disagree: a fault of the engine, not of the text."),
    ),
    (
        "harmless turned",
        {"stated": PROVED, "still_true": (Trial("harmless", Truth.FALSE),)},
        ("undecided", None, "Listed as still true, but not decided true: harmless."),
    ),
    (
        "harmless",
        {"stated": PROVED, "still_true": (Trial("harmless", Truth.TRUE, Strength.PROVED),)},
        ("holds", "proved", "True as stated: proved by decider-0."),
    ),
    (
        "reasons",
        {"stated": PROVED, "links": (Support(PROVED, TURNED), Support(ENCLOSED))},
        ("holds", "proved", "True as stated: proved by decider-0."),
    ),
    (
        "a reason breaks",
        {"stated": PROVED, "links": (Support(PROVED), Support(UNDECIDED))},
        ("undecided", None, "The reasoning breaks: link 2 of 2 is not decided true."),
    ),
    (
        "a reason is sampled",
        {"stated": PROVED, "links": (Support(SAMPLED), Support(PROVED))},
        ("undecided", None, "The reasoning breaks: link 1 of 2 is not decided true."),
    ),
    (
        "a special case",
        {"stated": PROVED, "scope": True},
        (
            "undecided",
            None,
            f"{GENERAL}, and no reduction to it, where enclosed is needed.",
        ),
    ),
    ("a special case of samples", {"stated": SAMPLED, "scope": True}, ("undecided", None, "Only sampled, where enclosed is needed.")),
    (
        "a special case, corrected",
        {"stated": REFUTED, "expected": "refuted", "corrected": PROVED, "scope": True},
        (
            "undecided",
            None,
            f"False as stated, and not decided as corrected. {GENERAL}, and no reduction to it, where enclosed is needed.",
        ),
    ),
    (
        "a special case, the control of its reduction open",
        {"stated": PROVED, "scope": True, "reduction": Support(PROVED, OPEN)},
        (
            "undecided",
            None,
            f"{GENERAL}, where enclosed is needed: the control of its reduction did not turn.",
        ),
    ),
    (
        "a link whose control is open",
        {"stated": PROVED, "links": (Support(PROVED, OPEN),)},
        ("undecided", None, "The reasoning breaks: the control of link 1 of 1 did not turn."),
    ),
    (
        "a special case, and its reduction",
        {"stated": PROVED, "scope": True, "reduction": Support(ENCLOSED, TURNED)},
        ("holds", "enclosed", "True as stated: proved by decider-0."),
    ),
    (
        "a special case, reduction undecided",
        {"stated": PROVED, "scope": True, "reduction": Support(UNDECIDED)},
        (
            "undecided",
            None,
            f"{GENERAL}, where enclosed is needed: its reduction is not decided true.",
        ),
    ),
    (
        "a special case, sampled suffices",
        {"stated": PROVED, "scope": True, "floor": Strength.SAMPLED},
        ("holds", "sampled", "True in the special case: proved by decider-0."),
    ),
]


@pytest.mark.parametrize(("evidence", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_verdict(evidence: dict[str, Any], wanted: tuple[str, str | None, str]) -> None:
    assert judged(**evidence) == wanted


def test_every_verdict_but_error_and_suspect_is_judged() -> None:
    """An error is an exception, which the finding catches; suspect is about the text, and not about the claim."""
    words = {case[2][0] for case in CASES}
    assert words == {*Verdict} - {Verdict.ERROR, Verdict.SUSPECT}


@pytest.mark.parametrize("case", [case for case in CASES if not Verdict(case[2][0]).is_green], ids=lambda case: str(case[0]))
def test_what_is_not_decided_has_no_strength(case: Any) -> None:
    assert judged(**case[1])[1] is None


def test_harmless_must_be_decided_and_not_only_sampled() -> None:
    sampled = Trial("harmless", Truth.TRUE, Strength.SAMPLED)
    assert judged(PROVED, still_true=(sampled,))[::2] == ("undecided", "Listed as still true, but not decided true: harmless.")


def test_only_a_decided_opposite_turns() -> None:
    assert [Trial("a", truth).turned for truth in Truth] == [truth is Truth.FALSE for truth in Truth]


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"outside": PROVED}, "sharp"),
        ({"outside": UNDECIDED}, None),
        ({"outside": SAMPLED}, None),
        ({"outside": REFUTED}, None),
        ({"weaker": REFUTED, "weaker_follows": PROVED}, "needed"),
        ({"weaker": REFUTED, "weaker_follows": UNDECIDED}, None),
        ({"weaker": PROVED, "weaker_follows": PROVED}, None),
        ({}, None),
    ],
)
def test_what_is_shown_of_a_condition(more: dict[str, Any], wanted: str | None) -> None:
    assert necessity(evidence("conditional", Strength.ENCLOSED, REFUTED, conditioned=PROVED, **more)) == wanted
