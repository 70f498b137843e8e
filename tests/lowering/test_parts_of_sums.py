"""Tests of what closed forms of sums are made of, each part by itself: forms at numbers, bounds on their side, and what must be shown."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Rational, Sum, binomial, log, oo

from probatum import ForAll, Lt, integers, reals
from probatum.lowering.analysis import parameter_signs
from probatum.lowering.sums import tails
from probatum.lowering.sums.nested_sums import nested
from probatum.lowering.sums.series_starts import FIRST_TERMS, later
from probatum.lowering.sums.telescoped import in_closed_form
from probatum.lowering.sums.vandermonde import convolutions
from probatum.lowering.value import Value
from tests.each import each

n, m, k, a, b = integers("n m k a b")
t = reals("t")


@pytest.mark.parametrize("term", [1 / (k * (k + 1)), 1 / (k * (k + 2)), 1 / (4 * k**2 - 1)], ids=str)
def test_a_closed_form_is_the_sum_at_every_number(term: Any) -> None:
    total = Sum(term, (k, 1, n))
    form = in_closed_form(ForAll(n, given=n >= 1, then=Lt(total, 5))).then.lhs
    assert not form.has(Sum)
    assert [form.xreplace({n: sympy.Integer(number)}) for number in (1, 2, 5)] == [total.subs(n, number).doit() for number in (1, 2, 5)]


@pytest.mark.parametrize(
    "total", [Sum(t / (k * (k + 1)), (k, 1, n)), Sum(1 / (k * (k + 1)), (k, m, n)), Sum(1 / (k * (k + 1)), (k, 1, oo))], ids=str
)
def test_what_holds_more_than_its_index_is_left(total: Any) -> None:
    statement = ForAll((n, m, t), then=Lt(total, 5))
    assert in_closed_form(statement) == statement


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("term", [k**-2, -(k**-2), k**-4, -(k**-4)], ids=str)
def test_a_bound_by_a_tail_is_on_its_side(term: Any, side: int) -> None:
    total = Sum(term, (k, 1, n))
    bounds = list(tails._bounds(total, side, n >= 1))
    assert bounds
    for number, bound in each([(number, bound) for bound in bounds for number in (1, 2, 7)]):
        difference = sympy.N(bound.value.subs(n, number)) - sympy.N(total.subs(n, number).doit())
        assert side * difference > 0


def test_a_series_from_a_parameter_on_is_the_whole_less_its_first_terms() -> None:
    (first, *_) = later(1 / k**2, k, m, lambda *_: iter(()))
    assert first.form == sympy.pi**2 / 6 - Sum(1 / k**2, (k, 1, m - 1))
    whole = Value(t * 7, FIRST_TERMS, ())
    (first, *_) = later(t / k**2, k, m, lambda *_: iter((whole,)))
    assert first.form == 7 * t - Sum(t / k**2, (k, 1, m - 1))
    assert first.conditions == (((), sympy.true, m >= 1),)


def test_what_must_hold_of_inner_sums_holds_to_both_ends() -> None:
    (found,) = nested(Sum(1 / (k * (k + 1)), (k, 1, m), (m, 1, n)))
    _, (_, terms, _), (_, values, _) = found.conditions
    at = {m: sympy.Integer(1), n: sympy.Integer(1)}
    assert [bool(terms.subs(at | {k: number})) for number in (0, 1, 2)] == [False, True, False]
    assert [bool(values.subs(at | {k: number})) for number in (0, 1, 2, 3)] == [False, True, True, False]
    assert [found.form.function.subs(m, number) for number in (1, 2)] == [Rational(1, 2), Rational(2, 3)]


def test_what_must_hold_of_convolved_terms_holds_to_both_ends() -> None:
    (found,) = convolutions(binomial(a, k) * binomial(b, n - k), k, sympy.Integer(0), n)
    _, (_, terms, _) = found.conditions
    assert [bool(terms.subs({n: 2, k: number})) for number in (-1, 0, 2, 3)] == [False, True, True, False]
    assert not list(convolutions(binomial(a, k) * binomial(b, n - k) * binomial(2, k), k, sympy.Integer(0), n))


def test_a_case_that_nobody_can_compare_counts() -> None:
    below = sympy.Dummy(negative=True, real=True)
    assert not parameter_signs._is_false(log(t) > 0, {t: below})
    assert parameter_signs._is_false(t > 0, {t: below})


def test_a_case_between_two_integers_is_one_of_a_real_parameter_only() -> None:
    given = Lt(t, Rational(1, 2))
    assert len(list(parameter_signs._cases(ForAll(t, given=given, then=Lt(t, 1)), t))) == 3
    assert len(list(parameter_signs._cases(ForAll(n, given=given.xreplace({t: n}), then=Lt(n, 1)), n))) == 2
