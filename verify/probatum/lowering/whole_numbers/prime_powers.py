"""Where products of powers of rational numbers differ, or sums of their logarithms: where a prime
has another exponent.
"""

from __future__ import annotations

from collections import defaultdict

import sympy
from sympy.polys.polyerrors import BasePolynomialError

from probatum.lowering.theorem import Theorem
from probatum.lowering.whole_numbers.algebraic_values import is_rational_valued
from probatum.type_names import Condition, Expression

PRIMES = Theorem(
    "A number is a product of powers of primes in one way alone",
    "Hardy, Wright, An Introduction to the Theory of Numbers, theorem 2",
    exact=True,
)
LARGEST = 10**12  # number that is taken apart


def apart_by_primes(left: Expression, right: Expression) -> Condition | None:
    """Where two products of powers of positive rational numbers, with whole exponents, are not the
    same; None where a side is none of these.
    """
    exponents: dict[Expression, Expression] = defaultdict(lambda: sympy.Integer(0))
    for side, way in ((left, 1), (right, -1)):
        for factor in sympy.Mul.make_args(side):
            base, exponent = factor.as_base_exp()
            if not (base.is_Rational and base > 0 and exponent.is_integer):
                return None
            if max(base.p, base.q) > LARGEST:
                return None
            for prime, times in sympy.factorrat(base).items():
                exponents[prime] += way * times * exponent
    if not any(exponent.free_symbols for exponent in exponents.values()):
        return None
    return sympy.Or(*(sympy.Ne(sympy.expand(each), 0) for each in exponents.values()))


def apart_by_logarithms(difference: Expression) -> Condition | None:
    """Where a sum of logarithms of rational numbers, each times what is rational, is not zero."""
    if not difference.has(sympy.log):
        return None
    numerator, _ = sympy.fraction(sympy.together(sympy.expand_log(difference)))
    inner = {logarithm.args[0] for logarithm in numerator.atoms(sympy.log)}
    if not all(each.is_Rational and 0 < each <= LARGEST and each.q <= LARGEST for each in inner):
        return None
    if not inner:  # they cancel
        return sympy.Ne(numerator, 0) if is_rational_valued(numerator) else None
    primes = {prime for each in inner for prime in sympy.factorrat(each)}
    symbols = {prime: sympy.Dummy(real=True) for prime in sorted(primes)}
    put = {
        sympy.log(each): sympy.Add(
            *(times * symbols[prime] for prime, times in sympy.factorrat(each).items())
        )
        for each in inner
    }
    try:
        polynomial = sympy.Poly(sympy.expand(numerator.xreplace(put)), *symbols.values())
    except BasePolynomialError:
        return None
    terms = polynomial.terms()
    linear = all(sum(powers) == 1 for powers, _ in terms)
    if not linear or not all(is_rational_valued(each) for _, each in terms):
        return None
    return sympy.Or(*(sympy.Ne(each, 0) for _, each in terms))
