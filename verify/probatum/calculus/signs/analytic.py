"""Intervals of one variable, signs that are seen on them, and functions that are analytic there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import sympy

from probatum.calculus.asymptotics.near_forms import QUOTIENTS
from probatum.calculus.signs.between import HIGHEST, ODD_AND_GROWING, sign_between
from probatum.claim_cache import cached_for_claim
from probatum.proposition.slopes.smoothness import POSITIVE, NotKnownError, needs
from probatum.type_names import Expression, Symbol

MOST_FACTORED = 80  # operations of what is factored
NONE, WEAK, STRICT = 0, 1, 2  # nothing is proved; nowhere negative; everywhere positive
INFINITE = (sympy.oo, -sympy.oo)
TURNING = (sympy.sin, sympy.cos)
EVERYWHERE = (sympy.cosh, sympy.sech)  # positive wherever they are real
ENTERED = (sympy.exp, *TURNING)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers strictly between two exact ends, of which each may be infinite."""

    variable: Symbol
    low: Expression
    high: Expression

    @property
    def is_half_line(self) -> bool:
        """Whether one end is infinite and the other is not."""
        return (self.low in INFINITE) != (self.high in INFINITE)

    def parts(self, points: list[Expression]) -> Iterator[Interval]:
        """The pieces between points in order."""
        ends = [self.low, *points, self.high]
        for low, high in pairwise(ends):
            yield Interval(self.variable, low, high)


@cached_for_claim(4096)
def sign_inside(expression: Expression, inside: Interval) -> int | None:
    """1 or -1 where the expression is certainly of that sign inside; else None.

    On half lines by rules alone, without derivatives: those are taken here, and not without end.
    """
    if isinstance(expression, EVERYWHERE):
        return 1
    if (
        inside.is_half_line
        and not expression.is_polynomial(inside.variable)
        and expression.has(inside.variable)
    ):
        return _by_rules(expression, inside)
    return sign_between(expression, inside.variable, inside.low, inside.high)


def _by_rules(expression: Expression, inside: Interval) -> int | None:
    """By the signs of factors and summands, and of functions that have the sign of their
    argument.
    """
    if expression.is_Mul:
        signs = [sign_inside(factor, inside) for factor in expression.args]
        return None if None in signs else int(sympy.prod(signs))
    if expression.is_Add:
        found = {sign_inside(summand, inside) for summand in expression.args}
        if len(found) == 1:
            return found.pop()
        return _of_quotient(expression, inside)
    if isinstance(expression, sympy.exp):
        return 1 if is_analytic(expression.exp, inside) else None
    if expression.is_Pow:
        sign = sign_inside(expression.base, inside)
        if sign is None or not is_analytic(expression.exp, inside):
            return None
        return (
            1 if sign == 1 else sign ** int(expression.exp) if expression.exp.is_Integer else None
        )
    if isinstance(expression, sympy.log):
        inner = expression.args[0]
        return sign_inside(inner - 1, inside) if sign_inside(inner, inside) == 1 else None
    return (
        sign_inside(expression.args[0], inside) if isinstance(expression, ODD_AND_GROWING) else None
    )


def _of_quotient(expression: Expression, inside: Interval) -> int | None:
    """The sign of a rational function, by those of polynomials."""
    if not expression.is_rational_function(inside.variable):
        return None
    signs = [sign_inside(part, inside) for part in sympy.fraction(sympy.together(expression))]
    return None if None in signs else int(sympy.prod(signs))


def is_analytic(expression: Expression, inside: Interval) -> bool:
    """Whether the expression is known to be analytic inside."""
    try:
        wanted = needs(expression, inside.variable)
    except NotKnownError:
        return False
    signs = [(sign_inside(u, inside), kind) for u, kind in wanted]
    return all(sign == 1 if kind == POSITIVE else sign in (1, -1) for sign, kind in signs)


@cached_for_claim(2048)
def core(expression: Expression, inside: Interval) -> Expression | None:
    """The expression without factors of a known sign: it has the same sign everywhere inside;
    None where no form is found.
    """
    turned = expression.replace(
        lambda part: part.func in QUOTIENTS, lambda part: QUOTIENTS[part.func](part.args[0])
    )
    numerator, denominator = sympy.fraction(sympy.together(turned))
    found, rest = sympy.Integer(1), []
    below = sign_inside(denominator, inside)
    if below is None:
        return None
    found *= below
    for factor in sympy.Mul.make_args(sympy.factor_terms(_factored(numerator))):
        base, power = factor.as_base_exp() if factor.is_Pow else (factor, sympy.Integer(1))
        if not power.is_Integer:
            base, power = factor, sympy.Integer(1)
        sign = sign_inside(base, inside)
        if sign:
            found *= sign ** int(power)
        elif power % 2:
            rest.append(base)
        else:
            rest.append(base**2)
    return found * sympy.Mul(*rest)


def _factored(numerator: Expression) -> Expression:
    """A sum with the factors that all its terms share taken out, exponentials by their powers."""
    powers = (power.exp for power in numerator.atoms(sympy.Pow) if power.exp.is_Integer)
    fits = numerator.count_ops() < MOST_FACTORED and all(power <= HIGHEST for power in powers)
    return sympy.factor(numerator) if fits else numerator
