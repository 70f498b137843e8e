"""Tests of inequalities between expectations, outcome by outcome."""

from __future__ import annotations

from probatum import E, ForAll, random, reals
from probatum.lowering.chance.pointwise import routes
from tests.each import each

a, b = reals("a b")
X = random("X")


def test_what_is_always_at_its_bound_is_constant_where_its_share_in_that_is_not_zero() -> None:
    """a X <= b says nothing of X where a and b are zero, though a times its mean is b there."""
    for bound, ways in each([(b >= X, 2), (b >= -2 * X, 2), (a * X <= b, 1), (a * X >= b, 1), (a * X <= 0, 1)]):
        stated = ForAll((X, a, b), given=bound, then=E(X**2) >= E(X) ** 2)
        assert len([*routes(stated)]) == ways, bound
