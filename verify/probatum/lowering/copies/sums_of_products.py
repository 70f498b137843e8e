"""Sums over an index of products of numbers that are at least zero, beside the product of their
sums.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement

import sympy

from probatum.lowering.chance.random_variables import needs_of
from probatum.lowering.every_case import known_by_numbers
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.subjects.random import FeatureVariable, Total
from probatum.type_names import Condition, Expression

PRODUCTS_OF_SUMS = Theorem(
    "A product of sums of nonnegative numbers has each product of two of these as a summand",
    "Hardy, Littlewood, Pólya, Inequalities, section 2.1",
    exact=True,
)


def with_products_of_sums(statement: ForAll) -> ForAll:
    """The statement with what multiplying out says of its sums: total(x y) <= total(x) total(y)
    where x and y are at least zero throughout; the same where it says nothing.
    """
    terms = _terms(statement)
    known = [term for term in terms if _is_nonnegative(term, statement.given)]
    facts = [
        known_by_numbers(_at_most(one, other), sympy.And(statement.given, *needs_of(statement)))
        for one, other in combinations_with_replacement(known, 2)
        if sympy.expand(one * other) in terms
    ]
    return with_parts(statement, given=sympy.And(statement.given, *facts)) if facts else statement


def _at_most(one: Expression, other: Expression) -> Condition:
    """That a sum of products is at most the product of the sums."""
    return sympy.Le(Total(sympy.expand(one * other)), Total(one) * Total(other), evaluate=False)


def _terms(statement: ForAll) -> list[Expression]:
    """What sums are taken of, and the numbers with an index themselves."""
    parts = (statement.given, statement.then)
    totals = {total for part in parts for total in part.atoms(Total)}
    terms = {sympy.expand(total.args[0]) for total in totals}
    terms |= {factor for term in terms for factor in _bases(term)}
    return sorted(terms, key=sympy.default_sort_key)


def _bases(term: Expression) -> Iterator[Expression]:
    """Of a product of powers what it is a power of, and half of that power."""
    for factor in sympy.Mul.make_args(term):
        base, power = factor.as_base_exp()
        if isinstance(base, (FeatureVariable, sympy.Abs)):
            yield base
            if power.is_Integer and power % 2 == 0:
                yield base ** (power / 2)


def _is_nonnegative(term: Expression, given: Condition) -> bool:
    return all(_is_factor_nonnegative(factor, given) for factor in sympy.Mul.make_args(term))


def _is_factor_nonnegative(factor: Expression, given: Condition) -> bool:
    base, power = factor.as_base_exp()
    if factor.is_nonnegative or (power.is_Integer and power % 2 == 0):
        return True
    supposed = {*conjuncts(given)}
    bounds = (sympy.Ge(base, 0), sympy.Gt(base, 0), sympy.Le(0, base), sympy.Lt(0, base))
    return bool(power.is_Integer and power > 0 and supposed & {*bounds})
