"""Generates statements of elementary analysis whose truth is known: epsilons and deltas, tails of series, zeta values, kinks."""

from __future__ import annotations

from random import Random
from typing import Any

import sympy

from probatum import Abs, And, Equal, Exists, ForAll, Ne
from tests.soundness.calculus import off
from tests.soundness.propositions import a, family, fraction, known, m, n, positive, x

d, e = sympy.symbols("d e", real=True)
k = sympy.Symbol("k", integer=True)
oo = sympy.oo
COURSES = [x**3, sympy.exp(x), sympy.sin(x), Abs(x), sympy.atan(2 * x), 1 / (x**2 + 1), sympy.Max(x, 1 - x)]
QUOTIENTS = [(sympy.sin(x) / x, 1), ((sympy.exp(x) - 1) / x, 1), ((1 - sympy.cos(x)) / x**2, sympy.Rational(1, 2)), (x / Abs(x), None)]


@family
def near_a_value(random: Random) -> tuple[Any, str]:
    """What is continuous comes near its value at a point, and to no other; at a parameter, too."""
    course, at, wrong = random.choice(COURSES), random.choice([a, fraction(random, -2, 2)]), off(random)
    below = ForAll(x, given=Abs(x - at) < d, then=Abs(course - course.subs(x, at) - wrong) < e)
    outer = (a, e) if at == a else (e,)
    return ForAll(outer, given=e > 0, then=Exists(d, given=d > 0, then=below)), known(wrong == 0)


@family
def near_where_it_has_no_value(random: Random) -> tuple[Any, str]:
    """Limits at 0 of what is not defined there; of a jump from one side alone."""
    (quotient, value), wrong = random.choice(QUOTIENTS), off(random)
    sides = random.choice([Ne(x, 0), x > 0, x < 0])
    side = {x > 0: 1, x < 0: -1}.get(sides, 1)
    claimed = wrong + (side if value is None else value)
    below = ForAll(x, given=And(Abs(x) < d, sides), then=Abs(quotient - claimed) < e)
    holds = wrong == 0 and (value is not None or sides != Ne(x, 0))
    return ForAll(e, given=e > 0, then=Exists(d, given=d > 0, then=below)), known(holds)


@family
def what_is_left_of_a_series(random: Random) -> tuple[Any, str]:
    """The sum of 1/k^2 from n on is above 1/n and below 1/(n - 1)."""
    shift, above = random.choice([0, 1]), random.random() < 0.5
    total, bound = sympy.Sum(1 / k**2, (k, n, oo)), 1 / (n - shift)
    then = total > bound if above else total < bound
    return ForAll(n, given=n >= 2, then=then), known(above == (shift == 0))


@family
def below_a_power(random: Random) -> tuple[Any, str]:
    """C(n, m) c^m <= (1 + c)^n, and it is strictly less exactly where n is not 0."""
    c, start = random.randint(1, 3), random.choice([0, 1])
    base, strict = 1 + c - random.choice([0, 0, 1]), random.random() < 0.5
    size, bound = sympy.binomial(n, m) * c**m, sympy.Integer(base) ** n
    holds = base == 1 + c and (start == 1 or not strict)
    given = And(m >= 0, n >= m, n >= start)
    return ForAll((n, m), given=given, then=size < bound if strict else size <= bound), known(holds)


@family
def values_of_zeta(random: Random) -> tuple[Any, str]:
    """x^p/(e^(b x) -+ 1) over the half line."""
    power, rate, sign, wrong = random.randint(1, 3), random.randint(1, 3), random.choice([1, -1]), off(random)
    value = sympy.factorial(power) * sympy.zeta(power + 1) / sympy.Integer(rate) ** (power + 1)
    value *= 1 if sign == -1 else 1 - sympy.Integer(2) ** -power
    return Equal(sympy.Integral(x**power / (sympy.exp(rate * x) + sign), (x, 0, oo)), value + wrong), known(wrong == 0)


@family
def a_kink_that_turns(random: Random) -> tuple[Any, str]:
    """max(0, a x) over [0, q] and [-q, 0], for either sign of a."""
    end, wrong = positive(random), off(random)
    value, ends = random.choice([(sympy.Max(0, a), (0, end)), (sympy.Max(0, -a), (-end, 0)), (Abs(a), (-end, end))])
    then = Equal(sympy.Integral(sympy.Max(0, a * x), (x, *ends)), value * end**2 / 2 + wrong)
    return ForAll(a, then=then), known(wrong == 0)
