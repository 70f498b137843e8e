"""Tests of symmetric matrices of every size: what holds for all spectra in an interval, and what a small diagonal matrix breaks."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import And, Eq, Ne

from probatum import Exists, ForAll, dot, functions, inverse, matrices, norm, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.lowering.matrices.moments import MOMENTS
from probatum.lowering.matrices.one_vector import EACH_EIGENVALUE
from probatum.proposition.reading.sentences import sentence_of

x, y, e, start, best = vectors("x y e start best")
mu, L = reals("mu L")
A = matrices("A", eigenvalues_in=(mu, L))
SPECTRUM = And(mu > 0, mu < L)


def by_another(factor: int, between: Any = x - y) -> ForAll:
    """Of Cauchy and Schwarz, for vectors of which two occur in their difference alone."""
    return ForAll(
        (A, x, y, e, mu, L),
        given=mu >= 0,
        then=factor * dot(e, A @ between) ** 2 <= dot(e, A @ e) * dot(x - y, A @ (x - y)),
    )


def quotient(given: Any, factor: int = 1) -> ForAll:
    """The same, divided by what is not zero where x is not."""
    return ForAll((A, x, y, mu, L), given=And(SPECTRUM, given), then=factor * dot(y, A @ x) ** 2 / dot(x, A @ x) <= dot(y, A @ y))


def line_search(power: int) -> ForAll:
    """Kantorovich 1948; Luenberger, Ye, chapter 8."""
    left = dot(e, A @ e) - dot(A @ e, A @ e) ** 2 / dot(A @ e, A @ (A @ e))
    bound = ((L - mu) / (L + mu)) ** power * dot(e, A @ e)
    return ForAll((A, e, L, mu), given=And(SPECTRUM, norm(e) > 0), then=left <= bound)


def chebyshev_step(power: int) -> ForAll:
    """Polyak 1987."""
    end = start - 2 / (L + mu) * (A @ (start - best))
    bound = ((L - mu) / (L + mu)) ** power * norm(start - best)
    return ForAll((A, start, best, L, mu), given=SPECTRUM, then=norm(end - best) <= bound)


TRUE = {
    "line search": line_search(2),
    "Chebyshev step": chebyshev_step(1),
    "Kantorovich": ForAll(
        (A, x, mu, L), given=mu > 0, then=4 * mu * L * dot(x, A @ x) * dot(x, inverse(A, x)) <= (mu + L) ** 2 * norm(x) ** 4
    ),
    "Rayleigh": ForAll((A, x, mu, L), then=dot(x, A @ x) <= L * norm(x) ** 2),
    "Cauchy-Schwarz": ForAll((A, x, y, mu, L), given=mu >= 0, then=dot(x, A @ y) ** 2 <= dot(x, A @ x) * dot(y, A @ y)),
    "differences": by_another(1),
    "length of differences": ForAll((A, x, y, e, mu, L), then=dot(e, A @ (x - y)) ** 2 <= norm(e) ** 2 * norm(A @ (x - y)) ** 2),
    "quotient": quotient(Ne(norm(x), 0)),
    "quotient, other way": quotient(dot(x, x) > 0),
    "inverse": ForAll((A, x, mu, L), given=SPECTRUM, then=norm(inverse(A, x)) <= norm(x) / mu),
}
FALSE = {
    "line search, cube": (2, line_search(3)),
    "Chebyshev step, square": (1, chebyshev_step(2)),
    "Kantorovich without factor": (2, ForAll((A, x, mu, L), given=mu > 0, then=dot(x, A @ x) * dot(x, inverse(A, x)) <= norm(x) ** 4)),
    "Rayleigh, lower end": (1, ForAll((A, x, mu, L), then=dot(x, A @ x) <= mu * norm(x) ** 2)),
    "differences": (1, by_another(2)),
    "no differences": (1, by_another(1, x + y)),
    "quotient": (1, quotient(norm(x) > 0, 2)),
    "length": (1, ForAll((A, x, mu, L), then=norm(A @ x) <= L * norm(x))),  # eigenvalues below zero
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE.keys())
def test_it_is_proved_for_every_size(statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert decided.truth is Truth.TRUE
    assert decided.decisions[0].reason.startswith("for matrices of every size: ")
    assert any(theorem.name in decided.decisions[0].reason for theorem in (MOMENTS, EACH_EIGENVALUE))


@pytest.mark.parametrize(("size", "statement"), FALSE.values(), ids=FALSE.keys())
def test_a_small_diagonal_matrix_breaks_it(size: int, statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert decided.truth is Truth.FALSE
    assert decided.counterexample is not None
    assert dict(decided.counterexample.values)["A"].shape == (2, 2) if size == 2 else dict(decided.counterexample.values)["A"].is_number


BELOW, EITHER = And(mu < L, L < 0), And(mu < L, mu * L > 0)
SHORT = dot(x, inverse(A, x)) <= 1
SIGNS = {
    "all below zero": (ForAll((A, x, mu, L), given=BELOW, then=dot(x, inverse(A, x)) <= 0), Truth.TRUE),
    "all below zero, other way": (ForAll((A, x, mu, L), given=BELOW, then=dot(x, inverse(A, x)) >= 0), Truth.FALSE),
    "all of either sign": (ForAll((A, x, mu, L), given=EITHER, then=dot(x, A @ x) * dot(x, inverse(A, x)) >= 0), Truth.TRUE),
    "as if all were above": (ForAll((A, x, mu, L), given=EITHER, then=dot(x, inverse(A, x)) >= 0), Truth.FALSE),
    "longer, as if all were above": (ForAll((A, x, mu, L), given=EITHER, then=norm(x) <= L * norm(inverse(A, x))), Truth.FALSE),
    "a witness below zero": (Exists((A, x, mu, L), given=EITHER, then=dot(x, inverse(A, x)) < 0), Truth.TRUE),
    "no witness above": (Exists((A, x, mu, L), given=BELOW, then=dot(x, inverse(A, x)) > 0), Truth.FALSE),
    "supposed of the inverse": (ForAll((A, x, mu, L), given=And(mu > 0, SHORT), then=norm(x) ** 4 <= dot(x, A @ x)), Truth.TRUE),
    "supposed, of two": (ForAll((A, x, y, mu, L), given=And(mu > 0, SHORT), then=dot(x, y) ** 2 <= dot(y, A @ y)), Truth.TRUE),
    "supposed, too much": (ForAll((A, x, mu, L), given=And(mu > 0, SHORT), then=2 * norm(x) ** 4 <= dot(x, A @ x)), Truth.FALSE),
}


@pytest.mark.parametrize(("statement", "truth"), SIGNS.values(), ids=SIGNS.keys())
def test_eigenvalues_of_an_inverse_have_the_sign_that_is_supposed(statement: Any, truth: Truth) -> None:
    assert decide(statement, thorough=False).truth is truth


TAKEN_TO_ZERO = {
    "twice, so once": (True, ForAll((A, x, mu, L), given=Eq(A @ (A @ x), 0), then=Eq(A @ x, 0))),
    "three times, so once": (True, ForAll((A, x, mu, L), given=Eq(A @ (A @ (A @ x)), 0), then=Eq(A @ x, 0))),
    "an image that is taken to itself": (
        True,
        ForAll((A, x, mu, L), given=Eq(A @ (A @ x), A @ x), then=Eq(A @ (A @ (A @ x)), A @ x)),
    ),
    "and so is zero": (False, ForAll((A, x, mu, L), given=Eq(A @ (A @ x), 0), then=Eq(x, 0))),
    "a point with such an image": (False, ForAll((A, x, mu, L), given=Eq(A @ (A @ x), A @ x), then=Eq(A @ x, x))),
    "orthogonal to its image": (False, ForAll((A, x, mu, L), given=Eq(dot(x, A @ x), 0), then=Eq(A @ x, 0))),
}


@pytest.mark.parametrize(("holds", "statement"), TAKEN_TO_ZERO.values(), ids=TAKEN_TO_ZERO)
def test_what_a_power_takes_to_zero_the_matrix_does(holds: bool, statement: Any) -> None:
    assert decide(statement, thorough=False).truth is (Truth.TRUE if holds else Truth.FALSE)


def test_names_stand_before_what_is_known_of_them() -> None:
    curved = functions("f", smooth=L, polyak=mu)
    statement = ForAll((A, curved, x, L, mu), given=SPECTRUM, then=curved(x) <= L)
    assert sentence_of(statement).startswith(
        "For all real L, μ and symmetric matrices A with eigenvalues from μ to L"
        " and L-smooth functions f with ‖∇f‖² ≥ 2·μ·(f − f*) and vectors x with μ > 0 and "
    )


def test_the_inverse_needs_eigenvalues_above_zero() -> None:
    with pytest.raises(UndefinedError, match="needs μ > 0"):
        decide(ForAll((A, x, mu, L), then=norm(inverse(A, x)) <= norm(x)))


def test_two_matrices_and_functions_beside_one_are_refused() -> None:
    other, f = matrices("B", eigenvalues_in=(mu, L)), functions("f", convex=True)
    for second, then in ((other, norm(A @ x) <= norm(other @ x)), (f, norm(A @ x) <= f(x))):
        with pytest.raises(DefinitionError, match="in one statement, wanted one matrix with vectors and numbers alone"):
            decide(ForAll((A, second, x, mu, L), then=then))
