"""Tests of what a decision shows, from a claim to its card: its kind is told by the ledger, whatever its author calls the variables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy

from probatum.counterexample import Counterexample, Missed, Run, Sides
from probatum.judge.telling import showing
from probatum.proposition.kinds import Equal, ForAll, Orbit, Rounded
from probatum.proposition.relation import Gt, Le, Lt
from probatum.proposition.subjects.coercion import integers, reals
from probatum_reports.content.counterexamples import counterexample
from probatum_reports.content.decisions import version
from tests.each import each
from tests.made import finding_of

value, printed, step, x = reals("value printed step x")
left, right, k = integers("left right k")


def stated(function: Callable[..., Any]) -> Any:
    """The version of a claim as stated, as a card shows it."""
    found = finding_of(function)
    assert found["error"] is None, found["error"]
    return version(found["versions"][0])


def at_most_printed(order: Any = Lt) -> Any:
    """False: both may be the same."""
    return ForAll((value, printed), then=order(value, printed))


def of_one_value(bound: Any = 2) -> Any:
    """False beyond the bound."""
    return ForAll(value, given=Gt(value, 0), then=Lt(value, bound))


def of_a_step(bound: Any = 2) -> Any:
    """False of the third of these steps."""
    return ForAll(step, given=Gt(step, 0), then=Lt(step, bound))


def of_two_sides(bound: Any = 5) -> Any:
    """False of large numbers."""
    return ForAll((left, right), given=sympy.And(left > 0, right > 0), then=Lt(left + right, bound))


@pytest.mark.parametrize("function", [at_most_printed, of_one_value, of_a_step, of_two_sides])
def test_no_name_of_a_variable_makes_a_point_anything_else(function: Callable[..., Any]) -> None:
    card = stated(function)
    assert card.counterexample is not None
    assert (card.counterexample.title, card.counterexample.when) == ("Counterexample", "")
    assert each([entry.name for entry in card.counterexample.values])


def test_a_run_says_its_step_beside_a_variable_of_that_name() -> None:
    def halved(bound: Any = "0.1") -> Any:
        return Orbit(step, 1, step / 2, then=Gt(step, bound))

    card = stated(halved)
    assert card.counterexample is not None
    assert (card.counterexample.title, card.counterexample.when) == ("Counterexample", "at step 4")
    assert card.counterexample.brief == "step = 1/16 = 0.0625, at step 4"
    assert card.counterexample.shows == "At step 4: step = 0.0625 against 1/10, so step > 1/10 fails there."


def test_the_sides_of_a_closed_statement_are_told_as_such() -> None:
    closed = {
        "an equality": lambda fact=5: Equal(2 + 2, fact),
        "a rounding": lambda fact="3.15": Rounded(sympy.pi, fact),
        "an inequality": lambda fact=3: ForAll(x, given=Gt(x, x - 1), then=Le(sympy.exp(sympy.Integer(2)), fact)),
    }
    titles = {name: stated(function).counterexample.title for name, function in closed.items()}
    assert titles == {
        "an equality": "What the two sides come to",
        "a rounding": "What the two sides come to",
        "an inequality": "Counterexample",
    }


@pytest.mark.parametrize(
    ("shown", "kind", "told"),
    [
        (Counterexample((("value", sympy.Rational(1, 3)), ("printed", sympy.Integer(2)))), "point", "value = 1/3 ≈ 0.333, printed = 2"),
        (Counterexample((("step", sympy.Integer(3)),)), "point", "step = 3"),
        (Sides.of(sympy.Integer(2), sympy.Rational(1, 4)), "sides", "left side = 2, right side = 1/4 = 0.25"),
        (Run((("x", sympy.Integer(2)),), step=3), "run", "x = 2, at step 3"),
        (Run((), step=0), "run", "at step 0"),
        (Counterexample(()), "point", ""),
        (Missed((("wine", "0.4 to 0.6"),), "1 of 2 cases."), "cases", "wine: 0.4 to 0.6"),
        (Counterexample((("x", sympy.sqrt(2)),)), "point", "x = sqrt(2) ≈ 1.41"),
        (Counterexample((("x", sympy.Rational(1, 3 * 2**40)),)), "point", "x ≈ 3.03 · 10⁻¹³"),
    ],
)
def test_each_kind_is_told_in_the_ledger_and_on_the_card(shown: Counterexample, kind: str, told: str) -> None:
    entry = showing.counterexample(shown, Equal(1, 2))
    assert entry is not None
    assert entry["kind"] == kind
    card = counterexample(entry)
    assert card is not None
    assert card.brief == told


@pytest.mark.parametrize(
    ("number", "digits", "is_exact"),
    [
        (sympy.Rational(1, 4), "0.25", True),
        (sympy.Rational(1, 3), "0.333333333333", False),
        (sympy.Rational(-7, 8), "-0.875", True),
        (sympy.Rational(10**13 + 1, 10**13), "1", False),
        (sympy.sqrt(2), "1.41421356237", False),
        (sympy.pi, "3.14159265359", False),
    ],
)
def test_a_decimal_says_whether_it_is_all_of_the_value(number: Any, digits: str, is_exact: bool) -> None:
    entry = showing.counterexample(Counterexample((("x", number),)), Equal(1, 2))
    assert entry is not None
    decimal = entry["values"][0]["decimal"]
    assert decimal is not None
    assert decimal["is_exact"] is is_exact
    assert decimal["digits"].startswith(digits)


@pytest.mark.parametrize("value", [sympy.Integer(3), sympy.Symbol("a"), sympy.oo - sympy.oo, "text", sympy.Matrix([1])], ids=str)
def test_what_needs_no_decimal_has_none(value: Any) -> None:
    entry = showing.counterexample(Counterexample((("x", value),)), Equal(1, 2))
    assert entry is not None
    assert entry["values"][0]["decimal"] is None
