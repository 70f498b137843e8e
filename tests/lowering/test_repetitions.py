"""Tests of how conditions on integers repeat: against each integer of a long range, and what does not repeat."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Eq, Ge, Gt, Mod, Ne, Rational, ceiling, cos, floor, pi, sin

from probatum.lowering.whole_numbers.repetitions import ALWAYS, NotPeriodicError, Repeat, repetitions
from tests.each import each

n, m = sympy.symbols("n m", integer=True)
x = sympy.Symbol("x", real=True)
LOW = 0  # of powers
ROWS: dict[str, tuple[Any, Repeat]] = {
    "a remainder": (Eq(Mod(n**2, 4), 1), Repeat(4)),
    "of a fraction": (Eq(Mod(n / 2, 3), Rational(1, 2)), Repeat(6)),
    "of a polynomial with fractions": (Eq(Mod(n**2 / 6 + n / 4, 1), 0), Repeat(12)),
    "two remainders": (Eq(Mod(n, 4), Mod(n, 6)), Repeat(12)),
    "by a negative number": (Gt(Mod(n, -3), -2), Repeat(3)),
    "a floor": (Eq(floor(n / 2) * 2, n), Repeat(2)),
    "a ceiling": (Ge(3 * ceiling(n / 3) - n, 2), Repeat(3)),
    "a floor less another": (Gt(floor(n / 2) - n / 2 + floor(n / 3) - n / 3, -1), Repeat(6)),
    "a sign": (Gt((-1) ** n, 0), Repeat(2)),
    "a sign of a square": (Gt((-1) ** (n**2 + n + 1), 0), Repeat(2)),
    "a sine": (Gt(sin(pi * n / 3), 0), Repeat(6)),
    "a cosine": (Eq(cos(2 * pi * n / 3), 1), Repeat(6)),
    "a power": (Eq(Mod(2**n, 12), 4), Repeat(2, 2)),
    "a power of a multiple": (Eq(Mod(2 ** (3 * n + 1), 20), 8), Repeat(4, 1)),
    "a power that repeats at once": (Eq(Mod(3**n, 7), 6), Repeat(6, 0)),
    "a power of a negative number": (Eq(Mod((-2) ** n, 3), 1), Repeat(1, 0)),
    "a power beside the number": (Eq(Mod(2**n + n, 3), 0), Repeat(6, 0)),
    "a power over a number": (Eq(Mod(2**n / 3, 1), Rational(1, 3)), Repeat(2, 0)),
    "powers with two starts": (Eq(Mod(2**n, 8), Mod(2**n, 2)), Repeat(1, 3)),
}
NONE: dict[str, Any] = {
    "the number itself": Eq(Mod(n, 2), n),
    "a real number": Gt(Mod(x, 2), 1),
    "by what varies": Gt(Mod(7, n), 1),
    "a power of another number": Gt((-2) ** n, 1),
    "a power of what varies": Gt(Mod(m**n, 3), 1),
    "a sine of something else": Gt(sin(pi * n**2 / 3 + n), 0),
    "of no multiple of pi": Gt(sin(n), 0),
    "an exponent that falls": Eq(Mod(2 ** (5 - n), 3), 1),
    "an exponent of half steps": Eq(Mod(2 ** (n / 2), 3), 1),
    "a square as exponent": Eq(Mod(2 ** (n**2), 3), 1),
    "an exponent of two": Eq(Mod(2 ** (n + m), 3), 1),
    "not bounded below": Eq(Mod(2**m, 3), 1),
    "of no polynomial": Gt(Mod(floor(n / 2) / 3, 1), 0),
    "with an irrational number": Gt(Mod(sympy.sqrt(2) * n, 1), 0),
    "too long a period": Eq(Mod(n, 10_007), 1),
    "too long a power": Eq(Mod(2**n, 10_007 * 10_009), 1),
    "nothing": sympy.true,
}


@pytest.mark.parametrize("name", ROWS)
def test_it_repeats_as_it_says(name: str) -> None:
    condition, wanted = ROWS[name]
    found = repetitions((n, m), [condition], {n: LOW})
    assert (found[n], found[m]) == (wanted, ALWAYS)

    def so(number: int) -> Any:
        return condition.subs(n, number)

    first = LOW if wanted.start is not None else -25
    whole = wanted.whole(first)
    for number in each(range(first, 40)):
        like = wanted.first_like(number)
        assert so(number) == so(like)
        assert so(number) == so(next(one for one in whole if wanted.first_like(one) == like))


@pytest.mark.parametrize("name", NONE)
def test_what_does_not_repeat_is_told(name: str) -> None:
    with pytest.raises(NotPeriodicError):
        repetitions((n, m, x), [NONE[name]], {n: LOW})


def test_the_integers_to_look_at_go_to_the_start_and_on_for_a_period() -> None:
    assert [*Repeat(3).whole(None)] == [0, 1, 2]
    assert [*Repeat(3).whole(-4)] == [-4, -3, -2]
    assert [*Repeat(2, 5).whole(3)] == [3, 4, 5, 6]
    assert [*Repeat(2, 5).whole(8)] == [8, 9]


def test_exponents_start_at_no_less_than_zero() -> None:
    condition = Eq(Mod(2**n, 3), 1)
    assert repetitions((n,), [condition], {n: 0}) == {n: Repeat(2, 0)}
    assert repetitions((n,), [condition], {n: 5}) == {n: Repeat(2, 0)}
    with pytest.raises(NotPeriodicError):
        repetitions((n,), [condition], {n: -1})


def test_several_conditions_repeat_together() -> None:
    found = repetitions((n, m), [Eq(Mod(n, 4), Mod(m, 3)), Eq(Mod(2**n, 12), 4), Ne(Mod(m, 5), 0)], {n: 0})
    assert found == {n: Repeat(4, 2), m: Repeat(15)}
