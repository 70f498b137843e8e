"""Proposes integers that solve an equation of two: by the theory of quadratic forms, where a
polynomial is a square, and where powers are the same.

Whoever uses them puts them in exactly.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from math import isqrt
from typing import NamedTuple

import numpy as np
import sympy
from sympy.solvers.diophantine.diophantine import diop_DN, diop_quadratic

from probatum.type_names import Expression, Polynomial, Symbol

LARGEST_SIZE = 10**6  # of a Pell equation, whose solutions have about as many digits as its root
LARGEST_NORM = 10**9  # of it
LARGEST_NUMBER = 10**21  # that is factored
LARGEST_EXPONENT = 2_000
BASES = (2, 3)
NEAR_ZERO = 100_000  # integers of which a polynomial may be a square
MOST_ROOTS = 1_000  # of them, looked at exactly
ROUNDING = 1e-15  # relative
OTHER_SOLUTIONS = 24  # of a Pell equation, from each fundamental one on
LARGEST_SOLUTION = 10**500  # of it, from which another one is made


class Moved(NamedTuple):
    """A polynomial in place of another one, of (number - offset)/step for a variable."""

    polynomial: Polynomial
    step: int
    offset: int

    def back(self, number: int) -> int | None:
        """The value of the variable; None where it is no integer."""
        value, left = divmod(number - self.offset, self.step)
        return None if left else value


def solutions(difference: Expression, first: Symbol, second: Symbol) -> Iterator[tuple[int, int]]:
    """Integers at which an expression of two is zero: a quadratic polynomial by its theory, others
    where they say that a polynomial is a square, or one power another one.
    """
    yield from _of_one_base(difference, first, second)
    if difference.free_symbols != {first, second} or not difference.is_polynomial(first, second):
        return
    made = sympy.Poly(difference, first, second)
    if made.domain.is_QQ:
        made = made.clear_denoms(convert=True)[1]
    if not all(each.is_Integer and abs(each) <= LARGEST_NUMBER for each in made.coeffs()):
        return
    if _is_hyperbola(made, first, second):
        yield from _of_hyperbola(made, first, second)
    one = _centred(made, first)
    both = _centred(one.polynomial, second)
    for above, below in _of_centred(both.polynomial, first, second):
        pair = one.back(above), both.back(below)
        if pair[0] is not None and pair[1] is not None:
            yield pair[0], pair[1]


def _centred(made: Polynomial, variable: Symbol) -> Moved:
    """The polynomial without its part that is linear in one variable, where the square completes:
    as it is elsewhere.
    """
    whole = made.as_expr()
    square, line = (sympy.sympify(whole.coeff(variable, power)) for power in (2, 1))
    fits = square.is_Integer and line.is_Integer and square != 0 and line != 0
    if not fits or made.degree(variable) != 2:
        return Moved(made, 1, 0)
    offset, left = divmod(int(line), 2 * int(square))
    step = 1 if left == 0 else 2 * int(square)
    offset = offset if left == 0 else int(line)
    times = 1 if left == 0 else 4 * int(square)
    moved = sympy.expand(times * whole.xreplace({variable: (variable - offset) / step}))
    return Moved(sympy.Poly(moved, *made.gens), step, offset)


def _of_centred(made: Polynomial, first: Symbol, second: Symbol) -> Iterator[tuple[int, int]]:
    if made.total_degree() == 2 and not _is_hyperbola(made, first, second):
        yield from _finitely_many(made, first, second)
    yield from _squares(made, first, second)
    yield from (pair[::-1] for pair in _squares(made, second, first))


def _of_one_base(
    difference: Expression, first: Symbol, second: Symbol
) -> Iterator[tuple[int, int]]:
    """Powers of small numbers, where a power of one integer is a power of the other, or multiples
    of their logarithms are the same.
    """
    exponents = {}
    for term in sympy.Add.make_args(difference):
        factor, rest = term.as_coeff_Mul()
        base, power = rest.as_base_exp()
        if isinstance(rest, sympy.log):
            base, power = rest.args[0], abs(factor)
            factor = sympy.sign(factor)
        exponents[base] = (factor, power)
    if exponents.keys() != {first, second}:
        return
    (sign, one), (opposite, other) = exponents[first], exponents[second]
    if sign + opposite != 0 or not all(p.is_Rational and p > 0 for p in (one, other)):
        return
    times = (other / one).p, (other / one).q
    if max(times) <= LARGEST_EXPONENT:
        for number in BASES:
            yield number ** times[0], number ** times[1]


def _is_hyperbola(made: Polynomial, first: Symbol, second: Symbol) -> bool:
    """Whether it is quadratic, of a discriminant that is positive and no square."""
    squares = made.coeff_monomial(first**2), made.coeff_monomial(second**2)
    discriminant = int(made.coeff_monomial(first * second) ** 2 - 4 * squares[0] * squares[1])
    return (
        made.total_degree() == 2 and discriminant > 0 and isqrt(discriminant) ** 2 != discriminant
    )


def _squares(made: Polynomial, root: Symbol, other: Symbol) -> Iterator[tuple[int, int]]:
    """Where a multiple of the square of one integer is a polynomial of another, of those near
    zero.
    """
    square, rest = (made.as_expr().coeff(root, power) for power in (2, 0))
    if made.degree(root) != 2 or made.as_expr().coeff(root, 1) != 0 or not square.is_Integer:
        return
    numbers = np.arange(-NEAR_ZERO, NEAR_ZERO + 1, dtype=float)
    coefficients = [int(each) for each in sympy.Poly(-rest, other).all_coeffs()]
    with np.errstate(all="ignore"):  # of a high degree, most values are infinite
        values = np.polyval([float(each) for each in coefficients], numbers) / float(square)
    values = np.where((values >= 0) & np.isfinite(values), values, np.nan)
    apart = np.abs(np.rint(np.sqrt(values)) ** 2 - values)
    for index in np.flatnonzero(apart <= ROUNDING * values)[:MOST_ROOTS]:
        number = int(numbers[index])
        value = functools.reduce(lambda sum_, each: sum_ * number + each, coefficients, 0)
        quotient, left = divmod(value, int(square))
        if not left and quotient >= 0 and isqrt(quotient) ** 2 == quotient:
            yield from ((isqrt(quotient), number), (-isqrt(quotient), number))


def _finitely_many(made: Polynomial, first: Symbol, second: Symbol) -> Iterator[tuple[int, int]]:
    """Solutions that are listed; those that have a parameter of their own, at small ones."""
    for solution in sorted(diop_quadratic(made.as_expr()), key=str):
        in_order = solution if str(first) <= str(second) else solution[::-1]
        free = sorted({symbol for part in in_order for symbol in part.free_symbols}, key=str)
        for value in range(-OTHER_SOLUTIONS, OTHER_SOLUTIONS + 1) if free else (0,):
            at = dict.fromkeys(free, value)
            yield (int(in_order[0].subs(at)), int(in_order[1].subs(at)))


def _of_hyperbola(made: Polynomial, first: Symbol, second: Symbol) -> Iterator[tuple[int, int]]:
    """Solutions of a x^2 + b xy + c y^2 + d x + e y + f = 0 of a discriminant that is positive and
    no square, by those of an equation of Pell (Lagrange).
    """
    a, b, c, d, e, f = (
        int(made.coeff_monomial(power))
        for power in (first**2, first * second, second**2, first, second, 1)
    )
    halved = b % 2 == d % 2 == e % 2 == 0
    two = 1 if halved else 2  # X = two*a*x + b*y + d, with half of b, d and e where they are even
    if halved:
        b, d, e = b // 2, d // 2, e // 2
    size, middle, last = b**2 - two**2 * a * c, b * d - two * a * e, d**2 - two**2 * a * f
    shift, left = divmod(middle, size)  # X^2 = size*y^2 + 2*middle*y + last
    norm = last - middle * shift if left == 0 else -size * last + middle**2
    for above, below in _of_pell(size, norm):
        root, number = (above, below - shift) if left == 0 else (below, above - middle)
        y, astray = (number, 0) if left == 0 else divmod(number, size)
        x, apart = divmod(root - b * y - d, two * a)
        if not astray and not apart:
            yield x, y


def _of_pell(size: int, norm: int) -> Iterator[tuple[int, int]]:
    """Solutions of x^2 - size y^2 = norm, with all signs, from the fundamental ones on."""
    if size > LARGEST_SIZE or abs(norm) > LARGEST_NORM:
        return
    if norm == 0:
        yield 0, 0
        return
    (unit,) = diop_DN(size, 1)
    known = {(abs(int(x)), turn * abs(int(y))) for x, y in diop_DN(size, norm) for turn in (1, -1)}
    now = sorted(known)
    for _ in range(OTHER_SOLUTIONS):
        for above, below in now:
            for signs in itertools.product((1, -1), repeat=2):
                yield signs[0] * above, signs[1] * below
        now = [
            (
                int(unit[0]) * above + size * int(unit[1]) * below,
                int(unit[1]) * above + int(unit[0]) * below,
            )
            for above, below in now
            if abs(above) < LARGEST_SOLUTION
        ]
