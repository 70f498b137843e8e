"""Products of factors above 1, or of positive ones below it, by the whole infinite product."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.calculus.closed_value import Enclosed, Exact
from probatum.calculus.signs.under_bounds import sign_under
from probatum.calculus.summation.rational_products import of_rational_function
from probatum.lowering.sums.between_integrals import NUMBERS, in_rational_numbers
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.numbers.constant import Constant
from probatum.proposition.written import evaluated
from probatum.type_names import Expression, Statement

WHOLE_PRODUCT = Theorem(
    "The first factors of a product of factors above 1 come to less than the whole",
    "Knopp, Theory and Application of Infinite Series, section 28",
    exact=False,
)
ORDERS = ("<", "<=", ">", ">=")


def by_whole_products(statement: Statement) -> Statement:
    """The statement with infinite products in place of their first factors, from which it follows;
    as it is where there are none.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Relational):
        return statement
    then = evaluated(statement.then)
    if not isinstance(then, Relational):
        return statement
    products = then.atoms(sympy.Product) if then.rel_op in ORDERS else set()
    if len(products) != 1:
        return statement
    (product,) = products
    above = sympy.expand(then.gts - then.lts)
    factor = above.coeff(product)
    rest = sympy.expand(above - factor * product)
    if not (factor.is_Rational and factor != 0) or rest.has(product):
        return statement
    whole = next(_wholes(product, -1 if factor > 0 else 1), None)
    if whole is None:
        return statement
    below = in_rational_numbers(rest + factor * whole, above.atoms(*NUMBERS))
    return for_all(statement.variables, statement.given, sympy.Ge(below, 0, evaluate=False))


def _wholes(product: Expression, side: int) -> Iterator[Expression]:
    """The infinite product, where it is above the finite one for 1, below it for -1."""
    if len(product.limits) != 1 or len(product.limits[0]) != 3:
        return
    (index, low, high), each = product.limits[0], product.function
    if not low.is_Integer or high.is_infinite or each.free_symbols != {index}:
        return
    later = sympy.Ge(index, low)
    if sign_under(each - 1, later) != (side, True) or sign_under(each, later) != (1, True):
        return
    found = of_rational_function(each, index, low)
    if isinstance(found, Exact):
        yield found.value
    elif isinstance(found, Enclosed):
        yield Constant(sympy.Product(each, (index, low, sympy.oo)), found.ball)


REWRITINGS = (Rewriting(54, WHOLE_PRODUCT, by_whole_products),)
