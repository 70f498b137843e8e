"""Certifies that an expression keeps its sign between two points, and which zeros it has there."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

import flint
import sympy
from flint import arb

from probatum.calculus import proposals
from probatum.calculus.asymptotics.near_forms import QUOTIENTS
from probatum.claim_cache import cached_for_claim
from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.truth import is_zero, truth_at
from probatum.type_names import Ball, Expression, Number, Polynomial, Symbol

PRECISION = 128  # bits
MOST_PIECES = 400
MOST_SLOPES = 12  # derivatives of derivatives
LARGEST_SLOPE = 40  # operations
HIGHEST = 300  # degree of a polynomial whose roots are told apart
HIGHEST_ORDER = 6  # of a zero at an end
ODD_AND_GROWING = (sympy.atan, sympy.sinh, sympy.tanh, sympy.asinh, sympy.erf)
JUMPING = (
    sympy.Piecewise,
    sympy.sign,
    sympy.floor,
    sympy.ceiling,
    sympy.Mod,
    sympy.frac,
    sympy.Heaviside,
    sympy.acot,
    sympy.atan2,  # by a whole turn
)
WITH_POLES = (sympy.tan, sympy.cot, sympy.sec, sympy.csc)  # which cancel in slopes: atan(tan(x))
END = sympy.Rational(1, 64)  # of the range: so far a derivative speaks for an end with a zero


def less(left: Expression, right: Expression) -> bool | None:
    """Whether one exact number, or infinity, is below another."""
    if left in (sympy.oo, -sympy.oo) or right in (sympy.oo, -sympy.oo):
        return bool(left != right and (left == -sympy.oo or right == sympy.oo))
    return truth_at(sympy.Lt(left, right, evaluate=False), {})


def inner_point(low: Expression, high: Expression) -> Number:
    """A rational number between two exact ones."""
    if low == -sympy.oo and high == sympy.oo:
        return sympy.Integer(0)
    if low == -sympy.oo or high == sympy.oo:
        return rational(high) - 1 if low == -sympy.oo else rational(low) + 1
    return rational((low + high) / 2, high - low)


def rational(number: Number, width: Expression = sympy.S.One) -> Number:
    """A rational number within a hundredth of `width` of a real one."""
    if number.is_Rational:
        return number
    with flint.ctx.workprec(PRECISION):
        scale = 2 ** max(8, 8 - int(sympy.floor(sympy.log(sympy.N(width), 2))))
        return sympy.Rational(
            int((enclose(number, {}).mid() * scale).floor().unique_fmpz() or 0), scale
        )


@dataclass(frozen=True, slots=True)
class Range:
    """Where a variable lies, and how many more derivatives may be asked for their sign there."""

    variable: Symbol
    low: Expression
    high: Expression
    slopes: int = MOST_SLOPES


def sign_between(
    expression: Expression, variable: Symbol, low: Expression, high: Expression
) -> int | None:
    """1 or -1 where the expression is defined, continuous and of that sign between the ends;
    else None.
    """
    return _sign(expression, Range(variable, low, high))


@cached_for_claim(2048)
def _sign(expression: Expression, inside: Range) -> int | None:
    if not expression.has(inside.variable):
        return _sign_of_number(expression)
    if expression.is_Mul:
        return _product([_sign(factor, inside) for factor in expression.args])
    if isinstance(expression, sympy.Abs):
        return 1 if _sign(expression.args[0], inside) else None
    for rule in (_of_power, _of_function, _of_polynomial, _of_sum, _by_boxes, _by_slope):
        sign = rule(expression, inside)
        if sign is not None:
            return sign
    return None


def _sign_of_number(number: Number) -> int | None:
    for sign, relation in ((1, sympy.Gt), (-1, sympy.Lt)):
        if truth_at(relation(number, 0, evaluate=False), {}, exactly=False):
            return sign
    return None


def _product(signs: list[int | None]) -> int | None:
    return None if None in signs else int(sympy.prod(signs))


def _of_power(expression: Expression, inside: Range) -> int | None:
    if not (expression.is_Pow or isinstance(expression, sympy.exp)):
        return None
    if isinstance(expression, sympy.exp):
        return 1 if _finite_inside(expression.exp, inside) else None
    base, exponent = expression.as_base_exp()
    sign = _sign(base, inside)
    if sign is None or (exponent.has(inside.variable) and not _finite_inside(exponent, inside)):
        return None
    if exponent.is_Integer:
        return sign if int(exponent) % 2 else 1
    return 1 if sign == 1 else None


def _finite_inside(expression: Expression, inside: Range) -> bool:
    """Whether an exponent is certainly defined: a quotient of polynomials without a pole,
    or what is defined everywhere.
    """
    numerator, denominator = sympy.fraction(sympy.together(expression))
    whole = all(part.is_polynomial(inside.variable) for part in (numerator, denominator))
    return bool(whole) and _sign(denominator, inside) is not None


def _of_function(expression: Expression, inside: Range) -> int | None:
    """Odd functions that grow have the sign of their argument, a logarithm that of its argument
    less one, a tangent that of sine and cosine.
    """
    if isinstance(expression, sympy.log):
        inner = expression.args[0]
        return _sign(inner - 1, inside) if _sign(inner, inside) == 1 else None
    if expression.func in QUOTIENTS:
        return _sign(QUOTIENTS[expression.func](expression.args[0]), inside)
    if isinstance(expression, (sympy.factorial, sympy.binomial)):
        more, fewer = (
            expression.args[0],
            expression.args[-1] if len(expression.args) > 1 else sympy.Integer(0),
        )
        counts = (more + 1, fewer + 1, more - fewer + 1)  # of each a gamma function is taken
        return 1 if all(_sign(part, inside) == 1 for part in counts) else None
    grows = isinstance(expression, ODD_AND_GROWING)
    return _sign(expression.args[0], inside) if grows else None


def _of_polynomial(expression: Expression, inside: Range) -> int | None:
    """By its real roots, for rational coefficients."""
    polynomial = rational_polynomial(expression, inside.variable)
    ends = inside.low, inside.high
    if polynomial is None or _roots_inside(polynomial, *ends) != []:
        return None
    return 1 if polynomial.eval(inner_point(*ends)) > 0 else -1


def rational_polynomial(expression: Expression, variable: Symbol) -> Expression | None:
    """The polynomial in one variable with rational coefficients that it is, of no high degree."""
    if not expression.is_polynomial(variable):
        return None
    polynomial = sympy.Poly(expression, variable)
    rational = polynomial.domain.is_QQ or polynomial.domain.is_ZZ
    return polynomial if rational and polynomial.degree() <= HIGHEST else None


def _roots_inside(
    polynomial: Polynomial, low: Expression, high: Expression
) -> list[Expression] | None:
    """The real roots strictly between the ends, in order; None where an end cannot be told from a
    root.
    """
    roots = list(dict.fromkeys(polynomial.real_roots(radicals=polynomial.degree() <= 2)))
    inside = [(less(low, root), less(root, high)) for root in roots]
    if any(None in pair for pair in inside):
        return None
    return [root for root, pair in zip(roots, inside, strict=True) if all(pair)]


def _of_sum(expression: Expression, inside: Range) -> int | None:
    """The sign that all summands have."""
    if not expression.is_Add or not (inside.low.is_infinite or inside.high.is_infinite):
        return None
    signs = {_sign(summand, inside) for summand in expression.args}
    return signs.pop() if len(signs) == 1 else None


def _by_slope(expression: Expression, inside: Range) -> int | None:
    """By the sign of the derivative, from an end at which the expression is zero or has the sign
    that it moves to.
    """
    low, high = inside.low, inside.high
    if low.is_infinite == high.is_infinite or not inside.slopes:
        return None
    if expression.has(*JUMPING, *WITH_POLES) or expression.count_ops() > LARGEST_SLOPE:
        return None
    end, way = (low, 1) if high.is_infinite else (high, -1)
    value = expression.xreplace({inside.variable: end})
    start = _sign_of_number(value) or (0 if value.is_finite and is_zero(value) else None)
    if start is None:
        return None
    slope = _sign(expression.diff(inside.variable), replace(inside, slopes=inside.slopes - 1))
    return slope * way if slope and start in (0, slope * way) else None


def _by_boxes(expression: Expression, inside: Range) -> int | None:
    """By enclosures of bounded pieces; near an end with a zero, by the first derivative that is not
    zero there.
    """
    variable, low, high = inside.variable, inside.low, inside.high
    if low.is_infinite or high.is_infinite:
        return None
    with flint.ctx.workprec(PRECISION):
        first, last = enclose(low, {}), enclose(high, {})
        length = (last - first) * arb(flint.fmpq(1, int(END.q)))
        ends = ((low, (first, first + length)), (high, (last - length, last)))
        signs = [_at_end(expression, variable, end, piece) for end, piece in ends]
        if None in signs:
            return None
        signs[1] = signs[1] and signs[1][1]
        signs[0] = signs[0] and signs[0][0]
        middle = _by_bisection(
            expression,
            variable,
            first + length if signs[0] else first,
            last - length if signs[1] else last,
        )
    return middle if middle and all(sign in (0, middle) for sign in signs) else None


def _at_end(
    expression: Expression, variable: Symbol, end: Expression, piece: tuple[Expression, Expression]
) -> Expression | None:
    """The signs right and left of a zero at the end, as far as the piece goes;
    0 where the end is no zero; None if not known.
    """
    box = {variable: piece[0].union(piece[1])}
    derivative, order = expression, 0
    while order <= HIGHEST_ORDER:
        value = derivative.xreplace({variable: end})
        if order == 0 and _sign_of_number(value):
            return 0
        if expression.has(*JUMPING) or not _is_without_poles(expression, box):
            return None
        if order and (sign := _sign_of_ball(enclose(derivative, box))):
            return sign, sign * (-1) ** order
        if not (value.is_finite and is_zero(value)):
            return None
        derivative, order = derivative.diff(variable), order + 1
    return None


def _is_without_poles(expression: Expression, box: dict[Symbol, Ball]) -> bool:
    """Whether what turns back from infinity, and may cancel in slopes, stays finite in a piece."""
    return all(enclose(part, box).is_finite() for part in expression.atoms(*WITH_POLES))


def _sign_of_ball(ball: Ball) -> int | None:
    if not ball.is_finite():
        return None
    return 1 if ball > 0 else -1 if ball < 0 else None


def _by_bisection(
    expression: Expression, variable: Symbol, first: Expression, last: Expression
) -> int | None:
    waiting, signs, tried = deque([(first, last)]), set(), 0
    while waiting:
        left, right = waiting.popleft()
        tried += 1
        sign = _sign_of_ball(enclose(expression, {variable: left.union(right)}))
        if sign is None:
            middle = (left + right) / 2
            waiting.extend([(left, middle), (middle, right)])
        else:
            signs.add(sign)
        if tried > MOST_PIECES or len(signs) > 1:
            return None
    return signs.pop()


@cached_for_claim(512)
def zeros_between(
    expression: Expression, variable: Symbol, low: Expression, high: Expression
) -> tuple[Expression, ...] | None:
    """All zeros between the ends, in order: candidates that are zeros exactly,
    with no other in between; None if not known.
    """
    if isinstance(expression, sympy.Abs):
        return zeros_between(expression.args[0], variable, low, high)
    if sign_between(expression, variable, low, high):
        return ()
    polynomial = rational_polynomial(expression, variable)
    if polynomial is not None:
        roots = _roots_inside(polynomial, low, high)
        return None if roots is None else tuple(roots)
    return _confirmed(expression, variable, low, high)


def _confirmed(
    expression: Expression, variable: Symbol, low: Expression, high: Expression
) -> tuple[Expression, ...] | None:
    """The zeros that SymPy lists, where each is one and the sign is kept between them."""
    found = proposals.zeros(expression, variable, low, high)
    if found is None:
        return None
    inside = [zero for zero in found if less(low, zero) and less(zero, high)]
    if not all(is_zero(expression.xreplace({variable: zero})) for zero in inside):
        return None
    ordered = in_order(inside)
    gaps = zip((low, *ordered), (*ordered, high), strict=True)
    return tuple(ordered) if all(sign_between(expression, variable, *gap) for gap in gaps) else None


def in_order(numbers: list[Expression]) -> list[Expression]:
    """Exact numbers by size, each once."""
    with flint.ctx.workprec(PRECISION):
        middles = {number: enclose(number, {}).mid() for number in numbers}
    return sorted(middles, key=lambda number: middles[number])
