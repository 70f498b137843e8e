"""Tests that some part of a correction says of the claim's own terms what is so of these alone, and turns."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import And, Derivative, Implies, Integral, Mod, Or, Sum, cos, pi, sin

from probatum.authoring.expectation import Refuted
from probatum.judge.substance.to_the_point import beside_the_point, lacking, parts_of, to_the_point
from probatum.judge.substance.whatever_terms import whatever_terms
from probatum.proposition.hollow import LOOSER
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Iff, Orbit
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.limit import Limit
from probatum.proposition.subjects.products import norm
from probatum.proposition.subjects.ultimate import Eventually
from probatum.proposition.written import Written
from tests.made import finding_of

x, y, a, b, p = reals("x y a b p")
n, k = integers("n k")
v, w = vectors("v w")
AREA = Integral(x, (x, 0, 2))
FAR = 10**9
R = sympy.Rational


def area(value: Any = 4) -> Any:
    """It is 2."""
    return Equal(AREA, value)


def squares(order: Any = Gt) -> Any:
    """False at 1/2."""
    return ForAll(x, given=x > 0, then=order(x**2, x))


def even(value: Any = 0) -> Any:
    """False at 1."""
    return ForAll(n, then=Eq(Mod(n, 2), value))


def waves(value: Any = 0) -> Any:
    """False at 1."""
    return ForAll(n, then=Eq(sin(pi * n / 2), value))


def roots(order: Any = Le) -> Any:
    """False at 0 and -1."""
    return ForAll((x, y), given=x**2 <= y**2, then=order(x, y))


def told_roots(order: Any = Le) -> Any:
    """The same in one sentence."""
    return ForAll((x, y), then=Implies(x**2 <= y**2, order(x, y)))


def slopes(value: Any = 1) -> Any:
    """It is 2."""
    return ForAll(x, then=Eq(Derivative(x**2, x, evaluate=False), value * x))


def cubes(less: Any = Lt) -> Any:
    """False at 2."""
    return ForAll(n, given=n >= 1, then=less(n**3, 2**n))


def fours(value: Any = 0) -> Any:
    """False at 1."""
    return ForAll(n, then=Eq(Mod(n**2, 4), value))


def halves(order: Any = Gt) -> Any:
    """They stay below 1."""
    return Orbit(x, R(1, 2), x / 2, then=order(x, 1))


def heights(value: Any = 0) -> Any:
    """It is 1."""
    return Equal(Limit(sin(x) / x, x, 0), value)


def jumps(value: Any = -1) -> Any:
    """It is 1."""
    return Equal(Limit(sympy.Abs(x) / x, x, 0, side="above"), value)


def quarter(order: Any = Ge) -> Any:
    """False of -1 and 0."""
    return ForAll((x, y), then=And(order(x, 0), order(y, 0)))


def outcome(claimed: Any, correction: Any) -> tuple[str, str]:
    """Verdict and reason of a claim with this correction."""
    finding = finding_of(claimed, expect=Refuted("Instead.", correction))
    return finding["verdict"], finding["error"]["message"] if finding["error"] else finding["reason"]


ANYHOW = "it is so of any numbers in the place of what the claim compares"
SUPPOSED = "the conclusion stands among the hypotheses"
SINGLE = "got a statement of single cases"
NO_MORE = "says no more than that the claim is false"
BESIDE: list[Any] = [
    (area, lambda nil=0: Equal(Written("*", AREA, 0), nil), ANYHOW),
    (area, lambda nil=0: Equal(Written("-", AREA, AREA), nil), ANYHOW),
    (area, lambda one=1: Equal(Written("/", AREA, AREA), one), ANYHOW),
    (area, lambda one=1: Equal(Written("**", AREA, 0), one), ANYHOW),
    (area, lambda less=Lt: less(AREA, Written("+", AREA, 1)), ANYHOW),
    (area, lambda one=1: Equal(sin(AREA) ** 2 + cos(AREA) ** 2, one), ANYHOW),
    (area, lambda one=1: Equal((AREA + 1) ** 2 - AREA**2 - 2 * AREA, one), ANYHOW),
    (area, lambda nil=0: Equal(AREA - Integral(y, (y, 0, 2)), nil), ANYHOW),
    (area, lambda five=5: Ne(AREA, five), "got that two numbers are not equal"),
    (squares, lambda order=Gt: ForAll(x, given=x >= FAR, then=Implies(x <= FAR, order(x**2, x))), SINGLE),
    (squares, lambda order=Gt: ForAll(x, given=x >= FAR, then=Or(x > FAR, order(x**2, x))), SINGLE),
    (squares, lambda order=Ge: All(Exists(x, given=x > 0, then=x**2 <= x), ForAll(y, then=order(y**4, 0))), NO_MORE),
    (squares, lambda order=Ge: ForAll((x, y), given=x > 0, then=Or(order(y**4, 0), x**2 > x)), ANYHOW),
    (squares, lambda order=Ge: ForAll((x, y), given=x > 1, then=Or(order(y**4 - y**2, -1), x**2 > x)), ANYHOW),
    (squares, lambda order=Gt: ForAll(x, given=And(x > 0, x**3 > x**2), then=order(x**2, x)), SUPPOSED),
    (squares, lambda order=Gt: AlmostAll(x, given=And(x > 0, x**3 > x**2), then=order(x**2, x)), SUPPOSED),
    (squares, lambda order=Gt: ForAll(x, given=x > 0, then=Implies(x**3 > x**2, order(x**2, x))), SUPPOSED),
    (squares, lambda order=Gt: ForAll(x, given=x > 0, then=ForAll(y, given=x**3 > x**2, then=order(x**2, x))), SUPPOSED),
    (halves, lambda order=Gt: Orbit(x, R(1, 2), x / 2, then=order(x + 1, x - 1)), ANYHOW),
    (heights, lambda nil=0: Equal(Written("*", Limit(sin(x) / x, x, 0), 0), nil), ANYHOW),
    (quarter, lambda order=Ge: ForAll((x, y), given=Eq(abs(x) + abs(y), x + y), then=And(order(x, 0), order(y, 0))), SUPPOSED),
    (quarter, lambda order=Ge: ForAll((x, y), given=And(x + y >= 0, x * y >= 0), then=And(order(x, 0), order(y, 0))), SUPPOSED),
    (even, lambda value=0: ForAll(n, given=Eq(sin(pi * n / 2), 0), then=Eq(Mod(n, 2), value)), SUPPOSED),
    (squares, lambda: ForAll(x, given=x > 0, then=Iff(Gt(x**2, x), Gt(x**3, x**2))), "both parts say the same"),
    (squares, lambda: ForAll(x, given=x > 0, then=Iff(Gt(x**3, x**2), Gt(x**2, x))), "both parts say the same"),
]
TO_THE_POINT: list[Any] = [
    (heights, lambda one=1: Equal(Limit(sin(x) / x, x, 0), one)),
    (jumps, lambda one=1: Equal(Limit(sympy.Abs(x) / x, x, 0, side="above"), one)),
    (quarter, lambda order=Ge: ForAll((x, y), given=And(x > y, y > 1), then=And(order(x, 0), order(y, 0)))),
    (area, lambda two=2: Equal(AREA, two)),
    (area, lambda one=1: Equal(AREA / 2, one)),
    (area, lambda most=3: Le(AREA, most)),
    (squares, lambda order=Gt: ForAll(x, then=Implies(x > 1, order(x**2, x)))),
    (squares, lambda order=Gt: ForAll(x, given=x > 0, then=Or(x <= 1, order(x**2, x)))),
    (squares, lambda order=Gt: All(ForAll(x, given=x > 1, then=order(x**2, x)), ForAll(y, then=Ge(y**4, -1)))),
    (squares, lambda order=Gt: ForAll(x, given=x > 0, then=Iff(order(x**2, x), x > 1))),
    (even, lambda value=0: ForAll(n, then=Iff(Eq(Mod(n**3, 2), 1), Eq(Mod(n, 2), 1 - value)))),
    (squares, lambda less=Lt: ForAll(p, given=p > 0, then=Exists(x, given=And(x > 0, x < p), then=less(x**2, x)))),
    (fours, lambda one=1: ForAll(n, then=Or(Eq(Mod(n**2, 4), 0), Eq(Mod(n**2, 4), one)))),
    (fours, lambda value=0: ForAll(n, then=Iff(Eq(Mod(n**2, 4), value), Eq(Mod(n, 2), 0)))),
    (waves, lambda value=0: ForAll(n, given=Eq(Mod(n, 2), 0), then=Eq(sin(pi * n / 2), value))),
    (roots, lambda order=Le: ForAll((x, y), given=And(x**2 <= y**2, y >= 0), then=order(x, y))),
    (roots, lambda order=Le: ForAll((a, b), given=And(a**2 <= b**2, b >= 0), then=order(a, b))),
    (told_roots, lambda order=Le: ForAll((x, y), given=And(x**2 <= y**2, y >= 0), then=order(x, y))),
    (slopes, lambda value=2: ForAll(x, then=Eq(Derivative(x**2, x, evaluate=False), value * x))),
    (halves, lambda order=Lt: Orbit(x, R(1, 2), x / 2, then=order(x, 1))),
    (squares, lambda order=Gt: ForAll(x, given=And(x > 0, 1 / x < 1), then=order(x**2, x))),
    (cubes, lambda less=Lt: Eventually(n, less(n**3, 2**n))),
]


@pytest.mark.parametrize(("claimed", "correction", "why"), BESIDE, ids=[str(number) for number in range(len(BESIDE))])
def test_what_is_beside_the_point_in_each_part_is_no_correction(claimed: Any, correction: Any, why: str) -> None:
    verdict, reason = outcome(claimed, correction)
    assert verdict in ("hollow", "error")
    assert why in reason


@pytest.mark.parametrize(("claimed", "correction"), TO_THE_POINT, ids=[str(number) for number in range(len(TO_THE_POINT))])
def test_and_what_is_so_of_its_terms_alone_is_one(claimed: Any, correction: Any) -> None:
    assert outcome(claimed, correction)[0] == "refuted"


def test_parts_are_what_is_said_one_by_one() -> None:
    both = ForAll(x, given=x > 1, then=And(Gt(x**2, x), x > 0))
    assert {*parts_of(All(both, squares()))} == {
        ForAll(x, given=x > 1, then=Gt(x**2, x)),
        ForAll(x, given=x > 1, then=Gt(x, 0)),
        squares(),
    }
    assert to_the_point(both, squares()) == ForAll(x, given=x > 1, then=Gt(x**2, x))
    assert to_the_point(ForAll(y, then=Ge(y**4, 0)), squares()) is None
    loose = ForAll(x, given=Gt(x**2, 2), then=Gt(x**2, 1))
    assert lacking(loose, squares()).hollow == beside_the_point(loose, squares()).hollow == LOOSER


def test_the_part_that_is_about_the_claim_turns_by_itself() -> None:
    def either() -> Any:
        return ForAll(x, given=x > 0, then=Or(Gt(x**2, -x - 5), Gt(x**2, -x - 7)))

    beside = finding_of(squares, expect=Refuted("So.", lambda order=Ge: All(either(), ForAll(y, then=order(y**4, 0)))))
    assert (beside["verdict"], beside["reason"]) == ("survived", "A control did not turn: the correction.")
    right = ForAll(x, given=x > 1, then=Gt(x**2, x))
    fine = finding_of(squares, expect=Refuted("So.", lambda order=Ge: All(right, ForAll(y, then=order(y**4, 0)))))
    assert fine["verdict"] == "refuted"
    assert fine["versions"][-1]["control"]["turned"]


def test_numbers_are_put_for_terms_of_numbers_only() -> None:
    longer = ForAll((v, w), then=Le(norm(v + w), norm(v)))
    assert whatever_terms(ForAll((v, w), then=Gt(norm(v + w) ** 2 + norm(v) ** 2, -1)), longer)
    assert not whatever_terms(ForAll((v, w), then=Le(norm(v + w) * 0, norm(w))), longer)
    assert not whatever_terms(squares(), area())
    total = Equal(Sum(k**2, (k, 1, 3)), 14)
    assert not whatever_terms(total, ForAll(k, then=Gt(k**2, k)))
    assert whatever_terms(Equal(R(1, 2) * AREA - AREA / 2 + 1, 1), area()) is False
    assert whatever_terms(Equal(Written("*", AREA, 0), 0), area())


def test_a_reduction_is_more_than_the_special_case_beside_another_truth() -> None:
    def means(order: Any = Le) -> Any:
        return ForAll((x, y), then=order(2 * x * y, x**2 + y**2))

    beside = finding_of(means, scope="Two.", reduction=lambda: All(means(), ForAll(b, then=Ge(b**4, 0))))
    assert beside["verdict"] == "undecided"
    assert "its reduction says nothing: it is the special case itself" in beside["reason"]
    general = ForAll((x, y, b), then=Ge(x**2 + y**2 + b**2, 2 * x * y))
    assert finding_of(means, scope="Two.", reduction=lambda: All(general, ForAll(b, then=Ge(b**4, 0))))["verdict"] == "holds"


def test_a_link_is_not_the_statement_beside_another_truth() -> None:
    def means(order: Any = Le) -> Any:
        return ForAll((x, y), then=order(2 * x * y, x**2 + y**2))

    found = finding_of(means, because=[("so", All(means(), ForAll(b, then=Ge(b**4, 0))))])
    assert found["verdict"] == "hollow"
    assert found["reason"].startswith("Link 1 of the reasoning says nothing: it is the statement itself")
    square = ForAll((x, y), then=Eq(x**2 + y**2 - 2 * x * y, (x - y) ** 2))
    assert finding_of(means, because=[("so", All(square, ForAll(b, then=Ge(b**4, 0))))])["verdict"] == "holds"
