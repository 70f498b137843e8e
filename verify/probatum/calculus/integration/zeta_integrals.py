"""Integrals of powers over e^x - 1 or e^x + 1, which are values of the zeta function."""

from __future__ import annotations

import sympy

from probatum.type_names import Expression, Symbol


def zeta_integral(
    integrand: Expression, x: Symbol, low: Expression, high: Expression
) -> Expression | None:
    """c G(s) zeta(s)/b^s for c x^(s - 1)/(e^(b x) - 1) over the half line, s > 1, and 1 - 2^(1 - s)
    times that for e^(b x) + 1, which is c log(2)/b for s = 1; sums of such; over [0, 1], with e^-x
    for the variable; None for others.

    Source: NIST Digital Library of Mathematical Functions, 25.5.1 and 25.5.3.
    """
    if (low, high) == (0, 1) and integrand.has(sympy.log(x)):
        t = sympy.Dummy(positive=True)
        moved = integrand.xreplace({sympy.log(x): -t}).xreplace({x: sympy.exp(-t)})
        return zeta_integral(moved * sympy.exp(-t), t, low, sympy.oo)
    exponentials = integrand.atoms(sympy.exp)
    rates = {sympy.cancel(each.exp / x) for each in exponentials}
    if (low, high) != (0, sympy.oo) or not rates or not all(rate.is_Rational for rate in rates):
        return None
    rate, mark = max(map(sympy.Abs, rates)), sympy.Dummy(positive=True)
    if not all((each / rate).is_Integer for each in rates):
        return None
    marked = {each: mark ** sympy.cancel(each.exp / x / rate) for each in exponentials}
    return _value(sympy.cancel(sympy.together(integrand.xreplace(marked))), x, mark, rate)


def _value(quotient: Expression, x: Symbol, mark: Symbol, rate: Expression) -> Expression | None:
    top, bottom = sympy.fraction(quotient)
    if top.has(mark) or not bottom.is_polynomial(mark) or sympy.degree(bottom, mark) != 1:
        return None
    lead, last = sympy.Poly(bottom, mark).all_coeffs()
    sign = sympy.cancel(last / lead)
    terms = sympy.Add.make_args(sympy.expand(top / lead))
    found = [_of_power(term, x, rate, sign) for term in terms] if sign in (1, -1) else [None]
    return None if None in found else sympy.Add(*found)


def _of_power(term: Expression, x: Symbol, rate: Expression, sign: Expression) -> Expression | None:
    factor, power = term.as_independent(x, as_Add=False)
    base, exponent = (x, sympy.Integer(0)) if power == 1 else power.as_base_exp()
    if base != x or not exponent.is_Rational or exponent < 0:
        return None
    if exponent == 0:
        return factor * sympy.log(2) / rate if sign == 1 else None
    s = exponent + 1
    whole = factor * sympy.gamma(s) * sympy.zeta(s) / rate**s
    return whole if sign == -1 else (1 - 2 ** (1 - s)) * whole
