"""Tests of conditions, reasons and corrections that hang on nothing but what the statement compares."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, And, Max, Piecewise, exp, sqrt

from probatum.authoring.expectation import Refuted
from probatum.judge.substance.circularity import circular
from probatum.proposition.kinds import ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import integers, reals
from tests.made import finding_of, message

t, x, y, z = reals("t x y z")
n = integers("n")
NOT_NEGATIVE = And(x >= 0, y >= 0)
PARABOLA = Le(x**2, x)
BY_ITS_SIGN = [
    (PARABOLA, Ge(sympy.sign(x - x**2), 0)),
    (PARABOLA, Ne(sympy.sign(x**2 - x), 1)),
    (PARABOLA, Ge(sympy.Heaviside(x - x**2, 1), 1)),
    (PARABOLA, Eq(sympy.floor(sympy.Heaviside(x**2 - x, 0)), 0)),
    (PARABOLA, Le(Abs(x - x**2), x - x**2)),
    (PARABOLA, Eq(Piecewise((1, PARABOLA), (0, True)), 1)),
    (PARABOLA, Le(Max(x**2, x, x - 1), x)),
    (PARABOLA, Ge(sympy.Integral(x - x**2, (t, 0, 1)), 0)),
    (PARABOLA, Ge(sympy.Product((x - x**2) ** 3, (n, 1, 3)), 0)),
    (PARABOLA, Ge((x - x**2) * exp(x - x**2), 0)),
    (PARABOLA, And(Ge(sympy.sign(x - x**2), 0), Ge(x, sympy.Rational(1, 2)))),
    (Lt(sqrt(x * y), x), Lt(sympy.sign(sqrt(x * y) - x), 0)),
    (Lt(sqrt(x * y), x), Gt(Abs(x - sqrt(x * y)) + x, sqrt(x * y))),
    (Eq(x * y, z), Le(Abs(z - x * y), 0)),
    (Lt(x, 10), Ge(sympy.sign(10 - x), 1)),
]
ANOTHER = [
    (PARABOLA, And(Ge(x, 0), Le(x, 1))),
    (PARABOLA, Le(Abs(2 * x - 1), 1)),
    (PARABOLA, Lt(x**2, x)),
    (PARABOLA, Ge(sympy.sign(x - x**2), 1)),
    (PARABOLA, Ge(sympy.Heaviside(x - x**2, 0), 1)),
    (PARABOLA, Ge(sympy.sign(x**2 - x), 0)),
    (PARABOLA, Le(Abs(x**2 - x), 1)),
    (PARABOLA, Le(x**3, x)),
    (PARABOLA, Ge(sympy.Integral(t - x**2, (t, 0, 1)), 0)),
    (PARABOLA, Ge(sympy.Product((x - x**2) ** 3, (n, 1, 2)), 0)),
    (PARABOLA, Ge(sympy.Integral(x - x**2, (t, 1, 0)), 0)),
    (PARABOLA, Ge((x - x**2) * exp(x), z)),
    (PARABOLA, Le(x * (x**2 - x), 0)),
    (Lt(x, 10), Lt(x, 9)),
    (Lt(sqrt(x * y), x), Lt(sympy.sign(sqrt(x * z) - x), 0)),
    (Lt(sqrt(x * y), x), Lt(sympy.sign(sqrt(x) * y - x), 0)),
    (Lt(x, y), Lt(sympy.sign(x * y), 0)),
]


@pytest.mark.parametrize(("then", "condition"), BY_ITS_SIGN, ids=str)
def test_what_hangs_on_the_sign_of_what_is_compared_alone_repeats_it(then: Any, condition: Any) -> None:
    assert circular(condition, ForAll((x, y, z), then=then))


@pytest.mark.parametrize(("then", "condition"), ANOTHER, ids=str)
def test_and_what_says_another_thing_of_it_does_not(then: Any, condition: Any) -> None:
    assert not circular(condition, ForAll((x, y, z), then=then))


def means(below: Any = Le) -> Any:
    """The geometric mean is below the arithmetic one."""
    return ForAll((x, y), given=NOT_NEGATIVE, then=below(sqrt(x * y), (x + y) / 2))


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (Ge(sympy.sign((x + y) / 2 - sqrt(x * y)), 0), "hollow"),
        (Eq(Max(sqrt(x * y), (x + y) / 2), (x + y) / 2), "hollow"),
        (ForAll((x, y), given=NOT_NEGATIVE, then=Eq(Abs(x + y - 2 * sqrt(x * y)), x + y - 2 * sqrt(x * y))), "hollow"),
        (Ge((x - y) ** 2, 0), "holds"),
        (Eq((sqrt(x) - sqrt(y)) ** 2, x + y - 2 * sqrt(x) * sqrt(y)), "holds"),
        (Le(Max(sqrt(x * y), 0), x + y), "holds"),
    ],
    ids=str,
)
def test_a_reason_that_is_the_statement_by_its_sign_says_nothing(said: Any, verdict: str) -> None:
    assert finding_of(means, because=[("So it is", said)])["verdict"] == verdict


def product(at_most: Any = Le) -> Any:
    """False as it stands: of 3 and 3, say."""
    return ForAll((x, y), given=NOT_NEGATIVE, then=at_most(x * y, x + y))


@pytest.mark.parametrize(
    ("supposed", "verdict"),
    [
        (Le(sympy.sign(x * y - x - y), 0), "hollow"),
        (Le(Abs(x * y - x - y), x + y - x * y), "hollow"),
        (And(Le(x, 1), Ge(sympy.Heaviside(x + y - x * y, 1), 1)), "hollow"),
        (And(Le(x, 2), Le(y, 2)), "refuted"),
        (Le(Abs(x * y - x - y), 0), "hollow"),
        (Le(Max(x, y), 2), "refuted"),
    ],
    ids=str,
)
def test_a_correction_that_supposes_what_it_concludes_by_its_sign_says_nothing(supposed: Any, verdict: str) -> None:
    corrected = Refuted("There.", lambda at_most=Le: ForAll((x, y), given=And(NOT_NEGATIVE, supposed), then=at_most(x * y, x + y)))
    found = finding_of(product, expect=corrected)
    assert found["verdict"] == verdict, found["reason"] or found["error"]


@pytest.mark.parametrize(
    "then",
    [Lt(x * y, x * y + 1), Ge(x * y + 1, x * y), Gt(2 + x + y, x + y), Ne(x * y, x * y - 1)],
    ids=str,
)
def test_a_correction_in_which_the_claims_expression_cancels_is_beside_the_point(then: Any) -> None:
    told = message(product, expect=Refuted("There.", lambda: ForAll((x, y), given=NOT_NEGATIVE, then=then)))
    assert "corrected: got a statement that has no expression in common with the claim" in told


@pytest.mark.parametrize(
    "then",
    [Le(x * y, (x + y) ** 2), Lt(x * y, x * y + x + y + 1), Eq((x + y) ** 2, x**2 + 2 * x * y + y**2), Gt((x + y) ** 2 + 1, x * y)],
    ids=str,
)
def test_and_one_in_which_it_stays_is_not(then: Any) -> None:
    found = finding_of(product, expect=Refuted("There.", lambda: ForAll((x, y), given=NOT_NEGATIVE, then=then)))
    assert found["verdict"] == "refuted", found["reason"] or found["error"]
