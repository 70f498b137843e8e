"""Expressions as quotients of polynomials of FLINT, in variables and in what is no polynomial of
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import comb

import flint
import sympy
from flint import fmpq_mpoly
from sympy.core.function import AppliedUndef

from probatum.proposition.numbers.constant import Lacking
from probatum.proposition.sense.definedness import UNEVALUATED
from probatum.type_names import Comparison, Expression, Symbol

Quotient = tuple[fmpq_mpoly, fmpq_mpoly]  # numerator and denominator
MOST_GENERATORS = 40
MOST_TERMS = 20_000  # of a product, multiplied out
LARGEST_POWER = 4_000
LONGEST_COEFFICIENT = 4_000  # bits
CONSTANTS = (sympy.pi, sympy.E, sympy.EulerGamma, sympy.Catalan, sympy.GoldenRatio)


class NotQuotientError(Exception):
    """The expression has parts that have no value of their own, or would be too long when
    multiplied out.
    """


class Quotients:
    """Quotients in generators: a variable, or an expression such as |x| or e^x of which only itself
    is known.

    A quotient is zero exactly where its numerator is: statements are decided where they are
    defined, so denominators are not zero.
    A root r of degree q of an expression b is a generator of which r^q = b is known as well.
    """

    def __init__(self, given: Iterable[sympy.Equality] = ()) -> None:
        self.generators: dict[Expression, int] = {}
        self.roots: list[tuple[int, int, Quotient]] = []
        self.context = flint.fmpq_mpoly_ctx.get(
            [f"g{number}" for number in range(MOST_GENERATORS)], flint.Ordering.lex
        )
        self.one = self.context.constant(1)
        self.known = [
            self._difference(equation.lhs, equation.rhs)
            for equation in given
            if _convertible(equation)
        ]

    def equal(self, left: Expression, right: Expression) -> bool:
        """Whether the sides are equal wherever they are defined and the given equations hold;
        False where that is not seen.
        """
        numerator = self._without_roots(self._difference(left, right))
        known: list[fmpq_mpoly] = []
        for zero in map(self._without_roots, self.known):
            known.append(_modulo(zero, known))
        return bool(_modulo(numerator, known).is_zero())

    def apart(self, left: Expression, right: Expression) -> bool:
        """Whether the sides differ by one number, not zero, wherever they are defined."""
        (a, b), (c, d) = self.quotient(left), self.quotient(right)
        numerator, denominator = self._product(a, d) - self._product(c, b), self._product(b, d)
        return (
            not numerator.is_zero()
            and numerator * denominator.leading_coefficient()
            == denominator * numerator.leading_coefficient()
        )

    def _difference(self, left: Expression, right: Expression) -> fmpq_mpoly:
        (a, b), (c, d) = self.quotient(left), self.quotient(right)
        return self._product(a, d) - self._product(c, b)

    def quotient(self, expression: Expression) -> Quotient:
        """The expression as a quotient; raises NotQuotientError."""
        if expression.is_Rational:
            return self.context.constant(flint.fmpq(int(expression.p), int(expression.q))), self.one
        if expression.is_Symbol or expression in CONSTANTS:
            return self._generator(expression), self.one
        if expression.is_Add:
            return self._total([self.quotient(argument) for argument in expression.args])
        if expression.is_Mul:
            return self._times([self.quotient(argument) for argument in expression.args])
        if isinstance(expression, sympy.exp):
            return self._exponential(expression.exp)
        if expression.is_Pow:
            return self._power(expression.base, expression.exp)
        if isinstance(expression, sympy.Derivative):
            return self._derivative(expression)
        if isinstance(expression, sympy.Abs):
            return self._root(expression.args[0] ** 2, 2), self.one
        if isinstance(expression, (sympy.Function, sympy.Max, sympy.Min, sympy.CRootOf)):
            return self._opaque(expression), self.one
        raise NotQuotientError(str(expression.func))

    def _generator(self, expression: Expression) -> fmpq_mpoly:
        number = self.generators.setdefault(expression, len(self.generators))
        if number >= MOST_GENERATORS:
            raise NotQuotientError("generators")
        return self.context.gen(number)

    def _opaque(self, expression: Expression, key: Expression = None) -> fmpq_mpoly:
        """The generator that stands for what is no polynomial: a real number, whatever it is."""
        if expression.has(*UNEVALUATED, sympy.I, Lacking):
            raise NotQuotientError(str(expression))
        return self._generator(key or expression)

    def _total(self, parts: list[Quotient]) -> Quotient:
        numerator, denominator = parts[0]
        for above, below in parts[1:]:
            if below == denominator:
                numerator = numerator + above
            else:
                numerator = self._product(numerator, below) + self._product(above, denominator)
                denominator = self._product(denominator, below)
        return numerator, denominator

    def _times(self, parts: list[Quotient]) -> Quotient:
        numerator, denominator = self.one, self.one
        for above, below in parts:
            numerator, denominator = (
                self._product(numerator, above),
                self._product(denominator, below),
            )
        return numerator, denominator

    def _product(self, left: fmpq_mpoly, right: fmpq_mpoly) -> fmpq_mpoly:
        if len(left) * len(right) > MOST_TERMS:
            raise NotQuotientError("terms")
        return left * right

    def _to_the(self, quotient: Quotient, exponent: int) -> Quotient:
        if exponent < 0:
            above, below = self._to_the(quotient, -exponent)
            return below, above
        return _raised(quotient[0], exponent), _raised(quotient[1], exponent)

    def _power(self, base: Expression, exponent: Expression) -> Quotient:
        if exponent.is_Integer:
            return self._to_the(self.quotient(base), int(exponent))
        if exponent.is_Rational:
            return self._to_the((self._root(base, int(exponent.q)), self.one), int(exponent.p))
        whole, rest = exponent.as_coeff_Add()
        if not whole.is_Integer:
            whole, rest = sympy.Integer(0), exponent
        power = self._opaque(sympy.Pow(base, rest, evaluate=False))
        return self._times([(power, self.one), self._to_the(self.quotient(base), int(whole))])

    def _root(self, base: Expression, degree: int) -> fmpq_mpoly:
        inside = self.quotient(base)
        key = ("root", degree, base)
        known = key in self.generators
        root = self._generator(key)
        if not known:
            self.roots.append((self.generators[key], degree, inside))
        return root

    def _exponential(self, exponent: Expression) -> Quotient:
        """e^(2a + b) as u^2 v, where u = e^a and v = e^b; neither is zero anywhere."""
        factors = []
        for summand in sympy.Add.make_args(exponent):
            times, rest = summand.as_coeff_Mul()
            if not times.is_Integer:
                times, rest = sympy.Integer(1), summand
            factors.append(self._to_the((self._opaque(rest, ("exp", rest)), self.one), int(times)))
        return self._times(factors)

    def _derivative(self, derivative: Expression) -> Quotient:
        """By the rule of quotients, where nothing but the variables themselves depends on them."""
        quotient = self.quotient(derivative.expr)
        for variable, count in derivative.variable_count:
            if not count.is_Integer or any(
                _depends(generator, variable) for generator in self.generators
            ):
                raise NotQuotientError("derivative")
            self._generator(variable)
            for _ in range(int(count)):
                quotient = self._derived(quotient, self.generators[variable])
        return quotient

    def _derived(self, quotient: Quotient, number: int) -> Quotient:
        above, below = quotient
        slope = self._product(above.derivative(number), below) - self._product(
            above, below.derivative(number)
        )
        return slope, self._product(below, below)

    def _without_roots(self, numerator: fmpq_mpoly) -> fmpq_mpoly:
        """A multiple of the numerator in which no root stands to its degree; the last root first,
        for it may contain others.
        """
        for number, degree, (above, below) in reversed(self.roots):
            highest = numerator.degrees()[number] // degree if not numerator.is_zero() else 0
            total = self.context.constant(0)
            for powers, coefficient in numerator.terms() if highest else ():
                times = powers[number] // degree
                rest = tuple(
                    power - times * degree if index == number else power
                    for index, power in enumerate(powers)
                )
                factor = self._product(_raised(above, times), _raised(below, highest - times))
                total = total + self._product(self.context.from_dict({rest: coefficient}), factor)
            numerator = total if highest else numerator
        return numerator


def _modulo(polynomial: fmpq_mpoly, zeros: list[fmpq_mpoly]) -> fmpq_mpoly:
    """What is left of a polynomial when multiples of others are taken away,
    of one after the other.
    """
    for zero in zeros:
        if not (polynomial.is_zero() or zero.is_zero()):
            polynomial = divmod(polynomial, zero)[1]
    return polynomial


def _raised(polynomial: fmpq_mpoly, exponent: int) -> fmpq_mpoly:
    """A power, where it is known beforehand not to be too long."""
    if (
        exponent > LARGEST_POWER
        or comb(exponent + max(len(polynomial) - 1, 0), exponent) > MOST_TERMS
    ):
        raise NotQuotientError("power")
    longest = max(
        (max(abs(int(c.p)), int(c.q)).bit_length() for c in polynomial.coeffs()), default=0
    )
    if longest > 1 and longest * exponent > LONGEST_COEFFICIENT:
        raise NotQuotientError("coefficient")
    return polynomial**exponent


def _depends(generator: Expression, variable: Symbol) -> bool:
    """Whether a generator that is not the variable contains it."""
    if generator == variable:
        return False
    inner = generator[-1] if isinstance(generator, tuple) else generator
    return variable in inner.free_symbols or bool(inner.atoms(AppliedUndef))


def _convertible(equation: Comparison) -> bool:
    return not equation.has(*UNEVALUATED)
