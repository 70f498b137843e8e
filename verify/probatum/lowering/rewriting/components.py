"""Equalities of tuples, matrices and multisets as equations of their components."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations, product

import sympy

from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import Equal, Multiset
from probatum.proposition.parts import is_scalar
from probatum.type_names import Comparison, Expression, Statement

COMPONENTS = Theorem(
    "Tuples are equal component by component", "Halmos, Naive Set Theory, section 6", exact=True
)
LARGEST_MULTISET = 4  # elements; the ways to match them grow with the factorial


def equations(equal: Equal) -> list[list[Comparison]]:
    """Lists of component equations: the values are equal where all equations of one list hold.

    Multisets have a list for each way to match their elements.
    Raises OutOfScopeError for sets and shapes that differ.
    """
    left, right = equal.left, equal.right
    if isinstance(left, Multiset) or isinstance(right, Multiset):
        return [_equations(pairs) for pairs in _matchings(left, right)]
    if is_scalar(left) and is_scalar(right):
        return [_equations([(left, right)])]
    if (
        isinstance(left, sympy.MatrixBase)
        and isinstance(right, sympy.MatrixBase)
        and left.shape == right.shape
    ):
        return [_equations(zip(left.flat(), right.flat(), strict=True))]
    if isinstance(left, sympy.Tuple) and isinstance(right, sympy.Tuple) and len(left) == len(right):
        parts = [equations(Equal(a, b)) for a, b in zip(left, right, strict=True)]
        return [[equation for part in chosen for equation in part] for chosen in product(*parts)]
    raise OutOfScopeError("shapes")


def as_condition(stated: Statement) -> Statement:
    """An equality of two numbers as an equation, and all else as it is."""
    if isinstance(stated, Equal) and is_scalar(stated.left) and is_scalar(stated.right):
        return sympy.Eq(stated.left, stated.right, evaluate=False)
    return stated


def _equations(pairs: Iterable[tuple[Expression, Expression]]) -> list[Comparison]:
    return [sympy.Eq(left, right, evaluate=False) for left, right in pairs]


def _matchings(left: Expression, right: Expression) -> list[list[tuple[Expression, Expression]]]:
    """The ways to pair the elements of two multisets: in order where all are rational numbers,
    else every way.
    """
    sides = [side for side in (left, right) if isinstance(side, (Multiset, sympy.Tuple))]
    both = [tuple(side.elements if isinstance(side, Multiset) else side) for side in sides]
    if (
        len(both) < 2
        or len(both[0]) != len(both[1])
        or not all(is_scalar(element) for side in both for element in side)
    ):
        raise OutOfScopeError("multisets")
    if all(number.is_Rational for side in both for number in side):
        return [list(zip(sorted(both[0]), sorted(both[1]), strict=True))]
    if len(both[0]) > LARGEST_MULTISET:
        raise OutOfScopeError("multisets")
    return [list(zip(both[0], order, strict=True)) for order in permutations(both[1])]
