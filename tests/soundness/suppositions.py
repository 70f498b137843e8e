"""Generates propositions that suppose something inside, exist beside poles, iterate beside them, or hold almost everywhere."""

from __future__ import annotations

from random import Random
from typing import Any

import sympy

from probatum import AlmostAll, And, Eq, Exists, ForAll, Ge, Gt, Le, Lt, Ne, Or, Orbit
from tests.soundness.propositions import FALSE, TRUE, UNDEFINED, VACUOUS, a, family, fraction, known, n, positive, x, y


@family
def nested_quantifiers_that_admit_nothing(random: Random) -> tuple[Any, str]:
    """Whether y lies in (x, x + k) or in nothing; what is said of it is true."""
    k = random.choice([-1, 1]) * positive(random)
    inner = ForAll(y, given=And(y > x, y < x + k), then=Lt(y, x + abs(k)))
    outer = random.choice([ForAll(x, then=inner), ForAll(x, given=x > k, then=inner), Exists(x, then=inner)])
    return outer, TRUE if k > 0 else VACUOUS


@family
def premises_that_nothing_satisfies(random: Random) -> tuple[Any, str]:
    low, high = fraction(random), fraction(random)
    premise = random.choice([Gt(x, high), And(Gt(x, high), Gt(y, x))])
    conclusion = random.choice([Gt(x, high - 1), Gt(x, high + 1)])
    implied = sympy.Implies(premise, conclusion)
    statement = ForAll((x, y), given=x < low, then=random.choice([implied, And(Lt(x, low + 1), implied)]))
    if high >= low:
        return statement, VACUOUS
    return statement, known(conclusion == Gt(x, high - 1))


@family
def existence_beside_a_pole(random: Random) -> tuple[Any, str]:
    pole, value = fraction(random), fraction(random)
    return random.choice(
        [
            (Exists(x, then=Eq(1 / (x - pole), value)), known(value != 0)),
            (Exists(x, given=x >= pole, then=Lt(1 / (x - pole), value)), known(value > 0)),
            (Exists(x, given=x <= pole, then=Gt(sympy.sqrt(x - pole), value)), known(value < 0)),
            (Exists(n, given=And(n >= 0, n <= 6), then=Eq(1 / n, value)), known(value != 0 and value.p == 1 and value.q <= 6)),
            (ForAll(x, given=x < pole, then=Lt(1 / (x - pole), 0)), TRUE),
            (ForAll(x, given=x <= pole, then=Lt(1 / (x - pole), 0)), UNDEFINED),
        ]
    )


@family
def iterations_beside_a_pole(random: Random) -> tuple[Any, str]:
    """Newton's iteration for a root, from above it; and one that steps down to a pole."""
    root, start = positive(random), positive(random)
    first = start + root + 1
    newton = (x + root / x) / 2
    falling = Orbit((x, y), (random.randint(1, 5), 1), (x - 1, y + 1 / x), then=Gt(y, -1000))
    return random.choice(
        [
            (Orbit(x, first, newton, then=Gt(x, 0)), TRUE),
            (Orbit(x, first, newton, then=Ge(x**2, root)), TRUE),
            (Orbit(x, first, newton, then=Gt(x, first / 2 + 1)), known(False)),
            (ForAll(a, given=a > 0, then=Orbit(x, a, newton, then=Gt(x, 0))), TRUE),
            (ForAll(a, given=a >= 0, then=Orbit(x, a, newton, then=Ge(x, 0))), UNDEFINED),
            (falling, UNDEFINED),
        ]
    )


@family
def almost_all_of_what_is_given(random: Random) -> tuple[Any, str]:
    k, slope = fraction(random), positive(random)
    half_line = random.choice([Eq(sympy.Abs(x - k), x - k), Eq(sympy.Max(x, k), x), Ge(x, k)])
    line = Eq(y, slope * x + k)
    return random.choice(
        [
            (AlmostAll(x, given=half_line, then=Ne(x, k + positive(random))), TRUE),
            (AlmostAll(x, given=half_line, then=Gt(x, k)), TRUE),
            (AlmostAll(x, given=half_line, then=Gt(x, k + 1)), FALSE),
            (AlmostAll(x, given=And(half_line, x < k), then=Gt(x, k + 1)), VACUOUS),
            (AlmostAll((x, y), given=line, then=Ne(y, slope * x**3)), TRUE),
            (AlmostAll((x, y), given=line, then=Ne(y - k, slope * x)), FALSE),
            (AlmostAll((x, y), given=line, then=Gt(y, k)), FALSE),
        ]
    )


@family
def powers_of_negative_bases(random: Random) -> tuple[Any, str]:
    base = -random.randint(1, 4)
    last = random.randint(1, 6)
    given = And(n >= 0, n <= last)
    return random.choice(
        [
            (ForAll(n, given=given, then=Eq(base ** (2 * n), (-base) ** (2 * n))), TRUE),
            (ForAll(n, given=given, then=Gt(base**n, 0)), FALSE),
            (ForAll(n, given=given, then=Le(base**n, (-base) ** n)), TRUE),
            (ForAll(n, given=given, then=Eq(sympy.Mod(n * (n + 1), 2), 0)), TRUE),
            (ForAll(n, given=given, then=Eq(sympy.Mod(n, 2), 0)), FALSE),
            (Exists(n, given=given, then=Eq(base**n, base)), TRUE),
            (ForAll(n, given=n >= 0, then=Gt(base**n, 0)), FALSE),
            (ForAll(n, given=n >= 0, then=Eq((-1) ** n, -sympy.cos(sympy.pi * n))), FALSE),
        ]
    )


@family
def bounds_reached_at_special_points(random: Random) -> tuple[Any, str]:
    k = random.randint(1, 3)
    return random.choice(
        [
            (ForAll(x, then=Lt(sympy.sin(k * x), 1)), FALSE),
            (ForAll(x, given=x > 0, then=Ne(x**2, 2)), FALSE),
            (ForAll(x, given=And(x >= k, x <= k + 1), then=Gt(sympy.log(x), sympy.log(k))), FALSE),
            (ForAll(x, then=Lt(sympy.floor(x), x)), FALSE),
            (ForAll((x, y), given=Or(x >= 0, y >= 0), then=Ne(sympy.exp(x), sympy.exp(y))), FALSE),
        ]
    )
