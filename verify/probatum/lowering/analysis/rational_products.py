"""Limits of products up to n of quotients of polynomials with rational zeros: quotients of gamma
functions.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.analysis.uniform_limits import beside
from probatum.lowering.counting.telescoping_products import grows
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.definedness import defined
from probatum.type_names import Expression, Polynomial

GAMMA = Theorem("Infinite products of rational functions", "DLMF, equation 5.8.5", exact=True)
Zeros = list[Expression]


def of_rational_products(construct: Expression) -> Iterator[Value]:
    """The limit of a body of which one summand is such a product, times what is no part of it."""
    body, variable, point, _ = construct.args
    summands = sympy.Add.make_args(body)
    for summand in summands:
        factor, product = summand.as_independent(sympy.Product, as_Add=False)
        if point != sympy.oo or not isinstance(product, sympy.Product) or factor.has(variable):
            continue
        form = _form(product, variable)
        if form is None:
            continue
        index, low, _ = product.limits[0]
        everywhere = ((index,), sympy.Ge(index, low), defined(product.function))
        rest = sympy.Add(*(each for each in summands if each is not summand))
        yield Value(beside(factor * form, rest, construct), GAMMA, (everywhere,))


def _form(product: Expression, variable: Expression) -> Expression | None:
    """What the product converges to; None where it does not, or its zeros are not rational."""
    if len(product.limits) != 1 or len(product.limits[0]) != 3:
        return None
    index, low, high = product.limits[0]
    whole = product.function.is_rational_function(index) and product.free_symbols <= {variable}
    if not (whole and low.is_Integer and grows(high, variable)):
        return None
    above, below = (
        sympy.Poly(side, index) for side in sympy.fraction(sympy.cancel(product.function))
    )
    upper, lower = _zeros(above), _zeros(below)
    if upper is None or lower is None or len(upper) != len(lower) or above.LC() != below.LC():
        return None
    growth = sympy.Add(*lower) - sympy.Add(*upper)
    if growth != 0:
        return sympy.Integer(0) if growth < 0 else None
    if any(zero.is_Integer and zero >= low for zero in upper):
        return sympy.Integer(0)
    return sympy.Mul(
        *(sympy.gamma(low - zero) for zero in lower),
        *(1 / sympy.gamma(low - zero) for zero in upper),
    )


def _zeros(polynomial: Polynomial) -> Zeros | None:
    """All zeros, each as often as it is one; None where not all are rational."""
    if not all(each.is_Rational for each in polynomial.coeffs()):
        return None
    found = [
        -factor.all_coeffs()[1] / factor.all_coeffs()[0]
        for factor, times in polynomial.factor_list()[1]
        if factor.degree() == 1
        for _ in range(times)
    ]
    return found if len(found) == polynomial.degree() else None
