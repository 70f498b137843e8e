"""Integrals between numbers that are known without an antiderivative: of powers of the distances
from both ends, of logarithms of sines, and over the half line of what is divided by the variable.
"""

from __future__ import annotations

import sympy

from probatum.calculus.closed_value import Exact
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.integration.zeta_integrals import zeta_integral
from probatum.calculus.limits.limit import beside
from probatum.calculus.signs.between import sign_between
from probatum.proposition.slopes.smoothness import POSITIVE, NotKnownError, needs
from probatum.type_names import Expression, Symbol

HALF_PI = sympy.pi / 2
# Where each function is from 0 to 1 or back; over each such range the integral of its logarithm is
# -pi log(2)/2, that of the tangent's 0 (Gradshteyn, Ryzhik, equations 4.224.3 and 4.224.6).
QUARTERS = {sympy.sin: ((0, 1), (1, 2), (0, 2)), sympy.cos: ((0, 1), (-1, 0), (-1, 1))}


def known_integral(
    integrand: Expression, x: Symbol, low: Expression, high: Expression
) -> Expression | None:
    """The value, where it is one of these; None for others."""
    of_zeta = zeta_integral(integrand, x, low, high)
    if of_zeta is not None:
        return of_zeta
    if (low, high) == (0, sympy.oo):
        return _damped_wave(integrand, x) or _frullani(integrand, x)
    if low.is_infinite or high.is_infinite:
        return None
    if integrand.is_Add and integrand.has(sympy.log):
        return _of_terms(integrand, x, low, high)
    return _beta(integrand, x, low, high) or _logarithm_of_wave(integrand, x, low, high)


def _of_terms(total: Expression, x: Symbol, low: Expression, high: Expression) -> Expression | None:
    """The sum of what logarithms of waves come to, and numbers beside them."""
    found = [
        _logarithm_of_wave(term, x, low, high) if term.has(x) else term * (high - low)
        for term in total.args
    ]
    return None if None in found else sympy.Add(*found)


def _beta(integrand: Expression, x: Symbol, low: Expression, high: Expression) -> Expression | None:
    """c (x - a)^p (b - x)^q between a and b: c (b - a)^(p + q + 1) G(p + 1) G(q + 1)/G(p + q + 2),
    for p and q above -1 (DLMF, equation 5.12.1, scaled).
    """
    if not (low.is_Rational and high.is_Rational):
        return None
    number, powers = sympy.Integer(1), [sympy.Integer(0), sympy.Integer(0)]
    for factor in sympy.Mul.make_args(integrand):
        base, exponent = factor.as_base_exp()
        if not factor.has(x):
            number *= factor
            continue
        if not (exponent.is_Rational and base.is_polynomial(x)):
            return None
        rest = sympy.Poly(base, x)
        for place, end in enumerate((x - low, high - x)):
            while rest.degree() > 0 and rest.rem(sympy.Poly(end, x)).is_zero:
                rest = rest.quo(sympy.Poly(end, x))
                powers[place] += exponent
        left = rest.as_expr()
        if left.has(x) or not left.is_Rational or not left > 0:
            return None
        number *= left**exponent
    p, q = powers
    if p <= -1 or q <= -1:
        return None
    return number * (high - low) ** (p + q + 1) * _beta_function(p + 1, q + 1)


def _beta_function(a: Expression, b: Expression) -> Expression:
    """G(a) G(b)/G(a + b); by the formula of reflection (DLMF, 5.5.3) where a + b alone is whole."""
    total = a + b
    if a.is_Integer or not total.is_Integer:
        return sympy.gamma(a) * sympy.gamma(b) / sympy.gamma(total)
    steps = sympy.Mul(*(1 - a + step for step in range(int(total) - 1)))
    return sympy.pi / sympy.sin(sympy.pi * a) * steps / sympy.factorial(total - 1)


def _logarithm_of_wave(
    integrand: Expression, x: Symbol, low: Expression, high: Expression
) -> Expression | None:
    """A number times log(c sin(x)), log(c cos(x)) or log(c tan(x)), over quarters of a turn."""
    factor, logarithm = integrand.as_independent(x, as_Add=False)
    if not isinstance(logarithm, sympy.log):
        return None
    size, wave = logarithm.args[0].as_independent(x, as_Add=False)
    quarters = (low / HALF_PI, high / HALF_PI)
    if not size.is_positive or wave.args != (x,):
        return None
    beyond = factor * sympy.log(size) * (high - low)
    if isinstance(wave, sympy.tan):
        return beyond if quarters == (0, 1) else None
    if quarters not in QUARTERS.get(wave.func, ()):
        return None
    return beyond - factor * (high - low) * sympy.log(2)


def _damped_wave(integrand: Expression, x: Symbol) -> Expression | None:
    """c e^(-a x) sin(b x)/x over the half line: c atan(b/a) for a > 0 (Gradshteyn, Ryzhik, equation
    3.941.1).
    """
    factor, rest = sympy.expand(integrand * x).as_independent(x, as_Add=False)
    parts = sympy.Mul.make_args(rest)
    waves = [part for part in parts if isinstance(part, sympy.sin)]
    others = [part for part in parts if part not in waves]
    if len(waves) != 1 or len(others) != 1 or not isinstance(others[0], sympy.exp):
        return None
    speed, damping = sympy.cancel(waves[0].args[0] / x), sympy.cancel(-others[0].exp / x)
    if speed.has(x) or damping.has(x) or not damping.is_positive:
        return None
    return factor * sympy.atan(speed / damping)


def _frullani(integrand: Expression, x: Symbol) -> Expression | None:
    """The sum of c_i f(a_i x) over x, with numbers c_i that add up to zero and a_i > 0, on the half
    line: (f(oo) - f(0)) times the sum of c_i log(a_i), where f is continuous and has both limits; a
    sine or cosine of a power comes to 0 for f(oo), as it does on an average far away
    (Ostrowski, On some generalizations of the Cauchy-Frullani integral, PNAS 35 (1949), 612-616).
    """
    terms = sympy.Add.make_args(sympy.expand(integrand * x))
    if len(terms) < 2 or not all(term.has(x) for term in terms):
        return None
    _, first = terms[0].as_independent(x, as_Add=False)
    shares = [_share(term, first, x) for term in terms]
    known = [each for each in shares if each is not None]
    if len(known) < len(shares) or not vanishes(sympy.Add(*(number for number, _ in known))):
        return None
    change = _change(first, x)
    if change is None:
        return None
    return change * sympy.Add(*(number * sympy.log(scale) for number, scale in known))


def _share(term: Expression, first: Expression, x: Symbol) -> tuple[Expression, Expression] | None:
    """c and a with c f(a x) for the term, f being the first; None where they are not seen."""
    number, rest = term.as_independent(x, as_Add=False)
    own, others = _speed(first, x), _speed(rest, x)
    if own is None or others is None or own[1] != others[1]:
        return None
    quotient = others[0] / own[0]
    scale = quotient if own[1] == 1 else quotient ** (1 / own[1])
    same = scale.is_positive and vanishes(rest - first.xreplace({x: scale * x}))
    return (number, scale) if same else None


def _speed(function: Expression, x: Symbol) -> tuple[Expression, Expression] | None:
    """What a power of the variable is multiplied by in the function, and which power that is."""
    inner = function.exp if isinstance(function, sympy.exp) else (*function.args, x)[0]
    if function.is_Pow and not isinstance(function, sympy.exp):
        inner = function.base - function.base.xreplace({x: sympy.Integer(0)})
    speed, power = sympy.cancel(inner).as_independent(x, as_Add=False)
    base, exponent = power.as_base_exp()
    fits = base == x and exponent.is_Integer and exponent > 0 and speed != 0
    return (speed, exponent) if fits else None


def _change(function: Expression, x: Symbol) -> Expression | None:
    """f(oo) - f(0) of what is continuous in between; None where that is not known."""
    zero = sympy.Integer(0)
    try:
        wanted = needs(function, x)
    except NotKnownError:
        return None
    signs = [(sign_between(u, x, zero, sympy.oo), kind) for u, kind in wanted]
    if not all(sign == 1 if kind == POSITIVE else sign in (1, -1) for sign, kind in signs):
        return None
    start = beside(function, x, zero, "+")
    wave = isinstance(function, (sympy.sin, sympy.cos))
    end = Exact(zero) if wave else beside(function, x, sympy.oo, "-")
    ends = [each for each in (start, end) if isinstance(each, Exact)]
    if len(ends) < 2 or any(each.agreed or not each.value.is_finite for each in ends):
        return None
    return ends[1].value - ends[0].value
