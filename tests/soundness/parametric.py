"""Generates statements with symbolic parameters on sums, limits and integrals, false ones by a term too much or a sign."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import sympy

from probatum import Abs, And, Equal, Eventually, ForAll, Max, Min
from tests.soundness.propositions import a, b, c, family, known, m, n, x

k = sympy.Symbol("k", integer=True)
p, q = sympy.symbols("p q", real=True)
C = sympy.binomial


@family
def binomials_in_two_parameters(random: Random) -> tuple[Any, str]:
    """Polynomials times binomial coefficients, summed by what they are the differences of."""
    shift, wrong = random.randint(0, 2), random.choice([0, 0, 1])
    terms, closed = random.choice(
        [
            (C(k + shift, m), C(n + shift + 1, m + 1) - C(sympy.Integer(shift), m + 1)),
            (C(m + k, m), C(n + m + 1, m + 1)),
            (C(m + k, k), C(n + m + 1, n)),
            (k * C(k, m), n * C(n + 1, m + 1) - C(n + 1, m + 2)),
        ]
    )
    return ForAll((n, m), given=And(n >= 0, m >= 0), then=Equal(sympy.Sum(terms, (k, 0, n)), closed + wrong)), known(wrong == 0)


@family
def ends_that_move(random: Random) -> tuple[Any, str]:
    """The sum of 1/k from n + s to 2n + t, which moves one way from its value at 1."""
    s, t, wrong = random.randint(1, 2), random.randint(0, 2), random.choice([0, 0, 1])
    total = sympy.Sum(1 / k, (k, n + s, 2 * n + t))
    first, second = (sum(sympy.Rational(1, i) for i in range(number + s, 2 * number + t + 1)) for number in (1, 2))
    way = 1 if first < second else -1
    return ForAll(n, given=n >= 1, then=way * total >= way * first + sympy.Rational(wrong, 100)), known(wrong == 0)


@family
def powers_at_last(random: Random) -> tuple[Any, str]:
    """n^d q^n below p at last, for |q| < 1; at q = 1 it is not."""
    degree, closed = random.randint(1, 3), random.random() < 0.3
    inside = And(q > 0, q <= 1) if closed else Abs(q) < 1
    return ForAll((q, p), given=And(inside, p > 0), then=Eventually(n, Abs(n**degree * q**n) < p)), known(not closed)


@family
def limits_of_powers(random: Random) -> tuple[Any, str]:
    """Limits that are closed forms in a parameter."""
    wrong, factor = random.choice([0, 0, 1]), random.randint(1, 4)
    inner, value, given = random.choice(
        [
            (n * (a ** (sympy.Integer(factor) / n) - 1), factor * sympy.log(a), a > 0),
            (a**n / sympy.factorial(n) + factor * a, factor * a, sympy.true),
            ((1 - a**n) / (1 - a) + factor, 1 / (1 - a) + factor, Abs(a) < 1),
            (factor * a ** (1 / n), sympy.Integer(factor), a > 0),
        ]
    )
    return ForAll(a, given=given, then=Equal(sympy.Limit(inner, n, sympy.oo), value + wrong)), known(wrong == 0)


@family
def turning_inside(random: Random) -> tuple[Any, str]:
    """Integrals of |x - a| and the like, of which the antiderivative is written with absolute values."""
    cases: list[tuple[Any, Callable[[Any], Any]]] = [
        (Abs(x - a), lambda t: (t - a) * Abs(t - a) / 2),
        (Max(x, a), lambda t: (t**2 / 2 + a * t + (t - a) * Abs(t - a) / 2) / 2),
        (Min(x, a), lambda t: (t**2 / 2 + a * t - (t - a) * Abs(t - a) / 2) / 2),
        (x * Abs(x - a), lambda t: Abs(t - a) * (t - a) * (2 * t + a) / 6),
    ]
    kink, whole = random.choice(cases)
    wrong = random.choice([0, 0, 1, -1])
    value = whole(c) - whole(b) + wrong * (c - b)
    inside = random.choice([And(b < a, a < c), b < c])
    return ForAll((a, b, c), given=inside, then=Equal(sympy.Integral(kink, (x, b, c)), value)), known(wrong == 0)


@family
def turning_at_a_quotient(random: Random) -> tuple[Any, str]:
    """Integrals of |a x - b| and the like: whether what is inside rises hangs on the sign of a."""
    inside = random.choice([a * x - b, b - a * x, a * (x - b), x / a - b])
    slope = inside.diff(x)
    size = inside * Abs(inside) / (2 * slope)  # of which the derivative is |inside|
    plain = (inside**2 / (2 * slope)).expand()
    kink, whole = random.choice([(Abs(inside), size), (Max(inside, 0), (plain + size) / 2), (Min(inside, 0), (plain - size) / 2)])
    wrong = random.choice([0, 0, 1, -1])
    value = whole.subs(x, c) - whole.subs(x, 0) + wrong * c
    sign = random.choice([a > 0, a < 0, a >= 1])
    return ForAll((a, b, c), given=And(sign, c > 0), then=Equal(sympy.Integral(kink, (x, 0, c)), value)), known(wrong == 0)


@family
def beta_integrals(random: Random) -> tuple[Any, str]:
    shift, wrong = random.randint(0, 2), random.choice([0, 0, 1])
    value = sympy.factorial(m + shift) * sympy.factorial(n) / sympy.factorial(m + n + shift + 1 - wrong)
    integral = sympy.Integral(x ** (m + shift) * (1 - x) ** n, (x, 0, 1))
    return ForAll((m, n), given=And(m >= 0, n >= 0), then=Equal(integral, value)), known(wrong == 0)


@family
def logarithms_of_products(random: Random) -> tuple[Any, str]:
    i, j = (random.choice([-3, -2, -1, 1, 2, 3]) for _ in range(2))
    wrong, factor = random.choice([0, 0, 1]), sympy.Rational(random.randint(1, 12), random.randint(1, 5))
    whole = sympy.log(Abs(factor * x**i * a**j))
    parts = i * sympy.log(Abs(x)) + (j + wrong) * sympy.log(Abs(a)) + sympy.log(factor)
    return ForAll((x, a), given=And(sympy.Ne(x, 0), sympy.Ne(a, 0)), then=Equal(whole, parts)), known(wrong == 0)


@family
def sums_of_exponentials(random: Random) -> tuple[Any, str]:
    """log of a sum of c_i e^(x_i) is at most their largest exponent and log c exactly where c is at least the sum of the c_i."""
    exponents = (x, a, b)[: random.randint(2, 3)]
    factors = [random.randint(1, 4) for _ in exponents]
    bound = sum(factors) + random.choice([0, 0, 1, -1])
    total = sympy.log(sympy.Add(*(c * sympy.exp(u) for c, u in zip(factors, exponents, strict=True))))
    return ForAll(exponents, then=total <= Max(*exponents) + sympy.log(bound)), known(bound >= sum(factors))


@family
def half_angles(random: Random) -> tuple[Any, str]:
    times, wrong = random.choice([1, 2]), random.choice([0, 0, 1])
    angle = times * x
    form = random.choice([sympy.sin(angle) / (1 + sympy.cos(angle)), (1 - sympy.cos(angle)) / sympy.sin(angle)])
    inside = And(x > 0, x < sympy.pi / times)
    return ForAll(x, given=inside, then=Equal(sympy.tan(angle / 2), form + wrong)), known(wrong == 0)


@family
def powers_towards_e(random: Random) -> tuple[Any, str]:
    """(1 + c/n)^n grows, (1 + 1/n)^(n + 1) falls."""
    c, grows = random.randint(1, 2), random.random() < 0.6
    here, following = ((1 + c / k) ** k if grows else (1 + 1 / k) ** (k + 1) for k in (n, n + 1))
    claimed = random.random() < 0.6
    return ForAll(n, given=n >= 1, then=here < following if claimed == grows else here > following), known(claimed)


@family
def sums_of_arctangents(random: Random) -> tuple[Any, str]:
    """The addition formula, for products below 1, and on other sides of 1 with pi added or not."""
    s = random.choice([1, -1])
    whole = sympy.atan(x) + s * sympy.atan(a)
    part = sympy.atan((x + s * a) / (1 - s * x * a))
    if random.random() < 0.5:
        wrong = random.choice([0, 0, 1])
        return ForAll((x, a), given=s * x * a < 1, then=Equal(whole, part + wrong)), known(wrong == 0)
    turn = random.choice([0, 1])
    beyond = And(x > 0, s * a > 0, s * x * a > 1)
    return ForAll((x, a), given=beyond, then=Equal(whole, part + turn * sympy.pi)), known(turn == 1)


@family
def below_a_bell(random: Random) -> tuple[Any, str]:
    """Moment generating functions of two values at most e^(c s^2), true exactly from c = 1/8 on, and of signs from 1/2 on."""
    least, value = random.choice(
        [
            (sympy.Rational(1, 8), p * sympy.exp(x * (1 - p)) + (1 - p) * sympy.exp(-x * p)),
            (sympy.Rational(1, 2), (sympy.exp(x) + sympy.exp(-x)) / 2),
        ]
    )
    factor = least * random.choice([1, 1, sympy.Rational(3, 2), sympy.Rational(3, 4)])
    variables = tuple(sorted(value.free_symbols, key=str))
    given = And(p >= 0, p <= 1) if p in variables else sympy.true
    return ForAll(variables, given=given, then=value <= sympy.exp(factor * x**2)), known(factor >= least)


@family
def sums_beside_integrals(random: Random) -> tuple[Any, str]:
    """Sums of falling terms, which lie between the integrals to the left and to the right of them, and never outside."""
    term, area = random.choice([(1 / k, sympy.log), (1 / k**2, lambda t: -1 / t), (1 / sympy.sqrt(k), lambda t: 2 * sympy.sqrt(t))])
    low = random.choice([sympy.Integer(2), sympy.Integer(3), n + 1, n + 2])
    high = random.choice([n + 3, 2 * n + 2, 3 * n + 2])
    total = sympy.Sum(term, (k, low, high))
    left, right = area(high) - area(low - 1), area(high + 1) - area(low)
    right_way, wrong_way = [total < left, total > right], [total >= left, total <= right]
    is_true = random.random() < 0.5
    return ForAll(n, given=n >= 1, then=random.choice(right_way if is_true else wrong_way)), known(is_true)


@family
def sums_that_meet_their_bounds(random: Random) -> tuple[Any, str]:
    """The first term and the integral from there on: the sum of one term is equal to that, and no longer sum is."""
    term, area, rises = random.choice(
        [
            (sympy.log(k), lambda t: t * (sympy.log(t) - 1), True),
            (sympy.sqrt(k - 1), lambda t: sympy.Rational(2, 3) * (t - 1) ** sympy.Rational(3, 2), True),
            (1 / k, sympy.log, False),
            (1 / k**2, lambda t: -1 / t, False),
        ]
    )
    low, first = random.choice([1, 2]), random.choice([0, 1])
    total = sympy.Sum(term, (k, low, n + low - 1 + first))
    bound = term.subs(k, low) + area(n + low - 1 + first) - area(sympy.Integer(low))
    weak, strict = (total >= bound, total > bound) if rises else (total <= bound, total < bound)
    is_strict = random.random() < 0.6
    return ForAll(n, given=n >= 1, then=strict if is_strict else weak), known(not is_strict or first == 1)
