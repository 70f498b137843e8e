"""Tests of the evidence: it cannot be changed, and says which version is which."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from probatum.decision import Decided, Decision, Outcome, Strength, Truth
from probatum.judge.evidence import DecidedLink, Evidence, Harmless, Support, Trial, Tried, Version
from probatum.vocabulary import Role
from tests.judge.judged import evidence

PROVED = Decided(None, (Decision("smt", Outcome.PROVED, "a reason"),))
REFUTED = Decided(None, (Decision("smt", Outcome.REFUTED, "a reason"),))
OPEN = Decided(None, (Decision("smt", Outcome.UNDECIDED, "a reason"),))
TURNED, OTHER, HARMLESS = Trial("one", Truth.FALSE), Trial("another", Truth.FALSE), Harmless("half", Truth.TRUE, reason="It stays.")
BY_NAME = {Tried, Harmless, Version, DecidedLink}  # too many fields to be told by their place


def made(stated: Decided = REFUTED, **more: Any) -> Evidence:
    return evidence("refuted", Strength.ENCLOSED, stated, **more)


@pytest.mark.parametrize("of", [Trial, Tried, Harmless, Support, Version, DecidedLink, Evidence])
def test_it_is_frozen_has_no_other_fields_and_those_of_its_own_are_named(of: type) -> None:
    assert vars(of)["__dataclass_params__"].frozen
    assert "__slots__" in vars(of)
    own = [field for field in fields(of) if field.name in vars(of)["__annotations__"]]
    assert own
    assert [field.name for field in own if field.kw_only] == ([field.name for field in own] if of in BY_NAME else [])


def test_nothing_is_composed_or_special_unless_that_is_said() -> None:
    bare = Evidence("holds")
    assert (bare.floor, bare.scope, bare.composed, bare.figure, bare.weaker_follows) == (Strength.ENCLOSED, False, False, None, None)
    assert (bare.versions, bare.links, bare.controls, bare.still_true, bare.kind) == ((), (), (), (), "")
    assert Support(PROVED).bears
    assert Version(PROVED, role=Role.STATED).idle == ()


def test_a_version_is_found_by_its_role() -> None:
    both = made(corrected=PROVED, outside=OPEN)
    assert both.stated is REFUTED
    assert (both.decided(Role.CORRECTED), both.decided(Role.OUTSIDE), both.decided(Role.WEAKER)) == (PROVED, OPEN, None)
    assert both.version(Role.WEAKER) is None
    assert made(reduction=Support(PROVED, TURNED)).reduction == Version(PROVED, TURNED, role=Role.REDUCTION)


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ({}, Role.STATED),
        ({"conditioned": PROVED, "outside": PROVED}, Role.CONDITIONED),
        ({"corrected": PROVED}, Role.CORRECTED),
        ({"corrected": PROVED, "conditioned": PROVED}, Role.CORRECTED),
        ({"weaker": PROVED}, Role.STATED),
    ],
)
def test_the_last_version_is_the_one_that_should_be_true(more: dict[str, Any], last: Role) -> None:
    assert made(**more).last is last


def test_more_that_is_known_of_a_version_takes_its_place_and_no_others() -> None:
    before = made(conditioned=OPEN, outside=OPEN)
    after = before.with_version(Version(PROVED, TURNED, role=Role.CONDITIONED))
    assert [(version.role, version.decided) for version in after.versions] == [
        (Role.STATED, REFUTED),
        (Role.CONDITIONED, PROVED),
        (Role.OUTSIDE, OPEN),
    ]
    assert before.decided(Role.CONDITIONED) is OPEN


@pytest.mark.parametrize(
    ("more", "nowhere"),
    [({}, False), ({"nowhere": PROVED}, True), ({"nowhere": PROVED, "conditioned": PROVED}, False), ({"conditioned": PROVED}, False)],
)
def test_nothing_is_left_to_be_true_where_there_is_no_value_anywhere(more: dict[str, Any], nowhere: bool) -> None:
    assert made(**more).is_without_value is nowhere


def test_all_that_was_decided_and_tried_is_told_in_order() -> None:
    link = DecidedLink(OPEN, OTHER, link=None)  # type: ignore[arg-type]  # of which nothing is asked
    whole = made(corrected=Support(PROVED, TURNED), links=(link,), weaker_follows=REFUTED, controls=(TURNED,), still_true=(HARMLESS,))
    assert whole.all_decided == (REFUTED, PROVED, OPEN, REFUTED)
    assert whole.all_trials == (TURNED, HARMLESS, TURNED, OTHER)
    assert made().all_decided == (REFUTED,)
    assert made().all_trials == ()
