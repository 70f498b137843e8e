"""Tests that a correction says more than that the claim is false, and of more than a single case."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And

from probatum.authoring.expectation import Refuted
from probatum.judge.denial import NO_MORE, ONE_CASE, says_no_more
from probatum.proposition.cardinality import AtMost, Exactly
from probatum.proposition.coercion import integers, reals
from probatum.proposition.domains import vectors
from probatum.proposition.kinds import Exists, ForAll, Iff
from probatum.proposition.products import norm
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from tests.made import finding_of, message

x, y = reals("x y")
n, m = integers("n m")
v = vectors("v")
NOT_NEGATIVE = And(x >= 0, y >= 0)


def squares(relation: Any = Gt) -> Any:
    """False at 1/2."""
    return ForAll(x, given=Gt(x, 0), then=relation(x**2, x))


def products(relation: Any = Le) -> Any:
    """False at 3 and 3."""
    return ForAll(x, given=Ge(x, 0), then=ForAll(y, given=Ge(y, 0), then=relation(x * y, x + y)))


def no_root(unequal: Any = Ne) -> Any:
    """False at 2 and at -2."""
    return ForAll(n, then=unequal(n**2, 4))


DENIALS = [
    (squares, Exists(x, given=Gt(x, 0), then=Le(x**2, x))),
    (squares, Exists(y, given=Gt(y, 0), then=Le(y**2, y))),
    (squares, Exists(x, then=And(x > 0, Le(x**2, x)))),
    (squares, Exists(x, then=Le(x**2, x))),
    (squares, AtMost(0, squares())),
    (squares, Exactly(0, ForAll(y, given=Gt(y, 0), then=Gt(y**2, y)))),
    (products, Exists((x, y), given=NOT_NEGATIVE, then=Gt(x * y, x + y))),
    (products, Exists((x, y), given=NOT_NEGATIVE, then=Gt(x * y - x, y))),
    (no_root, Exists(m, then=Eq(m**2, 4))),
]
SINGLE = [
    (squares, ForAll(x, given=Eq(x, 2), then=Gt(x**2, x))),
    (squares, ForAll(x, given=And(x >= 2, x <= 2), then=Gt(x**2, x))),
    (squares, ForAll(x, given=And(Eq(x**2, 4), x > 0), then=Gt(x**2, x))),
    (squares, Exists(x, given=Eq(x, 2), then=Gt(x**2, x))),
    (squares, Exists(x, then=And(Eq(x, 2), Gt(x**2, x)))),
    (squares, ForAll((x, y), given=And(Eq(x, 2), y > 0), then=Gt(x**2, x))),
    (squares, ForAll(y, given=y > 0, then=ForAll(x, given=Eq(x, 2), then=Gt(x**2, x)))),
    (products, ForAll((x, y), given=And(Eq(x, 3), Eq(y, x)), then=Gt(x * y, x + y))),
    (no_root, ForAll(n, given=And(n > 1, n < 3), then=Eq(n**2, 4))),
]
INSTEAD = [
    (squares, ForAll(x, given=Gt(x, 1), then=Gt(x**2, x))),
    (squares, Exists(x, given=Gt(x, 0), then=Lt(x**2, x))),
    (squares, Exists(x, given=Gt(x, 5), then=Gt(x**2, x))),
    (products, ForAll((x, y), given=And(x > 2, Eq(y, x)), then=Gt(x * y, x + y))),
    (products, ForAll(x, given=x > 2, then=ForAll(y, given=Eq(y, x), then=Gt(x * y, x + y)))),
    (squares, ForAll(x, given=And(x > 0, Eq(x**2, x)), then=Eq(x, 1))),
    (squares, ForAll(x, given=x > 0, then=Iff(Gt(x**2, x), x > 1))),
    (squares, ForAll(x, given=x > 0, then=Exists(y, then=And(y > x, Gt(y**2, y))))),
    (products, ForAll((x, y), given=And(x > 0, y > 0, x + y <= 4, x * y >= 4), then=And(Eq(x, 2), Eq(2, y)))),
    (no_root, ForAll(n, given=And(n > 2, n < 5), then=Ne(n**2, 4))),
    (lambda: Exists(x, then=Lt(x**2, 0)), ForAll(x, then=Ge(x**2, 0))),
    (lambda: ForAll(x, given=Eq(x, 2), then=Gt(x**2, 5)), ForAll(x, given=Eq(x, 2), then=Lt(x**2, 5))),
    (lambda: ForAll(x, given=Eq(x, 2), then=Gt(x**2, 5)), Exists(x, given=Eq(x, 2), then=Le(x**2, 5))),
    (lambda: ForAll(v, then=Gt(norm(v), 0)), ForAll(v, given=Gt(norm(v), 1), then=Gt(norm(v), 0))),
]


@pytest.mark.parametrize(("claimed", "correction"), DENIALS, ids=[str(number) for number in range(len(DENIALS))])
def test_that_there_is_a_counterexample_is_no_correction(claimed: Any, correction: Any) -> None:
    assert says_no_more(correction, claimed()) == NO_MORE


@pytest.mark.parametrize(("claimed", "correction"), SINGLE, ids=[str(number) for number in range(len(SINGLE))])
def test_a_single_case_is_none(claimed: Any, correction: Any) -> None:
    assert says_no_more(correction, claimed()) == ONE_CASE


@pytest.mark.parametrize(("claimed", "correction"), INSTEAD, ids=[str(number) for number in range(len(INSTEAD))])
def test_what_is_true_instead_is_one(claimed: Any, correction: Any) -> None:
    assert says_no_more(correction, claimed()) == ""


def test_the_claim_tells_its_author() -> None:
    told = message(squares, expect=Refuted("Not so.", lambda: Exists(x, given=Gt(x, 0), then=Le(x**2, x))))
    assert told.endswith(f"corrected: {NO_MORE}")
    told = message(squares, expect=Refuted("Two is.", lambda greater=Gt: ForAll(x, given=Eq(x, 2), then=greater(x**2, x))))
    assert told.endswith(f"corrected: {ONE_CASE}")

    def up_to(least: Any = Gt, *, low: Any = 0, high: Any = 1) -> Any:
        return ForAll(x, given=And(x >= low, x <= high), then=least(x**3 + x, 2))

    assert message(up_to, expect=Refuted("At two.", {"low": 2, "high": 2})).endswith(f"corrected: {ONE_CASE}")
    assert finding_of(up_to, expect=Refuted("Above one.", {"low": 2, "high": 5}))["verdict"] == "refuted"
