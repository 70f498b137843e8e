"""Tests of what decisions say together: truth, strength, witnesses and the simplest counterexample."""

from __future__ import annotations

import pytest

from probatum.counterexample import Counterexample, complexity
from probatum.decision import Decided, Decision, Outcome, Reason, Strength, Truth

P, E, S, R, U, V = (
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
        ((U,), Truth.UNDECIDED, None, 0),
        ((P, U), Truth.TRUE, Strength.PROVED, 1),
        ((U, P, E), Truth.TRUE, Strength.PROVED, 2),
        ((E, S), Truth.TRUE, Strength.ENCLOSED, 1),
        ((S,), Truth.TRUE, Strength.SAMPLED, 0),
        ((R, U), Truth.FALSE, Strength.PROVED, 1),
        ((R, R), Truth.FALSE, Strength.PROVED, 2),
        ((R, S), Truth.FALSE, Strength.PROVED, 1),
        ((R, P), Truth.CONFLICT, None, 0),
        ((E, U, R), Truth.CONFLICT, None, 0),
        ((V,), Truth.VACUOUS, None, 0),
        ((V, P), Truth.VACUOUS, None, 0),
        ((V, R), Truth.FALSE, Strength.PROVED, 1),
    ],
)
def test_decisions_together(outcomes: tuple[Outcome, ...], truth: Truth, strength: Strength | None, witnesses: int) -> None:
    found = decided(*outcomes)
    assert (found.truth, found.strength, found.witnesses) == (truth, strength, witnesses)


@pytest.mark.parametrize(
    ("parts", "truth", "strength", "witnesses"),
    [
        (((P,), (P, E)), Truth.TRUE, Strength.PROVED, 1),
        (((P,), (E,)), Truth.TRUE, Strength.ENCLOSED, 1),
        (((P,), (S,)), Truth.TRUE, Strength.SAMPLED, 0),
        (((P,), (R, R)), Truth.FALSE, Strength.PROVED, 2),
        (((U,), (R,)), Truth.FALSE, Strength.PROVED, 1),
        (((V,), (R,)), Truth.FALSE, Strength.PROVED, 1),
        (((P,), (U,)), Truth.UNDECIDED, None, 0),
        (((P,), (V,)), Truth.VACUOUS, None, 0),
        (((U,), (V,)), Truth.VACUOUS, None, 0),
        (((R,), (P, R)), Truth.CONFLICT, None, 0),
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
    assert decided(P, S, E, U).agreeing == ("decider-0", "decider-2")
    assert decided(R, U).agreeing == ("decider-0",)
    assert decided(S).agreeing == ()
    assert decided(R, P).agreeing == ()


def test_the_simplest_confirmed_counterexample_is_shown() -> None:
    long, short = Counterexample((("x", "1234567/89"),)), Counterexample((("x", 1),))
    found = Decided(None, (Decision("a", R, "", long), Decision("b", R, "", short), Decision("c", P, "", Counterexample((("x", 0),)))))
    assert found.counterexample is short
    assert decided(R).counterexample is None
    assert complexity(short) < complexity(long)
    parts = Decided(None, parts=(found, Decided(None, (Decision("d", R, "", Counterexample((("y", 7),))),))))
    assert parts.counterexample is short


def test_of_equally_short_counterexamples_the_one_with_fewer_zeros_is_shown() -> None:
    corner, plain = Counterexample((("x", 0), ("y", 0))), Counterexample((("x", 1), ("y", 1)))
    found = Decided(None, (Decision("a", R, "", corner), Decision("b", R, "", plain)))
    assert found.counterexample is plain
    assert complexity(corner) < complexity(Counterexample((("x", 1), ("y", 10))))


def test_strengths_are_ordered_and_named() -> None:
    assert [strength.word for strength in sorted(Strength)] == ["measured", "sampled", "enclosed", "proved"]


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_words_without_a_full_stop(reason: Reason) -> None:
    assert " " in reason
    assert not reason.endswith(".")
