"""Products: factor by factor, or by a partial product that is checked."""

from __future__ import annotations

import sympy

from probatum.calculus import proposals
from probatum.calculus.closed_value import Answer, Enclosed, Exact, Missing, Open, Undefined, agrees
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.limits.limit import sequence
from probatum.calculus.summation.defined_terms import MOST_TERMS, refused
from probatum.calculus.summation.rational_products import of_rational_function
from probatum.calculus.summation.series import no_integer
from probatum.proposition.binders import called
from probatum.proposition.numbers.digit_count import too_long_at
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.type_names import Expression, Symbol


def product(factor: Expression, index: Symbol, low: Expression, high: Expression) -> Answer:
    """The product over all integers between the ends."""
    if no_integer(low) or no_integer(high):
        return Undefined(f"a product from {low} to {high} has an end that is no integer")
    if not low.is_Integer or not (high.is_Integer or high == sympy.oo):
        return Open(f"a product from {low} to {high} has ends that are not known to be integers")
    if high.is_Integer and high < low - 1:
        return Undefined(f"a product from {low} to {high} is not the same to all authors")
    doubt = refused(factor, index, low, high)
    if doubt is not None:
        return doubt
    if high.is_Integer and high - low < MOST_TERMS:
        return Exact(
            sympy.Mul(
                *(
                    factor.xreplace({index: sympy.Integer(number)})
                    for number in range(int(low), int(high) + 1)
                )
            )
        )
    return _by_partial_product(factor, index, low, high)


def _by_partial_product(
    factor: Expression, index: Symbol, low: Expression, high: Expression
) -> Answer:
    """By P with P(low) = 1 and P(k + 1) = factor P(k)."""
    unknown = Open(f"no method finds the product of {called(factor)} from {low} to {high}")
    found = (
        part
        for part in proposals.partial_products(factor, index, low)
        if refused(part, index, low, high) is None
    )
    partial = next((part for part in found if _checked(part, factor, index, low)), None)
    if partial is None:
        whole = of_rational_function(factor, index, low) if high == sympy.oo else None
        return unknown if whole is None else _with_candidate(whole, factor, index, low)
    if high.is_Integer:
        long = too_long_at(partial, {index: high + 1})
        return unknown if long else Exact(partial.xreplace({index: high + 1}))
    end = sequence(partial, index, sympy.oo)
    if isinstance(end, Missing):
        return Missing("it diverges: its partial products have no limit", end.agreed)
    return end if isinstance(end, Exact) else unknown


def _with_candidate(found: Answer, factor: Expression, index: Symbol, low: Expression) -> Answer:
    """SymPy's value where it agrees with an enclosure, else what is found."""
    if not isinstance(found, Enclosed):
        return found
    candidate = proposals.value(sympy.Product(factor, (index, low, sympy.oo)))
    agreeing = candidate is not None and agrees(candidate, found.ball)
    return Exact(candidate, agreed=True) if agreeing else found


def _checked(partial: Expression, factor: Expression, index: Symbol, low: Expression) -> bool:
    start = partial.xreplace({index: low})
    if truth_at(defined(start), {}) is not True or not vanishes(sympy.combsimp(start - 1)):
        return False
    step = partial.xreplace({index: index + 1}) / partial / factor - 1
    return vanishes(step) or vanishes(sympy.combsimp(step))
