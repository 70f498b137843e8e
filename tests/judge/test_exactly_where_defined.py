"""Tests of what is true exactly under a condition, and elsewhere false or without a value."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, And, Integral, Limit, Rational, Sum, exp, log, oo

from probatum.authoring.expectation import Conditional
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.relation import Eq, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from tests.made import finding_of

a, x = reals("a x")
k, n = integers("k n")


def series(power: Any = 1) -> Any:
    """A geometric series."""
    return ForAll(a, then=Eq(Sum(a**k, (k, 0, oo)), 1 / (1 - a) ** power))


def falling(rate: Any = 1) -> Any:
    """A limit that there is for some rates only."""
    return ForAll(a, then=Eq(Limit((1 - rate * a) ** n, n, oo), 0))


def above(least: Any = Gt) -> Any:
    """A quotient that is negative, without a value, or positive."""
    return ForAll(a, then=least(1 / a, 0))


SHARP: dict[str, tuple[Any, Any]] = {
    "a series": (series, Abs(a) < 1),
    "a series of some ratios": (lambda power=1: ForAll(a, given=a >= 0, then=Eq(Sum(a**k, (k, 0, oo)), 1 / (1 - a) ** power)), Lt(a, 1)),
    "a series from one on": (
        lambda power=1: ForAll(a, then=Eq(Sum((2 * a) ** k, (k, 1, oo)), 2 * a / (1 - 2 * a) ** power)),
        2 * Abs(a) < 1,
    ),
    "an inequality": (lambda most=2: ForAll(a, given=a >= 0, then=Le(Sum(a**k, (k, 0, oo)), most)), Le(a, Rational(1, 2))),
    "a limit": (falling, And(Gt(a, 0), Lt(a, 2))),
    "a quotient": (above, Gt(a, 0)),
    "a logarithm": (lambda most=Lt: ForAll(a, then=most(log(a), a)), Gt(a, 0)),
    "without a value elsewhere": (lambda least=Gt: ForAll(a, then=least(1 / a**2, 0)), Ne(a, 0)),
}
OTHERWISE: dict[str, tuple[Any, Any, str, str]] = {
    "too strong": (series, And(Gt(a, 0), Lt(a, 1)), "survived", "Not sharp: "),
    "too weak": (falling, And(Gt(a, 0), Le(a, 2)), "undecided", "False as stated, and false under the condition too."),
    "too weak, and without a value": (
        series,
        Lt(a, 1),
        "undecided",
        "Without a value somewhere as stated, and false under the condition too.",
    ),
    "too strong for a quotient": (lambda least=-1: ForAll(a, then=Gt(1 / a, least)), Gt(a, 0), "survived", "Not sharp: "),
    "without a value inside": (above, a >= 0, "error", "exactly_if: also where a >= 0 holds: the hypotheses admit a point at which"),
    "not known": (
        lambda most=1: ForAll(a, then=Eq(Integral(x * exp(-a * x), (x, 0, oo)), most / a**2)),
        Gt(a, 0),
        "undecided",
        "Not shown to be false for every case outside of the condition: ",
    ),
    "there is one": (
        lambda least=Lt: ForAll(a, then=Exists(x, then=least(x, 1 / a))),
        Gt(a, 0),
        "survived",
        "Not sharp: ",
    ),
}


@pytest.mark.parametrize(("statement", "condition"), SHARP.values(), ids=SHARP)
def test_outside_it_is_false_or_has_no_value(statement: Any, condition: Any) -> None:
    found = finding_of(statement, expect=Conditional(condition, sharp=True))
    assert (found["verdict"], found["strength"], found["necessity"]) == ("conditional", "proved", "sharp")
    roles = {version["role"]: version["truth"] for version in found["versions"]}
    assert (roles["conditioned"], roles["outside"]) == ("true", "true")
    assert roles["stated"] in ("false", "undefined")
    beginning = "False" if roles["stated"] == "false" else "Without a value somewhere"
    assert found["reason"] == f"{beginning} as stated, true under the condition, and never true where the condition fails."


@pytest.mark.parametrize(("statement", "condition", "verdict", "reason"), OTHERWISE.values(), ids=OTHERWISE)
def test_what_is_otherwise_is_told(statement: Any, condition: Any, verdict: str, reason: str) -> None:
    found = finding_of(statement, expect=Conditional(condition, sharp=True))
    said = found["error"]["message"] if found["error"] else found["reason"]
    assert (found["verdict"], reason in said) == (verdict, True), said


def test_a_condition_that_is_not_sharp_leaves_no_hole() -> None:
    found = finding_of(above, expect=Conditional(Gt(a, 0), weaker=a >= 0))
    assert (found["verdict"], "undefined: a = 0" in found["error"]["message"]) == ("error", True)
