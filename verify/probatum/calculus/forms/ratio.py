"""Quotients of the terms of a sequence that follow each other, and the limits that they give."""

from __future__ import annotations

import sympy

from probatum.calculus.forms.linear_part import linear
from probatum.type_names import Expression, Symbol


def ratio(term: Expression, number: Symbol) -> Expression | None:
    """By what a product of factorials, powers and rational functions is multiplied when the number
    grows by 1, also of powers of these with whatever exponent where they are positive; None for
    others.
    """
    found = sympy.Integer(1)
    for factor in sympy.Mul.make_args(term):
        base, exponent = factor.as_base_exp()
        if isinstance(base, sympy.factorial) and exponent.is_Integer:
            top = sympy.expand(base.args[0])
            slope, rest = linear(top, number) or (sympy.Integer(0), top)
            if not (slope.is_Integer and slope > 0 and rest.is_Integer):
                return None
            found *= sympy.prod(top + one for one in range(1, int(slope) + 1)) ** exponent
        elif factor.is_rational_function(number):
            found *= factor.xreplace({number: number + 1}) / factor
        elif not base.has(number) and not sympy.expand(exponent).diff(number).has(number):
            found *= base ** sympy.expand(exponent).diff(number)
        elif base.is_positive and base.is_rational_function(number) and not exponent.has(number):
            grown = base.xreplace({number: number + 1}) / base
            found *= sympy.Pow(grown, exponent, evaluate=False)  # which tends to a number as it is
        else:
            return None
    return found
