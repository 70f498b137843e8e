"""Tests of signs: what bounds on the variables fix is read off, and nothing is guessed."""

from __future__ import annotations

import pytest
import sympy

from probatum.calculus.signs.between import sign_between
from probatum.calculus.signs.under_bounds import ZERO, grows, shifts, sign_under
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import integers, reals
from tests.each import each

x, y, z = reals("x y z")
n = integers("n")
R, sqrt, exp = sympy.Rational, sympy.sqrt, sympy.exp


@pytest.mark.parametrize(
    ("expression", "given", "wanted"),
    [
        (x, Gt(x, 0), (1, True)),
        (x, Lt(x, 0), (-1, True)),
        (x, Ge(x, 0), (1, False)),
        (x, Le(x, 0), (-1, False)),
        (x, Gt(x, 2), (1, True)),
        (x, Ge(x, 2), (1, True)),
        (x - 2, Ge(x, 2), (1, False)),
        (x, Lt(x, -2), (-1, True)),
        (3 - x, Lt(x, 3), (1, True)),
        (x, Gt(x, -1), ZERO),
        (x, sympy.And(Gt(x, y), Gt(y, 0)), (1, True)),
        (x, sympy.And(Gt(x, y), Gt(y, z), Ge(z, 0)), (1, True)),
        (x - y, sympy.And(Ge(x, y), Ge(y, x)), (1, False)),
        (x**2, sympy.true, (1, False)),
        (x**2, Lt(x, 0), (1, True)),
        (x**3, Lt(x, 0), (-1, True)),
        (x**2 + 1, sympy.true, (1, True)),
        (-(x**2) - 1, sympy.true, (-1, True)),
        (x**2 - 1, sympy.true, ZERO),
        (x * y, sympy.And(Gt(x, 0), Lt(y, 0)), (-1, True)),
        (x * y, sympy.And(Lt(x, 0), Lt(y, 0)), (1, True)),
        (x / y, sympy.And(Lt(x, 0), Lt(y, 0)), (1, True)),
        (-x / y, sympy.And(Lt(x, 0), Lt(y, 0)), (-1, True)),
        (x * y, sympy.And(Gt(x, 0), Le(y, 0)), (-1, False)),
        (x / y, sympy.And(Gt(x, 0), Lt(y, 0)), (-1, True)),
        (x / y, sympy.And(Ge(x, 0), Lt(y, 0)), (-1, False)),
        (-1 / x, Gt(x, 0), (-1, True)),
        ((x**2 - x + 1) * x, Gt(x, 0), ZERO),
        (x - y, sympy.true, ZERO),
        (sympy.Integer(0), sympy.true, ZERO),
        (sympy.Integer(3), sympy.true, (1, True)),
        (R(-1, 2), sympy.true, (-1, True)),
        (-sqrt(2), sympy.true, (-1, True)),
        (sympy.pi * x, Gt(x, 0), (1, True)),
        (sympy.sin(4), sympy.true, (-1, True)),
        (-sympy.sin(4), sympy.true, (1, True)),
        (-x / sympy.sin(4), Gt(x, 0), (1, True)),
        (x / sympy.sin(4), Gt(x, 0), (-1, True)),
        (exp(x), sympy.true, (1, True)),
        (-exp(x) * y, Ge(y, 0), (-1, False)),
        (sympy.Abs(x), sympy.true, (1, False)),
        (sympy.sin(x), sympy.true, ZERO),
        (n - R(3, 2), Gt(n, R(1, 2)), ZERO),
    ],
    ids=str,
)
def test_signs_are_read_off_and_nothing_is_guessed(expression: sympy.Expr, given: sympy.Basic, wanted: tuple[int, bool]) -> None:
    assert sign_under(expression, given) == wanted


def test_derivatives_that_come_back_to_the_start_are_not_followed_for_ever() -> None:
    zero, number = sympy.Integer(0), sympy.Symbol("x", real=True)
    assert sign_between(sympy.sin(number), number, zero, sympy.oo) is None
    assert sign_between(sympy.exp(number) - 1 - number - number**2 / 2, number, zero, sympy.oo) == 1


def test_a_product_has_the_sign_of_its_factors_though_its_terms_differ() -> None:
    for sign, given in ((1, Gt(y, 0)), (-1, Lt(y, 0))):
        assert sign_under(sympy.expand((x - 1) ** 2 * y), given) == (sign, False)
        assert sign_under(sympy.expand((x - 1) ** 4 * y), given) == (sign, False)
        assert sign_under(sympy.expand(-2 * (x - 1) ** 2 * y), given) == (-sign, False)
        assert sign_under(sympy.expand((x - 1) ** 3 * y), given) == ZERO
    assert sign_under(sympy.expand((x - 1) ** 2 * (y**2 + 1)), Gt(x, 1)) == (1, True)
    assert sign_under(sympy.expand((x - 1) ** 2 * (y**2 - 3)), sympy.true) == ZERO


def test_large_powers_and_polynomials_are_not_multiplied_out() -> None:
    assert [grows((x + 1) ** power) for power in (64, 65, -64, -65)] == [False, True, False, True]
    assert not grows(x**65 + (x + 1) ** y)
    high = (sympy.exp(10**5 * x), sympy.exp(-(10**5) * x / 3 + y), x ** sympy.Rational(10**5, 3))
    assert [grows(power + sympy.exp(x)) for power in high] == [True] * 3
    assert not grows(sympy.exp(x / 10**5) + sympy.exp(100 * x))
    assert sign_under((x + 1) ** 65, Gt(x, 0)) == ZERO
    many = reals(" ".join(f"a{number}" for number in range(28)))
    terms = sympy.expand(sum(many) ** 2)
    assert sign_under(terms, sympy.And(*(Gt(symbol, 0) for symbol in many))) == ZERO, "406 terms"
    fewer = sympy.expand(sum(many[:-1]) ** 2)
    assert sign_under(fewer, sympy.And(*(Gt(symbol, 0) for symbol in many))) == (1, True)


def test_signs_that_a_symbol_is_said_to_have() -> None:
    low, high = sympy.Symbol("l", nonpositive=True), sympy.Symbol("h", nonnegative=True)
    assert [sign_under(symbol, sympy.true) for symbol in (low, high, -high, low * high)] == [
        (-1, False),
        (1, False),
        (-1, False),
        (-1, False),
    ]


def test_bounds_become_signs() -> None:
    lower, upper = shifts(Gt(x, 2)), shifts(Le(x, 3))
    assert (lower[x] - 2).is_positive
    assert (3 - upper[x]).is_nonnegative
    assert (3 - upper[x]).is_positive is None
    both = shifts(sympy.And(Gt(x, 1), Lt(x, 3)))
    assert (both[x] - 1).is_positive, "the lower bound, where there are two"
    assert (shifts(Gt(n, 2))[n] - 2).is_integer
    assert (shifts(Gt(n, R(1, 2)))[n] - R(1, 2)).is_integer is not True
    assert shifts(Gt(x**2, 2)) == {}
    assert shifts(Eq(x, 2)) == {}
    circle = shifts(sympy.And(Gt(x, y), Gt(y, z), Gt(z, x)))
    assert all(symbol not in value.free_symbols for symbol, value in each(circle.items()))


def test_a_square_of_what_is_not_real_has_no_sign() -> None:
    assert sign_under((x + sympy.I) ** 2, sympy.true) == ZERO
    assert sign_under(sympy.expand((x + sympy.I) ** 2), sympy.true) == ZERO


def test_a_function_that_jumps_at_an_end_has_no_sign_by_its_slope() -> None:
    """acot(0) is pi/2 and atan2(0, -1) is pi, from which both fall; below 0 they are negative."""
    for jumping in each([sympy.acot(x), sympy.atan2(x, -1)]):
        assert jumping.subs(x, -1) < 0
        assert sign_between(jumping, x, -sympy.oo, sympy.Integer(0)) != 1
    assert sign_between(sympy.atan(x), x, -sympy.oo, sympy.Integer(0)) == -1
