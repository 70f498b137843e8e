"""Finds points at which the two sides of a relation meet: by floating point first,
then as exact numbers or between certain bounds.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import flint
import mpmath  # type: ignore[import-untyped]  # it has none
import numpy as np
import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs.between import JUMPING
from probatum.calculus.signs.bounds import bounds
from probatum.engines.trying.bulk import NotVectorizedError, values
from probatum.proposition.numbers.enclosure import ball, enclose, truth
from probatum.proposition.parts import put
from probatum.type_names import Array, Comparison, Condition, Expression, Number, Statement, Symbol

STRICT = ("<", ">", "!=")
REACH = 12  # how far from zero an unbounded variable is followed
PLACES = 601  # at which the difference of the sides is looked at
MOST_ZEROS = 6  # of one difference along one line
MOST_LINES = 4  # along which other variables stand still
STILL = tuple(map(sympy.Rational, ("1", "0", "2", "-1", "1/2")))
DIGITS = 50
KNOWN = mpmath.mpf(10) ** -20  # so near must a zero lie to the number that it is taken for
LARGEST_DENOMINATOR, LARGEST_NUMERATOR, LARGEST_COEFFICIENT = 240, 10_000, 100
WIDTH = sympy.Rational(1, 2**20)
FORMS: tuple[tuple[Callable[[Any], Any], Callable[[Any], Any]], ...] = (
    (lambda z: z, lambda r: r),
    (lambda z: z / mpmath.pi, lambda r: r * sympy.pi),
    (lambda z: z**2, sympy.sqrt),
    (lambda z: z**2, lambda r: -sympy.sqrt(r)),
    (lambda z: z**3, lambda r: sympy.real_root(r, 3)),
    (mpmath.exp, sympy.log),
    (mpmath.log, sympy.exp),
    (lambda z: mpmath.log(z) ** 2, lambda r: sympy.exp(sympy.sqrt(r))),
    (lambda z: mpmath.log(z) ** 2, lambda r: sympy.exp(-sympy.sqrt(r))),
    (mpmath.sin, sympy.asin),
    (mpmath.cos, sympy.acos),
    (mpmath.tan, sympy.atan),
    (mpmath.asin, sympy.sin),
    (mpmath.acos, sympy.cos),
    (mpmath.atan, sympy.tan),
    (lambda z: mpmath.asin(z) / mpmath.pi, lambda r: sympy.sin(r * sympy.pi)),
    (lambda z: mpmath.acos(z) / mpmath.pi, lambda r: sympy.cos(r * sympy.pi)),
    (lambda z: mpmath.atan(z) / mpmath.pi, lambda r: sympy.tan(r * sympy.pi)),
    (mpmath.sinh, sympy.asinh),
    (mpmath.cosh, sympy.acosh),
    (mpmath.cosh, lambda r: -sympy.acosh(r)),
    (mpmath.tanh, sympy.atanh),
    (lambda z: z * mpmath.exp(z), sympy.LambertW),
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where two sides seem to meet: exact candidates for the point,
    and bounds between which they are certain to, if any are.
    """

    relation: Comparison
    variable: Symbol
    line: dict[Expression, Expression]  # the values of the other variables
    near: Array
    points: tuple[dict[Expression, Expression], ...]

    def between(self, given: Condition) -> tuple[Expression, Expression] | None:
        """Rational bounds between which a continuous difference changes its sign and all points are
        admitted; None where not seen.
        """
        difference = put(self.relation.lhs - self.relation.rhs, self.line)
        if difference.has(*JUMPING):
            return None
        middle = sympy.Rational(*_fraction(self.near, 2**40).as_integer_ratio())
        low, high = middle - WIDTH, middle + WIDTH
        with flint.ctx.workprec(128):
            box = {self.variable: ball(low).union(ball(high))}
            ends = [enclose(difference, {self.variable: ball(end)}) for end in (low, high)]
            turns = (ends[0] < 0 and ends[1] > 0) or (ends[0] > 0 and ends[1] < 0)
            within = (
                truth(put(given, self.line), box) is True and enclose(difference, box).is_finite()
            )
        return (low, high) if turns and within else None


def meetings(statement: Statement) -> Iterator[Meeting]:
    """Where sides meet of the relations that this may break or satisfy,
    along lines on which one variable moves.
    """
    for relation in _relations(statement):
        difference = relation.lhs - relation.rhs
        if difference.is_rational_function() or not difference.free_symbols <= set(
            statement.variables
        ):
            continue  # polynomials are for solvers
        for variable in statement.variables:
            if variable in difference.free_symbols and not variable.is_integer:
                yield from _along(statement, relation, variable)


def _relations(statement: Statement) -> list[Comparison]:
    """The strict relations of a universal statement, the equations of an existential one,
    and those that are supposed.
    """
    universal = type(statement).__name__ == "ForAll"
    concluded = [
        part for part in statement.then.atoms(Relational) if (part.rel_op in STRICT) == universal
    ]
    supposed = list(statement.given.atoms(sympy.Equality))
    return sorted({*concluded, *supposed}, key=sympy.default_sort_key)


def _along(statement: Statement, relation: Comparison, variable: Symbol) -> Iterator[Meeting]:
    others = [other for other in statement.variables if other is not variable]
    ranges = bounds(statement)
    low, high = (float(end) for end in ranges.get(variable, (-REACH, REACH)))
    for still in itertools.islice(itertools.product(STILL, repeat=len(others)), MOST_LINES):
        line = dict(zip(others, still, strict=True))
        try:
            difference, given = put(relation.lhs - relation.rhs, line), put(statement.given, line)
        except (TypeError, ZeroDivisionError):  # undefined on all of the line
            continue
        if not difference.has(variable) or not difference.free_symbols <= {variable}:
            continue
        admitted = (
            zero
            for zero in _zeros(difference, variable, low, high)
            if _may_be(given, variable, zero)
        )
        for zero in itertools.islice(admitted, MOST_ZEROS):
            points = tuple({variable: value, **line} for value in recognised(zero))
            yield Meeting(relation, variable, line, zero, points)


def _may_be(given: Condition, variable: Symbol, zero: Expression) -> bool:
    """Whether the hypotheses may admit a number known to many digits."""
    around = ball(sympy.Rational(*_fraction(zero, 2**40).as_integer_ratio())) + flint.arb(0, 1e-9)
    return truth(given, {variable: around}) is not False


def _zeros(
    difference: Expression, variable: Symbol, low: float, high: float
) -> Iterator[Expression]:
    """Numbers to many digits at which the difference is zero: where it changes sign,
    or comes down to zero and goes up again.
    """
    places = np.linspace(low, high, PLACES)
    try:
        with np.errstate(all="ignore"):
            heights = np.broadcast_to(
                np.asarray(values(difference, {variable: places}), dtype=float), places.shape
            )
    except (NotVectorizedError, OverflowError):
        return
    function = _to_many_digits(difference, variable)
    signs, size = np.sign(heights), np.abs(heights)
    for number in sorted(range(1, PLACES - 1), key=lambda number: abs(places[number])):
        before, here, after = size[number - 1 : number + 2]
        if here == 0 or signs[number] * signs[number + 1] < 0:
            zero = _bisected(function, places[number], places[number + (here != 0)])
        elif here < before and here <= after and signs[number - 1] * signs[number] > 0:
            zero = _lowest(function, places[number - 1], places[number + 1])
        else:
            continue
        with mpmath.workdps(DIGITS):
            if abs(function(zero)) < KNOWN * max(float(before), float(after)):
                yield zero


def _to_many_digits(difference: Expression, variable: Symbol) -> Callable[[Any], Any]:
    """The difference at a place; infinite where it is no real number."""
    function = sympy.lambdify(variable, difference, "mpmath")

    def height(place: Expression) -> Any:
        try:
            found = mpmath.mpmathify(function(place))
        except (ValueError, TypeError, ArithmeticError, NameError):
            return mpmath.inf
        return found if isinstance(found, mpmath.mpf) else mpmath.inf

    return height


def _bisected(function: Expression, low: float, high: float) -> Any:
    with mpmath.workdps(DIGITS):
        left, right = mpmath.mpf(low), mpmath.mpf(high)
        rising = function(right) > 0
        for _ in range(4 * DIGITS if low < high else 0):
            middle = (left + right) / 2
            left, right = (left, middle) if (function(middle) > 0) == rising else (middle, right)
        return (left + right) / 2


def _lowest(function: Expression, low: float, high: float) -> Any:
    """The place between two others at which the size is least, by thirds."""
    with mpmath.workdps(DIGITS):
        left, right = mpmath.mpf(low), mpmath.mpf(high)
        for _ in range(3 * DIGITS):
            third = (right - left) / 3
            one, other = left + third, right - third
            left, right = (
                (left, other) if abs(function(one)) < abs(function(other)) else (one, right)
            )
        return (left + right) / 2


def recognised(number: Number) -> Iterator[Expression]:
    """Exact numbers, in simple forms, that agree with a number to many digits."""
    found = []
    with mpmath.workdps(DIGITS):
        for forwards, backwards in FORMS:
            try:
                seen = forwards(number)
            except (ValueError, ZeroDivisionError, OverflowError):
                continue
            if not isinstance(seen, mpmath.mpf) or abs(seen) > LARGEST_NUMERATOR:
                continue
            for exact in (_rational(seen), *_surds(seen)):
                if exact is not None:
                    found.append(backwards(exact))
    yield from dict.fromkeys(
        value for value in found if value.is_real and value.is_finite and _near(value, number)
    )


def _near(value: Expression, number: Number) -> bool:
    with flint.ctx.workprec(200):
        centre = enclose(value, {})
        return bool(centre.is_finite()) and abs(float(centre.mid()) - float(number)) < 1e-9 * max(
            1.0, abs(float(number))
        )


def _fraction(number: Number, denominator: int) -> Fraction:
    return Fraction(
        mpmath.nstr(number, DIGITS, min_fixed=-mpmath.inf, max_fixed=mpmath.inf)
    ).limit_denominator(denominator)


def _rational(number: Number) -> Expression | None:
    simple = _fraction(number, LARGEST_DENOMINATOR)
    near = abs(mpmath.mpf(simple.numerator) / simple.denominator - number) < KNOWN
    return sympy.Rational(simple.numerator, simple.denominator) if near else None


def _surds(number: Number) -> Iterator[Expression]:
    """Roots of quadratic equations with small coefficients."""
    if abs(number) < KNOWN:
        return
    with mpmath.workdps(25):
        coefficients = mpmath.findpoly(
            +number, 2, maxcoeff=LARGEST_COEFFICIENT, tol=mpmath.mpf(10) ** -18
        )
    if coefficients and len(coefficients) == 3 and coefficients[0]:
        a, b, c = map(sympy.Integer, coefficients)
        if b**2 - 4 * a * c > 0:
            yield from ((-b + sign * sympy.sqrt(b**2 - 4 * a * c)) / (2 * a) for sign in (1, -1))
