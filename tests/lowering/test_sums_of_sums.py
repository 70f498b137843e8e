"""Tests of sums of sums, of series that start at a parameter and of convolutions: each value is what the terms add up to."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from sympy import Add, Integer, Sum, binomial, oo

from probatum import And, Equal, ForAll, Ge, Gt, Lt, integers
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.sums.vandermonde import convolutions

n, m, r, k, j = integers("n m r k j")


def every(then: Any, start: int = 1) -> Any:
    return ForAll(n, given=n >= start, then=then)


def of_three(then: Any) -> Any:
    return ForAll((n, m, r), given=And(n >= 0, m >= 0, r >= 0), then=then)


CHOSEN = Sum(binomial(m, k) * binomial(n, r - k), (k, 0, r))
TRUE: dict[str, Any] = {
    "sums of numbers": every(Equal(Sum(j, (j, 1, k), (k, 1, n)), n * (n + 1) * (n + 2) / 6)),
    "sums of nothing": every(Equal(Sum(j, (j, 1, k), (k, 0, n)), n * (n + 1) * (n + 2) / 6), 0),
    "products of both": every(Equal(Sum(j * k, (j, 1, n), (k, 1, n)), (n * (n + 1) / 2) ** 2)),
    "sums of powers": every(Equal(Sum(2**j, (j, 0, k), (k, 0, n)), 2 ** (n + 2) - n - 3), 0),
    "a tail below": every(Lt(Sum(1 / k**2, (k, n, oo)), 1 / (n - 1)), 2),
    "a tail above": every(Gt(Sum(1 / k**2, (k, n, oo)), 1 / n)),
    "a tail by an enclosure": every(Lt(Sum(1 / k**3, (k, n, oo)), 1 / (2 * (n - 1) ** 2)), 2),
    "a tail that telescopes": every(Equal(Sum(1 / (k * (k + 1)), (k, n, oo)), 1 / n)),
    "a geometric tail": every(Equal(Sum(2 ** (-k), (k, n, oo)), 2 ** (1 - n)), 0),
    "two sets": of_three(Equal(CHOSEN, binomial(m + n, r))),
    "squares": every(Equal(Sum(binomial(n, k) ** 2, (k, 0, n)), binomial(2 * n, n)), 0),
    "one set from the other": of_three(Equal(Sum(binomial(m, k) * binomial(n, k), (k, 0, n)), binomial(m + n, n))),
}
FALSE: dict[str, Any] = {
    "sums of numbers": every(Equal(Sum(j, (j, 1, k), (k, 1, n)), n * (n + 1) ** 2 / 4)),
    "products of both": every(Equal(Sum(j * k, (j, 1, k), (k, 1, n)), (n * (n + 1) / 2) ** 2)),
    "a tail below": every(Lt(Sum(1 / k**2, (k, n, oo)), 1 / n), 2),
    "a tail above": every(Gt(Sum(1 / k**2, (k, n + 1, oo)), 1 / n)),
    "a tail that telescopes": every(Equal(Sum(1 / (k * (k + 1)), (k, n, oo)), 1 / (n + 1))),
    "a geometric tail": every(Equal(Sum(2 ** (-k), (k, n, oo)), 2 ** (-n)), 0),
    "two sets": of_three(Equal(CHOSEN, binomial(m + n + 1, r))),
    "too few terms": of_three(Ge(Sum(binomial(m, k) * binomial(n, r - k), (k, 1, r)), binomial(m + n, r))),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_the_terms_add_up_to_is_proved(statement: Any) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_its_false_twin_is_refuted(statement: Any) -> None:
    assert decide(statement, thorough=False).truth is Truth.FALSE


TERMS = [
    binomial(m, k) * binomial(n, r - k), binomial(m, k) * binomial(n, k), binomial(m, k + 1) * binomial(n, k),
    binomial(m, m - k) * binomial(n, n - r + k),
]  # fmt: skip


@pytest.mark.parametrize("high", [n, m, r, n - 1])
@pytest.mark.parametrize("term", TERMS, ids=str)
def test_a_convolution_is_right_where_its_conditions_hold(term: Any, high: Any) -> None:
    (found,) = convolutions(term, k, Integer(0), high)
    (_, _, whole), (_, _, terms) = found.conditions
    wrong, tried = [], 0
    for values in itertools.product(range(4), repeat=3):
        at = dict(zip((n, m, r), map(Integer, values), strict=True))
        numbers = [{**at, k: Integer(number)} for number in range(int(high.xreplace(at)) + 1)]
        if whole.xreplace(at) == True and all(terms.xreplace(here) == True for here in numbers):  # noqa: E712  SymPy's
            tried += 1
            if found.form.xreplace(at) != Add(*(term.xreplace(here) for here in numbers)):
                wrong.append(values)
    assert tried > 0
    assert wrong == []
