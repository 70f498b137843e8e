"""Tests of equations between vectors and their images under a matrix: implicit steps, ridge solutions, normal equations."""

from __future__ import annotations

import pytest
import sympy

from probatum import matrices, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

a, c, mu, L = reals("a c mu L")
b, w, x, y, z = vectors("b w x y z")
A = matrices("A", eigenvalues_in=(mu, L))
NAMES = {"a": a, "c": c, "mu": mu, "L": L, "b": b, "w": w, "x": x, "y": y, "z": z, "A": A}
VALUE, LEAST = "dot(w, A @ w)/2 - dot(b, w)", "dot(y, A @ y)/2 - dot(b, y)"


def implicit(given: str, then: str, *, positive: str = "mu > 0, mu < L, a > 0") -> str:
    """A statement about what an equation of a matrix and vectors determines."""
    return f"ForAll((A, b, w, x, y, z, a, c, mu, L), given=And({positive}, {given}), then={then})"


TRUE = [
    implicit("Eq(A @ z + a*z, x)", "norm(z) <= norm(x)/(a + mu)"),
    implicit("Eq(A @ z + a*z, x)", "norm(z) >= norm(x)/(a + L)"),
    implicit("Eq(x, A @ z + a*z)", "norm(z) <= norm(x)/(a + mu)"),
    implicit("Eq(z + a*(A @ z), x)", "norm(z) <= norm(x)/(1 + a*mu)"),
    implicit("Eq(A @ z + a*z, a*x)", "dot(z, x) >= norm(z)**2"),
    implicit("Eq(A @ z + a*z, x)", "norm(z) <= norm(x)/a", positive="mu >= 0, a > 0"),
    implicit("Eq(A @ z + a*z, x)", "a*norm(z) <= norm(x)", positive="mu >= 0, a >= 0"),
    implicit("Eq(A @ z + a*z, x), Eq(A @ w + a*w, y)", "norm(z - w) <= norm(x - y)/a", positive="mu >= 0, a > 0"),
    implicit("Eq(z + a/2*(A @ z), x - a/2*(A @ x))", "norm(z) <= norm(x)"),
    implicit("Eq(A @ y, b)", f"{VALUE} >= {LEAST}"),
    implicit("Eq(A @ z, x)", "Eq(z, inverse(A, x))"),
    implicit("Eq(A @ z, A @ x)", "Eq(z, x)"),
    implicit("Eq(A @ (A @ x), A @ y + z)", "Eq(A @ x, y + inverse(A, z))"),
    implicit("Eq(A @ z + a*z, x)", "norm(z) <= norm(x)/(a + mu)", positive="mu > 0, Eq(mu, L), a > 0"),
]
FALSE = [
    implicit("Eq(A @ z + a*z, x)", "norm(z) <= norm(x)/(a + L)"),
    implicit("Eq(z + a*(A @ z), x)", "norm(z) <= norm(x)/(1 + 2*a*mu)"),
    implicit("Eq(A @ z + a*z, a*x)", "dot(z, x) > norm(z)**2"),
    implicit("Eq(A @ z + a*z, x)", "norm(z) <= norm(x)/a", positive="a > 0"),
    implicit("Eq(A @ z + a*z, x), Eq(A @ w + a*w, y)", "norm(z - w) <= norm(x - y)/(2*a)", positive="mu >= 0, a > 0"),
    implicit("Eq(z + a/2*(A @ z), x - a/2*(A @ x))", "norm(z) <= norm(x)/2"),
    implicit("Eq(z + a/2*(A @ z), x - a/2*(A @ x))", "norm(z) <= norm(x)", positive="a > 0"),
    implicit("Eq(A @ y, b)", f"{VALUE} > {LEAST}"),
    implicit("Eq(A @ y, b)", f"{VALUE} >= {LEAST}", positive="a > 0"),
    implicit("Eq(A @ z, A @ x)", "Eq(z, x)", positive="mu <= L"),
    implicit("Eq(A @ (A @ x), A @ y + z)", "Eq(A @ x, y + z)"),
]


@pytest.mark.parametrize("source", TRUE)
def test_what_an_equation_determines_is_bounded(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_the_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_it_is_undefined_where_the_step_may_be_zero() -> None:
    assert truth_of(implicit("Eq(A @ z + a*z, x)", "norm(z) <= norm(x)/a", positive="mu >= 0, a >= 0"), **NAMES) is None


def test_a_counterexample_meets_the_equation() -> None:
    shown = decide(
        authored(implicit("Eq(z + a/2*(A @ z), x - a/2*(A @ x))", "norm(z) <= norm(x)/2"), **NAMES), thorough=False
    ).counterexample
    assert shown is not None
    at = {name: sympy.sympify(value) for name, value in shown.values}
    assert at["z"] * (1 + at["a"] * at["A"] / 2) == at["x"] * (1 - at["a"] * at["A"] / 2)
    assert abs(at["z"]) > abs(at["x"]) / 2


def test_that_a_polynomial_of_a_matrix_has_an_inverse_is_named() -> None:
    decisions = decide(authored(implicit("Eq(z + a/2*(A @ z), x - a/2*(A @ x))", "norm(z) <= norm(x)"), **NAMES), thorough=False).decisions
    assert "no root among the eigenvalues" in decisions[0].reason
