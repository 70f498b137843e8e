"""Tests of an author's multipliers: right ones prove, wrong ones are told what they leave over and where that is negative."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product
from random import Random
from typing import Any

import pytest
import sympy
from sympy import And, Rational

from probatum import (
    E,
    Eq,
    ForAll,
    dot,
    functions,
    gradient,
    matrices,
    minimizer,
    norm,
    operators,
    random,
    reals,
    resolvent,
    vectors,
    zero_of,
)
from probatum.certificates.matrix import is_positive_semidefinite
from probatum.decide.deciding import decide
from probatum.decide.in_general.multipliers import _negative
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.each import each

a, b = reals("a b")
x, y = vectors("x y")
f = functions("f", convex=True, smooth=1)
best, end = minimizer(f), x - a * gradient(f, x)
A = operators("A", monotone=True)
zero = zero_of(A)
first = resolvent(A, 1, x)
second = resolvent(A, 1, first)
third = resolvent(A, 1, second)
X = random("X")
g = functions("g", convex=True, lipschitz=2)
ACUTE, RIGHT_ANGLE = dot(x, y) >= 0, Eq(dot(x, y), 0)
LONGER = norm(x) ** 2 <= norm(x + y) ** 2
M = matrices("M", eigenvalues_in=(1, 2))


def descent(factor: Any, more: dict[Any, Any] | None = None) -> ForAll:
    """The first step of descent, by three conditions with one factor."""
    added = {"claim": 4 * a + 2, (f, best, x): factor, (f, best, end): factor, (f, x, end): factor}
    claim = f(end) - f(best) <= norm(x - best) ** 2 / (4 * a + 2)
    return ForAll((f, x, a), given=And(a > 0, a <= 1), then=claim, certificate=added | (more or {}))


def resolvents(last: Any) -> ForAll:
    """Three proximal points, by five conditions."""
    added = {(A, zero, first): 1, (A, zero, second): 6, (A, zero, third): Rational(27, 2), (A, first, third): 9, (A, second, third): last}
    return ForAll((A, x), then=27 * norm(third - second) ** 2 <= 4 * norm(x - zero) ** 2, certificate=added)


RIGHT = [
    descent((2 * a + 1) / 2),
    resolvents(18),
    ForAll((x, y), given=ACUTE, then=LONGER, certificate={ACUTE: 2}),
    ForAll((x, y, a), given=And(ACUTE, a > 0), then=norm(x) ** 2 <= norm(x + y) ** 2 + a, certificate={ACUTE: 2, f"{'cl'}aim": 1}),
    ForAll((x, y), given=RIGHT_ANGLE, then=norm(x) ** 2 <= norm(x - y) ** 2, certificate={RIGHT_ANGLE: -2}),
    ForAll((g, x), then=norm(gradient(g, x)) ** 2 <= 4, certificate={(g, x): 1}),
]
OTHER_KIND = "certificate=: got multipliers for a statement of another kind"
WHAT = "what to multiply, wanted 'claim', (f, x, y) for the condition of f at x above its tangent at y, or a hypothesis"
WRONG = [
    (descent((2 * a + 1) / 3), "certificate=: -2·(2·a + 1)/3 times f(-a·∇f(x) + x) is left over, wanted no value of a function"),
    (descent((2 * a + 1) / 2, {"claim": 4 * a + 3}), "certificate=: "),
    (resolvents(17), "certificate=: left over is (25/2)·|A("),
    (resolvents(-18), "certificate=: the multiplier of [A: J[1·A](J[1·A](x)) and J[1·A](J[1·A](J[1·A](x)))] is -18, wanted at least zero"),
    (
        descent(1, {(f, y, x): 1}),
        "certificate=: got a multiplier for [f: y and x], wanted one for 'claim', or for one of these: f: x⋆",
    ),
    (descent(1, {"clam": 1}), "certificate=: got 'clam' as what to multiply, wanted 'claim', (f, x, y) for the condition of f at x above"),
    (ForAll(X, then=E(X) ** 2 <= E(X**2), certificate={"claim": 1}), OTHER_KIND),
    (
        ForAll((M, x), then=norm(x) <= norm(M @ x), certificate={"claim": 1}),
        OTHER_KIND,
    ),
    (ForAll((a, b), then=2 * a * b <= a**2 + b**2, certificate={"claim": 1}), OTHER_KIND),
    (
        ForAll((x, y), given=ACUTE, then=LONGER, certificate={(f, x, y, x): 2}),
        f"certificate=: got (f, x, y, x) as {WHAT}",
    ),
    (ForAll((x, y), given=ACUTE, then=LONGER, certificate={(f,): 2}), f"certificate=: got (f,) as {WHAT}"),
    (ForAll((x, y), given=ACUTE, then=LONGER, certificate={(): 2}), f"certificate=: got () as {WHAT}"),
    (
        ForAll((x, y), given=ACUTE, then=LONGER, certificate={"claim": -Rational(1, 2), ACUTE: 2}),
        "certificate=: the multiplier of [claim] is -1/2, wanted at least zero",
    ),
    (
        ForAll((g, x), then=norm(gradient(g, x)) ** 2 <= 4, certificate={(g, y): 1}),
        "certificate=: got a multiplier for [g: y], wanted one for 'claim', or for one of these: g: x",
    ),
    (
        ForAll((x, y, a), given=And(ACUTE, a > 0), then=norm(x) ** 2 <= norm(x + y) ** 2 + a - 1, certificate={ACUTE: 2}),
        "certificate=: the constant -1/2 is left over at a = 1/2, wanted at least zero",
    ),
    (
        ForAll((x, y, a), given=And(ACUTE, a > 0), then=norm(x) ** 2 <= norm(x + y) ** 2 - a * norm(x - y) ** 2, certificate={ACUTE: 2}),
        "certificate=: left over is (-a)·|x|² + (2·a)·⟨x, y⟩ + (1 - a)·|y|², which is negative at a = 1: -1 for x = 1, y = 0",
    ),
    (
        ForAll((x, y, a), given=And(ACUTE, a > 0), then=norm(x) ** 2 <= norm(x + y) ** 2 - a * norm(x) ** 2, certificate={ACUTE: 2}),
        "certificate=: left over is (-a)·|x|² + (1)·|y|², which is negative at a = 1",
    ),
]


@pytest.mark.parametrize("statement", RIGHT, ids=range(len(RIGHT)))
def test_right_multipliers_prove(statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert decided.truth is Truth.TRUE
    assert all(decision.engine == "exact certificate" for decision in each(decided.decisions))
    assert all(check["kind"] == "certificate" for decision in each(decided.decisions) for check in each(decision.checks))


@pytest.mark.parametrize(("statement", "words"), WRONG, ids=range(len(WRONG)))
def test_wrong_ones_are_told_what_they_leave_over(statement: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        decide(statement)
    assert str(caught.value).startswith(words)


def test_where_it_is_negative_is_said() -> None:
    with pytest.raises(DefinitionError, match=r"which is negative: -60/71 for .*, wanted a sum of squares"):
        decide(resolvents(17))


def symmetric(diagonal: tuple[Any, ...], beside: tuple[Any, ...]) -> sympy.Matrix:
    """A matrix with this diagonal, and the other entries row by row."""
    size, entries = len(diagonal), iter(beside)
    made = sympy.diag(*diagonal)
    for i, j in combinations(range(size), 2):
        made[i, j] = made[j, i] = next(entries)
    return made


def small_matrices() -> Iterator[sympy.Matrix]:
    """All of two and three rows with small entries, and some of four."""
    for diagonal in product((-1, 0, 1, 2), repeat=2):
        yield from (symmetric(diagonal, (entry,)) for entry in (-2, -1, 0, 1, 2))
    for diagonal in product((0, 1), repeat=3):
        yield from (symmetric(diagonal, beside) for beside in product((-1, 0, 1), repeat=3))
    for share in (Rational(1, 10), -Rational(1, 10)):
        yield symmetric((0, 3), (share,))
    draw = Random(0)
    for _ in range(60):
        beside = tuple(draw.choice((-1, 0, 0, 1)) for _ in range(6))
        yield symmetric(tuple(draw.choice((0, 1, 3)) for _ in range(4)), beside)


def test_a_vector_is_found_exactly_where_the_form_is_negative() -> None:
    """Whether it is somewhere negative is known by its decomposition into squares."""
    found = []
    for matrix in each(small_matrices()):
        vector = _negative(matrix)
        rows = [[Fraction(int(entry.p), int(entry.q)) for entry in row] for row in matrix.tolist()]
        assert (vector is None) is is_positive_semidefinite(rows), matrix
        found.append(vector is None)
        if vector is not None:
            assert (vector.T * matrix * vector)[0] < 0, matrix
    assert len(set(found)) == 2
    assert _negative(sympy.Matrix([[-sympy.sqrt(2)]])) is None


@pytest.mark.parametrize("value", [3, {}, [1]])
def test_multipliers_are_a_dictionary(value: Any) -> None:
    with pytest.raises(DefinitionError, match=r"ForAll: certificate=: got .*, wanted a dictionary of multipliers"):
        ForAll((x, y), then=norm(x + y) <= norm(x) + norm(y), certificate=value)


PROPER = norm(y) ** 2 <= norm(x) ** 2
NOT_ABOVE_ZERO = "nor a multiplier to be at least zero (of 'claim', above it), for all parameters"


def of_claim(factor: Any, then: Any, share: Any, *given: Any) -> ForAll:
    """A statement about two numbers beside two vectors, its claim times a factor."""
    return ForAll((x, y, a, b), given=And(PROPER, *given), then=then, certificate={"claim": factor, PROPER: share})


def test_a_claim_is_multiplied_by_what_is_above_zero() -> None:
    """Of numbers that are 1, ab - 3a - 3b + 5 is zero: times it everything is at least zero, also what is false."""
    factor, share, points = 2 * (a * b - 3 * a - 3 * b + 5), (5 - a) * (b - 1), (Eq(a, 1), Eq(b, 1))
    larger, beside = norm(x) ** 2 <= 0, norm(y) ** 2 <= norm(x) ** 2 + a**2 + b**2
    assert decide(ForAll((x, y, a, b), given=And(PROPER, *points), then=larger), thorough=False).truth is Truth.FALSE
    unsound = [of_claim(factor, larger, share, *points), of_claim(factor, larger, share, (a - 1) ** 2 + (b - 1) ** 2 <= 0)]
    for statement in each([*unsound, of_claim(a**2, beside, a**2), of_claim(a**2, beside, a**2, a >= 0)]):
        with pytest.raises(DefinitionError) as caught:
            decide(statement)
        assert NOT_ABOVE_ZERO in str(caught.value)
    for statement in each([of_claim(a**2 + 1, beside, a**2 + 1), of_claim(a**2, beside, a**2, a > 0)]):
        assert decide(statement, thorough=False).truth is Truth.TRUE
