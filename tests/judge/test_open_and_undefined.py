"""Tests of claims that are open, and of formulas that have no value somewhere."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import log, sqrt

from probatum.authoring.expectation import Open, Undefined
from probatum.proposition.kinds import All, Equal, ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import reals
from probatum.vocabulary import Verdict
from tests.each import each
from tests.made import beats, finding_of

x, y, a = reals("x y a")
REASON = "two waves whose crests never meet need an argument about irrational numbers"


def verdict_of(function: Any, expect: Any, **more: Any) -> tuple[str, str]:
    finding = finding_of(function, expect=expect, **more)
    assert finding["as_expected"] is (finding["verdict"] == finding["expected"]["verdict"])
    return finding["verdict"], finding["error"]["message"] if finding["error"] else finding["reason"]


def beat(most: Any = 2) -> Any:
    """True, and nobody here can show it."""
    return ForAll(x, then=Lt(beats(x), most))


# Open


def test_what_nobody_decides_is_open_where_its_author_says_so() -> None:
    found = finding_of(beat, expect=Open(REASON))
    assert (found["verdict"], found["strength"], found["as_expected"], found["decisive"]) == ("open", None, True, None)
    assert found["reason"].startswith(f"Open, as expected: {REASON}. ")
    assert found["controls"] == []  # of what is not known to be true no change need be false
    assert not Verdict.OPEN.is_green


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (lambda relation=Ge: ForAll(x, then=relation(x**2, 0)), "holds"),
        (lambda relation=Gt: ForAll(x, then=relation(x**2, 0)), "refuted"),
        (lambda relation=Gt: ForAll(x, given=sympy.And(Gt(x, 1), Lt(x, 0)), then=relation(x, 3)), "vacuous"),
        (lambda relation=Gt: ForAll(x, then=relation(1 / x, 0)), "error"),
    ],
    ids=["true", "false", "about nothing", "undefined"],
)
def test_what_becomes_decided_is_open_no_longer(statement: Any, verdict: str) -> None:
    found = finding_of(statement, expect=Open(REASON))
    assert (found["verdict"], found["as_expected"]) == (verdict, False)


def test_what_is_open_has_a_reason() -> None:
    assert "undecided_so_far: the reason: got ''" in verdict_of(beat, Open(""))[1]
    assert "@undecided_so_far: got 3, wanted a str" in verdict_of(beat, Open(3))[1]  # type: ignore[arg-type]


# Without a value


def inverse(relation: Any = Gt) -> Any:
    """1/(x - 1)^2 > 0 but at 1."""
    return ForAll(x, then=relation(1 / (x - 1) ** 2, 0))


UNDEFINED: dict[str, tuple[Any, Any]] = {
    "a square in a denominator": (inverse, Eq(x, 1)),
    "in other words": (inverse, sympy.And(Ge(x, 1), Le(x, 1))),
    "a logarithm": (lambda most=Le: ForAll(x, given=Ge(x, 0), then=most(log(x), x - 1)), Le(x, 0)),
    "a root": (lambda least=Ge: ForAll(x, then=least(sqrt(x - 2), 0)), Lt(x, 2)),
    "two variables": (lambda relation=Ge: ForAll((x, a), given=sympy.And(Ge(x, 0), Ge(a, 0)), then=relation(a / (x + a), 0)), Eq(x + a, 0)),
    "an equality": (lambda power=2: ForAll(x, then=Equal((x**3 + x**power) / x**2, x + 1)), Eq(x, 0)),
    "a rate": (lambda most=1: ForAll(a, given=sympy.And(Ge(a, 0), Le(a, 2)), then=Le(1 / (1 + (a / (2 - a)) ** 2), most)), Eq(a, 2)),
}
OTHERWISE: dict[str, tuple[Any, Any, str, str]] = {
    "a value there": (inverse, Eq(x, 1) | Eq(x, 2), "survived", "It has a value after all: at x = 2"),
    "none elsewhere": (
        lambda relation=Gt: ForAll(x, then=relation(1 / ((x - 1) * x) ** 2, 0)),
        Eq(x, 1),
        "error",
        "has_no_value: also outside of Eq(x, 1): the hypotheses admit a point at which the proposition is undefined: x = 0",
    ),
    "false elsewhere": (lambda relation=Lt: ForAll(x, then=relation(1 / (x - 1) ** 2, 0)), Eq(x, 1), "undecided", "elsewhere false"),
    "nothing there": (
        lambda relation=Gt: ForAll(x, given=Ge(x, 1), then=relation(1 / (x - 1) ** 2, 0)),
        Lt(x, 0),
        "vacuous",
        "Nothing satisfies the condition",
    ),
    "a value everywhere": (lambda relation=Ge: ForAll(x, then=relation(x**2, 0)), Eq(x, 1), "holds", "something else was expected"),
    "false": (lambda relation=Gt: ForAll(x, then=relation(x**2, 0)), Eq(x, 1), "refuted", "no correction is given"),
    "another variable": (inverse, Eq(y, 1), "error", "got the variable y, wanted parameters only: x"),
    "no condition": (inverse, 3, "error", "has_no_value: got 3, wanted a relation between the parameters"),
    "everywhere, it is said": (inverse, None, "survived", "It has a value after all"),
    "of no kind": (
        lambda relation=Gt: ForAll(a, then=All(relation(1 / a**2, 0), ForAll(x, then=Ge(x**2, 0)))),
        Eq(a, 0),
        "error",
        "has_no_value: got All as what is stated, wanted a relation",
    ),
}


@pytest.mark.parametrize(("statement", "where"), UNDEFINED.values(), ids=UNDEFINED)
def test_where_it_has_no_value_is_decided_and_shown(statement: Any, where: Any) -> None:
    found = finding_of(statement, expect=Undefined(where))
    assert (found["verdict"], found["strength"], found["as_expected"], found["decisive"]) == ("undefined", "proved", True, "undefined")
    roles = {version["role"]: version for version in found["versions"]}
    assert [roles[role]["truth"] for role in ("stated", "undefined", "conditioned")] == ["undefined", "true", "true"]
    assert roles["stated"]["shown"] == 0  # the point at which there is no value
    assert roles["stated"]["decisions"][0]["counterexample"]["values"]
    assert all(control["turned"] for control in each(found["controls"]))


@pytest.mark.parametrize(("statement", "where", "verdict", "reason"), OTHERWISE.values(), ids=OTHERWISE)
def test_what_is_said_of_it_must_be_so(statement: Any, where: Any, verdict: str, reason: str) -> None:
    found, why = verdict_of(statement, Undefined(where))
    assert (found, reason in why) == (verdict, True), why


def test_a_statement_without_any_value() -> None:
    found = finding_of(lambda value=3: ForAll(x, given=Lt(x, 0), then=Lt(log(x), value)), expect=Undefined())
    assert (found["verdict"], found["reason"]) == ("undefined", "It has no value anywhere.")
    assert [version["role"] for version in found["versions"]] == ["stated", "undefined"]


def test_a_statement_without_a_value_is_still_an_error_where_its_author_does_not_say_so() -> None:
    assert finding_of(inverse)["verdict"] == "error"
    assert finding_of(inverse, expect=Open(REASON))["verdict"] == "error"
