"""Powers of negative numbers and remainders in a sequence: after how many steps they repeat, and
what they are along the integers with each remainder.
"""

from __future__ import annotations

from math import lcm

import sympy

from probatum.type_names import Expression, Symbol

LONGEST_PERIOD = 12


def called_along(first: int, every: int) -> str:
    if every == 2:
        return "along odd numbers" if first else "along even numbers"
    return f"along every {every}th number from {first}"


def period_of_signs(expression: Expression, variable: Symbol) -> int:
    """After how many steps the powers of negative numbers have their signs again, and remainders
    their values.
    """
    periods = [_own_period(each, variable) for each in expression.atoms(sympy.Pow)]
    periods += [_divisor(each, variable) for each in expression.atoms(sympy.Mod)]
    every = lcm(2, *(each for each in periods if each))
    return every if every <= LONGEST_PERIOD else 2


def _own_period(power: Expression, variable: Symbol) -> int | None:
    """The same of one power, where its exponent is a polynomial over d: 2 d; else None."""
    if not negative_power(power) or not power.exp.is_polynomial(variable):
        return None
    coefficients = sympy.Poly(power.exp, variable).coeffs()
    if not all(each.is_Rational for each in coefficients):
        return None
    return 2 * lcm(*(int(each.q) for each in coefficients))


def _divisor(remainder: Expression, variable: Symbol) -> int | None:
    """The divisor of the remainder of a polynomial with whole coefficients; else None."""
    number, divisor = remainder.args
    if not (divisor.is_Integer and divisor > 0 and number.is_polynomial(variable)):
        return None
    whole = all(each.is_Integer for each in sympy.Poly(number, variable).coeffs())
    return int(divisor) if whole else None


def divides(part: Expression, variable: Symbol, every: int) -> bool:
    """Whether it is a remainder that is the same after so many steps."""
    divisor = _divisor(part, variable) if isinstance(part, sympy.Mod) else None
    return divisor is not None and every % divisor == 0


def told_at(power: Expression, variable: Symbol, first: int, every: int) -> Expression:
    """A power of a negative number with the sign that it has from a number on, every so often;
    of whole coefficients SymPy tells it.
    """
    own = _own_period(power, variable)
    at = power.exp.xreplace({variable: sympy.Integer(first)})
    if own is None or own == 2 or every % own or not at.is_Integer:
        return power
    return (-1) ** int(at) * (-power.base) ** power.exp


def negative_power(expression: Expression) -> bool:
    return bool(expression.is_Pow and expression.base.is_negative and not expression.exp.is_Integer)


def resolved(power: Expression) -> Expression:
    """(-a)^n as a^n or -a^n, by whether n is even or odd."""
    if power.exp.is_even or power.exp.is_odd:
        return (-power.base) ** power.exp * (1 if power.exp.is_even else -1)
    return power
