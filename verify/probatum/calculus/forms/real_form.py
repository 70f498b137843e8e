"""A real number that is written with imaginary parts, as radicals of cubics are,
in a form without them.
"""

from __future__ import annotations

from typing import Any

import flint
import sympy
from flint import acb, arb

from probatum.calculus import proposals
from probatum.claim_cache import cached_for_claim
from probatum.proposition.numbers.constant import OPEN, Lacking
from probatum.proposition.numbers.enclosure import enclose
from probatum.proposition.written import OPERATORS, Written, evaluated
from probatum.type_names import Expression, Number, Polynomial

PRECISION = 512  # bits, at which a number is told from the other roots of its minimal polynomial


@cached_for_claim(512)
def real_form(expression: Expression) -> Expression:
    """The expression with its largest closed parts of this kind rewritten;
    a part that is not seen to be real stays, as does what an author wrote with imaginary numbers.
    """
    if not expression.has(sympy.I):
        return expression
    if isinstance(expression, Written):  # each operand is to be real by itself
        return expression.func(*map(real_form, expression.args))
    if (
        isinstance(expression, sympy.Expr)
        and not expression.free_symbols
        and not expression.is_Atom
        and not any(real_form(part).has(sympy.I) for part in expression.atoms(Written))
    ):
        found = _of_number(expression)
        if found is not None:
            return found
    if expression.is_Atom or isinstance(expression, sympy.core.relational.Relational):
        return _with_sides(expression)
    return expression.func(*map(real_form, expression.args))


def _with_sides(expression: Expression) -> Expression:
    return (
        expression
        if expression.is_Atom
        else expression.func(*map(real_form, expression.args), evaluate=False)
    )


def _of_number(number: Number) -> Expression | None:
    with flint.ctx.workprec(PRECISION), proposals.share(proposals.SHARED):
        ball = _complex_ball(number)
        if not ball.is_finite() or not ball.imag.contains(0):
            return None
        number = evaluated(number)  # as it was written it has a value, for its ball is finite
        simple = proposals.without_imaginary_parts(number)
        if simple is not None and ball.real.overlaps(enclose(simple, {})):
            return simple
        for polynomial in proposals.polynomials_with_root(number, ball.real):
            root = _real_root(polynomial, ball)
            if root is not None and proposals.expanded(polynomial.eval(number)) == 0:
                return root
    return Lacking(number, OPEN, f"it is not known whether {number} is a real number")


def _real_root(polynomial: Polynomial, ball: acb) -> Expression | None:
    """The real root that the ball holds, where it holds one root of the polynomial and that one is
    real.
    """
    coefficients = [int(coefficient) for coefficient in reversed(polynomial.all_coeffs())]
    found: Any = flint.fmpz_poly(coefficients).complex_roots()  # pairs, which its stubs do not say
    roots = [root for root, _ in found]
    held = [root for root in roots if root.overlaps(ball)]
    if len(held) != 1 or held[0].imag != 0:
        return None
    below = sum(1 for root in roots if root.imag == 0 and root.real < held[0].real)
    return (
        sympy.CRootOf(polynomial, below)
        if polynomial.degree() > 1
        else polynomial.ground_roots().popitem()[0]
    )


def _complex_ball(number: Expression) -> acb:
    """A ball of a closed complex number, roots and powers being principal ones;
    not finite where that is not known.
    """
    if number is sympy.I:
        return acb(0, 1)
    if isinstance(number, Written):
        operation = OPERATORS.get(number.operation)
        return operation(*map(_complex_ball, number.operands)) if operation else acb(arb.nan())
    if not number.has(sympy.I):
        real = enclose(number, {})
        return acb(real) if real.is_finite() or not number.is_Pow else _power(number)
    if number.is_Add or number.is_Mul:
        first, *others = map(_complex_ball, number.args)
        for other in others:
            first = first + other if number.is_Add else first * other
        return first
    if isinstance(number, sympy.exp):
        return _complex_ball(number.exp).exp()
    return _power(number) if number.is_Pow else acb(arb.nan())


def _power(number: Expression) -> acb:
    base, exponent = number.as_base_exp()
    return (
        _complex_ball(base) ** int(exponent)
        if exponent.is_Integer
        else _complex_ball(base).pow(_complex_ball(exponent))
    )
