"""Tests of sums by closed forms, by logarithms and by what is left of their series: what is true is proved, what is false refuted."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import EulerGamma, I, Rational, Sum, exp, harmonic, log, oo, pi, sqrt

from probatum import Eventually, ForAll, Lt, integers
from probatum.calculus.ultimately import ultimately
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.steps.euler_constant import by_logarithms
from probatum.lowering.sums.tails import by_tails
from probatum.lowering.sums.telescoped import in_closed_form
from tests.each import each

n, k = integers("n k")
R = Rational


def every(then: Any, start: int = 1) -> Any:
    return ForAll(n, given=n >= start, then=then)


squares, cubes, roots = (Sum(k**-power, (k, 1, n)) for power in (2, 3, R(3, 2)))
products = Sum(1 / (k * (k + 1) * (k + 2)), (k, 1, n))
TRUE: dict[str, Any] = {
    "telescoping": every(products < R(1, 4)),
    "telescoping, from beyond a pole": every(Sum(1 / (k**2 - 1), (k, 2, n)) < R(3, 4), 2),
    "Euler's constant, from above": every(harmonic(n) < log(n) + R(578, 1000) + 1 / (2 * n)),
    "Euler's constant, from below": every(harmonic(n) - log(n) > EulerGamma),
    "Euler's constant, as a number": every(harmonic(n) - log(n) > R(577, 1000)),
    "twice as many": every(harmonic(2 * n) - harmonic(n) < log(2)),
    "squares": every(squares < pi**2 / 6),
    "squares, their tail": every(squares < pi**2 / 6 - 1 / (n + 1)),
    "squares, the rest": every(squares > pi**2 / 6 - 1 / n),
    "squares, harmonic": every(harmonic(n, 2) < pi**2 / 6),
    "cubes, by an enclosure": every(cubes < R(1203, 1000)),
    "roots": every(roots < 3),
    "eventually above": Eventually(n, squares > R(164, 100)),
    "eventually below": Eventually(n, squares < R(165, 100)),
    "never there": Eventually(n, squares < pi**2 / 6),
    "never there, from above": Eventually(n, -products > -R(1, 4)),
    "between two numbers": Eventually(n, harmonic(n) - log(n) < R(6, 10)),
    "terms that fall ever faster": ForAll((), then=Lt(Sum(exp(-(k**2)), (k, 1, oo)), R(41, 100))),
}
FALSE: dict[str, Any] = {
    "telescoping": every(products < R(249, 1000)),
    "telescoping, from beyond a pole": every(Sum(1 / (k**2 - 1), (k, 2, n)) < R(74, 100), 2),
    "Euler's constant, from above": every(harmonic(n) < log(n) + R(577, 1000) + 1 / (2 * n)),
    "Euler's constant, from below": every(harmonic(n) - log(n) >= 1),
    "Euler's constant, as a number": every(harmonic(n) - log(n) > R(578, 1000)),
    "twice as many": every(harmonic(2 * n) - harmonic(n) > log(2) - 1 / (5 * n)),
    "squares": every(squares < R(164, 100)),
    "squares, their tail": every(squares < pi**2 / 6 - 1 / n),
    "squares, the rest": every(squares > pi**2 / 6 - 1 / (n + 1)),
    "squares, harmonic": every(harmonic(n, 2) < R(3, 2)),
    "cubes": every(cubes < R(1201, 1000)),
    "eventually above": Eventually(n, squares > R(165, 100)),
    "eventually below": Eventually(n, squares < R(164, 100)),
    "never there": Eventually(n, squares >= pi**2 / 6),
    "between two numbers": Eventually(n, harmonic(n) - log(n) < R(57, 100)),
}
NOT_BY_THE_SUM_ALONE = {  # the rest tends to 0, too, and weighs more or less than what the sum lacks
    "harmonic numbers": 4 * (harmonic(n) - log(n) - EulerGamma) + squares > pi**2 / 6,
    "an inverse": 2 / n + squares > pi**2 / 6,
}
OTHERS: dict[str, Any] = {
    "no relation": ForAll(n, given=n >= 1, then=n >= 0),
    "no start": ForAll(n, given=n >= 0, then=harmonic(n) <= 1 + log(n + 1)),
    "a whole series": every(Sum(1 / k**2, (k, 1, oo)) / n < pi**2 / (6 * n)),
    "no convergence": every(Sum(1 / sqrt(k), (k, 1, n)) <= n),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_follows_is_proved(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_its_false_twin_is_refuted(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.FALSE


def test_what_comes_to_the_limit_with_the_sum_is_not_left_out() -> None:
    for name, condition in each(NOT_BY_THE_SUM_ALONE.items()):
        assert ultimately(condition, n, oo) is not False, name


def test_others_are_left_as_they_are() -> None:
    for statement in each(OTHERS.values()):
        assert all(written(statement) is statement for written in (by_logarithms, by_tails, in_closed_form))


def test_numbers_below_zero_have_no_logarithms() -> None:
    opposite = by_logarithms(ForAll(n, given=n <= -1, then=harmonic(-2 * n) > log(-n)))
    assert isinstance(opposite, ForAll)
    assert opposite.then.has(log(2))
    assert not opposite.then.has(log(n), I)
