"""Proves that an expression of one variable is nowhere negative on an interval:
by signs of derivatives, and limits at the ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import flint
import sympy
from flint import arb
from sympy.core.relational import Relational

from probatum.calculus.answer import Exact
from probatum.calculus.between import ODD_AND_GROWING, inner_point, less, sign_between
from probatum.calculus.limits import beside
from probatum.calculus.near_zero import QUOTIENTS, sign_of_number
from probatum.decide import smt
from probatum.decide.smt_translation import NotTranslatableError
from probatum.decision import Outcome
from probatum.proposition.enclosure import enclose
from probatum.proposition.kinds import ForAll, unchecked
from probatum.proposition.smoothness import KINKS, POSITIVE, NotKnownError, needs, without_kinks
from probatum.proposition.truth import is_zero, truth_at

DEEPEST = 6  # derivatives of derivatives
LARGEST = 160  # operations
SAMPLES = 120  # points between which a change of sign is sought
MOST_LOGARITHM = 30  # of a number that may be recognized
NEAR = sympy.Rational(1, 200)  # around a point that is not known exactly
NONE, WEAK, STRICT = 0, 1, 2  # nothing is proved; nowhere negative; everywhere positive
INFINITE = (sympy.oo, -sympy.oo)
TURNING = (sympy.sin, sympy.cos)
ENTERED = (sympy.exp, *TURNING)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers strictly between two exact ends, of which each may be infinite."""

    variable: Any
    low: Any
    high: Any

    @property
    def is_half_line(self) -> bool:
        """Whether one end is infinite and the other is not."""
        return (self.low in INFINITE) != (self.high in INFINITE)

    def parts(self, points: list[Any]) -> Iterator[Interval]:
        """The pieces between points in order."""
        ends = [self.low, *points, self.high]
        for low, high in pairwise(ends):
            yield Interval(self.variable, low, high)


@lru_cache(maxsize=4096)
def sign_inside(expression: Any, inside: Interval) -> int | None:
    """1 or -1 where the expression is certainly of that sign inside; else None.

    On half lines by rules alone, without derivatives: those are taken here, and not without end.
    """
    if (
        inside.is_half_line
        and not expression.is_polynomial(inside.variable)
        and expression.has(inside.variable)
    ):
        return _by_rules(expression, inside)
    return sign_between(expression, inside.variable, inside.low, inside.high)


def _by_rules(expression: Any, inside: Interval) -> int | None:
    """By the signs of factors and summands, and of functions that have the sign of their
    argument.
    """
    if expression.is_Mul:
        signs = [sign_inside(factor, inside) for factor in expression.args]
        return None if None in signs else int(sympy.prod(signs))
    if expression.is_Add:
        found = {sign_inside(summand, inside) for summand in expression.args}
        return found.pop() if len(found) == 1 else None
    if isinstance(expression, sympy.exp):
        return 1 if is_analytic(expression.exp, inside) else None
    if expression.is_Pow:
        sign = sign_inside(expression.base, inside)
        if sign is None or not is_analytic(expression.exp, inside):
            return None
        return (
            1 if sign == 1 else sign ** int(expression.exp) if expression.exp.is_Integer else None
        )
    if isinstance(expression, sympy.log):
        inner = expression.args[0]
        return sign_inside(inner - 1, inside) if sign_inside(inner, inside) == 1 else None
    return (
        sign_inside(expression.args[0], inside) if isinstance(expression, ODD_AND_GROWING) else None
    )


@lru_cache(maxsize=4096)
def nonnegative(expression: Any, inside: Interval, depth: int = DEEPEST) -> int:
    """STRICT or WEAK where the expression is proved positive, or not negative, inside;
    else NONE.
    """
    if not expression.has(inside.variable):
        return (
            {1: STRICT, 0: WEAK}.get(sign_of_number(expression) or 0, NONE)
            if sign_of_number(expression) is not None
            else NONE
        )
    if depth == 0 or expression.count_ops() > LARGEST:
        return NONE
    if expression.has(*KINKS):
        return _without_kinks(expression, inside, depth)
    sign = sign_inside(expression, inside)
    if sign:
        return STRICT if sign == 1 else NONE
    if not is_analytic(expression, inside):
        return NONE
    for way in (_of_factors, _by_algebra, _by_slope, _by_logarithms):
        found = way(expression, inside, depth)
        if found:
            return found
    return NONE


def _without_kinks(expression: Any, inside: Interval, depth: int) -> int:
    """Piece by piece between the points where absolute values and the like may turn."""
    for kink in expression.atoms(sympy.Abs):
        if expression.coeff(kink).is_negative and not (
            expression - expression.coeff(kink) * kink
        ).has(kink):
            both = (expression.xreplace({kink: side}) for side in (kink.args[0], -kink.args[0]))
            return min(nonnegative(side, inside, depth - 1) for side in both)
    turning = [kink.args[0] for kink in expression.atoms(sympy.Abs, sympy.sign)]
    for kink in expression.atoms(sympy.Max, sympy.Min):
        turning += [one - other for one in kink.args for other in kink.args if one is not other]
    for piece in expression.atoms(sympy.Piecewise):
        turning += [
            relation.lhs - relation.rhs
            for _, where in piece.args
            for relation in where.atoms(Relational)
        ]
    points = in_order([point for part in turning for point in _changes(part, inside)], inside)
    found = [_resolved(expression, part, turning, depth) for part in inside.parts(points)]
    found += [_at(expression, inside.variable, point) for point in points]
    return min(found)


def _resolved(expression: Any, part: Interval, turning: list[Any], depth: int) -> int:
    touching = not expression.has(
        sympy.sign, sympy.Max, sympy.Min, sympy.Piecewise
    )  # absolute values may touch zero, jumps may not
    signs = {}
    for inner in turning:
        upward = nonnegative(inner, part, depth - 1)
        found = upward or nonnegative(-inner, part, depth - 1)
        if found == STRICT or (found and touching):
            signs[inner] = 1 if upward else -1
    middle = inner_point(part.low, part.high)
    if set(signs) != set(turning):
        return NONE
    try:
        smooth = without_kinks(
            expression, signs, lambda condition: truth_at(condition, {part.variable: middle})
        )
    except NotKnownError:
        return NONE
    return NONE if smooth.has(*KINKS) else nonnegative(smooth, part, depth - 1)


def _at(expression: Any, variable: Any, point: Any) -> int:
    """What is known at one point."""
    sign = sign_of_number(expression.xreplace({variable: point}))
    return NONE if sign is None or sign < 0 else STRICT if sign else WEAK


def is_analytic(expression: Any, inside: Interval) -> bool:
    """Whether the expression is known to be analytic inside."""
    try:
        wanted = needs(expression, inside.variable)
    except NotKnownError:
        return False
    signs = [(sign_inside(u, inside), kind) for u, kind in wanted]
    return all(sign == 1 if kind == POSITIVE else sign in (1, -1) for sign, kind in signs)


def _of_factors(expression: Any, inside: Interval, depth: int) -> int:
    """The product of what is known of each factor."""
    whole = core(expression, inside)
    if whole is None or whole == expression:
        return NONE
    return nonnegative(whole, inside, depth)


@lru_cache(maxsize=2048)
def core(expression: Any, inside: Interval) -> Any:
    """The expression without factors of a known sign: it has the same sign everywhere inside;
    None where no form is found.
    """
    turned = expression.replace(
        lambda part: part.func in QUOTIENTS, lambda part: QUOTIENTS[part.func](part.args[0])
    )
    numerator, denominator = sympy.fraction(sympy.together(turned))
    found, rest = sympy.Integer(1), []
    below = sign_inside(denominator, inside)
    if below is None:
        return None
    found *= below
    for factor in sympy.Mul.make_args(sympy.factor_terms(_factored(numerator))):
        base, power = factor.as_base_exp() if factor.is_Pow else (factor, sympy.Integer(1))
        if not power.is_Integer:
            base, power = factor, sympy.Integer(1)
        sign = sign_inside(base, inside)
        if sign:
            found *= sign ** int(power)
        elif power % 2:
            rest.append(base)
        else:
            rest.append(base**2)
    return found * sympy.Mul(*rest)


def _factored(numerator: Any) -> Any:
    """A sum with the factors that all its terms share taken out, exponentials by their powers."""
    return sympy.factor(numerator) if numerator.count_ops() < LARGEST // 2 else numerator


def _by_algebra(expression: Any, inside: Interval, depth: int) -> int:
    """By a solver, exponentials and the circle taken for what is known of them;
    else squares of polynomials.
    """
    if not expression.has(*ENTERED) and not expression.is_polynomial(inside.variable):
        return NONE
    sides = ((inside.low, inside.variable), (inside.variable, inside.high))
    ends = [sympy.Lt(*pair) for pair in sides if not any(side in INFINITE for side in pair)]
    statement = unchecked(
        ForAll,
        variables=(inside.variable,),
        given=sympy.And(*(end for end in ends if end.atoms(sympy.Number))),
        then=sympy.Ge(expression, 0, evaluate=False),
    )
    try:
        proved = smt.decide(statement, None).outcome is Outcome.PROVED
    except NotTranslatableError:
        proved = False
    return WEAK if proved else NONE


def _by_logarithms(expression: Any, inside: Interval, depth: int) -> int:
    """A positive number less another one, by the logarithms of both: powers become products."""
    if (
        not expression.is_Add
        or len(expression.args) != 2
        or not _grows(expression, inside.variable)
    ):
        return NONE
    for more, less_sign in (expression.args, expression.args[::-1]):
        if sign_inside(more, inside) == 1 and sign_inside(-less_sign, inside) == 1:
            difference = sympy.expand_log(sympy.log(more) - sympy.log(-less_sign), force=True)
            return nonnegative(difference, inside, depth - 1)
    return NONE


def _grows(expression: Any, variable: Any) -> bool:
    return bool(expression.has(sympy.exp)) or any(
        power.exp.has(variable) for power in expression.atoms(sympy.Pow)
    )


def _by_slope(expression: Any, inside: Interval, depth: int) -> int:
    """Growing or falling all the way from an end where it is not negative; else piece by piece."""
    slope = core(expression.diff(inside.variable), inside)
    if slope is None:
        return NONE
    if slope == 0:
        return _at(expression, inside.variable, inner_point(inside.low, inside.high))
    for way, end in ((1, inside.low), (-1, inside.high)):
        start = limit(expression, inside.variable, end, "+" if way == 1 else "-")
        if start is not None and start >= 0 and nonnegative(way * slope, inside, depth - 1):
            moves = _sign(slope, inside.variable, _as_float(inner_point(inside.low, inside.high)))
            return (
                STRICT if start or moves else WEAK
            )  # analytic and not constant, so it grows strictly
    points = _changes(slope, inside)
    return _by_pieces(expression, inside, points, depth) if points else NONE


def _by_pieces(expression: Any, inside: Interval, points: list[Any], depth: int) -> int:
    """Between the points where the slope changes, and around those that are not known exactly."""
    found = STRICT
    for point in points:
        found = min(found, _at(expression, inside.variable, point))
    for part in inside.parts(points):
        found = found and min(found, nonnegative(expression, part, depth - 1))
    return found


def limit(expression: Any, variable: Any, end: Any, side: str) -> int | None:
    """The sign of the limit at an end, an infinite one too; None where it is not known."""
    if end not in INFINITE:
        value = expression.xreplace({variable: end})
        try:
            wanted = [
                (sign_of_number(u.xreplace({variable: end})), kind)
                for u, kind in needs(expression, variable)
            ]
        except NotKnownError:
            return None
        if all(sign == 1 if kind == POSITIVE else sign in (1, -1) for sign, kind in wanted):
            return sign_of_number(value)
    found = beside(expression, variable, end, "-" if end in INFINITE else side)
    return sign_of_number(found.value) if isinstance(found, Exact) and not found.agreed else None


def in_order(points: list[Any], inside: Interval) -> list[Any]:
    """Points strictly inside, by size, each once."""
    kept = [
        point
        for point in dict.fromkeys(points)
        if less(inside.low, point) and less(point, inside.high)
    ]
    with flint.ctx.workprec(128):
        return sorted(kept, key=lambda point: float(enclose(point, {}).mid()))


def _changes(expression: Any, inside: Interval) -> list[Any]:
    """Points near which the sign changes or vanishes, exact ones where they are recognized;
    candidates only.
    """
    expression = core(expression, inside) or expression
    points = sampled(inside)
    signs = [(point, _sign(expression, inside.variable, point)) for point in points]
    found: list[Any] = []
    for (one, sign), (other, next_sign) in pairwise(signs):
        if sign == 0:
            found += recognized(expression, inside.variable, one)
        elif sign and next_sign and sign != next_sign:
            found += recognized(
                expression, inside.variable, _halved(expression, inside.variable, one, other, sign)
            )
    return in_order(found, inside)


def sampled(inside: Interval) -> list[Any]:
    """Points of the interval, of an infinite one ever farther apart."""
    low, high = (None if end in INFINITE else _as_float(end) for end in (inside.low, inside.high))
    shares = [(number + 0.5) / SAMPLES for number in range(SAMPLES)]
    if low is not None and high is not None:
        return [low + (high - low) * share for share in shares]
    spread = [share / (1 - share) for share in shares]
    if low is not None:
        return [low + step for step in spread]
    if high is not None:
        return sorted(high - step for step in spread)
    return sorted([*(-step for step in spread[::2]), 0.0, *spread[::2]])


def _as_float(number: Any) -> float:
    with flint.ctx.workprec(128):
        return float(enclose(number, {}).mid())


def _sign(expression: Any, variable: Any, point: float) -> int | None:
    with flint.ctx.workprec(128):
        ball = enclose(expression, {variable: arb(point)})
    if not ball.is_finite():
        return None
    return 1 if ball > 0 else -1 if ball < 0 else 0


def _halved(expression: Any, variable: Any, low: float, high: float, sign: int) -> float:
    for _ in range(60):
        middle = (low + high) / 2
        here = _sign(expression, variable, middle)
        if here == sign:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def recognized(expression: Any, variable: Any, point: float) -> list[Any]:
    """A simple exact number near the point at which the expression is zero,
    else fractions on both sides of it.
    """
    for candidate in _candidates(point):
        value = expression.xreplace({variable: candidate})
        if (
            value.is_finite
            and _sign(expression, variable, _as_float(candidate)) is not None
            and is_zero(value)
        ):
            return [candidate]
    middle = sympy.Rational(point).limit_denominator(10**4)
    width = NEAR * max(1, abs(middle))
    return [middle - width, middle + width]


def _candidates(point: float) -> Iterator[Any]:
    """Simple numbers very near: fractions, multiples of pi, roots,
    logarithms and exponentials of fractions.
    """
    forms: list[tuple[float, Any]] = [
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


def turning_points(expression: Any, inside: Interval) -> list[Any]:
    """Candidates for where the expression is smallest or largest,
    and for where it changes its sign.
    """
    slope = expression.diff(inside.variable)
    return (
        [*_changes(slope, inside), *_changes(expression, inside)]
        if not slope.has(sympy.Derivative)
        else []
    )
