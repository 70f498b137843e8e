"""Tests of series whose terms hold what repeats, and of those whose terms have no limit."""

from __future__ import annotations

import pytest
import sympy

from probatum.calculus.forms.remainders import by_remainders
from probatum.decision import Truth
from tests.authored import truth_of

k = sympy.Symbol("k", integer=True)
ROWS = {
    "Equal(Sum(floor(k/2)/3**k, (k, 0, oo)), Rational(3, 16))": Truth.TRUE,
    "Equal(Sum(floor(k/2)/3**k, (k, 0, oo)), Rational(1, 6))": Truth.FALSE,
    "Equal(Sum(Mod(k, 3)/2**k, (k, 0, oo)), Rational(8, 7))": Truth.TRUE,
    "Equal(Sum(Mod(k, 3)/2**k, (k, 0, oo)), 1)": Truth.FALSE,
    "Equal(Sum(cos(pi*k/3)/2**k, (k, 0, oo)), 1)": Truth.TRUE,
    "Equal(Sum(cos(pi*k/3)/2**k, (k, 0, oo)), 2)": Truth.FALSE,
    "Equal(Sum((-1)**floor(k/2)/2**k, (k, 0, oo)), Rational(6, 5))": Truth.TRUE,
    "Equal(Sum((-1)**floor(k/2)/2**k, (k, 0, oo)), Rational(4, 5))": Truth.FALSE,
    "Equal(Sum((-1)**(k*(k - 1)/2)/2**k, (k, 0, oo)), 5)": Truth.FALSE,
    "Equal(Sum(1/((Mod(k, 2) + 1)*2**k), (k, 0, oo)), Rational(5, 3))": Truth.TRUE,
    "Equal(Sum(1/(Mod(k, 3)*2**k), (k, 1, oo)), 1)": None,
    "Equal(Sum(Mod(k, 2)/k**2, (k, 1, oo)), pi**2/6)": Truth.FALSE,
    "ForAll((), then=Sum((-1)**floor(k/2)/(k + 1), (k, 0, oo)) > Rational(11, 10))": Truth.TRUE,
    "ForAll((), then=Sum((-1)**floor(k/2)/(k + 1), (k, 0, oo)) > Rational(12, 10))": Truth.FALSE,
    "Equal(Sum(Mod(k, 2)/k, (k, 1, oo)), oo)": Truth.TRUE,
    "Equal(Sum(Mod(k, 2)/k, (k, 1, oo)), 100)": Truth.FALSE,
    # terms without a limit
    "Equal(Sum(2 + (-1)**k, (k, 0, oo)), oo)": Truth.TRUE,
    "Equal(Sum(2 + (-1)**k, (k, 0, oo)), 5)": Truth.FALSE,
    "Equal(Sum(1 + (-1)**k, (k, 0, oo)), oo)": Truth.TRUE,
    "Equal(Sum(-2 - (-1)**k, (k, 0, oo)), -oo)": Truth.TRUE,
    "Equal(Sum(-2 - (-1)**k, (k, 0, oo)), oo)": Truth.FALSE,
    "Equal(Sum((-1)**k + 1/(k + 1), (k, 0, oo)), oo)": Truth.TRUE,
    "Equal(Sum((-1)**k + 1/(k + 1)**2, (k, 0, oo)), oo)": Truth.FALSE,
    "Equal(Sum((-1)**k, (k, 0, oo)), oo)": Truth.FALSE,
    "Equal(Sum((-1)**k, (k, 0, oo)), Rational(1, 2))": Truth.FALSE,
    "Equal(Sum(Mod(k, 2), (k, 0, oo)), oo)": Truth.TRUE,
    "Equal(Sum(cos(pi*k/3), (k, 0, oo)), Rational(1, 2))": Truth.FALSE,
    "Equal(Sum((-1)**k*k, (k, 1, oo)), -Rational(1, 4))": Truth.FALSE,
    "Equal(Sum((-1)**k*k, (k, 1, oo)), oo)": Truth.UNDECIDED,  # no number; whether infinite is not seen
    "Ne(Sum((-1)**k*k, (k, 1, oo)), 0)": None,
}


@pytest.mark.parametrize("source", ROWS)
def test_a_series_is_told_by_the_remainder_of_its_index(source: str) -> None:
    assert truth_of(source, k=k) is ROWS[source]


@pytest.mark.parametrize(
    "term",
    [sympy.log(k) / k**2, sympy.sin(k) / k, sympy.floor(sympy.sqrt(2) * k) / 2**k, (-1) ** sympy.floor(sympy.sqrt(k))],
)
def test_where_nothing_is_seen_to_repeat_there_are_no_parts(term: sympy.Expr) -> None:
    assert by_remainders(term, k, sympy.Integer(1), turning=True) is None


def test_each_remainder_has_the_terms_of_its_indices() -> None:
    term = sympy.floor(k / 3) + sympy.Mod(k, 2) * sympy.cos(sympy.pi * k / 2) + (-1) ** k * k
    parts = by_remainders(term, k, sympy.Integer(5), turning=True)
    assert parts is not None
    told = [part.xreplace({k: sympy.Integer(times)}) for times in range(6) for part in parts]
    assert told == [term.xreplace({k: sympy.Integer(5 + further)}) for further in range(6 * len(parts))]
    assert len(parts) == 6
