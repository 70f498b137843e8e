"""Logarithms of products and powers as sums, inverse hyperbolic functions as logarithms: defined at
the same places.
"""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.binders import BINDERS
from probatum.proposition.parts import outermost, rewrite
from probatum.type_names import Expression, Statement

LOGARITHMS = Theorem(
    "Inverse hyperbolic functions as logarithms", "DLMF, section 4.37(iv)", exact=True
)
PRODUCTS = Theorem(
    "Logarithms of products and powers, by absolute values of their factors",
    "DLMF, equations 4.8.2 and 4.8.5",
    exact=True,
)
LARGEST = 40  # operations of what is factored


def in_logarithms(statement: Statement) -> Statement:
    """The statement with logarithms in place of asinh, acosh and atanh of real numbers, all by
    their factors.
    """
    turned = rewrite(statement, _written_out)
    return statement if turned == statement else of_factors(turned)


def of_factors(statement: Statement) -> Statement:
    """The statement with a sum of log |u| for each logarithm of a product of powers of such u; not
    inside of sums, integrals and limits, which would have values where they have none.
    """
    return rewrite(statement, _by_factors)


def _by_factors(expression: Expression) -> Expression:
    names = {each: sympy.Dummy(real=True) for each in outermost(expression, BINDERS)}
    told = expression.xreplace(names).replace(sympy.log, _sum)
    return told.xreplace({name: each for each, name in names.items()})


def _written_out(expression: Expression) -> Expression:
    return (
        expression.replace(sympy.asinh, lambda u: sympy.log(u + sympy.sqrt(u**2 + 1)))
        .replace(sympy.acosh, lambda u: sympy.log(u + sympy.sqrt(u**2 - 1)))
        .replace(sympy.atanh, lambda u: sympy.log((1 + u) / (1 - u)) / 2)
    )


def _sum(argument: Expression) -> Expression:
    """u^e is positive only for a positive u, or an integer e: its logarithm is e log |u|, but for
    0^0, which is 1.
    """
    apart = any(map(_may_be_zero_to_the_zero, argument.atoms(sympy.Pow)))
    whole = argument if apart or argument.count_ops() >= LARGEST else sympy.factor(argument)
    return sympy.Add(*map(_of_power, sympy.Mul.make_args(whole)))


def _of_power(factor: Expression) -> Expression:
    if factor.is_Rational and factor != 0:
        primes = sympy.factorrat(abs(factor)).items()
        return sympy.Add(*(times * sympy.log(prime) for prime, times in primes if prime != 1))
    if isinstance(factor, sympy.exp):
        return factor.exp
    if isinstance(factor, sympy.Abs):
        return _sum_of_sizes(factor.args[0])
    if factor.is_Pow and not _may_be_zero_to_the_zero(factor):
        return factor.exp * _sum_of_sizes(factor.base)
    return sympy.log(sympy.Abs(factor))


def _may_be_zero_to_the_zero(power: Expression) -> bool:
    base, exponent = power.args
    return bool(exponent.is_integer) and False not in (base.is_zero, exponent.is_zero)


def _sum_of_sizes(inside: Expression) -> Expression:
    return sympy.Add(*map(_of_power, sympy.Mul.make_args(inside)))


REWRITINGS = (Rewriting(60, PRODUCTS, of_factors), Rewriting(70, LOGARITHMS, in_logarithms))
