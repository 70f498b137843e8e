"""Proposes integers far out where a statement may turn: what the continued fractions of its
numbers, its congruences and its quadratic equations single out.

Whoever uses them puts them in exactly.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from math import floor, gcd

import sympy
from sympy.ntheory.continued_fraction import continued_fraction_iterator
from sympy.ntheory.residue_ntheory import discrete_log, n_order, polynomial_congruence

from probatum.engines.trying.integer_equations import LARGEST_NUMBER, solutions
from probatum.type_names import Condition, Expression, Number, Statement, Symbol

CONVERGENTS = 36  # of one number: denominators of some eighteen digits
DIGITS = 60  # to which a number is known whose multiples are compared
MOST_NUMBERS = 4  # numbers whose multiples are followed, and irrational ones in a statement
LARGEST_MODULUS = 10**9  # of which roots and logarithms are tried
LARGEST_SEARCHED = 10**6  # a modulus, where nothing but trying finds the roots
LARGEST_DEGREE = 4
TURNING = (sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc)
QUARTERS = tuple(Fraction(quarter, 4) for quarter in range(4))


def single_integers(statement: Statement, variable: Symbol) -> Iterator[int]:
    """Values of one integer near whole, half and quarter turns, and solutions of congruences."""
    conditions = sympy.And(statement.given, statement.then, evaluate=False)
    for turn, offset, targets in itertools.islice(_turns(conditions, variable), MOST_NUMBERS):
        for target in targets:
            for sign in (1, -1):
                for number in _followed(sign * turn, target - offset):
                    yield sign * number
    yield from _congruent(conditions, variable)


def pairs_of_integers(
    statement: Statement, first: Symbol, second: Symbol
) -> Iterator[tuple[int, int]]:
    """Values of two integers: nearest fractions of irrational numbers, and solutions of quadratic
    equations.
    """
    conditions = sympy.And(statement.given, statement.then, evaluate=False)
    for number in itertools.islice(_irrational(conditions), MOST_NUMBERS):
        for above, below in _fractions(number):
            yield from ((above, below), (below, above), (-above, below), (below, -above))
    for relation in sorted(conditions.atoms(sympy.Eq, sympy.Ne), key=str):
        yield from solutions(relation.lhs - relation.rhs, first, second)


def _turns(
    conditions: Condition, variable: Symbol
) -> Iterator[tuple[Fraction, Fraction, tuple[Fraction, ...]]]:
    """How much of a whole turn each step of the variable is, from where, and which parts of a turn
    are looked for.
    """
    for part in sorted(conditions.atoms(*TURNING, sympy.Mod, sympy.floor, sympy.ceiling), key=str):
        whole = part.args[1] if isinstance(part, sympy.Mod) else sympy.Integer(1)
        around = 2 * sympy.pi if isinstance(part, TURNING) else whole
        slope = part.args[0].coeff(variable)
        rest = part.args[0] - slope * variable
        if slope.is_zero or not (slope.is_number and rest.is_number and around.is_number):
            continue
        step = slope / around
        if not step.is_real or step.is_rational or not (rest / around).is_real:
            continue
        yield (
            _near(step),
            _near(rest / around),
            QUARTERS if isinstance(part, TURNING) else QUARTERS[:1],
        )


def _near(number: Number) -> Fraction:
    """A fraction as near to the number as is needed here."""
    return Fraction(str(sympy.N(number, DIGITS)))


def _followed(turn: Fraction, target: Fraction) -> Iterator[int]:
    """Numbers whose multiples of the turn come nearer and nearer to the target from below, and then
    from above, by the differences of its convergents (Ostrowski's expansion).
    """
    part = target - floor(target)
    turn = turn - floor(turn)
    for left in (part or part + 1, part - 1):
        number, missing = 0, left
        for _, below, over in _differences(turn):
            if over * missing > 0:
                times = floor(missing / over)
                number, missing = number + times * below, missing - times * over
                if times:
                    yield number


def _differences(turn: Fraction) -> Iterator[tuple[int, int, Fraction]]:
    """The convergents of a turn, and by how much their denominators' multiples miss a whole."""
    for above, below in _convergents(turn):
        over = below * turn - above
        if over == 0:
            return
        yield above, below, over


def _convergents(number: Fraction) -> Iterator[tuple[int, int]]:
    """Numerators and denominators, from the simplest on."""
    before, now = (0, 1), (1, 0)
    for term in itertools.islice(continued_fraction_iterator(sympy.Rational(number)), CONVERGENTS):
        before, now = now, (int(term) * now[0] + before[0], int(term) * now[1] + before[1])
        yield now


def _fractions(number: Number) -> Iterator[tuple[int, int]]:
    return _convergents(_near(number))


def _irrational(conditions: Condition) -> Iterator[Number]:
    """The irrational numbers in the conditions, the simplest first."""
    found = {
        part
        for part in sympy.preorder_traversal(conditions)
        if isinstance(part, sympy.Expr) and part.is_number and part.is_real and not part.is_rational
    }
    yield from sorted(found, key=lambda part: (part.count_ops(), str(part)))


def _congruent(conditions: Condition, variable: Symbol) -> Iterator[int]:
    """Where a polynomial, or a power, leaves a remainder that is named, or one at an end."""
    for part in sorted(conditions.atoms(sympy.Mod), key=str):
        number, modulus = part.args
        if not _is_simple(modulus):
            continue
        named = {int(each) for each in conditions.atoms(sympy.Integer) if 0 <= each < modulus}
        for remainder in sorted({0, 1, int(modulus) - 1} | named):
            if _is_short(number, variable, modulus):
                for found in polynomial_congruence(number - remainder, int(modulus)):
                    yield from (int(found), int(found) - int(modulus))
            elif number.is_Pow and number.base.is_Integer and number.exp == variable:
                yield from _exponents(int(number.base), remainder, int(modulus))


def _exponents(base: int, remainder: int, modulus: int) -> Iterator[int]:
    """The least exponents with which a power leaves the remainder."""
    if modulus > LARGEST_MODULUS or gcd(base * remainder, modulus) != 1:
        return
    try:
        found = int(discrete_log(modulus, remainder, base))
    except ValueError:  # there is none
        return
    yield from (found, found + int(n_order(base, modulus)))


def _is_simple(modulus: Number) -> bool:
    """Whether it is a product of different primes, of which residues have few roots."""
    return bool(modulus.is_Integer and 1 < modulus <= LARGEST_NUMBER) and all(
        power == 1 for power in sympy.factorint(modulus).values()
    )


def _is_short(number: Expression, variable: Symbol, modulus: Number) -> bool:
    """Whether it is a polynomial of the variable alone, of a low degree, of whole coefficients, and
    quadratic, a power and a number, or of few residues.
    """
    if number.free_symbols != {variable} or not number.is_polynomial(variable):
        return False
    made = sympy.Poly(number, variable)
    few = made.degree() <= 2 or len(made.monoms()) <= 2 or modulus <= LARGEST_SEARCHED
    return bool(few and 1 <= made.degree() <= LARGEST_DEGREE) and all(
        each.is_Integer for each in made.all_coeffs()
    )
