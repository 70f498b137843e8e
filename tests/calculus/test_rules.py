"""Tests of what the rules of calculus say by themselves, before deciders make something of it."""

from __future__ import annotations

from typing import Any

import flint
import pytest
import sympy
from sympy import factorial, sqrt

from probatum.calculus import proposals
from probatum.calculus.asymptotics.at_infinity import AT_INFINITY
from probatum.calculus.asymptotics.near_forms import QUOTIENTS
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.integration.pieces import Piece, ball_of_piece
from probatum.calculus.proposals import TooMuchWorkError, at_most, share
from probatum.calculus.signs.between import sign_between
from probatum.calculus.ultimately import ultimately
from probatum.claim_cache import forget
from probatum.proposition.relation import Gt, Lt
from probatum.proposition.subjects.coercion import integers, reals

x = reals("x")
n = integers("n")


def test_a_function_has_no_sign_by_that_of_its_argument() -> None:
    assert sign_between(sympy.sin(x), x, sympy.Integer(0), sympy.oo) is None
    assert sign_between(sympy.atan(x) + sqrt(x) * sympy.exp(-x), x, sympy.Integer(0), sympy.oo) == 1


def test_a_slope_in_which_poles_cancel_says_nothing_beyond_them() -> None:
    turned = sympy.atan(sympy.tan(x))  # of slope 1, and 2 - pi at 2
    assert sign_between(turned, x, sympy.Integer(0), sympy.oo) is None
    assert sign_between(turned, x, sympy.Integer(0), sympy.Integer(1)) == 1


@pytest.mark.parametrize(
    ("expression", "low", "high", "sign"),
    [
        (sqrt(x), 1, 2, 1),
        ((x + 1) ** sympy.Rational(-3, 2), 0, 5, 1),
        ((x - 3) ** 3, 1, 2, -1),
        ((x - 3) ** 2, 1, 2, 1),
        ((x - 3) ** -1, 1, 2, -1),
        (sqrt(x - 3), 1, 2, None),
        (x**3, -1, 1, None),
    ],
)
def test_the_sign_of_a_power(expression: Any, low: int, high: int, sign: int | None) -> None:
    assert sign_between(expression, x, sympy.Integer(low), sympy.Integer(high)) == sign


@pytest.mark.parametrize(
    ("integrand", "low", "high", "value"),
    [
        (1 / sqrt(x), 0, 4, 4),
        (1 / sqrt(x - 1), 1, 5, 4),
        (1 / sqrt(7 - x), 3, 7, 4),
        (1 / sqrt((x - 1) * (3 - x)), 1, 3, sympy.pi),
    ],
)
def test_a_singular_end_is_enclosed(integrand: Any, low: int, high: int, value: Any) -> None:
    ball = ball_of_piece(Piece(integrand, x, sympy.Integer(low), sympy.Integer(high)))
    exact = flint.arb.pi() if value == sympy.pi else flint.arb(value)
    assert ball.is_finite()
    assert (ball - exact).contains(0)
    assert ball.rad() < 0.01


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        (Gt(factorial(2 * n), 3**n * factorial(n) ** 2), True),
        (Gt(factorial(2 * n), 5**n * factorial(n) ** 2), False),
        (Lt(factorial(n), 2**n), False),
        (Gt(factorial(n), 100**n), True),
        (Gt(factorial(3 * n), 26**n * factorial(n) ** 3), True),
        (Gt(factorial(3 * n), 28**n * factorial(n) ** 3), False),
    ],
)
def test_the_ratio_of_factorials_tells_which_is_larger_at_last(condition: Any, wanted: bool) -> None:
    assert ultimately(condition, n, sympy.oo) is wanted


@pytest.mark.parametrize("function", [*QUOTIENTS], ids=str)
def test_a_quotient_of_sines_is_the_function_itself(function: Any) -> None:
    here = sympy.Rational(7, 10)
    assert abs((function(here) - QUOTIENTS[function](here)).evalf(30)) < 1e-25


@pytest.mark.parametrize(
    ("function", "end", "value"),
    [
        (function, end, value)
        for function, ends in AT_INFINITY.items()
        for end, value in zip((1, -1), ends, strict=True)
        if value is not None
    ],
)
def test_what_a_function_tends_to_is_what_it_is_far_out(function: Any, end: int, value: Any) -> None:
    far = [complex(sympy.re(function(end * size)).evalf(20)).real for size in (sympy.Integer(40), sympy.Integer(400))]
    if value.is_infinite:
        assert abs(far[1]) > abs(far[0])
        assert (far[1] > 0) is bool(value > 0)
    else:
        assert abs(far[1] - float(value)) < 0.01


def test_summands_of_one_sign_have_that_sign() -> None:
    assert sign_between(x + sympy.exp(x), x, sympy.Integer(0), sympy.oo) == 1
    assert sign_between(-x - sympy.exp(-x), x, sympy.Integer(1), sympy.oo) == -1


def _worked() -> int:
    return sum([_called() for _ in range(100)])


def _called() -> int:
    return 0


def test_a_share_is_used_up_and_outside_of_one_nothing_is() -> None:
    with share(200):
        with at_most(150):
            _worked()
        with pytest.raises(TooMuchWorkError), at_most(150):
            _worked()
    for _ in range(3):
        with at_most(150):
            _worked()
    assert proposals._shared == {"left": None}, "what one claim uses is not taken from the next"


def test_what_was_not_found_for_want_of_work_is_sought_again_by_the_next_claim() -> None:
    forget()
    zero = sympy.sin(3 * x) ** 2 + sympy.cos(3 * x) ** 2 - 1
    with share(50):
        assert not vanishes(zero)
    assert not vanishes(zero), "kept as long as one claim is decided"
    forget()
    assert vanishes(zero)
