"""Factorials and gamma functions of what grows without bound, by Stirling's formula with what it
leaves.
"""

from __future__ import annotations

import sympy

from probatum.calculus.asymptotics.leading_terms import T, leading, sign_of_number
from probatum.type_names import Expression

HALF = sympy.Rational(1, 2)
GROWING = (sympy.factorial, sympy.gamma, sympy.loggamma, sympy.binomial)


class Rest(sympy.Function):  # type: ignore[misc]
    """By what log Gamma(u) exceeds (u - 1/2) log u - u + log(2 pi)/2: for each u > 0 more than 0
    and less than 1/(12 u) (Whittaker and Watson, A Course of Modern Analysis, 12.33).
    """

    is_real = True

    def _eval_evalf(self, precision: int) -> Expression:
        (number,) = self.args
        formula = (number - HALF) * sympy.log(number) - number + sympy.log(2 * sympy.pi) / 2
        return (sympy.loggamma(number) - formula)._eval_evalf(precision)


def with_factorials_told(near: Expression) -> Expression:
    """The expression with Stirling's formula for what grows without bound where T tends to 0."""
    if not near.has(*GROWING):
        return near
    told = near.replace(sympy.binomial, _as_quotient)
    told = told.replace(sympy.factorial, _as_gamma)
    told = told.replace(sympy.loggamma, _by_stirling)
    told = told.replace(sympy.gamma, _as_exponential)
    return sympy.expand_log(told)


def log_near_zero(expression: Expression) -> Expression | None:
    """The logarithm of a product of exponentials and powers of c T^m (1 + o(1)), c > 0, with that
    of T apart, expanded; None of others.
    """
    if isinstance(expression, sympy.exp):
        return sympy.expand_mul(expression.exp.replace(sympy.log, _with_that_of_t_apart))
    if expression.is_Mul:
        parts = [log_near_zero(factor) for factor in expression.args]
        return None if None in parts else sympy.Add(*parts)
    base, power = expression.as_base_exp()
    if power != 1:
        inner = log_near_zero(base)
        return None if inner is None else sympy.expand_mul(power * inner)
    first = leading(expression)
    if first is None or sign_of_number(first[0]) != 1:
        return None
    return first[1] * sympy.log(T) + sympy.log(sympy.cancel(expression / T ** first[1]))


def _with_that_of_t_apart(argument: Expression) -> Expression:
    told = log_near_zero(argument) if argument.has(T) else None
    return sympy.log(argument) if told is None else told


def _grows(expression: Expression) -> bool:
    first = leading(expression) if expression.has(T) else None
    return first is not None and first[1] < 0 and sign_of_number(first[0]) == 1


def _as_quotient(top: Expression, bottom: Expression) -> Expression:
    """A binomial coefficient of numbers that all grow, or are constant, by factorials."""
    if not all(_grows(each) or each.is_Integer for each in (top, bottom, top - bottom)):
        return sympy.binomial(top, bottom)
    return sympy.gamma(top + 1) / sympy.gamma(bottom + 1) / sympy.gamma(top - bottom + 1)


def _as_gamma(number: Expression) -> Expression:
    return sympy.gamma(number + 1) if _grows(number) else sympy.factorial(number)


def _as_exponential(number: Expression) -> Expression:
    told = _by_stirling(number)
    return sympy.gamma(number) if isinstance(told, sympy.loggamma) else sympy.exp(told)


def _by_stirling(number: Expression) -> Expression:
    logarithm = log_near_zero(number) if _grows(number) else None
    if logarithm is None:
        return sympy.loggamma(number)
    leading_part = sympy.expand_mul((number - HALF) * logarithm) - sympy.expand_mul(number)
    return leading_part + sympy.log(2 * sympy.pi) / 2 + Rest(number)
