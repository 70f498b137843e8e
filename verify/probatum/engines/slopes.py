"""Proves that an expression of one variable is nowhere negative on an interval:
by signs of derivatives, and limits at the ends.
"""

from __future__ import annotations

from functools import lru_cache

import sympy
from sympy.core.relational import Relational

from probatum.calculus.analytic import (
    ENTERED,
    INFINITE,
    NONE,
    STRICT,
    WEAK,
    Interval,
    core,
    is_analytic,
    sign_inside,
)
from probatum.calculus.answer import Exact
from probatum.calculus.between import inner_point
from probatum.calculus.limits import beside
from probatum.calculus.near_zero import sign_of_number
from probatum.calculus.sign_changes import as_float, in_order, sign_at, sign_changes
from probatum.decision import Outcome
from probatum.engines import smt
from probatum.lowering.scope import OutOfScopeError
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import unchecked
from probatum.proposition.smoothness import KINKS, POSITIVE, NotKnownError, needs, without_kinks
from probatum.proposition.truth import truth_at
from probatum.shapes import Expression, Symbol

DEEPEST = 6  # derivatives of derivatives
LARGEST = 160  # operations


@lru_cache(maxsize=4096)
def nonnegative(expression: Expression, inside: Interval, depth: int = DEEPEST) -> int:
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


def _without_kinks(expression: Expression, inside: Interval, depth: int) -> int:
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
    points = in_order([point for part in turning for point in sign_changes(part, inside)], inside)
    found = [_resolved(expression, part, turning, depth) for part in inside.parts(points)]
    found += [_at(expression, inside.variable, point) for point in points]
    return min(found)


def _resolved(expression: Expression, part: Interval, turning: list[Expression], depth: int) -> int:
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


def _at(expression: Expression, variable: Symbol, point: Expression) -> int:
    """What is known at one point."""
    sign = sign_of_number(expression.xreplace({variable: point}))
    return NONE if sign is None or sign < 0 else STRICT if sign else WEAK


def _of_factors(expression: Expression, inside: Interval, depth: int) -> int:
    """The product of what is known of each factor."""
    whole = core(expression, inside)
    if whole is None or whole == expression:
        return NONE
    return nonnegative(whole, inside, depth)


def _by_algebra(expression: Expression, inside: Interval, depth: int) -> int:
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
        proved = smt.decide(statement).outcome is Outcome.PROVED
    except OutOfScopeError:
        proved = False
    return WEAK if proved else NONE


def _by_logarithms(expression: Expression, inside: Interval, depth: int) -> int:
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


def _grows(expression: Expression, variable: Symbol) -> bool:
    return bool(expression.has(sympy.exp)) or any(
        power.exp.has(variable) for power in expression.atoms(sympy.Pow)
    )


def _by_slope(expression: Expression, inside: Interval, depth: int) -> int:
    """Growing or falling all the way from an end where it is not negative; else piece by piece."""
    slope = core(expression.diff(inside.variable), inside)
    if slope is None:
        return NONE
    if slope == 0:
        return _at(expression, inside.variable, inner_point(inside.low, inside.high))
    for way, end in ((1, inside.low), (-1, inside.high)):
        start = limit(expression, inside.variable, end, "+" if way == 1 else "-")
        if start is not None and start >= 0 and nonnegative(way * slope, inside, depth - 1):
            moves = sign_at(slope, inside.variable, as_float(inner_point(inside.low, inside.high)))
            return (
                STRICT if start or moves else WEAK
            )  # analytic and not constant, so it grows strictly
    points = sign_changes(slope, inside)
    return _by_pieces(expression, inside, points, depth) if points else NONE


def _by_pieces(
    expression: Expression, inside: Interval, points: list[Expression], depth: int
) -> int:
    """Between the points where the slope changes, and around those that are not known exactly."""
    found = STRICT
    for point in points:
        found = min(found, _at(expression, inside.variable, point))
    for part in inside.parts(points):
        found = found and min(found, nonnegative(expression, part, depth - 1))
    return found


def limit(expression: Expression, variable: Symbol, end: Expression, side: str) -> int | None:
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
