"""Chooses the cases that search tries: simple values first, then those that the statement and its
functions single out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import sympy
from sympy.functions.elementary.hyperbolic import HyperbolicFunction
from sympy.functions.elementary.trigonometric import (
    InverseTrigonometricFunction,
    TrigonometricFunction,
)

from probatum.calculus.signs.bounds import bounds
from probatum.claim_cache import cached_for_claim
from probatum.engines.trying.seeds import SEARCH
from probatum.type_names import Array, Condition, Expression, Number, Point, Statement, Symbols

CASES = 4_000
TEXTS = "1 0 -1 2 -2 3 -3 5 10 -10 100 1/2 -1/2 1/4 3/4 1/10 9/10 1/100 3/2 7/2"
SIMPLE = tuple(map(sympy.Rational, TEXTS.split()))
SMALL_INTEGERS = tuple(
    sympy.Integer(value)
    for size in range(1, 51)
    for value in ((0,) if size == 1 else ()) + (size, -size)
)
INTEGERS = (
    *SMALL_INTEGERS,
    sympy.Integer(100),
    sympy.Integer(-100),
    sympy.Integer(1000),
    sympy.Integer(1001),
)
ALGEBRAIC = (
    sympy.sqrt(2),
    -sympy.sqrt(2),
    sympy.sqrt(3),
    1 / sympy.sqrt(2),
    sympy.GoldenRatio.expand(func=True),
)
SMALLEST = (sympy.Rational(1, 10**6), -sympy.Rational(1, 10**6))
NEAR = tuple(sympy.Rational(sign, size) for size in (1000, 10**6) for sign in (1, -1))
LARGEST = (sympy.Integer(10**6), -sympy.Integer(10**6))
# Where a logarithm is large at last, and one of that.
FARTHEST = (sympy.Integer(10) ** 30, sympy.Integer(10) ** 100)
# Integers near multiples of pi, by its continued fraction, and of half of it: sines near 0 and 1.
NEAR_TURNS = tuple(map(sympy.Integer, (22, 333, 355, 103993, 104348, 11, 344, 51819)))
GROWING = (sympy.exp, HyperbolicFunction)  # beyond floating point at the largest values
SHARES = "1 -1 2 -2 1/2 -1/2 3/2 -3/2 1/6 -1/6 5/6 1/3 2/3 1/4 -1/4 3/4 3 4"
ANGLES = tuple(sympy.pi * sympy.Rational(share) for share in SHARES.split())
SMALL_ANGLES = tuple(1 / angle for angle in ANGLES[:8])  # of which one over them is such an angle
MOST_OWN = 12  # numbers of the statement around which cases lie
LARGEST_OWN = 10**9
UNBOUNDED = {
    False: (-8, 8),
    True: (-200, 200),
}  # where random cases of unbounded variables lie: of reals, of integers
RESOLUTION = 64  # random cases are multiples of 1/64, exact in binary and in rationals
COMPANIONS = 3  # simple values of the other variables beside a special one


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases as floating-point numbers, of shape (cases, variables),
    each of which stands for an exact value.
    """

    variables: Symbols
    points: Expression
    special: dict[float, Expression]

    def exact(self, index: int) -> Point:
        """The exact values of one case."""
        return {
            variable: self._value(self.points[index, column], bool(variable.is_integer))
            for column, variable in enumerate(self.variables)
        }

    def _value(self, number: float, whole: bool) -> Number:
        """What a number stands for: of an integer variable an integer, also where floating point
        does not tell that from a special value beside it.
        """
        special = self.special.get(number)
        if special is None or (whole and not special.is_Integer):
            return exact_fraction(number)
        return special


def exact_fraction(number: float) -> Number:
    """The simple fraction that a floating-point number stands for, else its exact binary value."""
    simple = Fraction(number).limit_denominator(1000)
    return sympy.Rational(
        *(simple if float(simple) == number else Fraction(number)).as_integer_ratio()
    )


def cases_of(statement: Statement) -> Cases:
    """The cases to try of a quantified statement, each once, the simplest first."""
    ranges = {
        variable: UNBOUNDED[bool(variable.is_integer)] for variable in statement.variables
    } | bounds(statement)
    limits = tuple(
        (float(low), float(high))
        for low, high in (ranges[variable] for variable in statement.variables)
    )
    whole = tuple(bool(variable.is_integer) for variable in statement.variables)
    special = tuple(_special(statement))
    near = tuple(end + far for end in _own_numbers(statement.given) for far in NEAR)
    return Cases(
        statement.variables,
        _points(whole, limits, special, near),
        {_float(value): value for value in (*near, *special)},
    )


def _special(statement: Statement) -> Iterator[Number]:
    """Values that the statement's own numbers single out, then algebraic ones, angles,
    and very small and large ones.
    """
    for number in _own_numbers(statement.given, statement.then):
        yield from (number, -number, number + 1, number - 1, 2 * number, number / 2)
    yield from ALGEBRAIC
    if statement.given.has(TrigonometricFunction) or statement.then.has(
        TrigonometricFunction, InverseTrigonometricFunction
    ):
        yield from ANGLES
        if any(map(_turns_quickly, statement.then.atoms(TrigonometricFunction))):
            yield from SMALL_ANGLES
        yield from NEAR_TURNS
    yield from SMALLEST
    if statement.then.has(*GROWING):
        return
    yield from LARGEST
    if statement.then.has(sympy.log):
        yield from FARTHEST


def _turns_quickly(function: Expression) -> bool:
    """Whether it is of one over something."""
    powers = function.args[0].atoms(sympy.Pow)
    return any(power.free_symbols and power.exp.is_negative for power in powers)


def _own_numbers(*conditions: Condition) -> Sequence[Number]:
    """The numbers in the conditions, by size: ends of the domain, and where functions turn."""
    found = {
        part
        for condition in conditions
        for part in sympy.preorder_traversal(condition)
        if isinstance(part, sympy.Expr)
        and part.is_number
        and part.is_real
        and part.is_finite
        and abs(part) <= LARGEST_OWN
    }
    return sorted(found, key=lambda number: (abs(_float(number)), str(number)))[:MOST_OWN]


@cached_for_claim(256)
def _float(number: Number) -> float:
    """A number by floating point, which SymPy finds anew each time."""
    return float(number)


@cached_for_claim(64)
def _points(
    whole: tuple[bool, ...],
    limits: tuple[tuple[float, float], ...],
    special: tuple[Expression, ...],
    near: tuple[Expression, ...],
) -> Array:
    """Cases for variables of which some are integers; statements of one form share them,
    so they are kept.
    """
    generator = np.random.Generator(np.random.PCG64(SEARCH))
    simple = [_simple(integer) for integer in whole]
    singled_out = np.array(list(map(_float, special)))
    picked = [
        generator.choice(np.concatenate([values, singled_out]), size=CASES // 4)
        for values in simple
    ]
    low, high = np.array(limits).T
    random = (
        low
        + np.round(generator.random((CASES // 2, len(whole))) * (high - low) * RESOLUTION)
        / RESOLUTION
    )
    points = np.concatenate(
        [
            _grid(whole),
            _beside(simple, singled_out),
            np.array(picked).T,
            *([_beside(simple, np.array(list(map(_float, near))))] if near else []),
            random,
        ]
    )
    chosen = np.flatnonzero(whole)
    points[:, chosen] = np.round(points[:, chosen])
    return _once(points)


@cached_for_claim(2)
def _simple(integer: bool) -> Array:
    """The simplest values of a variable, which nobody changes."""
    return np.array(list(map(float, INTEGERS if integer else SIMPLE)))


@cached_for_claim(64)
def _grid(whole: tuple[bool, ...]) -> Array:
    """All combinations of the simplest values, of so many that they fit in half of the cases."""
    each = max(2, int((CASES // 2) ** (1 / len(whole)) + 1e-9))
    values = (_simple(integer)[:each] for integer in whole)
    return np.array(list(itertools.islice(itertools.product(*values), CASES // 2)))


def _beside(simple: list[Expression], special: Expression) -> Array:
    """All variables alike, and each special value with the simplest ones of the others."""
    width = len(simple)
    alike = np.repeat(np.concatenate([simple[0], special])[:, None], width, axis=1)
    found = [alike]
    for column in range(width if width > 1 else 0):
        for companion in range(COMPANIONS):
            block = np.repeat(
                np.array([[values[companion] for values in simple]]), len(special), axis=0
            )
            block[:, column] = special
            found.append(block)
    return np.concatenate(found)[: CASES // 4]


def _once(points: Array) -> Array:
    """Each case once, where it comes first."""
    # Zeros are given one sign: equal cases have equal bytes, which are soon compared.
    rows = np.ascontiguousarray(points + 0.0)
    _, first = np.unique(rows.view(f"V{rows.itemsize * rows.shape[1]}"), return_index=True)
    points = np.asarray(points[np.sort(first)])
    points.flags.writeable = False
    return points
