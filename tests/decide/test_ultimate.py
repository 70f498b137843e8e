"""Tests of what is so from some number on, or for every small enough one, with false twins."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, Mod, Rational, exp, log, pi, sin, sqrt

from probatum import Iff
from probatum.authoring.expectation import Refuted
from probatum.decide.deciding import decide, settle
from probatum.decide.numbers.ultimate import takes
from probatum.decision import Truth
from probatum.engines.solvers import smt
from probatum.errors import DefinitionError, UndefinedError
from probatum.lowering.steps.ultimate import boundaries, unfolded
from probatum.proposition.kinds import All, ForAll
from probatum.proposition.reading.sentences import latex_of, sentence_of, words_of
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.ultimate import Eventually, ForSmall
from tests.made import finding_of

x, a, b, e, d, h, q, L, mu = reals("x a b e d h q L mu")
n, k = integers("n k")
And = sympy.And
EPS = Gt(e, 0)
HARMONIC = sympy.harmonic
TRUE: dict[str, Any] = {
    "an inverse": Eventually(n, Lt(1 / n, Rational(1, 1000))),
    "for every margin": ForAll(e, given=EPS, then=Eventually(n, Lt(1 / n, e))),
    "exponential growth": Eventually(n, Gt(2**n, 1000 * n**2)),
    "factorials": Eventually(n, Gt(sympy.factorial(n), 100**n)),
    "harmonic numbers": Eventually(n, Gt(sympy.harmonic(n), 7)),
    "harmonic numbers, any bound": ForAll(a, then=Eventually(n, Gt(sympy.harmonic(n), a))),
    "harmonic numbers above Euler's constant": Eventually(n, Gt(HARMONIC(n) - log(n), sympy.EulerGamma)),
    "halves of harmonic numbers": Eventually(n, Lt(HARMONIC(2 * n) - HARMONIC(n), log(2))),
    "a later logarithm": Eventually(n, Lt(HARMONIC(n) - log(n + 1), sympy.EulerGamma)),
    "a logarithm between": Eventually(n, Gt(HARMONIC(n) - log(n + Rational(1, 2)), sympy.EulerGamma)),
    "to the second order": Eventually(n, Lt(2 * HARMONIC(n) - log(n**2 + n), 2 * sympy.EulerGamma + 1 / (3 * n**2))),
    "defined later only": Eventually(n, Gt(HARMONIC(n - 3) - log(n - 3), sympy.EulerGamma)),
    "a small root": Eventually(n, Lt(log(n), n ** Rational(1, 10))),
    "below a limit": Eventually(n, Gt((1 + 1 / n) ** n, Rational(27, 10))),
    "in turn": Eventually(n, Lt((-1) ** n / n, Rational(1, 100))),
    "a real variable": Eventually(x, Gt(exp(x), x**3)),
    "a root": Eventually(x, Lt(log(x), sqrt(x))),
    "any bound": ForAll(a, then=Eventually(n, Gt(n, a))),
    "a quadratic": ForAll(a, then=Eventually(x, Gt(x**2, a * x))),
    "with two parameters": ForAll((a, b), given=And(Gt(a, 0), Gt(b, 0)), then=Eventually(n, Gt(a * n**2, b * n))),
    "a power falls": ForAll((q, e), given=And(Ge(q, 0), Lt(q, 1), EPS), then=Eventually(n, Lt(q**n, e))),
    "a power grows": ForAll((q, e), given=Gt(q, 1), then=Eventually(n, Gt(q**n, e))),
    "a power times a constant": ForAll((q, e, a), given=And(Gt(q, 0), Lt(q, 1), EPS, Gt(a, 0)), then=Eventually(n, Lt(a * q**n, e))),
    "a rate": ForAll(L, given=Gt(L, 0), then=ForSmall(h, Lt(Abs(1 - h * L), 1))),
    "two rates": ForAll((L, mu), given=And(Gt(L, 0), Gt(mu, 0)), then=ForSmall(h, And(Lt(Abs(1 - h * L), 1), Lt(Abs(1 - h * mu), 1)))),
    "a sine": ForSmall(h, Lt(sin(h), h)),
    "an exponential": ForSmall(h, Lt(exp(h), 1 + 2 * h)),
    "a logarithm": ForSmall(h, Lt(log(h), -5)),
    "continuous at 1": ForAll(e, given=EPS, then=ForSmall(d, ForAll(x, given=Lt(Abs(x - 1), d), then=Lt(Abs(x**2 - 1), e)))),
    "defined near 2": ForAll(e, given=EPS, then=ForSmall(d, ForAll(x, given=Lt(Abs(x - 2), d), then=Lt(Abs(1 / x - Rational(1, 2)), e)))),
    "a difference quotient": ForAll((x, e), given=EPS, then=ForSmall(h, Lt(Abs(((x + h) ** 2 - x**2) / h - 2 * x), e))),
    "a step down": ForAll(x, given=Ne(x, 0), then=ForSmall(h, Lt((x - 2 * h * x) ** 2, x**2))),
    "from its parameter on": ForAll(a, given=Gt(a, 2), then=Eventually(n, Gt(a**n, n**10 * 2**n))),
    "the larger of two bases": ForAll((a, b), given=And(Gt(a, b), Gt(b, 0)), then=Eventually(n, Gt(a**n, n**5 * b**n))),
    "a base below 1": ForAll(a, given=And(Gt(a, 0), Lt(a, 1)), then=Eventually(n, Lt(n**3 * a**n, 1))),
    "any power below a factorial": ForAll(k, given=Ge(k, 1), then=Eventually(n, Gt(sympy.factorial(n), n**k))),
    "a small power": ForAll(a, given=Gt(a, 0), then=Eventually(n, Gt(n**a, 100))),
    "a sum that grows without bound": Eventually(n, Gt(sympy.Sum(1 / k, (k, 1, n)), 100)),
    "its opposite": Eventually(n, Lt(-sympy.Sum(1 / k, (k, 1, n)), -50)),
    "a sum above any bound": ForAll(a, then=Eventually(n, Gt(sympy.Sum(1 / sqrt(k), (k, 1, n)), a))),
    "a power of itself": ForSmall(h, Gt(h**h, Rational(9, 10))),
    "a power of its inverse": ForSmall(h, Gt((1 + h) ** (1 / h), sympy.E * (1 - h))),
    "a power of a sine": ForSmall(h, Gt(sin(h) ** h, Rational(9, 10))),
    "both at last": All(Eventually(n, Gt(n, 100)), ForSmall(h, Lt(h, 1))),
}
FALSE: dict[str, Any] = {
    "a power of itself": ForSmall(h, Gt(h**h, 1)),
    "a power of its inverse": ForSmall(h, Gt((1 + h) ** (1 / h), sympy.E - h)),
    "harmonic numbers": Eventually(n, Lt(sympy.harmonic(n), 7)),
    "harmonic numbers below Euler's constant": Eventually(n, Lt(HARMONIC(n) - log(n), sympy.EulerGamma)),
    "halves of harmonic numbers": Eventually(n, Gt(HARMONIC(2 * n) - HARMONIC(n), log(2))),
    "a later logarithm": Eventually(n, Gt(HARMONIC(n) - log(n + 1), sympy.EulerGamma)),
    "a logarithm between": Eventually(n, Lt(HARMONIC(n) - log(n + Rational(1, 2)), sympy.EulerGamma)),
    "to the second order": Eventually(n, Gt(2 * HARMONIC(n) - log(n**2 + n), 2 * sympy.EulerGamma + 1 / (3 * n**2))),
    "an inverse": ForAll(e, given=EPS, then=Eventually(n, Lt(1 / n, e - e**2))),
    "exponential growth": Eventually(n, Gt(n**3, 2**n)),
    "factorials": Eventually(n, Lt(sympy.factorial(2 * n) / sympy.factorial(n) ** 2, 3**n)),
    "a large power": Eventually(n, Lt(2**n, n**100)),
    "above a limit": Eventually(n, Gt((1 + 1 / n) ** n, Rational(272, 100))),
    "an infinite limit": ForSmall(h, Gt(log(h), -100)),
    "a base at its edge": ForAll(a, given=Ge(a, 2), then=Eventually(n, Gt(a**n, n**10 * 2**n))),
    "the same two bases": ForAll((a, b), given=And(Ge(a, b), Gt(b, 0)), then=Eventually(n, Gt(a**n, n**5 * b**n))),
    "any power above a factorial": ForAll(k, given=Ge(k, 1), then=Eventually(n, Gt(n**k, sympy.factorial(n)))),
    "the power zero": ForAll(a, given=Ge(a, 0), then=Eventually(n, Gt(n**a, 100))),
    "a power of 1": ForAll(a, given=Ge(a, 1), then=Eventually(n, Gt(a**n, n))),
    "a sum that grows without bound": Eventually(n, Lt(sympy.Sum(1 / k, (k, 1, n)), 100)),
    "its opposite": Eventually(n, Gt(-sympy.Sum(1 / k, (k, 1, n)), -50)),
    "a series without margin": ForAll(a, given=Ge(a, 0), then=Eventually(n, Lt(pi**2 / 6 - sympy.Sum(1 / k**2, (k, 1, n)), a))),
    "a parabola": Eventually(n, Gt(n, n**2 - 3)),
    "signs": Eventually(n, Gt((-1) ** n, 0)),
    "remainders": Eventually(n, Eq(Mod(n, 3), 0)),
    "a negative factor": ForAll(a, then=Eventually(x, Lt(x, a * x**2))),
    "a factor that may be zero": ForAll(a, given=Ge(a, 0), then=Eventually(n, Gt(a * n, 1))),
    "a difference that may be zero": ForAll((a, b), given=Ge(a, b), then=Eventually(n, Gt(a * n, b * n + 1))),
    "a power that need not fall": ForAll((q, e), given=And(Ge(q, 0), Le(q, 1), EPS), then=Eventually(n, Lt(q**n, e))),
    "a rate that may be zero": ForAll(L, given=Ge(L, 0), then=ForSmall(h, Lt(Abs(1 - h * L), 1))),
    "a rate": ForAll(L, given=Gt(L, 0), then=ForSmall(h, Lt(Abs(1 - h * L), 1 - h * L))),
    "two rates": ForAll((L, mu), given=And(Gt(L, 0), Lt(mu, 0)), then=ForSmall(h, And(Lt(Abs(1 - h * L), 1), Lt(Abs(1 - h * mu), 1)))),
    "a sine": ForSmall(h, Gt(sin(h), h - h**3 / 10)),
    "an exponential": ForSmall(h, Lt(exp(h), 1 + h)),
    "continuous at 1": ForAll(e, given=EPS, then=ForSmall(d, ForAll(x, given=Lt(Abs(x - 1), d), then=Lt(Abs(x**2 - 2), e)))),
    "a difference quotient": ForAll((x, e), given=EPS, then=ForSmall(h, Lt(Abs(((x + h) ** 2 - x**2) / h - x), e))),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_is_so_at_last_is_proved(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_its_false_twin_is_refuted(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.FALSE


def test_what_refutes_it_is_shown() -> None:
    shown = settle(FALSE["signs"]).counterexample
    assert shown is not None
    assert shown.shows == "It is false at 2·n + 1 for every n from some number on."
    there = settle(FALSE["a negative factor"]).counterexample
    assert there is not None
    assert (there.at, there.shows) == ("a = -1", "There it is false at every x from some number on.")


def test_what_is_undefined_at_first_does_not_matter() -> None:
    assert settle(Eventually(n, Ge(1 / (n - 7) ** 2, 0))).truth is Truth.TRUE
    with pytest.raises(UndefinedError, match="a = 0"):
        decide(ForAll(a, then=Eventually(n, Gt(n, 1 / a))))  # what does not hang on n must be defined


NEVER = (
    ForSmall(h, Lt(log(-h), 0)),
    ForSmall(h, Ge(log(-h), 0)),
    ForAll(x, then=Iff(ForSmall(h, Lt(log(-h), x)), Lt(x, x - 1))),
    ForAll(x, then=ForSmall(h, Ge(sqrt(x - h), 0))),
    ForAll(x, given=Gt(x, 0), then=Eventually(n, Ge(sqrt(x - n), 0))),
)


@pytest.mark.parametrize("statement", NEVER, ids=str)
def test_what_has_no_value_in_the_end_is_neither_true_nor_false(statement: Any) -> None:
    with pytest.raises(UndefinedError, match="in the end"):
        decide(statement)


def test_what_has_no_value_now_and_then_is_undecided() -> None:
    assert decide(Eventually(n, Ge(sqrt(sin(n * pi / 2)), 0))).truth is Truth.UNDECIDED


def test_what_nothing_is_found_for_is_undecided() -> None:
    found = settle(Eventually(n, Lt(sin(n), Rational(999, 1000))))
    assert (found.truth is Truth.TRUE, found.is_strong) == (False, False)


def test_they_read_as_texts_do() -> None:
    assert sentence_of(TRUE["an inverse"]) == "For every large enough integer n: 1/n < 1/1000."
    assert words_of(TRUE["a sine"]) == "for every small enough positive h: sin(h) < h"
    assert words_of(unfolded(TRUE["a sine"])).startswith("there is real size of h with size of h > 0 and for all real h with")
    assert latex_of(ForSmall(h, Lt(h, 1))) == r"\text{for every small enough positive } h:\; h < 1"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ForSmall(n, Lt(n, 1)), "ForSmall: got the integer variable n, wanted a real one"),
        (lambda: Eventually((n, k), Lt(n, k)), "Eventually: got the variables (n, k), wanted one"),
        (lambda: Eventually(n, 3), "Eventually: then=: got int '3', wanted a relation"),
        (lambda: Eventually(n + 1, Lt(n, 1)), "Eventually: got n + 1 as a variable"),
        (lambda: ForSmall(h, ForAll(h, then=Lt(h, 1))), "ForSmall: got the variable h bound again inside"),
    ],
    ids=["no small integer", "two variables", "no statement", "no variable", "bound twice"],
)
def test_malformed_ones_say_what_was_wanted(make: Any, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        make()
    assert message in str(caught.value)


def test_sides_meet_where_absolute_values_change_their_sign() -> None:
    assert set(boundaries(Lt(Abs(1 - h * L), 1), h)) >= {2 / L}
    assert boundaries(Gt(x, 3), h) == []
    assert not takes(ForAll(x, then=Gt(x, 3)))


def test_a_claim_with_it_has_its_controls() -> None:
    def small(order: Any = Lt) -> Any:
        return ForAll(L, given=Gt(L, 0), then=ForSmall(h, order(Abs(1 - h * L), 1)))

    found = finding_of(small)
    assert (found["verdict"], found["strength"]) == ("holds", "proved")
    assert [control["turned"] for control in found["controls"]] == [True]

    def wrong(order: Any = Gt) -> Any:
        return ForAll(L, given=Gt(L, 0), then=ForSmall(h, order(Abs(1 - h * L), 1)))

    assert finding_of(wrong, expect=Refuted("It shrinks.", small))["verdict"] == "refuted"


@pytest.mark.parametrize("solver_takes_it", [True, False])
def test_where_nobody_decides_each_says_once_why_not(monkeypatch: pytest.MonkeyPatch, solver_takes_it: bool) -> None:
    if not solver_takes_it:
        monkeypatch.setattr(smt, "takes", lambda statement: False)
    found = decide(Eventually(x, Gt(sympy.sin(x), sympy.sin(sympy.sqrt(2) * x))))
    assert found.truth is Truth.UNDECIDED
    told = [decision.decider for decision in found.decisions]
    assert told.count("ultimate") == 1
    assert told.count("smt") == solver_takes_it
