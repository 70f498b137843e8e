"""Generates statements for all integers from a start on whose truth is known: by their first cases or by closed forms."""

from __future__ import annotations

import operator
from collections.abc import Callable
from random import Random
from typing import Any

import sympy

from probatum import And, Equal, ForAll, Ge, Gt, Le, Lt
from tests.soundness.propositions import family, known, n

q = sympy.Symbol("q", real=True)
i = sympy.Symbol("i", integer=True)
WHOLES: list[Callable[[Any, Any, int], Any]] = [
    lambda k, base, shift: base**k * (k + shift),
    lambda k, base, shift: 1 / (k + shift),
    lambda k, base, shift: sympy.factorial(k) * shift,
    lambda k, base, shift: (-1) ** k * (k + shift),
]
FAR = 40  # cases that decide a comparison of a power and a polynomial of small numbers


@family
def power_above_polynomial(random: Random) -> tuple[Any, str]:
    base, degree, factor, start = random.randint(2, 5), random.randint(1, 3), random.randint(1, 6), random.randint(0, 12)
    relation, compare = random.choice([(Gt, operator.gt), (Ge, operator.ge)])
    holds = all(compare(base**number, factor * number**degree) for number in range(start, FAR))
    return ForAll(n, given=Ge(n, start), then=relation(base**n, factor * n**degree)), known(holds)


@family
def sum_in_closed_form(random: Random) -> tuple[Any, str]:
    """A sum of differences, of which the closed form is what they are the differences of."""
    start, wrong = random.randint(0, 2), random.choice([0, 0, 1, -1])
    whole, base, shift = random.choice(WHOLES), sympy.Integer(random.choice([-3, -2, 2, 3])), random.randint(1, 3)
    total = sympy.Sum(whole(i + 1, base, shift) - whole(i, base, shift), (i, start, n))
    closed = whole(n + 1, base, shift) - whole(sympy.Integer(start), base, shift)
    return ForAll(n, given=Ge(n, start), then=Equal(total, closed + wrong)), known(wrong == 0)


@family
def remainder_of_power(random: Random) -> tuple[Any, str]:
    base, modulus, slope = random.randint(-4, 9), random.randint(2, 12), random.randint(0, 9)
    rest = random.choice([1 % modulus, random.randrange(modulus)])
    holds = all((base**number + slope * number - rest) % modulus == 0 for number in range(modulus * modulus))
    return ForAll(n, given=Ge(n, 0), then=Equal(sympy.Mod(base**n + slope * n, modulus), rest)), known(holds)


@family
def remainder_of_polynomial(random: Random) -> tuple[Any, str]:
    modulus = random.choice([2, 3, 4, 5, 6, 8, 24])
    coefficients = [random.randint(-3, 3) for _ in range(4)]
    if random.random() < 0.5:
        modulus, coefficients = 6, [0, -1, 0, 1]
    polynomial = sum(coefficient * n**power for power, coefficient in enumerate(coefficients))
    holds = all(sum(c * number**power for power, c in enumerate(coefficients)) % modulus == 0 for number in range(modulus))
    return ForAll(n, then=Equal(sympy.Mod(polynomial, modulus), 0)), known(holds)


@family
def power_of_a_share(random: Random) -> tuple[Any, str]:
    high, more = sympy.Rational(random.randint(1, 6), random.randint(2, 4)), random.randint(1, 3)
    strict = random.random() < 0.5
    given = And(q > 0, Lt(q, high) if strict else Le(q, high), n >= 0)
    relation = random.choice([Lt, Le])
    holds = high < 1 or (high == 1 and (strict or relation is Le))
    return ForAll((q, n), given=given, then=relation(q ** (n + more), q**n)), known(holds)
