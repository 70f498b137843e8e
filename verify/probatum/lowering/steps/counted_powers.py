"""Powers in a counting variable, by real variables that stand for them."""

from __future__ import annotations

import sympy

from probatum.lowering.steps.counted_values import LARGEST_STEP, CountedValues, NotCountableError
from probatum.lowering.steps.sequence_bounds import (
    ALTERNATING,
    Facts,
    facts_of_neighbours,
    facts_of_power,
    signs,
)
from probatum.type_names import Change, Expression


class Powers:
    """Powers among the values here; `flat` writes any expression by these."""

    def __init__(self, here: CountedValues, flat: Change) -> None:
        self.here = here
        self.flat = flat
        self.moving: dict[int, sympy.Symbol] = {}

    def power(self, base: Expression, exponent: Expression) -> Expression:
        """A power by those that are, one step on, a base times what they are here."""
        if base.has(self.here.variable) or not exponent.has(self.here.variable):
            return self._opaque_power(base, exponent)
        slope, rest = self.here.linear(exponent)
        if base is not sympy.E:
            return self._whole_power(base, slope) * self.flat(base**rest)
        return self.here.value(
            sympy.exp(slope * self.here.variable), self._facts_of_exponential(slope)
        ) * self.flat(sympy.exp(rest))

    def _facts_of_exponential(self, slope: Expression) -> Facts:
        """e^(a n) is positive, and on the same side of 1 as the exponential of its tangent at
        zero.
        """
        return lambda value: [
            sympy.Gt(value, 0),
            sympy.Ge(value, 1 + self.flat(slope) * self.here.number),
        ]

    def _opaque_power(self, base: Expression, exponent: Expression) -> Expression:
        """A power with another exponent: as it is where that is a number,
        else a sequence in another variable.
        """
        if exponent.is_number:
            return self.flat(base) ** exponent
        if base.has(self.here.variable) and exponent.has(self.here.variable):
            return self._moving_power(base, exponent)
        if base.has(self.here.variable) or exponent.has(self.here.variable) or base is sympy.E:
            raise NotCountableError(f"{base} to the {exponent}")
        number, rest = exponent.as_coeff_Add()
        if base.is_Rational and base != 0 and number.is_Integer and number != 0:
            return base**number * self._opaque_power(base, rest)
        power = base**exponent
        whole = power.is_Pow and exponent.is_integer
        return self.here.value(power, signs(base)) if whole else self.flat(power)

    def _moving_power(self, base: Expression, exponent: Expression) -> Expression:
        """(n + c)^(a n + b) by (n + c)^n, c from one on; a positive factor by its own power."""
        slope, rest = self.here.linear(exponent)
        factor, offset = self.here.linear(base)
        offset = sympy.cancel(offset / factor)
        whole = all(number.is_Integer for number in (slope, rest, offset)) and factor.is_positive
        if not (whole and 1 <= slope <= 3 and 1 <= offset <= LARGEST_STEP):
            raise NotCountableError(f"{base} to the {exponent}")
        if factor != 1:
            rational = self.flat(factor**exponent)
            return rational * self._moving_power(self.here.variable + offset, exponent)
        base = self.here.variable + offset
        known = [place for place in self.moving if place != offset]
        value = self.here.value(
            base**self.here.variable, lambda value: [sympy.Ge(value, 1, evaluate=False)]
        )
        if int(offset) not in self.moving:
            self.moving[int(offset)] = value
            for place in known:
                if abs(place - offset) == 1:
                    low = min(place, int(offset))
                    self.here.facts += facts_of_neighbours(
                        self.here.number + low, low, self.moving[low], self.moving[low + 1]
                    )
        return value**slope * (self.here.number + offset) ** rest

    def _whole_power(self, base: Expression, slope: Expression) -> Expression:
        """base^(slope n), by prime factors of numbers and by factors of products."""
        if slope.is_Rational and not slope.is_Integer:
            base, slope = base ** sympy.Rational(1, slope.q), sympy.Integer(slope.p)
        if not slope.is_Integer or abs(slope) > LARGEST_STEP:
            raise NotCountableError(f"{base} to the {slope} {self.here.variable}")
        factors: list[tuple[Expression, int]] = []
        for factor in sympy.Mul.make_args(base):
            factors += self._factors(factor)
        product = sympy.Integer(1)
        for factor, power in factors:
            if factor == ALTERNATING and (slope * power) % 2 == 0:
                continue
            value = self.here.value(
                factor**self.here.variable, facts_of_power(factor, self.here.number)
            )
            product *= value if factor == ALTERNATING else value ** (slope * power)
        return product

    def _factors(self, factor: Expression) -> list[tuple[Expression, int]]:
        """A factor of a base as factors of their own: primes, powers by their bases,
        the opposite of a known base.
        """
        if factor.is_Rational:
            found = [
                (sympy.Integer(prime), power)
                for prime, power in sympy.factorrat(factor).items()
                if prime not in (1, -1)
            ]
            return [*([(ALTERNATING, 1)] if factor < 0 else []), *found]
        if factor.is_Pow and factor.exp.is_Integer:
            return [(inner, power * int(factor.exp)) for inner, power in self._factors(factor.base)]
        opposite = sympy.expand(-factor) if factor.is_Add else None
        if opposite is not None and opposite**self.here.variable in self.here.values:
            return [(ALTERNATING, 1), (opposite, 1)]
        return [(factor, 1)]


def base_and_exponent(expression: Expression) -> tuple[Expression, Expression]:
    """Of a power, or of the exponential function."""
    return (
        (sympy.E, expression.exp)
        if isinstance(expression, sympy.exp)
        else (expression.base, expression.exp)
    )
