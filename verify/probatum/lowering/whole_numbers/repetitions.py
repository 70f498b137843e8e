"""How remainders repeat: of polynomials of integers, and of powers of fixed numbers (Hardy and
Wright, An Introduction to the Theory of Numbers, sections 5.3 and 6.8).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import gcd, lcm

import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.linear_part import linear
from probatum.proposition.numbers.integrality import is_whole
from probatum.type_names import Condition, Expression, Symbol, Symbols

LONGEST_POWER = 10_000  # of a power
LONGEST_PERIOD = 10_000  # of all together


class NotPeriodicError(Exception):
    """A variable stands outside of remainders and signs."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """That something is the same at n and at n + period, for each integer n, or each from `start`
    on.
    """

    period: int = 1
    start: int | None = None

    def joined(self, other: Repeat) -> Repeat:
        """How two things repeat together."""
        starts = [start for start in (self.start, other.start) if start is not None]
        return Repeat(lcm(self.period, other.period), max(starts, default=None))

    def whole(self, low: int | None) -> range:
        """Integers among which is one like any other, from the lowest on."""
        low = 0 if low is None else low
        return range(low, max(low, low if self.start is None else self.start) + self.period)

    def first_like(self, number: int) -> int:
        """The first integer of those at which all is the same as at this one."""
        if self.start is None:
            return number % self.period
        return number if number < self.start else self.start + (number - self.start) % self.period


ALWAYS = Repeat()


def starts(given: Condition) -> dict[Symbol, int]:
    """The variables of which hypotheses say from which integer on they go."""
    found: dict[Symbol, int] = {}
    for part in sympy.And.make_args(given):
        if isinstance(part, (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt)) and part.lts.is_Integer:
            low = int(part.lts) + isinstance(part, (sympy.Gt, sympy.Lt))
            found[part.gts] = max(low, found.get(part.gts, low))
    return found


def repetitions(
    variables: Symbols, conditions: list[Condition], lows: dict[Symbol, int]
) -> dict[Symbol, Repeat]:
    """How the truth of conditions on integers repeats in each variable, where they depend on
    remainders and signs alone.

    lows: from where on a variable goes, for which powers must have no negative exponents;
    raises NotPeriodicError.
    """
    found = dict.fromkeys(variables, ALWAYS)
    for condition in conditions:
        relations = condition.atoms(Relational)
        for relation in relations:
            for variable, repeat in repeat_of(relation.lhs - relation.rhs, lows).items():
                found[variable] = found[variable].joined(repeat)
        if not relations or max(repeat.period for repeat in found.values()) > LONGEST_PERIOD:
            raise NotPeriodicError
    return found


def repeat_of(difference: Expression, lows: dict[Symbol, int]) -> dict[Symbol, Repeat]:
    """How a difference repeats, in which all variables must stand inside of periodic parts."""
    found: dict[Symbol, Repeat] = {}
    names: set[Symbol] = set()

    def name(inside: Expression, modulus: int) -> Symbol:
        for symbol, repeat in _of_remainder(inside, modulus, lows).items():
            found[symbol] = found.get(symbol, ALWAYS).joined(repeat)
        names.add(made := sympy.Dummy())
        return made

    if sympy.expand(_replaced(difference, name)).free_symbols - names:
        raise NotPeriodicError
    return found


def _replaced(expression: Expression, name: Callable[[Expression, int], Symbol]) -> Expression:
    """The expression with a name for each periodic part; floor(p) is p less its remainder, and
    ceiling(p) the opposite of floor(-p).
    """
    if not expression.free_symbols:
        return expression
    if isinstance(expression, sympy.ceiling):
        return -_replaced(sympy.floor(-expression.args[0], evaluate=False), name)
    if isinstance(expression, sympy.floor):
        return expression.args[0] - name(expression.args[0], 1)
    modulus = modulus_of(expression)
    if modulus is not None:
        return name(*modulus)
    return (
        expression.func(*(_replaced(part, name) for part in expression.args))
        if expression.args
        else expression
    )


def modulus_of(expression: Expression) -> tuple[Expression, int] | None:
    """What it is made of, and the number by which its remainder determines the part."""
    if (
        isinstance(expression, sympy.Mod)
        and expression.args[1].is_Integer
        and expression.args[1] != 0
    ):
        return expression.args[0], abs(int(expression.args[1]))
    if isinstance(expression, sympy.Pow) and expression.base == -1 and is_whole(expression.exp):
        return expression.exp, 2
    if isinstance(expression, (sympy.sin, sympy.cos)) and expression.args[0].has(sympy.pi):
        return sympy.expand(expression.args[0] / sympy.pi), 2
    return None


def _of_remainder(
    inside: Expression, modulus: int, lows: dict[Symbol, int]
) -> dict[Symbol, Repeat]:
    """How a remainder repeats in each variable: q(n + D m) = q(n) mod m for a polynomial, where D
    clears its denominators; a power of an integer repeats from some exponent on, a Fibonacci number
    from the first on.
    """
    expanded = sympy.expand(inside, power_exp=False)
    powers = {
        power: sympy.Dummy(integer=True)
        for power in expanded.atoms(sympy.Pow, sympy.fibonacci)
        if power.free_symbols and (power.base.is_Integer if power.is_Pow else len(power.args) == 1)
    }
    flat = expanded.xreplace(powers)
    polynomial = _polynomial(flat)
    modulus *= lcm(*(int(coefficient.q) for coefficient in polynomial.coeffs()))
    plain = [symbol for symbol in polynomial.gens if symbol not in powers.values()]
    found = {symbol: Repeat(modulus) for symbol in plain}
    for power in powers:
        one = _of_power if power.is_Pow else _of_fibonacci
        symbol, repeat = one(power, modulus, lows)
        found[symbol] = found.get(symbol, ALWAYS).joined(repeat)
    return found


def _polynomial(flat: Expression) -> sympy.Poly:
    symbols: Symbols = tuple(sorted(flat.free_symbols, key=sympy.default_sort_key))
    if (
        not symbols
        or not all(symbol.is_integer for symbol in symbols)
        or not flat.is_polynomial(*symbols)
    ):
        raise NotPeriodicError
    polynomial = sympy.Poly(flat, *symbols)
    if not all(coefficient.is_Rational for coefficient in polynomial.coeffs()):
        raise NotPeriodicError
    return polynomial


def _of_power(power: Expression, modulus: int, lows: dict[Symbol, int]) -> tuple[Symbol, Repeat]:
    """The variable of an exponent and how the power repeats in it."""
    symbol, slope, constant = _linear(power.exp)
    base, low = int(power.base), lows.get(symbol)
    if low is None or slope * low + constant < 0:
        raise NotPeriodicError
    first, period = _repetition(base, modulus)
    start = -((constant - first) // slope)  # slope start + constant >= first
    return symbol, Repeat(period // gcd(period, slope), start)


def _of_fibonacci(term: Expression, modulus: int, lows: dict[Symbol, int]) -> tuple[Symbol, Repeat]:
    """The variable of a Fibonacci number and how that repeats in it (Wall, 1960)."""
    symbol, slope, constant = _linear(term.args[0])
    low = lows.get(symbol)
    if low is None or slope * low + constant < 0:
        raise NotPeriodicError
    first = now = 0, 1 % modulus
    for period in range(1, LONGEST_PERIOD + 1):
        now = now[1], sum(now) % modulus
        if now == first:
            return symbol, Repeat(period // gcd(period, slope), -(constant // slope))
    raise NotPeriodicError


def _linear(exponent: Expression) -> tuple[Symbol, int, int]:
    symbols = exponent.free_symbols
    if len(symbols) != 1:
        raise NotPeriodicError
    (symbol,) = symbols
    found = linear(exponent, symbol)
    if found is None or not (symbol.is_integer and all(part.is_Integer for part in found)):
        raise NotPeriodicError
    slope, constant = found
    if slope <= 0:
        raise NotPeriodicError
    return symbol, int(slope), int(constant)


def _repetition(base: int, modulus: int) -> tuple[int, int]:
    """From which exponent on the powers repeat, and after how many."""
    seen: dict[int, int] = {}
    left = 1 % modulus
    for exponent in range(LONGEST_POWER):
        if left in seen:
            return seen[left], exponent - seen[left]
        seen[left] = exponent
        left = left * base % modulus
    raise NotPeriodicError
