"""Smooth pieces of integrals, and certified enclosures of what they come to."""

from __future__ import annotations

from dataclasses import dataclass

import flint
import sympy

from probatum.calculus.integration import complex_balls
from probatum.calculus.signs.between import inner_point
from probatum.proposition.numbers.enclosure import enclose
from probatum.type_names import Ball, Expression, Symbol

INFINITE = (sympy.oo, -sympy.oo)


@dataclass(frozen=True, slots=True)
class Piece:
    """A smooth integrand between two ends; it may be singular at them."""

    integrand: Expression
    variable: Symbol
    low: Expression
    high: Expression


def _halves(piece: Piece) -> tuple[Piece, Piece]:
    zero = sympy.Integer(0)
    return (
        Piece(piece.integrand, piece.variable, piece.low, zero),
        Piece(piece.integrand, piece.variable, zero, piece.high),
    )


def ball_of_piece(piece: Piece) -> Ball:
    """A ball of the integral over the piece, whose singular ends are smoothed by a substitution;
    not finite where Arb finds none.
    """
    whole_line = piece.low in INFINITE and piece.high in INFINITE
    parts = _halves(piece) if whole_line else (piece,)
    return sum(map(_ball_of_part, parts), flint.arb(0))


def _ball_of_part(piece: Piece) -> Ball:
    if piece.low not in INFINITE and piece.high not in INFINITE:
        if all(regular(piece, end) for end in (piece.low, piece.high)):
            return complex_balls.integral(piece.integrand, piece.variable, piece.low, piece.high)
        return _ball_with_singular_ends(piece)
    if not piece.integrand.is_rational_function(piece.variable):
        return flint.arb.nan()
    t = sympy.Symbol("t  ", positive=True)
    moved = piece.low + t / (1 - t) if piece.high in INFINITE else piece.high - t / (1 - t)
    integrand = sympy.cancel(
        sympy.together(piece.integrand.xreplace({piece.variable: moved}) / (1 - t) ** 2)
    )
    return complex_balls.integral(integrand, t, sympy.Integer(0), sympy.Integer(1))


def _ball_with_singular_ends(piece: Piece) -> Ball:
    """x = low + t^k and x = high - t^k, which take away roots in denominators."""
    if piece.integrand.has(sympy.log):
        return flint.arb.nan()
    middle, t = inner_point(piece.low, piece.high), sympy.Symbol("t  ", positive=True)
    total = flint.arb(0)
    for end, sign in ((piece.low, 1), (piece.high, -1)):
        length = sign * (middle - end)
        for power in (1,) if regular(piece, end) else (2, 3, 4, 6):
            inside = piece.integrand.xreplace({piece.variable: end + sign * t**power})
            integrand = sympy.powsimp(
                sympy.expand_power_base(inside.replace(_is_power, _with_simple_base))
                * power
                * t ** (power - 1)
            )
            half = complex_balls.integral(
                integrand, t, sympy.Integer(0), length ** sympy.Rational(1, power)
            )
            if half.is_finite():
                break
        total += half
    return total


def regular(piece: Piece, end: Expression) -> bool:
    """Whether an end is finite and the integrand has a value there."""
    return (
        end not in INFINITE
        and enclose(piece.integrand.xreplace({piece.variable: end}), {}).is_finite()
    )


def _is_power(expression: Expression) -> bool:
    return bool(expression.is_Pow)


def _with_simple_base(power: Expression) -> Expression:
    return sympy.factor(sympy.expand(power.base)) ** power.exp
