"""Tests of what decisions say together: truth, strength, witnesses and the simplest counterexample."""

from __future__ import annotations

import pytest

from probatum.counterexample import Counterexample, complexity
from probatum.decision import Decided, Decision, Outcome, Reason, Strength, Truth

PROVED, ENCLOSED, SUPPORTED, REFUTED, UNDECIDED, VACUOUS = (
    Outcome.PROVED,
    Outcome.ENCLOSED,
    Outcome.SUPPORTED,
    Outcome.REFUTED,
    Outcome.UNDECIDED,
    Outcome.VACUOUS,
)


def decided(*outcomes: Outcome) -> Decided:
    """A proposition on which one decider after the other found these."""
    return Decided(None, tuple(Decision(f"decider-{number}", outcome, "a reason") for number, outcome in enumerate(outcomes)))


@pytest.mark.parametrize(
    ("outcomes", "truth", "strength", "witnesses"),
    [
        ((), Truth.UNDECIDED, None, 0),
        ((UNDECIDED,), Truth.UNDECIDED, None, 0),
        ((PROVED, UNDECIDED), Truth.TRUE, Strength.PROVED, 1),
        ((UNDECIDED, PROVED, ENCLOSED), Truth.TRUE, Strength.PROVED, 2),
        ((ENCLOSED, SUPPORTED), Truth.TRUE, Strength.ENCLOSED, 1),
        ((SUPPORTED,), Truth.TRUE, Strength.SAMPLED, 0),
        ((REFUTED, UNDECIDED), Truth.FALSE, Strength.PROVED, 1),
        ((REFUTED, REFUTED), Truth.FALSE, Strength.PROVED, 2),
        ((REFUTED, SUPPORTED), Truth.FALSE, Strength.PROVED, 1),
        ((REFUTED, PROVED), Truth.CONFLICT, None, 0),
        ((ENCLOSED, UNDECIDED, REFUTED), Truth.CONFLICT, None, 0),
        ((VACUOUS,), Truth.VACUOUS, None, 0),
        ((VACUOUS, PROVED), Truth.VACUOUS, None, 0),
        ((VACUOUS, REFUTED), Truth.FALSE, Strength.PROVED, 1),
    ],
)
def test_decisions_together(outcomes: tuple[Outcome, ...], truth: Truth, strength: Strength | None, witnesses: int) -> None:
    found = decided(*outcomes)
    assert (found.truth, found.strength, found.witnesses) == (truth, strength, witnesses)


@pytest.mark.parametrize(
    ("parts", "truth", "strength", "witnesses"),
    [
        (((PROVED,), (PROVED, ENCLOSED)), Truth.TRUE, Strength.PROVED, 1),
        (((PROVED,), (ENCLOSED,)), Truth.TRUE, Strength.ENCLOSED, 1),
        (((PROVED,), (SUPPORTED,)), Truth.TRUE, Strength.SAMPLED, 0),
        (((PROVED,), (REFUTED, REFUTED)), Truth.FALSE, Strength.PROVED, 2),
        (((UNDECIDED,), (REFUTED,)), Truth.FALSE, Strength.PROVED, 1),
        (((VACUOUS,), (REFUTED,)), Truth.FALSE, Strength.PROVED, 1),
        (((PROVED,), (UNDECIDED,)), Truth.UNDECIDED, None, 0),
        (((PROVED,), (VACUOUS,)), Truth.VACUOUS, None, 0),
        (((UNDECIDED,), (VACUOUS,)), Truth.VACUOUS, None, 0),
        (((REFUTED,), (PROVED, REFUTED)), Truth.CONFLICT, None, 0),
    ],
)
def test_a_conjunction_is_as_good_as_its_weakest_part(
    parts: tuple[tuple[Outcome, ...], ...], truth: Truth, strength: Strength | None, witnesses: int
) -> None:
    found = Decided(None, parts=tuple(decided(*outcomes) for outcomes in parts))
    assert (found.truth, found.strength) == (truth, strength)
    if truth in (Truth.TRUE, Truth.FALSE):
        assert found.witnesses == witnesses
    assert len(found.all_decisions) == sum(map(len, parts))


def test_only_those_that_found_the_truth_agree() -> None:
    assert decided(PROVED, SUPPORTED, ENCLOSED, UNDECIDED).agreeing == ("decider-0", "decider-2")
    assert decided(REFUTED, UNDECIDED).agreeing == ("decider-0",)
    assert decided(SUPPORTED).agreeing == ()
    assert decided(REFUTED, PROVED).agreeing == ()


def test_the_simplest_confirmed_counterexample_is_shown() -> None:
    long, short = Counterexample((("x", "1234567/89"),)), Counterexample((("x", 1),))
    found = Decided(
        None, (Decision("a", REFUTED, "", long), Decision("b", REFUTED, "", short), Decision("c", PROVED, "", Counterexample((("x", 0),))))
    )
    assert found.counterexample is short
    assert decided(REFUTED).counterexample is None
    assert complexity(short) < complexity(long)
    parts = Decided(None, parts=(found, Decided(None, (Decision("d", REFUTED, "", Counterexample((("y", 7),))),))))
    assert parts.counterexample is short


def test_of_equally_short_counterexamples_the_one_with_fewer_zeros_is_shown() -> None:
    corner, plain = Counterexample((("x", 0), ("y", 0))), Counterexample((("x", 1), ("y", 1)))
    found = Decided(None, (Decision("a", REFUTED, "", corner), Decision("b", REFUTED, "", plain)))
    assert found.counterexample is plain
    assert complexity(corner) < complexity(Counterexample((("x", 1), ("y", 10))))


def test_strengths_are_ordered_and_named() -> None:
    assert [strength.word for strength in sorted(Strength)] == ["measured", "sampled", "enclosed", "proved"]


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_words_without_a_full_stop(reason: Reason) -> None:
    assert " " in reason
    assert not reason.endswith(".")
