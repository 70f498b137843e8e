"""Tests of what is about or close to a number, and of where a value is smallest or largest."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, Max, Rational, binomial, exp, pi, sqrt

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, ExactnessError, UndefinedError
from probatum.proposition.kinds import ForAll
from probatum.proposition.phrases.nearness import about, close_to, largest, smallest
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.relation import Ge, Gt, Lt
from probatum.proposition.subjects.cardinality import AtLeast
from probatum.proposition.subjects.coercion import integers, reals
from tests.each import each
from tests.made import finding_of, message

x, a, p, q = reals("x a p q")
n = integers("n")
WORST = Max(Abs(1 - a * p), Abs(1 - a * q))
APART = sympy.And(Lt(0, p), Lt(p, q))
ROWS: dict[str, tuple[Any, bool]] = {
    "the best rate": (ForAll((p, q), given=APART, then=smallest(WORST, a, at=2 / (p + q))), True),
    "not the best rate": (ForAll((p, q), given=APART, then=smallest(WORST, a, at=1 / q)), False),
    "one place": (smallest((x - 3) ** 2 + 1, x, at=3), True),
    "two places": (smallest((x - 3) ** 2 * (x - 1) ** 2, x, at=3), False),
    "perhaps elsewhere": (smallest((x - 3) ** 2 * (x - 1) ** 2, x, at=3, only=False), True),
    "a transcendental value": (largest(x * exp(-x), x, at=1, given=Ge(x, 0)), True),
    "of what is supposed": (ForAll(a, given=Gt(a, 0), then=largest(2 * a * x - x**2, x, at=a, given=Gt(x, 0))), True),
    "not admitted": (ForAll(a, given=Ge(a, 0), then=largest(2 * a * x - x**2, x, at=a, given=Gt(x, 0))), False),
    "another place": (largest(x * exp(-x), x, at=2, given=Ge(x, 0)), False),
    "at an end": (smallest(x**2, x, at=1, given=Ge(x, 1)), True),
    "outside of what is given": (smallest(x + 1 / x, x, at=-1, given=Gt(x, 0)), False),
    "not even at a place": (largest(sympy.log(x) - x, x, at=0, given=Gt(x, 0)), False),
    "at a place that need not be one": (ForAll(a, given=Ge(a, 0), then=largest(a * sympy.log(x) - x, x, at=a, given=Gt(x, 0))), False),
    "nowhere": (smallest(x**2, x, at=sympy.zoo, given=Gt(x, 0)), False),
    "nowhere, for any value": (ForAll(a, then=largest(-(x**2), x, at=a / sympy.Integer(0), given=Ge(x, a), only=False)), False),
    "about": (ForAll((), then=about(sqrt(2), "1.4", within="0.02")), True),
    "not so near": (ForAll((), then=about(sqrt(2), "1.4", within="0.01")), False),
    "a negative number": (ForAll((), then=about(-sqrt(2), "-1.4", within="0.02")), True),
    "close": (ForAll((), then=close_to(pi, 3, within="0.15")), True),
    "not so close": (ForAll((), then=close_to(pi, 3, within="0.14")), False),
    "of all large numbers": (ForAll(n, given=Ge(n, 10), then=about(binomial(n, 2), n**2 / 2, within="0.1")), True),
    "of smaller ones": (ForAll(n, given=Ge(n, 9), then=about(binomial(n, 2), n**2 / 2, within="0.1")), False),
}


@pytest.mark.parametrize(("statement", "holds"), ROWS.values(), ids=ROWS)
def test_it_is_decided(statement: Any, holds: bool) -> None:
    found = decide(statement, thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE if holds else Truth.FALSE, True)


def test_what_is_near_itself_must_have_a_value() -> None:
    near = (close_to(sympy.log(x), sympy.log(x), within="0.1"), about(x + 1 / x, x + 1 / x, within="0.1"))
    for statement in each(near):
        with pytest.raises(UndefinedError, match="x = 0"):
            decide(ForAll(x, then=statement))
    assert decide(ForAll(x, given=x > 0, then=near[0])).truth is Truth.TRUE


def test_it_reads_as_what_it_says() -> None:
    assert words_of(smallest(x**2 + x, x, at=-Rational(1, 2))) == "for all real x with x ≠ -1/2: x² + x > -1/4"


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: about(pi, 3, within="-0.1"), DefinitionError, "about: got within=-1/10, wanted a tolerance"),
        (lambda: about(pi, 3.0, within="0.1"), ExactnessError, "about: got the float 3.0"),
        (lambda: smallest(x**2, x, at=x), DefinitionError, "smallest: got x**2 over x at x, wanted a value that depends on"),
        (lambda: largest(a, x, at=1), DefinitionError, "largest: got a over x at 1"),
        (lambda: largest(a, (x, a), at=1), DefinitionError, "largest: got the variables (x, a), wanted one"),
    ],
    ids=["a negative tolerance", "a float", "a place that moves", "no dependence", "two variables"],
)
def test_malformed_ones_say_what_was_wanted(make: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)


# Facts that are no numbers of a scale


SIZES = (3, 1, 4, 1, 5)


def fifth(place: int = 4) -> Any:
    """The largest size stands at a place."""
    return ForAll(x, given=Ge(x, 0), then=Ge(SIZES[place] + x**2, max(SIZES)))


def converges(does: bool = True, *, factor: Any = "0.5") -> Any:
    """Whether a factor shrinks everything."""
    relation = Lt if does else Ge
    return ForAll(x, given=Gt(x, 0), then=relation(factor * x, x))


def most(number: int = 2) -> Any:
    """Of three bounds at least two hold above 2."""
    return ForAll(x, given=Gt(x, 2), then=AtLeast(number, Gt(x, 1), Gt(x, "1.5"), Gt(x, 3)))


def test_an_index_gets_its_neighbours_as_controls() -> None:
    found = finding_of(fifth)
    assert found["verdict"] == "holds"
    assert [(control["name"], control["use"], control["turned"]) for control in found["controls"]] == [("place down", "index", True)]
    (wrong,) = [finding_of(lambda place=3: fifth(place))]
    assert wrong["verdict"] == "refuted"


def test_a_truth_value_gets_its_opposite_as_a_control() -> None:
    found = finding_of(converges)
    assert found["verdict"] == "holds"
    assert [(control["name"], control["change"], control["turned"]) for control in found["controls"]] == [
        ("does denied", "does = no (stated: yes)", True)
    ]
    assert finding_of(lambda does=False: converges(does, factor=Rational(1, 2)))["verdict"] == "refuted"


def test_a_truth_value_that_is_not_used_is_said() -> None:
    assert "got the result does, which the statement does not use" in message(lambda does=True: ForAll(x, then=Ge(x**2, 0)))


def test_what_counts_is_tightened_by_one() -> None:
    found = finding_of(most)
    assert found["verdict"] == "holds"
    assert [(control["name"], control["change"], control["slack"]) for control in found["controls"]] == [
        ("number tightened", "number = 3 (stated: 2)", "one")
    ]
