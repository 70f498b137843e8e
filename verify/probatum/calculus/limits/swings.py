"""Says that there is no limit where waves go on for ever: at places ever nearer at which they have
given values, what they stand in tends to different ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import lcm

import sympy

from probatum.calculus.asymptotics.leading_terms import INFINITE, T, sign_of_number
from probatum.calculus.asymptotics.near_forms import DIGITS
from probatum.calculus.asymptotics.near_zero import DEEPEST, certain, sign
from probatum.proposition.slopes.smoothness import NotKnownError, needs
from probatum.proposition.truth import truth_at
from probatum.type_names import Expression, Point, Symbol

SWINGING = (sympy.sin, sympy.cos)
WAVES = (*SWINGING, sympy.tan, sympy.cot, sympy.sec, sympy.csc)
ANGLES = tuple(sympy.pi * number / 2 for number in range(4))


def swings(expression: Expression) -> bool:
    """Whether it has no limit for T to 0, not even an infinite one: waves of what grows without
    bound, and goes through all numbers, come back to any angle.
    """
    return swings_linearly(expression) or any(
        _differ([certain(part, DEEPEST) for part in parts])
        for parts in _at_angles(expression, exactly=True)
    )


def swings_at_integers(expression: Expression) -> bool:
    """The same for 1/T an integer, of polynomials in waves with coefficients that have limits: the
    multiples of an angle that is no rational part of a turn come as near as one likes to any angle
    (Kronecker; Hardy and Wright, An Introduction to the Theory of Numbers, theorem 439).
    """
    return any(
        _differ([certain(part, DEEPEST) for part in parts])
        for parts in _at_angles(expression, exactly=False)
    )


def swings_linearly(expression: Expression) -> bool:
    """Whether it is a + b sin(u) with u continuous and without bound,
    a with a finite limit and b with one that is not zero.
    """
    waves = _waves(expression)
    if len(waves) != 1 or expression.has(*DIGITS):
        return False
    wave = sympy.Symbol("w  ", real=True)
    linear = expression.xreplace({waves[0]: wave})
    if not linear.is_polynomial(wave) or sympy.degree(linear, wave) != 1:
        return False
    slope, rest = sympy.Poly(linear, wave).all_coeffs()
    limits = [certain(sympy.sympify(part), DEEPEST) for part in (slope, rest)]
    return None not in limits and sign_of_number(limits[0]) in (1, -1) and limits[1] not in INFINITE


def _waves(expression: Expression) -> list[Expression]:
    waves = sorted(expression.atoms(*SWINGING), key=sympy.default_sort_key)
    return [wave for wave in waves if certain(wave.args[0], DEEPEST) in INFINITE]


def _at_angles(expression: Expression, *, exactly: bool) -> Iterator[list[Expression]]:
    """For each u of which waves in the expression are, what it is where u is an angle and any
    number of turns: `exactly`, of what goes through all numbers; else, of multiples of an integer.
    """
    waves = _waves(expression)
    seen: set[Expression] = set()
    for wave in waves:
        if wave in seen:
            continue
        base, multiples = _multiples(wave, waves)
        seen |= {*multiples}
        goes_through = _is_continuous(base) if exactly else _never_returns(base)
        if not goes_through or not (exactly or _tends(expression, list(multiples))):
            continue
        values = [_values(multiples, angle) for angle in ANGLES]
        parts = [expression.xreplace(each) for each in values]
        yield [part for part in parts if part.is_finite is not False]


def _multiples(
    wave: Expression, waves: list[Expression]
) -> tuple[Expression, dict[Expression, tuple[Expression, Expression]]]:
    """u, and m and c of each wave of m u + c with an integer m."""
    _, first = sympy.expand(wave.args[0]).as_independent(T, as_Add=True)
    found = {}
    for each in waves:
        rest, moving = sympy.expand(each.args[0]).as_independent(T, as_Add=True)
        share = sympy.cancel(moving / first)
        if share.is_Rational:
            found[each] = (share, rest)
    steps = lcm(*(int(share.q) for share, _ in found.values()))
    return first / steps, {each: (share * steps, rest) for each, (share, rest) in found.items()}


def _values(multiples: dict[Expression, tuple[Expression, Expression]], angle: Expression) -> Point:
    return {wave: wave.func(times * angle + rest) for wave, (times, rest) in multiples.items()}


def _is_continuous(inner: Expression) -> bool:
    """Whether it is at all small distances."""
    try:
        return all(sign(each, DEEPEST) in (1, -1) for each, _ in needs(inner, T))
    except NotKnownError:
        return False


def _never_returns(inner: Expression) -> bool:
    """Whether it is c/T with an algebraic number c, which is no rational multiple of pi."""
    step = sympy.expand(inner * T)
    return bool(not step.has(T) and step.is_algebraic and step.is_nonzero)


def _tends(expression: Expression, waves: list[Expression]) -> bool:
    """Whether it is a polynomial in the waves with coefficients that tend to numbers."""
    names = [sympy.Dummy(real=True) for _ in waves]
    plain = expression.xreplace(dict(zip(waves, names, strict=True)))
    if not plain.is_polynomial(*names):
        return False
    coefficients = sympy.Poly(plain, *names).coeffs()
    limits = [certain(sympy.sympify(each), DEEPEST) for each in coefficients]
    return not {None, *INFINITE} & {*limits}


def _differ(limits: list[Expression | None]) -> bool:
    known = [each for each in limits if each is not None]
    return any(_apart(one, other) for one, other in pairwise(known))


def _apart(one: Expression, other: Expression) -> bool:
    if one in INFINITE or other in INFINITE:
        return bool(one != other)
    return truth_at(sympy.Ne(one, other, evaluate=False), {}) is True


def turns(expression: Expression, variable: Symbol) -> bool:
    """Whether each wave goes on by one angle s from one integer to the next, with sin(s) not zero:
    a sine with a limit would have 0 for it, as its cosine would, by the addition formulas.
    """
    waves = [wave for wave in expression.atoms(*WAVES) if wave.has(variable)]
    inner = [wave.args[0] for wave in waves]
    lines = (u.is_polynomial(variable) and sympy.degree(u, variable) == 1 for u in inner)
    if not inner or not all(lines):  # what swings may be written without them
        return False
    steps = [sympy.expand(u).coeff(variable) for u in inner]
    return all(truth_at(sympy.Ne(sympy.sin(s), 0, evaluate=False), {}) is True for s in steps)
