"""Tests that the conditions on moments are met exactly by those of a measure on the interval, which a linear program knows by itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import sympy
from scipy.optimize import linprog
from sympy import And, Gt, Ne, Rational

from probatum import ForAll, dot, functions, inverse, matrices, norm, reals, vectors
from probatum.errors import DefinitionError
from probatum.lowering.matrices.moments import Moments, by_moments, combination, matrix_of, moment, ranges
from probatum.proposition.parts import conjuncts
from tests.each import each

LOW, HIGH = 1, 3
GRID = np.linspace(LOW, HIGH, 201)
x = vectors("x")
A = matrices("A", eigenvalues_in=(LOW, HIGH))


def conditions(last: int) -> list[sympy.Expr]:
    """What moments up to the last meet, as expressions in them that are at least zero."""
    form = by_moments(ForAll((A, x), then=dot(x, A @ x) <= 4 * norm(x) ** 2), 0, last, positive=True)
    assert form is not None
    return [sympy.lambdify(form.variables, part.gts - part.lts, "math") for part in conjuncts(form.given)]


def sequences(last: int, count: int) -> Iterator[list[float]]:
    """Moments of measures on an interval that is the one, or somewhat longer; every third time one of them is another number."""
    draw = random.Random(last)
    for number in range(count):
        beyond = 0.3 if number % 3 == 0 else 0.0
        atoms = [draw.uniform(LOW - beyond, HIGH + beyond) for _ in range(draw.randint(1, 4))]
        weights = [draw.random() for _ in atoms]
        found = [sum(w * atom**power for w, atom in zip(weights, atoms, strict=True)) / sum(weights) for power in range(last + 1)]
        if number % 3 == 1:
            found[draw.randint(1, last)] *= draw.uniform(0.8, 1.2)
        yield found


def distance(moments: list[float]) -> float:
    """How far the moments are from those of a measure on a grid of the interval, added up."""
    powers = np.vander(GRID, len(moments), increasing=True).T
    slack = np.eye(len(moments))
    costs = np.concatenate([np.zeros(len(GRID)), np.ones(2 * len(moments))])
    return float(linprog(costs, A_eq=np.hstack([powers, slack, -slack]), b_eq=moments).fun)


@pytest.mark.parametrize("last", [2, 3])
def test_conditions_hold_exactly_where_a_measure_has_the_moments(last: int) -> None:
    needed = conditions(last)
    seen = [(min(condition(*moments) for condition in needed), distance(moments)) for moments in sequences(last, 120)]
    clear = [(margin > 0, far < 1e-3) for margin, far in seen if abs(margin) > 1e-3 and not 1e-4 < far < 1e-2]
    assert {holds for holds, _ in clear} == {True, False}
    assert all(holds == there_is_one for holds, there_is_one in each(clear))


y = vectors("y")
SPECTRA = {
    "above zero": (Rational(1, 4), Rational(1, 2), (Rational(1, 4), Rational(1, 3), Rational(1, 2))),
    "below zero": (-2, Rational(-1, 2), (-2, -1, Rational(-1, 2))),
    "both": (-1, 2, (-1, Rational(1, 2), 2)),
    "one": (2, 2, (2, 2, 2)),
}


@pytest.mark.parametrize(("low", "high", "eigenvalues"), SPECTRA.values(), ids=SPECTRA.keys())
def test_vectors_meet_what_is_supposed_of_their_moments(low: Any, high: Any, eigenvalues: tuple[Any, ...]) -> None:
    some = matrices("A", eigenvalues_in=(low, high))
    entries = {x: (Rational(1, 3), 0, Rational(-1, 5)), y: (Rational(1, 7), Rational(1, 2), Rational(1, 4))}
    forms = [by_moments(ForAll((some, x, y), then=norm(x - some @ x) <= norm(y) / 7), 0, 2)]
    forms += [by_moments(ForAll((some, x, y), then=dot(x, some @ y) <= norm(x)), 0, 1)]
    if low * high > 0:
        forms += [by_moments(ForAll((some, x), then=norm(inverse(some, x)) <= norm(x)), first, 0) for first in (-2, -4)]
    if low > 0:
        forms += [by_moments(ForAll((some, x), then=dot(x, inverse(some, x)) <= norm(x) ** 2), -1, 1, positive=True)]
    for form in each(forms):
        assert form is not None
        point = {
            moment(one, other, power): sum(a * b * Rational(value) ** power for a, b, value in zip(*shares, eigenvalues, strict=True))
            for one, other in ((x, x), (x, y), (y, y))
            for shares in [(entries[one], entries[other])]
            for power in range(-4, 3)
            if power >= 0 or 0 not in eigenvalues
        }
        assert set(form.variables) <= set(point)
        assert form.given.xreplace(point) == sympy.true
        assert form.then.xreplace(point) in (sympy.true, sympy.false)


z, p = vectors("z"), reals("p")
B = matrices("B", eigenvalues_in=(LOW, HIGH))
PLAIN = norm(x) <= 1
POWERS = {  # of which powers moments are taken: of the conclusion, then of all, and from an even one on, and from 0 on
    ForAll((A, x), then=p > 0): [(0, 0, False), (0, 0, False)],
    ForAll((A, x), then=norm(x - A @ x) <= norm(x)): [(0, 2, False), (0, 2, False)],
    ForAll((A, x, y), then=dot(x, A @ y) > 0): [(1, 1, True), (0, 1, False)],
    ForAll((A, x), then=dot(x, inverse(A, x)) <= norm(x) ** 2): [(-1, 0, True), (-1, 0, True), (-2, 0, False)],
    ForAll((A, x), given=norm(inverse(A, x)) <= 1, then=PLAIN): [(0, 0, False), (-2, 0, False)],
    ForAll((A, x), given=norm(inverse(A, inverse(A, x))) <= 1, then=PLAIN): [(0, 0, False), (-4, 0, False)],
    ForAll((A, x), given=dot(inverse(A, x), inverse(A, inverse(A, x))) <= 1, then=PLAIN): [(0, 0, False), (-3, 0, True), (-4, 0, False)],
    ForAll((A, x), given=And(dot(x, A @ x) <= 1, norm(x) <= 2), then=PLAIN): [(0, 0, False), (0, 1, False)],
    ForAll((A, x), given=norm(A @ (A @ x)) <= 1, then=norm(A @ x) <= 1): [(2, 2, False), (2, 4, False), (0, 4, False)],
}


def test_moments_are_taken_of_the_powers_that_are_spoken_of() -> None:
    for statement, powers in each(POWERS.items()):
        assert [*ranges(statement)] == powers, statement


def test_a_vector_is_a_combination_of_powers_times_vectors() -> None:
    assert combination(x) == {(x, 0): 1}
    assert combination(x - 2 * (A @ (A @ x)) + A @ y) == {(x, 0): 1, (x, 2): -2, (y, 1): 1}
    assert combination(inverse(A, x) / 3 + p * x) == {(x, -1): Rational(1, 3), (x, 0): p}
    assert combination(A @ x + y - A @ x) == {(y, 0): 1}
    assert combination(A @ (x - y) + A @ y) == {(x, 1): 1}


def basis(*parts: Any) -> list[Any]:
    moments = Moments()
    for part in parts:
        moments.seen(part)
    return moments.basis()


def test_of_two_vectors_that_occur_in_their_difference_alone_one_is_taken_for_zero() -> None:
    assert basis(norm(x - y) <= 1) == [x]
    assert basis(norm(A @ (x - y)) <= norm(x - y)) == [x]
    assert basis(norm(A @ (x - y)) <= norm(x)) == [x, y]
    assert basis(norm(x + y) <= 1) == [x, y]
    assert basis(norm(x - A @ y) <= 1) == [x, y]
    assert basis(norm(x - y) <= norm(y - z)) == [x, y, z]
    assert basis(norm(x - y) <= norm(z)) == [x, z]
    assert basis(norm(x - 2 * y) <= 1) == [x, y]


def test_there_is_one_matrix_and_no_function_beside_it() -> None:
    assert matrix_of(ForAll((A, x, p), then=norm(A @ x) <= p)) == A
    assert matrix_of(ForAll((x, p), then=norm(x) <= p)) is None
    f = functions("f", smooth=1)
    assert matrix_of(ForAll((f, x), then=f(x) <= 1)) is None
    for variables in each(((A, B, x), (f, A, x))):
        with pytest.raises(DefinitionError, match=f"got {variables[0]}, {variables[1]} in one statement, wanted one matrix"):
            matrix_of(ForAll(variables, then=norm(A @ x) <= 1))


def test_what_is_supposed_of_other_powers_is_left_out_and_what_is_supposed_of_these_is_not() -> None:
    given = And(norm(inverse(A, x)) <= 1, dot(x, A @ x) <= 2, p > 3)
    form = by_moments(ForAll((A, x, p), given=given, then=norm(x) <= p), 0, 1)
    assert form is not None
    assert form.variables == (p, moment(x, x, 0), moment(x, x, 1))
    parts = conjuncts(form.given)
    assert (p > 3) in parts
    assert (moment(x, x, 1) <= 2) in parts
    assert not sympy.And(*parts).has(sympy.Symbol("⟨x, A^-2 x⟩", real=True))
    assert form.then == (sympy.sqrt(moment(x, x, 0)) <= p)


def test_what_a_length_is_the_root_of_is_at_least_zero_and_an_inverse_is_one() -> None:
    form = by_moments(ForAll((A, x, p), given=p > 0, then=norm(x - p * A @ x) <= 1), 0, 2)
    assert form is not None
    m = [moment(x, x, power) for power in range(3)]
    assert sympy.Ge(m[0] - 2 * p * m[1] + p**2 * m[2], 0) in conjuncts(form.given)
    squared = by_moments(ForAll((A, x, y, p), given=p > 1, then=dot(x, A @ y) ** 2 <= sympy.sqrt(p)), 0, 1)
    assert squared is not None
    assert not {sympy.Ge(moment(x, y, 1), 0), sympy.Ge(p, 0)} & {*conjuncts(squared.given)}, "a square is of any number"
    low, high = reals("low high")
    some = matrices("A", eigenvalues_in=(low, high))
    for first, inside in each(((0, False), (-1, True), (-2, True))):
        form = by_moments(ForAll((some, x, low, high), then=norm(x) <= 1), first, 0)
        assert form is not None
        assert (sympy.Le(low, high) in conjuncts(form.given)) is True
        assert any(part.subs({low: -1, high: 1}) == False for part in conjuncts(form.given)) is inside  # noqa: E712


def test_vectors_that_are_not_zero_have_positive_moments() -> None:
    lasting = (norm(x) > 0, Gt(norm(x), 0).reversed, Ne(norm(x), 0), dot(x, x) > 0)
    others = (norm(x) > 1, dot(x, y) > 0, p > 0, Ne(norm(x), 1), Ne(norm(x), -1, evaluate=False))
    for given, positive in each([*((part, True) for part in lasting), *((part, False) for part in others)]):
        form = by_moments(ForAll((A, x, y, p), given=given, then=dot(x, A @ y) <= 1), 0, 1, positive=True)
        assert form is not None
        parts = conjuncts(form.given)
        assert all(((moment(x, x, power) > 0) in parts) is positive for power in (0, 1)), given
        unknown = by_moments(ForAll((A, x, y, p), given=given, then=dot(x, A @ y) <= 1), 0, 1)
        assert unknown is not None
        assert (moment(x, x, 1) > 0) not in conjuncts(unknown.given)


def test_of_too_many_moments_nothing_is_said() -> None:
    assert by_moments(ForAll((A, x, y), then=dot(x, A @ (A @ y)) <= 1), 0, 2) is not None
    assert by_moments(ForAll((A, x, y, z), then=dot(x + z, A @ (A @ y)) <= 1), 0, 2) is None
    assert by_moments(ForAll((A, x, y), then=dot(x, A @ (A @ y)) <= 1), 0, 4) is None


def test_one_power_alone_is_of_a_length() -> None:
    length = moment(x, x, 0)
    assert length.is_real
    form = by_moments(ForAll((A, x, y), then=norm(x - y) ** 2 <= 1), 0, 0)
    assert form is not None
    assert (length >= 0) in conjuncts(form.given)
    assert form.then == (length <= 1), "of a difference alone"


def test_a_relation_stays_one() -> None:
    form = by_moments(ForAll((A, x, y), then=sympy.Ge(dot(x, y), dot(y, x), evaluate=False)), 0, 0)
    assert form is not None
    assert isinstance(form.then, sympy.Ge)
