"""Binomial coefficients with parameters by Pascal's rule: sums of those with the least upper
number that is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import comb

import sympy

from probatum.lowering.theorem import Theorem
from probatum.type_names import Condition, Expression, Symbol

PASCAL = Theorem("Pascal's rule, and absorption", "DLMF, equations 26.3.5 and 26.3.4", exact=True)
LARGEST_RISE = 12  # of the upper number above the least
NEAR = 12  # factors between two factorials that are written out


class Pascal:
    """The least upper numbers of binomial coefficients, by what they are without their constant.

    C(u + 1, v) = C(u, v) + C(u, v - 1) for all integers u and v, where C(u, v) is a polynomial in
    u for every v from zero on, and zero for the others: what authors write is defined, and agrees.
    """

    def __init__(self) -> None:
        self.least: dict[Expression, int] = {}
        self.least_of_factorials: dict[Expression, int] = {}

    def note(self, expression: Expression, variable: Symbol) -> None:
        """Keep the upper numbers of an expression, and of the first terms after n in sums."""
        for total in expression.atoms(sympy.Sum):
            index, low, high = total.limits[0]
            if high.has(variable) and total.has(sympy.binomial):
                more = sympy.expand(high - low + 1).as_coeff_Add()[0]
                self._note(total.function.xreplace({index: high + 1 - max(more, 1)}))
        self._note(expression)
        zero = sympy.Integer(0)
        outside = expression.xreplace(
            dict.fromkeys(expression.atoms(sympy.Sum, sympy.Product), zero)
        )
        for part in outside.atoms(sympy.factorial, sympy.binomial):
            number, rest = sympy.expand(part.args[0]).as_coeff_Add()
            known = self.least_of_factorials.get(rest, number)
            if number.is_Integer:
                self.least_of_factorials[rest] = min(int(number), int(known))

    def least_factorial(self, inner: Expression, parameters: Expression) -> int | None:
        """The constant of the least factorial that differs by a number: it is defined where what is
        stated is, and so are those above it; without parameters and near to zero that of n! itself;
        None where none is met.
        """
        least = self.least_of_factorials.get(sympy.expand(inner).as_coeff_Add()[1])
        return 0 if parameters == 0 and (least or 0) <= NEAR else least

    def _note(self, expression: Expression) -> None:
        for coefficient in expression.atoms(sympy.binomial):
            number, rest = sympy.expand(coefficient.args[0]).as_coeff_Add()
            if number.is_Integer:
                self.least[rest] = min(int(number), self.least.get(rest, int(number)))

    def reduced(self, upper: Expression, lower: Expression) -> list[tuple[int, Expression]]:
        """How often which coefficient with the least upper number is in it (Vandermonde's sum);
        none where it is too far above the least one, or below.
        """
        number, rest = sympy.expand(upper).as_coeff_Add()
        least = 0 if rest == 0 else self.least.setdefault(rest, int(number))
        rise = int(number) - least
        if not 0 <= rise <= LARGEST_RISE:
            return []
        return [
            (
                comb(rise, place),
                sympy.binomial(rest + least, sympy.expand(lower - place), evaluate=False),
            )
            for place in range(rise + 1)
        ]


def facts_of_coefficient(one: Expression, others: Iterable[Expression]) -> Iterator[Condition]:
    """What is known of a coefficient: it is not negative where u is not, it is 1 at least where
    0 <= v <= u, else zero; and for neighbours v C(u, v) = (u - v + 1) C(u, v - 1).
    """
    upper, lower = one.args
    inside = sympy.And(sympy.Ge(lower, 0), sympy.Le(lower, upper))
    yield sympy.Implies(sympy.Ge(upper, 0), sympy.Ge(one, 0, evaluate=False))
    yield sympy.Implies(inside, sympy.Ge(one, 1, evaluate=False))
    for outside in (sympy.Lt(lower, 0), sympy.Gt(lower, upper)):
        yield sympy.Implies(
            sympy.And(sympy.Ge(upper, 0), outside), sympy.Eq(one, 0, evaluate=False)
        )
    if upper == 0:
        yield sympy.Implies(sympy.Eq(lower, 0), sympy.Eq(one, 1, evaluate=False))
    for other in others:
        if isinstance(other, sympy.binomial) and other.args[0] == upper:
            step = sympy.expand(lower - other.args[1])
            if step in (1, -1):
                more, less = (one, other) if step == 1 else (other, one)
                above = more.args[1]
                yield sympy.Eq(above * more, (upper - above + 1) * less, evaluate=False)
