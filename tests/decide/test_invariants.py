"""Tests of statements on all integers with an invariant: it must hold, and the statement must follow."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Product, Rational, Sum, sqrt

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.proposition.kinds import ForAll, Orbit
from probatum.proposition.relation import Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import integers, reals
from tests.made import finding_of

n, k = integers("n k")
x = reals("x")
SQUARES = Sum(1 / k**2, (k, 1, n))
HALVES = Product((2 * k - 1) / (2 * k), (k, 1, n))
GROWTH = Product(1 + 1 / k**2, (k, 1, n))
BELOW = Lt(n * GROWTH, 4 * n)  # of which the whole product is not seen to be more
FROM_1 = Ge(n, 1)
ROWS: dict[str, tuple[Any, Any]] = {
    "halves": (Le(HALVES, 1 / sqrt(3 * n)), Le(HALVES, 1 / sqrt(3 * n + 1))),
    "growth": (BELOW, Le(GROWTH, 4 - 4 / (n + 1))),
}
FAILING: dict[str, tuple[Any, Any, str]] = {
    "start": (BELOW, Le(GROWTH, 4 - 4 / n), "the invariant fails at its start or at a step"),
    "where": (BELOW, Le(GROWTH, 4 - 4 / n), "is false at n = 1"),
    "step": (BELOW, Le(GROWTH, 3), "is false at n = 5"),
    "not proved": (BELOW, Le(n * GROWTH, Rational(399, 100) * n), "the invariant is not proved by its start and its step"),
    "conclusion": (BELOW, Le(GROWTH, 5 - 5 / (n + 1)), "the conclusion does not follow"),
    "at which values": (BELOW, Le(GROWTH, 5 - 5 / (n + 1)), "where the invariant holds and the statement need not: n = "),
}


@pytest.mark.parametrize(("then", "invariant"), ROWS.values(), ids=ROWS)
def test_what_does_not_close_by_itself_is_proved_by_its_invariant(then: Any, invariant: Any) -> None:
    given = Ge(n, 1)
    assert not decide(ForAll(n, given=given, then=then), thorough=False).is_strong
    found = decide(ForAll(n, given=given, then=then, invariant=invariant), thorough=False)
    assert (found.truth, found.is_strong, found.decisions[-1].decider) == (Truth.TRUE, True, "invariant")


@pytest.mark.parametrize(("then", "invariant", "says"), FAILING.values(), ids=FAILING)
def test_which_part_failed_is_said(then: Any, invariant: Any, says: str) -> None:
    found = decide(ForAll(n, given=FROM_1, then=then, invariant=invariant), thorough=False)
    assert found.truth is Truth.UNDECIDED
    assert says in found.decisions[-1].reason


def test_an_invariant_proves_nothing_false() -> None:
    small = ForAll(n, given=FROM_1, then=Lt(SQUARES, Rational(8, 5)), invariant=Le(SQUARES, 2 - 1 / n))
    assert decide(small, thorough=False).truth is Truth.FALSE
    stronger = ForAll(n, given=FROM_1, then=Lt(SQUARES, Rational(164, 100)), invariant=Le(SQUARES, Rational(164, 100) - 1 / n))
    assert decide(stronger, thorough=False).truth is Truth.FALSE


def test_a_claim_with_an_invariant_has_its_controls() -> None:
    def bounded(most: Any = 2) -> Any:
        return ForAll(n, given=FROM_1, then=Lt(SQUARES, most), invariant=Le(SQUARES, 2 - 1 / n))

    found = finding_of(bounded)
    assert (found["verdict"], found["strength"]) in (("holds", "enclosed"), ("holds", "proved"))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: ForAll(x, then=Gt(x, 0), invariant=Gt(x, 1)), "ForAll: invariant=: got no integer among the variables"),
        (lambda: ForAll(n, then=Gt(n, 0), invariant=Gt(x, 1)), "ForAll: invariant=: got the variable x, wanted those of the statement"),
        (lambda: ForAll(n, then=Gt(n, 0), invariant=3), "ForAll: invariant=: got int '3', wanted a relation"),
    ],
    ids=["no integer", "another variable", "no relation"],
)
def test_malformed_invariants_say_what_was_wanted(make: Any, says: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        make()
    assert says in str(caught.value)


def test_an_iteration_keeps_its_own_invariant() -> None:
    below = Orbit(x, Rational(1, 2), x**2, then=Lt(x, 1), invariant=sympy.And(Gt(x, 0), Lt(x, 1)))
    assert decide(below).truth is Truth.TRUE
