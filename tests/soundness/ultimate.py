"""Generates what is so, or not, from some number on and for every small enough one, by what grows faster."""

from __future__ import annotations

from random import Random
from typing import Any

import sympy

from probatum import Abs, And, Eventually, ForAll, ForSmall, Ge, Gt, Le, Lt
from tests.soundness.propositions import TRUE, family, fraction, known, n, positive, t, x

a = sympy.Symbol("a", real=True)


@family
def of_a_polynomial_at_last(random: Random) -> tuple[Any, str]:
    """The sign of the first coefficient that is not zero decides."""
    terms = [fraction(random, -4, 4) for _ in range(random.randint(2, 4))]
    leading = next((term for term in reversed(terms) if term), sympy.Integer(0))
    value = sum(term * x**power for power, term in enumerate(terms))
    return Eventually(x, Gt(value, 0, evaluate=False)) if value.free_symbols else ForAll(x, then=Gt(x**2 + 1, x)), known(
        leading > 0 or not value.free_symbols
    )


@family
def of_a_polynomial_near_zero(random: Random) -> tuple[Any, str]:
    terms = [sympy.Integer(0) if random.random() < 0.3 else fraction(random, -4, 4) for _ in range(3)]
    leading = next((term for term in terms if term), sympy.Integer(0))
    value = sum(term * t**power for power, term in enumerate(terms))
    if not value.free_symbols:
        return ForSmall(t, Lt(t, positive(random))), TRUE
    return ForSmall(t, Gt(value, 0, evaluate=False)), known(leading > 0)


@family
def a_power_against_a_polynomial_at_last(random: Random) -> tuple[Any, str]:
    base, degree, factor = random.randint(2, 4), random.randint(1, 3), random.randint(1, 50)
    above = random.random() < 0.5
    relation = Gt if above else Lt
    return Eventually(n, relation(base**n, factor * n**degree)), known(above)


@family
def a_line_at_last(random: Random) -> tuple[Any, str]:
    """a n > c for large n and all a from some number on: so exactly if none of these is zero or less, or c is negative."""
    low, shift = fraction(random, -1, 2), fraction(random, -2, 2)
    strict = random.random() < 0.5
    holds = low > 0 or (low == 0 and (strict or shift < 0))
    given = Gt(a, low) if strict else Ge(a, low)
    return ForAll(a, given=given, then=Eventually(n, Gt(a * n, shift))), known(bool(holds))


@family
def a_power_at_last(random: Random) -> tuple[Any, str]:
    """q^n < c for large n and all q from zero to some number."""
    high, bound = random.choice([sympy.Rational(1, 2), sympy.Integer(1), sympy.Rational(3, 2)]), positive(random)
    strict = random.random() < 0.5
    given = And(Ge(a, 0), Lt(a, high) if strict else Le(a, high))
    holds = high < 1 or (high == 1 and (strict or bound > 1))
    return ForAll(a, given=given, then=Eventually(n, Lt(a**n, bound))), known(bool(holds))


@family
def a_factor_for_small_steps(random: Random) -> tuple[Any, str]:
    """|1 - h a| < c for small h exactly if 1 < c, or c is 1 and a is positive."""
    bound = random.choice([sympy.Integer(1), sympy.Rational(9, 10), sympy.Rational(11, 10)])
    sign = random.choice([1, -1])
    given = Gt(a, 0) if sign > 0 else Lt(a, 0)
    holds = bool(bound > 1 or (bound == 1 and sign > 0))
    return ForAll(a, given=given, then=ForSmall(t, Lt(Abs(1 - t * a), bound))), known(holds)
