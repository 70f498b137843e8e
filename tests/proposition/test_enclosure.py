"""Tests of enclosures: the true value is always inside, and what is not known is not said."""

from __future__ import annotations

import math
from typing import Any

import flint
import mpmath  # type: ignore[import-untyped]
import pytest
import sympy
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.proposition.numbers.enclosure import CONSTANTS, FUNCTIONS, ball, decimal, enclose, truth
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from tests.each import each

x, y = sympy.symbols("x y", real=True)
R = sympy.Rational
POINTS = [R(-3), R(-1), R(-1, 3), R(0), R(1, 7), R(1, 2), R(1), R(7, 3), R(10)]


def holds(value: Any, expected: Any) -> bool:
    """Whether a ball contains a number given to many digits."""
    return bool(arb(value).overlaps(arb(mpmath.nstr(expected, 60), 1e-50)))


@pytest.mark.parametrize("function", sorted({*FUNCTIONS} - {sympy.Mod}, key=str), ids=lambda function: str(function.__name__))
def test_each_function_encloses_what_mpmath_computes(function: Any) -> None:
    arguments = [(a,) for a in POINTS]
    if function in (sympy.atan2, sympy.polygamma, sympy.besselj):
        first = POINTS if function is sympy.atan2 else [R(0), R(1), R(2)]
        arguments = [(a, b) for a in first for b in POINTS if (a, b) != (0, 0)]  # type: ignore[misc]
    checked = 0
    for values in each(arguments):
        symbols = (x, y)[: len(values)]
        with flint.ctx.workprec(128), mpmath.workdps(70):
            found = enclose(function(*symbols), dict(zip(symbols, map(ball, values), strict=True)))
            expected = _by_mpmath(function, values)
            if expected is None:
                assert not found.is_finite(), f"{function} is undefined at {values}"
            else:
                checked += 1
                assert not found.is_finite() or holds(found, expected), (function, values)
                assert found.is_finite() or not values[-1], (function, values)
    assert checked >= 3


NAMES_IN_MPMATH = {"Abs": "fabs", "ceiling": "ceil"} | {name: name.lower() for name in ("Chi", "Ci", "Ei", "LambertW", "Shi", "Si")}


def _by_mpmath(function: Any, values: tuple[Any, ...]) -> Any:
    """The real value, or None where there is none."""
    if function is sympy.frac:
        return mpmath.mpf(int(values[0].p)) / int(values[0].q) - int(sympy.floor(values[0]))
    numbers = [mpmath.mpf(int(value.p)) / int(value.q) for value in values]
    named = NAMES_IN_MPMATH.get(function.__name__, function.__name__)
    try:
        value = getattr(mpmath, named)(*numbers)
    except (ValueError, ZeroDivisionError):
        return None
    return value if mpmath.im(value) == 0 and mpmath.isfinite(value) else None


@pytest.mark.parametrize("constant", CONSTANTS, ids=str)
def test_constants_are_enclosed(constant: Any) -> None:
    with flint.ctx.workprec(128), mpmath.workdps(70):
        assert holds(enclose(constant, {}), mpmath.mpf(str(constant.evalf(60))))


fractions = st.fractions(-20, 20, max_denominator=50)


@settings(deadline=None, max_examples=50, derandomize=True)
@given(fractions, fractions, fractions)
def test_the_value_anywhere_in_a_box_is_inside(low: Any, width: Any, share: Any) -> None:
    """Of expressions with sums, products, powers, extremes and branches."""
    low, high = R(low), R(low) + abs(R(width))
    middle = low + (high - low) * abs(R(share)) / 20
    expressions = [x**3 - 2 * x**2, sympy.Max(x, 1 - x, 0) * x, sympy.Min(x, x**2), sympy.Abs(x - 1) ** 5, 1 / (x**2 + 1)]
    expressions += [sympy.Piecewise((x, x < 1), (x**2, x < 3), (-x, True)), sympy.floor(x) + sympy.sign(x)]
    for expression in each(expressions):
        with flint.ctx.workprec(96):
            found = enclose(expression, {x: ball(low).union(ball(high))})
        with flint.ctx.workprec(400):
            assert found.contains(ball(expression.subs(x, middle)))


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (1 / x, R(0)),
        (x**-2, R(0)),
        (sympy.sqrt(x), R(-1)),
        (x ** R(1, 3), R(-8)),
        (x**sympy.pi, R(-1)),
        (sympy.log(x), R(0)),
        (sympy.log(x), R(-1)),
        (sympy.acos(x), R(2)),
        (sympy.cot(x), R(0)),
        (sympy.airyai(x), R(1, 2)),
        (sympy.Function("f")(x), R(1)),
        (x + y, R(1)),
        (x + sympy.I, R(1)),
        (sympy.Piecewise((1, x > 0)), R(-1)),
        (sympy.Piecewise((1 / x, x < 1), (1, True)), R(0)),
    ],
    ids=str,
)
def test_what_is_undefined_or_unknown_is_not_enclosed(expression: Any, value: Any) -> None:
    with flint.ctx.workprec(64):
        assert not enclose(expression, {x: ball(value)}).is_finite()


def test_zero_times_the_unknown_is_unknown() -> None:
    """SymPy would cancel it."""
    product = sympy.Mul(0, 1 / x, evaluate=False)
    with flint.ctx.workprec(64):
        assert not enclose(product, {x: ball(R(0))}).is_finite()


def test_huge_exponents_are_bounded() -> None:
    with flint.ctx.workprec(64):
        assert enclose(x ** (10**9), {x: ball(R(2))}) > 10**6
        assert enclose(x ** (10**9), {x: ball(R(-2))}) > 10**6
        assert enclose(x ** (10**9 + 1), {x: ball(R(-2))}) < -(10**6)
        assert not enclose(x ** (10**9), {x: ball(R(0))}).is_finite()


@pytest.mark.parametrize(("number", "divisor"), [(7, 3), (-7, 3), (R(15, 2), -2), (-1, R(1, 4)), (6, 3)], ids=str)
def test_a_remainder_is_enclosed(number: Any, divisor: Any) -> None:
    with flint.ctx.workprec(64):
        found = enclose(sympy.Mod(x, y), {x: ball(R(number)), y: ball(R(divisor))})
        assert found.contains(ball(R(sympy.Mod(number, divisor))))
        assert found.rad() < R(1, 1000)
        assert not enclose(sympy.Mod(x, y), {x: ball(R(number)), y: ball(R(0))}).is_finite()


@pytest.mark.parametrize(
    ("base", "exponent", "value"),
    [(-1, 0, 1), (-1, 1, -1), (-1, 10**6 + 1, -1), (-1, 10**6, 1), (-2, 3, -8), (-2, -1, R(-1, 2)), (0, 0, 1), (3, 2, 9)],
)
def test_an_integer_exponent_takes_negative_bases(base: Any, exponent: int, value: Any) -> None:
    k = sympy.Symbol("k", integer=True)
    with flint.ctx.workprec(64):
        assert enclose(x**k, {x: ball(R(base)), k: ball(R(exponent))}).contains(ball(R(value)))
        assert enclose(x**k, {x: ball(R(base)), k: ball(R(exponent))}).rad() < R(1, 1000)
        assert not enclose(R(-1) ** y, {y: ball(R(1))}).is_finite(), "a real exponent does not"


def test_an_exponent_that_may_be_odd_or_even_leaves_the_sign_open() -> None:
    k = sympy.Symbol("k", integer=True)
    with flint.ctx.workprec(64):
        found = enclose(x**k, {x: ball(R(-2)), k: ball(R(1)).union(ball(R(2)))})
        assert found.contains(ball(R(-2)))
        assert found.contains(ball(R(4)))
        assert (enclose(x**k, {x: ball(R(2)), k: ball(R(1)).union(ball(R(2)))})) > 0


def test_roots_of_polynomials_are_enclosed() -> None:
    root = sympy.CRootOf(x**5 - x - 1, 0)
    with flint.ctx.workprec(64):
        value = enclose(root, {})
        assert (value**5 - value - 1).contains(0)
        assert value.rad() < 1e-15
        assert not enclose(sympy.CRootOf(x**5 - x - 1, 1), {}).is_finite(), "not a real root"


@pytest.mark.parametrize(
    ("condition", "low", "high", "wanted"),
    [
        (Lt(x, 2), 0, 1, True),
        (Lt(x, 2), 3, 4, False),
        (Lt(x, 2), 1, 3, None),
        (Lt(x, 2), 2, 2, False),
        (Le(x, 2), 2, 2, True),
        (Le(x, 2), 1, 3, None),
        (Le(x, 2), 3, 4, False),
        (Gt(x, 2), 3, 4, True),
        (Gt(x, 2), 2, 2, False),
        (Gt(x, 2), 1, 2, None),
        (Ge(x, 2), 2, 2, True),
        (Ge(x, 2), 0, 1, False),
        (Eq(x, 2), 2, 2, True),
        (Eq(x, 2), 1, 3, None),
        (Eq(x, 2), 3, 4, False),
        (Ne(x, 2), 3, 4, True),
        (Ne(x, 2), 2, 2, False),
        (Ne(x, 2), 1, 3, None),
        (Lt(1 / x, 2), -1, 1, None),
        (sympy.true, 0, 1, True),
        (sympy.Not(Lt(1 / x, 2), evaluate=False), -1, 1, None),
        (sympy.And(Lt(x, 0), Lt(1 / x, 2), evaluate=False), 1, 2, False),
        (sympy.And(Lt(x, 9), Lt(1 / x, 2), evaluate=False), -1, 1, None),
        (sympy.Or(Lt(x, 9), Lt(1 / x, 2), evaluate=False), -1, 1, True),
        (sympy.Or(Lt(x, -9), Lt(1 / x, 2), evaluate=False), -1, 1, None),
        (sympy.Implies(Lt(x, -9), Lt(1 / x, 2)), -1, 1, True),
        (sympy.Equivalent(Lt(x, 2), Lt(x, 3)), 0, 1, True),
        (sympy.Equivalent(Lt(x, 2), Lt(x, 3)), R(9, 4), R(5, 2), False),
        (sympy.Equivalent(Lt(x, 2), Lt(x, 3)), 1, 2, None),
        (sympy.Symbol("p"), 0, 1, None),
    ],
    ids=str,
)
def test_a_condition_on_a_box_is_true_false_or_not_known(condition: Any, low: Any, high: Any, wanted: bool | None) -> None:
    with flint.ctx.workprec(64):
        assert truth(condition, {x: ball(R(low)).union(ball(R(high)))}) is wanted


def test_printed_decimals_are_certain() -> None:
    assert decimal(sympy.pi, {}, 12) == "3.14159265359"
    assert decimal(x**2, {x: R(1, 3)}, 6) == "0.111111"
    assert decimal(1 / x, {x: R(0)}, 12) == "undefined"
    assert float(decimal(sympy.sqrt(x), {x: sympy.sqrt(2)}, 15)) == pytest.approx(math.sqrt(math.sqrt(2)))


@pytest.mark.parametrize("undefined", [sympy.log(x), sympy.sqrt(x), sympy.log(x + 1)], ids=str)
def test_what_is_taken_of_an_undefined_value_is_not_known(undefined: Any) -> None:
    n = sympy.Symbol("n", integer=True)
    at = {x: arb(-1), n: arb(0)}
    assert not enclose(undefined, at).is_finite()
    for taken in each([sympy.sign(undefined), undefined**n]):
        assert not enclose(taken, at).is_finite(), taken


def test_the_origin_has_no_angle() -> None:
    assert not enclose(sympy.atan2(y, x), {x: arb(0), y: arb(0)}).is_finite()
    assert enclose(sympy.atan2(y, x), {x: arb(0), y: arb(2)}).is_finite()
