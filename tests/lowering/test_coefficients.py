"""Tests of numbers built from vectors, sums and integrals that get a name: what the name is said to be, and where."""

from __future__ import annotations

import sympy
from sympy import And, Eq, Implies, Integral, Ne, Sum

from probatum import ForAll, dot, integers, norm, reals, vectors
from probatum.lowering.vectors.coefficients import with_named_coefficients, with_named_constructs

v, w, r = vectors("v w r")
a, x = reals("a x")
k = integers("k")
SERIES = Sum(a**k, (k, 0, sympy.oo))
AREA = Integral(1 / x, (x, a, 1))


def test_each_number_before_a_vector_has_a_name_of_its_own() -> None:
    one, other = dot(v, w) / dot(w, w), norm(r)
    named = with_named_coefficients(ForAll((v, w, r), then=norm(v - one * w + other * r - 2 * one * v) <= norm(v)))
    first, second = named.variables[3:]
    assert (first.is_real, second.is_real) == (True, True)
    assert {first.name, second.name} == {"coefficient 1", "coefficient 2"}
    share, length = (first, second) if named.given.has(Eq(first, one, evaluate=False)) else (second, first)
    assert named.given == And(Eq(share, one, evaluate=False), Eq(length, other, evaluate=False))
    assert named.then == (norm(v - share * w + length * r - 2 * share * v) <= norm(v))


def test_what_need_not_have_a_value_is_named_where_it_has_one() -> None:
    one = dot(v, w) / dot(w, w)
    named = with_named_coefficients(ForAll((v, w), then=Implies(norm(w) > 0, norm(v - one * w) <= norm(v))))
    assert named.given == Implies(Ne(dot(w, w), 0), Eq(named.variables[-1], one, evaluate=False))


def test_one_inside_of_another_is_named_first_and_meant_in_both() -> None:
    inner = dot(v, w) / dot(w, w)
    outer = 1 / norm(v - inner * w)
    named = with_named_coefficients(
        ForAll((v, w, r), given=Ne(norm(w), 0), then=Implies(norm(v - inner * w) > 0, norm(outer * r) >= norm(r)))
    )
    first, second = named.variables[3:]
    where = And(Ne(norm(v - inner * w), 0), Ne(dot(w, w), 0))
    assert Eq(first, inner, evaluate=False) in named.given.atoms(sympy.Equality)
    meant = next(part for part in named.given.args if isinstance(part, Implies) and part.args[1].lhs == second)
    assert meant.args[1].rhs == 1 / norm(v - first * w)
    assert meant.args[0] == where


def test_what_has_no_such_number_stays() -> None:
    for stated in (ForAll((v, a), then=norm(a * v) <= norm(v)), ForAll((v, w), then=norm(v) * dot(v, w) <= 1)):
        assert with_named_coefficients(stated) == stated


def test_series_and_integrals_are_named_where_they_may_have_no_value() -> None:
    stated = ForAll((a, v), given=SERIES > 2, then=SERIES * norm(v) + AREA >= norm(v) * Integral(x, (x, 0, a)))
    named = with_named_constructs(stated)
    first, second = named.variables[2:]
    assert (first.name, second.name) == ("coefficient of 1", "coefficient of 2")
    assert (first.is_real, second.is_real) == (True, True)
    assert {first, second} <= named.then.free_symbols
    assert not named.then.has(Sum)
    assert [str(integral.args[0]).strip() for integral in named.then.atoms(Integral)] == ["x"]
    assert sorted(type(equal.rhs).__name__ for equal in named.given.atoms(Eq)) == ["Integral", "Sum"]
    assert with_named_constructs(named) == named


def test_what_stands_inside_of_another_or_has_no_parameter_is_not_named() -> None:
    both = Sum(a**k * AREA, (k, 0, sympy.oo))
    named = with_named_constructs(ForAll((a, v), then=both * norm(v) >= norm(v) * Integral(1 / x, (x, 1, 2))))
    assert len(named.variables) == 3
    assert len(named.then.atoms(Integral)) == 1
    assert not named.then.has(Sum)
    assert [type(equal.rhs) for equal in named.given.atoms(Eq)] == [Sum]
