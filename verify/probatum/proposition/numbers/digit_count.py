"""Says of which numbers the digits would be too many to write down, without computing them."""

from __future__ import annotations

from functools import lru_cache

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.functions.combinatorial.factorials import CombinatorialFunction
from sympy.functions.combinatorial.numbers import (
    bell,
    bernoulli,
    catalan,
    euler,
    fibonacci,
    genocchi,
    harmonic,
    lucas,
    tribonacci,
)
from sympy.functions.special.gamma_functions import gamma
from sympy.functions.special.zeta_functions import dirichlet_eta, zeta

from probatum.type_names import Expression, Number, Values

LONGEST = 5_000_000  # bits of a power of numbers that is computed
LONGEST_FACTORED = 40_000  # bits of a number in what is factored
LONGEST_UNDER_ROOT = 2_000  # bits of a number of which a root is told: SymPy looks for its factors
LONGEST_SHOWN = 10_000  # bits of an integer in a formula; Python writes no more than 4,300 digits
SMALL = 100  # an exponent: a power of what is put in is never too long
LARGEST_INDEX = 5_000  # of factorials and the like
INDEXED = (
    CombinatorialFunction,
    gamma,
    bell,
    bernoulli,
    catalan,
    euler,
    fibonacci,
    genocchi,
    harmonic,
    lucas,
    tribonacci,
    zeta,  # at even numbers a Bernoulli number times a power of pi
    dirichlet_eta,
)


@lru_cache(maxsize=4096)
def too_long(expression: Expression) -> bool:
    """Whether the value of a power or factorial of numbers in the expression is too long for
    algebra.
    """
    if not isinstance(expression, sympy.Basic):
        return False
    if isinstance(expression, sympy.Pow) and long_power(expression.base, expression.exp):
        return True
    if isinstance(expression, sympy.exp) and long_exponential(expression.exp):
        return True
    if isinstance(expression, INDEXED) and any(
        large_index(argument) for argument in expression.args
    ):
        return True
    return any(map(too_long, expression.args))


def too_long_at(expression: Expression, values: Values, longest: int = LONGEST) -> bool:
    """The same of the expression with values in place of symbols, which nothing is computed of
    that would be too long: of more bits than `longest`, fewer where a root is told of them.
    """
    if isinstance(expression, ExprWithLimits):  # its terms, by the first and the last
        bounds = {index: ends for index, *ends in expression.limits if len(ends) == 2}
        return any(
            too_long_at(
                expression.function,
                {
                    **values,
                    **{index: ends[which].xreplace(values) for index, ends in bounds.items()},
                },
                longest,
            )
            for which in (0, 1)
        )
    if _is_small_power(expression):
        return False
    if expression.is_Pow:
        return _long_power_at(expression, values, longest)
    if any(too_long_at(argument, values, longest) for argument in expression.args):
        return True
    put = (argument.xreplace(values) for argument in expression.args)
    return isinstance(expression, INDEXED) and any(map(large_index, put))


def _long_power_at(power: Expression, values: Values, longest: int) -> bool:
    if too_long_at(power.exp, values, longest):
        return True
    exponent = power.exp.xreplace(values)
    is_root = exponent.is_Rational and not exponent.is_Integer
    inside = min(longest, LONGEST_UNDER_ROOT) if is_root else longest
    if too_long_at(power.base, values, inside):
        return True
    base = power.base.xreplace(values)
    return long_power(base, exponent, longest) or (
        is_root and base.is_Rational and _bits(base) > LONGEST_UNDER_ROOT
    )


def _is_small_power(expression: Expression) -> bool:
    if not (expression.is_Pow and expression.base.is_Symbol and expression.exp.is_Integer):
        return False
    return abs(int(expression.exp)) <= SMALL


def large_index(argument: Expression) -> bool:
    """Whether a factorial of it, or the like, is too long."""
    return bool(argument.is_Rational and abs(argument) > LARGEST_INDEX)


def long_power(base: Expression, exponent: Expression, longest: int = LONGEST) -> bool:
    """Whether a power of numbers is longer than so many bits."""
    if not (base.is_Rational and exponent.is_number) or base in (0, 1, -1):
        return False
    if not exponent.is_Rational:
        return too_long(exponent) or bool(
            exponent.args and exponent.is_integer and abs(exponent.evalf(5)) > longest
        )
    left = 0 if exponent.is_Integer else min(abs(exponent.p), exponent.q)  # under the root
    inside = min(longest, LONGEST_FACTORED)
    return bool(_bits(base) * abs(exponent) > longest or _bits(base) * left > inside)


def long_exponential(exponent: Expression) -> bool:
    """Whether e to a multiple of the logarithm of a rational number is too long."""
    factors = sympy.Mul.make_args(exponent)
    bases = [factor.args[0] for factor in factors if isinstance(factor, sympy.log)]
    others = [factor for factor in factors if not isinstance(factor, sympy.log)]
    if len(bases) != 1 or not bases[0].is_Rational or not others:
        return False
    multiple = sympy.Mul(*others)
    return bool(
        multiple.is_number
        and multiple.is_comparable
        and _bits(bases[0]) * abs(multiple.evalf(5)) > LONGEST
    )


def long_to_factor(expression: Expression, longest: int = LONGEST_FACTORED) -> bool:
    """Whether a number in the expression is longer than so many bits, or would be long."""
    return too_long(expression) or any(
        _bits(number) > longest for number in expression.atoms(sympy.Rational)
    )


def _bits(number: Number) -> int:
    return max(int(number.p).bit_length(), int(number.q).bit_length())


def short(number: Number) -> bool:
    """Whether the digits of an integer can be shown."""
    return int(number.p).bit_length() <= LONGEST_SHOWN


def digits_of(number: int) -> str:
    """How many decimal digits an integer has, or nearly so."""
    return f"{int(number.bit_length() * 0.30102999566398120) + 1}"
