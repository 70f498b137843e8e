"""Tests of what is so whatever numbers stand in the place of what a statement compares."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, And, Implies, Max, Min, Or, atan, exp, log, sqrt

from probatum import vectors
from probatum.authoring.expectation import Conditional, Refuted
from probatum.judge.substance.any_sides import MOST_OPERATIONS, anyhow, follows_anyhow, repeats_anyhow, restates_anyhow, stricter_anyhow
from probatum.proposition.kinds import Equal, Exists, ForAll
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.products import norm
from tests.made import finding_of, message

t, x, y, z = reals("t x y z")
n = integers("n")
v, w = vectors("v w")

SQUARE, SQUARES = (x + y) ** 2, x**2 + y**2
BINOMIAL = ForAll((x, y), then=Eq(SQUARE, SQUARES))
OF_ANY = [
    Le(SQUARE, Max(SQUARE, SQUARES)),
    Ge(SQUARE, Min(SQUARE, SQUARES, x * y)),
    Le(SQUARE, SQUARES + Abs(SQUARE - SQUARES)),
    Or(Le(SQUARE, SQUARES), Ge(SQUARE, SQUARES)),
    Or(Eq(SQUARE, SQUARES), Lt(SQUARE, SQUARES), Gt(SQUARE, SQUARES)),
    Implies(And(Le(SQUARE, SQUARES), Le(SQUARES, 1)), Le(SQUARE, 1)),
    Ge(SQUARE, 0),
    Gt(1 + SQUARES, 0),
    Ge(SQUARE * SQUARES, 0),
    Ge(exp(SQUARE), 1),
]
OF_THESE = [
    Eq(SQUARE, x**2 + 2 * x * y + y**2),
    Le(SQUARE, 2 * SQUARES),
    Le(SQUARE, SQUARES + 2 * Abs(x * y)),
    Gt(SQUARE, 0),
    Ge(SQUARE, x * y),
    Implies(Eq(SQUARE, SQUARES), Eq(x * y, 0)),
    Ge(SQUARES, Max(x**2, y**2)),
    Le(x, Max(x, y)),
]


@pytest.mark.parametrize("then", OF_ANY, ids=str)
def test_what_is_so_of_any_two_numbers_says_nothing_of_the_sides(then: Any) -> None:
    assert anyhow(ForAll((x, y), then=then), BINOMIAL)


@pytest.mark.parametrize("then", OF_THESE, ids=str)
def test_and_what_is_so_of_the_sides_alone_says_something(then: Any) -> None:
    assert not anyhow(ForAll((x, y), then=then), BINOMIAL)


def test_hypotheses_are_those_of_any_two_numbers() -> None:
    supposed = And(Le(SQUARE, SQUARES), Ge(SQUARE, SQUARES))
    assert anyhow(ForAll((x, y), given=supposed, then=Eq(SQUARE, SQUARES)), BINOMIAL)
    assert not anyhow(ForAll((x, y), given=x * y <= 0, then=Le(SQUARE, SQUARES)), BINOMIAL)


@pytest.mark.parametrize(
    ("then", "stated"),
    [
        (Ge(x**2, 0), ForAll(x, then=Gt(x**2, 0))),
        (Ge(SQUARE, 0), ForAll((x, y), then=Gt(SQUARE, 0))),
        (Ge(SQUARE, 0), ForAll((x, y), then=Ge(SQUARE, x))),
        (Ge(x**2 - x, -1), ForAll(x, then=Ge(x**2 - x, 0))),
    ],
    ids=str,
)
def test_what_a_sign_says_beside_a_number_or_variable_may_be_what_is_true(then: Any, stated: Any) -> None:
    assert not anyhow(ForAll((x, y), then=then), stated)


def test_sides_may_be_lengths_and_multiples() -> None:
    triangle = ForAll((v, w), then=Equal(norm(v + w), 2 * norm(v) + 2 * norm(w)))
    both = norm(v) + norm(w)
    assert anyhow(ForAll((v, w), then=Le(norm(v + w), Max(norm(v + w), both))), triangle)
    assert not anyhow(ForAll((v, w), then=Le(norm(v + w), both)), triangle)


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        (ForAll((x, y), then=Le(x, Max(x, y))), ForAll((x, y), then=Le(x, y))),
        (ForAll(x, then=Le(x**2, Max(x**2, 1))), Exists(x, then=Lt(x**2, 0))),
        (ForAll(x, then=Le(x**2, Max(x**2, 1))), ForAll(x, then=Or(Lt(x**2, 0), Gt(x, 1)))),
        (Exists(x, then=Le(x**2, Max(x**2, 1))), ForAll(x, then=Lt(x**2, 0))),
        (ForAll((x, y), then=Ge(sympy.Integral(SQUARE, (x, 0, 1)), 0)), BINOMIAL),
    ],
    ids=["variables alone", "of some", "two relations", "for some", "within an integral"],
)
def test_of_other_statements_nothing_is_told(said: Any, stated: Any) -> None:
    assert not anyhow(said, stated)
    assert not follows_anyhow(said, stated)


def test_nor_of_long_ones() -> None:
    many = sympy.Add(*(sympy.sin(number * x) for number in range(1, MOST_OPERATIONS)))
    assert not anyhow(ForAll((x, y), then=Le(SQUARE, Max(SQUARE, SQUARES) + many**2)), BINOMIAL)


CUBIC = ForAll((x, y), then=Le(x**3 - x, y**2))
LOGS = ForAll((x, y), given=And(x > 0, y > 0), then=Le(log(x), log(y)))
POWERS = ForAll(n, given=n >= 0, then=Gt(2**n, n**2))
BELOW = Le(x**3 - x, y**2)
REPEATS = [
    (CUBIC, Le((x**3 - x) ** 3, y**6)),
    (CUBIC, Le((x**3 - x - y**2) / (1 + x**2), 0)),
    (CUBIC, Le((x**3 - x) / (1 + y**2), y**2 / (1 + y**2))),
    (CUBIC, And(Implies(x >= 0, BELOW), x >= 0)),
    (CUBIC, And(Implies(x >= 0, BELOW), Implies(x < 0, BELOW))),
    (CUBIC, And(Or(BELOW, x < 0), x >= 0)),
    (LOGS, Le(atan(log(x)), atan(log(y)))),
    (LOGS, Le(log(x) ** 3, log(y) ** 3)),
    (LOGS, Le(x * log(x), x * log(y))),
    (POWERS, Gt(2**n / (n**2 + 1), n**2 / (n**2 + 1))),
    (LOGS, Le(log(x / y), 0)),
    (LOGS, Ge(log(y / x), 0)),
    (LOGS, Le(2 * log(x), log(y**2))),
    (LOGS, Le(log(x * y), 2 * log(y))),
]
CONDITIONS = [
    (CUBIC, Lt(x**3 - x, y**2)),
    (CUBIC, Le(x**3 - x, y**2 - 1)),
    (CUBIC, Le(x**3 - x + x**2, y**2)),
    (CUBIC, Le(x * (x**3 - x), x * y**2)),
    (CUBIC, And(x >= 0, x <= 1)),
    (CUBIC, And(Implies(x >= 0, BELOW), x <= 1)),
    (LOGS, Le(x, y)),
    (LOGS, Le(y * log(x), x * log(y))),
    (POWERS, Or(n < 2, n > 4)),
    (ForAll(x, given=Gt(x, 0), then=Lt(1 / x, 2)), Gt(x, sympy.Rational(1, 2))),
    (ForAll(x, then=Eq(50 / x**2, 2)), Eq(x**2, 25)),
    (ForAll((x, y), then=Le(sqrt(x * y), z)), Le(x * y, z**2)),
]


@pytest.mark.parametrize(("stated", "condition"), REPEATS, ids=str)
def test_a_condition_that_comes_to_the_statement_for_any_two_numbers_repeats_it(stated: Any, condition: Any) -> None:
    assert repeats_anyhow(condition, stated)


@pytest.mark.parametrize(("stated", "condition"), CONDITIONS, ids=str)
def test_and_one_that_hangs_on_what_they_are_does_not(stated: Any, condition: Any) -> None:
    assert not repeats_anyhow(condition, stated)


STRICTER = [
    (CUBIC, Lt(x**3 - x, y**2)),
    (CUBIC, Le(x**3 - x, y**2 - 1)),
    (CUBIC, Eq(x**3 - x, y**2 - 1)),
    (CUBIC, Le(x**3, x + y**2 - 1)),
    (CUBIC, Le(x**3 - x + x**2, y**2)),
    (CUBIC, And(x <= 100, Le(x**3 - x, y**2 - 1))),
    (LOGS, Lt(log(x / y), -1)),
    (ForAll((x, y), given=x <= 2, then=Lt(exp(x), exp(y))), Lt(exp(x) + 2, exp(y) + x)),
]
NOT_STRICTER = [
    (CUBIC, Le(x**3 - x, y**2 + 1)),
    (CUBIC, Le(x**3 - x, y**2 + x)),
    (CUBIC, Le(x**3, x)),
    (CUBIC, Le(x**3 - x, -5)),
    (CUBIC, And(Le(x**3 - x, 5), Ge(y**2, 5))),
    (CUBIC, Or(Le(x**3 - x, y**2 - 1), x <= 1)),
    (CUBIC, Le(x, y)),
    (LOGS, x <= y),
    (LOGS, Le(log(x), y)),
    (ForAll((x, y), then=Le(x * y, x + y)), And(x <= 2, y <= 2)),
    (ForAll((x, y), then=Lt(x**2, 4)), Lt(x**2, 3)),
    (ForAll(x, then=Le(2 * x, x**2)), Le(2 * x, x**2 - 1)),
]


@pytest.mark.parametrize(("stated", "condition"), STRICTER, ids=str)
def test_a_condition_that_is_the_statement_with_something_to_spare_is_stricter(stated: Any, condition: Any) -> None:
    assert stricter_anyhow(condition, stated)


@pytest.mark.parametrize(("stated", "condition"), NOT_STRICTER, ids=str)
def test_and_one_of_one_side_or_of_what_they_are_is_not(stated: Any, condition: Any) -> None:
    assert not stricter_anyhow(condition, stated)


def test_a_condition_with_something_to_spare_is_refused() -> None:
    def cubic(at_most: Any = Le) -> Any:
        return ForAll((x, y), then=at_most(x**3 - x, y**2))

    weaker = Le(x**3 - x, y**2 + 10)
    told = message(cubic, expect=Conditional(Le(x**3 - x, y**2 - 1), weaker=weaker))
    assert "which repeats the statement" in told
    assert finding_of(cubic, expect=Conditional(x**3 <= x, weaker=weaker))["verdict"] == "conditional"


NOT_NEGATIVE = And(x >= 0, y >= 0)
GEOMETRIC, ARITHMETIC = sqrt(x * y), (x + y) / 2


def means(below: Any = Le) -> Any:
    """The geometric mean is below the arithmetic one."""
    return ForAll((x, y), given=NOT_NEGATIVE, then=below(GEOMETRIC, ARITHMETIC))


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (Le(atan(GEOMETRIC), atan(ARITHMETIC)), "hollow"),
        (Le(GEOMETRIC * Abs(GEOMETRIC), ARITHMETIC * Abs(ARITHMETIC)), "hollow"),
        (Ge(sympy.Integral(ARITHMETIC - GEOMETRIC, (t, 0, 1)), 0), "hollow"),
        (Le(4 * x * y, (x + y) ** 2), "holds"),
        (Eq(ARITHMETIC - GEOMETRIC, (sqrt(x) - sqrt(y)) ** 2 / 2), "holds"),
        (Lt(GEOMETRIC - 1, ARITHMETIC), "holds"),
    ],
    ids=str,
)
def test_a_reason_that_says_the_same_of_any_two_numbers_says_nothing(said: Any, verdict: str) -> None:
    assert finding_of(means, because=[("So it is", said)])["verdict"] == verdict


def triangle(below: Any = Le) -> Any:
    """The size of a sum is at most the sum of the sizes."""
    return ForAll((x, y), then=below(Abs(x + y), Abs(x) + Abs(y)))


BELOW_BOTH = Le(Abs(x + y), Abs(x) + Abs(y))


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ([Implies(x + y >= 0, BELOW_BOTH), Implies(x + y < 0, BELOW_BOTH)], "holds"),
        ([And(Le(x, Abs(x)), Le(-x, Abs(x)))], "holds"),
        ([Or(Eq(Abs(x + y), x + y), Eq(Abs(x + y), -x - y))], "holds"),
        ([Implies(x > 0, Gt(1 / x, 0))], "holds"),
        ([Implies(x**2 >= 0, BELOW_BOTH)], "hollow"),
        ([Or(Lt(Abs(x + y), Abs(x) + Abs(y)), Eq(Abs(x + y), Abs(x) + Abs(y)))], "hollow"),
        ([Implies(x > 0, y > 0)], "undecided"),
        ([Or(x > 0, x < 0)], "undecided"),
    ],
    ids=["two cases", "both", "either", "where it has a value", "in no case", "less or equal", "it does not follow", "a gap"],
)
def test_reasons_may_join_relations(said: Any, verdict: str) -> None:
    found = finding_of(triangle, because=[("So it is", one) for one in said])
    assert found["verdict"] == verdict, found["reason"] or found["error"]


def squares_of_products(at_most: Any = Le) -> Any:
    """Of numbers up to 1."""
    return ForAll((x, y), given=And(x >= 0, x <= 1), then=at_most(x**2 * y**2, y**2))


@pytest.mark.parametrize(
    ("reduction", "verdict"),
    [
        (Le(x**2 * y**2, 5 * y**2), "undecided"),
        (Ge(x**2 * y**2, -1), "undecided"),
        (Ge(y**2 + x**2 * y**2, 0), "undecided"),
        (Le(x**2 * y**2, Max(1, x**2) * y**2 + z**2), "holds"),
    ],
    ids=str,
)
def test_a_reduction_that_follows_by_the_signs_of_both_sides_lifts_nothing(reduction: Any, verdict: str) -> None:
    found = finding_of(squares_of_products, scope="Two.", reduction=lambda: ForAll((x, y, z), then=reduction))
    assert found["verdict"] == verdict, found["reason"] or found["error"]


def test_two_inequalities_are_reasons_of_an_equation() -> None:
    sides = sympy.sin(2 * x), 2 * sympy.sin(x) * sympy.cos(x)
    stated = ForAll(x, then=Eq(*sides))
    for way in (Le, Ge):
        said = ForAll(x, then=way(*sides))
        assert follows_anyhow(said, stated)
        assert not restates_anyhow(said, stated)


@pytest.mark.parametrize(
    ("reduction", "verdict"),
    [
        (Le(atan(GEOMETRIC), atan(ARITHMETIC)), "undecided"),
        (Le(GEOMETRIC, ARITHMETIC + 1), "undecided"),
        (Le(GEOMETRIC, 5 * ARITHMETIC), "holds"),  # no sign is known where x and y are any numbers
        (Le(GEOMETRIC, Max(GEOMETRIC, ARITHMETIC)), "undecided"),
        (Le(GEOMETRIC, ARITHMETIC + z**2), "holds"),
        (Le(GEOMETRIC + Abs(x - y) / 10, ARITHMETIC + Abs(x - y) / 10 + z**2), "holds"),
    ],
    ids=str,
)
def test_a_reduction_says_more_than_the_special_case(reduction: Any, verdict: str) -> None:
    found = finding_of(means, scope="Two.", reduction=lambda: ForAll((x, y, z), given=NOT_NEGATIVE, then=reduction))
    assert found["verdict"] == verdict, found["reason"] or found["error"]


def squared(same: Any = Eq) -> Any:
    """False as it stands: of 1 and 1, say."""
    return ForAll((x, y), then=same(SQUARE, SQUARES))


@pytest.mark.parametrize(
    ("then", "verdict"),
    [
        (Le(SQUARE, Max(SQUARE, SQUARES)), "hollow"),
        (Ge(SQUARE, 0), "hollow"),
        (Or(Le(SQUARE, SQUARES), Ge(SQUARE, SQUARES)), "hollow"),
        (Le(SQUARE, 2 * SQUARES), "refuted"),
        (Eq(SQUARE, SQUARES + 2 * x * y), "refuted"),
    ],
    ids=str,
)
def test_a_correction_that_is_so_of_any_two_numbers_says_nothing(then: Any, verdict: str) -> None:
    found = finding_of(squared, expect=Refuted("There.", lambda: ForAll((x, y), then=then)))
    assert found["verdict"] == verdict, found["reason"] or found["error"]
    assert ("any numbers in the place of what the claim compares" in found["reason"]) == (verdict == "hollow")


@pytest.mark.parametrize(
    ("given", "then"),
    [(Le(SQUARE, 1), Ge(x**2, 0)), (And(x > 0, Le(SQUARES, 1)), Ge(x**3, 0)), (Ge(SQUARES, 1), Le(x, Max(x, y)))],
    ids=str,
)
def test_a_correction_needs_the_hypotheses_by_which_it_is_about_the_claim(given: Any, then: Any) -> None:
    told = message(squared, expect=Refuted("There.", lambda: ForAll((x, y), given=given, then=then)))
    assert "an expression in common with the claim only among hypotheses that it does not need" in told


@pytest.mark.parametrize(
    ("given", "then"),
    [(Le(SQUARE, 1), Le(x + y, 1)), (Le(SQUARES, 1), Le(x, 1)), (Eq(SQUARE, SQUARES), Eq(x * y, 0)), (x * y <= 0, Le(SQUARE, SQUARES))],
    ids=str,
)
def test_and_one_that_needs_them_is_about_it(given: Any, then: Any) -> None:
    told = finding_of(squared, expect=Refuted("There.", lambda: ForAll((x, y), given=given, then=then)))
    assert told["verdict"] == "refuted", told["reason"] or told["error"]


def doubled(same: Any = Eq) -> Any:
    """False as it stands: of a right angle, say."""
    return ForAll(x, then=same(sympy.sin(2 * x), 2 * sympy.sin(x)))


def test_a_correction_may_bound_the_size_of_what_is_compared() -> None:
    size = Le(Abs(sympy.sin(2 * x)), 2 * Abs(sympy.sin(x)))
    assert finding_of(doubled, expect=Refuted("There.", lambda: ForAll(x, then=size)))["verdict"] == "refuted"
    for beside in (Le(Abs(sympy.cos(x)), 1), Ge(Abs(x), 0)):
        told = message(doubled, expect=Refuted("There.", lambda beside=beside: ForAll(x, then=beside)))
        assert "corrected: got " in told


def test_a_condition_is_on_what_the_statement_speaks_of() -> None:
    def cubic(below: Any = Le) -> Any:
        return ForAll((x, y, z), then=below(x**3 - x, y**2))

    between = And(x**3 - x <= z, z <= y**2)
    told = message(cubic, expect=Conditional(between, weaker=x**3 - x <= z))
    assert "true_if: got a condition on z, of which the statement says nothing, wanted one on what it speaks of" in told
    early = Conditional(And(x >= 0, x <= 1), weaker=And(x >= 0, x <= 2))
    assert finding_of(cubic, expect=early)["verdict"] == "conditional"
