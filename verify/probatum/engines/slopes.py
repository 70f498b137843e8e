"""Proves that an expression of one variable is nowhere negative on an interval:
by signs of derivatives, and limits at the ends.
"""

from __future__ import annotations

from collections.abc import Callable

import flint
import sympy
from sympy.core.relational import Relational

from probatum.calculus.asymptotics.leading_terms import sign_of_number
from probatum.calculus.closed_value import Exact
from probatum.calculus.limits.limit import beside
from probatum.calculus.signs.analytic import (
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
from probatum.calculus.signs.between import inner_point
from probatum.calculus.signs.changes import as_float, in_order, sign_at, sign_changes
from probatum.claim_cache import cached_for_claim
from probatum.decision import Outcome
from probatum.engines.solvers import smt
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.proposition.kinds import for_all
from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.slopes.smoothness import (
    KINKS,
    POSITIVE,
    NotKnownError,
    needs,
    without_kinks,
)
from probatum.proposition.truth import truth_at
from probatum.type_names import Expression, Symbol

Way = Callable[[Expression, Interval, int], int]
SLOPED = (sympy.log, sympy.atan)  # of which the slopes are algebra
DEEPEST = 6  # derivatives of derivatives
LARGEST = 160  # operations
LARGEST_DENOMINATOR = 100  # of a point at which powers are taken exactly
PRECISION = 128  # bits


@cached_for_claim(4096)
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
    ways: tuple[Way, ...] = (
        _of_factors,
        _by_algebra,
        _by_one_logarithm,
        _by_slope,
        _by_logarithms,
    )
    if len(expression.atoms(sympy.log)) > 1:  # which common denominators would multiply
        ways = (_by_algebra, _by_slope, _of_factors, _by_logarithms)
    if _has_moving_powers(expression, inside.variable):  # of which slopes are long
        ways = (_by_logarithms, *ways)
    for way in ways:
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
    """What is known at one point; of powers whose exponent moves, by enclosures alone, for exact
    ones would be long.
    """
    if _grows(expression, variable) and point.is_Rational and point.q > LARGEST_DENOMINATOR:
        with flint.ctx.workprec(PRECISION):
            return STRICT if enclose(expression, {variable: enclose(point, {})}) > 0 else NONE
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
    statement = for_all(
        (inside.variable,),
        sympy.And(*(end for end in ends if end.atoms(sympy.Number))),
        sympy.Ge(expression, 0, evaluate=False),
    )
    try:
        proved = smt.decide(statement, shown=False).outcome is Outcome.PROVED
    except OutOfScopeError:
        proved = False
    return WEAK if proved else NONE


def _by_one_logarithm(expression: Expression, inside: Interval, depth: int) -> int:
    """a + b log u as a/b + log u, of which the slope is algebra, where b keeps its sign."""
    transcendental = expression.atoms(sympy.Function, sympy.exp)
    if len(transcendental) != 1 or not isinstance(logarithm := transcendental.pop(), SLOPED):
        return NONE
    mark = sympy.Dummy(real=True)
    linear = sympy.expand(expression.xreplace({logarithm: mark}))
    factor = linear.coeff(mark, 1)
    rest = sympy.expand(linear - factor * mark)
    sign = sign_inside(sympy.factor(factor), inside)
    if not sign or rest.has(mark) or not factor.has(inside.variable):
        return NONE
    other = sympy.together(rest / factor)
    if other.is_rational_function(inside.variable):
        other = sympy.apart(other, inside.variable)
    return nonnegative(sign * (other + logarithm), inside, depth - 1)


def _by_logarithms(expression: Expression, inside: Interval, depth: int) -> int:
    """A positive number less another one, by the logarithms of both: powers become products."""
    if not expression.is_Add or not _grows(expression, inside.variable):
        return NONE
    signs = {summand: sign_inside(summand, inside) for summand in expression.args}
    more = sympy.Add(*(summand for summand, sign in signs.items() if sign == 1))
    less = sympy.Add(*(-summand for summand, sign in signs.items() if sign == -1))
    if None in signs.values() or more == 0 or less == 0 or (more.is_Add and less.is_Add):
        return NONE
    sides = (sympy.log(sympy.factor_terms(side)) for side in (more, less))
    one, other = (sympy.expand_log(side, force=True) for side in sides)
    return nonnegative(one - other, inside, depth - 1)


def _has_moving_powers(expression: Expression, variable: Symbol) -> bool:
    powers = expression.atoms(sympy.Pow)
    return any(power.exp.has(variable) and power.base.has(variable) for power in powers)


def _grows(expression: Expression, variable: Symbol) -> bool:
    return bool(expression.has(sympy.exp)) or any(
        power.exp.has(variable) for power in expression.atoms(sympy.Pow)
    )


def _by_slope(expression: Expression, inside: Interval, depth: int) -> int:
    """Growing or falling all the way from an end where it is not negative; else piece by piece."""
    steep = expression.diff(inside.variable)
    if len(expression.atoms(sympy.log)) < 2:
        return _by_sign_of(core(steep, inside), expression, inside, depth)
    plain = _logarithms_apart(steep, inside)  # a common denominator would multiply logarithms
    found = _by_sign_of(plain, expression, inside, depth)
    return found or _by_sign_of(core(steep, inside), expression, inside, depth)


def _logarithms_apart(slope: Expression, inside: Interval) -> Expression:
    """The slope with its algebraic part as one quotient, and logarithms of factors that are
    positive inside.
    """
    split = slope.replace(sympy.log, lambda u: _of_factors_inside(u, inside))
    expanded = sympy.expand(split)  # which may write logarithms of numbers by others
    total = sympy.Add.make_args(expanded)
    logarithms = sorted(expanded.atoms(sympy.log), key=sympy.default_sort_key)
    rest = sympy.Add(*(summand for summand in total if not summand.has(sympy.log)))
    parts = [sympy.factor(sympy.together(rest))]
    for logarithm in logarithms:
        factor = sympy.Add(*(part / logarithm for part in total if part.has(logarithm)))
        if factor.has(sympy.log):
            return slope
        parts.append(sympy.factor(sympy.together(factor)) * logarithm)
    return sympy.Add(*parts)


def _of_factors_inside(argument: Expression, inside: Interval) -> Expression:
    """log of a quotient by its factors; as it is where one of them is not seen to be positive."""
    parts = [part.as_base_exp() for part in sympy.Mul.make_args(sympy.factor(argument))]
    if not all(power.is_Rational and sign_inside(base, inside) == 1 for base, power in parts):
        return sympy.log(argument)
    return sympy.Add(*(power * sympy.log(base) for base, power in parts))


def _one_logarithm(expression: Expression, variable: Symbol) -> Expression:
    """Logarithms with the same power of the variable as factors as a single one: it has a limit
    where they have none.
    """
    logarithms = sorted(expression.atoms(sympy.log), key=sympy.default_sort_key)
    if len(logarithms) < 2:
        return expression
    marks = {logarithm: sympy.Dummy(real=True) for logarithm in logarithms}
    rest = sympy.expand(expression.xreplace(marks))
    insides: dict[int, Expression] = {}
    for logarithm, mark in marks.items():
        factor = rest.coeff(mark, 1)
        if factor.free_symbols - {variable} or not factor.is_polynomial(variable):
            return expression
        rest = sympy.expand(rest - factor * mark)
        for (power,), number in sympy.Poly(factor, variable).terms():
            insides[power] = insides.get(power, 1) * logarithm.args[0] ** number
    joined = (variable**power * sympy.log(sympy.cancel(u)) for power, u in insides.items())
    return expression if rest.has(*marks.values()) else sympy.Add(rest, *joined)


def _by_sign_of(
    slope: Expression | None, expression: Expression, inside: Interval, depth: int
) -> int:
    """The same by an expression that has the sign of the slope."""
    if slope is None:
        return NONE
    if slope == 0:
        return _at(expression, inside.variable, inner_point(inside.low, inside.high))
    moves = sign_at(slope, inside.variable, as_float(inner_point(inside.low, inside.high)))
    for way, end in ((1, inside.low), (-1, inside.high)):
        if moves == -way:
            continue
        start = limit(expression, inside.variable, end, "+" if way == 1 else "-")
        if start is not None and start >= 0 and nonnegative(way * slope, inside, depth - 1):
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
    whole = _one_logarithm(expression, variable)
    found = beside(whole, variable, end, "-" if end in INFINITE else side)
    return sign_of_number(found.value) if isinstance(found, Exact) and not found.agreed else None
