"""Tests of the other versions of a statement: under a condition, outside of it, and its negation."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.judge.variants import conditioned, negated, outside
from probatum.proposition.kinds import All, Equal, Exists, ForAll, Multiset, Orbit, Rounded, for_all
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import reals

x, y, a = reals("x y a")
SQUARES = ForAll(x, given=Gt(x, 0), then=Gt(x**2, x))


def test_a_condition_joins_the_hypotheses() -> None:
    made = conditioned(SQUARES, Gt(x, 1))
    assert (made.variables, made.given, made.then) == ((x,), sympy.And(Gt(x, 0), Gt(x, 1)), SQUARES.then)


def test_outside_of_the_condition_the_inside_is_false() -> None:
    made = outside(SQUARES, Gt(x, 1))
    assert (made.given, made.then) == (sympy.And(Gt(x, 0), Le(x, 1)), Le(x**2, x))
    assert decide(made).truth is Truth.TRUE
    assert decide(outside(SQUARES, Gt(x, 2))).truth is Truth.FALSE


@pytest.mark.parametrize("make", [conditioned, outside])
def test_a_condition_is_about_the_parameters(make: Any) -> None:
    with pytest.raises(DefinitionError, match=r"^condition: got the variable a, wanted parameters only: x$"):
        make(SQUARES, Gt(a, x))
    with pytest.raises(
        DefinitionError,
        match=r"^condition: got a Exists, wanted a ForAll whose variables the condition restricts, or an experiment with free choices$",
    ):
        make(Exists(x, then=Gt(x, 0)), Gt(x, 1))


def closed(condition: Any) -> Any:
    """A condition, which may have been evaluated, as a statement without variables: as `outside` has it inside."""
    return for_all((), sympy.true, condition)


NEGATED = [
    (ForAll(y, given=Gt(y, 0), then=Lt(y, 5)), Truth.FALSE),
    (ForAll(y, given=Gt(y, 0), then=Gt(y, -1)), Truth.TRUE),
    (Exists(y, given=Gt(y, 0), then=Lt(y, 5)), Truth.TRUE),
    (Exists(y, given=Gt(y, 0), then=Lt(y, -5)), Truth.FALSE),
    (ForAll(y, then=Exists(a, then=Gt(a, y))), Truth.TRUE),
    (Exists(y, then=Eq(1 / y, 0)), Truth.FALSE),
    (Exists(y, then=Eq(1 / y, 2)), Truth.TRUE),
    (Exists(y, given=Le(y, 0), then=Gt(sympy.sqrt(y), 0)), Truth.FALSE),
    (Exists(y, given=Le(y, 0), then=Equal(sympy.sqrt(y), 0)), Truth.TRUE),
    (Exists(y, then=Equal(1 / y, 0)), Truth.FALSE),
    (Exists(y, then=All(Equal(1 / y, y), Lt(y, 0))), Truth.TRUE),
    (Exists(y, then=All(Equal(1 / y, y), Gt(y, 1))), Truth.FALSE),
    (Exists(y, then=ForAll(a, given=Gt(a, 0), then=Gt(a / y, 0))), Truth.TRUE),
    (Equal(1, 2), Truth.FALSE),
    (Equal(sympy.Matrix([[1, 2]]), sympy.Matrix([[1, 3]])), Truth.FALSE),
    (All(Equal(1, 1), Equal(1, 2)), Truth.FALSE),
    (Orbit(x, 1, x / 2, then=Gt(x, sympy.Rational(1, 3))), Truth.FALSE),
    (Lt(1, 2), Truth.TRUE),
]


@pytest.mark.parametrize(("statement", "truth"), NEGATED, ids=[str(case[0]) for case in NEGATED])
def test_a_negation_is_true_only_where_the_statement_is_false(statement: Any, truth: Truth) -> None:
    opposite = decide(closed(negated(statement))).truth
    assert opposite is (Truth.TRUE if truth is Truth.FALSE else Truth.FALSE)
    assert decide(closed(statement)).truth is truth


def test_an_orbit_that_breaks_late_is_not_negated_by_its_first_steps() -> None:
    """Its negation is stronger than that it is false: undecided is the worst that follows."""
    breaks_late = Orbit(x, 1, x / 2, then=Gt(x, sympy.Rational(1, 1000)))
    assert decide(closed(negated(breaks_late))).truth is Truth.FALSE
    assert decide(breaks_late).truth is Truth.FALSE


@pytest.mark.parametrize(
    "statement", [Rounded(x, Printed("1.0")), Equal(Multiset((x,)), (1,)), Equal((x, 1), (1, x))], ids=["Rounded", "Multiset", "Tuple"]
)
def test_what_cannot_be_negated_says_so(statement: Any) -> None:
    with pytest.raises(
        DefinitionError, match=r"^exactly_if: got a \w+ inside, whose opposite cannot be stated, wanted @true_if with a condition too weak$"
    ):
        negated(statement)


def test_sharpness_of_nested_statements() -> None:
    """There is y above a with y^2 = a exactly for a in (0, 1)... and for a = 0 there is none above."""
    statement = ForAll(a, given=Ge(a, 0), then=Exists(y, given=Gt(y, a), then=Eq(y**2, a)))
    inside = sympy.And(Gt(a, 0), Lt(a, 1))
    assert decide(conditioned(statement, inside)).truth is Truth.TRUE
    assert decide(outside(statement, inside)).truth is Truth.TRUE
