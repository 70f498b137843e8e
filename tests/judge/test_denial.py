"""Tests that a correction says more than that the claim is false, and of more than a single case."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Limit, Not, Or, exp, sin, sqrt

from probatum.authoring.expectation import Refuted
from probatum.judge.substance.denial import NO_MORE, NOT_THE_SAME, ONE_CASE, says_no_more
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Iff
from probatum.proposition.kinds import Any as Either
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.cardinality import AtLeast, AtMost, Exactly
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.products import norm
from probatum.proposition.subjects.ultimate import Eventually, ForSmall
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


def identity(same: Any = Eq) -> Any:
    """False at 1."""
    return ForAll(x, then=same(exp(x) * x, sin(x)))


def kinked(same: Any = Eq) -> Any:
    """False at -1 alone of two sides with kinks."""
    return ForAll(x, then=same(sqrt(x**2), x))


def no_root(unequal: Any = Ne) -> Any:
    """False at 2 and at -2."""
    return ForAll(n, then=unequal(n**2, 4))


def root(*, low: int | None = None) -> Any:
    """False at -1."""
    given = {} if low is None else {"given": x >= low}
    return ForAll(x, **given, then=Exists(y, then=Eq(y**2, x)))


DENIALS = [
    (root, Exists(x, then=ForAll(y, then=Ne(y**2, x)))),
    (root, Exists(y, then=ForAll(x, then=Ne(x**2, y)))),
    (squares, Exists(x, given=Gt(x, 0), then=Le(x**2, x))),
    (squares, Exists(y, given=Gt(y, 0), then=Le(y**2, y))),
    (squares, Exists(x, then=And(x > 0, Le(x**2, x)))),
    (squares, Exists(x, then=Le(x**2, x))),
    (squares, AtMost(0, squares())),
    (squares, Exactly(0, ForAll(y, given=Gt(y, 0), then=Gt(y**2, y)))),
    (products, Exists((x, y), given=NOT_NEGATIVE, then=Gt(x * y, x + y))),
    (products, Exists((x, y), given=NOT_NEGATIVE, then=Gt(x * y - x, y))),
    (no_root, Exists(m, then=Eq(m**2, 4))),
    (squares, All(Exists(x, given=Gt(x, 0), then=Le(x**2, x)))),
    (squares, All(Exists(x, given=Gt(x, 0), then=Le(x**2, x)), Exists(x, then=Le(x**2, x)))),
    (squares, Either(ForAll(x, given=x > 1, then=Gt(x**2, x)), Exists(x, given=Gt(x, 0), then=Le(x**2, x)))),
    (squares, Either(squares(), AtMost(0, squares()))),
    (squares, AtLeast(1, Exists(x, given=Gt(x, 0), then=Le(x**2, x)))),
    (squares, AtMost(0, ForAll(x, then=Gt(x**2, x)))),
    (squares, Exists((x, y), given=And(x > 0, y > 0), then=And(Le(x**2, x), Le(y**2, y)))),
    (squares, Exists(x, given=x > 0, then=Exists(y, given=y > 0, then=And(Le(x**2, x), Le(y**2, y))))),
    (squares, ForAll(y, then=Exists(x, given=x > 0, then=And(Le(x**2, x), Ge(x**2 + y**2, 0))))),
    (products, Exists(x, given=x >= 0, then=Exists(y, given=y >= 0, then=Gt(x * y, x + y)))),
    (lambda: AlmostAll(x, then=Gt(x**2, x)), Exists(x, then=Le(x**2, x))),
    (lambda: Eventually(n, Gt(7 * n, n**2)), Exists(n, then=Le(7 * n, n**2))),
    (lambda: ForAll(x, given=x > 0, then=ForSmall(y, Gt(x * y, 1))), Exists((x, y), given=And(x > 0, y > 0), then=Le(x * y, 1))),
    (lambda: Equal(sqrt(2) + sqrt(3), 3), Ne(sqrt(2) + sqrt(3), 3)),
    (lambda: Equal(Limit(sin(x) / x, x, 0), 2), Not(Eq(Limit(sin(x) / x, x, 0), 2))),
]
SMOOTH = [
    (identity, AlmostAll(x, then=Ne(exp(x) * x, sin(x)))),
    (identity, AlmostAll(y, then=Ne(exp(y) * y - sin(y), 0))),
    (identity, All(AlmostAll(y, then=Ne(exp(y) * y - sin(y), 0)))),
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
    (squares, ForAll(x, given=Or(Eq(x, 2), Eq(x, 3)), then=Gt(x**2, x))),
    (squares, ForAll(x, given=And(x > 1, Or(Eq(x, 2), Eq(x, 3), And(x >= 5, x <= 5))), then=Gt(x**2, x))),
    (squares, ForAll(x, given=And(Eq((x - 2) * (x - 3), 0), x > 0), then=Gt(x**2, x))),
    (squares, All(ForAll(x, given=Eq(x, 2), then=Gt(x**2, x)), ForAll(x, given=Eq(x, 3), then=Gt(x**2, x)))),
    (squares, ForAll(x, given=Eq(x, 2), then=And(Eq(x, 2), Gt(x**2, x)))),
    (products, Exists((x, y), given=And(Eq(x, 3), y >= 0), then=Gt(x * y, x + y))),
    (products, Exists(y, given=y >= 0, then=Gt(3 * y, 3 + y))),
]
INSTEAD = [
    (root, root(low=0)),
    (root, ForAll(x, given=Lt(x, 0), then=ForAll(y, then=Ne(y**2, x)))),
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
    (no_root, ForAll(n, given=Eq(n**2, 4), then=Or(Eq(n, 2), Eq(n, -2)))),
    (squares, All(Exists(x, given=Gt(x, 0), then=Le(x**2, x)), ForAll(x, given=x > 1, then=Gt(x**2, x)))),
    (squares, All(Exists(x, given=Gt(x, 0), then=Le(x**2, x)), ForAll((x, y), given=Gt(y, x), then=Gt(y**3, x**3)))),
    (squares, Either(ForAll(x, given=x > 1, then=Gt(x**2, x)), ForAll(x, given=And(x > 0, x < 1), then=Lt(x**2, x)))),
    (squares, Exists((x, y), given=And(x > 0, x < y), then=And(Le(x**2, x), Le(y**2, y)))),
    (squares, AlmostAll(x, given=And(x > 0, x < 1), then=Lt(x**2, x))),
    (kinked, AlmostAll(x, given=x < 0, then=Ne(sqrt(x**2), x))),
    (products, ForAll((x, y), given=And(Eq(x, 1), y >= 0), then=Lt(x * y, x + y))),
    (products, Exists(x, given=x >= 0, then=ForAll(y, given=y > x, then=Gt(x * y, x + y)))),
    (products, ForAll(y, given=y > 2, then=Exists(x, given=x >= 0, then=Gt(x * y, x + y)))),
    (lambda: AlmostAll(x, then=Gt(x**2, x)), AlmostAll(x, given=x > 1, then=Gt(x**2, x))),
    (lambda: Equal(sqrt(2) + sqrt(3), 3), Gt(sqrt(2) + sqrt(3), 3)),
    (lambda: Le(sqrt(2) + sqrt(3), 3), Gt(sqrt(2) + sqrt(3), 3)),
    (lambda: Exists(x, then=Lt(x**2, 0)), ForAll(x, then=Ge(x**2, 0))),
    (lambda: ForAll(x, given=Eq(x, 2), then=Gt(x**2, 5)), ForAll(x, given=Eq(x, 2), then=Lt(x**2, 5))),
    (lambda: ForAll(x, given=Eq(x, 2), then=Gt(x**2, 5)), Exists(x, given=Eq(x, 2), then=Le(x**2, 5))),
    (lambda: ForAll(v, then=Gt(norm(v), 0)), ForAll(v, given=Gt(norm(v), 1), then=Gt(norm(v), 0))),
]


@pytest.mark.parametrize(("claimed", "correction"), DENIALS, ids=[str(number) for number in range(len(DENIALS))])
def test_that_there_is_a_counterexample_is_no_correction(claimed: Any, correction: Any) -> None:
    assert says_no_more(correction, claimed()) == NO_MORE


@pytest.mark.parametrize(("claimed", "correction"), SMOOTH, ids=[str(number) for number in range(len(SMOOTH))])
def test_that_smooth_sides_differ_almost_everywhere_is_none(claimed: Any, correction: Any) -> None:
    assert says_no_more(correction, claimed()) == NOT_THE_SAME


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
