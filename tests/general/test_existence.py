"""Tests that there are vectors, functions, matrices and distributions, or none; and of roots of numbers in statements for all."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Eq, Min, sqrt

from probatum import E, Exists, ForAll, Var, dot, functions, gradient, matrices, minimizer, norm, random, vectors
from probatum.decide.deciding import decide
from probatum.decision import Decision, Outcome, Truth
from tests.each import each

x, y, z = vectors("x y z")
f, h = functions("f", smooth=1), functions("h", convex=True)
steep = functions("g", convex=True, lipschitz=1)
A = matrices("A", eigenvalues_in=(1, 3))
X, (U, V) = random("X"), random("U V", independent=False)
UNIT = And(Eq(norm(x), 1), Eq(norm(y), 1), Eq(norm(z), 1))
THERE_ARE = {
    "orthogonal vectors": Exists((x, y), given=And(norm(x) > 0, norm(y) > 0), then=Eq(dot(x, y), 0)),
    "an equilateral triangle": Exists((x, y), given=Eq(norm(x), 1), then=And(Eq(norm(y), 1), Eq(norm(x - y), 1))),
    "three obtuse angles": Exists((x, y, z), given=UNIT, then=And(dot(x, y) < 0, dot(x, z) < 0, dot(y, z) < 0)),
    "a smooth function that is not convex": Exists((f, x, y), then=f((x + y) / 2) > (f(x) + f(y)) / 2),
    "a matrix with a larger form": Exists((A, x), given=norm(x) > 0, then=dot(x, A @ x) > 2 * norm(x) ** 2),
    "variables that vary together": Exists((U, V), then=Var(U + V) > Var(U) + Var(V)),
}
THERE_ARE_NONE = {
    "beyond the norms": Exists((x, y), then=dot(x, y) > norm(x) * norm(y)),
    "a longer sum": Exists((x, y), then=norm(x + y) > norm(x) + norm(y)),
    "three angles above 120 degrees": Exists((x, y, z), given=UNIT, then=And(2 * dot(x, y) < -1, 2 * dot(x, z) < -1, 2 * dot(y, z) < -1)),
    "a convex function above its chord": Exists((h, x, y), then=h((x + y) / 2) > (h(x) + h(y)) / 2),
    "a form above the largest": Exists((A, x), given=norm(x) > 0, then=dot(x, A @ x) > 3 * norm(x) ** 2),
    "a negative variance": Exists(X, then=E(X) ** 2 > E(X**2)),
}


@pytest.mark.parametrize("name", THERE_ARE)
def test_there_are_some(name: str) -> None:
    decided = decide(THERE_ARE[name], thorough=False)
    assert decided.truth is Truth.TRUE
    proofs = [each_ for each_ in decided.decisions if each_.outcome is Outcome.PROVED]
    assert all("the witness satisfies the statement" in proof.reason and _has_values(proof) for proof in each(proofs))


def _has_values(proof: Decision) -> bool:
    return proof.counterexample is not None and bool(proof.counterexample.values)


@pytest.mark.parametrize("name", THERE_ARE_NONE)
def test_there_are_none(name: str) -> None:
    decided = decide(THERE_ARE_NONE[name], thorough=False)
    assert decided.truth is Truth.FALSE
    assert all(decision.outcome is Outcome.REFUTED for decision in each(decided.decisions) if decision.outcome is not Outcome.UNDECIDED)


def test_that_none_was_found_among_some_is_no_witness() -> None:
    decided = decide(THERE_ARE_NONE["a negative variance"], thorough=False)
    assert Outcome.SUPPORTED not in {decision.outcome for decision in each(decided.decisions)}


def subgradient_step(share: Any) -> ForAll:
    """Two points of a subgradient method with the step 1/sqrt(2), from within distance one."""
    best = minimizer(steep)
    end = x - gradient(steep, x) / sqrt(2)
    smaller = Min(steep(x) - steep(best), steep(end) - steep(best))
    return ForAll((steep, x), given=norm(x - best) <= 1, then=smaller <= 1 / sqrt(share))


def test_a_step_that_is_a_root_is_decided() -> None:
    assert decide(subgradient_step(2), thorough=False).truth is Truth.TRUE


def test_the_false_one_is_refuted_by_rational_numbers_that_leave_room() -> None:
    decided = decide(subgradient_step(3), thorough=False)
    assert decided.truth is Truth.FALSE
    assert decided.counterexample is not None
    assert decided.counterexample.shows.endswith("so it fails.")
