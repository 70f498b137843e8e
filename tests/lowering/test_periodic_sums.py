"""Tests of sums of terms that repeat; the first sums by adding them up."""

from __future__ import annotations

import pytest
import sympy

from probatum import integers
from probatum.decision import Truth
from probatum.lowering.sums.periodic_sums import by_remainders
from tests.authored import authored, truth_of
from tests.each import each

n, m, k = integers("n m k")
NAMES = {"n": n, "m": m, "k": k}
DECIDED = {
    "n >= 1, then=Ge(2*Sum(Mod(k, 2), (k, 1, n)), n)": Truth.TRUE,
    "n >= 1, then=Gt(2*Sum(Mod(k, 2), (k, 1, n)), n)": Truth.FALSE,
    "n >= 0, then=Le(Sum(Mod(k, 3), (k, 1, n)), n + 1)": Truth.TRUE,
    "n >= 0, then=Le(Sum(Mod(k, 3), (k, 1, n)), n)": Truth.FALSE,  # 1 + 2 at n = 2
    "n >= 1, then=Eq(Sum(Mod(k**2, 4), (k, 1, 2*n)), n)": Truth.TRUE,
    "n >= 1, then=Eq(Sum(Mod(k**2, 4), (k, 1, 2*n + 1)), n)": Truth.FALSE,
    "n >= 1, then=Le(Abs(Sum(Mod(k, 5) - 2, (k, 1, n))), 3)": Truth.TRUE,
    "n >= 1, then=Le(Abs(Sum(Mod(k, 5) - 2, (k, 1, n))), 1)": Truth.FALSE,  # -1 + 0 + 1 + 2 at n = 4
    "n >= 0, then=Eq(Sum(Mod(2**(k + 3), 8), (k, -3, n)), n + 4)": Truth.FALSE,
    "n >= 3, then=Eq(Sum(floor(k/2) - floor((k - 1)/2), (k, 3, n)), floor(n/2) - 1)": Truth.TRUE,
    "n >= 3, then=Eq(Sum(floor(k/2) - floor((k - 1)/2), (k, 3, n)), floor(n/2))": Truth.FALSE,
}
LEFT = [  # without end, of other numbers, of what does not repeat, from a number that moves
    "n >= 1, then=Ge(Sum(Mod(k, 2)/2**k, (k, 1, oo)), 0)",
    "n >= 1, then=Ge(Sum(Mod(k, n), (k, 1, n)), 0)",
    "n >= 1, then=Ge(Sum(k*Mod(k, 2), (k, 1, n)), 0)",
    "n >= 1, then=Ge(Sum(Mod(k, 2), (k, n, 2*n)), 0)",
    "n >= 1, then=Ge(Sum(Mod(k, 25), (k, 1, n)), 0)",
    "n >= 1, then=Ge(Sum(sin(k), (k, 1, n)), -2)",
    "n >= 1, then=Ge(Sum(Mod(2**(k + 3), 8), (k, -3, n)), 0)",  # 1, 2, 4, and 0 from k = 0 on
    "n >= 1, then=Ge(Sum(Mod(2**(k + 2), 8), (k, -2, n)), 0)",
]


@pytest.mark.parametrize("stated", DECIDED)
def test_it_is_decided(stated: str) -> None:
    assert truth_of(f"ForAll(n, given={stated})", **NAMES) is DECIDED[stated]


@pytest.mark.parametrize("stated", LEFT)
def test_others_are_left(stated: str) -> None:
    statement = authored(f"ForAll(n, given={stated})", **NAMES)
    assert by_remainders(statement) == statement


def test_the_form_is_the_sum_from_the_number_before_the_first_on() -> None:
    for term, low in each((("Mod(k, 3)", 1), ("Mod(k**2 + k, 5) - 1", -2), ("Mod(2**k, 7)", 0), ("(-1)**k*Mod(k, 4)", 3))):
        stated = authored(f"ForAll(n, given=n >= {low}, then=Ge(Sum({term}, (k, {low}, n)), 0))", **NAMES)
        form = by_remainders(stated).then.lhs
        function = sympy.sympify(term, locals={"k": k})
        for number in each(range(low - 1, low + 30)):
            added = sum(function.xreplace({k: sympy.Integer(place)}) for place in range(low, number + 1))
            assert form.xreplace({n: sympy.Integer(number)}) == added, (term, number)
