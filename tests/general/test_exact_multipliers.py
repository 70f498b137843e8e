"""Tests of exact multipliers at one point: what they leave is reckoned by hand, and what proves nothing is no proof."""

from __future__ import annotations

from fractions import Fraction

import pytest

from probatum.engines.multipliers import semidefinite
from probatum.engines.multipliers.exact_multipliers import Exact, at_point, proves, remainder


def form(matrix: list[list[int]], values: list[int], constant: int) -> Exact:
    return Exact(tuple(tuple(map(Fraction, row)) for row in matrix), tuple(map(Fraction, values)), Fraction(constant))


def fractions(*numbers: int | str) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


CLAIM = form([[2, 1], [1, 2]], [1], 3)
CONDITION = form([[1, 1], [1, 1]], [1], 3)
LEFT = {  # the multiplier of the condition, the condition, and whether a sum of squares is left of the claim
    "the identity": (1, CONDITION, True),
    "a value": (2, CONDITION, False),
    "a constant below zero": (1, form([[1, 1], [1, 1]], [1], 4), False),
    "a constant above zero": (1, form([[1, 1], [1, 1]], [1], 2), True),
    "nothing": (1, CLAIM, True),
    "what is not semidefinite": (1, form([[1, -1], [-1, 1]], [1], 3), False),
    "what is negative along an axis": (1, form([[3, 1], [1, 2]], [1], 3), False),
    "a square": (1, form([[1, 0], [0, 1]], [1], 3), True),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_must_be_a_sum_of_squares(name: str) -> None:
    multiplier, condition, proven = LEFT[name]
    assert proves(fractions(1, multiplier), [CLAIM], [condition]) is proven


def test_what_is_left() -> None:
    """Twice one claim and half of another, less a third of a condition."""
    other = form([[4, 2], [2, 0]], [2], 8)
    condition = form([[3, 0], [0, 6]], [9], -3)
    left = remainder(fractions(2, "1/2", "1/3"), [CLAIM, other], [condition])
    assert left == form([[5, 3], [3, 2]], [0], 11)
    assert remainder(fractions(0, 0, 0), [CLAIM, other], [condition]) == form([[0, 0], [0, 0]], [0], 0)


solver = pytest.mark.skipif(not semidefinite.is_available(), reason="no solver is installed")


@solver
@pytest.mark.parametrize("sparse", [False, True])
def test_multipliers_are_found(sparse: bool) -> None:
    """Without its value the claim leaves nothing else than the condition once."""
    assert at_point([CLAIM], [CONDITION], [False], sparse=sparse) == fractions(1, 1)
    assert at_point([CLAIM], [form([[1, -1], [-1, 1]], [1], 3)], [False], sparse=sparse) is None
    thirds = form([[3, 3], [3, 3]], [3], 9)
    assert at_point([CLAIM], [thirds], [False], sparse=sparse) == fractions(1, "1/3")


@solver
def test_of_the_same_equation_twice_one_is_solved() -> None:
    claim, condition = form([[2, 1], [1, 2]], [1, 1], 3), form([[1, 1], [1, 1]], [1, 1], 3)
    assert at_point([claim], [condition], [False]) == fractions(1, 1)
    assert at_point([claim], [form([[1, 1], [1, 1]], [1, 2], 3)], [False]) is None


@solver
def test_what_is_of_no_use_has_no_multiplier() -> None:
    """With any of it the constant would be below zero."""
    useless = form([[5, 0], [0, 5]], [0], 1)
    assert at_point([CLAIM], [CONDITION, useless], [False, False], sparse=True) == fractions(1, 1, 0)


@solver
def test_of_an_equation_the_multiplier_may_be_negative() -> None:
    opposite = form([[-1, -1], [-1, -1]], [-1], -3)
    assert at_point([CLAIM], [opposite], [True]) == fractions(1, -1)
    assert at_point([CLAIM], [opposite], [False]) is None


@solver
def test_of_two_claims_the_weights_add_up_to_one() -> None:
    """Neither is a sum of squares alone, and half of each is."""
    one, other = form([[3, 0], [0, -1]], [1], 0), form([[-1, 0], [0, 3]], [-1], 0)
    assert at_point([one, other], [], []) == fractions("1/2", "1/2")


@solver
def test_multipliers_meet_equations_exactly() -> None:
    """To no denominator that is tried does this one round: it is what the value says."""
    share = Fraction(1_000_003, 1_000_033)
    matrix = ((1 + share, share), (share, 1 + share))
    claim = Exact(matrix, (share,), 3 * share)
    assert at_point([claim], [CONDITION], [False]) == [Fraction(1), share]
    assert at_point([claim], [CONDITION], [False], sparse=True) == [Fraction(1), share]


@solver
@pytest.mark.parametrize("sparse", [False, True])
def test_where_equations_leave_a_choice_what_is_proposed_is_kept(sparse: bool) -> None:
    """The multipliers add up to one, and each is between 1/5 and 4/5: else one axis is below zero."""
    one, other = form([[3, 0], [0, -2]], [2], 0), form([[-2, 0], [0, 3]], [2], 0)
    claim = form([[2, 0], [0, 2]], [2], 0)
    found = at_point([claim], [one, other], [False, False], sparse=sparse)
    assert found is not None
    weight, first, second = found
    assert [weight, first + second] == fractions(1, 1)
    assert Fraction(1, 5) <= first <= Fraction(4, 5)
