"""Limits of products up to n of quotients of polynomials: quotients of gamma functions."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.closed_value import Exact
from probatum.calculus.summation.rational_products import of_rational_function
from probatum.lowering.analysis.uniform_limits import beside
from probatum.lowering.sums.telescoping_products import grows
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Expression

GAMMA = Theorem("Infinite products of rational functions", "DLMF, equation 5.8.5", exact=True)


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
    """What the product converges to; None where that is not known in closed form."""
    if len(product.limits) != 1 or len(product.limits[0]) != 3:
        return None
    index, low, high = product.limits[0]
    if not (product.free_symbols <= {variable} and low.is_Integer and grows(high, variable)):
        return None
    found = of_rational_function(product.function, index, low)
    return found.value if isinstance(found, Exact) else None
