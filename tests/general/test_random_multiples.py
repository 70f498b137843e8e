"""Tests of random numbers times vectors: what is sparsified, what a random step leaves, mean lengths."""

from __future__ import annotations

from functools import partial

import pytest
from sympy import And, Eq, Integer, Tuple

from probatum import E, ForAll, dot, integers, norm, random, reals, vectors
from probatum.counterexample import Counterexample
from probatum.decide.deciding import decide
from probatum.decide.in_general.beside_vectors import beside_vectors
from probatum.decision import DECISIVE, Decided, Decision, Outcome, Truth
from probatum.errors import DefinitionError
from tests.authored import authored, truth_of
from tests.each import each

x, y, z = vectors("x y z")
r, s, t = reals("r s t")
n = integers("n")
X, S, B = random("X"), random("S", mean=0, variance=1), random("B", bernoulli=r)
U, V = random("U V", independent=True)
W = random("W", of=n, mean=0, variance=s**2)
NAMES = {"x": x, "y": y, "z": z, "r": r, "s": s, "t": t, "n": n, "X": X, "S": S, "B": B, "U": U, "V": V, "W": W}

TRUE = [
    "ForAll((X, x), then=Eq(E(norm(X*x)**2), E(X**2)*norm(x)**2))",
    "ForAll((B, x, r), given=r > 0, then=Eq(E(norm(B/r*x - x)**2), (1 - r)/r*norm(x)**2))",
    "ForAll((B, x, r), given=r > 0, then=Eq(E(dot(B/r*x, x)), norm(x)**2))",
    "ForAll((S, x, y), then=Eq(E(norm(x + S*y)**2), norm(x)**2 + norm(y)**2))",
    "ForAll((X, x, y), then=Eq(E(norm(x + X*y)**2), norm(x + E(X)*y)**2 + Var(X)*norm(y)**2))",
    "ForAll((U, V, x, y), then=Eq(E(dot(U*x, V*y)), E(U)*E(V)*dot(x, y)))",
    "ForAll((W, x, n, s), then=Eq(E(norm(average(W)*x)**2), s**2/n*norm(x)**2))",
    "ForAll((X, x), then=E(norm(X*x)) <= sqrt(E(X**2))*norm(x))",
    "ForAll((X, x, y), then=E(norm(x + X*y)) >= norm(x + E(X)*y))",
    "ForAll((X, x, y), then=E(norm(x + X*y)) <= sqrt(E(norm(x + X*y)**2)))",
    "ForAll((X, x, y), then=Var(norm(x + X*y)) <= Var(X)*norm(y)**2)",
    "ForAll((B, x, y, r), then=Eq(E(norm(B*x + (1 - B)*y)), r*norm(x) + (1 - r)*norm(y)))",
    "ForAll((X, x, t), given=t > 0, then=P(norm(X*x) >= t) <= E(X**2)*norm(x)**2/t**2)",
    "ForAll((X, x, y), given=And(X >= 0, X <= 1), then=E(norm(X*x + (1 - X)*y)**2) <= E(X)*norm(x)**2 + (1 - E(X))*norm(y)**2)",
    "ForAll((X, x, y), given=Eq(x, y), then=Eq(E(norm(X*x)**2), E(X**2)*norm(y)**2))",
    "ForAll((X, x, y), given=Eq(Var(X), 0), then=Eq(E(norm(x + X*y)), norm(x + E(X)*y)))",
]
FALSE = [
    "ForAll((X, x), then=Eq(E(norm(X*x)**2), E(X)**2*norm(x)**2))",
    "ForAll((B, x, r), given=r > 0, then=Eq(E(norm(B/r*x - x)**2), (1 - r)*norm(x)**2))",
    "ForAll((S, x, y), then=E(norm(x + S*y)**2) > norm(x)**2)",
    "ForAll((X, x, y), then=E(norm(x + X*y)**2) >= norm(x)**2)",
    "ForAll((U, V, x, y), then=Eq(E(norm(U*x + V*y)**2), E(U**2)*norm(x)**2 + E(V**2)*norm(y)**2))",
    "ForAll((W, x, n, s), then=Eq(E(norm(average(W)*x)**2), s**2/n**2*norm(x)**2))",
    "ForAll((X, x, y), then=E(norm(x + X*y)) <= norm(x + E(X)*y))",
    "ForAll((B, x, y, r), then=Eq(E(norm(B*x + (1 - B)*y)), norm(r*x + (1 - r)*y)))",
    "ForAll((X, x, y), given=And(X >= 0, X <= 2), then=E(norm(X*x + (1 - X)*y)**2) <= E(X)*norm(x)**2 + (1 - E(X))*norm(y)**2)",
]
UNDEFINED = [
    "ForAll((B, x, r), then=Eq(E(norm(B/r*x - x)**2), (1 - r)/r*norm(x)**2))",
    "ForAll((X, x, y), then=E(dot(X*x, y))/norm(x) <= Abs(E(X))*norm(y))",
    "ForAll((X, x, y), given=norm(x) > 0, then=E(norm(x/norm(x) + X/norm(y)*y)**2) >= 0)",
]


@pytest.mark.parametrize("source", TRUE)
def test_means_beside_vectors_are_true(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_their_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_divides_by_a_length_that_may_be_zero_is_undefined(source: str) -> None:
    assert truth_of(source, **NAMES) is None


def found(source: str) -> Decided:
    """What is found of a statement."""
    return decide(authored(source, **NAMES), thorough=False)


def test_a_counterexample_shows_vectors_and_a_distribution() -> None:
    shown = found("ForAll((X, x, y), then=E(norm(x + X*y)**2) >= norm(x)**2)").counterexample
    assert shown is not None
    names = [name for name, _ in shown.values]
    assert names[:2] == ["x", "y"]
    assert all("E[" in name or "P(" in name for name in each(names[2:]))


def told_of(answer: tuple[Decision, ...], statement: ForAll) -> tuple[Decision, ...]:
    """The same of every statement about coordinates."""
    assert x not in statement.variables
    return answer


def test_vectors_are_shown_in_as_many_coordinates_as_are_used() -> None:
    products = And(Eq(norm(x), 1), Eq(norm(y), 2))
    statement = ForAll((X, x, y), given=products, then=Eq(E(X**2) * dot(x, y) ** 2, 4 * E(X**2)))
    for numbers, dimension, wanted in each(
        [
            ({"x 1": 1, "y 1": 0, "y 2": -2}, "in dimension 2 and above", {"x": Tuple(1, 0), "y": Tuple(0, -2)}),
            ({"x 1": 1, "y 1": 0, "y 2": 2}, "in dimension 2 and above", {"x": Tuple(1, 0), "y": Tuple(0, 2)}),
            ({"x 1": -1, "y 1": 1, "y 2": 0}, "from dimension 1 on", {"x": -1, "y": 1}),
            ({"x 1": 0, "y 1": 0, "y 2": 0, "t": 5}, "from dimension 1 on", {"x": 0, "y": 0, "t": 5}),
        ]
    ):
        values = tuple((name, Integer(value)) for name, value in numbers.items())
        refuted = Decision("smt", Outcome.REFUTED, "put back exactly", counterexample=Counterexample(values))
        (told,) = beside_vectors(statement, partial(told_of, (refuted,)))
        assert told.counterexample is not None
        assert dict(told.counterexample.values) == wanted
        assert told.reason.startswith(f"false {dimension}: ")


def test_where_they_are_at_right_angles_two_are_needed() -> None:
    decided = found("ForAll((X, x, y), given=And(Eq(norm(x), 1), Eq(norm(y), 2), Eq(dot(x, y), 0)), then=Eq(E(X**2), 0))")
    assert decided.counterexample is not None
    shown = dict(decided.counterexample.values)
    (first, none), (along, across) = shown["x"], shown["y"]
    assert (abs(first), none, along, abs(across)) == (1, 0, 0, 2)


def test_a_proof_is_for_every_dimension() -> None:
    decisions = found("ForAll((X, x), then=Eq(E(norm(X*x)**2), E(X**2)*norm(x)**2))").decisions
    (reason, *_) = [each.reason for each in decisions if each.outcome in DECISIVE]
    assert reason.startswith("in every dimension")
    assert "triangular" in reason


@pytest.mark.parametrize("given", ["norm(x) < 0", "And(X >= 1, X <= 0)", "Eq(norm(x) + norm(y) + 1, 0)"])
def test_a_case_that_there_is_not_makes_nothing_true(given: str) -> None:
    assert truth_of(f"ForAll((X, x, y), given={given}, then=E(norm(X*x)**2) <= 5)", **NAMES) is not Truth.TRUE


@pytest.mark.parametrize("then", ["E(X*x) >= 0", "E(norm(X)) >= 0", "Eq(E(X*x), E(X)*x)"])
def test_a_mean_of_vectors_is_none_of_numbers(then: str) -> None:
    with pytest.raises(DefinitionError):
        truth_of(f"ForAll((X, x), then={then})", **NAMES)
