"""Definite integrals: split where the integrand is not smooth, then by a checked antiderivative or
by rigorous enclosure.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import flint
import sympy

from probatum.calculus import proposals
from probatum.calculus.closed_value import (
    Answer,
    Enclosed,
    Exact,
    Missing,
    Open,
    Undefined,
    agrees,
    ball_of,
)
from probatum.calculus.forms.identity import vanishes, vanishes_beside
from probatum.calculus.forms.squares import without_roots_of_squares
from probatum.calculus.integration import complex_balls
from probatum.calculus.integration.jumps import rounds, steps
from probatum.calculus.integration.known_integrals import known_integral
from probatum.calculus.integration.pieces import INFINITE, Piece, ball_of_piece, regular
from probatum.calculus.limits.limit import beside, holds_near
from probatum.calculus.signs.between import in_order, inner_point, less, sign_between, zeros_between
from probatum.proposition.binders import called
from probatum.proposition.numbers.enclosure import enclose, truth
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.smoothness import POSITIVE, NotKnownError, needs, without_kinks
from probatum.proposition.truth import truth_at
from probatum.type_names import Comparison, Expression, Point, Symbol

CHECKED = 96  # bits at which an exact value must agree with the enclosure
DIGITS = 30  # on which two methods must agree where neither is certified
MOST_BOXES = 400


def integral(integrand: Expression, variable: Symbol, low: Expression, high: Expression) -> Answer:
    """The integral over real numbers, improper where it has to be."""
    upwards = less(low, high)
    if upwards is None:
        return Open("not known which end of the range is the upper one")
    if not upwards:
        return (
            Exact(sympy.Integer(0))
            if low == high or less(high, low) is False
            else _negated(integral(integrand, variable, high, low))
        )
    integrand = without_roots_of_squares(integrand)
    if rounds(integrand):
        try:
            parts = steps(integrand, variable, low, high)
        except NotKnownError:
            return _enclosed_whole(integrand, variable, low, high)
        return _together([integral(flat, variable, left, right) for flat, left, right in parts])
    try:
        pieces = _pieces(integrand, variable, low, high)
    except NotKnownError:
        pieces = None
    if isinstance(pieces, Undefined):
        return pieces
    if pieces is None:
        return _enclosed_whole(integrand, variable, low, high)
    found = _together([_of_piece(piece) for piece in pieces])
    return _confirmed(found, pieces, sympy.Integral(integrand, (variable, low, high)))


def _negated(answer: Answer) -> Answer:
    if isinstance(answer, Exact):
        return Exact(-answer.value, answer.agreed)
    return Enclosed(lambda: -answer.ball()) if isinstance(answer, Enclosed) else answer


def _pieces(
    integrand: Expression, variable: Symbol, low: Expression, high: Expression
) -> list[Piece] | Undefined | None:
    """The range cut at every kink, jump, pole and end of domain;
    None where these are not all known.
    """
    wanted = needs(integrand, variable)
    zeros = [zeros_between(u, variable, low, high) for u, _ in wanted]
    if None in zeros:
        return None
    cuts = [low, *in_order([zero for found in zeros for zero in found or ()]), high]
    pieces = []
    for left, right in pairwise(cuts):
        inside = {variable: inner_point(left, right)}
        signs = {u: _sign_at(u, inside) for u, _ in wanted}
        flat = without_kinks(integrand, signs, lambda where, inside=inside: truth_at(where, inside))
        needed = [u for u, kind in needs(flat, variable) if kind == POSITIVE]
        if any((signs[u] if u in signs else _sign_at(u, inside)) == -1 for u in needed):
            return Undefined(
                f"{called(integrand)} is not a real number at {called(variable)} = "
                f"{inside[variable]}"
            )
        pieces.append(Piece(flat, variable, left, right))
    return pieces


def _sign_at(expression: Expression, point: Point) -> int:
    """1 or -1 beside its zeros; NotKnownError for what is zero throughout, or not seen to be."""
    found, zero = (
        truth_at(kind(expression, 0, evaluate=False), point) for kind in (sympy.Gt, sympy.Eq)
    )
    if found is None or zero is not False:
        raise NotKnownError(str(expression))
    return 1 if found else -1


def _together(answers: list[Answer]) -> Answer:
    """The sum of the pieces; infinities of both signs have none."""
    for kind in (Undefined, Missing, Open):
        if any(isinstance(answer, kind) for answer in answers):
            return next(answer for answer in answers if isinstance(answer, kind))
    exact = [answer for answer in answers if isinstance(answer, Exact)]
    infinite = {answer.value for answer in exact} & set(INFINITE)
    agreed = any(answer.agreed for answer in exact)
    if len(infinite) > 1:
        reason = "it diverges: to infinity in one part, to minus infinity in another"
        return Missing(reason, agreed)
    if infinite:
        return Exact(infinite.pop(), agreed)
    if len(exact) == len(answers):
        return Exact(sympy.Add(*(answer.value for answer in exact)), agreed)
    return Enclosed(lambda: sum(map(ball_of, answers), flint.arb(0)))


def _of_piece(piece: Piece) -> Answer:
    ways = {end: sign for end in (piece.low, piece.high) if (sign := _diverges(piece, end))}
    if len({*ways.values()}) > 1:
        return Missing("it diverges at both ends, with both signs")
    for way in {*ways.values()}:
        others = {piece.low, piece.high} - {*ways}
        if all(_keeps_up(piece, end, way) for end in others):
            return Exact(way * sympy.oo)
    ends = (piece.low, piece.high)
    known = None if ways else known_integral(piece.integrand, piece.variable, *ends)
    if known is not None:
        return Exact(known)
    for antiderivative in _antiderivatives(piece):
        found = _by_ends(antiderivative, piece)
        if found is not None:
            return found
    if not ways and ball_of_piece(piece).is_finite():
        return Enclosed(lambda: ball_of_piece(piece))
    return Open(
        f"no method finds the integral of {called(piece.integrand)} from {piece.low} to "
        f"{piece.high}"
    )


def _diverges(piece: Piece, end: Expression) -> int:
    """The sign of the infinity to which it diverges at an end where the integrand is no smaller
    than c/distance; else 0.
    """
    if regular(piece, end):
        return 0
    distance = abs_of(piece.variable, end)
    found = beside(
        distance * piece.integrand, piece.variable, end, "+" if end == piece.low else "-"
    )
    if not isinstance(found, Exact) or found.agreed or found.value == 0:
        return 0
    return next(
        (sign for sign, relation in ((1, sympy.Gt), (-1, sympy.Lt)) if _is(relation, found.value)),
        0,
    )


def _keeps_up(piece: Piece, end: Expression, way: int) -> bool:
    """Whether near an end it converges, or has the sign of the infinity that it diverges to at the
    other.
    """
    if _converges_at(piece, end):
        return True
    side = "+" if end == piece.low else "-"
    return holds_near(sympy.Gt(way * piece.integrand, 0), piece.variable, end, side)


def abs_of(variable: Symbol, end: Expression) -> Expression:
    """The distance from an end, or from zero where it is infinite."""
    return sympy.Abs(variable if end in INFINITE else variable - end)


def _is(relation: Comparison, value: Expression) -> bool:
    if value in INFINITE:
        return bool(relation(value, 0))
    return truth_at(relation(value, 0, evaluate=False), {}, exactly=False) is True


def _antiderivatives(piece: Piece) -> Iterator[Expression]:
    """Checked antiderivatives: of the integrand itself, and with either end moved to zero."""
    x = piece.variable
    moves = [(x, x)]
    forward = sympy.Dummy("t", positive=True)
    if piece.low == 0:
        moves = [(forward, x)]
    elif piece.low not in INFINITE and not regular(piece, piece.low):
        moves.append((piece.low + forward, x - piece.low))
    if piece.high not in INFINITE and not regular(piece, piece.high):
        moves.append((piece.high - forward, piece.high - x))
    for there, back in moves:
        sign = -1 if there.has(forward) and there.coeff(forward) == -1 else 1
        symbol = forward if there.has(forward) else x
        for proposal in proposals.antiderivatives(
            sympy.expand_power_base(piece.integrand.xreplace({x: there})), symbol
        ):
            found = _real_logarithms(sign * proposal.xreplace({symbol: back}), piece)
            if found is not None and _is_derived(found, piece):
                yield found


def _is_derived(antiderivative: Expression, piece: Piece) -> bool:
    """Whether the integrand is seen to be the derivative, at least on the piece."""
    x = piece.variable
    rest = antiderivative.diff(x) - piece.integrand
    if vanishes(rest):
        return True
    ends = ((piece.low, 1), (piece.high, -1))
    finite = [(end, side) for end, side in ends if end not in INFINITE]
    return bool(finite) and vanishes_beside(rest, x, *finite[0])


def _real_logarithms(antiderivative: Expression, piece: Piece) -> Expression:
    """The logarithm of what is negative in the piece, as that of its opposite:
    it has the same derivative.
    """
    negative = {}
    for logarithm in antiderivative.atoms(sympy.log):
        inner = logarithm.args[0]
        if (
            inner.has(piece.variable)
            and sign_between(inner, piece.variable, piece.low, piece.high) == -1
        ):
            negative[logarithm] = sympy.log(-inner)
    return antiderivative.xreplace(negative)


def _by_ends(antiderivative: Expression, piece: Piece) -> Answer | None:
    """The change of an antiderivative, over each part in which it does not jump;
    None where not all is known.
    """
    x = piece.variable
    try:
        wanted = needs(antiderivative, x)
    except NotKnownError:
        return None
    zeros = [zeros_between(u, x, piece.low, piece.high) for u, _ in wanted]
    if None in zeros:
        return None
    cuts = [piece.low, *in_order([zero for found in zeros for zero in found or ()]), piece.high]
    parts = list(pairwise(cuts))
    for u, kind in wanted:
        if kind == POSITIVE and any(
            truth_at(sympy.Gt(u, 0), {x: inner_point(*part)}) is not True for part in parts
        ):
            return None
    changes = [_change(antiderivative, x, *part) for part in parts]
    return (
        None if None in changes else _together([change for change in changes if change is not None])
    )


def _change(
    antiderivative: Expression, x: Expression, low: Expression, high: Expression
) -> Answer | None:
    first, last = beside(antiderivative, x, low, "+"), beside(antiderivative, x, high, "-")
    if isinstance(first, Missing) or isinstance(last, Missing):
        return Missing("it diverges: its antiderivative has no limit at an end")
    if not (isinstance(first, Exact) and isinstance(last, Exact)):
        return None
    agreed = first.agreed or last.agreed
    if first.value in INFINITE and first.value == last.value:
        return Missing("it diverges at both ends, with both signs", agreed)
    infinite = [way * end.value for way, end in ((1, last), (-1, first)) if end.value in INFINITE]
    whole = infinite[0] if infinite else last.value - first.value
    return Exact(whole, agreed)


def _enclosed_whole(
    integrand: Expression, variable: Symbol, low: Expression, high: Expression
) -> Answer:
    """By enclosure alone, where it is not known exactly at which points the integrand has kinks."""
    if (
        low in INFINITE
        or high in INFINITE
        or not _defined_throughout(integrand, variable, low, high)
    ):
        return Open(
            f"it is not known at which points {called(integrand)} has poles, kinks or jumps"
        )
    piece = Piece(integrand, variable, low, high)
    with flint.ctx.workprec(CHECKED):
        if not complex_balls.integral(integrand, variable, low, high).is_finite():
            return Open(f"no method finds the integral of {called(integrand)} from {low} to {high}")
    found = Enclosed(
        lambda: complex_balls.integral(piece.integrand, piece.variable, piece.low, piece.high)
    )
    return _confirmed(found, [piece], sympy.Integral(integrand, (variable, low, high)))


def _defined_throughout(
    integrand: Expression, variable: Symbol, low: Expression, high: Expression
) -> bool:
    wanted, waiting, tried = defined(integrand), [(enclose(low, {}), enclose(high, {}))], 0
    while waiting:
        left, right = waiting.pop()
        tried += 1
        if truth(wanted, {variable: left.union(right)}) is not True:
            middle = (left + right) / 2
            waiting += [(left, middle), (middle, right)]
        if tried > MOST_BOXES:
            return False
    return True


def _confirmed(found: Answer, pieces: list[Piece], construct: Expression) -> Answer:
    """What is exact must agree with the enclosure, where there is one;
    SymPy's value counts if it does so at high precision.
    """
    if isinstance(found, Exact) and found.value.is_finite:
        with flint.ctx.workprec(CHECKED):
            ball, value = sum(map(ball_of_piece, pieces), flint.arb(0)), enclose(found.value, {})
        if ball.is_finite() and value.is_finite() and not ball.overlaps(value):
            return Open(
                "the change of the antiderivative and the enclosure of the integral disagree"
            )
    if isinstance(found, Enclosed):
        candidate = proposals.value(construct)
        return (
            Exact(candidate, agreed=True)
            if candidate is not None and agrees(candidate, found.ball)
            else found
        )
    if isinstance(found, Open) and all(map(_converges, pieces)):
        return _by_quadrature(found, construct)
    return found


def _converges(piece: Piece) -> bool:
    """Whether it converges by comparison: with distance^(-9/10) at a finite end, x^(-11/10)
    at an infinite one.
    """
    return all(_converges_at(piece, end) for end in (piece.low, piece.high))


def _converges_at(piece: Piece, end: Expression) -> bool:
    if regular(piece, end):
        return True
    power = sympy.Rational(11, 10) if end in INFINITE else sympy.Rational(9, 10)
    large = (factor for factor in sympy.Mul.make_args(piece.integrand) if not _is_bounded(factor))
    found = beside(
        abs_of(piece.variable, end) ** power * sympy.Mul(*large),
        piece.variable,
        end,
        "+" if end == piece.low else "-",
    )
    return isinstance(found, Exact) and not found.agreed and bool(found.value.is_finite)


def _is_bounded(factor: Expression) -> bool:
    base, exponent = factor.as_base_exp()
    return isinstance(base, (sympy.sin, sympy.cos)) and bool(exponent.is_Integer and exponent > 0)


def _by_quadrature(found: Open, construct: Expression) -> Answer:
    """SymPy's value of a convergent integral, where mpmath's quadrature agrees to many digits."""
    import mpmath  # type: ignore[import-untyped]  # it has none

    candidate = proposals.value(construct)
    if candidate is None:
        return found
    (variable, low, high), integrand = construct.limits[0], construct.function
    with mpmath.workdps(DIGITS + 20):
        infinite = {sympy.oo: mpmath.inf, -sympy.oo: -mpmath.inf}
        ends = [
            infinite[end] if end in infinite else mpmath.mpf(str(end.evalf(DIGITS + 20)))
            for end in (low, high)
        ]
        value = mpmath.quad(sympy.lambdify(variable, integrand, "mpmath"), ends)
        near = mpmath.almosteq(
            value, mpmath.mpf(str(candidate.evalf(DIGITS + 10))), rel_eps=mpmath.mpf(10) ** -DIGITS
        )
    return Exact(candidate, agreed=True) if near else found
