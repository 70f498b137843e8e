"""Tests of values put in where relations and what may have no value stay as they are."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.proposition.kinds import All, Equal, ForAll
from probatum.proposition.parts import is_scalar, leaves, put, put_standing
from probatum.proposition.relation import Gt, Lt
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.coercion import reals
from probatum.proposition.truth import truth_at
from probatum.proposition.unknown import taking_unknown
from probatum.proposition.written import Written, evaluated
from tests.each import each

s, t, x, y, z = reals("s t x y z")
LOGARITHM = sympy.Integral(1 / s, (s, y, 1))
QUOTIENT = Written("/", x, y)
BRANCHES = sympy.Piecewise((QUOTIENT, Gt(z, 1)), (sympy.Integer(0), sympy.true))


def test_relations_stay_as_they_are_built() -> None:
    stands = put_standing(Lt(x, y), {x: sympy.Integer(1), y: sympy.Integer(2)})
    assert (stands.func, stands.args) == (sympy.StrictLessThan, (1, 2))
    both = put_standing(sympy.And(Lt(x, y), Gt(z, 0)), {x: sympy.Integer(1), y: sympy.Integer(2), z: sympy.Integer(3)})
    assert {part.args for part in both.args} == {(1, 2), (3, 0)}
    assert put_standing(sympy.Tuple(x + y, x), {x: sympy.Integer(1)}) == sympy.Tuple(1 + y, 1)
    assert put_standing(x + y, {x: sympy.Integer(1), y: sympy.Integer(2)}) == 3


@pytest.mark.parametrize("part", [LOGARITHM, QUOTIENT, BRANCHES], ids=["an integral", "what is written", "branches"])
def test_what_is_multiplied_by_nothing_keeps_where_it_has_a_value(part: Any) -> None:
    """At z = 2 the branches are the quotient, at z = 0 they are zero."""
    for factor in each([t, t * (1 + x), sympy.sin(t)]):
        gone = put_standing(factor * part, {t: sympy.Integer(0), x: sympy.Integer(3), z: sympy.Integer(2)})
        assert evaluated(gone).subs(y, 2) in (0, sympy.Mul(0, evaluated(part).subs(y, 2)))
        assert gone.has(sympy.Integral, Written)
        assert truth_at(taking_unknown(defined(gone), sympy.false), {y: sympy.Integer(0)}) is not True
        assert gone.free_symbols == {y}
    assert put_standing(t * part + 1, {t: sympy.Integer(1)}).has(*part.atoms(sympy.Integral, Written))


def test_values_reach_inside_of_what_stands() -> None:
    point = {x: sympy.Integer(3), y: sympy.Integer(5)}
    assert put_standing(2 * QUOTIENT, point) == 2 * Written("/", sympy.Integer(3), sympy.Integer(5))
    assert put_standing(LOGARITHM * x, point) == 3 * sympy.Integral(1 / s, (s, 5, 1))
    inner = put_standing(sympy.Integral(t * QUOTIENT, (t, 0, x)), point)
    assert inner == sympy.Integral(t * Written("/", sympy.Integer(3), sympy.Integer(5)), (t, 0, 3))
    assert put_standing(BRANCHES, {z: sympy.Integer(2)}) == QUOTIENT
    assert put_standing(BRANCHES, {z: sympy.Integer(0)}) == 0
    assert put_standing(x * QUOTIENT, {QUOTIENT: sympy.Integer(7)}) == 7 * x


def test_conditions_take_values_wherever_they_stand() -> None:
    point = {x: sympy.Integer(2)}
    assert put(sympy.Not(Lt(x, 1)), point) == sympy.true
    assert put(sympy.Not(Gt(x, 1)), point) == sympy.false
    assert put(sympy.And(Gt(x, 1), Lt(y, x)), point) == Lt(y, 2)
    assert put(sympy.Or(Gt(y, x), Lt(x, 1)), point) == Gt(y, 2)
    assert put(x + y, point) == 2 + y
    no_number = {x: sympy.I, y: sympy.Integer(-1)}  # a part that compares it with a number has no value, and need not have one
    assert put(sympy.And(Gt(x, 1), Gt(y, 0)), no_number) == sympy.false
    assert put(sympy.Or(Gt(x, 1), Lt(y, 0)), no_number) == sympy.true
    assert put(sympy.Not(sympy.And(Gt(x, 1), Gt(y, 0))), no_number) == sympy.true
    for undecided in each([sympy.And(Gt(x, 1), Lt(y, 0)), sympy.Or(Gt(x, 1), Gt(y, 0)), Gt(x, 1)]):
        with pytest.raises(TypeError, match="Invalid comparison"):
            put(undecided, no_number)


def test_the_leaves_of_a_statement_are_its_expressions() -> None:
    stated = ForAll((x, y), given=Gt(x, 0), then=All(Equal(x, y), ForAll(z, then=Gt(z, y))))
    found = set(leaves(stated))
    assert found == {Gt(x, 0), x, y, sympy.true, Gt(z, y)}
    assert list(leaves((x, (y, z)))) == [x, y, z]


def test_a_scalar_is_an_expression_that_is_no_matrix() -> None:
    cases = {x: True, x + 1: True, sympy.Integer(2): True, Lt(x, y): False, sympy.ImmutableMatrix([x]): False, "x": False}
    assert {value: is_scalar(value) for value in cases} == cases


def test_a_derivative_stands_as_a_whole() -> None:
    slope = sympy.Derivative(QUOTIENT, x)
    assert put_standing(t * slope, {t: sympy.Integer(0)}).has(Written), "it may not exist, which 0 would take away"
