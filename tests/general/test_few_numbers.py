"""Tests of sums over an index where it is known how many numbers there are: these are written out."""

from __future__ import annotations

import pytest
from sympy import And, Eq, Max, Ne, Or, Rational, log

from probatum import Exists, ForAll, average, features, integers, total
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import UndefinedError
from probatum.proposition.kinds import Proposition

n = integers("n")
x, w = features("x w", of=n)
one, two, five = features("x", of=1), features("x", of=2), features("x", of=5)
WEIGHTS = And(w > 0, Eq(total(w), 1))
INSIDE = And(x >= 0, x <= 1)
TRUE = {
    "one number is its own mean": ForAll((x, n), given=Eq(n, 1), then=Eq(average(x) ** 2, average(x**2))),
    "a product of one": ForAll((x, w, n), given=Eq(n, 1), then=Eq(average(x * w), average(x) * average(w))),
    "one that is zero": ForAll((x, n), given=And(Eq(n, 1), Eq(total(x), 0)), then=Eq(total(x**2), 0)),
    "one product that is zero": ForAll((x, w, n), given=And(Eq(n, 1), Eq(total(x * w), 0)), then=Or(Eq(total(x), 0), Eq(total(w), 0))),
    "a sum of means": ForAll((x, n), given=Eq(n, 3), then=Eq(total(average(x)), total(x))),
    "the largest variance of three": ForAll((x, n), given=And(INSIDE, Eq(n, 3)), then=average(x**2) - average(x) ** 2 <= Rational(2, 9)),
    "the entropy of two": ForAll((w, n), given=And(WEIGHTS, Eq(n, 2)), then=-total(w * log(w)) <= log(2)),
    "of one, as declared": ForAll(one, then=Eq(total(one) ** 2, total(one**2))),
    "positive parts of two": ForAll(two, then=total(Max(two, 0)) >= total(two)),
    "there are two that are equal": Exists(two, given=two > 0, then=total(two) ** 2 >= 2 * total(two**2)),
    "one quotient": ForAll((x, n), given=And(Eq(n, 1), Ne(x, 0)), then=Eq(total(x**2) / total(x), total(x))),
}
FALSE = {
    "two numbers are not their mean": ForAll((x, n), given=Eq(n, 2), then=Eq(average(x) ** 2, average(x**2))),
    "two that add up to zero": ForAll((x, n), given=And(Eq(n, 2), Eq(total(x), 0)), then=Eq(total(x**2), 0)),
    "a mean of three alone": ForAll((x, n), given=Eq(n, 3), then=Eq(total(average(x)), average(x))),
    "less than the largest variance of three": ForAll(
        (x, n), given=And(INSIDE, Eq(n, 3)), then=average(x**2) - average(x) ** 2 < Rational(2, 9)
    ),
    "the largest variance of four": ForAll((x, n), given=And(INSIDE, Eq(n, 4)), then=average(x**2) - average(x) ** 2 <= Rational(2, 9)),
    "less than the entropy of two": ForAll((w, n), given=And(WEIGHTS, Eq(n, 2)), then=-total(w * log(w)) < log(2)),
    "of two, as declared": ForAll(two, then=Eq(total(two) ** 2, total(two**2))),
    "of five, as declared": ForAll(five, then=total(five) ** 2 <= 4 * total(five**2)),
    "there are no two with less": Exists(two, given=two > 0, then=total(two) ** 2 > 2 * total(two**2)),
}
NONE = {
    "one that deviates": ForAll((x, n), given=And(Eq(n, 1), average((x - average(x)) ** 2) > 0), then=total(x) > 0),
    "two and three": ForAll((x, n), given=And(Eq(n, 2), Eq(n, 3)), then=total(x) > 0),
    "no number": ForAll((x, n), given=Eq(n, 0), then=total(x) > 0),
}
UNDEFINED = {
    "a quotient of one": ForAll((x, n), given=Eq(n, 1), then=Eq(total(x**2) / total(x), total(x))),
    "shares of two": ForAll((x, n), given=Eq(n, 2), then=Eq(total(x / average(x)), 2)),
    "the spread of one": ForAll((x, n), given=Eq(n, 1), then=total((x - average(x)) ** 2) / (n - 1) >= 0),
}


@pytest.mark.parametrize("stated", TRUE.values(), ids=TRUE)
def test_it_is_proved(stated: Proposition) -> None:
    assert decide(stated, thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("stated", FALSE.values(), ids=FALSE)
def test_it_is_refuted(stated: Proposition) -> None:
    assert decide(stated, thorough=False).truth is Truth.FALSE


@pytest.mark.parametrize("stated", NONE.values(), ids=NONE)
def test_there_are_none(stated: Proposition) -> None:
    assert decide(stated, thorough=False).truth is Truth.VACUOUS


@pytest.mark.parametrize("stated", UNDEFINED.values(), ids=UNDEFINED)
def test_it_has_no_value(stated: Proposition) -> None:
    with pytest.raises(UndefinedError):
        decide(stated, thorough=False)


def test_a_counterexample_shows_the_numbers_of_a_feature_together() -> None:
    decided = decide(FALSE["two that add up to zero"], thorough=False)
    assert decided.counterexample is not None
    values = dict(decided.counterexample.values)
    first, second = values["x"]
    assert (values["n"], first + second) == (2, 0)
    assert first != 0
