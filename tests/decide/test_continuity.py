"""Tests of what epsilons and deltas say: by values of what is continuous, by limits; what they say otherwise is left to others."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, Max, Ne, cos, exp, floor, log, sign, sin, sqrt

from probatum import And, Exists, ForAll, ForSmall, integers, reals
from probatum.calculus.closed_value import Exact, Missing
from probatum.decide.deciding import decide, settle
from probatum.decide.numbers import continuity
from probatum.decide.shared.attempt import attempt
from probatum.decision import Outcome, Truth
from probatum.lowering.rewriting.joined import flattened
from probatum.proposition.slopes.continuity import is_continuous
from tests.each import each

x, a, e, d = reals("x a e d")
n = integers("n")
HALF = sympy.Rational(1, 2)


def near(expression: Any, point: Any, outer: Any = (), given: Any = sympy.true, where: Any = sympy.true) -> ForAll:
    """It is as small as is wanted near the point."""
    inner = ForAll(x, given=And(Abs(x - point) < d, where), then=Abs(expression) < e)
    return ForAll((*outer, e), given=And(e > 0, given), then=Exists(d, given=d > 0, then=inner))


TRUE: dict[str, Any] = {
    "a cube": near(x**3 - 8, 2),
    "a cube anywhere": near(x**3 - a**3, a, (a,)),
    "any power": near(x**n - a**n, a, (n, a), n >= 0),
    "the exponential": near(exp(x) - exp(a), a, (a,)),
    "a root at the end of its domain": near(sqrt(x), 0, where=x >= 0),
    "roots": near(sqrt(x) - sqrt(a), a, (a,), a >= 0, x >= 0),
    "an inverse": near(1 / x - 1 / a, a, (a,), a > 0, x > 0),
    "nothing near what is no point": near(a * x - 1 + sympy.Piecewise((1, sympy.Eq(a, 0)), (0, True)), 1 / a, (a,)),
    "a kink": near(Max(x, 0) - Max(a, 0), a, (a,)),
    "where the parameter allows": near(Abs(x) - a, a, (a,), a >= 0),
    "a limit": near(sin(x) / x - 1, 0, where=Ne(x, 0)),
    "a limit of order two": near((1 - cos(x)) / x**2 - HALF, 0, where=Ne(x, 0)),
    "a limit from the right": near(x * log(x), 0, where=x > 0),
    "a jump, from the left": near(Abs(x) / x + 1, 0, where=x < 0),
    "small ones": ForAll(e, given=e > 0, then=ForSmall(d, ForAll(x, given=Abs(x - 1) < d, then=Abs(x**3 - 1) < e))),
}
FALSE: dict[str, Any] = {
    "a cube": near(x**3 - 9, 2),
    "a cube anywhere": near(x**3 - a**2, a, (a,)),
    "any power": near(x**n - a * n, a, (n, a), n >= 0),
    "the exponential": near(exp(x) - exp(-a), a, (a,)),
    "a root at the end of its domain": near(sqrt(x) - 1, 0, where=x >= 0),
    "roots": near(sqrt(x) - a, a, (a,), a >= 0, x >= 0),
    "an inverse": near(1 / x - a, a, (a,), a > 0, x > 0),
    "a kink": near(Max(x, 0) - a, a, (a,)),
    "where the parameter allows": near(Abs(x) - a, a, (a,)),
    "a limit": near(sin(x) / x - 2, 0, where=Ne(x, 0)),
    "a limit of order two": near((1 - cos(x)) / x**2 - 1, 0, where=Ne(x, 0)),
    "no limit": near(log(x), 0, where=x > 0),
    "a jump, from both sides": near(Abs(x) / x - 1, 0, where=Ne(x, 0)),
    "small ones": ForAll(e, given=e > 0, then=ForSmall(d, ForAll(x, given=Abs(x - 1) < d, then=Abs(x**3 - 2) < e))),
    "a step": near(sign(x), 0),
}
OPEN: dict[str, Any] = {
    "the point is not admitted": near(x - 7, 0, where=x >= 1),
    "not admitted for some": near(x - a, a, (a,), where=x >= 0),
    "no value at the point": near(1 / x - 1 / a, a, (a,), where=Ne(x, 0)),
}
OTHERS: dict[str, Any] = {
    "epsilon in the hypotheses": near(x, 0, where=x < e),
    "epsilon in the point": near(x - e, e),
    "delta in the expression": near(x * d, 0),
    "a radius in the expression": ForAll(
        e, given=e > 0, then=Exists(d, given=d > 0, then=ForAll((x, a), given=And(a < d, Abs(x) < a), then=Abs(sin(x) + exp(a) - 1) < e))
    ),
    "a jump": near(sign(x), 0),
    "steps": near(floor(x) - 1, 1, where=x >= 1),
    "epsilon may be 0": ForAll(e, given=e >= 0, then=Exists(d, given=d > 0, then=ForAll(x, given=Abs(x) < d, then=Abs(x) <= e))),
    "delta may be anything": ForAll(e, given=e > 0, then=Exists(d, then=ForAll(x, given=Abs(x) < d, then=Abs(x - 1) < e))),
    "the other way round": Exists(d, given=d > 0, then=ForAll((e, x), given=And(e > 0, Abs(x) < d), then=Abs(x) < e)),
    "integers": ForAll(e, given=e > 0, then=Exists(d, given=d > 0, then=ForAll(n, given=Abs(n) < d, then=Abs(n) < e))),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_is_continuous_is_near_its_value(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong, found.decisions[0].decider) == (Truth.TRUE, True, "continuity")


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_and_near_no_other(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.FALSE


@pytest.mark.parametrize("statement", OPEN.values(), ids=OPEN)
def test_it_says_nothing_where_the_point_is_left_out(statement: Any) -> None:
    (found,) = attempt(continuity, flattened(statement), settle)
    assert found.outcome is Outcome.UNDECIDED


@pytest.mark.parametrize("expression", [Abs(x) / x, sin(1 / x)], ids=["two limits", "none"])
def test_what_has_no_limit_is_refuted_by_that(expression: Any) -> None:
    (found,) = attempt(continuity, flattened(near(expression, 0, where=Ne(x, 0))), settle)
    assert (found.outcome, found.engine) == (Outcome.REFUTED, continuity.LIMITS)


HIDDEN = sqrt(3 + 2 * sqrt(2)) - 1 - sqrt(2)  # which is 0


@pytest.mark.parametrize("answer", [Exact(sympy.S.Zero, agreed=True), Missing("none", agreed=True), Exact(HIDDEN)], ids=str)
def test_a_limit_that_is_not_certain_decides_nothing(answer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(continuity, "limit", lambda *_: answer)
    (found,) = attempt(continuity, flattened(near(sin(x) / x - 1, 0, where=Ne(x, 0))), settle)
    assert found.outcome is Outcome.UNDECIDED


def test_what_says_something_else_is_left_to_others() -> None:
    for name, statement in each(OTHERS.items()):
        assert not continuity.takes(flattened(statement)), name


def test_what_is_continuous_is_so_on_all_of_its_domain() -> None:
    assert all(is_continuous(one, x) for one in (x**3, 1 / x, sqrt(x), 2**x, sin(1 / x), Abs(x) + a * exp(x), floor(a) * x))
    assert not any(is_continuous(one, x) for one in (floor(x), sign(x), x**x, sympy.Piecewise((1, x > 0), (0, True))))
