"""Tests of claims as their authors write them: what the decorator keeps, and statements that cannot be checked."""

from __future__ import annotations

import sys
import types
from typing import Any

import pytest

from probatum.authoring.definition import MARK, UNCHECKABLE, claim, not_checkable
from probatum.authoring.expectation import Holds
from probatum.proposition.kinds import Equal
from tests.made import claim_of


@claim("two-is-two", "Two is two.", at="opening.1", assumes="Peano's axioms.", rests_on=["one-is-one"])
def two_is_two(value: Any = 2, *, base: Any = "10") -> Any:
    """A claim."""
    return Equal(2, value)


def test_a_claim_stays_a_plain_function() -> None:
    assert two_is_two().left == 2
    assert two_is_two.__name__ == "two_is_two"


def test_the_decorator_keeps_what_the_author_said() -> None:
    made = getattr(two_is_two, MARK)
    assert (made.id, made.wording, made.at, made.expect, made.defect) == ("two-is-two", "Two is two.", "opening.1", Holds(), None)
    assert (made.assumes, made.rests_on, made.reading) == (("Peano's axioms.",), ("one-is-one",), "natural")
    assert [(fact.name, fact.role) for fact in made.facts] == [("value", "result"), ("base", "setting")]


def test_a_claim_knows_its_code_with_its_decorator() -> None:
    made = getattr(two_is_two, MARK)
    assert made.path == __file__
    assert made.code.startswith('@claim("two-is-two", "Two is two."')
    assert made.code.endswith("return Equal(2, value)\n")
    with open(__file__, encoding="utf-8") as file:
        assert file.read().splitlines()[made.line - 1].startswith('@claim("two-is-two"')


@pytest.mark.parametrize("name", ["", "Two", "two is", "two_", "-two", "two-", "two--three", "zwölf", "two\n", None, 2])
def test_an_id_is_lower_case_words_joined_by_hyphens(name: Any) -> None:
    defect = claim_of(lambda value=2: Equal(2, value), id=name).defect
    assert str(defect) == f"id: got {name!r}, wanted lower-case words joined by hyphens"


def test_a_malformed_claim_has_no_facts_and_its_defect() -> None:
    made = claim_of(lambda value: Equal(2, value))
    assert made.facts == ()
    assert "got the parameter 'value' without a default" in str(made.defect)


def entries(*arguments: Any, **more: Any) -> Any:
    """What a module that calls not_checkable remembers."""
    module = types.ModuleType("claims_of_a_test")
    vars(module).update(not_checkable=not_checkable, arguments=arguments, more=more)
    exec("not_checkable(*arguments, **more)", vars(module))
    return vars(module)[UNCHECKABLE]


def test_what_cannot_be_checked_is_kept_with_its_reason_and_place() -> None:
    (entry,) = entries("taste", "Sums are beautiful.", at="opening.2", reason="No formula says what is beautiful.")
    assert (entry.id, entry.at, entry.defect, entry.line) == ("taste", "opening.2", None, 1)
    assert UNCHECKABLE not in vars(sys.modules[__name__])


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("Taste", "Beautiful.", "opening.2", "Why."), "id: got 'Taste', wanted lower-case words joined by hyphens"),
        (("taste", "", "opening.2", "Why."), "wording: got '', wanted a sentence"),
        (("taste", "Beautiful.", "opening.2", "$"), "reason: got an odd number of $"),
    ],
)
def test_a_malformed_entry_is_kept_with_its_defect(arguments: tuple[str, str, str, str], wanted: str) -> None:
    name, wording, at, reason = arguments
    (entry,) = entries(name, wording, at=at, reason=reason)
    assert entry.defect.startswith(wanted)
