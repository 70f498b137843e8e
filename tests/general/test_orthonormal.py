"""Tests of several vectors whose inner products are supposed: Bessel's inequality, Pythagoras, lengths that are zero."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from sympy import And, Eq, Matrix, Rational, simplify, zeros

from probatum import ForAll, dot, functions, gradient, norm, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.vectors.gram import lower

a, b, c, r = reals("a b c r")
x, y, z, v, w = vectors("x y z v w")
f = functions("f", convex=True)
SAME = Eq(norm(x - y), 0)


def apart(*points: Any) -> Any:
    """That they are at right angles to one another."""
    return And(*(Eq(dot(p, q), 0) for place, p in enumerate(points) for q in points[:place]))


def orthonormal(*points: Any) -> Any:
    """The same, of length one."""
    return And(apart(*points), *(Eq(norm(p), 1) for p in points))


def squares(*points: Any) -> Any:
    """Of the inner products with w."""
    return sum(dot(w, p) ** 2 for p in points)


SIMPLEX = And(
    *(Eq(norm(p), 1) for p in (x, y, z, w)), *(Eq(dot(p, q), Rational(-1, 3)) for p, q in ((x, y), (x, z), (x, w), (y, z), (y, w), (z, w)))
)
TRUE = {
    "Bessel, three": ForAll((x, y, z, w), given=orthonormal(x, y, z), then=squares(x, y, z) <= norm(w) ** 2),
    "Bessel, four": ForAll((x, y, z, v, w), given=orthonormal(x, y, z, v), then=squares(x, y, z, v) <= norm(w) ** 2),
    "Bessel, of any length": ForAll(
        (x, y, z, w, r),
        given=And(apart(x, y, z), *(Eq(norm(p), r) for p in (x, y, z)), r > 0),
        then=squares(x, y, z) <= r**2 * norm(w) ** 2,
    ),
    "Parseval": ForAll(
        (x, y, z, w, a, b, c),
        given=And(orthonormal(x, y, z), Eq(w, a * x + b * y + c * z)),
        then=Eq(norm(w) ** 2, squares(x, y, z)),
    ),
    "Pythagoras, four": ForAll(
        (x, y, z, w), given=apart(x, y, z, w), then=Eq(norm(x + y + z + w) ** 2, norm(x) ** 2 + norm(y) ** 2 + norm(z) ** 2 + norm(w) ** 2)
    ),
    "parallelogram": ForAll((x, y), then=Eq(norm(x + y) ** 2 + norm(x - y) ** 2, 2 * norm(x) ** 2 + 2 * norm(y) ** 2)),
    "a simplex adds up to nothing": ForAll((x, y, z, w), given=SIMPLEX, then=norm(x + y + z + w) <= 0),
    "equal vectors": ForAll((x, y), given=SAME, then=Eq(x, y)),
    "equal vectors beside others": ForAll((x, y, v, w), given=And(SAME, Eq(norm(v - w), 0)), then=Eq(dot(x, v), dot(y, w))),
    "gradients at equal vectors": ForAll((f, x, y), given=SAME, then=Eq(gradient(f, x), gradient(f, y))),
}
FALSE = {
    "Bessel, half": ForAll((x, y, z, w), given=orthonormal(x, y, z), then=squares(x, y, z) <= norm(w) ** 2 / 2),
    "Bessel as Parseval": ForAll((x, y, z, w), given=orthonormal(x, y, z), then=Eq(squares(x, y, z), norm(w) ** 2)),
    "Bessel, not of length one": ForAll((x, y, z, w), given=apart(x, y, z), then=squares(x, y, z) <= norm(w) ** 2),
    "Pythagoras, one angle free": ForAll(
        (x, y, z), given=And(Eq(dot(x, y), 0), Eq(dot(y, z), 0)), then=Eq(norm(x + y + z) ** 2, norm(x) ** 2 + norm(y) ** 2 + norm(z) ** 2)
    ),
    "half a parallelogram": ForAll((x, y), then=Eq(norm(x + y) ** 2 + norm(x - y) ** 2, norm(x) ** 2 + 2 * norm(y) ** 2)),
    "a face of a simplex": ForAll((x, y, z, w), given=SIMPLEX, then=norm(x + y + z) < 1),
    "others": ForAll((x, y, z), given=SAME, then=Eq(norm(x), norm(z))),
    "multiples": ForAll((x, y, r), given=Eq(norm(r * x - y), 0), then=norm(x) <= norm(y)),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_proved(name: str) -> None:
    assert decide(TRUE[name], thorough=False).truth is Truth.TRUE


@pytest.mark.parametrize("name", FALSE)
def test_the_false_one_is_refuted(name: str) -> None:
    decided = decide(FALSE[name], thorough=False)
    assert (decided.truth, bool(decided.counterexample)) == (Truth.FALSE, True)


def test_products_that_no_vectors_have_are_told() -> None:
    assert decide(ForAll((x, y, z), given=And(orthonormal(x, y), Eq(norm(x - y), 1)), then=norm(x) <= 3)).truth is Truth.VACUOUS


def test_what_hypotheses_say_of_products_is_put_in_their_place() -> None:
    known = lower(ForAll((x, y, z, w), given=SIMPLEX, then=norm(x + y + z + w) <= 0)).known
    assert sorted(known.values(), key=str) == 6 * [Rational(-1, 3)]
    squared = lower(ForAll((x, y, r), given=And(Eq(dot(x, x), r**2), Eq(dot(x, y) + 2 * dot(y, y), r)), then=norm(y) <= 1)).known
    assert list(squared.values()) == [r**2]


def test_vectors_with_given_products_are_shown_in_as_few_coordinates_as_there_can_be() -> None:
    shown = decide(FALSE["a face of a simplex"], thorough=False).counterexample
    assert shown is not None
    points = [Matrix(value) for _, value in shown.values]
    assert [point.rows for point in points] == 4 * [3]
    assert {simplify(one.dot(other)) for one, other in combinations(points, 2)} == {Rational(-1, 3)}
    assert simplify(sum(points[:3], zeros(3, 1)).norm()) == 1


def test_vectors_on_a_line_are_shown_on_it() -> None:
    equal = And(Eq(norm(x), 1), Eq(norm(y), 1), Eq(dot(x, y), 1))
    decided = decide(ForAll((x, y), given=equal, then=norm(x - y) > 0), thorough=False)
    assert decided.truth is Truth.FALSE
    assert decided.counterexample is not None
    assert [value for _, value in decided.counterexample.values] == [1, 1]
    assert "false in dimension 1 and above" in decided.decisions[0].reason


@pytest.mark.parametrize("then", [r**2 > 0, norm(x) > 0, dot(x, y) ** 2 + norm(x) ** 2 > 0], ids=str)
def test_where_all_are_zero_they_are_shown_in_one_dimension(then: Any) -> None:
    """Only r = 0 breaks it, and then there is no other vector."""
    products = And(Eq(norm(x) ** 2, r**2), Eq(norm(y) ** 2, r**4), Eq(dot(x, y), r**3 / 2))
    decided = decide(ForAll((x, y, r), given=products, then=then), thorough=False)
    assert decided.truth is Truth.FALSE
    assert decided.counterexample is not None
    shown = dict(decided.counterexample.values)
    assert set(shown.values()) == {0}
    assert "false in dimension 1 and above" in decided.decisions[0].reason
