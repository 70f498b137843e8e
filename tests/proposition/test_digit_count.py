"""Tests of numbers that are too long to write down: said so, decided by enclosures, and shown by how many digits they have."""

from __future__ import annotations

import pytest
import sympy

from probatum.calculus.signs.under_bounds import explodes, shifts
from probatum.decide.deciding import decide
from probatum.decide.numbers import symbolic
from probatum.decision import Outcome, Reason, Truth
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.numbers.digit_count import long_to_factor, too_long, too_long_at
from probatum.proposition.reading.sentences import latex_of, words_of
from probatum.proposition.relation import Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import integers, reals
from tests.each import each

(k, n), x = integers("k n"), reals("x")
HUGE = sympy.factorial(10**7, evaluate=False)
CLOSE = sympy.exp(10**9 * sympy.log(1 + sympy.Rational(1, 10**9)))  # to Euler's number, from below
TOWER = sympy.Pow(2, sympy.Integer(2) ** 70, evaluate=False)
LONG = sympy.Integer(10) ** 20_000
FAR_ZETA = sympy.zeta(10**6, evaluate=False)


@pytest.mark.parametrize(
    ("expression", "long"),
    [
        (HUGE, True),
        (TOWER, True),
        (x * HUGE, True),
        (sympy.factorial(n), False),
        (LONG, False),
        (CLOSE, True),
        (sympy.zeta(n), False),
        (sympy.zeta(10**6, evaluate=False), True),
    ],
)
def test_a_number_is_known_to_be_too_long_before_it_is_computed(expression: sympy.Expr, long: bool) -> None:
    assert too_long(expression) is long


@pytest.mark.parametrize(
    ("expression", "long"),
    [
        (sympy.factorial(n), False),
        (sympy.factorial(sympy.factorial(n)), True),
        (2 ** (2**n), False),
        (2 ** (2 ** (2**n)), True),
        (n**2 + x, False),
        (sympy.Sum(1 / sympy.factorial(k), (k, 1, n)), False),
        (sympy.Sum(1 / sympy.factorial(sympy.factorial(k)), (k, 1, n)), True),
        (sympy.Sum(sympy.factorial(100**k), (k, n, 1)), True),
        (sympy.fibonacci(10**n), True),
    ],
)
def test_what_is_put_in_is_known_to_be_too_long_before_it_is_computed(expression: sympy.Expr, long: bool) -> None:
    assert too_long_at(expression, {n: sympy.Integer(12)}) is long


TOWERS = {
    "factorials": (Ge(sympy.factorial(sympy.factorial(n)), sympy.factorial(n)), Truth.UNDECIDED),
    "false factorials": (Le(sympy.factorial(sympy.factorial(n)), 10**6), Truth.FALSE),
    "powers": (Ge(2 ** (2 ** (2**n)), n), Truth.TRUE),
    "a sum": (Gt(sympy.Sum(1 / sympy.factorial(sympy.factorial(k)), (k, 1, n)), sympy.Rational(1, 2)), Truth.UNDECIDED),
}


@pytest.mark.parametrize("name", TOWERS)
def test_towers_of_numbers_stop_no_one(name: str) -> None:
    stated, truth = TOWERS[name]
    assert decide(ForAll(n, given=Ge(n, 1), then=stated), thorough=False).truth is truth


def test_a_long_number_is_not_factored() -> None:
    assert long_to_factor(LONG + x)
    assert not long_to_factor(x + 12)


@pytest.mark.parametrize("huge", [HUGE, TOWER], ids=["factorial", "tower"])
def test_enclosures_decide_what_algebra_cannot_write_down(huge: sympy.Expr) -> None:
    found = decide(ForAll((), then=Gt(huge, 10**6)))
    assert found.truth is Truth.TRUE
    assert Reason.TOO_LONG in [decision.reason for decision in found.decisions]
    assert decide(ForAll((), then=Lt(huge, 10**6))).truth is Truth.FALSE


def test_an_exponential_that_is_a_long_power_is_compared_by_enclosures() -> None:
    e = sympy.exp(1)
    assert decide(ForAll((), then=Lt(CLOSE, e))).truth is Truth.TRUE
    assert decide(ForAll((), then=Lt(CLOSE, e - sympy.Rational(2, 10**9)))).truth is Truth.FALSE
    assert decide(Equal(CLOSE, e)).truth is Truth.FALSE
    assert decide(ForAll(n, given=n >= 10**9, then=Lt(CLOSE, n))).truth is Truth.TRUE


@pytest.mark.parametrize(
    ("then", "truth"),
    [
        (Gt(x ** (10**9), 1), Truth.TRUE),
        (Lt(x ** (10**9), 1), Truth.FALSE),
        (Gt(x ** (10**9), x ** (10**8)), Truth.UNDECIDED),
        (Gt(2 ** (10**9 * x) + x, 2), Truth.TRUE),
        (Gt(sympy.exp(10**9 * x), sympy.exp(10**8 * x)), Truth.TRUE),
        (Lt(sympy.exp(10**9 * x), sympy.exp(10**8 * x)), Truth.FALSE),
    ],
    ids=str,
)
def test_high_powers_of_a_variable_are_not_written_out(then: sympy.Basic, truth: Truth) -> None:
    assert decide(ForAll(x, given=x > 1, then=then), thorough=False).truth is truth


TINY = sympy.Rational(1, 10**1_000_000)
FEW_DIGITS_DO: dict[str, tuple[ForAll, Truth]] = {
    "above a tiny number": (ForAll(x, given=Gt(x, 0), then=Gt(x, TINY)), Truth.FALSE),
    "a square and a tiny number": (ForAll(x, then=Gt(x**2 + TINY, 0)), Truth.TRUE),
    "zeta at large numbers": (ForAll(x, given=Gt(x, 1), then=Gt(sympy.zeta(x), sympy.Rational(11, 10))), Truth.FALSE),
    "zeta everywhere": (ForAll(x, given=Gt(x, 1), then=Gt(sympy.zeta(x), 1)), Truth.UNDECIDED),
}


@pytest.mark.parametrize("name", each(FEW_DIGITS_DO))
def test_what_has_many_digits_is_decided_by_few_or_left(name: str) -> None:
    statement, truth = FEW_DIGITS_DO[name]
    assert decide(statement, thorough=False).truth is truth


def test_what_needs_all_digits_is_left_open() -> None:
    found = decide(Equal(HUGE, sympy.factorial(10**7 - 1, evaluate=False) * 10**7))
    assert found.truth is Truth.UNDECIDED


def test_a_power_is_not_moved_to_where_it_is_too_long() -> None:
    for bound, long in ((10**9, True), (10, False)):
        assert explodes(2**n, shifts(n >= bound)) is long
    assert symbolic.decide(ForAll(n, given=n >= 10**9, then=Lt(2**n, n))).outcome is Outcome.UNDECIDED


def test_a_long_integer_is_shown_by_how_many_digits_it_has() -> None:
    shown = [latex_of(LONG), words_of(LONG), latex_of(sympy.Integer(7)), words_of(sympy.Integer(7))]
    assert each(shown) == [r"\text{an integer of 20001 digits}", "[an integer of 20001 digits]", "7", "7"]


@pytest.mark.parametrize(
    ("exponent", "long"),
    [
        (sympy.Rational(22290600185716509, 141214768240721), True),  # 12000 to what is left of it, under a root
        (sympy.Rational(10**14 - 1, 10**14), True),
        (sympy.Rational(1, 10**14), False),
        (sympy.Rational(100, 3), False),
        (sympy.Rational(-1, 2), False),
    ],
)
def test_what_stands_under_a_root_may_be_too_long(exponent: sympy.Rational, long: bool) -> None:
    t = sympy.Symbol("t", positive=True)
    for base in each([sympy.Integer(12_000), sympy.Rational(1, 12_000)]):
        assert too_long_at(t**exponent, {t: base}) is long
        assert too_long_at(x**t, {x: base, t: exponent}) is long
