"""Tests that a statement is of its variables, and an iteration of what its steps change."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.authoring.expectation import Refuted
from probatum.judge.substance.idle import NOT_SPOKEN_OF, STANDS_STILL, idle
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Orbit
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.products import norm
from probatum.proposition.subjects.ultimate import Eventually, ForSmall
from probatum.proposition.written import Written
from tests.made import finding_of

x, y, a = reals("x y a")
n = integers("n")
v = vectors("v")


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (lambda most=3: ForAll(x, given=Gt(x, 0), then=Lt(Written("+", 1, 1), most)), NOT_SPOKEN_OF),
        (lambda most=3: ForAll(x, then=ForAll(y, then=Lt(Written("+", 1, 1), most))), NOT_SPOKEN_OF),
        (lambda value=2: ForAll(x, then=Equal(Written("+", 1, 1), value)), NOT_SPOKEN_OF),
        (lambda least=0: ForAll(x, then=ForAll(a, then=Exists(y, then=Gt(y, least)))), NOT_SPOKEN_OF),
        (lambda most=3: AlmostAll(x, then=Lt(Written("+", 1, 1), most)), NOT_SPOKEN_OF),
        (lambda most=3: Eventually(n, Lt(Written("+", 1, 1), most)), NOT_SPOKEN_OF),
        (lambda most=3: ForSmall(x, Lt(Written("+", 1, 1), most)), NOT_SPOKEN_OF),
        (lambda most=3: All(ForAll(x, then=Ge(x**2, 0)), ForAll(x, then=Lt(Written("+", 1, 1), most))), NOT_SPOKEN_OF),
        (lambda most=2: Orbit(x, 1, x, then=Lt(x, most)), STANDS_STILL),
        (lambda most=2: Orbit(x, 1, Written("+", x, 0), then=Lt(x, most)), STANDS_STILL),
        (lambda most=2: Orbit((x, y), (1, 1), (x, y + 1), then=Lt(x, most)), STANDS_STILL),
        (lambda most=2: ForAll(a, given=Lt(a, 1), then=Orbit(x, a, x, then=Lt(x, most))), STANDS_STILL),
    ],
    ids=[
        "of one variable",
        "of two, one inside of the other",
        "an equation",
        "another variable inside",
        "of almost all",
        "from some on",
        "for small ones",
        "one of two parts",
        "an iteration that does nothing",
        "adds nothing",
        "changes what is not spoken of",
        "for each start",
    ],
)
def test_what_hangs_on_nothing_says_nothing(statement: Any, why: str) -> None:
    finding = finding_of(statement)
    assert (finding["verdict"], finding["reason"]) == ("hollow", f"It says nothing: {why}.")


@pytest.mark.parametrize(
    "statement",
    [
        ForAll((x, y), then=Ge(x**2, 0)),
        ForAll(x, then=ForAll(y, then=Ge(x**2, 0))),
        ForAll(x, then=Exists(y, then=Gt(y, x))),
        ForAll(x, then=All(Ge(x**2, 0), Equal(Written("+", 1, 1), 2))),
        ForAll(x, then=Equal(Written("-", x, x), 0)),
        ForAll((), then=Lt(Written("+", 1, 1), 3)),
        ForAll(v, then=Ge(norm(v), 0)),
        ForAll((v, x), then=Lt(Written("+", 1, 1), 3)),
        Exists(x, given=Eq(x**2, 2), then=Lt(Written("+", 1, 1), 3)),
        Equal(Written("+", 1, 1), 2),
        Orbit(x, 1, x / 2, then=Lt(x, 2)),
        Orbit((x, y), (2, 1), (x, y / x), then=Lt(y, x)),
        Orbit((x, y), (1, 2), (y, x), then=Lt(x, 3)),
        Orbit(x, 1, after(x), given=Le(after(x), x), then=Lt(x, 2)),
        Orbit((x, y), (1, 1), (x, y / 2), then=Le(after(y), x)),
    ],
    ids=str,
)
def test_what_hangs_on_one_of_them_says_something(statement: Any) -> None:
    assert idle(statement) == ""


def test_a_correction_is_of_its_variables_too() -> None:
    def wrong(least: Any = 3) -> Any:
        return ForAll(x, then=Gt(x**2 + sympy.sqrt(2), least))

    def corrected(most: Any = 3) -> Any:
        return ForAll(x, given=Gt(x, 0), then=Lt(sympy.sqrt(2), most))

    finding = finding_of(wrong, expect=Refuted("The root is less.", corrected))
    assert (finding["verdict"], finding["reason"]) == ("hollow", f"False as stated, and saying nothing as corrected: {NOT_SPOKEN_OF}.")
