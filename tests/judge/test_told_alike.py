"""Tests that a condition which is the statement with remainders, lengths or variables written otherwise repeats it."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import And, Mod, Or, Rational, ceiling, floor, frac

from probatum.authoring.expectation import Conditional
from probatum.judge.substance.circularity import circular
from probatum.judge.substance.told_alike import put_in, told_alike
from probatum.proposition.kinds import Any as Either
from probatum.proposition.kinds import ForAll, Iff
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.cardinality import AtLeast
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.products import dot, norm
from tests.made import finding_of, message

x, y, z = reals("x y z")
n = integers("n")
v, w = vectors("v w")
AGAIN = [
    (Eq(Mod(n, 2), 0), Eq(n, 2 * floor(n / 2))),
    (Eq(Mod(n, 3), 1), Eq(n - 1, 3 * floor(n / 3))),
    (Lt(Mod(x, 1), Rational(1, 2)), Lt(x - floor(x), Rational(1, 2))),
    (Lt(Mod(x, 1), Rational(1, 2)), Lt(2 * frac(x), 1)),
    (Le(ceiling(x), y), Ge(floor(-x), -y)),
    (Le(norm(v + w), norm(v)), Le(norm(-v - w), norm(-v))),
    (Le(norm(v + w), norm(v)), Le(norm(2 * v + 2 * w), 2 * norm(v))),
    (Le(norm(v + w), norm(v)), Le(norm(w - (-v)), norm(-3 * v) / 3)),
    (Le(norm(v + w) ** 2, norm(v) ** 2), Le(dot(v + w, v + w), dot(v, v))),
    (Lt(x, 10), And(Eq(x, y), Lt(y, 10))),
    (Lt(x, 10), And(Eq(y, x), Gt(10, y))),
    (Lt(x * z, x + z), And(Eq(y, z), Lt(x * y, x + y))),
    (Lt(x, 10), And(Eq(x, y + 1), Lt(y, 9))),
    (Either(Lt(x, 10), Gt(x, 20)), Lt(x, 10)),
    (AtLeast(1, Lt(x, 10), Gt(x, 20)), Gt(x, 20)),
    (AtLeast(2, Lt(x, 10), Lt(y, 10)), And(Lt(x, 10), Lt(y, 10))),
    (Or(Lt(x, 10), Gt(x, 20)), And(Gt(x, 20), Lt(x, 30))),
]
ANOTHER = [
    (Eq(Mod(n, 2), 0), Eq(Mod(n, 4), 0)),
    (Eq(Mod(n**2, 2), 0), Eq(Mod(n, 2), 0)),
    (Lt(Mod(x, 1), Rational(1, 2)), Lt(x - floor(x / 2), Rational(1, 2))),
    (Le(norm(v + w), norm(v)), Le(norm(v - w), norm(v))),
    (Le(norm(v + w), norm(v)), Le(2 * dot(v, w), -dot(w, w))),
    (Lt(x, 10), And(Eq(x, y), Lt(y, 9 - x))),
    (Lt(x, 10), And(Eq(x, y), Gt(y, 10))),
    (Le(x * y, x + y), And(Eq(x, y), Lt(y, 2))),
    (Le(x * y, x + y), And(Eq(x, 0), Ge(y, 0))),
    (Eq(x**2, y**2), Eq(x, y)),
    (Iff(Gt(x * y, 0), And(x > 0, y > 0)), And(x > 0, y > 0)),
    (Iff(Gt(x * y, 0), x > 0), y > 0),
]


@pytest.mark.parametrize(("then", "condition"), AGAIN, ids=str)
def test_a_condition_in_other_writing_repeats_the_statement(then: Any, condition: Any) -> None:
    assert circular(condition, ForAll((v, w, x, y, z, n), then=then))


@pytest.mark.parametrize(("then", "condition"), ANOTHER, ids=str)
def test_and_another_one_does_not(then: Any, condition: Any) -> None:
    assert not circular(condition, ForAll((v, w, x, y, z, n), then=then))


def test_the_claim_tells_its_author() -> None:
    def below(most: Any = 10) -> Any:
        return ForAll((x, y), given=Gt(y, -100), then=Lt(x, most))

    hidden = Conditional(And(Eq(x, y), Lt(y, 10)), weaker=Eq(x, y))
    assert "which repeats the statement" in message(below, expect=hidden)

    def even(rest: Any = 0) -> Any:
        return ForAll(n, then=Eq(Mod(n**2 + n, 4), rest))

    rests = Or(Eq(Mod(n, 4), 0), Eq(Mod(n, 4), 3))
    assert finding_of(even, expect=Conditional(rests, sharp=True))["verdict"] == "conditional"


def test_numbers_are_told_in_one_way() -> None:
    values = {x: Rational(-7, 3), y: Rational(5, 2), n: sympy.Integer(-5)}
    for written in (Mod(x, y), Mod(x, -y), frac(x), ceiling(x + y), Mod(n, 3) + ceiling(n / 2), frac(-x) * Mod(y, x)):
        assert told_alike(written).subs(values) == written.subs(values)


def test_an_equation_is_used_up_once() -> None:
    assert list(put_in(Eq(x, y), Lt(x, 1))) == []
    assert list(put_in(And(Ne(x, y), Lt(y, 1)), Lt(x, 1))) == []
    assert list(put_in(And(Eq(x, x + y), Lt(y, 1)), Lt(x, 1))) == []
    assert list(put_in(And(Eq(x, 2), Lt(y, 1)), Lt(x, 1))) == []
    assert (Lt(y, 1), Lt(y, 1)) in list(put_in(And(Eq(x, y), Lt(y, 1)), Lt(x, 1)))
