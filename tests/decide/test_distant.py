"""Tests of integers far out, and of numbers near to zero, that no list of simple cases holds."""

from __future__ import annotations

from math import isqrt

import pytest
import sympy

from probatum import ForAll, Ne, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.engines.trying.far_integers import pairs_of_integers, single_integers
from tests.authored import authored, truth_of

NAMES = dict(zip("xyznk", [*reals("x y z"), *integers("n k")], strict=True))
FALSE = [
    "ForAll(n, given=n >= 1, then=sin(n) > -Rational(999999, 10 ** 6))",
    "ForAll(n, given=n >= 1, then=sin(n) > -1 + Rational(1, 10 ** 20))",
    "ForAll(n, given=n >= 1, then=cos(n) < 1 - Rational(1, 10 ** 16))",
    "ForAll(n, given=n >= 1, then=cos(2 * n + 1) > -1 + Rational(1, 10 ** 16))",
    "ForAll(n, given=n <= -10 ** 7, then=sin(n) < 1 - Rational(1, 10 ** 9))",
    "ForAll(n, given=n >= 1, then=sin(n) * sin(sqrt(2) * n) < 1 - Rational(1, 10 ** 4))",
    "ForAll(n, given=n >= 1, then=sin(n ** 2) > -1 + Rational(1, 10 ** 9))",
    "ForAll(n, given=n >= 1, then=n * sin(pi / n) < pi - Rational(1, 10 ** 12))",
    "ForAll(x, given=x >= 1, then=x * sin(pi / x) < pi - Rational(1, 10 ** 12))",
    "ForAll(x, given=x > 0, then=sin(x) / x < 1 - Rational(1, 10 ** 15))",
    "ForAll(n, given=n >= 1, then=n * log(1 + 1 / n) < 1 - Rational(1, 10 ** 8))",
    "ForAll(n, given=n >= 1, then=Mod(n * sqrt(2), 1) > Rational(1, 10 ** 9))",
    "ForAll(n, given=n >= 1, then=Mod(n * sqrt(2), 1) < 1 - Rational(1, 10 ** 12))",
    "ForAll(n, given=n <= -1, then=Mod(n * pi, 1) > Rational(1, 10 ** 9))",
    "ForAll(n, given=n >= 1, then=ceiling(n * sqrt(3)) - n * sqrt(3) > Rational(1, 10 ** 8))",
    "ForAll((n, k), given=And(n >= 1, k >= 1), then=Abs(sqrt(2) - n / k) > Rational(1, 10 ** 12))",
    "ForAll((n, k), given=And(n >= 1, k >= 1), then=Abs(pi - n / k) * k > Rational(1, 10 ** 10))",
    "ForAll((n, k), given=And(n >= 2, k >= 1), then=Ne(n ** 2 - 61 * k ** 2, 1))",
    "ForAll((n, k), given=And(n >= 2, k >= 1), then=Ne(k ** 2 - 61 * n ** 2, -1))",
    "ForAll((n, k), given=And(n >= 1, k >= 1, Eq(n ** 2 - 2 * k ** 2, 1)), then=n < 100000)",
    "ForAll((n, k), given=And(n >= 1000, k >= 1000), then=Ne(n ** 2 + k ** 2, 10 ** 12 + 61))",
    "ForAll((n, k), given=And(n > 1, k > 1), then=Ne(n * k, 1000003 * 1000033))",
    "ForAll((n, k), given=k < -100, then=Ne((n + 1) ** 2, 17 - k ** 3))",
    "ForAll((n, k), given=And(n > 1, k >= 0), then=Ne(n ** 2 - 61 * (k + 1) ** 2, 1))",
    "ForAll((n, k), given=And(n > 5000, k > 0), then=Ne(n * (n + 1) / 2, k ** 2))",
    "ForAll((n, k), given=And(n > 0, k > 1000), then=Ne((2 * n + 1) ** 2 - 2 * (k + 3) ** 2, -1))",
    "ForAll((n, k), given=And(n > 1, k > 1), then=Ne(37 * log(n), 41 * log(k)))",
    "ForAll((n, k), given=And(n > 1, k > 1), then=Ne(n ** 37, k ** 41))",
    "ForAll(n, then=Ne(Mod(n ** 2 + 1, 10 ** 6 + 81), 0))",
    "ForAll(n, given=n >= 1, then=Ne(Mod(n ** 3 - 2, 10 ** 9 + 7), 0))",
    "ForAll(n, given=n >= 1, then=Ne(Mod(2 ** n, 1000003), 1))",
    "ForAll((n, k), given=And(n > 1, k > 1), then=Ne(n * k, 2 ** 67 - 1))",
    "ForAll((n, k), given=k > 100, then=Ne(n ** 2, k ** 3 + 17))",
    "ForAll((n, k), given=k > 10, then=Ne(n ** 2, k ** 3 + 24))",
    "ForAll((n, k), given=And(n > 1, k > 1), then=Ne(6 * k ** 2, n * (n + 1) * (2 * n + 1)))",
    "ForAll((n, k), given=And(n > 1000, k > 1000), then=Ne(n ** 2 - n * k - k ** 2, 1))",
    "ForAll((n, k), given=And(n > 10 ** 4, k > 10 ** 4), then=Ne(2 * n ** 2 - 3 * k ** 2, 5))",
    "ForAll((n, k), given=And(n > 10 ** 4, k > 10 ** 4), then=Ne(n ** 2 - 61 * k ** 2, 9))",
    "ForAll((n, k), given=And(n > 10 ** 4, k > 10 ** 4), then=Ne(n ** 2 - 3 * n * k + k ** 2 + n, 0))",
    "ForAll((n, k), given=And(n > 10 ** 5, k > 1), then=Ne(n * (n + 1) / 2, k * (3 * k - 1) / 2))",
    "ForAll((n, k), given=And(n > 10 ** 4, k < 0, Eq(2 * n ** 2 + n, 3 * k ** 2 + k)), then=k > -8000)",
    "ForAll(x, then=sin(x) + sin(sqrt(2) * x) < Rational(19999, 10000))",
    "ForAll(x, given=x > 1, then=cos(x) + cos(sqrt(2) * x) < Rational(1999, 1000))",
    "ForAll((x, y), given=And(x > 1, y > 1), then=x * y < exp(x / 100) + exp(y / 100) + 10 ** 4)",
    "ForAll(x, given=And(x > 0, x < Rational(1, 10 ** 6)), then=cos(1 / x) + x <= 1)",
    "ForAll((x, y), given=And(x > 0, y > 0), then=atan(x) + atan(y) < pi - Rational(1, 10 ** 9))",
    "ForAll((x, y), given=And(x > 0, y > 0), then=sqrt(x ** 2 + y) - x > Rational(1, 10 ** 12))",
    "ForAll((x, y), given=And(x > 0, y > 0), then=x * log(1 + y / x) < y - Rational(1, 10 ** 10))",
    "ForAll((x, n), given=And(n >= 1, x > 0), then=n * sin(x / n) < x - x * Rational(1, 10 ** 12))",
    "ForAll((x, y), then=Abs(sin(x) - sin(y)) <= (1 - Rational(1, 10 ** 9)) * Abs(x - y))",
    "ForAll((x, y), then=Abs(atan(x) - atan(y)) <= (1 - Rational(1, 10 ** 12)) * Abs(x - y))",
    "ForAll((x, y, z), given=And(x > 0, y > 0, z > 0), then=cos(1 / x) + cos(1 / y) + cos(1 / z) < 3 - Rational(1, 10 ** 20))",
]
TRUE = [
    "Exists(n, given=n >= 1, then=cos(n) < -1 + Rational(1, 10 ** 14))",
    "Exists(n, given=n >= 1, then=Mod(n * sqrt(2), 1) < Rational(1, 10 ** 10))",
    "Exists((n, k), given=And(n >= 1, k >= 1), then=Eq(n ** 2 - 61 * k ** 2, 1))",
    "Exists(n, then=Eq(Mod(n ** 2 + 1, 10 ** 6 + 81), 0))",
]
NEVER_BROKEN = [
    "ForAll((x, y), given=And(x > 0, y > 0), then=x * log(1 + y / x) < y)",
    "ForAll((x, y), given=And(x > 1, y > 1), then=x * y < exp(x / 10) * exp(y / 10) + 10 ** 4)",
    "ForAll(x, then=sin(x) + sin(sqrt(2) * x) < 2)",
    "ForAll((x, y), given=And(x > 0, y > 0), then=atan(x) + atan(y) < pi)",
    "ForAll((x, y), then=Abs(sin(x) - sin(y)) <= Abs(x - y))",
    "ForAll(n, given=n >= 1, then=n * sin(pi / n) < pi)",
    "ForAll(n, given=n >= 1, then=ceiling(n * sqrt(3)) - n * sqrt(3) > 0)",
    "ForAll((n, k), given=And(n >= 1, k >= 1), then=Ne(n ** 2, 3 * k ** 2 - 1))",
    "ForAll((n, k), then=Ne(n ** 2, k ** 3 + 7))",
    "ForAll((n, k), given=k > 10 ** 4, then=Ne(n ** 2, k ** 80 + 1))",
    "ForAll((n, k), given=n > 0, then=Ne(n ** 2 - 3 * n * k + k ** 2 + n + 1, 0))",
    "ForAll(n, given=n >= 1, then=Ne(Mod(n ** 2, 1000003), 2))",
    "ForAll(n, given=n >= 1, then=Ne(Mod(5 ** n, 999999937), 2))",
    "ForAll(n, given=n >= 1, then=n * Abs(n * sqrt(2) - floor(n * sqrt(2))) > Rational(1, 10))",
]


@pytest.mark.parametrize("statement", FALSE)
def test_what_breaks_far_out_is_found(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("statement", TRUE)
def test_what_exists_far_out_is_found(statement: str) -> None:
    found = decide(authored(statement, **NAMES), thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", NEVER_BROKEN)
def test_what_is_true_is_not_broken(statement: str) -> None:
    assert truth_of(statement, **NAMES) is not Truth.FALSE


def test_multiples_are_followed_on_both_sides_of_their_target() -> None:
    n = NAMES["n"]
    found = list(single_integers(authored("ForAll(n, then=Mod(n * sqrt(2), 1) > 0)", **NAMES), n))
    sides = [sympy.N((number * sympy.sqrt(2) + sympy.Rational(1, 2)) % 1 - sympy.Rational(1, 2), 30) for number in found if number > 10**8]
    assert min(sides) < 0 < max(sides)
    assert max(map(abs, sides)) < 10**-7


def of_hyperbola(a: int, b: int, c: int, *rest: int) -> set[tuple[int, int]]:
    """All solutions of a n^2 + b n k + c k^2 + d n + e k + f = 0 near zero, one n after the other."""
    found = set()
    for one in range(-800, 801):
        line, last = b * one + rest[1], (a * one + rest[0]) * one + rest[2]
        square = line**2 - 4 * c * last
        for root in {isqrt(square), -isqrt(square)} if square >= 0 and isqrt(square) ** 2 == square else ():
            found |= {(one, (root - line) // (2 * c))} if (root - line) % (2 * c) == 0 else set()
    return found


@pytest.mark.parametrize(
    "numbers",
    [
        (1, -1, -1, 0, 0, -1),
        (2, 0, -3, 0, 0, -5),
        (1, -3, 1, 1, 0, 0),
        (3, 5, -4, 7, -2, -9),
        (1, 0, -7, 0, 0, -9),
        (5, 3, -2, 4, -1, 0),
        (-2, 6, 5, -4, 2, 16),
    ],
)
def test_all_solutions_near_zero_are_among_those_of_a_hyperbola(numbers: tuple[int, ...]) -> None:
    n, k = NAMES["n"], NAMES["k"]
    near = of_hyperbola(*numbers)
    difference = sum(number * power for number, power in zip(numbers, (n**2, n * k, k**2, n, k, 1), strict=True))
    found = {*pairs_of_integers(ForAll((n, k), then=Ne(difference, 0)), n, k)}
    assert near
    assert near <= found
    assert {difference.subs({n: one, k: other}) for one, other in found if max(abs(one), abs(other)) < 10**9} == {0}


def test_solutions_are_none_of_another_equation() -> None:
    n, k = NAMES["n"], NAMES["k"]
    for difference in ("n ** 2 - 61 * k ** 2 - 1", "k ** 2 - 13 * n ** 2 + 4", "n ** 2 + k ** 2 - 1000009", "n * k - 7000021"):
        statement = authored(f"ForAll((n, k), then=Ne({difference}, 0))", **NAMES)
        found = [pair for pair in pairs_of_integers(statement, n, k) if abs(pair[0] * pair[1]) > 100]
        assert {(statement.then.lhs - statement.then.rhs).subs({n: one, k: other}) for one, other in found} == {0}
