"""Generates sides that meet, remainders, alternating quantifiers and steps with known truth, and compares engines one by one."""

from __future__ import annotations

from random import Random
from typing import Any

import sympy
from sympy import Integral, Mod, Rational

from probatum import Eq, Equal, Exists, ForAll, Ge, Gt, Lt, Ne, integers, reals
from probatum.decide.deciding import settle
from probatum.decide.numbers import interval, symbolic
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.second_engine import AGAIN
from probatum.decision import DECISIVE, Outcome
from probatum.engines.polynomials import polynomial
from probatum.engines.solvers import smt
from tests.soundness.propositions import family, fraction, known, positive

x, y, e, d = reals("x y e d")
n, m = integers("n m")
COMPARED = {"polynomial_inequality", "remainders", "integral_of_derivative", "limit_of_quotient"}  # by each engine alone as well
ENGINES = (polynomial, smt, symbolic, interval, *AGAIN)


@family
def sides_that_meet(random: Random) -> tuple[Any, str]:
    """An increasing or periodic function takes a value that it has, and none beyond its bound."""
    value, meets = positive(random), random.random() < 0.6
    rises = [(sympy.exp(x), value, -value), (sympy.cosh(x), 1 + value, 1 - value), (sympy.exp(x) + x**2, 1 + value, -value)]
    function, reached, missed = random.choice([*rises, (2 + sympy.sin(value * x), Rational(5, 2), sympy.Integer(4))])
    wanted = reached if meets else missed
    if random.random() < 0.5:
        return Exists(x, then=Eq(function, wanted)), known(meets)
    return ForAll(x, then=Ne(function, wanted)), known(not meets)


@family
def remainders(random: Random) -> tuple[Any, str]:
    """A product of k integers in a row is divisible by k!, and not by anything that does not divide k!."""
    length, modulus = random.randint(2, 4), random.randint(2, 9)
    whole = sympy.prod([n + step for step in range(length)])
    return ForAll(n, then=Eq(Mod(whole, modulus), 0)), known(sympy.factorial(length) % modulus == 0)


@family
def signs_of_triangular_numbers(random: Random) -> tuple[Any, str]:
    """(-1)^(n(n + 1)/2) has the signs + - - +: its product with the one s places on is constant for even s not divisible by 4 or 0."""
    step = random.randint(0, 4)
    both = (-1) ** (n * (n + 1) / 2) * (-1) ** ((n + step) * (n + step + 1) / 2)
    sign = random.choice([-1, 1])
    constant = {0: 1, 2: -1, 4: 1}.get(step)
    return ForAll(n, then=Eq(both, sign)), known(constant == sign)


@family
def continuity(random: Random) -> tuple[Any, str]:
    """A line or a parabola is continuous at a point, with its own value there and no other."""
    slope, bend, at = fraction(random, -3, 3), random.choice([0, 0, 1, -1]), random.choice([-1, 0, 1, 2])
    wrong = random.choice([0, 0, positive(random)])

    def f(place: Any) -> Any:
        return bend * place**2 + slope * place

    near = ForAll(x, given=Lt(sympy.Abs(x - at), d), then=Lt(sympy.Abs(f(x) - f(at) - wrong), e))
    return ForAll(e, given=Gt(e, 0), then=Exists(d, given=Gt(d, 0), then=near)), known(wrong == 0)


@family
def integral_of_steps(random: Random) -> tuple[Any, str]:
    """floor(c x) from 0 to k/c is k (k - 1)/(2 c)."""
    c, steps, wrong = Rational(random.randint(1, 3)), random.randint(1, 5), random.choice([0, 0, positive(random)])
    return Equal(Integral(sympy.floor(c * x), (x, 0, steps / c)), steps * (steps - 1) / (2 * c) + wrong), known(wrong == 0)


def quarrel(statement: Any) -> str | None:
    """What engines say of a statement, each asked alone, where one proves and another refutes it; else None."""
    found = [decision for engine in ENGINES for decision in attempt(engine, statement, settle)]
    outcomes = {decision.outcome for decision in found}
    both = Outcome.REFUTED in outcomes and outcomes & set(DECISIVE)
    return "; ".join(f"{decision.engine}: {decision.outcome}" for decision in found) if both else None


@family
def polynomial_inequality(random: Random) -> tuple[Any, str]:
    """(a x - b y)^2 + c is positive for positive c, and not for others, unless y has no part in it."""
    a, b, c = positive(random), fraction(random), fraction(random)
    least = 0 if b else a**2
    return ForAll((x, y), given=Ge(x, 1), then=Gt(sympy.expand((a * x - b * y) ** 2) + c, 0)), known(bool(least + c > 0))
