"""Tests of roots of parameters as parameters of their own: which are put in the place of what, and which stay."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import And, sqrt

from probatum import ForAll, functions, norm, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.rewriting.roots import without_roots
from probatum.proposition.subjects.domains import General

v = vectors("v")
a, p, L = reals("a p L")
f = functions("f", convex=True, smooth=L)


def root(radicand: Any) -> Any:
    return sympy.Symbol(f"√({radicand})", nonnegative=True)


def of(number: Any, given: Any = sympy.true) -> Any:
    return ForAll((a, p, v), given=given, then=number * norm(v) >= norm(v))


MEANT: dict[str, tuple[Any, Any]] = {
    "a root": (of(sqrt(a)), {a: root(a) ** 2}),
    "one over a root": (of(1 / sqrt(a)), {a: root(a) ** 2}),
    "a power of a root": (of(a ** sympy.Rational(3, 2)), {a: root(a) ** 2}),
    "among hypotheses": (of(a, sqrt(a) < 1), {a: root(a) ** 2}),
    "of a difference": (of(sqrt(1 - a)), {a: 1 - root(1 - a) ** 2}),
    "of a quotient": (of(sqrt(a / p), And(p > 0, a > 0)), {a: p * root(a / p) ** 2}),
    "of a product": (of(sqrt(a * p), And(a > 0, p > 0)), {p: root(a * p) ** 2 / a}),
    "of a product, above what is positive": (of(sqrt(a * p), And(p > 1, a > p)), {p: root(a * p) ** 2 / a}),
    "one after the other": (of(sqrt(a) + sqrt(p), And(a > 0, p > 0)), {a: root(a) ** 2, p: root(p) ** 2}),
    "behind a condition that is met": (of(sympy.Piecewise((sqrt(a), a >= 0), (a, True)), a > 0), {a: root(a) ** 2}),
    "beside another one behind a condition": (of(sympy.Piecewise((sqrt(a), a >= 0), (a, True)) + sqrt(p), p > 0), {p: root(p) ** 2}),
    "of what one of two solves": (of(sqrt(a + p**2)), {a: root(a + p**2) ** 2 - p**2}),
}
NONE: dict[str, Any] = {
    "a cube root": of(sympy.cbrt(a), a > 0),
    "a power": of(a**2),
    "behind a condition": of(sympy.Piecewise((sqrt(a), a >= 0), (a, True))),
    "of a number of either sign": of(sqrt(a**2 - 2 * a * p + p**2)),
    "of what no number is known to be positive": of(sqrt(a * p), a * p > 0),
    "of a product that may be zero": of(sqrt(a * p), And(a >= 0, p >= 0)),
    "of what is not solved by quotients": of(sqrt(sympy.exp(a)), a > 0),
    "of a number and a length": of(sqrt(a + norm(v)), a > 0),
    "of a length": of(sqrt(norm(v)), a > 0),
}


@pytest.mark.parametrize("name", MEANT)
def test_a_root_takes_the_place_of_what_it_determines(name: str) -> None:
    statement, wanted = MEANT[name]
    lowered, meant = without_roots(statement)
    assert {key: sympy.expand(value) for key, value in meant.items()} == {key: sympy.expand(value) for key, value in wanted.items()}
    numbers = {variable for variable in lowered.variables if not isinstance(variable, General)}
    assert numbers == ({a, p} - {*wanted}) | {each for value in wanted.values() for each in value.free_symbols}
    left = {part.base for part in And(lowered.given, lowered.then).atoms(sympy.Pow) if part.exp.is_Rational and part.exp.q == 2}
    assert left <= {a} - {*wanted}


@pytest.mark.parametrize("name", NONE)
def test_other_roots_stay(name: str) -> None:
    assert without_roots(NONE[name]) == (NONE[name], {})


def test_constants_of_a_class_are_written_by_the_root() -> None:
    stated = ForAll((f, v, L), then=norm(v) * sqrt(L) >= norm(v))
    lowered, _ = without_roots(stated)
    assert dict(lowered.variables[0].properties)["smooth"] == root(L) ** 2


@pytest.mark.parametrize(
    ("then", "truth"),
    [
        (sqrt(a**2 - 2 * a * p + p**2) * norm(v) >= (p - a) * norm(v), Truth.TRUE),
        (sqrt(a**2 - 2 * a * p + p**2) * norm(v) <= (p - a) * norm(v), Truth.FALSE),
        (sqrt(a**2 - 2 * a * p + p**2) * norm(v) <= (a - p) * norm(v), Truth.FALSE),
    ],
)
def test_both_ways_to_solve_for_a_parameter_count(then: Any, truth: Truth) -> None:
    assert decide(ForAll((a, p, v), then=then), thorough=False).truth is truth
