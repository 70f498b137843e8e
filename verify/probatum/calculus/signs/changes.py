"""Where a function of one variable changes its sign or turns: by floating point, then exactly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import flint
import sympy
from flint import arb

from probatum.calculus.signs.analytic import INFINITE, Interval, core
from probatum.calculus.signs.between import less
from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.truth import is_zero
from probatum.type_names import Expression, Number, Symbol

MOST_LOGARITHM = 30  # of a number that may be recognized
NEAR = sympy.Rational(1, 200)  # around a point that is not known exactly
SAMPLES = 120  # points between which a change of sign is sought


def in_order(points: list[Expression], inside: Interval) -> list[Expression]:
    """Points strictly inside, by size, each once."""
    kept = [
        point
        for point in dict.fromkeys(points)
        if less(inside.low, point) and less(point, inside.high)
    ]
    with flint.ctx.workprec(128):
        return sorted(kept, key=lambda point: float(enclose(point, {}).mid()))


def sign_changes(expression: Expression, inside: Interval) -> list[Expression]:
    """Points near which the sign changes or vanishes, exact ones where they are recognized;
    candidates only.
    """
    expression = core(expression, inside) or expression
    points = sampled(inside)
    signs = [(point, sign_at(expression, inside.variable, point)) for point in points]
    found: list[Expression] = []
    for (one, sign), (other, next_sign) in pairwise(signs):
        if sign == 0:
            found += recognized(expression, inside.variable, one)
        elif sign and next_sign and sign != next_sign:
            zero = _halved(expression, inside.variable, one, other)
            found += recognized(expression, inside.variable, zero)
    return in_order(found, inside)


def sampled(inside: Interval) -> list[Expression]:
    """Points of the interval, of an infinite one ever farther apart."""
    low, high = (None if end in INFINITE else as_float(end) for end in (inside.low, inside.high))
    shares = [(number + 0.5) / SAMPLES for number in range(SAMPLES)]
    if low is not None and high is not None:
        return [low + (high - low) * share for share in shares]
    spread = [share / (1 - share) for share in shares]
    if low is not None:
        return [low + step for step in spread]
    if high is not None:
        return sorted(high - step for step in spread)
    return sorted([*(-step for step in spread[::2]), 0.0, *spread[::2]])


def as_float(number: Number) -> float:
    with flint.ctx.workprec(128):
        return float(enclose(number, {}).mid())


def sign_at(expression: Expression, variable: Symbol, point: float) -> int | None:
    with flint.ctx.workprec(128):
        ball = enclose(expression, {variable: arb(point)})
    if not ball.is_finite():
        return None
    return 1 if ball > 0 else -1 if ball < 0 else 0


def _halved(expression: Expression, variable: Symbol, low: float, high: float) -> float:
    """Where the sign changes, by bisection."""
    sign = sign_at(expression, variable, low)
    for _ in range(60):
        middle = (low + high) / 2
        here = sign_at(expression, variable, middle)
        if here == sign:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def recognized(expression: Expression, variable: Symbol, point: float) -> list[Expression]:
    """A simple exact number near the point at which the expression is zero,
    else fractions on both sides of it.
    """
    for candidate in _candidates(point):
        value = expression.xreplace({variable: candidate})
        if (
            value.is_finite
            and sign_at(expression, variable, as_float(candidate)) is not None
            and is_zero(value)
        ):
            return [candidate]
    middle = sympy.Rational(point).limit_denominator(10**4)
    width = NEAR * max(1, abs(middle))
    return [middle - width, middle + width]


def _candidates(point: float) -> Iterator[Expression]:
    """Simple numbers very near: fractions, multiples of pi, roots,
    logarithms and exponentials of fractions.
    """
    forms: list[tuple[float, Expression]] = [
        (point, lambda number: number),
        (point / float(sympy.pi), lambda number: number * sympy.pi),
        (point * point, lambda number: sympy.sqrt(number) if point > 0 else -sympy.sqrt(number)),
    ]
    if abs(point) < MOST_LOGARITHM:
        forms.append((float(sympy.exp(point)), sympy.log))
    if point > 0:
        forms.append((float(sympy.log(point)), sympy.exp))
    for value, make in forms:
        fraction = sympy.Rational(value).limit_denominator(60)
        if abs(float(fraction) - value) < 1e-9 * max(1.0, abs(value)) and (
            make is not sympy.log or fraction > 0
        ):
            yield make(fraction)


def turning_points(expression: Expression, inside: Interval) -> list[Expression]:
    """Candidates for where the expression is smallest or largest,
    and for where it changes its sign.
    """
    slope = expression.diff(inside.variable)
    return (
        [*sign_changes(slope, inside), *sign_changes(expression, inside)]
        if not slope.has(sympy.Derivative)
        else []
    )
