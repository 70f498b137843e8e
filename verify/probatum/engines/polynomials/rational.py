"""Rational functions of parameters: their values at rational points,
and one through given values.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

import flint
import sympy
from flint import fmpq, fmpq_mpoly
from sympy.core.relational import _Inequality

from probatum.certificates.polynomial import Polynomial
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Symbol

Place = tuple[Fraction, ...]
VALUES = [Fraction(*pair) for pair in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2))]
DRAWS = 6000
DRAWN = {pair: Fraction(*pair) for pair in itertools.product(range(1, 10), repeat=2)}
DEGREES = (
    (0, 0),
    (1, 0),
    (2, 0),
    (1, 1),
    (2, 1),
    (1, 2),
    (3, 0),
    (2, 2),
    (3, 1),
    (3, 2),
    (2, 3),
    (3, 3),
    (4, 3),
    (4, 4),
)
MOST_UNKNOWN = 90


def polynomial(expression: Expression, variables: Sequence[Symbol]) -> Polynomial:
    """A polynomial of SymPy as one with fractions; raises PolynomialError for what is none."""
    if not variables:
        if not expression.is_Rational:
            raise sympy.PolynomialError(f"got {expression}, wanted a rational number")
        return Polynomial.of([((), Fraction(expression.p, expression.q))])
    terms = sympy.Poly(expression, *variables, domain="QQ").terms()
    return Polynomial.of(
        [
            (powers, Fraction(int(coefficient.p), int(coefficient.q)))
            for powers, coefficient in terms
        ]
    )


@dataclass(frozen=True, slots=True)
class Quotient:
    """A rational function as two polynomials, which FLINT evaluates."""

    above: fmpq_mpoly
    below: fmpq_mpoly

    @classmethod
    def of(cls, expression: Expression, variables: Sequence[Symbol]) -> Quotient:
        """A rational function of SymPy; raises PolynomialError for what is none."""
        context = flint.fmpq_mpoly_ctx.get(
            [f"v{number}" for number in range(len(variables))], flint.Ordering.lex
        )
        if expression.is_Rational:  # as most entries of matrices are
            entry = flint.fmpq(int(expression.p), int(expression.q))
            return cls(context.constant(entry), context.constant(1))
        number, top, bottom = sympy.cancel(expression.as_numer_denom())
        above, below = (
            context.from_dict(
                {
                    powers: _of_flint(each)
                    for powers, each in polynomial(part, variables).terms.items()
                }
            )
            for part in (number * top, bottom)
        )
        return cls(above, below)

    def at(self, place: Place) -> Fraction:
        """The value; raises ZeroDivisionError where there is none."""
        value = self.number(tuple(map(_of_flint, place)))
        return Fraction(int(value.p), int(value.q))

    def number(self, place: Sequence[fmpq]) -> fmpq:
        """The same between numbers of FLINT."""
        return self.above(*place) / self.below(*place)


def _of_flint(number: Fraction) -> fmpq:
    return flint.fmpq(number.numerator, number.denominator)


def places(
    parameters: Sequence[Symbol], given: Condition, *, simple: bool = True
) -> Iterator[Place]:
    """Rational points that satisfy what is given, always the same ones; `simple` ones first,
    or none on a grid. Below zero are those parameters alone that are supposed to be.
    """
    relations = [_Relation(part, parameters) for part in conjuncts(given)]
    signs = [-1 if _is_below_zero(each, given) else 1 for each in parameters]
    seen = set()
    for drawn in _drawn(len(parameters), simple=simple):
        place = tuple(sign * value for sign, value in zip(signs, drawn, strict=True))
        if place in seen:
            continue
        seen.add(place)
        numbers = tuple(map(_of_flint, place))
        if all(relation.holds(place, numbers) for relation in relations):
            yield place


def _is_below_zero(parameter: Symbol, given: Condition) -> bool:
    """Whether a bound says that it is at most zero, or less."""
    return any(
        isinstance(part, _Inequality) and part.lts == parameter and part.gts.is_nonpositive is True
        for part in conjuncts(given)
    )


def _drawn(count: int, *, simple: bool) -> Iterator[Place]:
    if count <= 3 and simple:
        yield from itertools.product(VALUES, repeat=count)
    draw = random.Random(0)
    for _ in range(DRAWS if count else 1):
        yield tuple(DRAWN[draw.randint(1, 9), draw.randint(1, 9)] for _ in range(count))


class _Relation:
    """A relation between rational functions, or any other condition, at rational points."""

    def __init__(self, condition: Condition, parameters: Sequence[Symbol]) -> None:
        self.condition, self.parameters = condition, parameters
        try:
            self.difference = Quotient.of(condition.lhs - condition.rhs, parameters)
            self.sign = condition.rel_op
        except (AttributeError, sympy.PolynomialError, sympy.CoercionFailed):
            self.sign = ""

    def holds(self, place: Place, numbers: Sequence[fmpq]) -> bool:
        if not self.sign:
            values = {
                name: sympy.Rational(value.numerator, value.denominator)
                for name, value in zip(self.parameters, place, strict=True)
            }
            return bool(self.condition.subs(values) == sympy.true)
        try:
            value = self.difference.number(numbers)
        except ZeroDivisionError:
            return False
        return {
            "<": value < 0,
            "<=": value <= 0,
            ">": value > 0,
            ">=": value >= 0,
            "==": value == 0,
            "!=": value != 0,
        }[self.sign]


def through(values: Mapping[Place, Fraction], parameters: Sequence[Symbol]) -> Expression | None:
    """The rational function of smallest degrees through all the values, as an expression;
    None where none is that simple.
    """
    for above, below in DEGREES:
        tops, bottoms = _monomials(len(parameters), above), _monomials(len(parameters), below)
        if len(tops) + len(bottoms) > min(MOST_UNKNOWN, len(values) - 3):
            continue
        found = _fitted(values, tops, bottoms, parameters)
        if found is not None:
            return found
    return None


def _monomial(parameters: Sequence[Symbol], powers: Sequence[int]) -> Expression:
    return sympy.Mul(
        *(parameter**power for parameter, power in zip(parameters, powers, strict=True))
    )


def _monomials(count: int, degree: int) -> list[tuple[int, ...]]:
    return [
        powers
        for powers in itertools.product(range(degree + 1), repeat=count)
        if sum(powers) <= degree
    ]


def _monomial_at(numbers: Sequence[fmpq], powers: Sequence[int]) -> fmpq:
    return prod(map(pow, numbers, powers), start=flint.fmpq(1))


def _fitted(
    values: Mapping[Place, Fraction],
    tops: Expression,
    bottoms: Expression,
    parameters: Sequence[Symbol],
) -> Expression | None:
    rows = []
    for place, value in values.items():
        numbers, number = tuple(map(_of_flint, place)), _of_flint(value)
        top = [_monomial_at(numbers, powers) for powers in tops]
        rows.append([*top, *(-number * _monomial_at(numbers, powers) for powers in bottoms)])
    reduced, rank = flint.fmpq_mat(rows).rref()
    unknown = len(tops) + len(bottoms)
    if rank == unknown:
        return None
    pivots = [
        next(column for column in range(unknown) if reduced[row, column] != 0)
        for row in range(rank)
    ]
    chosen = next(column for column in range(unknown) if column not in pivots)
    solution = [sympy.Integer(0)] * unknown
    solution[chosen] = sympy.Integer(1)
    for row, column in enumerate(pivots):
        entry = reduced[row, chosen]
        solution[column] = -sympy.Rational(int(entry.p), int(entry.q))
    top, bottom = (
        sympy.Add(
            *(
                number * sympy.Mul(*(p**e for p, e in zip(parameters, powers, strict=True)))
                for number, powers in zip(own, which, strict=True)
            )
        )
        for own, which in ((solution[: len(tops)], tops), (solution[len(tops) :], bottoms))
    )
    return None if bottom == 0 else sympy.cancel(top / bottom)
