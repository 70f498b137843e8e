"""Proposes what solves equations: formulas for their unknowns, some of which are set to 1 or 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

import sympy

from probatum.calculus.proposals import WORK, TooMuchWorkError, at_most
from probatum.type_names import Condition, Point, Symbol

MOST_TRIED = 48  # choices of what is set and what is solved for
MOST_UNKNOWNS = 4
HIGHEST = 4  # degree in the unknowns


def solved_together(equations: Sequence[Condition], unknowns: Sequence[Symbol]) -> Iterator[Point]:
    """Values of all unknowns as formulas in the other variables, each a proposal only:
    where it is defined and whether it solves them is for others to decide.

    Ends where one of them takes more work than such a proposal is worth.
    """
    if not equations or len(unknowns) > MOST_UNKNOWNS:
        return
    differences = [sympy.expand(each.lhs - each.rhs) for each in equations]
    if not all(each.is_polynomial(*unknowns) for each in differences):
        return
    if any(sympy.Poly(each, *unknowns).total_degree() > HIGHEST for each in differences):
        return
    few = min(len(equations), len(unknowns))
    choices = (
        (solved, dict(zip((each for each in unknowns if each not in solved), set_to, strict=True)))
        for count in range(few, 0, -1)
        for set_to in product((sympy.Integer(1), sympy.Integer(0)), repeat=len(unknowns) - count)
        for solved in combinations(unknowns, count)
    )
    for solved, constants in islice(choices, MOST_TRIED):
        rest = [sympy.expand(each.xreplace(constants)) for each in differences]
        try:
            with at_most(WORK):
                found = _solved(rest, solved)
        except TooMuchWorkError:
            return
        for values in found:
            yield constants | values


def _solved(equations: Sequence[sympy.Expr], unknowns: Sequence[Symbol]) -> list[Point]:
    """What SymPy finds for the unknowns, all of them."""
    left = [each for each in equations if each != 0]
    if not left or any(not each.has(*unknowns) for each in left):
        return []
    try:
        found = sympy.solve(left, *unknowns, dict=True)
    except (NotImplementedError, ArithmeticError, TypeError, ValueError):
        return []
    return [each for each in found if each.keys() == set(unknowns)]
