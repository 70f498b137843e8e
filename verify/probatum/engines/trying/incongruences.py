"""Proposes a number modulo which no integers satisfy a condition; its proof is checked before it is
given.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import prod

import numpy as np
import sympy
from sympy.polys.polyerrors import BasePolynomialError

from probatum.certificates.incongruence import (
    MOST_CASES,
    Congruence,
    Incongruence,
    Relation,
    Whole,
    congruences,
    problems,
    residues,
    used,
)
from probatum.certificates.polynomial import Polynomial
from probatum.lowering.whole_numbers.repetitions import starts
from probatum.type_names import Array, Condition, Expression, Number, Symbol

LARGEST_MODULUS = 1_000
MOST_TRIED = 3_000_000  # residues, of all moduli together
MOST_POWER = 40
Divided = tuple[Expression, int, bool]  # a polynomial of names, of which number it is a multiple


class _NotPolynomialError(Exception):
    """A relation says something else of integers than that a polynomial of them is divisible."""


@dataclass(slots=True)
class _Names:
    """The integers that polynomials are of, each by a symbol of its own: variables, powers of fixed
    numbers, and quotients that leave a remainder.
    """

    lows: dict[Symbol, int]
    known: dict[Whole, Symbol] = field(default_factory=dict)
    called: dict[Symbol, str] = field(default_factory=dict)

    def of(self, number: Whole) -> Symbol:
        return self.known.setdefault(number, sympy.Dummy(integer=True))

    def quotient(self) -> Symbol:
        """Of an integer that is not named otherwise."""
        return self.of(Whole(self._name(sympy.Dummy("quotient"))))

    def variable(self, symbol: Symbol) -> Symbol:
        if not symbol.is_integer:
            raise _NotPolynomialError
        return self.of(Whole(self._name(symbol), None, self._first(symbol)))

    def power(self, base: int, symbol: Symbol) -> Symbol:
        if not symbol.is_integer or (abs(base) != 1 and self.lows.get(symbol, -1) < 0):
            raise _NotPolynomialError
        return self.of(Whole(self._name(symbol), base, self._first(symbol)))

    def _name(self, symbol: Symbol) -> str:
        """Its own, with a number behind it where another symbol has that."""
        if symbol not in self.called:
            names = (f"{symbol.name} {number}" for number in itertools.count(2))
            taken = {*self.called.values()}
            self.called[symbol] = next(
                name for name in itertools.chain([symbol.name], names) if name not in taken
            )
        return self.called[symbol]

    def _first(self, symbol: Symbol) -> int:
        return max(0, self.lows.get(symbol, 0))


def incongruence(condition: Condition) -> Incongruence | None:
    """A proof that no integers satisfy a conjunction of relations; of those that say no more than
    that polynomials of integers, and of powers of fixed numbers, are zero or divisible.
    """
    names = _Names(starts(condition))
    divided = []
    for part in sympy.And.make_args(condition):
        try:
            divided.append(_divided(part, names))
        except (_NotPolynomialError, BasePolynomialError):
            continue
    if not any(multiple for _, _, multiple in divided):
        return None
    stand = sympy.Tuple(*(over for over, _, _ in divided)).free_symbols
    numbers = {number: name for number, name in names.known.items() if name in stand}
    if not numbers:
        return None  # nothing is left of which there are residues
    relations = [
        Relation(_polynomial(over, [*numbers.values()]), divisor, multiple)
        for over, divisor, multiple in divided
    ]
    return next(_proofs(tuple(numbers), relations), None)


def _divided(relation: Condition, names: _Names) -> Divided:
    """An equation between polynomials, or that one leaves no certain remainder."""
    if isinstance(relation, sympy.Ne):
        remainder, rest = relation.args if relation.lhs.has(sympy.Mod) else relation.args[::-1]
        fits = isinstance(remainder, sympy.Mod) and rest.is_Integer
        if not fits or not remainder.args[1].is_Integer or not 0 <= rest < remainder.args[1]:
            raise _NotPolynomialError
        over, below = _whole(remainder.args[0] - rest, names)
        if not below:
            raise _NotPolynomialError
        return over, int(remainder.args[1]) * below, False
    if not isinstance(relation, sympy.Eq) or not all(
        isinstance(side, sympy.Expr) for side in relation.args
    ):
        raise _NotPolynomialError
    return _whole(relation.lhs - relation.rhs, names)[0], 0, True


def _whole(expression: Expression, names: _Names) -> tuple[Expression, int]:
    """A polynomial with integer coefficients, and the integer that it is divided by; of what is
    divided by other integers, which are not zero where it is defined, 0.
    """
    over, below = sympy.fraction(sympy.together(_named(expression, names)))
    times, made = sympy.Poly(over, *names.known.values()).clear_denoms(convert=True)
    if not made.domain.is_ZZ:
        raise _NotPolynomialError
    return made.as_expr(), abs(int(times * below)) if below.is_Integer else 0


def _named(expression: Expression, names: _Names) -> Expression:
    """The expression with a symbol for each integer that it is made of."""
    if expression.is_Rational:
        return expression
    if expression.is_Symbol:
        return names.variable(expression)
    if isinstance(expression, (sympy.Add, sympy.Mul)):
        return expression.func(*(_named(part, names) for part in expression.args))
    if isinstance(expression, sympy.Mod):
        number, modulus = (_named(part, names) for part in expression.args)
        return number - modulus * names.quotient()
    if not isinstance(expression, sympy.Pow):
        raise _NotPolynomialError
    base, exponent = expression.args
    if exponent.is_Integer and abs(exponent) <= MOST_POWER:
        return _named(base, names) ** exponent
    if not base.is_Integer:
        raise _NotPolynomialError
    summands = sympy.Add.make_args(sympy.expand(exponent))
    return sympy.Mul(*(_power(base, part, names) for part in summands))


def _power(base: Number, exponent: Expression, names: _Names) -> Expression:
    """The power of a fixed number: with a number as exponent, or a multiple of a variable."""
    times, variable = exponent.as_coeff_Mul()
    if not times.is_Integer or abs(times) > MOST_POWER:
        raise _NotPolynomialError
    if variable == 1:
        return base**times
    if not variable.is_Symbol:
        raise _NotPolynomialError
    power = names.power(int(base) ** abs(int(times)), variable)
    return power if times > 0 else 1 / power


def _polynomial(expression: Expression, symbols: list[Symbol]) -> Polynomial:
    terms = sympy.Poly(expression, *symbols).terms()
    return Polynomial.of((powers, Fraction(int(number))) for powers, number in terms)


def _proofs(numbers: tuple[Whole, ...], relations: list[Relation]) -> Iterator[Incongruence]:
    """Proofs by one modulus after the other, as many as the allowance is for."""
    tried = 0
    for modulus in range(2, LARGEST_MODULUS + 1):
        fitting = tuple(each for each in relations if modulus % (each.divisor or 1) == 0)
        proof = Incongruence(modulus, numbers, fitting)
        found = congruences(proof)
        if modulus ** _free(numbers, found) > MOST_CASES:
            continue
        choices = residues(proof, found)
        cases = prod(map(len, choices.values()))
        if cases > MOST_CASES:
            continue
        tried += cases
        if tried > MOST_TRIED:
            return
        if not _any_hold(found, choices) and not problems(proof):
            yield proof


def _free(numbers: tuple[Whole, ...], found: tuple[Congruence, ...]) -> int:
    """How many variables stand in congruences otherwise than as exponents."""
    return sum(numbers[place].base is None for place in used(found))


def _any_hold(
    found: tuple[Congruence, ...], choices: dict[tuple[int, ...], list[tuple[int, ...]]]
) -> bool:
    """Whether any residues satisfy all congruences."""
    values: dict[int, Array] = {}
    for axis, (places, cases) in enumerate(choices.items()):
        shape = [-1 if other == axis else 1 for other in range(len(choices))]
        for place, column in zip(places, zip(*cases, strict=True), strict=True):
            values[place] = np.array(column, dtype=np.int64).reshape(shape)
    hold = np.ones([len(cases) for cases in choices.values()], dtype=bool)
    for each in found:
        total = np.zeros(hold.shape, dtype=np.int64)
        for coefficient, exponents in each.terms:
            term: Array = np.array(coefficient, dtype=np.int64)
            for place, exponent in enumerate(exponents):
                for _ in range(exponent):
                    term = term * values[place] % each.modulus
            total = total + term
        hold &= (total % each.modulus == 0) == each.zero
    return bool(hold.any())
