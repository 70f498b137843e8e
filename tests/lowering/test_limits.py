"""Tests of limits that hold parameters: what they are in each case of these, and where they are something else at an edge."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, Derivative, Max, Rational, Sum, atan, cos, exp, factorial, floor, log, oo, pi, sign, sin, tanh

from probatum import And, Eq, ForAll, Implies, Le, Limit, Lt, Ne, Or, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError
from probatum.lowering.analysis.limits import outcomes
from tests.authored import truth_of

a, b, h, s, x, y = reals("a b h s x y")
n, k = integers("n k")
SOFTMAX = exp(s * x) / (exp(s * x) + exp(s * y))
STEP = (1 - 50 * a) ** n * x  # what is left of x after n steps on 25 x^2
REST = (1 - a * b) ** n
RATE = sympy.Rational(1, 25)
TRUE: dict[str, Any] = {
    "a power of less than 1": ForAll(a, given=Abs(a) < 1, then=Eq(Limit(a**n, n, oo), 0)),
    "of a difference that is below 1": ForAll((a, x), given=And(a > 0, a < RATE), then=Eq(Limit(STEP, n, oo), 0)),
    "of what a hypothesis bounds by another": ForAll(
        (a, b), given=And(b > 0, a > 0, a < 2 / b), then=Eq(Limit((1 - a * b) ** n, n, oo), 0)
    ),
    "an infinite one": ForAll(a, given=a > 1, then=Eq(Limit(a**n / n, n, oo), oo)),
    "a number in each case": ForAll(a, given=And(a > -1, a <= 1), then=Le(Limit(a**n, n, oo), 1)),
    "two powers": ForAll((a, b), given=And(Abs(a) < 1, Abs(b) < 1), then=Eq(Limit(a**n + b**n, n, oo), 0)),
    "an integer above 1": ForAll(k, given=k >= 2, then=Eq(Limit(k**n, n, oo), oo)),
    "a power of any exponent beside an exponential": ForAll((a, b), given=a > 0, then=Eq(Limit(exp(-a * x) * x**b, x, oo), 0)),
    "of a logarithm": ForAll(a, given=a > 0, then=Eq(Limit(x**a * log(x), x, 0, "above"), 0)),
    "two powers that differ": ForAll((a, b), given=And(a > 0, b > a), then=Eq(Limit(x**a / x**b, x, oo), 0)),
    "softplus at a high slope": ForAll(x, then=Eq(Limit(log(1 + exp(s * x)) / s, s, oo), Max(x, 0))),
    "an integer power of what is negative": ForAll((a, k), given=And(a < 0, k > 0, k < -a), then=Eq(Limit((a / n) ** k, n, oo), 0)),
    "a power with a base that moves": ForAll(a, then=Eq(Limit((1 + x**2) ** x, x, a), (1 + a**2) ** a)),
    "its slope": ForAll(x, then=Eq(Limit(tanh(s * x), s, oo), sign(x))),
    "the larger of two": ForAll((x, y), then=Eq(Limit(log(exp(s * x) + exp(s * y)) / s, s, oo), Max(x, y))),
    "all of it to the larger": ForAll((x, y), given=x > y, then=Eq(Limit(SOFTMAX, s, oo), 1)),
    "the slope of a chord": ForAll(x, then=Eq(Limit((sin(x + h) - sin(x)) / h, h, 0), cos(x))),
    "of a power": ForAll((x, n), given=n >= 1, then=Eq(Limit(((x + h) ** n - x**n) / h, h, 0), n * x ** (n - 1))),
    "its bend": ForAll(x, then=Eq(Limit((cos(x + h) - 2 * cos(x) + cos(x - h)) / h**2, h, 0), -cos(x))),
    "partial sums": ForAll(x, given=Abs(x) < 1, then=Eq(Limit(Sum(x**k, (k, 0, n)), n, oo), 1 / (1 - x))),
    "of an exponential series": ForAll(x, then=Eq(Limit(Sum(x**k / factorial(k), (k, 0, n)), n, oo), exp(x))),
}
TRUE |= {
    "none where it is infinite": ForAll(a, given=a >= 0, then=Implies(Eq(Limit(a**n, n, oo), 1), Eq(a, 1))),
    "or where another case is": ForAll(a, given=a >= 0, then=Or(Eq(Limit(a**n, n, oo), 0), a >= 1)),
}
FALSE: dict[str, Any] = {
    "the same power above and below": ForAll((a, b), given=a <= b, then=Eq(Limit(n**a / n**b, n, oo), 0)),
    "what follows from a limit": ForAll(a, given=a >= 0, then=Implies(Eq(Limit(a**n, n, oo), 0), a < Rational(1, 2))),
    "at the edge it is 1": ForAll(a, given=And(a > -1, a <= 1), then=Eq(Limit(a**n, n, oo), 0)),
    "at the other edge there is none": ForAll(a, given=And(a >= -1, a < 1), then=Eq(Limit(a**n, n, oo), 0)),
    "a step that is too long by little": ForAll((a, x), given=And(a > 0, a < Rational(1, 24)), then=Eq(Limit(STEP, n, oo), 0)),
    "a step that just oscillates": ForAll((a, x), given=And(a >= RATE, x > 0), then=Eq(Limit(STEP**2 / x, n, oo), oo)),
    "no decay at zero": ForAll(a, given=a >= 0, then=Eq(Limit(exp(-a * x), x, oo), 0)),
    "half of a turn at zero": ForAll(a, given=a >= 0, then=Eq(Limit(atan(a * x), x, oo), pi / 2)),
    "an infinite one is no number": ForAll(a, given=a > 1, then=Eq(Limit(a**n, n, oo), 7)),
    "nor at an edge": ForAll(a, given=a >= 1, then=Eq(Limit(a**n, n, oo), oo)),
    "the mean instead of the larger": ForAll((x, y), then=Eq(Limit(log(exp(s * x) + exp(s * y)) / s, s, oo), (x + y) / 2)),
    "a tie is shared": ForAll((x, y), given=x >= y, then=Eq(Limit(SOFTMAX, s, oo), 1)),
    "another slope": ForAll(x, then=Eq(Limit((sin(x + h) - sin(x)) / h, h, 0), sin(x))),
    "the same beside what is larger": ForAll((a, k), given=And(a > 0, k < a), then=Eq(Limit((-a / n) ** k + exp(2 * n), n, oo), 1)),
    "a power of what jumps": ForAll(a, then=Eq(Limit((1 + floor(x) ** 2) ** x, x, a), (1 + floor(a) ** 2) ** a)),
    "from below": ForAll(a, then=Eq(Limit((1 + sign(x) ** 2) ** (x + 1), x, a, "below"), (1 + sign(a) ** 2) ** (a + 1))),
    "below, strictly": ForAll(a, given=And(a > -1, a <= 1), then=Lt(Limit(a**n, n, oo), 1)),
}
UNDEFINED: dict[str, Any] = {
    "an infinite one that is compared": ForAll(a, given=a >= 1, then=Le(Limit(a**n, n, oo), 7)),
    "none that is compared": ForAll(a, given=And(a >= -1, a <= 1), then=Le(Limit(a**n, n, oo), 1)),
    "a quotient by nothing": ForAll(a, given=a >= 0, then=Eq(Limit(1 / (a * x), x, oo), 0)),
    "of which another case is false": ForAll(a, then=Eq(Limit(a ** (-n), n, oo), 0)),
    "a logarithm that a factor 0 hides": ForAll((a, b), given=And(Eq(a, 0), b < 0), then=Eq(Limit(a * log(b * x), x, oo), 0)),
    "where both parts of a quotient are nothing": ForAll((x, y), given=y >= 0, then=Eq(Limit(x / (x**2 + y * n), n, oo), 0)),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_it_is_in_each_case_is_proved(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_one_case_refutes_it(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.FALSE, True)


@pytest.mark.parametrize("statement", UNDEFINED.values(), ids=UNDEFINED)
def test_where_there_is_nothing_to_have_a_limit_it_is_undefined(statement: Any) -> None:
    with pytest.raises(UndefinedError):
        decide(statement, thorough=False)


def test_cases_with_one_answer_are_one() -> None:
    found = outcomes(Limit(a**n, n, oo), lambda where: where.subs(a, 2) == sympy.true)
    assert [(one.where, one.number) for one in found] == [
        (Eq(a, 1), 1),
        (And(Lt(-1, a), Lt(a, 1)), 0),
        (Eq(a, -1), None),
        (Lt(a, -1), None),
    ]


def test_a_derivative_that_is_not_the_limit_is_left() -> None:
    """The limit of chords beside a kink is told by the sides of it."""
    chord = Limit((Abs(x + h) - Abs(x)) / h, h, 0)
    assert decide(ForAll(x, given=Ne(x, 0), then=Eq(chord, sign(x))), thorough=False).truth is Truth.TRUE
    assert decide(ForAll(x, given=Ne(x, 0), then=Eq(chord, Derivative(x**2, x))), thorough=False).truth is Truth.FALSE


# Whether it grows hangs on a difference of parameters, of which the sign is not known.
HANGING = {
    "ForAll(a, given=a > 0, then=Equal(Limit(x*exp(a*x)*exp(-x), x, oo), oo))": Truth.FALSE,
    "ForAll(a, given=a < 1, then=Equal(Limit(x*exp(a*x)*exp(-x), x, oo), 0))": Truth.TRUE,
    "ForAll(a, then=Equal(Limit(x*exp(x*sin(a)), x, oo), oo))": Truth.FALSE,
    "ForAll((a, b), given=And(a > 0, b > a), then=Equal(Limit(x*exp(a*x)*exp(-b*x), x, oo), 0))": Truth.TRUE,
    "ForAll(a, given=And(a > 0, a < 1), then=Equal(Limit(-exp(-cos(a)*x), x, oo), 0))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Equal(Limit(x**a/x, x, oo), oo))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eventually(n, Sum(a**k, (k, 0, n)) > 100))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eventually(n, a**n*sin(n)/n < 1))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Equal(Limit(a**n/n, n, oo), 0))": Truth.FALSE,
}


@pytest.mark.parametrize("source", HANGING)
def test_growth_that_hangs_on_a_difference_of_parameters_is_not_guessed(source: str) -> None:
    assert truth_of(source, a=a, b=b, x=x, n=n, k=k) in (HANGING[source], Truth.UNDECIDED)


@pytest.mark.parametrize("base", ["-1", "a"])
def test_a_power_that_sympy_writes_with_imaginary_numbers_may_be_real(base: str) -> None:
    source = f"ForAll((a, k), given=And(k >= 1, a < -1), then=Equal(Limit(({base}/n)**(k*(k + 1)/2), n, oo), 0))"
    assert truth_of(source, a=a, n=n, k=k) in (Truth.TRUE, Truth.UNDECIDED)
