"""Tests that the conditions on moments are met exactly by those of a measure on the interval, which a linear program knows by itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import sympy
from scipy.optimize import linprog
from sympy import Rational

from probatum import ForAll, dot, inverse, matrices, norm, vectors
from probatum.lowering.matrices.moments import by_moments, moment
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
    return [sympy.lambdify(form.variables, part.lhs, "math") for part in conjuncts(form.given)]


def sequences(last: int, count: int) -> Iterator[list[float]]:
    """Moments of measures on an interval that is the one, or somewhat longer."""
    draw = random.Random(last)
    for number in range(count):
        beyond = 0.0 if number % 2 else 0.3
        atoms = [draw.uniform(LOW - beyond, HIGH + beyond) for _ in range(draw.randint(1, 4))]
        weights = [draw.random() for _ in atoms]
        yield [sum(w * atom**power for w, atom in zip(weights, atoms, strict=True)) / sum(weights) for power in range(last + 1)]


def distance(moments: list[float]) -> float:
    """How far the moments are from those of a measure on a grid of the interval, added up."""
    powers = np.vander(GRID, len(moments), increasing=True).T
    slack = np.eye(len(moments))
    costs = np.concatenate([np.zeros(len(GRID)), np.ones(2 * len(moments))])
    return float(linprog(costs, A_eq=np.hstack([powers, slack, -slack]), b_eq=moments).fun)


@pytest.mark.parametrize("last", [2, 3])
def test_conditions_hold_exactly_where_a_measure_has_the_moments(last: int) -> None:
    needed = conditions(last)
    seen = [(min(condition(*moments) for condition in needed), distance(moments)) for moments in sequences(last, 80)]
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
