"""The first terms of Taylor series for t to 0 from above: which sign there is near the limit, and
which order a zero or a pole has.
"""

from __future__ import annotations

import sympy

from probatum.claim_cache import cached_for_claim
from probatum.proposition.slopes.smoothness import POSITIVE, NotKnownError, needs
from probatum.proposition.truth import is_zero, truth_at
from probatum.type_names import Expression, Number

HIGHEST_ORDER = 10
T = sympy.Symbol("t  ", positive=True)  # the distance from the limit, going to zero
INFINITE = (sympy.oo, -sympy.oo)


def sign_of_number(number: Number) -> int | None:
    if number in INFINITE:
        return 1 if number == sympy.oo else -1
    if number.free_symbols:  # of parameters whose signs are known
        return (
            1 if number.is_positive else -1 if number.is_negative else 0 if number.is_zero else None
        )
    for sign, relation in ((1, sympy.Gt), (-1, sympy.Lt)):
        if truth_at(relation(number, 0, evaluate=False), {}, exactly=False):
            return sign
    return 0 if number.is_finite and is_zero(number) else None


@cached_for_claim(1024)
def leading(expression: Expression) -> tuple[Expression, int] | None:
    """c and m with expression = c t^m (1 + o(1)), for a quotient of functions that are analytic at
    the limit; else None.
    """
    numerator, denominator = sympy.fraction(sympy.together(expression))
    above, below = _first_term(numerator), _first_term(denominator)
    if above is None or below is None or below[0] == 0:
        return None
    return above[0] / below[0], above[1] - below[1]


def _first_term(expression: Expression) -> tuple[Expression, int] | None:
    """The first term of the Taylor series at zero, by exact derivatives;
    None where it is not analytic there, or too flat.
    """
    if not _analytic(expression):
        return None
    if not expression.has(T):
        return expression, 0
    derivative = expression
    for order in range(HIGHEST_ORDER):
        value = derivative.xreplace({T: sympy.Integer(0)})
        found = sign_of_number(value)
        if found is None:
            return None
        if found:
            return value / sympy.factorial(order), order
        derivative = derivative.diff(T)
    return None


def quotient_at_zero(expression: Expression) -> Expression | None:
    """The quotient of the Taylor coefficients at the order of the denominator's first one, where
    all before it vanish in the numerator: of whatever sign the one there is.
    """
    numerator, denominator = sympy.fraction(sympy.together(expression))
    below = _first_term(denominator)
    if below is None or not below[0].is_nonzero or not _analytic(numerator):
        return None
    derivative = numerator
    for _ in range(below[1]):
        if sign_of_number(derivative.xreplace({T: sympy.Integer(0)})) != 0:
            return None
        derivative = derivative.diff(T)
    value = derivative.xreplace({T: sympy.Integer(0)})
    return value / sympy.factorial(below[1]) / below[0] if value.is_finite else None


def _analytic(expression: Expression) -> bool:
    """Whether it is analytic at zero itself, beyond the distances that are positive."""
    around = sympy.Symbol(T.name, real=True)
    try:
        wanted = needs(expression.xreplace({T: around}), around)
    except NotKnownError:
        return False
    at_zero = [(sign_of_number(u.xreplace({around: sympy.Integer(0)})), kind) for u, kind in wanted]
    return all(sign == 1 if kind == POSITIVE else sign in (1, -1) for sign, kind in at_zero)
