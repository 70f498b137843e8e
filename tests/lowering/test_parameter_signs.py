"""Tests of integrals that turn with the sign of a parameter: decided for one sign at a time, of which all count."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, And, Eq, Gt, Integral, Lt, Max, Rational, exp, log, sign

from probatum import Equal, Exists, ForAll, Ge, Ne, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.analysis.parameter_signs import by_signs

a, b, x = reals("a b x")
RAMP, SIZE = Integral(Max(0, a * x), (x, 0, 1)), Integral(Abs(a * x), (x, -1, 2))
TRUE: dict[str, Any] = {
    "for every sign": ForAll(a, then=Equal(RAMP, Max(0, a) / 2)),
    "never negative": ForAll(a, then=Ge(RAMP, 0)),
    "no negative sign": ForAll(a, given=a >= 0, then=Equal(RAMP, a / 2)),
    "signs that only others see are not admitted": ForAll(a, given=exp(a) > 5, then=Equal(RAMP, a / 2)),
    "where what is supposed is no number for other signs": ForAll(a, given=log(a) > 0, then=Equal(RAMP, a / 2)),
    "an absolute value": ForAll(a, then=Equal(SIZE, Abs(a) * Rational(5, 2))),
}
FALSE: dict[str, tuple[Any, int]] = {  # and the sign at which it fails
    "of the signs that are admitted": (ForAll(a, given=exp(a) > 5, then=Equal(RAMP, a)), 1),
    "of a negative one": (ForAll(a, then=Equal(RAMP, a / 2)), -1),
    "of zero alone": (ForAll(a, then=Ne(SIZE, 0)), 0),
    "of a positive one": (ForAll(a, given=a >= -1, then=Equal(RAMP, 0)), 1),
}


def test_the_signs_that_the_hypotheses_admit_are_told_apart() -> None:
    def givens(*given: Any) -> list[Any]:
        return [case.given for case in by_signs(ForAll(a, given=And(*given), then=Ge(RAMP, 0)))]

    assert givens() == [a > 0, a < 0, Eq(a, 0)]
    assert givens(a >= 0) == [And(a >= 0, a > 0), And(a >= 0, Eq(a, 0))]
    assert givens(a <= 0) == [And(a <= 0, a < 0), And(a <= 0, Eq(a, 0))]
    assert givens(a > 0) == givens(a < 0) == [], "of one sign there is nothing to tell"
    assert len(givens(log(a) > 0)) > 1, "where what is supposed is no number nothing is seen"


def test_of_what_there_is_and_of_all_in_all_no_signs_are_told_apart() -> None:
    assert by_signs(Exists(a, then=Ge(RAMP, 0))) == ()
    assert by_signs(ForAll(a, then=ForAll(b, then=Ge(RAMP, b)))) == ()


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_is_true_for_each_sign_is_proved(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize(("statement", "at"), FALSE.values(), ids=FALSE)
def test_one_sign_refutes_it(statement: Any, at: int) -> None:
    found = decide(statement, thorough=False)
    assert found.truth is Truth.FALSE
    assert found.counterexample is not None
    ((name, value),) = found.counterexample.values
    assert (name, sign(value)) == ("a", at)


def test_only_signs_that_the_hypotheses_admit_are_cases() -> None:
    assert [case.given.func for case in by_signs(TRUE["for every sign"])][:2] == [Gt, Lt]
    assert len(by_signs(TRUE["no negative sign"])) == 2
    assert by_signs(ForAll(a, given=a > 0, then=Equal(RAMP, a / 2))) == ()
    assert by_signs(ForAll((a, b), given=a > b, then=Equal(RAMP, a / 2))) == ()
    assert by_signs(ForAll(a, then=Equal(Integral(Abs(x - a), (x, 0, 1)), 0))) == ()


def test_no_sign_at_all_is_about_nothing() -> None:
    nothing = ForAll(a, given=exp(a) + exp(-a) < 1, then=Equal(RAMP, a / 2))
    assert len(by_signs(nothing)) == 2
    assert decide(nothing, thorough=False).truth is Truth.VACUOUS
