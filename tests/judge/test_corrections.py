"""Tests that a correction says something of what the claim compares, and does not suppose it."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Mod, Or, exp, floor

from probatum.authoring.expectation import Refuted
from probatum.proposition.kinds import All, ForAll, Iff
from probatum.proposition.kinds import Any as Either
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.cardinality import AtLeast
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.products import norm
from tests.made import finding_of

x, y, z = reals("x y z")
n = integers("n")
v, w = vectors("v w")
NOT_NEGATIVE = And(x >= 0, y >= 0)
SQUARES = ForAll(x, then=Ge(x**2, 0))


def products(relation: Any = Le) -> Any:
    """False at 3 and 3."""
    return ForAll((x, y), given=NOT_NEGATIVE, then=relation(x * y, x + y))


def rest(value: Any = 0) -> Any:
    """False at 1."""
    return ForAll(n, then=Eq(Mod(n**2 + n, 4), value))


def lengths(relation: Any = Le) -> Any:
    """False of equal vectors."""
    return ForAll((v, w), then=relation(norm(v + w), norm(v)))


def below(most: Any = 10) -> Any:
    """False at 5."""
    return ForAll(x, then=Lt(x**2 - x, most))


def outcome(claimed: Any, correction: Any) -> tuple[str, str]:
    """Verdict and reason of a claim with this correction."""
    finding = finding_of(claimed, expect=Refuted("Instead.", correction))
    return finding["verdict"], finding["error"]["message"] if finding["error"] else finding["reason"]


@pytest.mark.parametrize(
    "correction",
    [
        lambda order=Gt: ForAll((x, y), then=order(exp(x * y), 0)),
        lambda order=Ge: ForAll((x, y), then=order((x * y) ** 2 + (x + y) ** 2, 0)),
        lambda order=Le: ForAll((x, y), then=order(x * y, x * y + x**2)),
        lambda order=Ge: ForAll((x, y), then=And(Le(x * y, x * y + x**2), order(x**2, 0))),
        lambda order=Ge: ForAll((x, y), given=NOT_NEGATIVE, then=Either(order(x**2, 0), Le(x * y, x + y))),
        lambda order=Ge: ForAll((x, y), given=NOT_NEGATIVE, then=Or(order(x**2, 0), Le(x * y, x + y))),
        lambda order=Le: ForAll((x, y), given=NOT_NEGATIVE, then=Iff(Le(x * y, x + y), order((x * y) ** 2, (x + y) ** 2))),
        lambda order=Le: ForAll((x, y), given=NOT_NEGATIVE, then=Or(Gt(x * y, x + y), order((x * y) ** 3, (x + y) ** 3))),
    ],
    ids=["an exponential", "squares", "what cancels", "what cancels, and another", "any", "or", "exactly if", "or not"],
)
def test_what_is_so_of_any_numbers_is_no_correction(correction: Any) -> None:
    verdict, reason = outcome(products, correction)
    assert verdict == "hollow"
    assert "it is so of any numbers in the place of what the claim compares" in reason


@pytest.mark.parametrize(
    ("claimed", "correction"),
    [
        (rest, lambda value=0: ForAll(n, given=Eq(n**2 + n, 4 * floor((n**2 + n) / 4)), then=Eq(Mod(n**2 + n, 4), value))),
        (lengths, lambda order=Le: ForAll((v, w), given=norm(-v - w) <= norm(-v), then=order(norm(v + w), norm(v)))),
        (below, lambda most=10: ForAll((x, y), given=And(Eq(x, y), y**2 - y < 10), then=Lt(x**2 - x, most))),
    ],
    ids=["a remainder", "lengths", "another variable"],
)
def test_a_correction_does_not_suppose_what_it_concludes_in_other_signs(claimed: Any, correction: Any) -> None:
    verdict, reason = outcome(claimed, correction)
    assert verdict == "hollow"
    assert "the conclusion stands among the hypotheses" in reason


@pytest.mark.parametrize(
    "correction",
    [
        lambda order=Ge: Either(ForAll(x, then=order(x**2, 0)), products()),
        lambda order=Ge: AtLeast(1, ForAll(x, then=order(x**2, 0)), products()),
        lambda order=Ge: AtLeast(2, ForAll(x, then=order(x**2, 0)), SQUARES, products()),
    ],
    ids=["either", "one at least", "two of three"],
)
def test_of_propositions_of_which_one_is_enough_each_is_about_the_claim(correction: Any) -> None:
    assert "has no expression in common with the claim" in outcome(products, correction)[1]


@pytest.mark.parametrize(
    ("claimed", "correction"),
    [
        (products, lambda order=Le: ForAll((x, y), given=And(NOT_NEGATIVE, x <= 2, y <= 2), then=order(x * y, x + y))),
        (products, lambda order=Le: ForAll((x, y), given=And(Eq(x, 0), y >= 0), then=order(x * y, x + y))),
        (products, lambda order=Le: ForAll((x, y), given=And(Eq(x, y), y >= 0, y <= 2), then=order(x * y, x + y))),
        (products, lambda order=Le: ForAll((x, y), then=order(4 * x * y, (x + y) ** 2))),
        (products, lambda order=Le: All(ForAll((x, y), then=order(4 * x * y, (x + y) ** 2)), SQUARES)),
        (products, lambda order=Gt: ForAll((x, y), given=And(x > 2, y > 2), then=order(x * y, x + y))),
        (rest, lambda value=0: ForAll(n, given=Eq(Mod(n, 4), 3), then=Eq(Mod(n**2 + n, 4), value))),
        (below, lambda least="-0.25": ForAll(x, then=Ge(x**2 - x, least))),
    ],
    ids=["small ones", "one is zero", "equal ones", "the mean", "and another", "large ones", "some", "from below"],
)
def test_and_what_is_true_instead_is_one(claimed: Any, correction: Any) -> None:
    assert outcome(claimed, correction)[0] == "refuted"


@pytest.mark.parametrize(
    "correction",
    [
        lambda order=Ge: ForAll((x, y), given=NOT_NEGATIVE, then=order(x * y, 0)),
        lambda order=Le: ForAll((x, y), given=NOT_NEGATIVE, then=order(4 * x * y, (x + y) ** 2)),
        lambda order=Le: ForAll((x, y), given=And(NOT_NEGATIVE, x <= 1), then=order(x * y, x + y)),
    ],
    ids=["a sign", "another relation of both", "fewer cases"],
)
def test_what_hypotheses_say_of_a_sign_may_be_what_is_true_instead(correction: Any) -> None:
    assert outcome(products, correction)[0] == "refuted"
