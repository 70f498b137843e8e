"""Products up to n that telescope, and their limits: of quotients of polynomials of which those
above are those below, further on.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.logic.boolalg import Boolean

from probatum.calculus.forms.linear_part import linear
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.lowering.value import Value
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import with_parts
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Expression, Polynomial, Statement

TELESCOPING = Theorem(
    "Telescoping products",
    "Knopp, Theory and Application of Infinite Series, section 28",
    exact=True,
)
FURTHEST = 20


def of_products(construct: Expression) -> Iterator[Value]:
    """The limit with such products in closed form."""
    body, variable, *rest = construct.args
    products = [each for each in body.atoms(sympy.Product) if each.has(variable)]
    forms = {each: _closed(each) for each in products}
    moving = all(grows(each.limits[0][-1], variable) for each in products)
    if rest[0] != sympy.oo or not products or None in forms.values() or not moving:
        return
    conditions = tuple(
        ((index,), sympy.Ge(index, low), defined(each.function))
        for each in products
        for index, low, _ in each.limits
    )
    form = sympy.factor_terms(body.xreplace(forms))
    yield Value(sympy.Limit(form, variable, rest[0], str(rest[1])), TELESCOPING, conditions)


def in_closed_products(statement: Statement) -> Statement:
    """The statement with such products in closed form, of factors that are no zero anywhere; as it
    is where there are none.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Boolean):
        return statement
    products = statement.then.atoms(sympy.Product)
    forms = {each: form for each in products if (form := _closed(each)) is not None}
    known = {each: form for each, form in forms.items() if _without_zeros(each)}
    return with_parts(statement, then=statement.then.xreplace(known)) if known else statement


def _without_zeros(product: Expression) -> bool:
    """Whether such a product ends, and has neither zeros nor poles from the first factor on."""
    ((index, low, high),) = product.limits
    sides = [sympy.Poly(side, index) for side in sympy.fraction(sympy.together(product.function))]
    known = all(each.is_Rational for side in sides for each in side.coeffs())
    return known and not high.is_infinite and not any(each.count_roots(inf=low) for each in sides)


def grows(end: Expression, variable: Expression) -> bool:
    """Whether an end is an integer that grows with n."""
    found = linear(end, variable)
    if found is None or not (variable.is_integer and all(part.is_Integer for part in found)):
        return False
    return bool(found[0] > 0)


def _closed(product: Expression) -> Expression | None:
    """The product of its first and last factors that are left."""
    if len(product.limits) != 1 or len(product.limits[0]) != 3:
        return None
    index, low, high = product.limits[0]
    factor = product.function
    if factor.free_symbols != {index} or not factor.is_rational_function(index):
        return None
    if not low.is_Integer:
        return None
    above, below = (sympy.Poly(side, index) for side in sympy.fraction(sympy.cancel(factor)))
    if not all(each.is_Rational for side in (above, below) for each in side.coeffs()):
        return None
    upper, lower = _factors(above), _factors(below)
    form = (above.LC() / below.LC()) ** (high - low + 1)
    while upper:
        one = upper.pop()
        shifted = ((other, _shift(one, other)) for other in lower)
        other, shift = next(((each, by) for each, by in shifted if by is not None), (None, 0))
        if other is None:
            return None
        lower.remove(other)
        further, first = (other, low) if shift > 0 else (one, high + 1)
        second = high + 1 if shift > 0 else low
        for step in range(abs(shift)):
            form *= _at(further, second + step) / _at(further, first + step)
    return form if not lower else None


def _at(polynomial: Polynomial, place: Expression) -> Expression:
    return polynomial.as_expr().xreplace({polynomial.gen: place})


def _factors(polynomial: Polynomial) -> list[Polynomial]:
    """Its irreducible factors, monic, each as often as it is there."""
    return [each.monic() for each, times in polynomial.factor_list()[1] for _ in range(times)]


def _shift(one: Polynomial, other: Polynomial) -> int | None:
    """By how many steps one polynomial is further on than the other; None where it is not."""
    degree = one.degree()
    if other.degree() != degree or degree == 0:
        return None
    shift = (one.all_coeffs()[1] - other.all_coeffs()[1]) / degree
    if not shift.is_Integer or abs(shift) > FURTHEST:
        return None
    return int(shift) if other.shift(shift) == one else None


REWRITINGS = (Rewriting(12, TELESCOPING, in_closed_products),)
